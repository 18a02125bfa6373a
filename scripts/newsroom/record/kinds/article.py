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
PAGE = "news/{id}.md"
"""Where an article stands below `docs/<lang>/`, written or withdrawn, with `{id}` for its slug."""

_NO_LINK = (
    ("Not linked", "بدون پیوند"),
    "Participants whose mentions are not linked on this page: a list of ids.",
    "مدخل‌هایی که نامشان در این صفحه پیوند نمی‌گیرد: فهرست شناسه‌ها.",
)
_TITLE = (
    ("Title", "عنوان"),
    "The headline.",
    "تیتر خبر.",
)
_SUMMARY = (
    ("Summary", "خلاصه"),
    "One or two sentences, shown under the headline.",
    "یک یا دو جمله که زیر تیتر می‌آید.",
)
_PARITY_OK = (
    ("Accepted difference", "تفاوت عمدی"),
    "Deliberate differences between the two languages: a list of `rule`, the id of the rule, "
    "`text`, the words its message quotes, and `reason`. On either page; see [below](#parity-ok).",
    "تفاوت‌های عمدی دو زبان: فهرستی از `rule` (شناسهٔ قاعده)، `text` (آنچه پیام در گیومه دارد) و "
    "`reason` (دلیل). در هر یک از دو صفحه؛ [پایین‌تر](#parity-ok) را ببینید.",
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
        "What was wrong and what it says now.",
        "چه نادرست بود و درست آن چیست.",
    )


@dataclass(frozen=True, slots=True)
class Minor:
    """A fact that was changed without a word to the readers, and why."""

    fact: str = key(
        ("Fact", "مورد"),
        "The published and the present value, as in the message: `“a new history” → “new "
        "history”`.",
        "مقدار منتشرشده و مقدار کنونی، به شکل پیام: «تاریخی نو → تاریخ نو».",
    )
    reason: str = key(
        ("Reason", "دلیل"), "Why readers need not know.", "چرا خوانندگان لازم نیست بدانند."
    )


@dataclass(frozen=True, slots=True)
class Deviation:
    """What the two languages of a page tell differently on purpose."""

    rule: Annotated[str, pattern("[a-z]+(-[a-z]+)+", "parity-number")] = key(
        ("Rule", "قاعده"),
        "The id of the rule that should not report it.",
        "شناسهٔ قاعده‌ای که نباید گزارشش کند.",
    )
    text: str = key(
        ("Description", "شرح"),
        "The words its message quotes.",
        "آنچه پیام در گیومه دارد.",
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
        "آنچه به مقیاس کشیده می‌شود: شناسهٔ یک رقم یا اختلاف منابع بر سر دو عدد.",
    )


_GRAPHIC = either(choice(MAP, TIME), record(schema_of(GraphicWish), GraphicWish))


