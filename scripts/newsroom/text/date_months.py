"""A day, a month or a year of a calendar: «۵ تیر ۱۴۰۳», "June 21", «بهار امسال», «۲۶ شهریور ۹۴»."""

from dataclasses import replace

from newsroom.text import vocabulary
from newsroom.text.date_relatives import read_relative
from newsroom.text.date_said import (
    Doubt,
    Phrase,
    Read,
    Tokens,
    has,
    number_at,
    read_day,
    sense,
    skip,
    year_calendar,
)
from newsroom.text.date_words import Token
from newsroom.text.dates import CALENDARS, GREGORIAN, SOLAR, SOLAR_YEARS, Calendar

_CALENDARS = {calendar.name: calendar for calendar in CALENDARS}


def read_numeric(read: Tokens, at: int) -> Read:
    """`1402/09/10`, `2024-06-21`, `10/9/1402`; which calendar follows from the year."""
    if has(read, at, "ymd"):
        year, month, day = read[at].figures
    elif has(read, at, "dmy"):
        day, month, year = read[at].figures
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month and year not in SOLAR_YEARS:
            doubt = Doubt.DAY_OR_MONTH
            return Phrase(GREGORIAN, year=year, month=month, day=day, doubt=doubt), at + 1
    else:
        return None
    calendar = SOLAR if year in SOLAR_YEARS else GREGORIAN
    return with_era(read, at + 1, Phrase(calendar, year=year, month=month, day=day))


def read_year_and_day(read: Tokens, at: int) -> Read:
    """«سال گذشته ۵ تیر»: a relative year before a day or a month without one."""
    year = read_relative(read, at)
    if not year or year[0].unit != "year" or year[0].count:
        return None
    behind = skip(read, year[1], "comma", "filler", "day")
    day = read_day_and_month(read, behind) or read_month_first(read, behind)
    if not day or day[0].has_year or day[0].doubt:
        return None
    return replace(day[0], relative_year=year[0].offset), day[1]


def read_day_and_month(read: Tokens, at: int) -> Read:
    """«۵ تیر ۱۴۰۳», "21 June", «بیست و یکم ماه تیر»."""
    day = read_day(read, at)
    if day is None:
        return None
    between = ("day", "from") if has(read, at, "ordinal") else ()
    month = skip(read, at + 1, "filler", "dash", "slash", *between)
    found = read_month(read, month)
    if not found:
        return None
    said = replace(found[0], day=day)
    return (said, found[1]) if is_day_of(read, at, month, said) else None


def is_day_of(read: Tokens, day: int, month: int, said: Phrase) -> bool:
    """Whether a number before the name of a month makes a day of it."""
    token = read[month]
    is_right = 1 <= (said.day or 0) <= 31
    if token.is_common or not is_right:
        return (is_right and token.is_marked) or said.year is not None
    if said.has_year or token.is_marked or token.text not in vocabulary.AMBIGUOUS_MONTHS:
        return True
    if token.text == "می" and month + 1 < len(read) and _is_verb(read[month + 1]):
        return False  # «شمار آن‌ها به ۱۲ می رسد»
    return has(read, day, "ordinal") or read[day].width > 0


def _is_verb(token: Token) -> bool:
    """Whether a word behind «می» is the rest of a verb, by its ending."""
    return not token.senses and token.text[-1] in "دتم" and token.text not in ("هم", "است")


def read_year_first(read: Tokens, at: int) -> Read:
    """«۱۴۰۰-فروردین-۱۵», "2024 June 21"."""
    at = at + 1 if sense(read, at, "year") == 1 else at
    calendar = year_calendar(read, at)
    month = skip(read, at + 1, "dash", "slash", "comma", "month_word")
    if not calendar or not has(read, month, "month") or calendar_of(read[month]) is not calendar:
        return None
    said = Phrase(calendar, year=sense(read, at, "number"), month=sense(read, month, "month"))
    day = skip(read, month + 1, "dash", "slash")
    if has(read, day, "number", "ordinal") and read[day].width in (1, 2):
        return replace(said, day=number_at(read, day)), day + 1
    is_marked = read[month].is_marked or has(read, at + 1, "dash", "slash")
    return (said, month + 1) if is_marked else None


def read_month_first(read: Tokens, at: int) -> Read:
    """ "June 21, 2024", «خرداد ۱۴۰۲», «خرداد ماه سال جاری»; a bare name of a month is no date."""
    start = skip(read, at, "month_word")
    if not has(read, start, "month"):
        return None
    month = read[start]
    at_day = skip(read, start + 1, "filler")
    day = read_day(read, at_day)
    if month.lang == "en" and day is not None and year_calendar(read, at_day) is None:
        said = Phrase(calendar_of(month), month=sense(read, start, "month"), day=day, lang="en")
        with_year = read_year(read, at_day + 1, said)
        said, after = with_year if with_year else (said, at_day + 1)
        return (said, after) if is_day_of(read, at_day, start, said) else None
    found = read_month(read, at)
    if not found:
        return None
    if month.is_common and not month.is_marked:
        return None
    is_marked = month.is_marked or start > at or has(read, at - 1, "before")
    is_marked = is_marked or sense(read, found[1], "after") in (-1, 0, 1)
    return found if found[0].has_year or found[0].doubt or is_marked else None


