"""People: `data/people/<id>.yml`."""

from dataclasses import dataclass

from newsroom.record.fields import BilingualProse, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.participants import Aliases, Participant, Role, WikidataId
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Participant):
    kind: str = "person"
    form: str = "person"
    name: Bilingual = key(
        "The name as the site writes it, in both languages.", "نام به املای این مجموعه، به دو زبان."
    )
    full_name: Bilingual | None = key(
        "The name with patronymic or third name, in both languages.",
        "نام همراه با نام پدری یا نام سوم، به دو زبان.",
        default=None,
    )
    sort: Bilingual | None = key(
        "How an index files the name, in both languages: “Metshin, Ilsur”.",
        "شکلی که نام در نمایه می‌گیرد، به دو زبان: «متشین، ایلسور».",
        default=None,
    )
    aliases: Aliases = key(
        "Every other spelling met: a list for each language; either language may be missing.",
        "همهٔ املاهای دیگری که دیده شده است: برای هر زبان یک فهرست؛ یکی از دو زبان را می‌توان ننوشت.",
        factory=dict,
    )
    country: ids.PlaceId | None = key(
        "The country: the id of a place.", "کشور: شناسهٔ یک مکان.", default=None
    )
    city: ids.PlaceId | None = key(
        "The city: the id of a place.", "شهر: شناسهٔ یک مکان.", default=None
    )
    roles: tuple[Role, ...] = key(
        "The offices held, oldest first; each is a record of its own, as below.",
        "سمت‌ها از قدیم به جدید، هر یک با کلیدهای جدول بعد.",
        default=(),
    )
    note: BilingualProse | None = key(
        "What the editors want said about the name or the role, in both languages.",
        "سخن ویراستاران دربارهٔ نام یا سمت، به دو زبان.",
        default=None,
    )
    see_also: tuple[ids.ParticipantId, ...] = key(
        "Other participants a reader should know of: a list of ids.",
        "مدخل‌های دیگری که به کار خواننده می‌آید: فهرست شناسه‌ها.",
        default=(),
    )
    wikidata: WikidataId | None = key(
        "The Wikidata id, such as `Q8079`, once an editor has confirmed it.",
        "شناسهٔ ویکی‌داده، مانند `Q8079`، پس از تأیید ویراستار.",
        default=None,
    )


KIND = Kind(
    id="person",
    title={"fa": "شخص", "en": "Person"},
    files="data/people/*.yml",
    entry=Person,
    named_by=("name",),
    page="participants/{id}.md",
    group="participant",
)
