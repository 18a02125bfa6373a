"""A part of a month, a year or a week: «نیمهٔ دوم تیر», "late June", "the last Friday of June"."""

from dataclasses import replace

from newsroom.text.date_months import read_month, read_season, read_year_alone, with_era
from newsroom.text.date_relatives import read_relative
from newsroom.text.date_said import (
    Part,
    Phrase,
    Read,
    Tokens,
    has,
    sense,
    skip,
    unit_at,
    year_calendar,
)

_MOST = {"half": 2, "decade": 3, "week": 5, "quarter": 4}


def read_part(read: Tokens, at: int) -> Read:
    """A part and what it is one of: «نیمهٔ دوم تیر», "late June", "the first half of 2024"."""
    for part, after, is_third in _parts(read, at):
        whole = _whole(read, after)
        if whole is None and not is_third:
            whole = _this_year(read, after)
        if whole:
            said, after = whole
            is_inexact = part.kind in ("third", "week")
            return replace(said, part=part, approximate=said.approximate or is_inexact), after
    return None


def read_nth_weekday(read: Tokens, at: int) -> Read:
    """«دومین دوشنبهٔ تیر», "the last Friday of June 2024"."""
    index, weekday = _index(read, at), sense(read, at + 1, "weekday")
    if index is None or weekday is None or index > 4:
        return None
    month = read_month(read, skip(read, at + 2, "filler"))
    if not month:
        return None
    return replace(month[0], part=Part("weekday", index, weekday)), month[1]


def _parts(read: Tokens, at: int) -> list[tuple[Part, int, bool]]:
    """The parts that may begin with a word, each with the position behind it."""
    found: list[tuple[Part, int, bool]] = []
    ordinal = _index(read, at)
    noun = at if ordinal is None else at + 1
    size = sense(read, noun, "number")
    if size is not None:
        noun += 1
    elif ordinal is None:
        ordinal, behind = _index(read, at + 1), at + 2
        found += [(part, behind, False) for part in _part_named(read, at, ordinal)]
    if size is not None and (unit := unit_at(read, noun)) in ("day", "month"):
        behind = noun + 1
        if ordinal is None:
            ordinal, behind = _index(read, behind), behind + 1
        if ordinal is not None and 0 < size < 32:
            found.append((Part(f"{unit}s", ordinal, size), behind, False))
    elif size is None and ordinal is not None and noun == at + 1:
        found += [(part, noun + 1, False) for part in _part_named(read, noun, ordinal)]
    third = sense(read, at, "third")
    if third is not None:
        found.append((Part("third", third), at + 1, True))
    return found


def _part_named(read: Tokens, at: int, ordinal: int | None) -> list[Part]:
    return [
        Part(kind, ordinal)
        for kind, most in _MOST.items()
        if ordinal is not None and has(read, at, kind) and ordinal < most
    ]


def _index(read: Tokens, at: int) -> int | None:
    """Which one an ordinal means, from 0; -1 for the last."""
    ordinal = sense(read, at, "ordinal")
    return sense(read, at, "final") if ordinal is None else ordinal - 1


def _whole(read: Tokens, at: int) -> Read:
    """What a part may be one of: a month, a year, a season, this week."""
    at = skip(read, at, "filler", "dash")
    if month := read_month(read, at):
        return month
    if (found := read_season(read, at) or read_year_alone(read, at)) or (
        found := read_relative(read, at)
    ):
        return found if found[0].unit != "day" and not found[0].count else None
    if calendar := year_calendar(read, at):
        return with_era(read, at + 1, Phrase(calendar, year=sense(read, at, "number")))
    return None


def _this_year(read: Tokens, at: int) -> Read:
    """«نیمهٔ نخست سال», and no year is named."""
    at = skip(read, at, "filler")
    if sense(read, at, "year") != 1:
        return None
    return Phrase(unit="year", lang=read[at].lang), at + 1
