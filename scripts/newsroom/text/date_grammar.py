"""How the words of a date stand together: a day and its month, a range, a weekday beside them.

What a phrase says is kept apart from when that is; see `date_phrases`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.text.date_words import Token
from newsroom.text.dates import FIRST_YEAR, GREGORIAN, LAST_YEAR, SOLAR, Calendar

_CALENDARS = {"solar": SOLAR, "gregorian": GREGORIAN}
_FIRST_SOLAR, _LAST_SOLAR = 1178, 1577
"""The Solar Hijri years of 1800 to 2199."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says, before it is known when that is."""

    calendar: Calendar | None = None
    year: int | None = None
    relative_year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    qualifier: int | None = None
    third: int | None = None
    approximate: bool = False
    unit: str = ""
    """`day`, `week`, `month`: a stretch counted from `near`, by `offset`."""
    offset: int = 0
    time: str | None = None
    lang: str = ""


def parse_phrase(read: Sequence[Token], at: int) -> tuple[tuple[Phrase, ...], int] | None:
    """The date that begins with the token at `at`, one phrase or the two ends of a range.

    Given with the position after it; `None` when no date begins there.
    """
    return _parse_range(read, at) or _parse_point(read, at)


def _parse_range(read: Sequence[Token], at: int) -> tuple[tuple[Phrase, Phrase], int] | None:
    """«از ۱ تا ۴ تیر», "21–24 June 2024", "June 21-24"."""
    has_from = read[at].kind == "from"
    start = _skip(read, at + has_from)
    first = _parse_point(read, start) or _parse_day(read, start) or _parse_month(read, start)
    if not first:
        return None
    middle = _skip(read, first[1], "filler", "weekday") if has_from else first[1]
    is_to = _kind(read, middle) == "to" or (has_from and _kind(read, middle) == "and")
    if not is_to:
        return None
    start = _skip(read, middle + 1)
    second = _parse_point(read, start)
    last_day = _parse_day(read, start, with_year=True)
    if last_day and (second is None or second[1] <= last_day[1]):
        second = last_day
    if not second:
        return None
    one, two = first[0][0], second[0][0]
    if not _is_range(one, two):
        return None
    calendar, month = two.calendar or one.calendar, two.month or one.month
    two = replace(two, calendar=calendar, month=month)
    one = replace(one, calendar=one.calendar or calendar, month=one.month or month)
    return (one, two), second[1]


def _is_range(one: Phrase, two: Phrase) -> bool:
    """Whether both ends are days or months of a calendar, and one of them names it."""
    if one.calendar and two.calendar and one.calendar is not two.calendar:
        return False
    if not (one.calendar or two.calendar) or one.unit or two.unit:
        return False
    return (one.day is None) == (two.day is None) and (one.month or two.month) is not None


def _parse_point(read: Sequence[Token], at: int) -> tuple[tuple[Phrase, ...], int] | None:
    """One date, with the weekday, the time and the rest that stand around it."""
    phrase = Phrase()
    start = at
    while at < len(read):
        token = read[at]
        if token.kind == "weekday":
            phrase = replace(phrase, weekday=token.value[0], lang=token.lang)
        elif token.kind == "third":
            phrase = replace(phrase, third=token.value[0], approximate=True)
            if _kind(read, at + 1) == "to":  # the hyphen of "mid-June"
                at += 1
        elif token.kind == "about":
            phrase = replace(phrase, approximate=True)
        elif token.kind == "time":
            phrase = replace(phrase, time=_time(token))
        elif token.kind == "qualifier":
            phrase = replace(phrase, qualifier=token.value[0])
        elif token.kind not in ("filler", "month_word") or at == start:
            break
        at += 1
    core = _parse_core(read, at)
    if core:
        said, at = core
        phrase = _merge(phrase, said)
    elif phrase.weekday is None or phrase.third is not None:
        return None
    else:
        at = _after_weekday(read, start)
        phrase = Phrase(weekday=phrase.weekday, qualifier=phrase.qualifier, lang=phrase.lang)
    return _parse_tail(read, at, phrase)


def _after_weekday(read: Sequence[Token], at: int) -> int:
    """Behind the weekday that stands alone."""
    while read[at].kind != "weekday":
        at += 1
    return at + 1


def _merge(phrase: Phrase, said: Phrase) -> Phrase:
    return replace(
        said,
        weekday=phrase.weekday,
        third=phrase.third,
        approximate=phrase.approximate,
        time=phrase.time,
    )


def _parse_tail(read: Sequence[Token], at: int, phrase: Phrase) -> tuple[tuple[Phrase], int]:
    """The weekday, the time or the qualifier that follows a date."""
    while True:
        after = _skip(read, at, "filler", "to", "equals")
        kind = _kind(read, after)
        if kind == "time" and phrase.time is None:
            phrase = replace(phrase, time=_time(read[after]))
        elif kind == "weekday" and phrase.weekday is None and phrase.day is not None:
            if _kind(read, at) == "to":
                break
            phrase = replace(phrase, weekday=read[after].value[0])
        elif kind == "qualifier" and phrase.month is None and after == at:
            phrase = replace(phrase, qualifier=read[after].value[0])
        else:
            break
        at = after + 1
    return (phrase,), at


