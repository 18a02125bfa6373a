"""People, organisations and places: the registry that names are found and told apart by.

One entry is one file, `data/<kind folder>/<id>.yml`; its spellings, in both languages, are what
mentions are matched with, what the index lists and what the search folds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from babel import Locale

from newsroom.record.documents import Entries, Reading
from newsroom.record.problems import say
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    choice,
    coordinates,
    is_complete,
    many,
    pattern,
    period,
    prose,
    read_record,
    record,
    reference,
    text,
)
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

FOLDERS = {"people": "person", "organisations": "organisation", "places": "place"}
"""The folder of each kind, under `data/`."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office, as a source gives it on a day."""

    office: Bilingual
    source: str
    as_of: Period
    organisation: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    id: str
    kind: str
    """`person`, `organisation` or `place`."""
    form: str
    """What kind of organisation (`body`, `format`, `proposed`, `conference`) or place (`city`,
    `region`, `country`) it is; `person` for people."""
    name: Bilingual
    path: str
    lines: Mapping[str, int]
    """The line of each value in the file, by its place: `roles.0.source`."""
    full_name: Bilingual | None = None
    short: Bilingual | None = None
    sort: Bilingual | None = None
    """How an index files the name: "Rastegar, Sara"."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    """Oldest first."""
    country: str | None = None
    region: str | None = None
    city: str | None = None
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    iso: str | None = None
    """ISO 3166-1 alpha-2, of a country."""
    note: Bilingual | None = None
    see_also: tuple[str, ...] = ()
    wikidata: str | None = None
    """A Wikidata id an editor has confirmed."""

    def spellings(self, lang: str) -> Iterator[str]:
        """Every spelling in a language, the name itself first."""
        yield self.name[lang]
        for other in (self.full_name, self.short):
            if other:
                yield other[lang]
        yield from self.aliases.get(lang, ())

    def sort_name(self, lang: str) -> str:
        return (self.sort or self.name)[lang]

    @property
    def offices(self) -> tuple[tuple[Role, ...], ...]:
        return by_office(self.roles)

    def roles_by(self, source: str, day: date) -> tuple[Role, ...]:
        """The roles to print in what is written from a source: those the source itself gives.

        Where it gives none, the newest ones other sources give that are dated by `day` for
        certain; a role dated later would be hindsight.
        """
        own = {role.office["en"]: role for role in self.roles if role.source == source}
        if own:
            return tuple(own.values())
        known = [role for role in self.roles if role.as_of.end <= day]
        last = max((role.as_of for role in known), key=lambda it: (it.end, it.start), default=None)
        return tuple({role.office["en"]: role for role in known if role.as_of == last}.values())


def by_office(roles: Iterable[Role]) -> tuple[tuple[Role, ...], ...]:
    """The roles with equal offices together: one office, seen by one or more sources."""
    grouped: dict[str, list[Role]] = {}
    for role in roles:
        grouped.setdefault(role.office["en"], []).append(role)
    return tuple(map(tuple, grouped.values()))


_ROLE: Schema = (
    Field("office", by_lang(text), "the office as the site names it", required=True),
    Field("organisation", reference("organisation"), "the organisation it belongs to"),
    Field("place", reference("place"), "the place it is held for, if not the organisation's seat"),
    Field("source", reference("source"), "the source that gives it", required=True),
    Field("as_of", period, "the day the source speaks of", required=True),
)
_NAME = Field("name", by_lang(text), "the name as the site writes it", required=True)
_FULL_NAME = Field("full_name", by_lang(text), "the name with patronymic or third name")
_SORT = Field("sort", by_lang(text), "how an index files the name: Rastegar, Sara")
_SHORT = Field("short", by_lang(text), "the name after its first mention")
_ALIASES = Field("aliases", by_lang(many(text), required=False), "every other spelling met")
_COUNTRY = Field("country", reference("place"), "the country, a place of this record")
_REGION = Field("region", reference("place"), "the region, a place of this record")
_CITY = Field("city", reference("place"), "the city, a place of this record")
_SEAT = Field("city", reference("place"), "the city it is seated in, a place of this record")
_ROLES = Field("roles", many(record(_ROLE, Role)), "offices held, each with source and day")
_NOTE = Field("note", by_lang(prose), "what the editors want said about the name or the role")
_SEE_ALSO = Field(
    "see_also", many(reference("participant")), "participants a reader should know of"
)
_WIKIDATA = Field("wikidata", pattern(r"Q\d+", "Q8079"), "the Wikidata id, once confirmed")

SCHEMAS: Mapping[str, Schema] = {
    "person": (
        _NAME,
        _FULL_NAME,
        _SORT,
        _ALIASES,
        _COUNTRY,
        _CITY,
        _ROLES,
        _NOTE,
        _SEE_ALSO,
        _WIKIDATA,
    ),
    "organisation": (
        _NAME,
        _SHORT,
        _ALIASES,
        Field(
            "kind", choice("body", "format", "proposed", "conference"), "what it is", required=True
        ),
        _COUNTRY,
        _SEAT,
        _NOTE,
        _SEE_ALSO,
        _WIKIDATA,
    ),
    "place": (
        Field("name", by_lang(text), "the name; a country without one takes it from CLDR"),
        _ALIASES,
        Field("kind", choice("city", "region", "country"), "what it is", required=True),
        Field("iso", pattern("[A-Z]{2}", "RU"), "ISO 3166-1 code of a country"),
        _COUNTRY,
        _REGION,
        Field("coordinates", coordinates, "latitude and longitude of a city"),
        _NOTE,
        _WIKIDATA,
    ),
}


def read_participant(id: str, kind: str, entries: Entries, reading: Reading) -> Participant | None:
    """The participant a data file describes; `None` with the reasons reported."""
    values = read_record(entries, SCHEMAS[kind], reading)
    if not is_complete(values, SCHEMAS[kind]):
        return None
    form = values.pop("kind", kind)
    if "name" not in values:
        name = _country_name(values.get("iso"))
        if name is None:
            message = say(
                "the key 'name' is missing; only a country with a known 'iso' goes without"
            )
            reading.report(entries.line, "key-missing", message)
            return None
        values["name"] = name
    return Participant(
        id=id, kind=kind, form=form, path=reading.path, lines=dict(reading.lines), **values
    )


def _country_name(iso: str | None) -> Bilingual | None:
    """A country's name in both languages, as the Unicode CLDR gives it."""
    names = {lang: Locale(lang).territories.get(iso or "") for lang in LANGS}
    return {lang: name for lang, name in names.items() if name} if all(names.values()) else None
