"""Rendered texts as Markdown that reads right on a code host.

Headings and paragraphs are Markdown; every other block stays HTML, which CommonMark passes through
up to an empty line. A run of the other script is a `span` with its direction, as GitHub drops
`bdi`; emphasis is an element, too, since `**` before a half-space is read as two asterisks.
"""

from collections.abc import Callable

from newsroom.site.fragments import Piece, pieces_of
from newsroom.site.paragraphs import Block
from newsroom.text.markdown import line, of_html

Lead = Callable[[str], str]
"""Gives where an address in a text leads from the page it is put on; empty where nowhere."""

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_KEPT = frozenset("em strong b i del ins mark small sub sup q code kbd samp abbr cite time".split())
_ATTRIBUTES = frozenset(
    "alt cite colspan datetime dir hreflang lang open rowspan scope start title value".split()
)
_RENAMED = {"bdi": "span", "/bdi": "/span"}
_DROPPED = frozenset("picture source img svg path input label".split())


def markdown_block(block: Block, lead: Lead) -> str:
    """A block of a rendered text."""
    if block.tag == "p":
        return line(markdown_line(block.html, lead))
    if block.tag in _HEADINGS:
        return f"{_HEADINGS[block.tag]} {markdown_line(block.html, lead)}"
    html = "".join(_as_html(piece, lead) for piece in pieces_of(block.html))
    # An empty line would end it for the parser of Markdown.
    return "\n&#10;".join(part.strip("\n") for part in html.split("\n\n"))


def markdown_line(html: str, lead: Lead) -> str:
    """The words of an element, with its links, on one line."""
    written, ends = list[str](), list[str]()
    for piece in pieces_of(html):
        name, text = piece.name, of_html(piece.text)
        if name == "a":
            target = lead(piece.get("href"))
            written.append("[" if target else "")
            ends.append(f"]({_target(target)})" if target else "")
        elif name == "/a":
            written.append(ends.pop())
        elif name == "img":
            written.append(of_html(f"[{piece.get('alt')}]"))
        elif name == "br" or (name.removeprefix("/") in _KEPT) or name in _RENAMED:
            written.append(_as_html(piece, lead).removesuffix(piece.text))
        written.append(text)
    return " ".join("".join(written).split())


def _target(address: str) -> str:
    """An address as the target of a link; brackets keep one together that has some itself."""
    return f"<{address}>" if {*address} & {*" ()"} else address


def _as_html(piece: Piece, lead: Lead) -> str:
    """A piece with the tags and attributes code hosts keep, its links as they are right here."""
    if piece.name == "img":
        return f"[{piece.get('alt')}]{piece.text}"
    if piece.name.removeprefix("/") in _DROPPED:
        return piece.text

    def kept(name: str, value: str) -> str | None:
        if name == "href":
            return lead(value) or None
        return value if name in _ATTRIBUTES else None

    html = piece.rewritten(kept)
    name = piece.name
    if name in _RENAMED:
        return f"<{_RENAMED[name]}{html[1 + len(name) :]}"
    return html
