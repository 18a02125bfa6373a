"""Places: `data/places/<id>.yml`."""

from dataclasses import dataclass
from typing import Annotated, Any

from babel import Locale

from newsroom.record.documents import ParseContext
from newsroom.record.fields import BilingualProse, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.participants import (
    ALIASES,
    DISTINGUISH,
    WIKIDATA,
    Aliases,
    Participant,
    WikidataId,
)
from newsroom.record.problems import say
from newsroom.record.values import choice, pattern
from newsroom.text.languages import LANGS, Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Participant):
    """A city, a region or a country."""

    kind: str = "place"
    name: Bilingual = key(
        ("Name", "نام"),
        "The name in both languages; a country with `iso` may take it from the Unicode CLDR.",
        "نام به دو زبان؛ کشوری که `iso` دارد می‌تواند نامش را از `CLDR` یونی‌کد بگیرد.",
        factory=dict,
    )
    aliases: Aliases = key(*ALIASES, factory=dict)
    distinguish: Bilingual | None = key(*DISTINGUISH, default=None)
    subkind: Annotated[str, choice("city", "region", "country")] = key(
        ("Kind", "نوع"),
        "What it is: `city`, `region` or `country`.",
        "نوع آن: `city` برای شهر، `region` برای منطقه و `country` برای کشور.",
        name="kind",
    )
    iso: Annotated[str | None, pattern("[A-Z]{2}", "RU")] = key(
        ("ISO code", "کد ISO"),
        "The ISO 3166-1 code of a country, such as `RU`.",
        "کد کشور در `ISO 3166-1`، مانند `RU`.",
        default=None,
    )
    country: ids.PlaceId | None = key(
        ("Country", "کشور"),
        "The country of a city or region: the id of a place.",
        "کشور شهر یا منطقه: شناسهٔ یک مکان.",
        default=None,
    )
    region: ids.PlaceId | None = key(
        ("Region", "منطقه"),
        "The region of a city: the id of a place.",
        "منطقهٔ شهر: شناسهٔ یک مکان.",
        default=None,
    )
    coordinates: tuple[float, float] | None = key(
        ("Coordinates", "مختصات"),
        "Latitude and longitude of a city in degrees: `[55.8, 49.11]`.",
        "عرض و طول جغرافیایی شهر به درجه: `[55.8, 49.11]`.",
        default=None,
    )
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "The editors’ comment on the name, in both languages.",
        "توضیح ویراستاران دربارهٔ نام، به دو زبان.",
        default=None,
    )
    wikidata: WikidataId | None = key(*WIKIDATA, default=None)
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())

    @classmethod
    def settle(cls, values: dict[str, Any], line: int, context: ParseContext) -> bool:
        """Name a country as the Unicode CLDR does, where its file does not."""
        name = values.setdefault("name", _country_name(values.get("iso")))
        if name is None:
            message = say(
                "the key 'name' is missing; only a country with a known 'iso' may omit it"
            )
            context.report(line, "key-missing", message)
        return name is not None


KIND = Kind(
    id="place",
    title={"fa": "مکان", "en": "Place"},
    files="data/places/*.yml",
    entry=Place,
    named_by=("name",),
    page="participants/{id}.md",
    group="participant",
)


def _country_name(iso: str | None) -> Bilingual | None:
    """A country's name in both languages, as the Unicode CLDR gives it."""
    names = {lang: Locale(lang).territories.get(iso or "") for lang in LANGS}
    return {lang: name for lang, name in names.items() if name} if all(names.values()) else None
