"""The day of a month as it stands beside the month's name: 3, «۳», "3rd", "third", «بیست و یکم».

Words come folded and without their joints, so «بیست\u200cویکم» and «بیست و یکم» are read alike. The
browser reads days by the same tables (`assets/scripts/search/words.js`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.text.stems import fold
from newsroom.text.vocabulary import DAY_CARDINALS, DAY_ORDINALS

_BETWEEN = frozenset(map(fold, ("ماه", "سال", "روز", "از", "of", "the", "year", "day")))
"""Words that may stand between the day, the month and the year."""

_LAST = 31
_MOST_WORDS = 3
_FIGURES = re.compile("([0-9]{1,2})(st|nd|rd|th|ام|م)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day among words, from `start` up to `end` of them."""

    value: int
    start: int
    end: int
    is_ordinal: bool


def day_before(words: Sequence[str], place: int) -> Day | None:
    """The day told before a place: "the 21st of" June."""
    end = place
    while end and words[end - 1] in _BETWEEN:
        end -= 1
    return _longest(words, ((end - size, end) for size in range(_MOST_WORDS, 0, -1)))


def day_after(words: Sequence[str], place: int) -> Day | None:
    """The day told from a place on: June "the 21st"."""
    start = skipped(words, place)
    return _longest(words, ((start, start + size) for size in range(_MOST_WORDS, 0, -1)))


def skipped(words: Sequence[str], place: int) -> int:
    """The first place from `place` on where no word of `_BETWEEN` stands."""
    while place < len(words) and words[place] in _BETWEEN:
        place += 1
    return place


def day_tables() -> Mapping[str, object]:
    """The words of this module for the browser."""
    return {
        "between": sorted(_BETWEEN),
        "most": _MOST_WORDS,
        "last": _LAST,
        "figures": f"^{_FIGURES.pattern}$",
        "ordinals": _ORDINALS,
        "cardinals": _CARDINALS,
    }


def _longest(words: Sequence[str], stretches: Iterator[tuple[int, int]]) -> Day | None:
    for start, end in stretches:
        if start >= 0 and end <= len(words):
            day = _read(words, start, end)
            if day:
                return day
    return None


def _read(words: Sequence[str], start: int, end: int) -> Day | None:
    """The day a stretch of words is as a whole. Figures are never put together: "2 1"."""
    written = "".join(words[start:end])
    value = _ORDINALS.get(written)
    if value:
        return Day(value, start, end, is_ordinal=True)
    if written in _CARDINALS:
        return Day(_CARDINALS[written], start, end, is_ordinal=False)
    figures = (
        _FIGURES.fullmatch(written) if not words[end - 1].isdigit() or end - start == 1 else None
    )
    if figures and 1 <= int(figures[1]) <= _LAST:
        return Day(int(figures[1]), start, end, is_ordinal=bool(figures[2]))
    return None


def _as_written(words: str) -> str:
    return "".join(fold(word) for word in words.split())


def _ordinals() -> dict[str, int]:
    """Each ordinal by its letters; Persian ones also as they stand before a noun, «سومین»."""
    found: dict[str, int] = {}
    for lang, listed in DAY_ORDINALS.items():
        for words, value in listed.items():
            word = _as_written(words)
            found[word] = value
            if lang == "fa" and not word.endswith("ین"):
                found[f"{word}ین"] = value
    return found


def _cardinals() -> dict[str, int]:
    """The numbers of days by their letters: «بیستویک», "twentyone"."""
    return {
        _as_written(words): value
        for listed in DAY_CARDINALS.values()
        for words, value in listed.items()
    }


_ORDINALS = _ordinals()
_CARDINALS = _cardinals()
