"""The invented participants: people, organisations and places, as their data files hold them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.names import Namer
from benchmarks.phrases import fill
from newsroom.text.languages import LANGS, Bilingual
from newsroom.text.persian import fold_name

FIRST_DAY, LAST_DAY = date(2015, 1, 1), date(2024, 12, 31)

_COUNTRIES = "RU IR BR IN CN ZA EG ET AE ID KZ BY".split()

Entry = Mapping[str, Any]
"""The content of a data file."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something an article can name."""

    id: str
    folder: str
    """Its folder below `data/`."""
    name: Bilingual
    """As it is written at first."""
    short: Bilingual
    """As it is written from then on."""
    entry: Entry


@dataclass(frozen=True, slots=True)
class Registry:
    people: tuple[Participant, ...]
    organisations: tuple[Participant, ...]
    cities: tuple[Participant, ...]
    countries: tuple[tuple[str, Entry], ...]
    """By id; their names are those of the Unicode CLDR."""

    @property
    def speakers(self) -> tuple[Participant, ...]:
        """Who can say something."""
        return self.people + self.organisations

    def files(self) -> Iterator[tuple[str, Entry]]:
        """Every data file below `data/`, by its path."""
        for entry in self.people + self.organisations + self.cities:
            yield f"{entry.folder}/{entry.id}.yml", entry.entry
        for id, country in self.countries:
            yield f"places/{id}.yml", country


def invent_registry(
    random: Random, namer: Namer, phrases: Mapping[str, Any], size: int, sources: Sequence[str]
) -> Registry:
    """`size` participants: six in ten people, a quarter organisations, the rest places."""
    organisation_count, place_count = size // 4, max(4, size * 15 // 100)
    country_count = min(len(_COUNTRIES), max(2, place_count // 4))
    countries = tuple(
        (f"country-{iso.lower()}", {"kind": "country", "iso": iso})
        for iso in _COUNTRIES[:country_count]
    )
    ids = [id for id, _ in countries]
    cities = tuple(_city(random, namer, ids) for _ in range(place_count - country_count))
    organisations = tuple(
        _organisation(random, namer, phrases, cities) for _ in range(organisation_count)
    )
    people = tuple(
        _person(random, namer, phrases, cities, organisations, sources)
        for _ in range(size - organisation_count - place_count)
    )
    return Registry(people, organisations, cities, countries)


def any_day(random: Random) -> date:
    """A day between the first and the last of the record."""
    return FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days + 1))


def id_of(name: Bilingual) -> str:
    """The id that an English name gives."""
    return name["en"].lower().replace(" ", "-")


def _city(random: Random, namer: Namer, countries: Sequence[str]) -> Participant:
    name, older = namer.word(), namer.word()
    entry = {
        "name": name,
        "aliases": {lang: [older[lang]] for lang in LANGS},
        "kind": "city",
        "country": random.choice(countries),
        "coordinates": [round(random.uniform(-35, 60), 2), round(random.uniform(-60, 120), 2)],
    }
    return Participant(id_of(name), "places", name, name, entry)


def _organisation(
    random: Random, namer: Namer, phrases: Mapping[str, Any], cities: Sequence[Participant]
) -> Participant:
    form, word, city = random.choice(phrases["organisations"]), namer.word(), random.choice(cities)
    name = fill(form, word=word)
    short = fill({"fa": form["short_fa"], "en": form["short_en"]}, word=word)
    entry = {
        "name": name,
        "short": short,
        "kind": random.choice(("body", "body", "body", "series", "proposed")),
        "country": city.entry["country"],
        "city": city.id,
    }
    return Participant(id_of(name), "organisations", name, short, entry)


def _person(
    random: Random,
    namer: Namer,
    phrases: Mapping[str, Any],
    cities: Sequence[Participant],
    organisations: Sequence[Participant],
    sources: Sequence[str],
) -> Participant:
    given, surname, city = namer.word(), namer.surname(), random.choice(cities)
    name = {lang: f"{given[lang]} {surname[lang]}" for lang in LANGS}
    variant = namer.word()
    roles = [
        _role(random, phrases, city, random.choice(organisations), sources)
        for _ in range(random.choice((1, 1, 2, 3)))
    ]
    entry: dict[str, Any] = {
        "name": name,
        "sort": {lang: f"{surname[lang]}{'،' if lang == 'fa' else ','} {given[lang]}" for lang in LANGS},
        "aliases": {lang: [surname[lang], f"{variant[lang]} {surname[lang]}"] for lang in LANGS},
        "country": city.entry["country"],
        "city": city.id,
        "roles": sorted(roles, key=lambda role: str(role["as_of"])),
    }
    if random.random() < 0.2:
        entry["note"] = random.choice(phrases["participant_notes"])
    return Participant(fold_name(given["en"]) + "-" + id_of(surname), "people", name, surname, entry)


def _role(
    random: Random,
    phrases: Mapping[str, Any],
    city: Participant,
    organisation: Participant,
    sources: Sequence[str],
) -> dict[str, Any]:
    return {
        "office": fill(random.choice(phrases["offices"]), city=city.name),
        "organisation": organisation.id,
        "place": city.id,
        "source": random.choice(sources),
        "as_of": any_day(random).isoformat(),
    }
