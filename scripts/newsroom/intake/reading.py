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

_BINARY = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef\U000e0000-\U000e007f]")
_BIDI = re.compile("[\u202d\u202e]")
"""Overrides: they show a line in another order than it has, so no letter of it can be trusted."""
_MARKS = re.compile("[\u202a-\u202c\u2066-\u2069]")
"""Embeddings and isolates, as editors of real sites leave them: they change no word."""
_META = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(data: bytes, context: ParseContext, encoding: str | None = None) -> str | None:
    """The text of a source, with LF; `None` with the reasons reported.

    UTF-8 unless another encoding was declared; what the bytes look like is only ever suggested.
    """
    if len(data) > MAX_BYTES:
        hint = say("cut it down to the article; archives and images are no sources")
        context.report(1, "source-too-large", say("more than {most} bytes", most=MAX_BYTES), hint)
        return None
    try:
        text = data.decode(encoding or "utf-8")
    except (LookupError, ValueError) as error:
        _report_encoding(data, error, context, encoding)
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = (
        text.replace("\x0c", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\x85", "\n")
    )
    known = len(context.problems)
    _report_signs(text, context)
    return text if len(context.problems) == known else None


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the signs that only set its direction, and those signs by name."""
    found = tuple(code_point(sign) for sign in _MARKS.findall(text))
    return (_MARKS.sub("", text) if found else text), found


def report_overrides(text: str, line: int, context: ParseContext) -> None:
    """Reports a sign that turns text round in a line of a page, where it may be an entity."""
    if match := _BIDI.search(text):
        what = say("a sign that turns the direction of text round")
        message = say("{sign}, {what}", sign=code_point(match[0]), what=what)
        context.report(line, "source-bidi", message)


def _report_encoding(
    data: bytes, error: LookupError | ValueError, context: ParseContext, encoding: str | None
) -> None:
    if not isinstance(error, UnicodeError):
        message = say("the encoding '{encoding}' is not known", encoding=encoding)
        context.report(
            1, "source-encoding", message, say("name one such as windows-1256 or utf-16")
        )
        return
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = data.count(b"\n", 0, start) + 1
    likely = likely_encoding(data)
    hint = (
        say("it looks like {likely}: give --encoding {likely}, and read the result", likely=likely)
        if likely
        else ""
    )
    message = say(
        "byte {byte} is not {encoding}",
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


def _report_signs(text: str, context: ParseContext) -> None:
    """What no article holds: control characters, signs that turn text round, no word at all."""
    signs: tuple[tuple[re.Pattern[str], ReadingRule, Message], ...] = (
        (_BINARY, "source-binary", say("a control character, as binary files have them")),
        (_BIDI, "source-bidi", say("a sign that turns the direction of text round")),
    )
    for expression, rule, what in signs:
        if match := expression.search(text):
            line = text.count("\n", 0, match.start()) + 1
            message = say("{sign}, {what}", sign=code_point(match[0]), what=what)
            hint = say("take it from the page again as plain text, or save the page as HTML")
            context.report(line, rule, message, hint)
    if not any(char.isalpha() for char in text):
        context.report(1, "source-empty", say("there is no word in it"))
