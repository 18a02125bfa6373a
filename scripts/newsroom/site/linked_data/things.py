"""Events, people, organisations, places, topics and sources as nodes of linked data.

Only what the record says: an event that is known by its report has no date, a proposal no status.
"""

from newsroom.record.kinds.event import HELD, PLANNED, Event
from newsroom.record.kinds.source import Source
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.linked_data.nodes import (
    Node,
    coverage,
    id_of,
    in_lang,
    leading,
    node,
    words,
)
from newsroom.site.site import Site
from newsroom.text.languages import DEFAULT_LANG, LANGS

_TYPES = {
    "person": "Person",
    "city": "City",
    "region": "AdministrativeArea",
    "country": "Country",
}
"""By what a participant is; anything else is an organisation."""
_WIKIDATA = "http://www.wikidata.org/entity/"
_STATUS = "http://schema.org/"


def participant_node(site: Site, entry: Participant) -> Node:
    """A person, an organisation or a place."""
    known = site.catalogue.participants
    around = [known[id] for id in (entry.region, entry.country) if id]
    place = next((known[id] for id in (entry.city, entry.country) if id), None)
    values: dict[str, object] = {
        "name": words(entry.name),
        "alternateName": _other_names(entry),
        "disambiguatingDescription": words(entry.distinguish) if entry.distinguish else None,
        "sameAs": [{"@id": f"{_WIKIDATA}{entry.wikidata}"}] if entry.wikidata else None,
    }
    match entry.kind:
        case "person":
            values["affiliation"] = _offices(site, entry)
        case "place":
            values["identifier"] = entry.iso
            values["containedInPlace"] = leading(site, around[:1])
            values["geo"] = _coordinates(entry)
        case _:
            kind = {
                lang: it.t(f"participant.kind_{entry.subkind}") for lang, it in site.locales.items()
            }
            values["disambiguatingDescription"] = words(entry.distinguish or kind)
            values["location"] = leading(site, [place] if place else [])
    return node(id_of(site, entry), _TYPES.get(entry.subkind, "Organization"), values)


def event_node(site: Site, event: Event) -> Node:
    """An event; nobody attends what was only announced."""
    known = site.catalogue.participants
    parts = dict(site.locales[DEFAULT_LANG].parts_of(event))
    sources = [site.catalogue.sources[id] for id in (*event.sources, *event.outcome_sources)]
    start, end = _days(event)
    values = {
        "name": words(event.title),
        "description": words(event.summary),
        "startDate": start,
        "endDate": end,
        "eventStatus": _status(event),
        "location": leading(site, [known[event.place]] if event.place else []),
        "attendee": leading(site, parts.get("participants", ())),
        "about": leading(site, site.locales[DEFAULT_LANG].topics_of(event)),
        "subjectOf": leading(site, sources),
    }
    return node(id_of(site, event), "Event", values)


def topic_node(site: Site, topic: Topic) -> Node:
    """What articles and events are about."""
    values = {"name": words(topic.name), "description": words(topic.about)}
    return node(id_of(site, topic), "DefinedTerm", values)


def source_node(site: Site, source: Source) -> Node:
    """What an article was written from."""
    publisher = (
        {"@type": "Organization", "name": words(source.publisher)} if source.publisher else None
    )
    values = {
        "name": in_lang(source.title, source.language) if source.title else None,
        "inLanguage": source.language,
        "datePublished": coverage(source.published),
        "publisher": publisher,
        "url": {"@id": source.address} if source.address else None,
    }
    return node(id_of(site, source), "CreativeWork", values)


def _other_names(entry: Participant) -> list[Node]:
    found = []
    for lang in LANGS:
        others = dict.fromkeys(entry.spellings(lang))
        others.pop(entry.name[lang], None)
        found += [in_lang(name, lang) for name in others]
    return found


def _offices(site: Site, entry: Participant) -> list[Node]:
    """The offices of a person; the days on which sources give them are in the tables alone."""
    known = site.catalogue.participants
    return [
        {
            "@type": "OrganizationRole",
            "roleName": words(office[-1].office),
            **({"affiliation": leading(site, [known[body]])[0]} if body else {}),
        }
        for office in entry.offices
        for body in (office[-1].organisation,)
    ]


def _coordinates(entry: Participant) -> Node | None:
    if entry.coordinates is None:
        return None
    latitude, longitude = entry.coordinates
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _days(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day; neither where it is not known that it began and ended so."""
    period = event.due_on if event.status != HELD else None if event.reported else event.date
    if period is None or period.approximate:
        return None, None
    if period.iso:
        return period.iso, period.iso
    if period.within:
        return None, None
    return period.start.isoformat(), period.end.isoformat()


def _status(event: Event) -> Node | None:
    if event.outcome == "dropped":
        return {"@id": f"{_STATUS}EventCancelled"}
    is_open = event.status == PLANNED and event.outcome is None
    return {"@id": f"{_STATUS}EventScheduled"} if is_open else None
