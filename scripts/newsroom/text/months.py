"""Dates as search compares them: terms that begin alike where days lie in the same month.

Words come folded and without their joints, so «بیست\u200cویکم» and «بیست و یکم» are read alike.

A day is filed as "2024-06-21" and, in the other calendar, "1403-04-01", so a month or a year is
sought by how its days begin. Years below 1800 are Solar Hijri. The same phrases are read in a text
at build time and in a query by the browser (`assets/scripts/search/words.js`); a test holds both
against one table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.text.date_words import month_names
from newsroom.text.dates import (
    CALENDARS,
    FIRST_YEAR,
    LAST_YEAR,
    Calendar,
    DateWords,
    Period,
    months_of,
)
from newsroom.text.stems import fold, without_joints
from newsroom.text.vocabulary import DAY_CARDINALS, DAY_ORDINALS

FIRST_SOLAR, LAST_SOLAR = 1200, 1599
"""The Solar Hijri years that are taken for years."""

MOST_DAYS = 10
"""A longer stretch is filed by its months."""

_MONTH_WORD = "ماه"
_BETWEEN = frozenset(map(fold, ("ماه", "سال", "روز", "از", "of", "the", "year", "day")))
"""Words that may stand between the day, the month and the year."""

_LAST = 31
_MOST_WORDS = 3
_FIGURES = re.compile("([0-9]{1,2})(st|nd|rd|th|ام|م)?")


class MonthReader:
    """Reads dates in words, in either language and calendar, as terms."""

    def __init__(self, words: Iterable[DateWords]) -> None:
        self.months: dict[str, tuple[str, int]] = {}
        """Calendar and number of a month by its folded name, with and without «ماه»."""
        self.common: set[str] = set()
        """Names that are words, too, «سرطان»: months only between a day and a year."""
        for calendar, name, number, is_common in month_names():
            self._learn(name, calendar, number)
            if is_common:
                self.common.add(fold(name))
        for known in words:
            for calendar, listed in known.months.items():
                for number, name in enumerate(listed, 1):
                    self._learn(name, calendar, number)

    def terms(self, words: Sequence[str]) -> Iterator[str]:
        """The terms of the dates among folded words that have a month's name and a year.

        "21 june 2024", "june 21 2024", "june 2024", «۱ تیر ۱۴۰۳», «تیر ماه ۱۴۰۳» as words, and so
        with an ordinal: "21st of june 2024", «یکم تیر ۱۴۰۳». An ordinal without a year gives the
        figure of the day, as it stands before the month elsewhere.
        """
        bare = [without_joints(word) for word in words]
        for place, word in enumerate(bare):
            if word in self.months:
                found = self._read(bare, place)
                if found:
                    yield found

    def _read(self, words: Sequence[str], place: int) -> str | None:
        calendar, month = self.months[words[place]]
        day = _day_after(words, place + 1)
        at = _skipped(words, day.end if day else place + 1)
        if not (day and _is_year_at(words, at, calendar)):
            day = _day_before(words, place) or day
            at = _skipped(words, place + 1)
        is_common = words[place] in self.common
        if not _is_year_at(words, at, calendar):
            return str(day.value) if day and day.is_ordinal and not is_common else None
        if is_common and not day:
            return None
        month_term = f"{words[at]}-{month:02}"
        return f"{month_term}-{day.value:02}" if day else month_term

    def _learn(self, name: str, calendar: str, number: int) -> None:
        name = fold(name)
        self.months.setdefault(name, (calendar, number))
        if not name.isascii():
            self.months.setdefault(name + _MONTH_WORD, (calendar, number))


def date_terms(period: Period) -> tuple[str, ...]:
    """What a period is filed under, in both calendars: its days, or the months it touches."""
    days = (period.end - period.start).days + 1
    if period.approximate or days > MOST_DAYS:
        return _unique(
            f"{year}-{month:02}"
            for calendar in CALENDARS
            for year, month in months_of(period, calendar)
        )
    every = (period.start + timedelta(days=step) for step in range(days))
    return _unique(_term(day, calendar) for day in every for calendar in CALENDARS)


def month_tables(reader: MonthReader) -> Mapping[str, object]:
    """The names of the months, the bounds of the years and how days are read, for the browser."""
    return {
        "names": {name: [calendar, number] for name, (calendar, number) in reader.months.items()},
        "common": sorted(reader.common),
        "days": {
            "between": sorted(_BETWEEN),
            "most": _MOST_WORDS,
            "last": _LAST,
            "figures": f"^{_FIGURES.pattern}$",
            "ordinals": _ORDINALS,
            "cardinals": _CARDINALS,
        },
        "years": {"gregorian": [FIRST_YEAR, LAST_YEAR], "solar": [FIRST_SOLAR, LAST_SOLAR]},
    }


def _is_year_at(words: Sequence[str], place: int, calendar: str) -> bool:
    word = words[place] if place < len(words) else ""
    if not (word.isascii() and word.isdecimal() and len(word) == 4):
        return False
    first, last = (FIRST_SOLAR, LAST_SOLAR) if calendar == "solar" else (FIRST_YEAR, LAST_YEAR)
    return first <= int(word) <= last


def _term(day: date, calendar: Calendar) -> str:
    year, month, number = calendar.parts(day)
    return f"{year}-{month:02}-{number:02}"


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of a month among words, from `start` up to `end` of them: 3, "3rd", «بیست و یکم»."""

    value: int
    start: int
    end: int
    is_ordinal: bool


def _day_before(words: Sequence[str], place: int) -> _Day | None:
    """The day told before a place: "the 21st of" June."""
    end = place
    while end and words[end - 1] in _BETWEEN:
        end -= 1
    return _longest(words, ((end - size, end) for size in range(_MOST_WORDS, 0, -1)))


def _day_after(words: Sequence[str], place: int) -> _Day | None:
    """The day told from a place on: June "the 21st"."""
    start = _skipped(words, place)
    return _longest(words, ((start, start + size) for size in range(_MOST_WORDS, 0, -1)))


def _skipped(words: Sequence[str], place: int) -> int:
    """The first place from `place` on where no word of `_BETWEEN` stands."""
    while place < len(words) and words[place] in _BETWEEN:
        place += 1
    return place


def _longest(words: Sequence[str], stretches: Iterator[tuple[int, int]]) -> _Day | None:
    for start, end in stretches:
        if start >= 0 and end <= len(words):
            day = _read(words, start, end)
            if day:
                return day
    return None


def _read(words: Sequence[str], start: int, end: int) -> _Day | None:
    """The day a stretch of words is as a whole. Figures are never put together: "2 1"."""
    written = "".join(words[start:end])
    value = _ORDINALS.get(written)
    if value:
        return _Day(value, start, end, is_ordinal=True)
    if written in _CARDINALS:
        return _Day(_CARDINALS[written], start, end, is_ordinal=False)
    figures = (
        _FIGURES.fullmatch(written) if not words[end - 1].isdigit() or end - start == 1 else None
    )
    if figures and 1 <= int(figures[1]) <= _LAST:
        return _Day(int(figures[1]), start, end, is_ordinal=bool(figures[2]))
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
