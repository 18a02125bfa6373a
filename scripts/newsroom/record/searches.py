"""What was looked for and not found: where, when and by which words.

It stands beside the gap it explains, so that a reader can tell "nobody knows" from "nobody looked",
and who looks again knows where to go on.
"""

from dataclasses import dataclass

from newsroom.record.fields import Day, key
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Search:
    """A search that was made and found nothing."""

    what: Bilingual = key(
        ("Searched for", "موضوع جست‌وجو"),
        "What was searched for, in both languages: “whether the fair took place”.",
        "موضوع جست‌وجو، به دو زبان: «اینکه نمایشگاه برگزار شد یا نه».",
    )
    where: Bilingual = key(
        ("Where", "محل"),
        "Where it was searched for, in both languages: “in the sources of this record”.",
        "محل جست‌وجو، به دو زبان: «در منابع این سایت».",
    )
    date: Day = key(("Date", "تاریخ"), "The day of the search.", "روز جست‌وجو.")
    words: tuple[str, ...] = key(
        ("Words", "واژه‌ها"),
        "The search words, as typed: a list.",
        "واژه‌های جست‌وجو، به همان صورت که وارد شد: یک فهرست.",
    )


SEARCHED = (
    ("Searched for, not found", "جست‌وجو شد و پیدا نشد"),
    "What was searched for and not found: a list of searches, each with the keys below. The page "
    "shows it next to what is missing.",
    "جست‌وجوهای بی‌نتیجه: یک فهرست، هر یک با کلیدهای جدول بعد. در صفحه کنار آنچه معلوم نیست می‌آید.",
)
"""What `key` is told of the field of an entry that lists them."""
