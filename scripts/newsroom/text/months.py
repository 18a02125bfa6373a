"""Dates as search compares them: terms that begin alike where days lie in the same month.

A day is filed as "2024-06-21" and, in the other calendar, "1403-04-01", so a month or a year is
sought by how its days begin. Years below 1800 are Solar Hijri. The same phrases are read in a text
at build time and in a query by the browser (`assets/scripts/search/words.js`); a test holds both
against one table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from newsroom.text.date_words import month_names
from newsroom.text.dates import (
    FIRST_YEAR,
    GREGORIAN,
    LAST_YEAR,
    SOLAR,
    Calendar,
    DateWords,
    Period,
    months_of,
)
from newsroom.text.days import day_after, day_before, day_tables, skipped
from newsroom.text.stems import fold, without_joints

FIRST_SOLAR, LAST_SOLAR = 1200, 1599
"""The Solar Hijri years that are taken for years."""

MOST_DAYS = 10
"""A longer stretch is filed by its months."""

_MONTH_WORD = "ماه"
_CALENDARS = (GREGORIAN, SOLAR)


class MonthReader:
    """Reads dates in words, in either language and calendar, as terms."""

    def __init__(self, words: Iterable[DateWords]) -> None:
        self.months: dict[str, tuple[str, int]] = {}
        """Calendar and number of a month by its folded name, with and without «ماه»."""
        self.common: set[str] = set()
        """Names that are words, too, «سرطان»: months only between a day and a year."""
        for calendar, name, number, is_common in month_names():
            self._learn([name], calendar, number)
            if is_common:
                self.common.add(fold(name))
        for known in words:
            for calendar, listed in known.months.items():
                for number, name in enumerate(listed, 1):
                    self._learn([name], calendar, number)

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
        day = day_after(words, place + 1)
        at = skipped(words, day.end if day else place + 1)
        if not (day and _is_year_at(words, at, calendar)):
            day = day_before(words, place) or day
            at = skipped(words, place + 1)
        is_common = words[place] in self.common
        if not _is_year_at(words, at, calendar):
            return str(day.value) if day and day.is_ordinal and not is_common else None
        if is_common and not day:
            return None
        month_term = f"{words[at]}-{month:02}"
        return f"{month_term}-{day.value:02}" if day else month_term

    def _learn(self, names: Iterable[str], calendar: str, number: int) -> None:
        for name in map(fold, names):
            self.months.setdefault(name, (calendar, number))
            if not name.isascii():
                self.months.setdefault(name + _MONTH_WORD, (calendar, number))


def date_terms(period: Period) -> tuple[str, ...]:
    """What a period is filed under, in both calendars: its days, or the months it touches."""
    days = (period.end - period.start).days + 1
    if period.approximate or days > MOST_DAYS:
        return _unique(
            f"{year}-{month:02}"
            for calendar in _CALENDARS
            for year, month in months_of(period, calendar)
        )
    every = (period.start + timedelta(days=step) for step in range(days))
    return _unique(_term(day, calendar) for day in every for calendar in _CALENDARS)


def month_tables(reader: MonthReader) -> Mapping[str, object]:
    """The names of the months, the bounds of the years and how days are read, for the browser."""
    return {
        "names": {name: [calendar, number] for name, (calendar, number) in reader.months.items()},
        "common": sorted(reader.common),
        "days": day_tables(),
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
