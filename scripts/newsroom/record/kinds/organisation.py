"""Organisations: `data/organisations/<id>.yml`."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.participants import (
    ALIASES,
    DISTINGUISH,
    NAME,
    SEE_ALSO,
    WIKIDATA,
    Aliases,
    Participant,
    WikidataId,
)
from newsroom.record.values import choice
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Participant):
    """A body, a format of cooperation, a proposed body or a conference."""

    kind: str = "organisation"
    name: Bilingual = key(*NAME)
    short: Bilingual | None = key(
        ("Short name", "نام کوتاه"),
        "The name used after the first mention, in both languages.",
        "نام کوتاهی که پس از نخستین بار به کار می‌رود، به دو زبان.",
        default=None,
    )
    aliases: Aliases = key(*ALIASES, factory=dict)
    distinguish: Bilingual | None = key(*DISTINGUISH, default=None)
    subkind: Annotated[str, choice("body", "format", "proposed", "conference")] = key(
        ("Kind", "نوع"),
        "What it is: `body`, a `format` of cooperation, a `proposed` body or a `conference`.",
        "نوع آن: `body` برای نهاد، `format` برای قالب همکاری، `proposed` برای نهاد پیشنهادی و "
        "`conference` برای همایش.",
        name="kind",
    )
    country: ids.PlaceId | None = key(
        ("Country", "کشور"),
        "The country it belongs to: the id of a place; without `city`, also its seat.",
        "کشور نهاد: شناسهٔ یک مکان؛ اگر `city` نباشد، مقر نهاد هم در همین کشور است.",
        default=None,
    )
    city: ids.PlaceId | None = key(
        ("City", "شهر"),
        "The city of its seat: the id of a place. The pages of the city, its region and its "
        "country list it with its office holders and their events.",
        "شهر مقر نهاد: شناسهٔ یک مکان. نهاد، دارندگان سمت در آن و رویدادهایشان در صفحهٔ این شهر، "
        "منطقه و کشور آن می‌آید.",
        default=None,
    )
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "The editors’ comment on the name or the role, in both languages.",
        "توضیح ویراستاران دربارهٔ نام یا نقش آن، به دو زبان.",
        default=None,
    )
    see_also: tuple[ids.ParticipantId, ...] = key(*SEE_ALSO, default=())
    wikidata: WikidataId | None = key(*WIKIDATA, default=None)
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())


KIND = Kind(
    id="organisation",
    title={"fa": "نهاد", "en": "Organisation"},
    files="data/organisations/*.yml",
    entry=Organisation,
    named_by=("name",),
    page="participants/{id}.md",
    group="participant",
)
