"""What date a phrase means: «اول تیر», "from 1 to 4 Tir", «۱۴۰۲/۰۹/۱۰- ۱۲:۲۶», "last Sunday".

Every date of a text is found with its place. What names its year stands by itself; what does not is
resolved near another day and marked inferred. A weekday is verified, and so is a date given in both
calendars. Nothing is guessed: a phrase that cannot be resolved comes with the reason why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsroom.text.date_grammar import Phrase, parse_phrase
from newsroom.text.date_words import Token, tokens
from newsroom.text.dates import GREGORIAN, SOLAR, Calendar, Period
from newsroom.text.messages import say

_NEVER_FIRST = frozenset({"word", "filler", "equals", "to", "and"})
"""Kinds of tokens no date begins with; most of a text is `word`."""
_WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or range named in a text, at code points `start` to `end` of it."""

    start: int
    end: int
    text: str
    period: Period | None
    calendar: Calendar | None
    """The calendar it is written in; `None` for a weekday or "yesterday"."""
    time: str | None = None
    inferred: bool = False
    """Its year or its day was taken from `near`."""
    problem: str = ""
    """Why there is no period."""
    defect: str = ""
    """What kind of slip that is: `weekday`, or `pair` for days of two calendars that differ."""
    is_full: bool = False
    """It names its year itself."""
    is_relative: bool = False
    """It is counted from another day: "yesterday", "last month"."""


class WeekdayError(ValueError):
    """A weekday that the date beside it does not fall on."""


def find_dates(text: str, near: Period | None = None) -> tuple[FoundDate, ...]:
    """The dates `text` names, in order; `near` is what those without a year are near to."""
    read = list(tokens(text))
    found: list[FoundDate] = []
    at = 0
    while at < len(read):
        parsed = None if read[at].kind in _NEVER_FIRST else parse_phrase(read, at)
        if parsed:
            phrases, after = parsed
            start, end = _extent(read, at, after)
            found.append(_resolve(text, start, end, phrases, near))
            at = after
        else:
            at += 1
    return tuple(_compare_calendars(text, found))


def read_date(text: str, near: Period | None = None) -> FoundDate:
    """The one date a phrase means; raises `ValueError`, with the reason, when it means none."""
    found = find_dates(text, near)
    if not found:
        raise ValueError(say("no date is found in '{text}'", text=text))
    first = found[0]
    if first.problem:
        raise ValueError(first.problem)
    others = [other for other in found[1:] if other.problem or other.period != first.period]
    if others:
        raise ValueError(others[0].problem or say("'{text}' names more than one date", text=text))
    return first


def _extent(read: Sequence[Token], at: int, after: int) -> tuple[int, int]:
    while read[at].kind in ("filler", "equals") and at < after - 1:
        at += 1
    return read[at].start, read[after - 1].end


def _resolve(
    text: str, start: int, end: int, phrases: tuple[Phrase, ...], near: Period | None
) -> FoundDate:
    said = text[start:end]
    is_full = any(phrase.year is not None for phrase in phrases)
    period, problem, defect = None, "", ""
    try:
        period = _span(phrases, near, said)
    except ValueError as error:
        problem, defect = error.args[0], "weekday" if isinstance(error, WeekdayError) else ""
    return FoundDate(
        start,
        end,
        said,
        period,
        phrases[-1].calendar,
        time=phrases[-1].time,
        inferred=period is not None and not is_full,
        problem=problem,
        defect=defect,
        is_full=is_full,
        is_relative=bool(phrases[-1].unit),
    )


def _span(phrases: tuple[Phrase, ...], near: Period | None, said: str) -> Period:
    """From the first day to the last; one phrase lends the other its year."""
    first, last = phrases[0], phrases[-1]
    if first is last:
        return _period_of(first, near, said)
    if first.year is not None and last.year is None:
        start = _period_of(first, near, said)
        end = _period_of(last, start, said)
    else:
        end = _period_of(last, near, said)
        start = _period_of(first, Period(end.start, end.start), said)
    if end.end < start.start:
        raise ValueError(say("'{text}' ends before it begins", text=said))
    return Period(start.start, end.end, approximate=start.approximate or end.approximate)


def _period_of(phrase: Phrase, near: Period | None, said: str) -> Period:
    if phrase.unit == "unclear":
        raise ValueError(
            say("'{text}' may be day/month or month/day; write the month as a word", text=said)
        )
    if phrase.unit:
        return _relative(phrase, _needed(near, said))
    if phrase.calendar is None:
        return _weekday_near(phrase, _needed(near, said), said)
    year = phrase.year
    if year is None and phrase.relative_year is not None:
        day = _needed(near, said).start
        year = phrase.calendar.parts(day)[0] + phrase.relative_year
    if year is not None:
        period = _exact(phrase, phrase.calendar, year, said)
        _verify_weekday(phrase, period, said)
        return period
    return _nearest(phrase, _needed(near, said), said)


def _needed(near: Period | None, said: str) -> Period:
    if near is None:
        raise ValueError(say("'{text}' names no year; say near which day it lies", text=said))
    return near


