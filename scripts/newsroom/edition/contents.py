"""What a volume of the book holds, in its order, and its table of contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.site.addresses import Addressed, uri_of, url_of
from newsroom.site.locale_views import ArticleView, LocaleView
from newsroom.site.pages import URIS, Kind, SitePage
from newsroom.site.site import Site
from newsroom.site.timeline import is_divided
from newsroom.text.dates import year_in

_METHOD = "guide/how-we-work.md"
_LISTS = (
    Kind.OUTCOMES,
    Kind.PARTICIPANTS,
    Kind.DISAGREEMENTS,
    Kind.CORRECTIONS,
    Kind.GLOSSARY,
    Kind.SOURCES,
)
"""The pages behind the timeline; behind the index of participants stands each of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table of contents."""

    title: str
    path: str | None = None
    """Where it leads in the book, with an anchor; `None` for the name of what stands below it."""
    lines: Sequence["Line"] = ()


def book_path(url: str) -> str:
    """Where a page of the site lies in the book, by its address below the root of the site."""
    path, hash_sign, anchor = url.partition("#")
    return f"{path.removesuffix('.html')}.xhtml{hash_sign}{anchor}"


def chapters(site: Site, lang: str) -> tuple[SitePage, ...]:
    """The pages of a volume: reports, the newest first, and what the record knows besides."""
    locale = site.locales[lang]
    found = (site.pages.get(f"{lang}/{uri}") for uri in _uris(locale))
    return tuple(page for page in found if page)


def _uris(locale: LocaleView) -> Iterator[str]:
    yield from (view.article.uri for view in locale.news)
    yield URIS[Kind.TIMELINE]
    if is_divided(locale.catalogue):
        yield from (year.uri for year in locale.years)
    for kind in _LISTS:
        yield URIS[kind]
        if kind is Kind.PARTICIPANTS:
            yield from _participants(locale)
    yield _METHOD


def _participants(locale: LocaleView) -> Iterator[str]:
    for initials in locale.index.groups.values():
        for initial in initials:
            yield from map(uri_of, initial.participants)


def contents(site: Site, lang: str) -> Iterator[Line]:
    """The table of contents of a volume: every report by its year, every other list by its parts.

    Who is in the index of participants is not repeated: it would be half of the table.
    """
    locale = site.locales[lang]
    yield Line(locale.t("nav.news"), None, tuple(_reports(locale)))
    for page in chapters(site, lang):
        if page.kind in (Kind.TIMELINE, *_LISTS) or page.uri == _METHOD:
            yield Line(page.title, _path(lang, page.uri), tuple(_parts(site, page)))


def _reports(locale: LocaleView) -> Iterator[Line]:
    def year_of(view: ArticleView) -> int:
        return year_in(view.date.start, locale.calendar)

    for year, views in groupby(locale.news, year_of):
        lines = (Line(it.title, _path(locale.lang, it.article)) for it in views)
        yield Line(locale.digits(str(year)), None, tuple(lines))


def _parts(site: Site, page: SitePage) -> Iterator[Line]:
    locale = site.locales[page.lang]
    if page.kind is Kind.TIMELINE:
        for year in locale.years:
            where = year.uri if is_divided(site.catalogue) else f"{page.uri}#{year.id}"
            yield Line(locale.digits(str(year.number)), _path(page.lang, where))
    elif page.kind is Kind.PARTICIPANTS:
        for group in (key for key, initials in locale.index.groups.items() if initials):
            yield Line(
                locale.t(f"participants.{group}"), _path(page.lang, f"{page.uri}#nr-{group}")
            )
    elif page.kind is Kind.DISAGREEMENTS:
        for kind in site.disagreements[page.lang].groups:
            title = locale.t(f"disagreements.{kind}")
            yield Line(title, _path(page.lang, f"{page.uri}#nr-{kind}"))


def _path(lang: str, target: Addressed) -> str:
    return book_path(url_of(lang, uri_of(target)))
