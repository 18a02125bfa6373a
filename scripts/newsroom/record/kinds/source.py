"""The sources: what an article was written from, and what is known of it."""

from dataclasses import dataclass
from typing import Annotated, Any

from newsroom.record.documents import ParseContext
from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.problems import say
from newsroom.record.searches import SEARCHED, Search
from newsroom.record.values import choice, number, pattern, web_address
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

_TIME = pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "12:26")
_ARCHIVED = pattern(r"https://\S+", "https://web.archive.org/web/2024/https://example.org/a")
_DIGEST = pattern("[0-9a-f]{64}", "64 hex digits")


PAGE, LETTER, INTERVIEW, POST, DOCUMENT = "page", "letter", "interview", "post", "document"
MEDIA = (PAGE, LETTER, INTERVIEW, POST, DOCUMENT)
"""What a source is: a page of the web, unless a key of that name says more."""
_NEEDED = {LETTER: ("published",), INTERVIEW: ("published",), POST: ("published", "address")}
"""What those who would look for a source of that kind have to be told besides its own keys."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Between whom a letter went."""

    sender: Bilingual = key(
        ("From", "فرستنده"),
        "Who wrote it, in both languages.",
        "نویسندهٔ نامه، به دو زبان.",
        name="from",
    )
    recipient: Bilingual = key(
        ("To", "گیرنده"),
        "To whom, in both languages.",
        "گیرندهٔ نامه، به دو زبان.",
        name="to",
    )


@dataclass(frozen=True, slots=True)
class Interview:
    """Between whom an interview was."""

    person: Bilingual = key(
        ("With", "گفت‌وگو با"),
        "Who answered, in both languages.",
        "کسی که پاسخ داده است، به دو زبان.",
        name="with",
    )
    by: Bilingual = key(
        ("By", "پرسنده"),
        "Who asked, in both languages.",
        "کسی که پرسیده است، به دو زبان.",
    )


@dataclass(frozen=True, slots=True)
class Post:
    """Where something was posted, and by whom."""

    platform: Bilingual = key(
        ("Platform", "شبکه"), "The network, in both languages.", "نام شبکه، به دو زبان."
    )
    account: str = key(
        ("Account", "حساب"),
        "The account, as the network writes it: `@name`.",
        "حساب کاربری، به شکلی که شبکه آن را می‌نویسد: `@name`.",
    )


