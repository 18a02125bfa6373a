"""The tables of the events, of who is named by them, and of what is stated by which source."""

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.record.kinds.event import Event
from newsroom.record.participants import Participant
from newsroom.site.open_data.columns import (
    Columns,
    Table,
    addresses,
    choice,
    columns_of,
    days,
    id_column,
    reference,
)
from newsroom.site.site import Site


class Part(NamedTuple):
    """Somebody an event names, and how."""

    event: Event
    participant: Participant
    part: str


PARTS = ("participants", "listed", "expected", "mentioned")


def events(site: Site) -> Table[Event]:
    """The table of the events of the timeline."""
    return Table(
        "events",
        {"en": "Events", "fa": "رویدادها"},
        {
            "en": "One row for each event of the timeline: held, planned or proposed.",
            "fa": "هر سطر یک رویداد گاه‌شمار است: برگزارشده، برنامه‌ریزی‌شده یا پیشنهادی.",
        },
        (
            *id_column("The id of the event.", "شناسهٔ رویداد."),
            *days("date", "Its date.", "تاریخ آن.", lambda it: it.date, required=True),
            *columns_of(Event, "approximate", "within", "reported"),
            *columns_of(Event, "title", "short", "summary", "status", "due", "outcome", "place"),
            *columns_of(Event, "note", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.events.values,
    )


def event_participants(site: Site) -> Table[Part]:
    """The table of whom the events name."""
    words = next(iter(site.locales.values()))

    def rows() -> Iterator[Part]:
        for event in site.catalogue.events.values():
            for part, entries in words.parts_of(event):
                yield from (Part(event, entry, part) for entry in entries)

    return Table(
        "event_participants",
        {"en": "Participants of the events", "fa": "شرکت‌کنندگان رویدادها"},
        {
            "en": "One row for each person, organisation or place that an event names.",
            "fa": "هر سطر شخص، نهاد یا مکانی است که در رویدادی از آن نام برده شده است.",
        },
        _PART,
        rows,
    )


_PART: Columns[Part] = (
    *reference("event", "events", "The event.", "رویداد.", lambda it: it.event.id),
    *reference(
        "participant",
        "participants",
        "Whom or what it names.",
        "شخص، نهاد یا مکانی که نام برده شده است.",
        lambda it: it.participant.id,
    ),
    *choice(
        "part",
        PARTS,
        "How: `participants` took part, `listed` are listed as present by a source without "
        "confirmation, `expected` were to take part, `mentioned` are only mentioned.",
        "چگونه: `participants` شرکت کرد، `listed` در فهرست منبع آمده و حضورش تأیید نشده است، "
        "`expected` قرار بود شرکت کند، و `mentioned` فقط نام برده شده است.",
        lambda it: it.part,
    ),
)
