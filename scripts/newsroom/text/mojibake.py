"""Mojibake: text that was read in another encoding than it was written in.

UTF-8 read as a code page of Windows becomes pairs no language writes: "â€™", "Ø§", "ط§".
Each is found by turning it back: the characters are bytes of that page, and the bytes are UTF-8 of
something a text would have. The other way round, Persian of Windows-1256 read as Western European
is a word of nothing but accented letters.
"""

import re
import unicodedata
from collections.abc import Iterator

_PAGES = ("cp1252", "cp1256", "cp1251")
"""Western European, Arabic and Persian, Cyrillic: what sources of these countries use."""
_ORDINARY = frozenset("«»‹›“”‘’„‚…–—،؛؟®™\u00a0\u200c\u200d")
"""Signs that follow a letter in sound text, though a page of Windows has them as a byte."""
_PLAUSIBLE = (
    (0x00A1, 0x017F),  # accented letters and characters
    (0x0400, 0x04FF),  # Cyrillic
    (0x0600, 0x06FF),  # Arabic script
    (0x200B, 0x203A),  # half-space, dashes, quotation marks
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x2122),
)
_WESTERN = re.compile("(?<!\\w)[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}(?!\\w)")


def mojibake(text: str) -> Iterator[tuple[int, str, str]]:
    """Position, wording and likely meaning of each run that was read in a wrong encoding."""
    if text.isascii():
        return
    found = {position: (wording, meant) for position, wording, meant in _found(text)}
    after = 0
    for position, (wording, meant) in sorted(found.items()):
        if position >= after:
            yield position, wording, meant
            after = position + len(wording)


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    for byte_of, run in _READERS if _STRANGE.search(text) else ():
        for match in run.finditer(text):
            meant = bytes(map(byte_of.__getitem__, match[0])).decode("utf-8", "replace")
            if any(map(_is_strange, match[0][1:])) and all(map(_is_plausible, meant)):
                yield match.start(), match[0], meant
    for match in _WESTERN.finditer(text):
        meant = match[0].encode("latin-1").decode("cp1256", "replace")
        yield match.start(), match[0], meant


def _reader(page: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The byte each character of a page is, and what UTF-8 looks like when it is read by that page.

    Bytes a page leaves undefined are read as control characters, as browsers do.
    """
    byte_of = {chr(byte): byte for byte in range(0x80, 0xA0)}
    byte_of |= {bytes([byte]).decode(page, "ignore") or chr(byte): byte for byte in range(128, 256)}

    def characters(first: int, last: int) -> str:
        return "[" + "".join(re.escape(s) for s, b in byte_of.items() if first <= b <= last) + "]"

    rest = characters(0x80, 0xBF)
    run = f"(?:{characters(0xC2, 0xDF)}{rest}|{characters(0xE0, 0xEF)}{rest}{rest})+"
    return byte_of, re.compile(run)


def _is_strange(character: str) -> bool:
    return unicodedata.category(character)[0] not in "LM" and character not in _ORDINARY


def _is_plausible(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _PLAUSIBLE)


_READERS = tuple(map(_reader, _PAGES))
_STRANGE = re.compile(
    f"[{''.join(re.escape(s) for by, _ in _READERS for s in by if _is_strange(s))}]"
)
"""In every run of UTF-8 that was read as one of the pages; sound texts have hardly any."""
