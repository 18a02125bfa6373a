"""Moments as machines write them: `2019-06-19T20:00:00Z`, in the time of their place."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
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


@dataclass(frozen=True, slots=True)
class Stamp:
    text: str
    item: datetime
    """Aware where an offset is given."""
    is_utc: bool
    has_time: bool


def read_stamp(text: str) -> Stamp | None:
    """The moment a stamp is; `None` where it is none, or no day of the calendar."""
    match = _STAMP.fullmatch(text.strip())
    if not match:
        return None
    day, clock, zone = match.groups()
    is_utc = bool(zone) and (zone.upper() in ("Z", "UTC", "GMT") or not zone.strip("+-:0"))
    offset = "" if not zone else "+00:00" if is_utc else zone
    try:
        item = datetime.fromisoformat(f"{day}T{clock or '00:00'}{offset}")
    except ValueError:
        return None
    return Stamp(text.strip(), item, is_utc, clock is not None)


def moment_of(text: str, lang: str) -> tuple[FoundDate | None, str]:
    """The day and hour a stamp means on a page in `lang`, and why it is in doubt, if it is."""
    stamp = read_stamp(text)
    if stamp is None:
        return next(iter(find_dates(text)), None), ""
    item, doubt = stamp.item, ""
    if stamp.is_utc and stamp.has_time:
        item, doubt = _at_home(stamp, lang)
    day = item.date()
    time = item.strftime("%H:%M") if stamp.has_time else None
    found = FoundDate(
        0, len(stamp.text), stamp.text, Period(day, day), GREGORIAN, time, is_full=True
    )
    return found, doubt


def _at_home(stamp: Stamp, lang: str) -> tuple[datetime, str]:
    try:
        return stamp.item.astimezone(ZoneInfo(_HOME[lang])), ""
    except (KeyError, ZoneInfoNotFoundError, OverflowError):
        pass
    utc = stamp.item.astimezone(UTC)
    try:
        days = {(utc + offset).date() for offset in (_EARLIEST, _LATEST)}
    except OverflowError:
        days = {utc.date()}
    if len(days) == 1:
        return utc, ""
    return utc, say(
        "'{stamp}' is in UTC; where it was published, it may be another day", stamp=stamp.text
    )
