"""The text of a page as feed readers take it, which know neither its address nor its style sheet.

They strip `<bdi>`, and with it the order of the words, but keep a `<span>` with its direction. The
language and direction of the text are on an element inside, as they drop those of the entry.
"""

from collections.abc import Iterable
from urllib.parse import urljoin

from newsroom.site.fragments import Piece, pieces_of
from newsroom.text.bidi import isolate_lines, with_spans

_KNOWN = {"bdi": "span", "details": "blockquote", "summary": "p"}
"""What readers strip, and what they keep in its place."""
_DROPPED = frozenset(("picture", "source"))
"""An image is left in the one size that every reader shows."""
_ADDRESSES = frozenset(("href", "src"))
_KEPT = _ADDRESSES | set(
    "alt cite colspan datetime dir lang rowspan scope start title value".split()
)
"""Attributes; the others are for our style sheet, or name what is on the page once."""


def told(lines: Iterable[str], lang: str) -> str:
    """Lines of plain text as paragraphs."""
    return with_spans(isolate_lines(lines, lang))


def syndicated(html: str, address: str) -> str:
    """A text as the sanitiser and `isolate_html` leave it; `address` is that of its page."""
    return "".join(_written(piece, address) for piece in pieces_of(html))


def _written(piece: Piece, address: str) -> str:
    slash, name = "/" * piece.name.startswith("/"), piece.name.removeprefix("/")
    if name in _DROPPED:
        return piece.text

    def kept(attribute: str, value: str) -> str | None:
        if attribute in _ADDRESSES:
            return urljoin(address, value)
        return value if attribute in _KEPT else None

    known = _KNOWN.get(name, name)
    tag = piece.tag.replace(f"<{slash}{name}", f"<{slash}{known}", 1)
    return Piece(tag, piece.text).rewritten(kept)
