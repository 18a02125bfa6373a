"""Raw bytes to text: one encoding, no guesses, nothing in it that hides or never ends."""

import codecs
import re

from charset_normalizer import from_bytes

from newsroom.record.documents import ParseContext
from newsroom.record.problems import Message, ReadingRule, say
from newsroom.text.messages import code_point

MAX_BYTES = 5_000_000
"""Larger is an archive or a mistake; a report has a few thousand."""
_SAMPLE = 60_000
"""Bytes an encoding is guessed from, for the hint only."""

_CONTROLS = (*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F)
_NONCHARACTERS = (0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0))
_TAGS = range(0xE0000, 0xE0080)
_BINARY = frozenset(map(chr, (*_CONTROLS, *_NONCHARACTERS, *_TAGS)))
_OVERRIDES = frozenset("\u202d\u202e")
"""They show a line in another order than it has, so no letter of it can be trusted."""
_MARKS = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
"""Embeddings and isolates, as editors of real sites leave them: they change no word."""
_LINE_ENDS = str.maketrans(
    {"\r": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
)
_META = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_NO_TEXT = {
    b"%PDF-": say("it is a PDF, which is no text"),
    b"PK\x03\x04": say("it is a ZIP file or a document of an office program, which is no text"),
    b"\xd0\xcf\x11\xe0": say("it is a document of an office program, which is no text"),
    b"\x89PNG": say("it is a picture, which is no text"),
    b"\xff\xd8\xff": say("it is a picture, which is no text"),
}
"""By what such files begin with; taken for text a PDF would be read as one of odd words."""
_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(data: bytes, context: ParseContext, encoding: str | None = None) -> str | None:
    """The text of a source, with LF; `None` with the reasons reported.

    UTF-8 unless another encoding was declared; what the bytes look like is only ever suggested.
    """
    if len(data) > MAX_BYTES:
        hint = say("keep only the article; archives and images cannot be sources")
        context.report(1, "source-too-large", say("more than {most} bytes", most=MAX_BYTES), hint)
        return None
    if what := next((it for sign, it in _NO_TEXT.items() if data.startswith(sign)), None):
        hint = say("save its text as a plain text file, and import that")
        context.report(1, "source-binary", what, hint)
        return None
    try:
        text = data.decode(encoding or "utf-8")
    except (LookupError, ValueError) as error:
        _report_encoding(data, error, context, encoding)
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").translate(_LINE_ENDS)
    known = len(context.problems)
    _report_characters(text, context)
    return text if len(context.problems) == known else None


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the characters that only set its direction, and those by name."""
    if _MARKS.isdisjoint(text):
        return text, ()
    found = tuple(code_point(char) for char in text if char in _MARKS)
    return "".join(char for char in text if char not in _MARKS), found


def report_overrides(text: str, line: int, context: ParseContext) -> None:
    """Report a character that turns text round in a line of a page, where it may be an entity."""
    at = _first(text, _OVERRIDES)
    if at is not None:
        context.report(line, "source-bidi", _named(text[at], _TURNS))


def _report_encoding(
    data: bytes, error: LookupError | ValueError, context: ParseContext, encoding: str | None
) -> None:
    if not isinstance(error, UnicodeError):
        message = say("unknown encoding '{encoding}'", encoding=encoding)
        context.report(
            1, "source-encoding", message, say("use a name such as windows-1256 or utf-16")
        )
        return
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = data.count(b"\n", 0, start) + 1
    likely = likely_encoding(data)
    hint = (
        say("it looks like {likely}: try --encoding {likely} and check the result", likely=likely)
        if likely
        else ""
    )
    message = say(
        "byte {byte} is not valid {encoding}",
        byte=f"0x{data[start : start + 1].hex()}",
        encoding=encoding or "UTF-8",
    )
    context.report(line, "source-encoding", message, hint or say("save it as UTF-8"))


def likely_encoding(data: bytes) -> str | None:
    """What the bytes look like, by their mark, what the page declares, or their frequencies."""
    for bom, name in _BOMS.items():
        if data.startswith(bom):
            return name
    if declared := _META.search(data[:4096]):
        name = declared[1].decode("ascii").lower()
        if name not in ("utf-8", "utf8"):
            return name
    if b"\x00" in data[:_SAMPLE]:
        return None
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding.replace("_", "-") if best and best.encoding != "utf_8" else None


def _report_characters(text: str, context: ParseContext) -> None:
    """What no article holds: control characters, those that turn text round, no word at all."""
    for characters, rule, what in _REFUSED:
        at = _first(text, characters)
        if at is not None:
            hint = say("copy it again from the page as plain text, or save the page as HTML")
            context.report(text.count("\n", 0, at) + 1, rule, _named(text[at], what), hint)
    if not any(char.isalpha() for char in text):
        context.report(1, "source-empty", say("it contains no words"))


def _first(text: str, characters: frozenset[str]) -> int | None:
    """Where the first of the characters stands; `None` where none does."""
    if characters.isdisjoint(text):
        return None
    return next(at for at, char in enumerate(text) if char in characters)


def _named(char: str, what: Message) -> Message:
    return say("{sign}, {what}", sign=code_point(char), what=what)


_TURNS = say("a bidirectional control character")
_REFUSED: tuple[tuple[frozenset[str], ReadingRule, Message], ...] = (
    (_BINARY, "source-binary", say("a control character, as found in binary files")),
    (_OVERRIDES, "source-bidi", _TURNS),
)
