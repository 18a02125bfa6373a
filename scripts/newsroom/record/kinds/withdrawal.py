"""Articles that were withdrawn: what stands at their addresses in place of the text."""

from dataclasses import dataclass

from newsroom.record.fields import BilingualProse, Day, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.kinds.article import PAGE
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Entry):
    """What is known of an article that is published no more; its id is the slug of the article."""

    title: Bilingual = key(
        ("Title", "عنوان"),
        "The headline it had, in both languages.",
        "تیتری که خبر داشت، به دو زبان.",
    )
    date: Day = key(("Date", "تاریخ"), "The day it was withdrawn.", "روزی که خبر پس گرفته شد.")
    reason: BilingualProse = key(
        ("Reason", "دلیل"),
        "Why, as readers are told at its address, in both languages.",
        "دلیل آن، چنان‌که در نشانی خبر به خوانندگان گفته می‌شود، به دو زبان.",
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())


KIND = Kind(
    id="withdrawal",
    title={"fa": "خبر پس‌گرفته", "en": "Withdrawn article"},
    files="data/withdrawals/*.yml",
    entry=Withdrawal,
    named_by=("title",),
    page=PAGE,
    is_found=False,
    group="article",
)
