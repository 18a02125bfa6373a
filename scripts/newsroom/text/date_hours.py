"""The hour that stands beside a date: «ساعت ۹:۳۰ صبح», "5 pm", «۱:۲۰ ب.ظ»."""

from newsroom.text import vocabulary
from newsroom.text.date_said import Tokens, has, sense


def read_hour(read: Tokens, at: int, *, needs_mark: bool) -> tuple[str, int] | None:
    """«ساعت ۹:۳۰ صبح», "at 5 pm", «۸ شب»; of a stretch of hours, when it begins."""
    is_marked = has(read, at, "hour")
    at = at + 1 if is_marked else at
    if has(read, at, "time"):
        (hour, minute), after = read[at].figures, at + 1
    elif has(read, at, "number") and read[at].width <= 2:
        hour, minute, after = sense(read, at, "number") or 0, 0, at + 1
        if not is_marked and not has(read, after, "daypart"):
            return None
        if has(read, after, "and") and has(read, after + 2, "minute"):
            minute, after = sense(read, after + 1, "number") or 0, after + 3
    else:
        return None
    if not (hour < 24 and minute < 60):
        return None
    daypart = sense(read, after, "daypart")
    if daypart is not None:
        hour, after = _of_day(hour, daypart), after + 1
    if has(read, after, "to") and needs_mark:
        until = read_hour(read, after + 1, needs_mark=False)
        number = has(read, after + 1, "number") and is_marked and read[after + 1].width <= 2
        after = until[1] if until else after + 2 if number else after
    return f"{hour:02}:{minute:02}", after


def _of_day(hour: int, daypart: int) -> int:
    """The hour of 24 that one of twelve is in a part of the day."""
    morning, noon, afternoon, night = vocabulary.DAY_PARTS
    if hour > 12:
        return hour
    if daypart == morning:
        return hour % 12
    if daypart == afternoon:
        return hour % 12 + 12
    if daypart == noon:
        return hour if hour > 9 else hour + 12
    return hour + 12 if daypart == night and 5 < hour < 12 else hour % 12
