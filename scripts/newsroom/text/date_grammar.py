"""How dates stand together: one, a range, or several of which the last names the year.

Every number and every word of a date that touches one belongs to it, or to a word behind it that is
counted. Where neither is so, the date is not half read: it comes with what was left over.
"""

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
from newsroom.text.date_said import (
    Phrase,
    Tokens,
    has,
    is_counted,
    read_day,
    sense,
    skip,
    unit_at,
    year_calendar,
)
from newsroom.text.date_words import Token

_NEVER_OF_A_DATE = (0, 3)
"""How many digits a number has that is no day and no year; 0 are those in letters."""


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


def is_a_name(read: Tokens, found: Expression, floor: int) -> bool:
    """Whether a square, a market or a prayer is named by the day: «میدان ۷ تیر», "7 Tir Square".

    "Every Friday" is no day, either.
    """
    said = found.pieces[0].first
    if said.has_year or said.doubt or said.part:
        return False
    before = found.start - 1
    is_weekday = said.month is None and said.weekday is not None
    if (
        is_weekday
        and sense(read, found.start, "day") == 2
        and not has(read, found.end, "and", "comma")
    ):
        return True  # «روزهای جمعه»
    if has(read, before, "every") and before >= floor:
        return True
    kind = "bearer" if said.month is not None else "feast"
    if said.month is None and said.weekday is None:
        return False
    after = read[found.end] if found.end < len(read) else None
    is_behind = (
        has(read, found.end, kind)
        and after is not None
        and (after.lang == "en" or (said.month is None and after.text == "بازار"))
    )
    return is_behind or (before >= floor and has(read, before, kind) and read[before].lang == "fa")


def rest_beside(read: Tokens, found: Expression, floor: int) -> tuple[int, int] | None:
    """The tokens beside an expression that belong to nothing else."""
    before = found.start - 1
    if before >= floor and not read[found.start].is_on_new_line:
        at = before - 1 if has(read, before, "from") else before
        if has(read, at, "counted") and unit_at(read, at - 1):
            return max(floor, at - 2), found.start
        if _is_left_before(read, before):
            return before, found.start
    return _left_behind(read, found)


def _is_left_before(read: Tokens, at: int) -> bool:
    """Whether the word before a date says something about it that was not read."""
    if has(read, at, "number"):
        return read[at].width not in _NEVER_OF_A_DATE and not _is_labelled(read, at)
    if (
        has(read, at, "third", "half", "decade", "week", "quarter", "season")
        and read[at].lang == "fa"
    ):
        return True
    return has(read, at, "half", "decade", "quarter")


def _is_labelled(read: Tokens, at: int) -> bool:
    """Whether a figure belongs to the label before it: «تعداد بازدید: 12 10 آذر 1402»."""
    return at > 1 and read[at - 1].text == ":" and not read[at - 2].senses


def _left_behind(read: Tokens, found: Expression) -> tuple[int, int] | None:
    end = found.end
    joint = has(read, end, "and", "to", "dash")
    at = skip(read, end + 1, "filler") if joint else end
    if at >= len(read) or read[at].is_on_new_line or (joint and read[end].is_on_new_line):
        return None
    if read_point(read, at) or (joint and has(read, end, "and") and _is_other(read, at)):
        return None
    hour = skip(read, end, "hour", "comma", "dash", "filler")
    if has(read, hour, "time") and not _is_hour(read[hour]):
        return end, hour + 1
    is_number = has(read, at, "number", "ordinal") and (read[at].width > 0 or has(read, end, "to"))
    # A count of something else; without a year before it, it may be one that is misspelt.
    is_number = is_number and not (read[at].width == 3 and found.pieces[-1].first.has_year)
    if is_number and not is_counted(read, at):
        return end, at + 1
    year = skip(read, end, "filler")
    if found.pieces[-1].first.unit and year_calendar(read, year) and not is_counted(read, year):
        return year, year + 1
    has_month = any(piece.first.month is not None for piece in found.pieces)
    if has(read, at, "month") and not read[at].is_common and has_month:
        return end, at + 1
    if not joint and has(read, at, "week") and has(read, end - 1, "weekday"):
        return end, at + 1
    is_qualified = has(read, at, "era", "after") and read[at].text not in ("دیگر", "پیش", "قبل")
    return (end, at + 1) if is_qualified and not joint else None


def _is_hour(token: Token) -> bool:
    return token.figures[0] < 24 and token.figures[1] < 60


def _is_other(read: Tokens, at: int) -> bool:
    """Whether a number behind "and" is no day: «۵ تیر و ۱۸ شهر»."""
    return has(read, at, "number") and read[at].width > 2
