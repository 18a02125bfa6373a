"""How dates stand together: one, a range, or several of which the last names the year."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from newsroom.text.date_lists import (
    Expression,
    Piece,
    behind_joint,
    read_days_behind_a_month,
    read_days_of_a_month,
    read_months_of_a_year,
    read_years,
)
from newsroom.text.date_months import read_month
from newsroom.text.date_points import read_point
from newsroom.text.date_rests import is_a_name, rest_beside
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


def read_expression(read: Tokens, at: int, floor: int) -> Expression | None:
    """What begins at `at`; the tokens before `floor` are of another date."""
    kinds: tuple[Callable[[Tokens, int], Expression | None], ...] = (
        read_days_of_a_month, read_months_of_a_year, read_years, read_days_behind_a_month,
        _range, _points,
    )  # fmt: skip
    for kind in kinds:
        if found := kind(read, at):
            if is_a_name(read, found, floor):
                return replace(found, is_name=True)
            return replace(found, rest=rest_beside(read, found, floor))
    return None


def _range(read: Tokens, at: int) -> Expression | None:
    """«از ۱ تا ۴ تیر», "21–24 June 2024", "June 21-24", «سال ۱۳۸۵ تا ۱۳۹۲»."""
    marker = sense(read, at, "from")
    start = at if marker is None else at + 1
    for one, middle in _ends(read, start, may_be_year=marker is not None):
        middle = skip(read, middle, "comma") if marker is not None else middle
        is_dash = has(read, middle, "dash", "slash")
        if not (has(read, middle, "to") or is_dash or (marker == 1 and has(read, middle, "and"))):
            continue
        if has(read, middle, "slash") and not (
            has(read, middle - 1, "ymd") and has(read, middle + 1, "ymd")
        ):
            continue
        behind = skip(read, middle + 1, "filler")
        for two, after in sorted(_ends(read, behind, may_be_year=True), key=lambda end: -end[1]):
            is_hour = is_dash and one.is_bare and two.weekday is not None and one.weekday is None
            filled = _filled(one, two, has_marker=marker is not None)
            if filled and not is_hour:
                return Expression((Piece(at, after, *filled),))
    return None


def _ends(read: Tokens, at: int, *, may_be_year: bool) -> Iterator[tuple[Phrase, int]]:
    """What one end of a range may be: a date, or a day, month or year without the rest."""
    if point := read_point(read, at):
        yield point
    bare = skip(read, at, "filler", "day")
    weekday = sense(read, bare, "weekday")
    bare = bare if weekday is None else skip(read, bare + 1, "comma")
    day = read_day(read, bare)
    if day is not None:
        said = Phrase(day=day, weekday=weekday, is_bare=True)
        behind = skip(read, bare + 1, "comma")
        if calendar := year_calendar(read, behind):
            yield replace(said, calendar=calendar, year=sense(read, behind, "number")), behind + 1
        yield said, bare + 1
    if month := read_month(read, at):
        yield replace(month[0], is_bare=True), month[1]
    if may_be_year and (calendar := year_calendar(read, at)) and not is_counted(read, at):
        yield Phrase(calendar, year=sense(read, at, "number"), is_bare=True), at + 1


def _filled(one: Phrase, two: Phrase, *, has_marker: bool) -> tuple[Phrase, Phrase] | None:
    """Both ends of a range, each with what the other one lends it; `None` where they are none."""
    if (
        one.is_bare
        and two.is_bare
        and not (has_marker and one.year and two.year)
        and not (one.day and two.month and two.year)
    ):
        return None
    if _is_weekday(one) and _is_weekday(two):
        return one, two
    if _is_weekday(one) or _is_weekday(two):
        return None
    if one.calendar and two.calendar and one.calendar is not two.calendar:
        return None
    if one.day is None and two.day is not None and two.month is None:
        return None  # "June 2024 to 5"
    if one.day is not None and one.month is None and two.day is None:
        return None  # "15-Mar-2024"
    if two.is_bare and two.year and two.day is None and one.month is not None:
        return None  # "21 June to 2024"
    calendar = two.calendar or one.calendar
    if calendar is None:
        return (one, two) if one.unit and two.unit else None
    if one.day is not None and one.month is None:
        one = replace(one, calendar=calendar, month=two.month)
    if two.day is not None and two.month is None:
        two = replace(two, calendar=calendar, month=one.month)
    is_right = all(end.day is None or end.month is not None for end in (one, two))
    return (one, two) if is_right else None


def _is_weekday(said: Phrase) -> bool:
    return said.weekday is not None and said.calendar is None and not said.unit and not said.is_bare


def _points(read: Tokens, at: int) -> Expression | None:
    """One date, or several of which the last one names the year: «۵ تیر و ۷ مرداد ۱۴۰۳»."""
    point = read_point(read, at)
    if not point:
        return None
    said, after = point
    piece = Piece(at, after, said)
    if said.month is not None and not said.has_year and not said.doubt:
        behind = behind_joint(read, after)
        others = _range(read, behind) or _points(read, behind) if behind > after else None
        if others and _lends_year(others.pieces[-1].first, said):
            return Expression((piece, *others.pieces))
    return Expression((piece,))


def _lends_year(other: Phrase, said: Phrase) -> bool:
    return other.has_year and other.month is not None and other.calendar is said.calendar
