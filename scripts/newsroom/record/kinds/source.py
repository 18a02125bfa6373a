"""The sources: what an article was written from, and what is known of it."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.searches import SEARCHED, Search
from newsroom.record.values import choice, pattern, web_address
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

_TIME = pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "12:26")
_DIGEST = pattern("[0-9a-f]{64}", "64 hex digits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """A text that articles were written from; only what it prints of itself is given."""

    title: str | None = key(
        ("Title", "عنوان"),
        "The title as printed, in the language of the source.",
        "عنوان چاپ‌شده، به زبان منبع.",
        default=None,
    )
    publisher: Bilingual | None = key(
        ("Publisher", "ناشر"),
        "Who published it, in both languages; left out when the source does not say.",
        "ناشر، به دو زبان؛ اگر منبع نگفته باشد نوشته نمی‌شود.",
        default=None,
    )
    publisher_inferred: bool = key(
        ("Publisher inferred", "ناشر استنباط‌شده"),
        "`true` when the publisher was inferred from the text.",
        "`true` اگر ناشر از متن استنباط شده باشد.",
        default=False,
    )
    short: Bilingual | None = key(
        ("Short name", "نام کوتاه"),
        "What it is called beside other sources, in both languages: “The Courier”; left out, its "
        "publisher or title stands there.",
        "نام کوتاه آن در کنار منابع دیگر، به دو زبان: «پیک شهر»؛ اگر نوشته نشود، ناشر یا عنوان "
        "به جای آن می‌آید.",
        default=None,
    )
    language: Annotated[str, choice(*LANGS)] = key(
        ("Language", "زبان"),
        "The language it is written in: `fa` or `en`.",
        "زبان منبع: `fa` یا `en`.",
    )
    published: Period | None = key(
        ("Published on", "تاریخ انتشار"), "The day it was published.", "روز انتشار.", default=None
    )
    time: Annotated[str | None, _TIME] = key(
        ("Time", "ساعت انتشار"),
        'The time it was published, in quotes: `"12:26"`.',
        'ساعت انتشار، میان دو علامت نقل‌قول: `"12:26"`.',
        default=None,
    )
    not_before: Period | None = key(
        ("Not before", "نه پیش از"),
        "For an undated source: the day it cannot be older than.",
        "برای منبع بی‌تاریخ: روزی که منبع پیش از آن نوشته نشده است.",
        default=None,
    )
    retrieved: Period | None = key(
        ("Copy taken on", "تاریخ برداشت"),
        "The day the copy was taken.",
        "روز برداشتن نسخه.",
        default=None,
    )
    address: Annotated[str | None, web_address] = key(
        ("Address", "نشانی"),
        "Where it can be read, once an editor has confirmed it: begins with `https://` or "
        "`http://`.",
        "جایی که می‌توان آن را خواند، پس از تأیید ویراستار؛ با `https://` یا `http://` آغاز می‌شود.",
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
        "اینکه تاریخ‌ها از کجا به دست آمده و چه چیزی در منبع نیست، به دو زبان.",
        default=None,
    )


KIND = Kind(
    id="source",
    title={"fa": "منبع", "en": "Source"},
    files="data/sources/*.yml",
    entry=Source,
    named_by=("title", "publisher"),
    page="sources.md#{id}",
)
