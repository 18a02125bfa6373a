"""How wide words are set, and where a text is broken into lines.

By the table `widths.json`: Persian in the font of the site, letter by letter in the form it takes
in its word; Latin in DejaVu Sans, which is wider than the faces that systems label with.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("widths.json")
_UNKNOWN = (1000,)
"""As wide as it is high: a sign of a script that the table has not."""

_RESERVE = 1.03
"""Faces that stand in for the font of the site are set a little wider."""


def width(text: str, size: float, weight: str = "regular", face: str = "label") -> float:
    """How wide a text is set, in the units of `size`; of a Persian ligature rather too wide.

    `weight` is `regular` or `bold`; `face` is `label`, or one of those of share cards: `picture`
    (regular alone) and, for headlines, `head` (bold alone).
    """
    return _units(text, weight, face) * size * _RESERVE / 1000


@lru_cache(
    maxsize=1 << 15
)  # a headline is tried in eight sizes; names and distances stand on many maps
def _units(text: str, weight: str, face: str) -> int:
    """How wide a text is set, in thousandths of its size."""
    table = _tables()[face][weight]
    letters = [char for char in text if not _is_mark(char)]
    total = 0
    for at, char in enumerate(letters):
        before = letters[at - 1] if at else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        total += _advance(char, before, after, table)
    return total


def wrapped(
    text: str, room: float, size: float, weight: str = "regular", face: str = "label"
) -> tuple[str, ...]:
    """The lines of a text in a room, as even as they can be; a word wider than that is alone."""
    words = text.split()
    widths = [width(word, size, weight, face) for word in words]
    space = width(" ", size, weight, face)
    lines = _filled(words, widths, space, room)
    narrower = room
    while len(lines) > 1:
        narrower *= 0.97
        closer = _filled(words, widths, space, narrower)
        if len(closer) > len(lines) or narrower < max(widths):
            break
        lines = closer
    return tuple(lines)


def headline(
    text: str, room: float, sizes: Sequence[float], most: int
) -> tuple[float, Sequence[str]]:
    """A headline in at most so many lines: in the first size it fits, or cut short in the last."""
    for size in sizes:
        lines = wrapped(text, room, size, "bold", "head")
        if len(lines) <= most and all(width(it, size, "bold", "head") <= room for it in lines):
            return size, lines
    words = text.split()
    while len(words) > 1 and len(wrapped(_cut(words), room, size, "bold", "head")) > most:
        words.pop()
    return size, wrapped(_cut(words), room, size, "bold", "head")


def _cut(words: Sequence[str]) -> str:
    return " ".join(words).rstrip(",،;؛:") + "…"


def _filled(words: list[str], widths: list[float], space: float, room: float) -> list[str]:
    lines: list[list[str]] = []
    used = 0.0
    for word, wide in zip(words, widths, strict=True):
        if lines and used + space + wide <= room:
            lines[-1].append(word)
            used += space + wide
        else:
            lines.append([word])
            used = wide
    return [" ".join(line) for line in lines]


def _advance(char: str, before: str, after: str, table: Mapping[str, list[int]]) -> int:
    if char in "\u200c\u200d\u2066\u2067\u2069":
        return 0
    forms = table.get(char, _UNKNOWN)
    if len(forms) == 1:
        return forms[0]
    is_joined = len(table.get(before, ())) == 4
    if len(forms) == 2:  # it joins to the letter before alone
        return forms[is_joined]
    joins = len(table.get(after, ())) > 1
    return forms[
        {(False, False): 0, (False, True): 1, (True, True): 2, (True, False): 3}[is_joined, joins]
    ]


def _is_mark(char: str) -> bool:
    """Whether a sign stands above or below the letter before it."""
    return "\u064b" <= char <= "\u065f" or char == "\u0670"


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, list[int]]]]:
    tables: Mapping[str, Mapping[str, Mapping[str, list[int]]]] = json.loads(
        _TABLE.read_text(encoding="utf-8")
    )
    return tables
