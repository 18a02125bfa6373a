"""People, organisations and places: the registry that names are found and told apart by.

One entry is one file, `data/<kind folder>/<id>.yml`; its spellings, in both languages, are what
mentions are matched with, what the index lists and what the search folds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from newsroom.record.fields import Entry, key
from newsroom.record.kinds import ids
from newsroom.record.values import pattern
from newsroom.text.dates import Period
from newsroom.text.languages import Bilingual

Aliases = Mapping[str, tuple[str, ...]]
WikidataId = Annotated[str, pattern(r"Q\d+", "Q8079")]


NAME = (
    ("Name", "نام"),
    "The name as the site writes it, in both languages.",
    "نام به املای این سایت، به دو زبان.",
)
ALIASES = (
    ("Other spellings", "املاهای دیگر"),
    "All other spellings found: a list for each language; either language may be missing.",
    "همهٔ املاهای دیگری که دیده شده است: برای هر زبان یک فهرست؛ یکی از دو زبان را می‌توان ننوشت.",
)
DISTINGUISH = (
    ("Told apart by", "وجه تمایز"),
    "What tells it from another entry of the same name, in both languages: `mayor of Kavan`. Lists "
    "show it behind the name.",
    "آنچه آن را از مدخلی هم‌نام جدا می‌کند، به دو زبان: `شهردار قاوان`. در فهرست‌ها پس از نام می‌آید.",
)
SEE_ALSO = (
    ("See also", "همچنین ببینید"),
    "Related participants: a list of ids.",
    "مدخل‌های مرتبط: فهرست شناسه‌ها.",
)
WIKIDATA = (
    ("Wikidata", "ویکی‌داده"),
    "The Wikidata id, once an editor has confirmed it.",
    "شناسهٔ ویکی‌داده، پس از تأیید ویراستار.",
)
"""What some of the three hold alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office, as a source gives it on a day."""

    office: Bilingual = key(
        ("Office", "سمت"),
        "The office in the form the site uses, in both languages.",
        "نام سمت به شکلی که در سایت می‌آید، به دو زبان.",
    )
    organisation: ids.OrganisationId | None = key(
        ("Organisation", "نهاد"),
        "The organisation it belongs to: an id.",
        "نهادی که سمت در آن است: یک شناسه.",
        default=None,
    )
    place: ids.PlaceId | None = key(
        ("Place", "مکان"),
        "The place it is held for: an id. If omitted, the office counts as one at the seat of "
        "its organisation.",
        "مکانی که سمت برای آن است: یک شناسه. اگر نوشته نشود، محل سمت همان مقر نهاد است.",
        default=None,
    )
    source: ids.SourceId = key(
        ("Source", "منبع"), "The source for it: an id.", "منبع آن: یک شناسه."
    )
    as_of: Period = key(
        ("As of", "در تاریخ"),
        "The date it applies to, according to the source.",
        "تاریخی که به گفتهٔ منبع این سمت برقرار بود.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Entry):
    """What the three have in common; each kind declares the fields its files have."""

    kind: str
    """`person`, `organisation` or `place`."""
    subkind: str
    """What kind of organisation (`body`, `format`, `proposed`, `conference`) or place (`city`,
    `region`, `country`) it is; `person` for people."""
    name: Bilingual
    full_name: Bilingual | None = None
    short: Bilingual | None = None
    sort: Bilingual | None = None
    aliases: Aliases = field(default_factory=dict)
    distinguish: Bilingual | None = None
    roles: tuple[Role, ...] = ()
    country: str | None = None
    region: str | None = None
    city: str | None = None
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    iso: str | None = None
    note: Bilingual | None = None
    see_also: tuple[str, ...] = ()
    wikidata: str | None = None

    def spellings(self, lang: str) -> Iterator[str]:
        """Every spelling in a language, the name itself first."""
        yield self.name[lang]
        for other in (self.full_name, self.short):
            if other:
                yield other[lang]
        yield from self.aliases.get(lang, ())

    def called(self, lang: str) -> str:
        """The name as lists show it, told from others of that name: `Sara Rastegar (engineer)`."""
        return self._told_apart(self.name[lang], lang)

    def sort_name(self, lang: str) -> str:
        """The name as an index files it: `Rastegar, Sara`."""
        return self._told_apart((self.sort or self.name)[lang], lang)

    def _told_apart(self, name: str, lang: str) -> str:
        return f"{name} ({self.distinguish[lang]})" if self.distinguish else name

    @property
    def offices(self) -> tuple[tuple[Role, ...], ...]:
        """Its roles by office, in the order they were first held."""
        return by_office(self.roles)

    def offices_by(self, source: str) -> tuple[Role, ...]:
        """The roles a source gives, each office once: those to print in what is written from it."""
        return tuple(
            {role.office["en"]: role for role in self.roles if role.source == source}.values()
        )


def by_office(roles: Iterable[Role]) -> tuple[tuple[Role, ...], ...]:
    """The roles with equal offices together: one office, seen by one or more sources."""
    grouped: dict[str, list[Role]] = {}
    for role in roles:
        grouped.setdefault(role.office["en"], []).append(role)
    return tuple(map(tuple, grouped.values()))
