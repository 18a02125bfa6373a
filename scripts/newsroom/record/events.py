"""The events of the timeline: what was held, planned or proposed, when, and by which sources."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from newsroom.record.documents import Entries, Reading
from newsroom.record.problems import say
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    choice,
    flag,
    is_complete,
    many,
    period,
    prose,
    read_record,
    reference,
    text,
)
from newsroom.record.writing import Value
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import Bilingual

HELD = "held"
STATUSES = (HELD, "planned", "proposed")

_NEAR = timedelta(days=31)
"""How far an event may lie from a date that is about right, or before the report of it."""


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    date: Period
    title: Bilingual
    status: str
    """One of `STATUSES`, as the sources had it when they wrote."""
    sources: tuple[str, ...]
    path: str
    lines: Mapping[str, int]
    reported: bool = False
    """The date is that of the report; the thing itself lies on it or near it."""
    summary: Bilingual | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    """Who took part: people, organisations, places; who is named, unless the event was held."""
    listed: tuple[str, ...] = ()
    """Named by a source as present, not confirmed."""
    mentioned: tuple[str, ...] = ()
    """Spoken of; no source counts them among those present."""
    note: Bilingual | None = None

    @property
    def is_of_a_day(self) -> bool:
        """Whether it is known to have been on the one day of its date."""
        return self.date.is_day and not self.reported and not self.date.approximate

    @property
    def span(self) -> Period:
        """The days it can lie on: what is before it ends before them."""
        is_vague = self.date.approximate and not self.date.is_named
        start, end = self.date.start, self.date.end
        if self.reported or is_vague:
            start -= _NEAR
        return Period(start, end + _NEAR if is_vague else end)

    @property
    def everyone(self) -> tuple[str, ...]:
        """The ids of all it names, its place included, each once."""
        place = (self.place,) if self.place else ()
        named = self.participants + self.listed + self.mentioned + place
        return tuple(dict.fromkeys(named))


SCHEMA: Schema = (
    Field("date", period, "year, month, day or a range a/b", required=True),
    Field("approximate", flag, "true when the date is about right"),
    Field("within", flag, "true when it was on one of the days of the date, not on all of them"),
    Field("reported", flag, "true when the date is that of the report"),
    Field("title", by_lang(text), "what happened, in a headline", required=True),
    Field("summary", by_lang(prose), "one or two sentences"),
    Field("status", choice(*STATUSES), "held, planned or proposed", required=True),
    Field("place", reference("place"), "where"),
    Field("participants", many(reference("participant")), "who took part"),
    Field("listed", many(reference("participant")), "named as present by a source, not confirmed"),
    Field("mentioned", many(reference("participant")), "spoken of, not said to be present"),
    Field("sources", many(reference("source")), "the sources that tell of it", required=True),
    Field("note", by_lang(prose), "an editors' note"),
)


def read_event(id: str, entries: Entries, reading: Reading) -> Event | None:
    """The event a data file describes; `None` with the reasons reported."""
    values = read_record(entries, SCHEMA, reading)
    if not is_complete(values, SCHEMA):
        return None
    marks = {key: values.pop(key, False) for key in ("approximate", "within")}
    date = values["date"] = replace(values["date"], **marks)
    if date.within and date.is_day:
        message = say("'within' is true, but the date is a single day")
        hint = say("give a month, a year or a range, or leave 'within' out")
        reading.report(reading.lines["within"], "value-form", message, hint)
    return Event(id=id, path=reading.path, lines=dict(reading.lines), **values)


def date_keys(period: Period) -> dict[str, Value]:
    """The keys of an event's file that say what a phrase does of its date.

    Who names a month, a year or the middle of a month means a day of it.
    """
    keys: dict[str, Value] = {"date": iso_of(period)}
    if period.approximate:
        keys["approximate"] = True
    if period.is_inexact and not period.is_day:
        keys["within"] = True
    return keys
