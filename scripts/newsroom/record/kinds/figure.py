"""The key figures of the home page, each with the sources that give it."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.searches import SEARCHED, Search
from newsroom.record.values import identifier
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entry):
    """A number the record prints, and who says it."""

    id: Annotated[str, identifier] = key(
        ("Id", "شناسه"),
        "by which an article asks for its drawing; no disagreement has the same one",
        "شناسه‌ای که خبر با آن طرح رقم را می‌خواهد؛ هیچ اختلاف منابعی همان شناسه را ندارد",
        default="",
    )
    value: Bilingual = key(
        ("Value", "مقدار"),
        "the figure as printed, `fa` and `en`",
        "رقم به شکلی که منتشر می‌شود، `fa` و `en`",
    )
    """As it is printed: "18,260", "18 or 20"."""
    label: Bilingual = key(
        ("Label", "برچسب"), "what it counts, `fa` and `en`", "موضوع رقم، `fa` و `en`"
    )
    article: ids.ArticleId = key(
        ("Article", "خبر"),
        "the slug of the article that reports it",
        "شناسهٔ خبری که رقم در آن آمده است",
    )
    sources: tuple[ids.SourceId, ...] = key(
        ("Sources", "منابع"), "the ids of the sources that give it", "شناسهٔ منابع رقم"
    )
    searched: tuple[Search, ...] = key(*SEARCHED, default=())


KIND = Kind(
    id="figure",
    title={"fa": "رقم", "en": "Key figure"},
    files="data/figures.yml",
    list_key="figures",
    entry=Figure,
    named_by=("label",),
    page="",
    group="figure",
)
