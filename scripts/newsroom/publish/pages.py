"""Which pages the site has besides those an author wrote, and which template each one takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.publish.addresses import uri_of
from newsroom.publish.parallel import is_parallel, parallel_uri
from newsroom.publish.timeline import is_year, year_pages, year_uri
from newsroom.record.articles import (
    CORRECTIONS,
    DISAGREEMENTS,
    GLOSSARY,
    NEWS,
    PARTICIPANTS,
    SEARCH,
    SOURCES,
    TIMELINE,
    TRANSLATIONS,
    Page,
    is_article,
)
from newsroom.record.catalogue import Catalogue
from newsroom.text.languages import LANGS

_TEMPLATES = {
    "index.md": "home.html",
    NEWS: "news.html",
    TIMELINE: "timeline.html",
    PARTICIPANTS: "participants.html",
    SEARCH: "search.html",
    SOURCES: "sources.html",
    CORRECTIONS: "corrections.html",
    DISAGREEMENTS: "disagreements.html",
    TRANSLATIONS: "translations.html",
    GLOSSARY: "glossary.html",
}

_OVERVIEWS = {
    SOURCES: ("sources.title", "sources.summary"),
    SEARCH: ("search.title", "search.summary"),
    CORRECTIONS: ("corrections.title", "corrections.summary"),
    DISAGREEMENTS: ("disagreements.title", "disagreements.summary"),
    TRANSLATIONS: ("translations.title", "translations.summary"),
}
"""The words for title and summary of the pages that list what the record has of a kind."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page made from data alone."""

    lang: str
    uri: str
    title: str
    summary: str
    stands_for: str = ""
    """The language an article stands in, on the page that says it is not translated from it yet."""


def generated_pages(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the pages nobody writes, in both languages; one an author wrote is left out."""
    for lang in LANGS:
        for pages in (_overviews, _participants, _years, _versions):
            for page in pages(catalogue, lang):
                if (lang, page.uri) not in catalogue.pages:
                    yield page


def _overviews(catalogue: Catalogue, lang: str) -> Iterator[GeneratedPage]:
    words = catalogue.strings[lang]
    for uri, (title, summary) in _OVERVIEWS.items():
        yield GeneratedPage(lang, uri, words[title], words[summary])


def _participants(catalogue: Catalogue, lang: str) -> Iterator[GeneratedPage]:
    summary = catalogue.strings[lang]["participant.summary"]
    for entry in catalogue.participants.values():
        name = entry.name[lang]
        yield GeneratedPage(lang, uri_of(entry), name, summary.format(name=name))


def _years(catalogue: Catalogue, lang: str) -> Iterator[GeneratedPage]:
    words = catalogue.strings[lang]
    for calendar, year in year_pages(catalogue, lang):
        title = words[f"timeline.year_{calendar.name}"].format(year=words.dates.digits(str(year)))
        yield GeneratedPage(lang, year_uri(year), title, words["timeline.year_summary"])


def _versions(catalogue: Catalogue, lang: str) -> Iterator[GeneratedPage]:
    """For each article the page of both versions, or what stands for the one it lacks."""
    words = catalogue.strings[lang]
    for article in catalogue.articles.values():
        facts = article.facts
        if lang not in article.versions:
            yield GeneratedPage(lang, article.uri, facts.title, facts.summary, facts.lang)
        elif set(article.versions) == set(LANGS):
            title = words["parallel.title"].format(title=article.versions[lang].title)
            yield GeneratedPage(lang, parallel_uri(article), title, words["parallel.summary"])


def template_of(page: Page | GeneratedPage) -> str:
    uri = page.uri
    if isinstance(page, GeneratedPage) and page.stands_for:
        return "untranslated.html"
    if uri in _TEMPLATES:
        return _TEMPLATES[uri]
    if is_article(uri):
        return "article.html"
    if is_year(uri):
        return "year.html"
    if is_parallel(uri):
        return "parallel.html"
    return "participant.html" if uri.startswith("participants/") else "guide.html"