@dataclass(frozen=True, slots=True)
class Document:
    """What there is of a document, printed or as a PDF."""

    pages: Annotated[int, number] = key(
        ("Pages", "شمار صفحه‌ها"), "How many pages it has.", "شمار صفحه‌های آن."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """A text that articles were written from; only what it prints of itself is given."""

    title: str | None = key(
        ("Title", "عنوان"),
        "The original title, in the language of the source.",
        "عنوان اصلی، به زبان منبع.",
        default=None,
    )
    publisher: Bilingual | None = key(
        ("Publisher", "ناشر"),
        "The publisher, in both languages; omitted if the source does not say.",
        "ناشر، به دو زبان؛ اگر در منبع نیامده باشد نوشته نمی‌شود.",
        default=None,
    )
    publisher_inferred: bool = key(
        ("Publisher inferred", "ناشر دریافته از متن"),
        "`true` if the publisher was inferred from the text.",
        "`true` اگر نام ناشر را از نشانه‌های متن دریافته باشیم.",
        default=False,
    )
    short: Bilingual | None = key(
        ("Short name", "نام کوتاه"),
        "A short name for use beside other sources, in both languages: “The Courier”; if "
        "omitted, the publisher or title is used.",
        "نام کوتاه آن در کنار منابع دیگر، به دو زبان: «پیک شهر»؛ اگر نوشته نشود، ناشر یا عنوان "
        "جای آن را می‌گیرد.",
        default=None,
    )
    language: Annotated[str, choice(*LANGS)] = key(
        ("Language", "زبان"),
        "The language it is written in: `fa` or `en`.",
        "زبان منبع: `fa` یا `en`.",
    )
    letter: Letter | None = key(
        ("Letter", "نامه"),
        "For a letter: between whom; it needs `published`, its day.",
        "برای نامه: میان چه کسانی؛ تاریخ آن در `published` لازم است.",
        default=None,
    )
    interview: Interview | None = key(
        ("Interview", "گفت‌وگو"),
        "For an interview: between whom; it needs `published`, its day.",
        "برای گفت‌وگو: میان چه کسانی؛ تاریخ آن در `published` لازم است.",
        default=None,
    )
    post: Post | None = key(
        ("Post", "پست"),
        "For a post on a network: where and whose; it needs `published` and `address`.",
        "برای پست در شبکه‌های اجتماعی: کجا و از چه کسی؛ `published` و `address` لازم است.",
        default=None,
    )
    document: Document | None = key(
        ("Document", "سند"),
        "For a document on paper or as a PDF: how long it is.",
        "برای سند کاغذی یا `PDF`: حجم آن.",
        default=None,
    )
    published: Period | None = key(
        ("Published on", "تاریخ انتشار"), "The date of publication.", "تاریخ انتشار.", default=None
    )
    time: Annotated[str | None, _TIME] = key(
        ("Time", "ساعت انتشار"),
        'The time it was published, in quotes: `"12:26"`.',
        'ساعت انتشار، میان دو علامت نقل‌قول لاتین: `"12:26"`.',
        default=None,
    )
    not_before: Period | None = key(
        ("Not before", "زودتر نه از"),
        "For an undated source: the earliest day it can have been written.",
        "برای منبع بدون تاریخ: زودترین روزی که ممکن است نوشته شده باشد.",
        default=None,
    )
    retrieved: Period | None = key(
        ("Retrieved on", "تاریخ دریافت نسخه"),
        "The day the copy was retrieved.",
        "تاریخ دریافت نسخه.",
        default=None,
    )
    address: Annotated[str | None, web_address] = key(
        ("Link", "پیوند منبع"),
        "The link to it, once an editor has confirmed it; begins with `https://` or `http://`.",
        "پیوند منبع، پس از تأیید ویراستار؛ با `https://` یا `http://` آغاز می‌شود.",
        default=None,
    )
    archived: Annotated[str | None, _ARCHIVED] = key(
        ("Archived copy", "نسخهٔ بایگانی‌شده"),
        "A copy of it in a public archive, once an editor has looked at it; begins with "
        "`https://`. `newsroom links` suggests one when the link no longer works.",
        "نسخه‌ای از آن در بایگانی‌های عمومی وب، پس از تأیید ویراستار؛ با `https://` آغاز می‌شود. وقتی "
        "پیوند منبع دیگر کار نکند، `newsroom links` نسخه‌ای پیشنهاد می‌کند.",
        default=None,
    )
    sha256: Annotated[str, _DIGEST] = key(
        ("SHA-256 digest", "اثر انگشت (SHA-256)"),
        "The SHA-256 digest of the copy, 64 hexadecimal digits.",
        "اثر انگشت `SHA-256` نسخه، ۶۴ رقم در مبنای شانزده.",
    )
    searched: tuple[Search, ...] = key(*SEARCHED, default=())
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "How dates were derived and what is missing, in both languages.",
        "تاریخ‌ها از کجا به دست آمده و چه چیزی در منبع نیست، به دو زبان.",
        default=None,
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())

    @property
    def medium(self) -> str:
        """What it is, one of `MEDIA`."""
        return next((name for name in MEDIA[1:] if getattr(self, name)), PAGE)

    @property
    def author(self) -> Bilingual | None:
        """Who speaks in it, where it is no page that has a publisher."""
        if self.post:
            return dict.fromkeys(LANGS, self.post.account)
        if self.letter:
            return self.letter.sender
        return self.interview.person if self.interview else None

    @classmethod
    def settle(cls, values: dict[str, Any], line: int, context: ParseContext) -> bool:
        """Hold a source that is no page to one medium, and to what that needs."""
        media = [name for name in MEDIA if name in values] or [PAGE]
        for name in media[1:]:
            message = say(
                "'{key}' beside '{other}'; a source is one of them", key=name, other=media[0]
            )
            context.report(context.lines[name], "value-form", message, say("delete one"))
        missing = [key for key in _NEEDED.get(media[0], ()) if key not in values]
        for key_ in missing:
            message = say("the key '{key}' is missing or empty", key=key_)
            hint = say("'{key}' needs it", key=media[0])
            context.report(context.lines[media[0]], "key-missing", message, hint)
        return not missing and len(media) < 2


KIND = Kind(
    id="source",
    title={"fa": "منبع", "en": "Source"},
    files="data/sources/*.yml",
    entry=Source,
    named_by=("title", "publisher"),
    page="sources.md#{id}",
)
