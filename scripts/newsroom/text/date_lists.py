"""Dates that share a month or a year: «۲۳ و ۲۴ ژوئن», «فروردین و اردیبهشت ۱۴۰۳»."""

from dataclasses import dataclass, replace

from newsroom.text.date_months import read_month, read_year
from newsroom.text.date_points import read_point
from newsroom.text.date_said import (
    Phrase,
    Tokens,
    has,
    is_counted,
    read_day,
    sense,
    skip,
    year_calendar,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One date of an expression, or one range, at the tokens from `start` up to `end`."""

    start: int
    end: int
    first: Phrase
    last: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """The dates that are read together, since one lends the other its month or its year."""

    pieces: tuple[Piece, ...]
    is_shared: bool = False
    """A list with one month or year for all: what follows each other in it is one stretch."""
    is_name: bool = False
    """No date, but what something is called: «میدان ۷ تیر»."""
    rest: tuple[int, int] | None = None
    """The tokens beside it, from the first up to the last, that nothing explains."""

    @property
    def start(self) -> int:
        """The token it begins with."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The token behind it."""
        return self.pieces[-1].end


def behind_joint(read: Tokens, at: int) -> int:
    """Behind "and", a comma or both."""
    return skip(read, skip(read, at, "comma"), "and")


def read_days_of_a_month(read: Tokens, at: int) -> Expression | None:
    """«۲۳ و ۲۴ ژوئن», «شنبه و یکشنبه ۲ و ۳ تیر», "3, 4 and 7 to 9 June 2024"."""
    weekdays, at_day = _weekdays(read, at)
    days: list[tuple[int, int, Phrase, Phrase | None]] = []
    here = at_day
    while True:
        start = here
        weekday = sense(read, here, "weekday")
        here = skip(read, here + (weekday is not None), "filler", "day")
        first = read_day(read, here)
        if first is None:
            return None
        last, end = None, here
        if has(read, here + 1, "to", "dash") and (until := read_day(read, here + 2)) is not None:
            last, end = Phrase(day=until), here + 2
        days.append((start, end, Phrase(day=first, weekday=weekday), last))
        month = read_point(read, end) if len(days) > 1 else None
        if month and month[0].day == (last or days[-1][2]).day and month[0].month:
            break
        here = behind_joint(read, end + 1)
        if here == end + 1:
            return None
    if len(weekdays) == len(days):
        days = [
            (*day[:2], replace(day[2], weekday=weekday), day[3])
            for day, weekday in zip(days, weekdays, strict=True)
        ]
    elif weekdays:
        return None
    return _shared(at, days, *month)


def _weekdays(read: Tokens, at: int) -> tuple[list[int], int]:
    """The weekdays told before the days they are of, two at least."""
    here, found = skip(read, at, "day"), []
    while (weekday := sense(read, here, "weekday")) is not None:
        found.append(weekday)
        behind = behind_joint(read, here + 1)
        if not has(read, behind, "weekday"):
            return (found, behind) if len(found) > 1 else ([], at)
        here = behind
    return [], at


def _shared(
    at: int, days: list[tuple[int, int, Phrase, Phrase | None]], month: Phrase, after: int
) -> Expression:
    """Days with the month and year that stand behind the last one of them."""

    def whole(day: Phrase) -> Phrase:
        return replace(month, day=day.day, weekday=day.weekday, time=None, doubt=month.doubt)

    pieces = [
        Piece(start, end + 1, whole(first), whole(last) if last else None)
        for start, end, first, last in days
    ]
    pieces[0] = replace(pieces[0], start=at)
    pieces[-1] = replace(pieces[-1], end=after)
    if pieces[-1].last is None:
        weekday = pieces[-1].first.weekday
        last_one = month if weekday is None else replace(month, weekday=weekday)
        pieces[-1] = replace(pieces[-1], first=last_one)
    return Expression(tuple(pieces), is_shared=True)


def read_days_behind_a_month(read: Tokens, at: int) -> Expression | None:
    """ "June 21 and 22, 2024", "June 21, 23 and 25"."""
    start = skip(read, at, "filler")
    first = (
        read_point(read, start) if has(read, start, "month") and read[start].lang == "en" else None
    )
    if not first or first[0].day is None or first[0].year is not None:
        return None
    days, here = [(at, first[1] - 1, first[0], None)], first[1]
    while True:
        behind = behind_joint(read, here)
        day = read_day(read, behind)
        is_other = is_counted(read, behind) or has(read, behind + 1, "month")
        if behind == here or not day or is_other:
            break
        days.append((behind, behind, Phrase(day=day), None))
        here = behind + 1
    if len(days) < 2:
        return None
    month, after = read_year(read, here, replace(first[0], weekday=None)) or (first[0], here)
    month = replace(month, day=days[-1][2].day, weekday=None)
    return _shared(at, list(days), month, after)


def read_months_of_a_year(read: Tokens, at: int) -> Expression | None:
    """«فروردین و اردیبهشت ۱۴۰۳», "June and July 2024", «ماه‌های تیر، مرداد و شهریور ۱۴۰۲»."""
    here, months = skip(read, at, "filler"), []
    is_marked = has(read, here, "month_word")
    while True:
        start = here
        month = read_month(read, here)
        if not month or read[skip(read, here, "month_word")].is_common:
            return None
        is_marked = is_marked or read[month[1] - 1].is_marked
        months.append((start, *month))
        here = behind_joint(read, skip(read, month[1], "slash"))
        if here == month[1] or not has(read, skip(read, here, "month_word"), "month"):
            break
    last = months[-1][1]
    if len(months) < 2 or not (last.has_year or is_marked):
        return None
    if any(said.has_year or said.calendar is not last.calendar for _, said, _ in months[:-1]):
        return None
    pieces = [Piece(start, end, replace(last, month=said.month)) for start, said, end in months]
    return Expression((replace(pieces[0], start=at), *pieces[1:]), is_shared=True)


def read_years(read: Tokens, at: int) -> Expression | None:
    """«سال‌های ۱۴۰۱ و ۱۴۰۲»."""
    here = skip(read, at, "filler")
    if not has(read, here, "year"):
        return None
    here += 1
    pieces: list[Piece] = []
    while (calendar := year_calendar(read, here)) and not (pieces and is_counted(read, here)):
        pieces.append(Piece(here, here + 1, Phrase(calendar, year=sense(read, here, "number"))))
        here = behind_joint(read, here + 1)
        if here == pieces[-1].end:
            break
    if len(pieces) < 2 or has(read, pieces[-1].end, "to", "dash"):
        return None
    return Expression((replace(pieces[0], start=at), *pieces[1:]), is_shared=True)
