"""The tables of the articles: what each is, its events, its corrections, and whom it names."""

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.record.articles import Article
from newsroom.record.kinds.article import Correction, Original
from newsroom.record.translations import Translation
from newsroom.site.addresses import page_address
from newsroom.site.corrections import CORRECTED, EXTENDED
from newsroom.site.open_data.columns import (
    Column,
    Columns,
    Table,
    Type,
    addresses,
    bilingual,
    choice,
    columns_of,
    day,
    flag,
    id_column,
    reference,
    text,
)
from newsroom.site.site import Site
from newsroom.site.texts import Backlink
from newsroom.text.languages import LANGS


class Told(NamedTuple):
    """An event an article tells of."""

    article: Article
    event: str


class Drawn(NamedTuple):
    """A source an article was written from."""

    article: Article
    source: str


class Notice(NamedTuple):
    """A correction or an addition, in one language."""

    article: Article
    lang: str
    kind: str
    correction: Correction


class NamedIn(NamedTuple):
    """Where a version of an article first names somebody."""

    article: Article
    lang: str
    link: Backlink


def articles(site: Site) -> Table[Article]:
    """The table of the articles."""
    return Table(
        "articles",
        {"en": "Reports", "fa": "خبرها"},
        {"en": "One row for each report.", "fa": "هر سطر یک خبر است."},
        (
            *_ARTICLE,
            *columns_of(Original, "date", "place", "source"),
            *_MADE,
            *columns_of(Original, "updated", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.articles.values,
    )


def article_sources(site: Site) -> Table[Drawn]:
    """The table of the sources of the articles."""

    def rows() -> Iterator[Drawn]:
        for article in site.catalogue.articles.values():
            yield from (Drawn(article, source) for source in article.all_sources)

    return Table(
        "article_sources",
        {"en": "Sources of the reports", "fa": "منابع خبرها"},
        {
            "en": "One row for each source a report was written from.",
            "fa": "هر سطر یکی از منابع خبر است.",
        },
        _DRAWN,
        rows,
    )


def article_events(site: Site) -> Table[Told]:
    """The table of the events of the articles."""

    def rows() -> Iterator[Told]:
        for article in site.catalogue.articles.values():
            yield from (Told(article, event) for event in article.events)

    return Table(
        "article_events",
        {"en": "Events of the reports", "fa": "رویدادهای خبرها"},
        {
            "en": "One row for each event that a report tells of.",
            "fa": "هر سطر رویدادی است که در خبری آمده است.",
        },
        _TOLD,
        rows,
    )


def corrections(site: Site) -> Table[Notice]:
    """The table of what was corrected or added after publication."""

    def rows() -> Iterator[Notice]:
        for article in site.catalogue.articles.values():
            for lang, page in article.versions.items():
                yield from (Notice(article, lang, CORRECTED, it) for it in page.corrections)
                yield from (Notice(article, lang, EXTENDED, it) for it in page.additions)

    return Table(
        "corrections",
        {"en": "Corrections", "fa": "اصلاحیه‌ها"},
        {
            "en": "One row for each correction or addition since publication, in each language.",
            "fa": "هر سطر اصلاح یا افزوده‌ای پس از انتشار است، در هر زبان یک سطر.",
        },
        (*_NOTICE, *columns_of(Correction, "date", "text", at="correction")),
        rows,
    )


def mentions(site: Site) -> Table[NamedIn]:
    """The table of whom the articles name, and in which sentence first."""

    def rows() -> Iterator[NamedIn]:
        for article in site.catalogue.articles.values():
            for lang, page in article.versions.items():
                first: dict[str, Backlink] = {}
                for link in site.texts.of(page).backlinks:
                    first.setdefault(link.participant, link)
                yield from (NamedIn(article, lang, link) for link in first.values())

    return Table(
        "mentions",
        {"en": "Mentions", "fa": "نام‌ها در خبرها"},
        {
            "en": "One row for each person, organisation or place that a report names, in each "
            "language.",
            "fa": "هر سطر شخص، نهاد یا مکانی است که در خبری از آن نام برده شده است، در هر زبان یک "
            "سطر.",
        },
        (*_NAMED, *_place_of_mention(site)),
        rows,
    )


def _is_machine(article: Article) -> bool:
    return any(page.is_machine for page in article.versions.values())


def _made(article: Article) -> Translation | None:
    return article.translated.translation if article.translated else None


_ARTICLE: Columns[Article] = (
    *id_column("The id of the report.", "شناسهٔ خبر."),
    *choice(
        "original",
        LANGS,
        "The language it was first written in.",
        "زبانی که خبر نخست به آن نوشته شده است.",
        lambda it: it.original,
    ),
    *bilingual(
        "title",
        "The headline.",
        "تیتر خبر.",
        lambda it, lang: it.versions[lang].title if lang in it.versions else None,
    ),
    *bilingual(
        "summary",
        "One or two sentences, shown under the headline.",
        "یک یا دو جمله که زیر تیتر می‌آید.",
        lambda it, lang: it.versions[lang].summary if lang in it.versions else None,
    ),
)

_MADE: Columns[Article] = (
    *day(
        "added",
        "The day the report was added to this site.",
        "تاریخ افزوده شدن خبر به سایت.",
        lambda it: it.added,
    ),
    *flag(
        "machine",
        "`true` for a machine translation.",
        "`true` برای ترجمهٔ ماشینی.",
        _is_machine,
    ),
    *day(
        "translated",
        "The day the translation last matched the original.",
        "آخرین روزی که ترجمه با متن اصلی مطابقت داشت.",
        lambda it: made.date if (made := _made(it)) else None,
    ),
    *day(
        "reviewed",
        "The day an editor reviewed the translation against the original.",
        "روزی که ویراستاری ترجمه را با متن اصلی مقابله کرد.",
        lambda it: made.reviewed if (made := _made(it)) else None,
    ),
)

_DRAWN: Columns[Drawn] = (
    *reference("article", "articles", "The report.", "خبر.", lambda it: it.article.slug),
    *reference("source", "sources", "A source of it.", "یکی از منابع آن.", lambda it: it.source),
    *flag(
        "main",
        "`true` for the main one.",
        "`true` برای منبع اصلی.",
        lambda it: it.source == it.article.source,
    ),
)

_TOLD: Columns[Told] = (
    *reference("article", "articles", "The report.", "خبر.", lambda it: it.article.slug),
    *reference(
        "event",
        "events",
        "An event it reports.",
        "رویدادی که در خبر آمده است.",
        lambda it: it.event,
    ),
    *flag(
        "headline",
        "`true` for the event of the headline.",
        "`true` برای رویداد تیتر.",
        lambda it: it.event == it.article.events[0],
    ),
)

_NOTICE: Columns[Notice] = (
    *reference("article", "articles", "The report.", "خبر.", lambda it: it.article.slug),
    *choice(
        "lang",
        LANGS,
        "The language of the version.",
        "زبان صفحه.",
        lambda it: it.lang,
    ),
    *choice(
        "kind",
        (CORRECTED, EXTENDED),
        "`corrected` if something was wrong, `extended` if something was added.",
        "`corrected` اگر چیزی نادرست بوده و `extended` اگر چیزی افزوده شده است.",
        lambda it: it.kind,
    ),
)

_NAMED: Columns[NamedIn] = (
    *reference("article", "articles", "The report.", "خبر.", lambda it: it.article.slug),
    *choice("lang", LANGS, "The language of the version.", "زبان صفحه.", lambda it: it.lang),
    *reference(
        "participant",
        "participants",
        "The person, organisation or place it names.",
        "شخص، نهاد یا مکانی که از آن نام برده است.",
        lambda it: it.link.participant,
    ),
    *text(
        "sentence",
        "The sentence that names it first.",
        "نخستین جمله‌ای که این نام در آن آمده است.",
        lambda it: it.link.sentence,
    ),
)


def _place_of_mention(site: Site) -> Columns[NamedIn]:
    def address(it: NamedIn) -> str:
        anchor = f"#{it.link.section}" if it.link.section else ""
        return page_address(site.settings.site_url, it.lang, f"{it.article.uri}{anchor}")

    said = {"en": "The section of the report it is in.", "fa": "بخشی از خبر که جمله در آن است."}
    return (Column("address", said, address, Type.ADDRESS, is_required=True),)
