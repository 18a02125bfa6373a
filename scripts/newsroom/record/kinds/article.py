"""The front matter of articles and pages: `docs/<lang>/news/<slug>.md`, `docs/<lang>/….md`."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, Day, Prose, key, schema_of
from newsroom.record.images import PHOTOGRAPHS
from newsroom.record.kinds import ids
from newsroom.record.schema import either, record
from newsroom.record.translations import Translation, Wanted
from newsroom.record.values import choice, pattern, web_address
from newsroom.record.verification import Verification
from newsroom.text.dates import Period
from newsroom.text.languages import Bilingual

_IMAGE = pattern(r"[a-z0-9-]+\.(avif|jpe?g|png|webp)", "city-hall.jpg")
_NO_LINK = (
    ("Not linked", "بی‌پیوند"),
    "Participants whose mentions are not linked on this page: a list of ids.",
    "مدخل‌هایی که نامشان در این صفحه پیوند نمی‌خورد: فهرست شناسه‌ها.",
)
_TITLE = (
    ("Title", "عنوان"),
    "The headline.",
    "تیتر خبر.",
)
_SUMMARY = (
    ("Summary", "خلاصه"),
    "One or two sentences, the deck under the headline.",
    "یک یا دو جمله که زیر تیتر می‌آید.",
)
_PARITY_OK = (
    ("Accepted difference", "تفاوت پذیرفته"),
    "What the two languages tell differently on purpose: a list of `rule`, the id of the "
    "rule, `text`, what its message has in quotes, and `reason`, why. On either page; see "
    "[below](#parity-ok).",
    "آنچه دو زبان به‌عمد متفاوت می‌گویند: فهرستی از `rule`، شناسهٔ قاعده، `text`، آنچه "
    "پیام میان دو علامت نقل‌قول دارد، و `reason`، دلیل آن. در هر یک از دو صفحه؛ "
    "[پایین‌تر](#parity-ok) را ببینید.",
)


@dataclass(frozen=True, slots=True)
class Photograph:
    """The photograph of an article, and what is said of it in both languages."""

    file: Annotated[str, _IMAGE] = key(
        ("Image", "تصویر"),
        "The image, by its name in `docs/media/news/`; `newsroom image add` puts it there.",
        "تصویر، با نامش در `docs/media/news/`؛ `newsroom image add` آن را آنجا می‌گذارد.",
    )
    alt: Bilingual = key(
        ("Alternative text", "متن جایگزین"),
        "What is to be seen, for readers who cannot see it.",
        "آنچه در عکس دیده می‌شود، برای خواننده‌ای که نمی‌تواند آن را ببیند.",
    )
    caption: BilingualProse = key(
        ("Caption", "شرح عکس"),
        "Who and what it shows, where and when.",
        "اینکه عکس چه کسی و چه چیزی را نشان می‌دهد، کجا و کی.",
    )
    credit: Bilingual = key(
        ("Credit", "عکاس"),
        "Who took it, and for whom.",
        "اینکه عکس را چه کسی و برای کجا گرفته است.",
    )
    licence: Bilingual = key(
        ("Licence", "مجوز"),
        "By what right it is published: the name of a licence, or whose permission.",
        "اینکه عکس به چه حقی منتشر می‌شود: نام مجوز، یا اینکه اجازه از کیست.",
    )
    address: Annotated[str | None, web_address] = key(
        ("Address", "نشانی"),
        "Where the photograph and its licence can be seen.",
        "جایی که می‌توان عکس و مجوزش را دید.",
        default=None,
    )

    @property
    def media(self) -> str:
        """The path of the image below `docs/`."""
        return f"{PHOTOGRAPHS}/{self.file}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right on a page after it was published."""

    date: Day = key(("Date", "تاریخ"), "The day of the correction.", "روز اصلاح.")
    text: Prose = key(
        ("Description", "شرح"),
        "What was wrong and is right now.",
        "آنچه نادرست بود و اکنون درست است.",
    )


@dataclass(frozen=True, slots=True)
class Minor:
    """A fact that was changed without a word to the readers, and why."""

    fact: str = key(
        ("Fact", "دانسته"),
        "What was published and what is, as the message has it: `“a new history” → “new history”`.",
        "آنچه منتشر شده بود و آنچه اکنون هست، به شکلی که پیام می‌آورد: «تاریخی نو → تاریخ نو».",
    )
    reason: str = key(
        ("Reason", "دلیل"), "Why no reader need be told.", "اینکه چرا لازم نیست خوانندگان بدانند."
    )


@dataclass(frozen=True, slots=True)
class Deviation:
    """What the two languages of a page tell differently on purpose."""

    rule: Annotated[str, pattern("[a-z]+(-[a-z]+)+", "parity-number")] = key(
        ("Rule", "قاعده"),
        "The id of the rule that is not to report it.",
        "شناسهٔ قاعده‌ای که نباید گزارشش کند.",
    )
    text: str = key(
        ("Description", "شرح"),
        "What its message has in quotes.",
        "آنچه پیام میان دو علامت نقل‌قول دارد.",
    )
    reason: str = key(
        ("Reason", "دلیل"), "Why the two languages differ here.", "دلیل تفاوت دو زبان."
    )


