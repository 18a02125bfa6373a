"""Days that are counted from another one: «امروز», "last month", «سه روز پیش», «دو سال گذشته»."""

from newsroom.text.date_said import UNITS, Phrase, Read, Tokens, has, sense, unit_at

_SENSE_OF_UNIT = {unit: kind for kind, unit in UNITS.items()}


def read_relative(read: Tokens, at: int) -> Read:
    """«امروز», «هفتهٔ گذشته», "last month", «سه روز پیش», "the last two years"."""
    day = sense(read, at, "relative_day")
    if day is not None:
        return Phrase(unit="day", offset=day, lang=read[at].lang), at + 1
    year = sense(read, at, "relative_year")
    if year is not None:
        return Phrase(unit="year", offset=year, lang=read[at].lang), at + 1
    if has(read, at, "daypart") and sense(read, at + 1, "after") == -1 and read[at].text == "شب":
        return Phrase(unit="day", offset=-1, lang="fa"), at + 2
    before = sense(read, at, "before")
    number = at + (before is not None)
    count = sense(read, number, "number")
    count = sense(read, number, "one") if count is None else count
    noun = number + (count is not None)
    unit = unit_at(read, noun)
    if not unit:
        return None
    is_plural = sense(read, noun, _SENSE_OF_UNIT[unit]) == 2
    lang = read[noun].lang
    if before is not None:
        if count is None and (unit == "day" or (lang == "fa" and unit != "week")):
            return None  # «این روز», «این سال»: another one that was told before
        return _stretch(unit, before, count, lang, noun + 1, is_plural=is_plural)
    after = sense(read, noun + 1, "after")
    if after is None or (has(read, noun + 2, "from") and abs(after) == 2):
        return None
    if count is not None and abs(after) == 2:
        offset = after // 2 * count
        if unit in ("day", "week"):
            days = offset * 7 if unit == "week" else offset
            return Phrase(unit="day", offset=days, lang=lang, approximate=unit == "week"), noun + 2
        return Phrase(unit=unit, offset=offset, lang=lang, approximate=True), noun + 2
    return _stretch(
        unit, after // (2 if abs(after) == 2 else 1), count, lang, noun + 2, is_plural=is_plural
    )


def _stretch(
    unit: str, direction: int, count: int | None, lang: str, after: int, *, is_plural: bool
) -> Read:
    """One unit, the last, this or the next; or a number of them up to a day, or from it on."""
    if count is not None:
        said = Phrase(unit=unit, offset=direction, count=count, lang=lang, approximate=True)
        return (said, after) if direction else None
    if is_plural or (unit == "day" and (lang == "en" or direction > 0)):
        return None
    return Phrase(unit=unit, offset=direction, lang=lang), after