def _parse_core(read: Sequence[Token], at: int) -> tuple[Phrase, int] | None:
    token = read[at] if at < len(read) else None
    if token is None:
        return None
    if token.kind in ("ymd", "dmy"):
        return _numeric(token), at + 1
    if token.kind.startswith("relative_"):
        unit = token.kind.removeprefix("relative_")
        return Phrase(unit=unit, offset=token.value[0], lang=token.lang), at + 1
    day = _day(token)
    if day is not None:
        month = _skip(read, at + 1, "filler")
        if _kind(read, month) == "month":
            return _with_month(read, month, day)
        return None
    if token.kind == "month":
        return _month_first(read, at)
    if token.kind == "year":
        year = _skip(read, at + 1)
        if calendar := _year_calendar(read, year):
            return Phrase(calendar, year=read[year].value[0]), year + 1
    return None


def _with_month(read: Sequence[Token], at: int, day: int | None) -> tuple[Phrase, int]:
    """A month, and the year behind it, if there is one."""
    month = read[at]
    phrase = Phrase(_CALENDARS[month.calendar], month=month.value[0], day=day, lang=month.lang)
    after = _skip(read, at + 1, "filler", "month_word", "year")
    if _year_calendar(read, after) is phrase.calendar:
        return replace(phrase, year=read[after].value[0]), after + 1
    after = _skip(read, at + 1, "filler", "month_word")
    if _kind(read, after) == "relative_year":
        return replace(phrase, relative_year=read[after].value[0]), after + 1
    return phrase, at + 1


def _month_first(read: Sequence[Token], at: int) -> tuple[Phrase, int] | None:
    """ "June 21, 2024", «خرداد ۱۴۰۲», «خرداد ماه سال جاری»; a bare name of a month is no date."""
    month = read[at]
    day = _day(read[at + 1]) if at + 1 < len(read) else None
    if month.lang == "en" and day is not None and _year_calendar(read, at + 1) is None:
        phrase, after = (
            Phrase(_CALENDARS[month.calendar], month=month.value[0], day=day, lang="en"),
            at + 2,
        )
        year = _skip(read, after, "filler")
        if _year_calendar(read, year) is phrase.calendar:
            return replace(phrase, year=read[year].value[0]), year + 1
        return phrase, after
    phrase, after = _with_month(read, at, None)
    is_marked = month.value[1] or _kind(read, at - 1) in ("third", "month_word", "to")
    if phrase.year is None and phrase.relative_year is None and not is_marked:
        return None
    return phrase, after


def _parse_day(
    read: Sequence[Token], at: int, *, with_year: bool = False
) -> tuple[tuple[Phrase, ...], int] | None:
    """A day without its month: one end of a range."""
    at = _skip(read, at, "filler", "weekday")
    day = _day(read[at]) if at < len(read) else None
    if day is None:
        return None
    year = _skip(read, at + 1, "filler")
    if with_year and (calendar := _year_calendar(read, year)):
        return (Phrase(calendar, year=read[year].value[0], day=day),), year + 1
    return (Phrase(day=day),), at + 1


def _parse_month(read: Sequence[Token], at: int) -> tuple[tuple[Phrase, ...], int] | None:
    """A month without its year: one end of a range."""
    if _kind(read, at) != "month":
        return None
    month = read[at]
    return (Phrase(_CALENDARS[month.calendar], month=month.value[0]),), at + 1


def _day(token: Token) -> int | None:
    is_short = token.kind == "ordinal" or (token.kind == "number" and token.value[1] <= 2)
    return token.value[0] if is_short and 1 <= token.value[0] <= 31 else None


def _numeric(token: Token) -> Phrase:
    """`1402/09/10`, `2024-06-21`, `10/9/1402`; which calendar follows from the year."""
    if token.kind == "ymd":
        year, month, day = token.value
    else:
        day, month, year = token.value
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month and not _is_solar_year(year):
            return Phrase(GREGORIAN, year=year, unit="unclear")
    calendar = SOLAR if _is_solar_year(year) else GREGORIAN
    return Phrase(calendar, year=year, month=month, day=day)


def _is_solar_year(year: int) -> bool:
    return _FIRST_SOLAR <= year <= _LAST_SOLAR


def _year_calendar(read: Sequence[Token], at: int) -> Calendar | None:
    """The calendar a number of four digits is a year of."""
    if _kind(read, at) != "number" or read[at].value[1] != 4:
        return None
    year = read[at].value[0]
    if _is_solar_year(year):
        return SOLAR
    return GREGORIAN if FIRST_YEAR <= year <= LAST_YEAR else None


def _kind(read: Sequence[Token], at: int) -> str:
    return read[at].kind if 0 <= at < len(read) else ""


def _skip(read: Sequence[Token], at: int, *kinds: str) -> int:
    while _kind(read, at) in (kinds or ("filler",)):
        at += 1
    return at


def _time(token: Token) -> str | None:
    hour, minute = token.value
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
