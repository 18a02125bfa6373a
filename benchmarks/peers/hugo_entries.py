"""The data files of the Hugo site: those of the record, with what Hugo is given computed."""

from typing import Any

from benchmarks.peers.reading import PeerRecord
from newsroom.api import DEFAULT_LANG, LANGS, Event, Participant, Period, Source

COMPANIONS = 40
"""How many a participant's page names, as ours does."""


class Entries:
    """Each takes what the data file says and gives that with what was computed."""

    def __init__(self, context: PeerRecord) -> None:
        self._reading = context
        self._editions = context.locales

    def participant(self, written: dict[str, Any], entry: Participant) -> dict[str, Any]:
        """A participant with its names, filing, dates shown and companions."""
        roles = [
            {**role, "shown": self._reading.dates(known.as_of)}
            for role, known in zip(written.pop("roles", ()), entry.roles, strict=True)
        ]
        offices = [
            {"office": dict(office[-1].office), "date": self._short(office[-1].as_of)}
            for office in entry.offices
        ]
        companions = self._editions[DEFAULT_LANG].companions_of(entry)
        return written | {
            "name": dict(entry.name),
            "form": entry.subkind,
            "type": entry.kind,
            "group": entry.subkind if entry.kind == "place" else entry.kind,
            "home": self._reading.catalogue.country_of(entry),
            "filed": {lang: entry.sort_name(lang) for lang in LANGS},
            "roles": roles,
            "offices": offices,
            "companions": [companion.id for companion in companions[:COMPANIONS]],
        }

    def event(self, written: dict[str, Any], event: Event) -> dict[str, Any]:
        """An event with its dates shown, its order and its address."""
        is_hollow = event.date.approximate or event.reported
        return written | {
            "id": event.id,
            "iso": event.date.iso,
            "shown": self._reading.dates(event.date),
            "short": self._short(event.date),
            "years": dict(self._reading.years(event.date)),
            "order": order_of(event.date, "a", event.id),
            "shape": "hollow" if is_hollow else "point" if event.date.is_day else "bar",
            "everyone": list(event.everyone),
            "address": {
                lang: locale.uri_of(event).replace(".md", ".html")
                for lang, locale in self._editions.items()
            },
        }

    def source(self, written: dict[str, Any], source: Source) -> dict[str, Any]:
        """A source with its date shown."""
        shown = self._reading.dates(source.published) if source.published else {}
        return written | {"shown": shown}

    def _short(self, period: Period) -> dict[str, str]:
        return {lang: locale.short_date(period) for lang, locale in self._editions.items()}


def order_of(period: Period, kind: str, id: str) -> str:
    """What the timeline is sorted by: on one day events stand before articles."""
    return f"{period.start} {kind} {period.end} {id}"