MAP, TIME = "map", "time"


@dataclass(frozen=True, slots=True)
class GraphicWish:
    """What the editors want drawn for a story."""

    figures: ids.FigureId = key(
        ("Figures", "رقم"),
        "What is drawn to scale: the id of a key figure, or of a disagreement on two numbers.",
        "آنچه به مقیاس کشیده می‌شود: شناسهٔ یک رقم یا ناهمخوانی دو عدد.",
    )


_GRAPHIC = either(choice(MAP, TIME), record(schema_of(GraphicWish), GraphicWish))


_ADDITIONS = (
    ("Additions", "افزوده‌ها"),
    "What was added since it was published: a list of `date`, the day, and `text`, what is new. In "
    "both languages.",
    "آنچه پس از انتشار افزوده شده است: فهرستی از `date`، روز افزودن، و `text`، آنچه تازه است. به "
    "هر دو زبان.",
)
_MINOR = (
    ("Minor changes", "تغییرهای جزئی"),
    "Changes of an office or a quotation that no reader need be told of: a list of `fact`, as the "
    "message has it, and `reason`. On either page.",
    "تغییر سمت یا نقل‌قول که لازم نیست خوانندگان بدانند: فهرستی از `fact`، به شکلی که پیام می‌آورد، "
    "و `reason`، دلیل آن. در هر یک از دو صفحه.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What every page may have; each format declares those it has itself."""

    title: str
    summary: str
    is_draft: bool = False
    translation: Translation | None = None
    corrections: tuple[Correction, ...] = ()
    additions: tuple[Correction, ...] = ()
    minor: tuple[Minor, ...] = ()
    parity_ok: tuple[Deviation, ...] = ()
    no_link: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrontMatter(FrontMatter):
    """That of a page that is no article."""

    title: str = key(("Title", "عنوان"), "The title of the page.", "عنوان صفحه.")
    summary: Prose = key(
        ("Summary", "خلاصه"),
        "One or two sentences on what the page holds.",
        "یک یا دو جمله دربارهٔ محتوای صفحه.",
    )
    parity_ok: tuple[Deviation, ...] = key(
        ("Accepted difference", "تفاوت پذیرفته"),
        "What the two languages tell differently on purpose; see [above](#parity-ok).",
        "آنچه دو زبان به‌عمد متفاوت می‌گویند؛ [بالاتر](#parity-ok) را ببینید.",
        default=(),
    )
    no_link: tuple[ids.ParticipantId, ...] = key(*_NO_LINK, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Original(FrontMatter):
    """That of an article in its original language: its words, and what is true in both."""

    title: str = key(*_TITLE)
    summary: Prose = key(*_SUMMARY)
    is_draft: bool = key(
        ("Draft", "پیش‌نویس"),
        "`true` while the page is a draft: `make serve` shows it, `make build` does not "
        "publish it. While one of the two pages of an article is a draft, both are, unless the "
        "original has `translation_wanted`.",
        "`true` تا وقتی که صفحه پیش‌نویس است: `make serve` آن را نشان می‌دهد و `make build` "
        "منتشرش نمی‌کند. اگر یکی از دو صفحهٔ خبر پیش‌نویس باشد، هر دو پیش‌نویس‌اند، مگر آنکه "
        "متن اصلی `translation_wanted` داشته باشد.",
        default=False,
        name="draft",
    )
    date: Period | None = key(
        ("Date", "تاریخ"),
        "The day it was published; left out when the source is undated.",
        "روز انتشار؛ اگر منبع بی‌تاریخ باشد نوشته نمی‌شود.",
        default=None,
    )
    place: ids.PlaceId | None = key(
        ("Place", "مکان"),
        "Where the story happens: the id of a place.",
        "جایی که خبر در آن می‌گذرد: شناسهٔ یک مکان.",
        default=None,
    )
    source: ids.SourceId = key(
        ("Source", "منبع"),
        "What it was written from: the id of a source.",
        "آنچه خبر از روی آن نوشته شده است: شناسهٔ یک منبع.",
    )
    events: tuple[ids.EventId, ...] = key(
        ("Events", "رویدادها"),
        "The events it tells of: a list of ids, that of the headline first.",
        "رویدادهایی که خبر از آن‌ها می‌گوید: فهرست شناسه‌ها، رویداد تیتر پیش از همه.",
        default=(),
    )
    is_lead: bool = key(
        ("Lead report", "خبر نخست"),
        "`true` on the one report the front page begins with. Without any it is the newest.",
        "`true` در تنها خبری که صفحهٔ نخست با آن آغاز می‌شود. اگر هیچ خبری آن را نداشته باشد، "
        "تازه‌ترین خبر نخست است.",
        default=False,
        name="lead",
    )
    photograph: Photograph | None = key(
        ("Photograph", "عکس"),
        "The photograph it is shown with, once for both languages; a record of its own, as below.",
        "عکسی که خبر با آن نشان داده می‌شود، یک بار برای هر دو زبان؛ خود چند کلید دارد که در پایین "
        "آمده است.",
        default=None,
    )
    added: Day | None = key(
        ("Added on", "تاریخ افزودن"),
        "The day the report joined the record, written by `newsroom import` and `newsroom "
        "new`. The home page lists it among the changes, and the feed shows the report as new "
        "on that day, however old its story is.",
        "روزی که خبر به مجموعه افزوده شد؛ `newsroom import` و `newsroom new` آن را می‌نویسند. "
        "صفحهٔ نخست خبر را در میان تغییرها می‌آورد و در خوراک نیز همان روز خبرِ تازه به شمار "
        "می‌آید، هرقدر هم که ماجرایش قدیمی باشد.",
        default=None,
    )
    updated: Day | None = key(
        ("Last changed on", "تاریخ آخرین تغییر"),
        "The day its text last changed, once it was translated.",
        "روزی که متن آن پس از ترجمه آخرین بار تغییر کرد.",
        default=None,
    )
    graphic: Annotated[str | GraphicWish | None, _GRAPHIC] = key(
        ("Graphic", "طرح"),
        "What is drawn where there is no photograph, if not what the record would choose: `map`, "
        "`time`, or `{figures: …}` with an id, as below.",
        "طرحی که به جای عکس می‌آید، اگر نه همان است که خود برنامه برمی‌گزیند: `map` برای نقشه، "
        "`time` برای خط زمان، یا `{figures: …}` با یک شناسه، مانند جدول پایین.",
        default=None,
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())
    verified: Verification | None = key(
        ("Compared with the source", "سنجیده با منبع"),
        "When and how its facts were compared with the source; `newsroom verify` writes it. A "
        "record of its own, as below.",
        "اینکه دانسته‌های خبر کی و چگونه با منبع سنجیده شد؛ `newsroom verify` آن را می‌نویسد. خود "
        "چند کلید دارد که در پایین آمده است.",
        default=None,
    )
    wanted: Wanted | None = key(
        ("Translation wanted", "ترجمه می‌خواهد"),
        "That it stands alone until somebody translates it; a record of its own, as below.",
        "اینکه خبر تا ترجمه شدن به یک زبان می‌ماند؛ خود چند کلید دارد که در پایین آمده است.",
        default=None,
        name="translation_wanted",
    )
    corrections: tuple[Correction, ...] = key(
        ("Corrections", "اصلاح‌ها"),
        "What was put right since: a list of `date`, the day, and `text`, what was wrong and "
        "is right now. In both languages or in none.",
        "آنچه پس از انتشار درست شده است: فهرستی از `date`، روز اصلاح، و `text`، آنچه نادرست "
        "بود و اکنون درست است. یا به هر دو زبان یا به هیچ‌یک.",
        default=(),
    )
    additions: tuple[Correction, ...] = key(*_ADDITIONS, default=(), name="addition")
    minor: tuple[Minor, ...] = key(*_MINOR, default=())
    parity_ok: tuple[Deviation, ...] = key(*_PARITY_OK, default=())
    no_link: tuple[ids.ParticipantId, ...] = key(*_NO_LINK, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated(FrontMatter):
    """That of its translation."""

    title: str = key(*_TITLE)
    summary: Prose = key(*_SUMMARY)
    is_draft: bool = key(
        ("Draft", "پیش‌نویس"),
        "`true` while the page is a draft: `make serve` shows it, `make build` does not "
        "publish it. While one of the two pages of an article is a draft, both are.",
        "`true` تا وقتی که صفحه پیش‌نویس است: `make serve` آن را نشان می‌دهد و `make build` "
        "منتشرش نمی‌کند. اگر یکی از دو صفحهٔ خبر پیش‌نویس باشد، هر دو پیش‌نویس‌اند.",
        default=False,
        name="draft",
    )
    translation: Translation = key(
        ("Translation", "ترجمه"),
        "That it is a translation, from which language, and what it was made from; a record of "
        "its own, as below.",
        "اینکه صفحه ترجمه است، از چه زبانی و از روی کدام متن؛ خود چند کلید دارد که در پایین "
        "آمده است.",
    )
    corrections: tuple[Correction, ...] = key(
        ("Corrections", "اصلاح‌ها"),
        "What was put right since: a list of `date` and `text`, with the same days as in the "
        "original.",
        "آنچه پس از انتشار درست شده است: فهرستی از `date` و `text`، با همان روزهای متن اصلی.",
        default=(),
    )
    additions: tuple[Correction, ...] = key(*_ADDITIONS, default=(), name="addition")
    minor: tuple[Minor, ...] = key(*_MINOR, default=())
    parity_ok: tuple[Deviation, ...] = key(*_PARITY_OK, default=())
    no_link: tuple[ids.ParticipantId, ...] = key(*_NO_LINK, default=())
