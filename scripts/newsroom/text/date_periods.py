"""When a phrase is: the days it means, by its own year or near another day.

Raises `ValueError`, with the reason, where there is no such day or more than one.
"""

from dataclasses import replace
from datetime import date, timedelta

from newsroom.text.date_said import Doubt, Part, Phrase
from newsroom.text.dates import GREGORIAN, SOLAR, Calendar, Period
from newsroom.text.messages import Message, say

WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


class WeekdayError(ValueError):
    """A weekday that the date beside it does not fall on."""


class SeasonError(ValueError):
    """A winter, which lies in two years."""


def span_of(first: Phrase, last: Phrase | None, near: Period | None, said: str) -> Period:
    """From the first day to the last; one phrase lends the other its year."""
    if last is None:
        return period_of(first, near, said)
    if first.weekday is not None and first.calendar is None and not first.unit:
        start = period_of(first, near, said)
        end = period_of(replace(last, qualifier=1), start, said)
    elif first.year is not None and last.year is None:
        start = period_of(first, near, said)
        end = period_of(last, start, said)
    else:
        end = period_of(last, near, said)
        start = period_of(first, near if first.unit else Period(end.start, end.start), said)
    if end.end < start.start:
        raise ValueError(say("'{text}' ends before it begins", text=said))
    return Period(start.start, end.end, approximate=start.approximate or end.approximate)


def period_of(phrase: Phrase, near: Period | None, said: str) -> Period:
    """The days of one phrase; `near` is what it lies near to if it names no year.

    `said` is its wording, for messages.
    """
    if phrase.doubt:
        raise ValueError(_doubtful(phrase.doubt, phrase.doubtful_year, said))
    if phrase.unit:
        return _parted(phrase, _relative(phrase, _needed(near, said), said), said)
    if phrase.calendar is None:
        return _weekday_near(phrase, _needed(near, said), said)
    year = phrase.year
    if year is None and phrase.relative_year is not None:
        day = _needed(near, said).start
        year = phrase.calendar.parts(day)[0] + phrase.relative_year
    if year is None:
        return _nearest(phrase, _needed(near, said), said)
    period = _exact(phrase, phrase.calendar, year, said)
    _verify_weekday(phrase, period, said)
    return period


def _doubtful(doubt: Doubt, year: int | None, said: str) -> Message:
    match doubt:
        case Doubt.DAY_OR_MONTH:
            return say(
                "'{text}' may be day/month or month/day; write the month as a word", text=said
            )
        case Doubt.SHORT_YEAR:
            return say("'{text}' has a two-digit year; write all four digits", text=said)
        case Doubt.YEAR_OR_COUNT:
            return say(
                "'{text}' may be the year {year}; write all four digits", text=said, year=year
            )
        case Doubt.OTHER_CALENDAR:
            return say("'{text}' is in an unsupported calendar", text=said)


def _needed(near: Period | None, said: str) -> Period:
    if near is None:
        raise ValueError(say("'{text}' has no year; give a date near it", text=said))
    return near


def _exact(phrase: Phrase, calendar: Calendar, year: int, said: str) -> Period:
    try:
        if phrase.season is not None:
            period = _season(phrase.season, calendar, year, said)
        elif phrase.month is None:
            period = _until(calendar.day(year, 1, 1), calendar.day(year + 1, 1, 1))
        elif phrase.day is None:
            period = _months(calendar, year, phrase.month, 1)
        else:
            start = calendar.day(year, phrase.month, phrase.day)
            period = Period(start, start)
    except SeasonError:
        raise
    except (ValueError, OverflowError):
        raise ValueError(say("'{text}' is not a date in the calendar", text=said)) from None
    period = replace(period, approximate=phrase.approximate or period.approximate)
    return _parted(phrase, period, said)


def _until(start: date, after: date) -> Period:
    return Period(start, after - timedelta(days=1))


