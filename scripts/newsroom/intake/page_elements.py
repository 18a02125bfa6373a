"""Elements of HTML as a page shows them: which break a line, which are never seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from newsroom.text.sentences import holds_stop

INVISIBLE = frozenset("script style noscript template head title svg math object iframe".split())
BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
    "nav ol option p pre section select summary table tbody td textarea tfoot th thead tr "
    "ul".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

_WORD = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_PROSE = 60
"""Letters from which on a block with a sentence in it is a paragraph."""


@dataclass(slots=True)
class Extent:
    """How much an element holds, in characters without spaces."""

    letters: int = 0
    linked: int = 0
    prose: int = 0
    """In paragraphs: blocks of some length, with a sentence, and not made of links."""
    own: int = 0
    """The part of `prose` that no element inside holds."""
    links: int = 0


def names_of(element: html.HtmlElement) -> list[list[str]]:
    """The names an author gave an element, each as its words: `postComments` is post, comments."""
    named = f"{element.get('class', '')} {element.get('id', '')}".split()
    return [[word.lower() for word in _WORD.findall(name)] for name in named]


def text_of(element: html.HtmlElement) -> str:
    """What is read in an element, in one line."""
    return " ".join("".join(_visible(element)).split())


def _visible(element: html.HtmlElement) -> Iterator[str]:
    """The pieces of text of an element, with a blank around each block in it."""
    if not isinstance(element.tag, str) or element.tag in INVISIBLE:
        return
    yield element.text or ""
    for child in element:
        glue = " " if child.tag in BLOCKS else ""
        yield glue
        yield from _visible(child)
        yield glue + (child.tail or "")


def measure(root: html.HtmlElement) -> dict[html.HtmlElement, Extent]:
    """The extent of every visible element."""
    extents: dict[html.HtmlElement, Extent] = {}
    _measure(root, extents, False)
    return extents


def _measure(
    element: html.HtmlElement, extents: dict[html.HtmlElement, Extent], is_linked: bool
) -> tuple[str, int]:
    """The inline text of an element that no block inside it has taken, and how much is linked."""
    if not isinstance(element.tag, str) or element.tag in INVISIBLE:
        return "", 0
    is_link = element.tag == "a" and element.get("href") is not None
    inside = is_linked or is_link
    extent = extents[element] = Extent(links=int(is_link))
    own = element.text or ""
    linked = _letters(own) if inside else 0
    total, total_linked = _letters(own), linked
    for child in element:
        text, part = _measure(child, extents, inside)
        below = extents.get(child, Extent())
        tail = child.tail or ""
        own += text + tail
        linked += part + (_letters(tail) if inside else 0)
        total += below.letters + _letters(tail)
        total_linked += below.linked + (_letters(tail) if inside else 0)
        extent.prose += below.prose
        extent.links += below.links
    extent.letters, extent.linked = total, total_linked
    if element.tag not in BLOCKS or element.tag == "br":
        return own, linked
    letters = _letters(own)
    if letters >= _PROSE and linked * 2 < letters and holds_stop(own):
        extent.own = letters
        extent.prose += letters
    return "", 0


def _letters(text: str) -> int:
    return len("".join(text.split()))


def list_mark(element: html.HtmlElement, counts: dict[html.HtmlElement, int]) -> str:
    """What stands before an item of a list, as Markdown has it: its number, or an asterisk.

    `counts` keeps the number of the item before, by the list.
    """
    parent = element.getparent()
    if element.tag != "li" or parent is None:
        return ""
    if parent.tag != "ol":
        return "* "
    before = counts.get(parent, _whole(parent.get("start"), 1) - 1)
    counts[parent] = _whole(element.get("value"), before + 1)
    return f"{counts[parent]}. "


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise
