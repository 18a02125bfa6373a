"""The glossary: one term for one thing, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.values import identifier
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word of the site, and the forms that are not used for it."""

    id: Annotated[str, identifier] = key(
        ("Id", "شناسه"),
        "The id, also the anchor of the term on the page.",
        "شناسه، که نشانی اصطلاح در صفحهٔ واژه‌نامه هم هست.",
    )
    term: Bilingual = key(("Term", "اصطلاح"), "The term in both languages.", "اصطلاح، به دو زبان.")
    definition: BilingualProse = key(
        ("Definition", "تعریف"),
        "What it means on this site, in both languages.",
        "معنای آن در این مجموعه، به دو زبان.",
    )
    avoid: Mapping[str, tuple[str, ...]] | None = key(
        ("Not used", "صورت‌های نادرست"),
        "Forms not used: a list for each language; either language may be missing.",
        "صورت‌هایی که به کار نمی‌رود: برای هر زبان یک فهرست؛ یکی از دو زبان را می‌توان ننوشت.",
        default=None,
    )
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "When to use it, in both languages.",
        "مورد کاربرد، به دو زبان.",
        default=None,
    )
    link: bool = key(
        ("Linked", "پیوند"),
        "`true` if the first use on a page should link to the definition; for terms readers may "
        "not know.",
        "`true` اگر نخستین کاربرد آن در هر صفحه باید به تعریفش پیوند داشته باشد؛ برای "
        "اصطلاح‌هایی که شاید خواننده نشناسد.",
        default=False,
    )
    moved_from: tuple[ids.FormerId, ...] = key(*ids.MOVED_FROM, default=())


KIND = Kind(
    id="term",
    title={"fa": "اصطلاح واژه‌نامه", "en": "Glossary term"},
    files="data/glossary.yml",
    list_key="terms",
    entry=Term,
    named_by=("term",),
    page="guide/glossary.md#{id}",
)
