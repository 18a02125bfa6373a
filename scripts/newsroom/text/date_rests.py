"""What stands beside a date and has to be explained.

Every number and every word of a date that touches one belongs to it, or to a word behind it that is
counted. Where neither is so, the date is not half read: it comes with what was left over.
"""

from newsroom.text.date_lists import Expression
from newsroom.text.date_points import read_point
from newsroom.text.date_said import Tokens, has, is_counted, sense, skip, unit_at, year_calendar
from newsroom.text.date_words import Token

_NEVER_OF_A_DATE = (0, 3)
"""How many digits a number has that is no day and no year; 0 are those in letters."""


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
    is_qualified = not joint and (has(read, at, "era") or sense(read, at, "after") is not None)
    is_qualified = is_qualified and read[at].text not in (
        "دیگر",
        "پیش",
        "قبل",
    )
    return (end, at + 1) if is_qualified else None


def _is_hour(token: Token) -> bool:
    return token.figures[0] < 24 and token.figures[1] < 60


def _is_other(read: Tokens, at: int) -> bool:
    """Whether a number behind "and" is no day: «۵ تیر و ۱۸ شهر»."""
    return has(read, at, "number") and read[at].width > 2
