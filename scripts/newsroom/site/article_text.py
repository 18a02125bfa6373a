"""The text of an article as its page shows it: the opening, and paragraphs with numbered notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.site.paragraphs import Block


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a text, and how it hangs together with the notes."""

    block: Block
    paragraph: int
    """Its number among all blocks, from 1."""
    note: int = 0
    """The number of the note it is, or 0."""
    notes: tuple[tuple[int, str], ...] = ()
    """The notes right below it, each with its number and its anchor."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The parts of a text in order, divided where the drawing stands on a wide page."""

    opening: tuple[Part, ...]
    """The first paragraph; empty where a text begins with something else."""
    rest: tuple[Part, ...]


def article_text(blocks: Sequence[Block]) -> ArticleText:
    """Number the notes of a text, and part its first paragraph from the rest."""
    parts = tuple(_parts(blocks))
    first = 1 if parts and parts[0].block.tag == "p" else 0
    return ArticleText(parts[:first], parts[first:])


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    number = 0
    for place, block in enumerate(blocks):
        if block.is_note:
            number += 1
            yield Part(block, place + 1, note=number)
        else:
            below = _notes_below(blocks[place + 1 :])
            notes = tuple((number + at, note.anchor) for at, note in enumerate(below, 1))
            yield Part(block, place + 1, notes=notes)


def _notes_below(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if not block.is_note:
            return
        yield block
