"""The text of an article as a row of blocks, each with an anchor that holds in both languages.

A block is what stands at the top of the rendered text: a paragraph, a heading, a list, a note. Its
anchor is made of the section's id and its number there, joined by a `_`, which no id of an author
has: `talks_2` is the second block below the heading `talks`, `_1` the first of the page.
Where the two languages divide the text differently, blocks are matched (`align`), and the later
language takes the anchors of the earlier one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby
from typing import TypeVar

from newsroom.text.matching import changes
from newsroom.text.persian import persian_digits

_Item = TypeVar("_Item")

_ANY_TAG = re.compile(r"<[^>]*>")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>")
_LIST = re.compile(r"<(/?)(ol|ul|li)\b([^<>]*)>")
_START, _VALUE = re.compile(r' start="(\d+)"'), re.compile(r' value="(\d+)"')
_NOTE_LINK = re.compile(
    r'(?:&nbsp;)?<(sup|a)\b[^<>]*(?: id="fnref| class="footnote-backref")[^<>]*>.*?</\1>'
)
_VOID = frozenset(("br", "hr", "img", "input", "col"))
_HEADING = re.compile(r"h[1-6]")
_ID = re.compile(r'\A<[^>]* id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text. `html` does not say its anchor; see `anchored`."""

    tag: str
    html: str
    section: str
    """The id of the heading above it, its own for a heading; empty before the first one."""
    anchor: str = ""

    @property
    def is_heading(self) -> bool:
        return bool(_HEADING.fullmatch(self.tag))

    @property
    def anchored(self) -> str:
        """The block with its anchor for an id, unless an author gave it one."""
        return self.html if _ID.match(self.html) else self._opened(f' id="{self.anchor}"', "")

    def with_link(self, link: str) -> str:
        """The anchored block with a link, given as HTML, in front of its text.

        Only a paragraph can hold one; other blocks are given back without it.
        """
        if self.tag != "p":
            return self.anchored
        return replace(self, html=self.anchored)._opened("", link)

    def _opened(self, attribute: str, content: str) -> str:
        """The block with something added to its first tag, and behind it."""
        first, rest = self.html.split(">", 1)
        return f"{first}{attribute}>{content}{rest}"


Pair = tuple[Block | None, Block | None]
"""What stands beside each other in two languages; `None` where one says nothing."""


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of a text as the sanitiser leaves it, anchored by their own numbers."""
    blocks: list[Block] = []
    section, number = "", 0
    for tag, content in _top_level(html):
        own = _ID.match(content)
        if _HEADING.fullmatch(tag):
            section, number = own[1] if own else section, 0
            blocks.append(Block(tag, content, section, own[1] if own else ""))
        else:
            number += 1
            anchor = own[1] if own else f"{section}_{number}"
            blocks.append(Block(tag, content, section, anchor))
    return tuple(blocks)


def plain_text(html: str, lang: str) -> str:
    """What a text says: without tags and the links of notes, with the numbers of its lists.

    Of a list that begins with 1 they say nothing; in front of another they may be years.
    """
    html = _NOTE_LINK.sub("", html) if "fnref" in html else html
    html = "".join(_numbered(html, lang)) if " start=" in html else html
    text = _ANY_TAG.sub("", html)
    return " ".join((unescape(text) if "&" in text else text).split())


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
        if block.is_heading or _ID.match(block.html):
            anchored.append(block)
        elif of_model is None:
            anchored.append(replace(block, anchor=f"{block.anchor}_{lang}"))
        else:
            anchored.append(replace(block, anchor=of_model.anchor))
    return tuple(anchored)


def _numbered(html: str, lang: str) -> Iterator[str]:
    """The HTML in pieces, with its number in front of each item of a list not begun with 1."""
    due: list[int | None] = []  # the next number of each list that is open
    done = 0
    for tag in _LIST.finditer(html):
        is_end, name, attributes = tag.groups()
        if name != "li" and is_end:
            del due[-1:]
        elif name != "li":
            start = _START.search(attributes) if name == "ol" else None
            due.append(int(start[1]) if start else None)
        elif not is_end and due and due[-1] is not None:
            value = _VALUE.search(attributes)
            number = int(value[1]) if value else due[-1]
            due[-1] = number + 1
            yield html[done : tag.end()]
            yield f"{persian_digits(str(number)) if lang == 'fa' else number}. "
            done = tag.end()
    yield html[done:]


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


def _top_level(html: str) -> Iterator[tuple[str, str]]:
    """The elements that stand in no other one, with their names.

    Text between them, which only a dropped element leaves behind, stays with the one before.
    """
    depth, start, name = 0, 0, ""
    for tag in _TAG.finditer(html):
        is_end, found = bool(tag[1]), tag[2]
        if depth == 0 and not is_end:
            if name:
                yield name, html[start : tag.start()].rstrip()
                start = tag.start()
            name = found
        if found not in _VOID:
            depth += -1 if is_end else 1
    if name:
        yield name, html[start:].rstrip()
