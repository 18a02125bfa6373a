"""Dates as search compares them: terms that begin alike where days lie in the same month.

A day is filed as "2024-06-21" and, in the other calendar, "1403-04-01", so a month or a year is
sought by how its days begin. Years below 1800 are Solar Hijri. The same phrases are read in a text
at build time and in a query by the browser (`overrides/assets/finder.js`); a test holds both
against one table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from newsroom.text.dates import FIRST_YEAR, GREGORIAN, LAST_YEAR, SOLAR, Calendar, DateWords, Period
from newsroom.text.stems import fold

FIRST_SOLAR, LAST_SOLAR = 1200, 1599
"""The Solar Hijri years that are taken for years."""

MOST_DAYS = 10
"""A longer stretch is filed by its months."""

_OTHER_NAMES: Mapping[str, Mapping[int, str]] = {
    "gregorian": {
        1: "jan january ژانویه",
        2: "feb february فوریه",
        3: "mar march مارس",
        4: "apr april آوریل اپریل",
        5: "may مه می",
        6: "jun june ژوئن جون",
        7: "jul july ژوئیه جولای ژوییه",
        8: "aug august اوت آگوست",
        9: "sep sept september سپتامبر",
        10: "oct october اکتبر",
        11: "nov november نوامبر",
        12: "dec december دسامبر",
    },
    "solar": {
        1: "farvardin فروردین",
        2: "ordibehesht اردیبهشت",
        3: "khordad خرداد",
        4: "tir تیر",
        5: "mordad amordad مرداد امرداد",
        6: "shahrivar شهریور",
        7: "mehr مهر",
        8: "aban آبان",
        9: "azar آذر",
        10: "dey دی",
        11: "bahman بهمن",
        12: "esfand اسفند",
    },
}
_MONTH_WORD = "ماه"
_CALENDARS = (GREGORIAN, SOLAR)


class MonthReader:
    """Reads dates in words, in either language and calendar, as terms."""

    def __init__(self, words: Iterable[DateWords]) -> None:
        self.months: dict[str, tuple[str, int]] = {}
        """Calendar and number of a month by its folded name, with and without «ماه»."""
        for calendar, months in _OTHER_NAMES.items():
            for number, names in months.items():
                self._learn(names.split(), calendar, number)
        for known in words:
            for calendar, listed in known.months.items():
                for number, name in enumerate(listed, 1):
                    self._learn([name], calendar, number)

    def terms(self, words: Sequence[str]) -> Iterator[str]:
        """The terms of the dates among folded words that have a month's name and a year.

        "21 june 2024", "june 21 2024", "june 2024", «۱ تیر ۱۴۰۳», «تیر ماه ۱۴۰۳» as words.
        """
        for place, word in enumerate(words):
            if word in self.months:
                found = self._read(words, place)
                if found:
                    yield found

    def _read(self, words: Sequence[str], place: int) -> str | None:
        calendar, month = self.months[words[place]]
        after = [word for word in words[place + 1 : place + 4] if word != _MONTH_WORD]
        day = words[place - 1] if place else ""
        year, *_ = after or [""]
        if len(after) > 1 and is_day(year) and is_year(after[1], calendar):
            day, year = after[:2]
        if not is_year(year, calendar):
            return None
        month_term = f"{year}-{month:02}"
        return f"{month_term}-{int(day):02}" if is_day(day) else month_term

    def _learn(self, names: Iterable[str], calendar: str, number: int) -> None:
        for name in map(fold, names):
            self.months.setdefault(name, (calendar, number))
            if not name.isascii():
                self.months.setdefault(name + _MONTH_WORD, (calendar, number))


def is_day(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 31


def is_year(word: str, calendar: str) -> bool:
    if not (word.isascii() and word.isdecimal() and len(word) == 4):
        return False
    first, last = (FIRST_SOLAR, LAST_SOLAR) if calendar == "solar" else (FIRST_YEAR, LAST_YEAR)
    return first <= int(word) <= last


def date_terms(period: Period) -> tuple[str, ...]:
    """What a period is filed under, in both calendars: its days, or the months it touches."""
    days = (period.end - period.start).days + 1
    if period.approximate or days > MOST_DAYS:
        # No month is shorter than the step, so none is missed.
        touched = (period.start + timedelta(days=step) for step in range(0, days, 27))
        ends = (*touched, period.end)
        return _unique(_term(day, calendar)[:7] for day in ends for calendar in _CALENDARS)
    every = (period.start + timedelta(days=step) for step in range(days))
    return _unique(_term(day, calendar) for day in every for calendar in _CALENDARS)


def month_tables(reader: MonthReader) -> Mapping[str, object]:
    """The names of the months and the bounds of the years, for the browser."""
    return {
        "names": {name: [calendar, number] for name, (calendar, number) in reader.months.items()},
        "word": _MONTH_WORD,
        "years": {"gregorian": [FIRST_YEAR, LAST_YEAR], "solar": [FIRST_SOLAR, LAST_SOLAR]},
    }


def _term(day: date, calendar: Calendar) -> str:
    year, month, number = calendar.parts(day)
    return f"{year}-{month:02}-{number:02}"


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