def _months(calendar: Calendar, year: int, month: int, count: int) -> Period:
    first, after = year * 12 + month - 1, year * 12 + month - 1 + count
    return _until(
        calendar.day(first // 12, first % 12 + 1, 1), calendar.day(after // 12, after % 12 + 1, 1)
    )


def _season(season: int, calendar: Calendar, year: int, said: str) -> Period:
    """Three months of the solar year, which begins with spring; of a Gregorian one, about so."""
    if calendar is SOLAR:
        return _months(SOLAR, year, season * 3 - 2, 3)
    if season == 4:
        raise SeasonError(say("'{text}' may be either of two seasons; give the months", text=said))
    return replace(_months(SOLAR, year - 621, season * 3 - 2, 3), approximate=True)


def _parted(phrase: Phrase, period: Period, said: str) -> Period:
    """The part of a period that is meant."""
    part = phrase.part
    if part is None:
        return period
    days = (period.end - period.start).days + 1
    found = None
    calendar = phrase.calendar or (SOLAR if phrase.lang == "fa" else GREGORIAN)
    if part.kind == "weekday":
        found = _nth_weekday(period, part)
    elif days > 300:
        found = _part_of_year(period, calendar, part)
    elif part.kind == "third":
        found = _third(period, part.index, days)
    elif days in range(28, 32):
        found = _part_of_month(period, part)
    if found is None or not period.start <= found.start <= found.end <= period.end:
        raise ValueError(say("'{text}' is not a known part of a month or year", text=said))
    return replace(found, approximate=period.approximate)


def _nth_weekday(period: Period, part: Part) -> Period:
    if part.index < 0:
        day = period.end - timedelta(days=(period.end.weekday() - part.size) % 7)
    else:
        first = period.start + timedelta(days=(part.size - period.start.weekday()) % 7)
        day = first + timedelta(weeks=part.index)
    return Period(day, day)


def _third(period: Period, index: int, days: int) -> Period:
    """Ten days of a month, a month of a season, about three days of a week."""
    size = 10 if days in range(28, 32) else 3 if days < 10 else days // 3
    begin = period.start + timedelta(days=size * index if days > 9 else 2 * index)
    if index == 2:
        return Period(begin, period.end)
    return Period(begin, begin + timedelta(days=size - 1))


def _part_of_month(period: Period, part: Part) -> Period | None:
    """Halves of fifteen days and the rest, decades, weeks from the first day on."""
    sizes = {"half": 15, "decade": 10, "week": 7, "days": part.size}
    size = sizes.get(part.kind)
    if size is None:
        return None
    if part.index < 0:
        return Period(period.end - timedelta(days=size - 1), period.end)
    start = period.start + timedelta(days=size * part.index)
    most = {"half": 1, "decade": 2, "week": 4}.get(part.kind)
    end = period.end if part.index == most else start + timedelta(days=size - 1)
    return Period(start, end)


def _part_of_year(period: Period, calendar: Calendar, part: Part) -> Period | None:
    size = {"third": 4, "half": 6, "quarter": 3, "months": part.size}.get(part.kind)
    year = calendar.parts(period.start)[0]
    if size is None:
        return _part_of_month(period, part) if part.kind in ("week", "days") else None
    index = part.index if part.index >= 0 else 12 // size - 1
    return _months(calendar, year, 1 + size * index, size)


def _verify_weekday(phrase: Phrase, period: Period, said: str) -> None:
    if phrase.weekday is not None and period.is_day and period.start.weekday() != phrase.weekday:
        actual, printed = WEEKDAYS[period.start.weekday()], WEEKDAYS[phrase.weekday]
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
        if _is_qualified(phrase.qualifier, period, near, candidate == year):
            fitting.append((abs((period.start - near.start).days), period))
    if not fitting:
        raise (ValueError if phrase.weekday is None else WeekdayError)(
            say("'{text}' matches no year near {day}", text=said, day=near.start)
        )
    return min(fitting)[1]


def _is_qualified(qualifier: int | None, period: Period, near: Period, is_this: bool) -> bool:
    """Whether a date lies where "last", "this" or "next" puts it."""
    if qualifier == -1:
        return period.end < near.start
    if qualifier == 1:
        return period.start > near.end
    return qualifier is None or is_this


def _relative(phrase: Phrase, near: Period, said: str) -> Period:
    calendar = SOLAR if phrase.lang == "fa" else GREGORIAN
    if phrase.count:
        return _stretch(phrase, calendar, near.start)
    day, offset = near.start, phrase.offset
    try:
        if phrase.unit == "day":
            start = day + timedelta(days=offset)
            return Period(start, start, phrase.approximate)
        if phrase.unit == "week":
            return _week(phrase, day, offset)
        year, month, _ = calendar.parts(day)
        if phrase.unit == "year":
            return _exact(
                Phrase(calendar, approximate=phrase.approximate), calendar, year + offset, said
            )
        months = year * 12 + month - 1 + offset
        period = _months(calendar, months // 12, months % 12 + 1, 1)
    except (ValueError, OverflowError):
        raise ValueError(say("'{text}' is not a date in the calendar", text=said)) from None
    return replace(period, approximate=phrase.approximate)


def _week(phrase: Phrase, day: date, offset: int) -> Period:
    """A week from Saturday or Monday on, or a day of it."""
    first = 5 if phrase.lang == "fa" else 0
    start = day - timedelta(days=(day.weekday() - first) % 7) + timedelta(weeks=offset)
    if phrase.weekday is not None:
        start += timedelta(days=(phrase.weekday - first) % 7)
        return Period(start, start)
    return Period(start, start + timedelta(days=6), phrase.approximate)


def _stretch(phrase: Phrase, calendar: Calendar, day: date) -> Period:
    """So many days, weeks, months or years that end with a day, or begin with it."""
    size = phrase.count * phrase.offset
    if phrase.unit in ("day", "week"):
        other = day + timedelta(days=size * (7 if phrase.unit == "week" else 1))
    else:
        year, month, number = calendar.parts(day)
        months = year * 12 + month - 1 + size * (12 if phrase.unit == "year" else 1)
        month_period = _months(calendar, months // 12, months % 12 + 1, 1)
        other = min(month_period.start + timedelta(days=number - 1), month_period.end)
    step = timedelta(days=1)
    start, end = (other + step, day) if size < 0 else (day, other - step)
    return Period(start, end, approximate=True)


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
                "'{text}' is several days, from {first} to {last}",
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
