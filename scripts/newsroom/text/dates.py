"""Dates in two calendars: one stretch of days, printed in Gregorian and in Solar Hijri.

In files a date is ISO 8601 / EDTF level 0, Gregorian, as exact as known: `2024`, `2024-06`,
`2024-06-21`, or `2024-06-01/2024-06-04`. Inside it is a `Period`, its first and last day. How exact
it is follows from the days: a period that is exactly a month of either calendar *is* that month
there, so «خرداد ۱۴۰۲» needs no second notation. Conversion is persiantools', which agrees with the
astronomical rule on every day of 1300 to 1500 AH.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from newsroom.text.messages import say
from newsroom.text.persian import persian_digits

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Years outside are taken for slips: 1403 in a file would be a Solar Hijri year."""

GREGORIAN_YEARS, SOLAR_YEARS = range(FIRST_YEAR, LAST_YEAR + 1), range(1178, 1578)
"""The same years in both calendars."""

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included."""

    start: date
    end: date
    approximate: bool = False
    within: bool = False
    """Whether it stands for one of its days, nobody says which, and not for all of them."""

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    @property
    def is_named(self) -> bool:
        """Whether a calendar has a name for it: a month, a year, the middle of a month."""
        return any(_is_named(calendar, self) for calendar in CALENDARS)

    @property
    def is_inexact(self) -> bool:
        """Whether some part of it is meant: a month, a year, the middle of a month, or about so."""
        return self.approximate or self.within or self.is_named

    @property
    def days(self) -> tuple[date, date]:
        """Its first and its last day, whatever is said of them."""
        return self.start, self.end

    @property
    def days_of_year(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Month and day of both, as a date without its year has them."""
        return (self.start.month, self.start.day), (self.end.month, self.end.day)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day is in both."""
        return self.start <= other.end and other.start <= self.end

    @property
    def iso(self) -> str | None:
        """The value of `<time datetime>`: a day, month or year; `None` for any other stretch."""
        iso = iso_in(self, GREGORIAN)
        return None if "/" in iso else iso


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words a language needs for dates; see `date` in `data/strings/<lang>.yml`."""

    lang: str
    months: Mapping[str, tuple[str, ...]]
    """Twelve names for each calendar, `gregorian` and `solar`."""
    day_month: str
    """How day and month stand: `{day} {month}`."""
    span: str
    """`{start} to {end}`"""
    approximate: str
    """`about {date}`"""
    thirds: tuple[str, str, str]
    """Begin, middle and end of a month: `mid-{month}`."""
    within: tuple[str, str, str]
    """Some day of a month or year, of a stretch of days, some time in a third of a month: `on a day
    in {date}`."""
    both: str
    """Both calendars: `{first} ({second})`."""

    def digits(self, text: str) -> str:
        """`text` with the digits of the language."""
        return persian_digits(text) if self.lang == "fa" else text


@dataclass(frozen=True, slots=True)
class Calendar:
    """How one calendar counts the days."""

    name: str
    """Its name in the words of a language: `gregorian` or `solar`."""
    parts: Callable[[date], tuple[int, int, int]]
    """Year, month and day of a Gregorian date."""
    day: Callable[[int, int, int], date]
    """The Gregorian date of a year, month and day; raises `ValueError` where there is none."""


@lru_cache(maxsize=4096)
def _solar_parts(day: date) -> tuple[int, int, int]:
    """One conversion for each day: a timeline asks for the same ones over and over."""
    solar = JalaliDate(day)  # type: ignore[no-untyped-call]  # persiantools has no types
    return solar.year, solar.month, solar.day


def _solar_day(year: int, month: int, day: int) -> date:
    solar = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]
    return date.fromordinal(solar.to_gregorian().toordinal())


GREGORIAN = Calendar("gregorian", lambda day: (day.year, day.month, day.day), date)
SOLAR = Calendar("solar", _solar_parts, _solar_day)
CALENDARS = (GREGORIAN, SOLAR)


