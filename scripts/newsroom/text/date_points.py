"""One date with what stands around it: the weekday, the hour, a word such as «مورخ»."""

from dataclasses import replace

from newsroom.text import vocabulary
from newsroom.text.date_months import (
    read_day_and_month,
    read_month_first,
    read_nowruz,
    read_numeric,
    read_season,
    read_year_alone,
    read_year_and_day,
    read_year_first,
)
from newsroom.text.date_parts import read_nth_weekday, read_part
from newsroom.text.date_relatives import read_relative
from newsroom.text.date_said import Phrase, Read, Tokens, has, sense, skip


def read_point(read: Tokens, at: int) -> Read:
    """One date, with the weekday, the time and the rest that stand around it."""
    said = Phrase()
    start = at
    while at < len(read):
        core = _core(read, at)
        if core:
            merged = _merged(said, core[0])
            return _tail(read, core[1], merged) if merged else None
        step = _before_core(read, at, said, is_first=at == start)
        if step is None:
            break
        said, at = step
    if said.weekday is None or said.approximate:
        return None
    return _weekday_alone(read, start)


def _before_core(read: Tokens, at: int, said: Phrase, *, is_first: bool) -> Read:
    """A weekday, an hour or a word such as «مورخ» before the date itself."""
    if hour := read_hour(read, at, needs_mark=True):
        return replace(said, time=hour[0], utc_offset=read[hour[1] - 1].offset), hour[1]
    weekday = sense(read, at, "weekday")
    if weekday is not None and said.weekday is None:
        return replace(said, weekday=weekday, lang=read[at].lang), at + 1
    if has(read, at, "about"):
        return replace(said, approximate=True), at + 1
    is_early = (
        has(read, at, "third") and read[at].lang == "en" and read[at].text in ("early", "late")
    )
    if has(read, at, "daypart") or is_early:  # "early on Friday", «صبح روز جمعه»
        return said, at + 1
    if has(read, at, "day", "filler"):
        return said, at + 1
    qualifier = sense(read, at, "before")
    if qualifier is not None and has(read, at + 1, "weekday", "month"):
        return replace(said, qualifier=qualifier), at + 1
    is_inside = said.weekday is not None or said.time is not None
    if is_inside and not is_first and has(read, at, "comma", "dash", "dot", "paren"):
        return said, at + 1
    return None


def _merged(said: Phrase, core: Phrase) -> Phrase | None:
    """The date with what stood before it."""
    if said.weekday is not None and core.weekday is not None:
        return None
    return replace(
        core,
        weekday=core.weekday if said.weekday is None else said.weekday,
        qualifier=said.qualifier,
        approximate=core.approximate or said.approximate,
        time=said.time,
        utc_offset=said.utc_offset,
        lang=core.lang or said.lang,
    )


def _weekday_alone(read: Tokens, at: int) -> Read:
    """A weekday and nothing more, with what qualifies it: "last Sunday", «یکشنبه آینده»."""
    qualifier = None
    while not has(read, at, "weekday"):
        qualifier = sense(read, at, "before") if has(read, at, "before") else qualifier
        at += 1
    said = Phrase(weekday=sense(read, at, "weekday"), qualifier=qualifier, lang=read[at].lang)
    behind = sense(read, at + 1, "after")
    if behind is not None and read[at + 1].text != "دیگر":
        said, at = replace(said, qualifier=max(-1, min(1, behind))), at + 1
    return _tail(read, at + 1, said)


def _tail(read: Tokens, at: int, said: Phrase) -> tuple[Phrase, int]:
    """The weekday, the time of day or the era that follows a date."""
    while True:
        after = skip(read, at, "filler", "comma", "paren", "dash", "equals")
        after += has(read, after, "from") and has(read, after + 1, "hour")
        weekday = sense(read, after, "weekday")
        is_near = after == at or not has(read, at, "comma", "dash")
        if said.time is None and (hour := read_hour(read, after, needs_mark=True)):
            said = replace(said, time=hour[0], utc_offset=read[hour[1] - 1].offset)
            at = hour[1]
        elif weekday is not None and said.weekday is None and said.day is not None:
            if has(read, at, "dash"):
                return said, at
            said, at = replace(said, weekday=weekday), after + 1
        elif has(read, after, "daypart") and is_near:
            at = after + 1
        elif (
            said.month
            and not said.has_year
            and said.qualifier is None
            and after == at
            and sense(read, at, "after") in (-1, 0, 1)
            and not said.part
        ):
            said, at = replace(said, qualifier=sense(read, at, "after")), at + 1
        else:
            return said, at


def _core(read: Tokens, at: int) -> Read:
    """The date itself."""
    if not 0 <= at < len(read) or not read[at].senses:
        return None
    for kind in (
        read_numeric,
        read_year_and_day,
        read_part,
        read_nth_weekday,
        read_relative,
        read_day_and_month,
        read_year_first,
        read_month_first,
    ):
        if found := kind(read, at):
            return found
    return read_season(read, at) or read_nowruz(read, at) or read_year_alone(read, at)


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
