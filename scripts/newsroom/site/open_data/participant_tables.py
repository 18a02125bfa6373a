"""The tables of people, organisations and places, and of the offices people hold."""

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.record.kinds.organisation import Organisation
from newsroom.record.kinds.person import Person
from newsroom.record.kinds.place import Place
from newsroom.record.participants import Participant, Role
from newsroom.site.open_data.columns import (
    Columns,
    Table,
    addresses,
    choice,
    columns_of,
    id_column,
    options_of,
    reference,
)
from newsroom.site.site import Site


class Held(NamedTuple):
    """An office, and who holds it."""

    person: str
    role: Role


def participants(site: Site) -> Table[Participant]:
    """The table of all three kinds, which share their ids."""
    return Table(
        "participants",
        {"en": "People, organisations and places", "fa": "اشخاص، نهادها و مکان‌ها"},
        {
            "en": "One row for each person, organisation or place.",
            "fa": "هر سطر یک شخص، نهاد یا مکان است.",
        },
        (
            *_PARTICIPANT,
            *columns_of(Person, "name", "full_name"),
            *columns_of(Organisation, "short"),
            *columns_of(Person, "sort", "aliases", "distinguish", "country", "city", "note"),
            *columns_of(Person, "wikidata", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.participants.values,
    )


def places(site: Site) -> Table[Place]:
    """The table of what only places have."""
    return Table(
        "places",
        {"en": "Places", "fa": "مکان‌ها"},
        {
            "en": "One row for each city, region or country, which is in `participants` as well.",
            "fa": "هر سطر یک شهر، منطقه یا کشور است که در `participants` هم آمده است.",
        },
        (
            *id_column("The id of the place.", "شناسهٔ مکان.", of="participants"),
            *columns_of(Place, "name", "subkind", "iso", "country", "region", "coordinates"),
        ),
        site.catalogue.entries(Place).values,
    )


def roles(site: Site) -> Table[Held]:
    """The table of offices, each as a source gives it on a day."""

    def rows() -> Iterator[Held]:
        for entry in site.catalogue.participants.values():
            yield from (Held(entry.id, role) for role in entry.roles)

    return Table(
        "roles",
        {"en": "Offices", "fa": "سمت‌ها"},
        {
            "en": "One row for each office of a person, as a source gives it on a day.",
            "fa": "هر سطر یک سمت است، چنان‌که منبعی در تاریخی گفته است.",
        },
        (
            *reference(
                "person", "participants", "Who held it.", "دارندهٔ سمت.", lambda it: it.person
            ),
            *columns_of(Role, "office", "organisation", "place", "source", "as_of", at="role"),
        ),
        rows,
    )


_PARTICIPANT: Columns[Participant] = (
    *id_column("The id of the entry.", "شناسهٔ مدخل."),
    *choice(
        "kind",
        ("person", "organisation", "place"),
        "What it is: `person`, `organisation` or `place`.",
        "نوع آن: `person` برای شخص، `organisation` برای نهاد و `place` برای مکان.",
        lambda it: it.kind,
    ),
    *choice(
        "subkind",
        ("person", *options_of(Organisation, "subkind"), *options_of(Place, "subkind")),
        "Which kind of organisation (`body`, a `format` of cooperation, `proposed`, `conference`) "
        "or place (`city`, `region`, `country`); `person` for people.",
        "نوع نهاد (`body` برای نهاد، `format` برای قالب همکاری، `proposed` برای نهاد پیشنهادی و "
        "`conference` برای همایش) یا مکان (`city` برای شهر، `region` برای منطقه و `country` برای "
        "کشور)؛ برای اشخاص `person`.",
        lambda it: it.subkind,
    ),
)