def parse_period(text: str, *, approximate: bool = False) -> Period:
    """The period an ISO date or range means.

    Raises `ValueError`, with a message for an editor, on another form, a date that does not exist,
    a year outside 1800 to 2199 or a range that runs backwards.
    """
    first, slash, last = text.partition("/")
    start, end = _bounds(first)
    if slash:
        end = _bounds(last)[1]
    if end < start:
        raise ValueError(say("the range '{text}' ends before it begins", text=text))
    return Period(start, end, approximate)


def iso_of(period: Period) -> str:
    """The period as files have it: `2024`, `2024-06`, `2024-06-21`, or a range `a/b`."""
    return iso_in(period, GREGORIAN)


def iso_in(period: Period, calendar: Calendar) -> str:
    """The period in one calendar, in the form ISO dates have: `1403`, `1403-04`, or `a/b`."""
    first, last = (
        f"{year:04}-{month:02}-{day:02}"
        for year, month, day in map(calendar.parts, (period.start, period.end))
    )
    if period.is_day:
        return first
    if _is_whole_year(calendar, period):
        return first[:4]
    return first[:7] if _is_whole_month(calendar, period) else f"{first}/{last}"


def format_period(period: Period, words: DateWords) -> str:
    """The period in both calendars: «۱ تیر ۱۴۰۳ (۲۱ ژوئن ۲۰۲۴)», "21 June 2024 (1 Tir 1403)".

    The language's own calendar stands first, unless only the other one has a name for the period:
    what is known as Khordad 1402 is "Khordad 1402 (22 May to 21 June 2023)" in English too.
    """
    first, second = leading_calendars(period, words.lang)
    both = words.both.format(
        first=_text_in(period, first, words), second=_text_in(period, second, words)
    )
    return _within(both, period, first, words)


def leading_calendars(period: Period, lang: str) -> tuple[Calendar, Calendar]:
    """The calendar a period is given in first, and the other one."""
    own, other = own_calendars(lang)
    if not period.is_day and _is_named(other, period) and not _is_named(own, period):
        return other, own
    return own, other


def own_calendars(lang: str) -> tuple[Calendar, Calendar]:
    """The calendar a language reads first, and the other one."""
    return (SOLAR, GREGORIAN) if lang == "fa" else (GREGORIAN, SOLAR)


def format_in(period: Period, calendar: Calendar, words: DateWords) -> str:
    """The period in one calendar, with the digits of the language."""
    return _within(_text_in(period, calendar, words), period, calendar, words)


def months_of(period: Period, calendar: Calendar) -> Iterator[tuple[int, int]]:
    """The year and number of each month a period touches, in order."""
    # No month is shorter than the step, so none is missed.
    steps = range(0, (period.end - period.start).days, 27)
    days = (*(period.start + timedelta(days=step) for step in steps), period.end)
    yield from dict.fromkeys(calendar.parts(day)[:2] for day in days)


def format_months(period: Period, calendar: Calendar, words: DateWords) -> str:
    """The months a period touches in one calendar: "June 2024", "May to June 2023"."""
    (year, month), (end_year, end_month) = (
        calendar.parts(day)[:2] for day in (period.start, period.end)
    )
    text = _month_year(calendar, period.end, words)
    if (year, month) != (end_year, end_month):
        name = words.months[calendar.name][month - 1]
        start = name if year == end_year else _month_year(calendar, period.start, words)
        text = words.span.format(start=start, end=text)
    return words.digits(text)


def year_in(day: date, calendar: Calendar) -> int:
    """The year a day lies in, as a calendar counts them."""
    return calendar.parts(day)[0]


def _within(text: str, period: Period, calendar: Calendar, words: DateWords) -> str:
    """The text of a period, as one day of it where that is meant; `calendar` leads in it."""
    if not period.within:
        return text
    in_named, in_days, in_third = words.within
    is_third = _third(calendar, period) is not None
    phrase = in_third if is_third else in_named if _is_named(calendar, period) else in_days
    return phrase.format(date=text)