def read_month(read: Tokens, at: int) -> Read:
    """A month, and the year behind it, if there is one."""
    at = skip(read, at, "month_word")
    if not has(read, at, "month"):
        return None
    month = read[at]
    said = Phrase(calendar_of(month), month=sense(read, at, "month"), lang=month.lang)
    return read_year(read, at + 1, said) or (said, skip(read, at + 1, "month_word"))


def calendar_of(month: Token) -> Calendar:
    """The calendar a month is one of, by its name."""
    return _CALENDARS[month.calendar]


def read_year(read: Tokens, at: int, said: Phrase) -> Read:
    """The year of a month: in four digits, in two («۲۶ شهریور ۹۴»), or as this or the last one."""
    after = skip(read, at, "month_word", "filler", "comma", "year", "dash", "slash", "day")
    if year_calendar(read, after) is said.calendar:
        return with_era(read, after + 1, replace(said, year=sense(read, after, "number")))
    after = skip(read, at, "month_word", "filler", "comma")
    found = read_relative(read, after)
    if found and found[0].unit == "year" and not found[0].count:
        return replace(said, relative_year=found[0].offset), found[1]
    after = skip(read, at, "month_word", "year")
    return _short_year(read, after, said)


def _short_year(read: Tokens, at: int, said: Phrase) -> Read:
    """Two digits behind a month: the year, or what is counted next, «۹۴ شهر»."""
    if not has(read, at, "number") or read[at].width != 2 or has(read, at - 1, "comma"):
        return None
    value = sense(read, at, "number") or 0
    following = read[at + 1] if at + 1 < len(read) else None
    if 9 < value < 32 or (
        following and has(read, at + 1, "daypart", "month", "day", "to", "slash")
    ):
        return None
    if said.calendar is GREGORIAN:
        doubtful = replace(said, doubt=Doubt.SHORT_YEAR)
        return (doubtful, at + 1) if value < 32 or said.day else None
    year = 1300 + value if value > 31 else 1400 + value
    is_counted = following and following.text.isalpha() and not following.senses
    if is_counted and following and following.text not in vocabulary.AMONG_WORDS:
        return replace(said, doubt=Doubt.YEAR_OR_COUNT, doubtful_year=year), at + 1
    return replace(said, year=year), at + 1


def with_era(read: Tokens, at: int, said: Phrase) -> tuple[Phrase, int]:
    """«۱۴۰۳ شمسی»; a year of the lunar calendar is none that is read."""
    era = sense(read, at, "era")
    if era is None:
        return said, at
    if era == 2 or (era == 1) != (said.calendar is SOLAR):
        said = replace(said, doubt=Doubt.OTHER_CALENDAR)
    return said, at + 1


def read_season(read: Tokens, at: int) -> Read:
    """«بهار ۱۴۰۳», «تابستان امسال», "summer 2024"."""
    at = at + 1 if has(read, at, "quarter") else at
    season = sense(read, at, "season")
    if season is None:
        return None
    year = skip(read, at + 1, "filler", "year", "comma")
    calendar = year_calendar(read, year)
    said = Phrase(season=season, lang=read[at].lang)
    if calendar:
        return with_era(
            read, year + 1, replace(said, calendar=calendar, year=sense(read, year, "number"))
        )
    found = read_relative(read, skip(read, at + 1, "filler"))
    if not found or found[0].unit != "year" or found[0].count:
        return None
    calendar = SOLAR if read[at].lang == "fa" else GREGORIAN
    return replace(said, calendar=calendar, relative_year=found[0].offset), found[1]


def read_nowruz(read: Tokens, at: int) -> Read:
    """The first day of a solar year: «نوروز ۱۴۰۵», "Nowruz 2026"."""
    year = skip(read, at + 1, "filler", "year")
    calendar = year_calendar(read, year) if has(read, at, "nowruz") else None
    if not calendar:
        return None
    value = sense(read, year, "number") or 0
    value -= 621 if calendar is GREGORIAN else 0
    return Phrase(SOLAR, year=value, month=1, day=1, lang=read[at].lang), year + 1


def read_year_alone(read: Tokens, at: int) -> Read:
    """«سال ۱۴۰۲», "the year 2024", «سال ۹۴»."""
    if not has(read, at, "year") or (has(read, at - 1, "number") and read[at - 1].width < 3):
        return None
    year = skip(read, at + 1, "filler")
    value = sense(read, year, "number")
    if calendar := year_calendar(read, year):
        return with_era(read, year + 1, Phrase(calendar, year=value))
    if value and read[year].width == 2 and read[at].lang == "fa" and value > 31:
        return Phrase(SOLAR, year=1300 + value), year + 1
    return None
