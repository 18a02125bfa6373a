"""The invented participants: people, organisations and places, as their data files hold them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.names import Namer
from benchmarks.phrases import fill
from newsroom.api import LANGS, Bilingual

FIRST_DAY, LAST_DAY = date(2015, 1, 1), date(2024, 12, 31)

_COUNTRIES = ("RU", "IR", "BR", "IN", "CN", "ZA", "EG", "ET", "AE", "ID", "KZ", "BY")
_COMMA = {"fa": "،", "en": ","}

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
    """The invented participants."""

    people: tuple[Participant, ...]
    organisations: tuple[Participant, ...]
    cities: tuple[Participant, ...]
    countries: Mapping[str, Entry]
    """By id; their names are those of the Unicode CLDR."""

    def files(self) -> Iterator[tuple[str, Entry]]:
        """The content of each file below `data/`, by its path."""
        for entry in self.people + self.organisations + self.cities:
            yield f"{entry.folder}/{entry.id}.yml", entry.entry
        for id, country in self.countries.items():
            yield f"places/{id}.yml", country


class RegistryInventor:
    """Invents participants who refer to one another and to the sources."""

    def __init__(
        self, random: Random, namer: Namer, phrases: Mapping[str, Any], sources: Sequence[str]
    ) -> None:
        self._random, self._namer = random, namer
        self._phrases, self._sources = phrases, sources

    def registry(self, size: int) -> Registry:
        """`size` participants: six in ten people, a quarter organisations, the rest places."""
        organisations, places = size // 4, max(4, size * 15 // 100)
        countries = {
            f"country-{iso.lower()}": {"kind": "country", "iso": iso}
            for iso in _COUNTRIES[: max(2, places // 4)]
        }
        ids = tuple(countries)
        cities = tuple(self._city(ids) for _ in range(places - len(countries)))
        bodies = tuple(self._organisation(cities) for _ in range(organisations))
        people = tuple(self._person(cities, bodies) for _ in range(size - organisations - places))
        return Registry(people, bodies, cities, countries)

    def _city(self, countries: Sequence[str]) -> Participant:
        name, older = self._namer.word(), self._namer.word()
        position = self._random.uniform(-35, 60), self._random.uniform(-60, 120)
        entry = {
            "name": name,
            "aliases": {lang: [older[lang]] for lang in LANGS},
            "kind": "city",
            "country": self._random.choice(countries),
            "coordinates": [round(degrees, 2) for degrees in position],
        }
        return Participant(_id_of(name), "places", name, name, entry)

    def _organisation(self, cities: Sequence[Participant]) -> Participant:
        form, word = self._random.choice(self._phrases["organisations"]), self._namer.word()
        city = self._random.choice(cities)
        name = fill(form, word=word)
        short = fill({lang: form[f"short_{lang}"] for lang in LANGS}, word=word)
        entry = {
            "name": name,
            "short": short,
            "kind": self._random.choice(("body", "body", "body", "conference", "proposed")),
            "country": city.entry["country"],
            "city": city.id,
        }
        return Participant(_id_of(name), "organisations", name, short, entry)

    def _person(self, cities: Sequence[Participant], bodies: Sequence[Participant]) -> Participant:
        given, variant, surname = self._namer.word(), self._namer.word(), self._namer.surname()
        city = self._random.choice(cities)
        name = {lang: f"{given[lang]} {surname[lang]}" for lang in LANGS}
        with_variant = {lang: f"{variant[lang]} {surname[lang]}" for lang in LANGS}
        roles = [self._role(city, bodies) for _ in range(self._random.choice((1, 1, 2, 3)))]
        entry: dict[str, Any] = {
            "name": name,
            "sort": {lang: f"{surname[lang]}{_COMMA[lang]} {given[lang]}" for lang in LANGS},
            "aliases": {lang: [surname[lang], with_variant[lang]] for lang in LANGS},
            "country": city.entry["country"],
            "city": city.id,
            "roles": sorted(roles, key=lambda role: str(role["as_of"])),
        }
        if self._random.random() < 0.2:
            entry["note"] = self._random.choice(self._phrases["participant_notes"])
        return Participant(_id_of(name), "people", name, surname, entry)

    def _role(self, city: Participant, bodies: Sequence[Participant]) -> dict[str, Any]:
        return {
            "office": fill(self._random.choice(self._phrases["offices"]), city=city.name),
            "organisation": self._random.choice(bodies).id,
            "place": city.id,
            "source": self._random.choice(self._sources),
            "as_of": any_day(self._random).isoformat(),
        }


def any_day(random: Random) -> date:
    """A day between the first and the last of the record."""
    return FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days + 1))


def _id_of(name: Bilingual) -> str:
    """The id that an English name gives."""
    return name["en"].lower().replace(" ", "-")
