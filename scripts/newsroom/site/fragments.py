"""The HTML of a text as the sanitiser leaves it, taken apart without being parsed again.

The sanitiser's serialiser writes `<` and `>` for tags only, every attribute with double quotes and
a space before it, and names in small letters; so a text can be cut at these characters.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple

from newsroom.text.persian import persian_digits

_VOID = frozenset(("br", "hr", "img", "input", "col"))
_PARTING = frozenset(
    "/p /li /dd /dt /td /th /h2 /h3 /h4 /h5 /h6 /summary /blockquote br hr".split()
)
"""Tags that part words, `/` before an end tag."""


_TOLD_APART = ("<ol", 'id="fnref', "footnote-backref")
"""What is in a text of which more is told than its tags: numbers of items, links of notes."""


class Piece(NamedTuple):
    """A tag and the text behind it, up to the next one."""

    tag: str
    """With its brackets; empty for the text before the first tag."""
    text: str
    """With its entities."""

    @property
    def name(self) -> str:
        """Of the element, with `/` before it for an end tag."""
        return self.tag[1:-1].partition(" ")[0]

    @property
    def depth(self) -> int:
        """By how much it changes how deep what follows lies: 1, -1, or 0 for a void element."""
        name = self.name
        return -1 if name.startswith("/") else int(name != "" and name not in _VOID)

    def get(self, attribute: str) -> str:
        """The value of an attribute, with its entities; empty where there is none."""
        return self.tag.partition(f' {attribute}="')[2].partition('"')[0]

    def rewritten(self, change: Callable[[str, str], str | None]) -> str:
        """The piece as HTML with what `change` makes of the name and value of each attribute.

        An attribute of which it makes `None` is left out.
        """
        if '"' not in self.tag:
            return self.tag + self.text
        parts = self.tag.split('"')
        html = ""
        for before, value in zip(parts[:-1:2], parts[1::2], strict=True):
            opening, _, name = before.removesuffix("=").rpartition(" ")
            new = change(name, value)
            html += opening if new is None else f'{opening} {name}="{new}"'
        return f"{html}{parts[-1]}{self.text}"


NOTHING = Piece("", "")
_WITH_VALUES = re.compile(r'<[^<>"]*+"[^<>]*+>')


def pieces_of(html: str) -> Iterator[Piece]:
    """A text in pieces that make it up again; the first may have no tag."""
    before, *rest = html.split("<")
    if before:
        yield Piece("", before)
    for part in rest:
        tag, _, text = part.partition(">")
        yield Piece(f"<{tag}>", text)


def rewritten(html: str, change: Callable[[str, str], str | None]) -> str:
    """A text with what `change` makes of each attribute of its tags; see `Piece.rewritten`."""
    return _WITH_VALUES.sub(lambda tag: Piece(tag[0], "").rewritten(change), html)


def elements_of(html: str) -> Iterator[tuple[Piece, str]]:
    """The elements that stand in no other one: the piece each begins with, and its HTML.

    Text between them, which only a dropped element leaves behind, stays with the one before.
    """
    first: Piece | None = None
    written, depth = list[str](), 0
    for piece in pieces_of(html):
        if depth == 0 and piece.tag and not piece.name.startswith("/"):
            if first:
                yield first, "".join(written).rstrip()
                written = []
            first = piece
        depth += piece.depth
        written.append(piece.tag + piece.text)
    if first:
        yield first, "".join(written).rstrip()


def seen_pieces(html: str, lang: str) -> Iterator[tuple[Piece, str]]:
    """Each piece of a text with what a reader sees of it, with a blank where a tag parts words.

    The links of notes are not seen. In front of an item stands its number, which may be a year;
    but where a list begins with 1 its numbers say nothing.
    """
    lists: list[int | None] = []  # the next number of each list that is open
    hidden = ""  # the end of the link that is being left out
    for piece in pieces_of(html):
        name, text = piece.name, piece.text
        if name in ("sup", "a") and not hidden and _is_note_link(piece):
            hidden = f"/{name}"
        elif name == hidden:
            hidden = ""
        elif name in ("ol", "ul"):
            start = piece.get("start")
            lists.append(int(start) if name == "ol" and start.isdecimal() else None)
        elif name in ("/ol", "/ul"):
            del lists[-1:]
        elif name == "li" and lists and (number := lists[-1]) is not None:
            number = int(value) if (value := piece.get("value")).isdecimal() else number
            lists[-1] = number + 1
            text = f"{persian_digits(str(number)) if lang == 'fa' else number}. {text}"
        yield piece, "" if hidden else " " * (name in _PARTING) + text


def _is_note_link(piece: Piece) -> bool:
    return piece.get("id").startswith("fnref") or piece.get("class") == "footnote-backref"


def plain_text(html: str, lang: str) -> str:
    """What a reader sees of a text in a language, on one line."""
    if any(sign in html for sign in _TOLD_APART):
        return on_one_line(text for _, text in seen_pieces(html, lang))
    before, *rest = html.split("<")
    parts = (part.partition(">") for part in rest)
    return on_one_line(
        (
            before,
            *(f" {text}" if tag.partition(" ")[0] in _PARTING else text for tag, _, text in parts),
        )
    )


def on_one_line(texts: Iterable[str]) -> str:
    """Texts with entities as one without, with single blanks."""
    return " ".join(unescape("".join(texts)).split())
