"""A calendar as an iCalendar file (RFC 5545 and 7986), the same for the same record.

Every stamp is a day of the record. All days are Gregorian, as readers of RSCALE (RFC 7529) take
Persian dates for such. The events have no time of the day and are transparent: nobody who follows a
calendar is shown as busy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.text.dates import Period

_OCTETS = 75
"""Of a line, at most; what is longer goes on in the next one, behind a blank."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What a calendar says of an event; texts are plain, with their runs isolated."""

    uid: str
    """The first address of the event: what it is known by for ever."""
    title: str
    description: str
    place: str
    """Empty where none is given."""
    coordinates: tuple[float, float] | None
    days: Period
    status: str
    url: str
    revised: date
    """The last day the record learnt something of it."""


@dataclass(frozen=True, slots=True)
class CalendarFrame:
    """What a calendar says of itself."""

    uid: str
    lang: str
    title: str
    about: str
    author: str
    url: str
    """Of the page that lists the same."""
    source: str
    """Where the calendar itself lies."""
    revised: date


def calendar(frame: CalendarFrame, events: Iterable[str]) -> bytes:
    """The file; each of `events` is made by `vevent`."""
    begun = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_text(f'-//newsroom//{frame.author}//{frame.lang.upper()}')}",
        f"UID:{frame.uid}",
        f"NAME;LANGUAGE={frame.lang}:{_text(frame.title)}",
        f"X-WR-CALNAME:{_text(frame.title)}",  # what most programs read in place of NAME
        f"DESCRIPTION;LANGUAGE={frame.lang}:{_text(frame.about)}",
        f"URL:{frame.url}",
        f"SOURCE;VALUE=URI:{frame.source}",
        f"LAST-MODIFIED:{_midnight(frame.revised)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    )
    return "".join((*map(_line, begun), *events, _line("END:VCALENDAR"))).encode()


def vevent(entry: CalendarEntry, lang: str) -> str:
    """An event as it stands in any calendar of the language."""
    over = entry.days.end + timedelta(days=1)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{_midnight(entry.revised)}",
        f"LAST-MODIFIED:{_midnight(entry.revised)}",
        f"DTSTART;VALUE=DATE:{entry.days.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{over:%Y%m%d}",
        f"SUMMARY;LANGUAGE={lang}:{_text(entry.title)}",
        f"DESCRIPTION;LANGUAGE={lang}:{_text(entry.description)}",
        f"STATUS:{entry.status}",
        "TRANSP:TRANSPARENT",
        f"URL:{entry.url}",
    ]
    if entry.place:
        lines.append(f"LOCATION;LANGUAGE={lang}:{_text(entry.place)}")
    if entry.coordinates:
        lines.append("GEO:{};{}".format(*entry.coordinates))
    return "".join(map(_line, (*lines, "END:VEVENT")))


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _midnight(day: date) -> str:
    return f"{day:%Y%m%d}T000000Z"


def _line(line: str) -> str:
    """A line of the file, folded where it is too long, but never within a letter."""
    data = line.encode()
    parts, start, room = list[bytes](), 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # the letter began before
            end -= 1
        parts.append(data[start:end])
        start, room = end, _OCTETS - 1
    return b"\r\n ".join((*parts, data[start:])).decode() + "\r\n"
