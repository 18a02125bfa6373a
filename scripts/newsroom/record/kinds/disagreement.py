"""Where the sources disagree: what each of them says, what the record prints, and why.

A disagreement is of one of four kinds (`KINDS`): sources that do not say the same, one source
whose words can be read in more than one way or contradict themselves, a slip that is not carried
over, and a name that is written in more than one way.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Annotated, Self

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.values import choice, identifier
from newsroom.text.languages import Bilingual

DIFFER, UNCLEAR, SLIP, SPELLING = "differ", "unclear", "slip", "spelling"
KINDS = (DIFFER, UNCLEAR, SLIP, SPELLING)
"""In the order a reader meets them."""
OF_SUBSTANCE = (DIFFER, UNCLEAR)
"""Those in which it is open what happened; the others concern how a source was written."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says, told in our words; names and figures as it prints them."""

    source: ids.SourceId = key(
        ("Source", "منبع"), "The source that says it: an id.", "منبعی که آن را گفته است: یک شناسه."
    )
    text: BilingualProse = key(
        ("Description", "شرح"),
        "What it says, in both languages and in our own words; names and figures as it prints "
        "them.",
        "آنچه منبع می‌گوید، به دو زبان و به قلم خود ما؛ نام‌ها و رقم‌ها همان‌گونه که در منبع آمده است.",
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a report tells of it: an article, or a section of one."""

    article: ids.ArticleId = key(("Article", "خبر"), "The article, by its slug.", "خبر: یک شناسه.")
    section: Annotated[str | None, identifier] = key(
        ("Section", "بخش"),
        "A section of it, by the id of its heading.",
        "بخشی از آن: شناسهٔ عنوان بخش.",
        default=None,
    )
    """`None` for what stands before the first heading, or everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement(Entry):
    """What sources say of one question, and what the record prints."""

    question: Bilingual = key(
        ("Question", "پرسش"),
        "What is in doubt, as a short question, in both languages: “18 countries or 20?”",
        "آنچه در آن تردید هست، در پرسشی کوتاه و به دو زبان: «۱۸ کشور یا ۲۰ کشور؟».",
    )
    kind: Annotated[str, choice(*KINDS)] = key(
        ("Kind", "نوع"),
        "`differ` when two sources or more do not say the same, `unclear` when one contradicts "
        "itself or can be read in more than one way, `slip` when something it prints is not "
        "carried over, `spelling` when it is only how a name is written. Reports and events show "
        "the first two, the pages of the names the others, too.",
        "`differ` اگر دو منبع یا بیشتر یک چیز نگویند، `unclear` اگر منبعی خود را نقض کند یا "
        "سخنش را چند گونه بتوان خواند، `slip` اگر چیزی که منبع نوشته است بازگو نشود، و "
        "`spelling` اگر فقط املای نامی در میان باشد. دو نوع نخست در خبرها و "
        "رویدادها می‌آید و بقیه نیز در صفحهٔ نام‌ها.",
    )
    says: tuple[Statement, ...] = key(
        ("What the sources say", "سخن منابع"),
        "What each source says; each statement is a record of its own, as below.",
        "سخن هر منبع، هر یک با کلیدهای جدول بعد.",
    )
    printed: Bilingual = key(
        ("What is printed", "آنچه می‌نویسیم"),
        "What the record prints, in few words, in both languages.",
        "آنچه این مجموعه می‌نویسد، کوتاه و به دو زبان.",
    )
    reason: BilingualProse = key(
        ("Reason", "دلیل"), "Why, in both languages.", "دلیل آن، به دو زبان."
    )
    articles: tuple[Passage, ...] = key(
        ("Articles", "خبرها"),
        "Where the reports tell of it: a list of `article`, a slug, and `section`, the id of a "
        "heading. Without `section` the whole report is meant, or what stands before its first "
        "heading.",
        "جایی از خبرها که از آن می‌گوید: فهرستی از `article`، شناسهٔ خبر، و `section`، شناسهٔ "
        "یک بخش. بی `section` مراد همهٔ خبر است یا آنچه پیش از نخستین عنوان بخش می‌آید.",
    )
    events: tuple[ids.EventId, ...] = key(
        ("Events", "رویدادها"),
        "The events it concerns: a list of ids.",
        "رویدادهایی که به آن‌ها برمی‌گردد: فهرست شناسه‌ها.",
        default=(),
    )
    participants: tuple[ids.ParticipantId, ...] = key(
        ("Participants", "شرکت‌کنندگان"),
        "The participants it concerns: a list of ids.",
        "مدخل‌هایی که به آن‌ها برمی‌گردد: فهرست شناسه‌ها.",
        default=(),
    )

    @property
    def is_of_substance(self) -> bool:
        """Whether it is open what happened, and not only how a source was written."""
        return self.kind in OF_SUBSTANCE

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak, each once."""
        return tuple(dict.fromkeys(statement.source for statement in self.says))

    def without(self, drafts: Collection[str]) -> Self | None:
        """Without the passages in drafts; `None` if no other is left."""
        articles = tuple(it for it in self.articles if it.article not in drafts)
        if articles == self.articles:
            return self
        return replace(self, articles=articles) if articles else None


KIND = Kind(
    id="disagreement",
    title={"fa": "ناهمخوانی", "en": "Disagreement"},
    files="data/disagreements/*.yml",
    entry=Disagreement,
    named_by=("question",),
    page="disagreements.md#{id}",
    group="figure",
)
