"""The text of an article as a row of blocks, each with an anchor that holds in both languages.

A block is what stands at the top of the rendered text: a paragraph, a heading, a list, a note. Its
anchor is made of the section's id and its number there, joined by a `_`, which no id of an author
has: `talks_2` is the second block below the heading `talks`, `_1` the first of the page.
Where the two languages divide the text differently, blocks are matched (`align`), and the later
language takes the anchors of the earlier one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsroom.record.carrying import Carried
from newsroom.record.passages import LISTED, PARAGRAPH, POINT, Passage
from newsroom.site.fragments import NOTHING, elements_of, pieces_of
from newsroom.text.bidi import isolated
from newsroom.text.matching import beside

_LISTS = frozenset(("ul", "ol"))
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
    former: tuple[str, ...] = ()
    """Other ids that lead to it: those of paragraphs that were merged into it."""
    items: tuple[str, ...] = ()
    """The ids of its items, if it is a list that has some."""

    @property
    def is_heading(self) -> bool:
        """Whether a section begins with it."""
        return self.tag in _HEADINGS

    @property
    def is_note(self) -> bool:
        """Whether it is a note of the editors: a box that unfolds, with a heading."""
        if self.tag != "details":  # most blocks are paragraphs, and need not be taken apart
            return False
        box, heading = (*pieces_of(self.html), NOTHING, NOTHING)[:2]
        return (box.get("class"), heading.name) == ("note", "summary")

    @property
    def anchored(self) -> str:
        """The block as HTML with its anchor for an id."""
        html = self._with_items
        first, rest = html.split(">", 1)
        return html if self.has_id else f'{first} id="{self.anchor}">{rest}'

    @property
    def _with_items(self) -> str:
        """The block as HTML with the ids of its items, those of lists in a list left out."""
        if not self.items:
            return self.html
        ids, depth, written = iter(self.items), 0, list[str]()
        for piece in pieces_of(self.html):
            id = next(ids, "") if piece.name == "li" and depth == 1 else ""
            depth += piece.depth
            tag = f'{piece.tag[:-1]} id="{id}">' if id and not piece.get("id") else piece.tag
            written.append(tag + piece.text)
        return "".join(written)

    def with_links(self, link: str, reference: str = "") -> str:
        """The anchored block with a link in front of its text and one behind it, given as HTML.

        Only a paragraph can hold them; other blocks are given back without. A block is isolated,
        as its text is; the links are not.
        """
        if self.tag != "p":
            return isolated(self.anchored)
        first, rest = self.anchored.split(">", 1)
        text, bracket, end = rest.rpartition("<")
        return (
            f"{isolated(f'{first}>')}{link}{isolated(text)}{reference}{isolated(f'{bracket}{end}')}"
        )

    def as_note(self, number: str) -> str:
        """A note, closed, with its number, given as HTML, in front of its heading.

        Its anchor is on its first paragraph: a browser that is sent there opens the note.
        """
        box, heading, *rest = pieces_of(self.html)
        written = ['<details class="note">', f"{heading.tag}{number} {heading.text}"]
        anchor = f' id="{self.anchor}"'
        for piece in rest:
            if anchor and piece.name == "p" and not piece.get("id"):
                written.append(f"{piece.tag[:-1]}{anchor}>{piece.text}")
                anchor = ""
            else:
                written.append(piece.tag + piece.text)
        written[0] = f"{written[0][:-1]}{anchor}>{box.text}"
        return isolated("".join(written))


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
    for own, other in beside(*parts, lambda part: part[0].section):
        yield from beside(own or (), other or (), lambda block: block.tag)


def align_anchored(first: Sequence[Block], second: Sequence[Block]) -> Iterator[Pair]:
    """Match the blocks of the two languages of an article: those of one anchor, then as `align`."""
    both = {block.anchor for block in first} & {block.anchor for block in second}
    parts = _sections(first), _sections(second)
    for own, other in beside(*parts, lambda part: part[0].section):
        yield from beside(
            own or (),
            other or (),
            lambda block: (
                block.anchor in both,
                block.anchor if block.anchor in both else block.tag,
            ),
        )


def identified(blocks: Sequence[Block], carried: Carried, lang: str) -> tuple[Block, ...]:
    """The blocks of a version of an article with the ids of its passages.

    A block that is no passage, as HTML of an author may give one, gets an anchor nobody else has.
    """
    former, named = carried.former(lang), _named(carried, lang)
    texts = [block for block in blocks if not block.is_heading]
    pairs = beside(
        range(len(texts)),
        range(len(named)),
        lambda at: (texts[at].section, _form_of(texts[at])),
        lambda at: (named[at].passage.section, named[at].form),
    )
    place_of = {at: place for at, place in pairs if at is not None and place is not None}
    found: list[Block] = []
    for at, block in enumerate(texts):
        if at in place_of:
            passage = named[place_of[at]]
            others = (*((passage.id,) if block.has_id else ()), *former.get(passage.id, ()))
            anchor = block.anchor if block.has_id else passage.id
            found.append(replace(block, anchor=anchor, former=others, items=passage.items))
        elif block.has_id:
            found.append(block)
        else:
            found.append(replace(block, anchor=f"{block.section}_{block.tag}.{at}.{lang}"))
    left = iter(found)
    return tuple(block if block.is_heading else next(left) for block in blocks)


@dataclass(frozen=True, slots=True)
class _Named:
    """A passage that stands in no list, with its id and those of its items."""

    passage: Passage
    id: str
    items: tuple[str, ...]

    @property
    def form(self) -> str:
        """Whether it is a list or anything else, which a block of HTML tells, too."""
        return LISTED if self.passage.form == LISTED else PARAGRAPH


def _named(carried: Carried, lang: str) -> list[_Named]:
    found: list[_Named] = []
    for passage, id in zip(carried.passages[lang], carried.ids[lang], strict=True):
        if passage.form == POINT:
            found[-1] = replace(found[-1], items=(*found[-1].items, id))
        else:
            found.append(_Named(passage, id, ()))
    return found


def _form_of(block: Block) -> str:
    return LISTED if block.tag in _LISTS else PARAGRAPH


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


def _sections(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    return [tuple(part) for _, part in groupby(blocks, key=lambda block: block.section)]
