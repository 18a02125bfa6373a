"""The sources: what an article was written from, and what is known of it."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.searches import SEARCHED, Search
from newsroom.record.values import choice, pattern, web_address
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

_TIME = pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "12:26")
_ARCHIVED = pattern(r"https://\S+", "https://web.archive.org/web/2024/https://example.org/a")
_DIGEST = pattern("[0-9a-f]{64}", "64 hex digits")


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


KIND = Kind(
    id="source",
    title={"fa": "منبع", "en": "Source"},
    files="data/sources/*.yml",
    entry=Source,
    named_by=("title", "publisher"),
    page="sources.md#{id}",
)
