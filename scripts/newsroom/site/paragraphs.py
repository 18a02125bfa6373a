"""The text of an article as a row of blocks, each with an anchor that holds in both languages.

A block is what stands at the top of the rendered text: a paragraph, a heading, a list, a note. Its
anchor is made of the section's id and its number there, joined by a `_`, which no id of an author
has: `talks_2` is the second block below the heading `talks`, `_1` the first of the page.
Where the two languages divide the text differently, blocks are matched (`align`), and the later
language takes the anchors of the earlier one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from newsroom.site.fragments import elements_of
from newsroom.text.matching import changes

_Item = TypeVar("_Item")

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text."""

    tag: str
    html: str
    """It does not say its anchor unless an author gave it; see `anchored`."""
    section: str
    """The id of the heading above it, its own for a heading; empty before the first one."""
    anchor: str
    has_id: bool = False
    """Whether its anchor is the id its author gave it."""

    @property
    def is_heading(self) -> bool:
        """Whether a section begins with it."""
        return self.tag in _HEADINGS

    @property
    def anchored(self) -> str:
        """The block as HTML with its anchor for an id."""
        first, rest = self.html.split(">", 1)
        return self.html if self.has_id else f'{first} id="{self.anchor}">{rest}'

    def with_link(self, link: str) -> str:
        """The anchored block with a link, given as HTML, in front of its text.

        Only a paragraph can hold one; other blocks are given back without it.
        """
        first, rest = self.anchored.split(">", 1)
        return f"{first}>{link}{rest}" if self.tag == "p" else self.anchored


Pair = tuple[Block | None, Block | None]
"""What stands beside each other in two languages; `None` where one says nothing."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, as HTML the sanitiser leaves, anchored by their own numbers."""
    blocks: list[Block] = []
    section, number = "", 0
    for first, html in elements_of(text):
        id = first.get("id")
        if first.name in _HEADINGS:
            section, number = id or section, 0
            blocks.append(Block(first.name, html, section, id, id != ""))
        else:
            number += 1
            blocks.append(Block(first.name, html, section, id or f"{section}_{number}", id != ""))
    return tuple(blocks)


def align(first: Sequence[Block], second: Sequence[Block]) -> Iterator[Pair]:
    """Match the blocks of two versions of a text: sections by their ids, then block by block.

    In a section of which both versions have the same kinds of block in the same order, as they
    have where a translation keeps the paragraphs of its original, the n-th meets the n-th.
    """
    parts = _sections(first), _sections(second)
    for own, other in _matched(*parts, keys=lambda part: part[0].section):
        yield from _matched(own or (), other or (), keys=lambda block: block.tag)


def anchored_like(blocks: Sequence[Block], model: Sequence[Block], lang: str) -> tuple[Block, ...]:
    """The blocks with the anchors of those they match in `model`.

    One that matches none is named after its language, so that its anchor is nobody else's.
    """
    anchored: list[Block] = []
    for of_model, block in align(model, blocks):
        if block is None:
            continue
        if block.is_heading or block.has_id:
            anchored.append(block)
        elif of_model is None:
            anchored.append(replace(block, anchor=f"{block.anchor}_{lang}"))
        else:
            anchored.append(replace(block, anchor=of_model.anchor))
    return tuple(anchored)


def _matched(
    first: Sequence[_Item], second: Sequence[_Item], keys: Callable[[_Item], str]
) -> Iterator[tuple[_Item | None, _Item | None]]:
    """The items of two sequences side by side, by what `keys` says of each."""
    names = [keys(item) for item in first], [keys(item) for item in second]
    at = other = 0
    for start, end, other_start, other_end in changes(*names):
        yield from zip(first[at:start], second[other:other_start], strict=True)
        yield from ((item, None) for item in first[start:end])
        yield from ((None, item) for item in second[other_start:other_end])
        at, other = end, other_end
    yield from zip(first[at:], second[other:], strict=True)


def _sections(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    return [tuple(part) for _, part in groupby(blocks, key=lambda block: block.section)]
