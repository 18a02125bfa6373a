"""The topics: what articles and events are about, wherever and whenever they happened."""

from dataclasses import dataclass

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Entry):
    """A subject with a page of its own; articles and events name it under `topics`."""

    name: Bilingual = key(
        ("Name", "نام"),
        "What it is called, in a few words, in both languages.",
        "نام آن، کوتاه و به دو زبان.",
    )
    about: BilingualProse = key(
        ("What it is about", "دربارهٔ آن"),
        "What belongs to it, in one sentence, in both languages.",
        "چه چیزی به آن مربوط است، در یک جمله و به دو زبان.",
    )
    terms: tuple[ids.TermId, ...] = key(
        ("Terms", "اصطلاح‌ها"),
        "Terms of the glossary that suggest it: a list of ids.",
        "اصطلاح‌های واژه‌نامه که نشانهٔ آن‌اند: فهرست شناسه‌ها.",
        default=(),
    )
    participants: tuple[ids.ParticipantId, ...] = key(
        ("Participants", "شرکت‌کنندگان"),
        "Participants that suggest it: a list of ids.",
        "شخص‌ها، نهادها و مکان‌هایی که نشانهٔ آن‌اند: فهرست شناسه‌ها.",
        default=(),
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())


KIND = Kind(
    id="topic",
    title={"fa": "موضوع", "en": "Topic"},
    files="data/topics/*.yml",
    entry=Topic,
    named_by=("name",),
    page="topics/{id}.md",
    lead="about",
)
