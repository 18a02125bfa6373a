"""The tables of the sources, and of what is stated by which of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.record.kinds.source import MEDIA, Source
from newsroom.site.open_data.columns import (
    Columns,
    Table,
    addresses,
    bilingual,
    choice,
    columns_of,
    days,
    id_column,
    reference,
)
from newsroom.site.site import Site
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

EVENT, OUTCOME, OFFICE, FIGURE = "event", "outcome", "office", "figure"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the record states, and one of the sources that state it."""

    kind: str
    source: str
    said: Bilingual
    date: Period | None = None
    event: str | None = None
    person: str | None = None
    article: str | None = None


def sources(site: Site) -> Table[Source]:
    """The table of what the articles were written from."""
    return Table(
        "sources",
        {"en": "Sources", "fa": "منابع"},
        {"en": "One row for each source.", "fa": "هر سطر یک منبع است."},
        (
            *id_column("The id of the source.", "شناسهٔ منبع."),
            *columns_of(Source, "language", "title", "publisher", "publisher_inferred", "short"),
            *choice(
                "medium",
                MEDIA,
                "`page` for a page of the web, else `letter`, `interview`, `post` or `document`.",
                "`page` برای صفحهٔ وب؛ وگرنه `letter` برای نامه، `interview` برای گفت‌وگو، `post` "
                "برای پست و `document` برای سند.",
                lambda it: it.medium,
            ),
            *bilingual(
                "author",
                "Who wrote a letter or a post, or was interviewed.",
                "نویسندهٔ نامه یا پست، یا کسی که با او گفت‌وگو شده است.",
                lambda it, lang: it.author[lang] if it.author else None,
            ),
            *columns_of(Source, "published", "time", "not_before", "retrieved", "address"),
            *columns_of(Source, "sha256", "note", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.sources.values,
    )


def facts(site: Site) -> Table[Fact]:
    """The table of what the record states, by the sources that state it."""

    def rows() -> Iterator[Fact]:
        yield from _of_events(site)
        yield from _of_people(site)
        yield from _figures(site)

    return Table(
        "facts",
        {"en": "Facts and their sources", "fa": "اطلاعات و منابع آن"},
        {
            "en": "One row for each source of a fact: that an event was held, planned or proposed, "
            "what came of it, who held an office, or a key figure.",
            "fa": "هر سطر یکی از منابع یک مورد است: برگزاری، برنامه یا پیشنهاد رویدادی، نتیجهٔ آن، "
            "سمت کسی، یا یک رقم.",
        },
        _FACT,
        rows,
    )


def _of_events(site: Site) -> Iterator[Fact]:
    """What was held, planned or proposed, and what came of it."""
    for event in site.catalogue.events.values():
        for source in event.sources:
            yield Fact(EVENT, source, event.title, event.date, event=event.id)
        said = {
            lang: f"{event.title[lang]}: {locale.t(f'outcomes.{event.outcome}')}"
            for lang, locale in site.locales.items()
            if event.outcome
        }
        for source in event.outcome_sources:
            yield Fact(OUTCOME, source, said, event.due_on, event=event.id)


def _of_people(site: Site) -> Iterator[Fact]:
    """Who held which office."""
    for entry in site.catalogue.participants.values():
        for role in entry.roles:
            said = {lang: f"{entry.name[lang]}: {role.office[lang]}" for lang in LANGS}
            yield Fact(OFFICE, role.source, said, role.as_of, person=entry.id)


def _figures(site: Site) -> Iterator[Fact]:
    for figure in site.catalogue.figures:
        said = {lang: f"{figure.label[lang]}: {figure.value[lang]}" for lang in LANGS}
        for source in figure.sources:
            yield Fact(FIGURE, source, said, article=figure.article)


_FACT: Columns[Fact] = (
    *choice(
        "kind",
        (EVENT, OUTCOME, OFFICE, FIGURE),
        "`event` for what was held, planned or proposed, `outcome` for what came of it, `office` "
        "for who held one, `figure` for a key figure.",
        "`event` برای رویداد، برنامه یا پیشنهاد، `outcome` برای نتیجهٔ آن، `office` برای سمت، و "
        "`figure` برای رقم.",
        lambda it: it.kind,
    ),
    *bilingual(
        "fact",
        "What is stated, in a few words.",
        "خود مطلب، کوتاه.",
        lambda it, lang: it.said[lang],
        required=True,
    ),
    *days(
        "date",
        "The date of the event, that of an office according to the source, or the one announced.",
        "تاریخ رویداد، تاریخ سمت به گفتهٔ منبع، یا تاریخ اعلام‌شده.",
        lambda it: it.date,
    ),
    *reference("source", "sources", "The source for it.", "منبع آن.", lambda it: it.source),
    *reference(
        "event",
        "events",
        "The event it is about.",
        "رویداد مربوط.",
        lambda it: it.event,
        required=False,
    ),
    *reference(
        "person",
        "participants",
        "The person it is about.",
        "شخص مربوط.",
        lambda it: it.person,
        required=False,
    ),
    *reference(
        "article",
        "articles",
        "The report that gives the figure.",
        "خبری که رقم در آن آمده است.",
        lambda it: it.article,
        required=False,
    ),
)
