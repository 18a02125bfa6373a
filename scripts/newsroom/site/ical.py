"""A calendar as an iCalendar file (RFC 5545 and 7986), the same for the same record.

The stamps are days of the record: icalendar's own maker of events would take the clock and random
ids. All days are Gregorian, as readers of RSCALE (RFC 7529) take Persian dates for such. The events
have no time of the day and are transparent: nobody who follows a calendar is shown as busy.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from newsroom.site.calendars import CalendarEntry, CalendarFrame

_DAY = timedelta(days=1)


def calendar(frame: CalendarFrame, events: Iterable[str]) -> str:
    """The file; each of `events` is made by `vevent`."""
    file, lang = Calendar(), {"LANGUAGE": frame.lang}
    file.add("version", "2.0")
    file.add("prodid", f"-//newsroom//{frame.author}//{frame.lang.upper()}")
    file.add("uid", frame.uid)
    file.add("name", frame.title, parameters=lang)
    file.add("x-wr-calname", frame.title)  # what most programs read in place of it
    file.add("description", frame.about, parameters=lang)
    file.add("url", frame.url)
    file.add("source", frame.source, parameters={"VALUE": "URI"})
    file.add("last-modified", _midnight(frame.revised))
    file.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    before, end, after = file.to_ical().decode().rpartition("END:VCALENDAR")
    return "".join((before, *events, end, after))


def vevent(entry: CalendarEntry, lang: str) -> str:
    """An event as it stands in any calendar of the language."""
    event, language = Event(), {"LANGUAGE": lang}
    event.add("uid", entry.uid)
    event.add("dtstamp", _midnight(entry.revised))
    event.add("last-modified", _midnight(entry.revised))
    event.add("dtstart", entry.days.start)
    event.add("dtend", entry.days.end + _DAY)  # the first day it is over
    event.add("summary", entry.title, parameters=language)
    event.add("description", entry.description, parameters=language)
    if entry.place:
        event.add("location", entry.place, parameters=language)
    if entry.coordinates:
        event.add("geo", entry.coordinates)
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")
    event.add("url", entry.url)
    return bytes(event.to_ical()).decode()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