_ADDITIONS = (
    ("Additions", "افزوده‌ها"),
    "Additions since publication: a list of `date` and `text` (what is new). In both languages.",
    "افزوده‌های پس از انتشار: فهرستی از `date` (تاریخ) و `text` (آنچه افزوده شده است). به هر دو "
    "زبان.",
)
_MINOR = (
    ("Minor changes", "تغییرهای جزئی"),
    "Changes of an office or a quotation that readers need not know: a list of `fact`, as in the "
    "message, and `reason`. On either page.",
    "تغییرهایی در سمت یا نقل‌قول که خوانندگان لازم نیست بدانند: فهرستی از `fact` (به شکل پیام) و "
    "`reason` (دلیل). در هر یک از دو صفحه.",
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
        "One or two sentences about the page.",
        "یک یا دو جمله دربارهٔ محتوای صفحه.",
    )
    parity_ok: tuple[Deviation, ...] = key(
        ("Accepted difference", "تفاوت عمدی"),
        "Deliberate differences between the two languages; see [above](#parity-ok).",
        "تفاوت‌های عمدی دو زبان؛ [بالاتر](#parity-ok) را ببینید.",
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
        "The date of publication; omitted if the source is undated.",
        "تاریخ انتشار؛ اگر منبع تاریخ نداشته باشد نوشته نمی‌شود.",
        default=None,
    )
    place: ids.PlaceId | None = key(
        ("Place", "مکان"),
        "Where the story happens: the id of a place.",
        "محل خبر: شناسهٔ یک مکان.",
        default=None,
    )
    source: ids.SourceId = key(
        ("Source", "منبع"),
        "The source it is based on, the main one of several: an id.",
        "منبعی که خبر بر پایهٔ آن نوشته شده است، منبع اصلی اگر چند تا باشد: یک شناسه.",
    )
    sources: tuple[ids.SourceId, ...] = key(
        ("Further sources", "منابع دیگر"),
        "The sources it draws on besides that one: a list of ids.",
        "منابعی که خبر جز آن بر پایهٔ آن‌ها هم نوشته شده است: فهرست شناسه‌ها.",
        default=(),
    )
    events: tuple[ids.EventId, ...] = key(
        ("Events", "رویدادها"),
        "The events it reports: a list of ids, that of the headline first.",
        "رویدادهای خبر: فهرست شناسه‌ها، رویداد تیتر پیش از همه.",
        default=(),
    )
    topics: tuple[ids.TopicId, ...] = key(*ids.TOPICS, default=())
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
        "The day the report was added, written by `newsroom import` and `newsroom new`. The home "
        "page lists it under recent changes and the feed shows it as new on that day, however "
        "old the story is.",
        "تاریخ افزوده شدن خبر به سایت؛ `newsroom import` و `newsroom new` آن را می‌نویسند. خبر، "
        "هرقدر هم قدیمی باشد، از آن روز در تازه‌های صفحهٔ نخست و در خوراک (فید) می‌آید.",
        default=None,
    )
    updated: Day | None = key(
        ("Last changed on", "تاریخ آخرین تغییر"),
        "The day its text last changed after translation.",
        "تاریخ آخرین تغییر متن پس از ترجمه.",
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
        ("Compared with the source", "مقایسه‌شده با منبع"),
        "When and how its facts were compared with the source; written by `newsroom verify`. See "
        "the keys below.",
        "زمان و چگونگی مقایسهٔ اطلاعات خبر با منبع؛ `newsroom verify` آن را می‌نویسد. کلیدهای آن "
        "در جدول بعد آمده است.",
        default=None,
    )
    wanted: Wanted | None = key(
        ("Translation wanted", "درخواست ترجمه"),
        "Marks an article published in one language only; see the keys below.",
        "نشان می‌دهد خبر فعلاً فقط به یک زبان است؛ کلیدهای آن در جدولی پایین‌تر آمده است.",
        default=None,
        name="translation_wanted",
    )
    corrections: tuple[Correction, ...] = key(
        ("Corrections", "اصلاحیه‌ها"),
        "Corrections since publication: a list of `date` and `text` (what was wrong and what it "
        "says now). In both languages or in neither.",
        "اصلاحیه‌های پس از انتشار: فهرستی از `date` (تاریخ اصلاح) و `text` (چه نادرست بود و درست "
        "آن چیست). یا به هر دو زبان یا به هیچ‌یک.",
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
        "Marks the page as a translation; see the keys below.",
        "نشان می‌دهد صفحه ترجمه است؛ کلیدهای آن در جدول بعد آمده است.",
    )
    corrections: tuple[Correction, ...] = key(
        ("Corrections", "اصلاحیه‌ها"),
        "Corrections since publication: a list of `date` and `text`, with the same dates as in "
        "the original.",
        "اصلاحیه‌های پس از انتشار: فهرستی از `date` و `text`، با همان تاریخ‌های متن اصلی.",
        default=(),
    )
    additions: tuple[Correction, ...] = key(*_ADDITIONS, default=(), name="addition")
    minor: tuple[Minor, ...] = key(*_MINOR, default=())
    parity_ok: tuple[Deviation, ...] = key(*_PARITY_OK, default=())
    no_link: tuple[ids.ParticipantId, ...] = key(*_NO_LINK, default=())
