"""The parts of a page that have addresses: paragraphs, notes, lists and their items."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.document.blocks import (
    ADMONITION,
    DEFINITION,
    FOOTNOTE,
    HEADING,
    HTML,
    ITEM,
    LIST,
    TITLE,
    Block,
)
from newsroom.record.articles import Page
from newsroom.record.values import is_id

PARAGRAPH, NOTE, LISTED, POINT = "p", "n", "l", "i"
"""Their forms: a list is known as a whole, and each of its items by itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    form: str
    """Anything that is no note, list or item counts as a paragraph."""
    section: str
    """The id of the heading above it; empty before the first one, and where that has none."""
    number: int
    """In its section, from 1; of an item in its list."""
    kind: str
    """That of its block, with the type of a list: what the languages are aligned by."""
    text: str
    """As written, with what it holds."""
    line: int


def passages_of(page: Page) -> tuple[Passage, ...]:
    """The passages of a page in order, the items of a list behind it.

    Numbers count what stands at the top of the rendered text, as `site/paragraphs` does; footnotes
    are one passage at the end.
    """
    found: list[Passage] = []
    section, counts = "", Counter[str]()
    blocks = page.document.blocks
    for block in blocks:
        if block.kind == HEADING:
            section = block.id if block.id and is_id(block.id) else ""
            counts[section] = 0
        elif not _is_unseen(block):
            counts[section] += 1
            found += _passages(block, section, counts[section])
    notes = [block for block in blocks if block.kind == FOOTNOTE]
    if notes:
        text = "\n".join(map(_text, notes))
        number = counts[section] + 1
        found.append(Passage(PARAGRAPH, section, number, FOOTNOTE, text, notes[0].line))
    return tuple(found)


def _is_unseen(block: Block) -> bool:
    is_comment = block.kind == HTML and block.text.lstrip().startswith("<!--")
    return block.kind in (DEFINITION, FOOTNOTE) or is_comment


def _passages(block: Block, section: str, number: int) -> Iterator[Passage]:
    form = {ADMONITION: NOTE, LIST: LISTED}.get(block.kind, PARAGRAPH)
    kind = f"{block.kind} {block.name}" if block.kind == LIST else block.kind
    yield Passage(form, section, number, kind, _text(block), block.line)
    if form == LISTED:
        items = [child for child in block.children if child.kind == ITEM]
        for at, item in enumerate(items, 1):
            yield Passage(POINT, section, at, ITEM, _text(item), item.line)


def _text(block: Block) -> str:
    """What a block says, without the title of a note, which all of them have."""
    return "\n".join(part.text for part in block.walk() if part.text and part.kind != TITLE)
