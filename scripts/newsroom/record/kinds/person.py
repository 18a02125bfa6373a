"""People: `data/people/<id>.yml`."""

from dataclasses import dataclass

from newsroom.record.fields import BilingualProse, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.participants import (
    ALIASES,
    DISTINGUISH,
    NAME,
    SEE_ALSO,
    Aliases,
    Participant,
    Role,
    WikidataId,
)
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Participant):
    """Somebody the sources name."""

    kind: str = "person"
    subkind: str = "person"
    name: Bilingual = key(*NAME)
    full_name: Bilingual | None = key(
        ("Full name", "نام کامل"),
        "The name with patronymic or third name, in both languages.",
        "نام همراه با نام پدری یا نام سوم، به دو زبان.",
        default=None,
    )
    sort: Bilingual | None = key(
        ("Form in the index", "شکل نام در نمایه"),
        "The form used in the index, in both languages: `Rastegar, Sara`.",
        "شکل نام در نمایه، به دو زبان: `رستگار، سارا`.",
        default=None,
    )
    aliases: Aliases = key(*ALIASES, factory=dict)
    distinguish: Bilingual | None = key(*DISTINGUISH, default=None)
    country: ids.PlaceId | None = key(
        ("Country", "کشور"), "The country: the id of a place.", "کشور: شناسهٔ یک مکان.", default=None
    )
    city: ids.PlaceId | None = key(
        ("City", "شهر"), "The city: the id of a place.", "شهر: شناسهٔ یک مکان.", default=None
    )
    roles: tuple[Role, ...] = key(
        ("Offices", "سمت‌ها"),
        "Offices held, oldest first; each has the keys below.",
        "سمت‌ها از قدیم به جدید، هر یک با کلیدهای جدول بعد.",
        default=(),
    )
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "The editors’ comment on the name or the role, in both languages.",
        "توضیح ویراستاران دربارهٔ نام یا سمت، به دو زبان.",
        default=None,
    )
    see_also: tuple[ids.ParticipantId, ...] = key(*SEE_ALSO, default=())
    wikidata: WikidataId | None = key(
        ("Wikidata", "ویکی‌داده"),
        "The Wikidata id, such as `Q8079`, once an editor has confirmed it.",
        "شناسهٔ ویکی‌داده، مانند `Q8079`، پس از تأیید ویراستار.",
        default=None,
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())


KIND = Kind(
    id="person",
    title={"fa": "شخص", "en": "Person"},
    files="data/people/*.yml",
    entry=Person,
    named_by=("name",),
    page="participants/{id}.md",
    group="participant",
)
