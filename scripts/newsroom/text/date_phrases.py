"""What date a phrase means: «اول تیر», "from 1 to 4 Tir", «۱۴۰۲/۰۹/۱۰- ۱۲:۲۶», "last Sunday".

Every date of a text is found with its place. What names its year stands by itself; what does not is
resolved near another day and marked inferred. A weekday is verified, and so is a date given in both
calendars. Nothing is guessed and nothing passed over: a phrase that cannot be resolved, or of which
a word is left over, comes with the reason why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise

from newsroom.text.date_grammar import read_expression
from newsroom.text.date_lists import Expression, Piece
from newsroom.text.date_periods import WeekdayError, span_of
from newsroom.text.date_said import Tokens
from newsroom.text.date_words import tokens
from newsroom.text.dates import Calendar, Period
from newsroom.text.messages import say

_ANCHORS = frozenset(
    "month weekday ymd dmy relative_day relative_year day week month_word year season nowruz "
    "daypart".split()
)
_NEVER_FIRST = frozenset("and to comma dash paren dot slash equals bearer feast era every".split())
_EDGES = frozenset(("filler", "equals", "day"))
"""Kinds of words that are no part of a date where they stand before it."""


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
    utc_offset: int | None = None
    """Of a stamp, how many minutes its clock is ahead of UTC: 0 for `Z`, 210 for `+03:30`."""

    def in_zone(self, zone: tzinfo) -> "FoundDate":
        """A stamp by the clocks of a place; what says no offset stays as it is."""
        if self.utc_offset is None or self.time is None or not (self.period and self.period.is_day):
            return self
        hour, minute = map(int, self.time.split(":"))
        day = self.period.start
        told = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
        there = (told - timedelta(minutes=self.utc_offset)).astimezone(zone)
        offset = there.utcoffset()
        return replace(
            self,
            period=replace(self.period, start=there.date(), end=there.date()),
            time=f"{there:%H:%M}",
            utc_offset=int(offset.total_seconds()) // 60 if offset is not None else None,
        )


def find_dates(text: str, near: Period | None = None) -> tuple[FoundDate, ...]:
    """The dates `text` names, in order; `near` is what those without a year are near to."""
    read = list(tokens(text))
    found: list[FoundDate] = []
    may_begin = _may_begin(read)
    at = floor = 0
    while at < len(read):
        expression = read_expression(read, at, floor) if may_begin[at] else None
        if expression:
            if not expression.is_name:
                found += _resolved(text, read, expression, near)
            at = floor = max(expression.end, expression.rest[1] if expression.rest else 0)
        else:
            at += 1
    return tuple(_compare_calendars(text, found))


def read_date(text: str, near: Period | None = None) -> FoundDate:
    """The one date a phrase means; raises `ValueError`, with the reason, when it means none."""
    found = _without_today(text, find_dates(text, near))
    if not found:
        raise ValueError(say("no date found in '{text}'", text=text))
    first = found[0]
    if first.problem:
        raise ValueError(first.problem)
    others = [other for other in found[1:] if other.problem or other.period != first.period]
    if others:
        raise ValueError(
            others[0].problem or say("'{text}' contains more than one date", text=text)
        )
    return first


def _may_begin(read: Tokens) -> list[bool]:
    """Whether what a date is made around stands behind each word, and nothing else between."""
    may, is_near = [False] * len(read), False
    for at in reversed(range(len(read))):
        senses = read[at].senses
        is_anchor = not _ANCHORS.isdisjoint(senses) or read[at].width == 4
        is_near = bool(senses) and (is_near or is_anchor)
        may[at] = is_near and _NEVER_FIRST.isdisjoint(senses)
    return may


def _without_today(text: str, found: Sequence[FoundDate]) -> Sequence[FoundDate]:
    """«امروز دوشنبه ۱۶ مهر ۱۴۰۳» is one date: the one that is written out."""
    if len(found) < 2 or not (found[0].is_relative and found[1].is_full):
        return found
    return found[1:] if not text[found[0].end : found[1].start].strip(" \u00a0,،:-–") else found


def _resolved(
    text: str, read: Tokens, expression: Expression, near: Period | None
) -> list[FoundDate]:
    """The dates of an expression; days of a list that follow each other are one stretch."""
    if expression.rest:
        return [_not_understood(text, read, expression, expression.rest)]
    found: list[FoundDate] = []
    for piece in reversed(expression.pieces):
        behind = found[0] if found else None
        lends = behind is not None and behind.period is not None and not piece.first.has_year
        day = (
            Period(behind.period.start, behind.period.start)
            if lends and behind and behind.period
            else near
        )
        date = _resolve(text, read, piece, day)
        if lends and behind is not None:
            date = replace(date, is_full=behind.is_full, inferred=behind.inferred)
        found.insert(0, date)
    return [_joined(text, found)] if expression.is_shared and _follow(found) else found


def _follow(found: Sequence[FoundDate]) -> bool:
    return all(
        one.period and two.period and one.period.end + timedelta(days=1) == two.period.start
        for one, two in pairwise(found)
    )


def _joined(text: str, found: Sequence[FoundDate]) -> FoundDate:
    first, last = found[0], found[-1]
    assert first.period and last.period
    period = Period(first.period.start, last.period.end, first.period.approximate)
    return replace(last, start=first.start, text=text[first.start : last.end], period=period)


def _not_understood(
    text: str, read: Tokens, expression: Expression, rest: tuple[int, int]
) -> FoundDate:
    """An expression with a word that nothing explains."""
    start = read[min(rest[0], expression.start)].start
    end = read[max(rest[1], expression.end) - 1].end
    left = text[read[rest[0]].start : read[rest[1] - 1].end]
    said = text[start:end]
    return FoundDate(
        start,
        end,
        said,
        None,
        expression.pieces[-1].first.calendar,
        problem=say("'{left}' in '{text}' is not understood", left=left, text=said),
        is_full=any(piece.first.year is not None for piece in expression.pieces),
        is_relative=all(bool(piece.first.unit) for piece in expression.pieces),
    )


def _extent(read: Tokens, piece: Piece) -> tuple[int, int]:
    at, after = piece.start, piece.end
    edges = _EDGES - {"day"} if piece.first.unit else _EDGES
    while at < after - 1 and edges.intersection(read[at].senses):
        at += 1
    return read[at].start, read[after - 1].end


def _resolve(text: str, read: Tokens, piece: Piece, near: Period | None) -> FoundDate:
    start, end = _extent(read, piece)
    said, last = text[start:end], piece.last or piece.first
    is_full = any(phrase.year is not None for phrase in (piece.first, last))
    period, problem, defect = None, "", ""
    try:
        period = span_of(piece.first, piece.last, near, said)
    except (ValueError, OverflowError) as error:
        problem, defect = error.args[0], "weekday" if isinstance(error, WeekdayError) else ""
    return FoundDate(
        start,
        end,
        said,
        period,
        last.calendar,
        time=last.time,
        inferred=period is not None and not is_full,
        problem=problem,
        defect=defect,
        is_full=is_full,
        is_relative=bool(last.unit),
        utc_offset=last.utc_offset if last.time else None,
    )


def _may_be_the_same(one: Period, two: Period) -> bool:
    """Whether two periods are of the same days, or inexact and have days in common.

    A month of one calendar is never one of the other: "June 2023 (Khordad 1402)" says what it can.
    """
    if one.days == two.days:
        return True
    is_inexact = one.is_inexact and two.is_inexact
    return is_inexact and one.overlaps(two)


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
            one = compared[at] = _again(one, two.period)
        elif one.period and not two.is_full and one.is_full:
            two = compared[at + 1] = _again(two, one.period)
        if one.period and two.period and not _may_be_the_same(one.period, two.period):
            problem = say("'{one}' and '{two}' are not the same days", one=one.text, two=two.text)
            compared[at + 1] = replace(two, period=None, problem=problem, defect="pair")
    return compared


def _again(date: FoundDate, near: Period) -> FoundDate:
    """A date read near another day than before."""
    again = find_dates(date.text, near)
    return replace(again[0], start=date.start, end=date.end, text=date.text) if again else date