def _exact(phrase: Phrase, calendar: Calendar, year: int, said: str) -> Period:
    try:
        if phrase.month is None and phrase.third is not None:
            start = calendar.day(year, 1 + 4 * phrase.third, 1)
            following = (year, 5 + 4 * phrase.third) if phrase.third < 2 else (year + 1, 1)
            after = calendar.day(*following, 1)
        elif phrase.month is None:
            start, after = calendar.day(year, 1, 1), calendar.day(year + 1, 1, 1)
        elif phrase.day is None:
            following = (year, phrase.month + 1) if phrase.month < 12 else (year + 1, 1)
            start, after = calendar.day(year, phrase.month, 1), calendar.day(*following, 1)
        else:
            start = calendar.day(year, phrase.month, phrase.day)
            after = start + timedelta(days=1)
    except (ValueError, OverflowError):
        raise ValueError(say("'{text}' is no day of the calendar", text=said)) from None
    period = Period(start, after - timedelta(days=1), phrase.approximate)
    return _third_of(period, phrase.third) if phrase.third is not None else period


def _third_of(period: Period, third: int) -> Period:
    """Ten days of a month; of a year, it is the third already."""
    if not 20 < (period.end - period.start).days < 40:
        return replace(period, approximate=True)
    start = period.start + timedelta(days=10 * third)
    end = period.end if third == 2 else start + timedelta(days=9)
    return Period(start, end, approximate=True)


def _verify_weekday(phrase: Phrase, period: Period, said: str) -> None:
    if phrase.weekday is not None and period.is_day and period.start.weekday() != phrase.weekday:
        actual, printed = _WEEKDAYS[period.start.weekday()], _WEEKDAYS[phrase.weekday]
        raise WeekdayError(
            say(
                "'{text}' is a {actual}, not a {printed}", text=said, actual=actual, printed=printed
            )
        )


def _nearest(phrase: Phrase, near: Period, said: str) -> Period:
    """The year that brings the date nearest, of those in which its weekday is right."""
    assert phrase.calendar is not None
    year = phrase.calendar.parts(near.start)[0]
    fitting: list[tuple[int, Period]] = []
    for candidate in range(year - 3, year + 4):
        try:
            period = _exact(phrase, phrase.calendar, candidate, said)
            _verify_weekday(phrase, period, said)
        except ValueError:
            continue
        fitting.append((abs((period.start - near.start).days), period))
    if not fitting:
        raise (ValueError if phrase.weekday is None else WeekdayError)(
            say("'{text}' fits no year near {day}", text=said, day=near.start)
        )
    return min(fitting)[1]


def _relative(phrase: Phrase, near: Period) -> Period:
    calendar = SOLAR if phrase.lang == "fa" else GREGORIAN
    day, offset = near.start, phrase.offset
    if phrase.unit == "day":
        start = day + timedelta(days=offset)
        return Period(start, start)
    if phrase.unit == "week":
        first = 5 if phrase.lang == "fa" else 0  # Saturday, Monday
        start = day - timedelta(days=(day.weekday() - first) % 7) + timedelta(weeks=offset)
        return Period(start, start + timedelta(days=6))
    year, month, _ = calendar.parts(day)
    if phrase.unit == "year":
        return _exact(Phrase(calendar), calendar, year + offset, "")
    months = year * 12 + month - 1 + offset
    return _exact(Phrase(calendar, month=months % 12 + 1), calendar, months // 12, "")


def _weekday_near(phrase: Phrase, near: Period, said: str) -> Period:
    """The day inside `near`, when that is several; else the last one up to it, or as qualified."""
    assert phrase.weekday is not None
    span = (near.end - near.start).days
    inside = [
        day
        for day in (near.start + timedelta(days=at) for at in range(min(span, 31) + 1))
        if day.weekday() == phrase.weekday
    ]
    if span and len(inside) == 1 and phrase.qualifier is None:
        return Period(inside[0], inside[0])
    if span > 6:
        raise ValueError(
            say(
                "'{text}' is several days of {first} to {last}",
                text=said,
                first=near.start,
                last=near.end,
            )
        )
    day = _step(near.end, phrase.weekday, phrase.qualifier)
    return Period(day, day)


def _step(near: date, weekday: int, qualifier: int | None) -> date:
    if qualifier == 1:
        return near + timedelta(days=(weekday - near.weekday() - 1) % 7 + 1)
    if qualifier == -1:
        return near - timedelta(days=(near.weekday() - weekday - 1) % 7 + 1)
    return near - timedelta(days=(near.weekday() - weekday) % 7)


def _may_be_the_same(one: Period, two: Period) -> bool:
    """Whether two periods are of the same days, or inexact and have days in common.

    A month of one calendar is never one of the other: "June 2023 (Khordad 1402)" says what it can.
    """
    if (one.start, one.end) == (two.start, two.end):
        return True
    is_inexact = one.is_inexact and two.is_inexact
    return is_inexact and one.start <= two.end and two.start <= one.end


def _compare_calendars(text: str, found: Sequence[FoundDate]) -> list[FoundDate]:
    """Dates given in both calendars are held against each other; one lends the other its year."""
    compared = list(found)
    for at in range(len(compared) - 1):
        one, two = compared[at], compared[at + 1]
        gap = text[one.end : two.start].strip(" \u200c\u00a0").removesuffix("با").strip()
        is_pair = gap in ("(", "=", "/", "برابر", "مطابق", "،", "؛") and None not in (
            one.calendar,
            two.calendar,
        )
        if not is_pair or one.calendar is two.calendar:
            continue
        if two.period and not one.is_full and two.is_full:
            one = compared[at] = find_dates(one.text, two.period)[0]
        elif one.period and not two.is_full and one.is_full:
            two = compared[at + 1] = find_dates(two.text, one.period)[0]
        if one.period and two.period and not _may_be_the_same(one.period, two.period):
            problem = say("'{one}' and '{two}' are not the same days", one=one.text, two=two.text)
            compared[at + 1] = replace(two, period=None, problem=problem, defect="pair")
    return compared
