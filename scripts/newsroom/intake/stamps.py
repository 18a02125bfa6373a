"""Moments as machines write them: `2019-06-19T20:00:00Z`, in the time of their place."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.record.problems import say
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.dates import GREGORIAN, Period

_STAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_HOME = {"fa": "Asia/Tehran"}
"""The time a page of a language is read in when its stamp is in UTC."""
_EARLIEST, _LATEST = timedelta(hours=-5), timedelta(hours=9)
"""Offsets of the places reports come from, for pages that do not say which."""


def moment_of(text: str, lang: str) -> tuple[FoundDate | None, str]:
    """The day and hour a stamp means on a page in `lang`, and why it is in doubt, if it is.

    A text that is no stamp is read as a date in words.
    """
    text = text.strip()
    match = _STAMP.fullmatch(text)
    day, clock, zone = match.groups() if match else ("", None, None)
    zone = (zone or "").upper()
    is_utc = zone in ("Z", "UTC", "GMT") or (zone != "" and not zone.strip("+-:0"))
    offset = "+00:00" if is_utc else zone
    try:
        moment, doubt = datetime.fromisoformat(f"{day}T{clock or '00:00'}{offset}"), ""
    except ValueError:  # no stamp, or no day of the calendar
        return next(iter(find_dates(text)), None), ""
    if is_utc and clock:
        moment, doubt = _at_home(moment, text, lang)
    time = moment.strftime("%H:%M") if clock else None
    period = Period(moment.date(), moment.date())
    return FoundDate(0, len(text), text, period, GREGORIAN, time, is_full=True), doubt


def _at_home(utc: datetime, stamp: str, lang: str) -> tuple[datetime, str]:
    """A moment in the time of the place it was published at, and a doubt where that may change
    its day."""
    try:
        return utc.astimezone(ZoneInfo(_HOME[lang])), ""
    except (KeyError, ZoneInfoNotFoundError, OverflowError):
        pass
    try:
        days = {(utc + offset).date() for offset in (_EARLIEST, _LATEST)}
    except OverflowError:
        days = {utc.date()}
    if len(days) == 1:
        return utc, ""
    doubt = say("'{stamp}' is in UTC; the local date of publication may differ", stamp=stamp)
    return utc, doubt
