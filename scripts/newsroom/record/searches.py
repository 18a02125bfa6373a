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
        ("What was looked for", "چه چیزی جست‌وجو شد"),
        "What was looked for and not found, in both languages: “whether the fair took place”.",
        "آنچه جست‌وجو و یافت نشد، به دو زبان: «اینکه نمایشگاه برگزار شد یا نه».",
    )
    where: Bilingual = key(
        ("Where", "در کجا"),
        "Where it was looked for, in both languages: “in the sources of this record”.",
        "جایی که جست‌وجو شد، به دو زبان: «در منابع این مجموعه».",
    )
    date: Day = key(("Date", "تاریخ"), "The day of the search.", "روز جست‌وجو.")
    words: tuple[str, ...] = key(
        ("Words", "واژه‌ها"),
        "The words it was looked for by, as they were typed: a list.",
        "واژه‌هایی که با آن‌ها جست‌وجو شد، همان‌گونه که نوشته شدند: یک فهرست.",
    )


SEARCHED = (
    ("Looked for, not found", "جست‌وجو شد و یافت نشد"),
    "What was looked for and not found: a list of the searches that were made, each a record of "
    "its own, as below. The page shows it with what is missing.",
    "آنچه جست‌وجو شد و یافت نشد: فهرست جست‌وجوهایی که انجام شده است، هر یک با کلیدهای جدول "
    "زیر. صفحه آن را در کنار آنچه نمی‌دانیم نشان می‌دهد.",
)
"""What `key` is told of the field of an entry that lists them."""
