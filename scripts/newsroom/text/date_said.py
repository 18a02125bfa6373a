"""What a phrase says of a date, before it is known when that is, and the words it is read off.

Each function that reads is given the tokens and a position, and gives what it read with the
position behind it, or `None`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from newsroom.text.date_words import Token
from newsroom.text.dates import GREGORIAN, GREGORIAN_YEARS, SOLAR, SOLAR_YEARS, Calendar

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a month, a year or a week: the second half, the last week, the third Monday."""

    kind: str
    """`third`, `half`, `decade`, `week`, `quarter`, `weekday`, or `days` and `months`, of which
    `size` are meant."""
    index: int
    """From 0; -1 for the last."""
    size: int = 0


class Doubt(Enum):
    """Why it cannot be known what a phrase means."""

    DAY_OR_MONTH = "5/6/2024"
    SHORT_YEAR = "21 June 24"
    YEAR_OR_COUNT = "۵ تیر ۹۴ شهر"
    OTHER_CALENDAR = "۱۴۴۵ قمری"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says, before it is known when that is."""

    calendar: Calendar | None = None
    year: int | None = None
    relative_year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """1 to 4, from spring."""
    weekday: int | None = None
    qualifier: int | None = None
    part: Part | None = None
    approximate: bool = False
    unit: str = ""
    """`day`, `week`, `month`, `year`: one counted from `near`, by `offset`."""
    offset: int = 0
    count: int = 0
    """How many units up to `near`, or from it on, are meant: "the last two years"."""
    time: str | None = None
    utc_offset: int | None = None
    lang: str = ""
    doubt: Doubt | None = None
    doubtful_year: int | None = None
    is_bare: bool = False
    """A month, a day or a year with nothing that says so: a date in a range or a list only."""

    @property
    def has_year(self) -> bool:
        """Whether it names a year, by its number or as this or the last one."""
        return self.year is not None or self.relative_year is not None


Read = tuple[Phrase, int] | None


def sense(read: Tokens, at: int, kind: str) -> int | None:
    """What a token is worth as a word of a kind."""
    return read[at].senses.get(kind) if 0 <= at < len(read) else None


def has(read: Tokens, at: int, *kinds: str) -> bool:
    """Whether a token may be a word of one of these kinds; none is where there is no token."""
    return any(sense(read, at, kind) is not None for kind in kinds)


def skip(read: Tokens, at: int, *kinds: str) -> int:
    """The first position from `at` on where no word of these kinds stands."""
    while has(read, at, *kinds):
        at += 1
    return at


UNITS = {"day": "day", "week": "week", "month_word": "month", "year": "year"}


def unit_at(read: Tokens, at: int) -> str:
    """The stretch of time a word is the name of, in one or in more: "week", «روزهای»."""
    return next((unit for kind, unit in UNITS.items() if has(read, at, kind)), "")


def read_day(read: Tokens, at: int) -> int | None:
    """A number that may be the day of a month, be it right or not."""
    if not 0 <= at < len(read):
        return None
    return number_at(read, at) if read[at].width <= 2 else None


def number_at(read: Tokens, at: int) -> int | None:
    """The value of an ordinal or another number."""
    ordinal = sense(read, at, "ordinal")
    return sense(read, at, "number") if ordinal is None else ordinal


def year_calendar(read: Tokens, at: int) -> Calendar | None:
    """The calendar a number of four digits is a year of."""
    if not has(read, at, "number") or read[at].width != 4:
        return None
    year = sense(read, at, "number") or 0
    if year in SOLAR_YEARS:
        return SOLAR
    return GREGORIAN if year in GREGORIAN_YEARS else None


def is_counted(read: Tokens, at: int) -> bool:
    """Whether a number counts what stands behind it."""
    following = read[at + 1] if at + 1 < len(read) else None
    if following is None or following.is_on_new_line:
        return False
    return (
        (following.text.isalpha() and not following.senses)
        or bool(unit_at(read, at + 1))
        or has(read, at + 1, "bearer", "feast", "hour", "minute")
    )