def _text_in(period: Period, calendar: Calendar, words: DateWords) -> str:
    third = _third(calendar, period)
    if third is not None:
        text = words.thirds[third].format(month=_month_year(calendar, period.start, words))
    else:
        text = _exact(period, calendar, words)
        if period.approximate:
            text = words.approximate.format(date=text)
    return words.digits(text)


def _bounds(text: str) -> tuple[date, date]:
    """First and last day of `2024`, `2024-06` or `2024-06-21`."""
    match = _ISO.fullmatch(text)
    if not match:
        raise ValueError(
            say("'{text}' is not a date; write 2024, 2024-06, 2024-06-21 or a range a/b", text=text)
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            say(
                "the year {year} is not between {first} and {last} (Gregorian)",
                year=str(year),
                first=str(FIRST_YEAR),
                last=str(LAST_YEAR),
            )
        )
    try:
        start = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(say("the date '{text}' does not exist", text=text)) from None
    if day is not None:
        return start, start
    last_month = 12 if month is None else month
    return start, date(year, last_month, monthrange(year, last_month)[1])


def _exact(period: Period, calendar: Calendar, words: DateWords) -> str:
    if _is_whole_year(calendar, period):
        return str(year_in(period.start, calendar))
    if _is_whole_month(calendar, period):
        return _month_year(calendar, period.start, words)
    if period.is_day:
        return _day(calendar, period.start, words)
    return words.span.format(
        start=_shared_start(period, calendar, words), end=_day(calendar, period.end, words)
    )


def _shared_start(period: Period, calendar: Calendar, words: DateWords) -> str:
    """The first day without what it shares with the last: the 1 of "1 to 4 Tir 1403"."""
    (year, month, day), (end_year, end_month, _) = map(calendar.parts, (period.start, period.end))
    if (year, month) == (end_year, end_month):
        return str(day)
    if year == end_year:
        return words.day_month.format(day=day, month=words.months[calendar.name][month - 1])
    return _day(calendar, period.start, words)


def _day(calendar: Calendar, day: date, words: DateWords) -> str:
    year, month, number = calendar.parts(day)
    name = words.months[calendar.name][month - 1]
    return f"{words.day_month.format(day=number, month=name)} {year}"


def _month_year(calendar: Calendar, day: date, words: DateWords) -> str:
    year, month, _ = calendar.parts(day)
    return f"{words.months[calendar.name][month - 1]} {year}"


def _is_whole_month(calendar: Calendar, period: Period) -> bool:
    year, month, day = calendar.parts(period.start)
    after = calendar.parts(period.end + timedelta(days=1))
    return day == 1 and after[2] == 1 and calendar.parts(period.end)[:2] == (year, month)


def _is_whole_year(calendar: Calendar, period: Period) -> bool:
    year, month, day = calendar.parts(period.start)
    after = calendar.parts(period.end + timedelta(days=1))
    return (month, day) == (1, 1) and after == (year + 1, 1, 1)


def _is_named(calendar: Calendar, period: Period) -> bool:
    """Whether the calendar has a name for the stretch: a year, a month, the middle of one."""
    return (
        _is_whole_month(calendar, period)
        or _is_whole_year(calendar, period)
        or _third(calendar, period) is not None
    )


def _third(calendar: Calendar, period: Period) -> int | None:
    """Which ten days of a month an approximate period is: 0, 1, 2; `None` when it is none."""
    if not period.approximate or period.is_day:
        return None
    year, month, day = calendar.parts(period.start)
    if calendar.parts(period.end)[:2] != (year, month):
        return None
    last = calendar.parts(period.end)[2]
    if (day, last) in ((1, 10), (11, 20)):
        return day // 10
    is_month_end = calendar.parts(period.end + timedelta(days=1))[2] == 1
    return 2 if day == 21 and is_month_end else None
