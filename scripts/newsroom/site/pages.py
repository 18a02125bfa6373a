"""The pages of the site: each is of a kind, in a language, about a subject.

What a template is given for a kind is in `site/views.py`; the template itself bears its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from newsroom.record.articles import (
    CORRECTIONS,
    DATA,
    DISAGREEMENTS,
    FOLLOW,
    GLOSSARY,
    GUIDE,
    LISTS,
    NEWS,
    OUTCOMES,
    PARTICIPANTS,
    SEARCH,
    SOURCES,
    TIMELINE,
    TOPICS,
    TRANSLATIONS,
    Article,
    Page,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.fields import Entry
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.topic import Topic
from newsroom.record.kinds.withdrawal import Withdrawal
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of
from newsroom.site.parallel import parallel_uri
from newsroom.site.timeline import year_pages, year_uri
from newsroom.text.languages import LANGS


class Kind(StrEnum):
    """What a page is; the value is the name of its template, without `.html`."""

    HOME = "home"
    NEWS = "news"
    TIMELINE = "timeline"
    PARTICIPANTS = "participants"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    SEARCH = "search"
    CORRECTIONS = "corrections"
    DISAGREEMENTS = "disagreements"
    OUTCOMES = "outcomes"
    FOLLOW = "follow"
    """What can be followed and taken along: feeds, and files beside the pages."""
    DATA = "data"
    """What each column of the open data holds."""
    TRANSLATIONS = "translations"
    TOPICS = "topics"
    GUIDE = "guide"
    """A page of prose; its subject is the page as it was written."""
    ARTICLE = "article"
    UNTRANSLATED = "untranslated"
    """Stands in the place of an article that has no version in the language."""
    PARALLEL = "parallel"
    """Both versions of an article beside each other."""
    PARTICIPANT = "participant"
    TOPIC = "topic"
    WITHDRAWN = "withdrawn"
    """Stands in the place of an article that is published no more."""
    MOVED = "moved"
    """Stands at an address something had before, and leads on."""
    YEAR = "year"
    """A year of a divided timeline; its subject is the number."""

    @property
    def template(self) -> str:
        """The file of its template, below `overrides/`."""
        return f"{self.value}.html"


@dataclass(frozen=True, slots=True)
class Moved:
    """An address of before."""

    uri: str
    target: str
    """Where it leads, as a path below `docs/<lang>/`."""


Subject = Article | Participant | Topic | Withdrawal | Page | Moved | int | None
"""What a page is about; `None` where there is one page of the kind in each language."""

URIS: Mapping[Kind, str] = {
    Kind.HOME: "index.md",
    Kind.NEWS: NEWS,
    Kind.TIMELINE: TIMELINE,
    Kind.PARTICIPANTS: PARTICIPANTS,
    Kind.GLOSSARY: GLOSSARY,
    Kind.SOURCES: SOURCES,
    Kind.SEARCH: SEARCH,
    Kind.CORRECTIONS: CORRECTIONS,
    Kind.DISAGREEMENTS: DISAGREEMENTS,
    Kind.OUTCOMES: OUTCOMES,
    Kind.FOLLOW: FOLLOW,
    Kind.DATA: DATA,
    Kind.TRANSLATIONS: TRANSLATIONS,
    Kind.TOPICS: TOPICS,
}
"""Where the kinds lie of which each language has one page."""

_KINDS: Mapping[str, Kind] = {uri: kind for kind, uri in URIS.items()}

_SECTIONS: Mapping[Kind, str] = {
    Kind.ARTICLE: NEWS,
    Kind.UNTRANSLATED: NEWS,
    Kind.WITHDRAWN: NEWS,
    Kind.PARTICIPANT: PARTICIPANTS,
    Kind.TOPIC: TOPICS,
    Kind.GUIDE: GUIDE,
    Kind.GLOSSARY: GUIDE,
}


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of the site."""

    kind: Kind
    lang: str
    subject: Subject
    title: str
    summary: str
    written: Page | None = None
    """The file an author wrote for it; `None` for a page made of data alone."""

    @property
    def uri(self) -> str:
        """Its path below `docs/<lang>/`, the same in both languages."""
        match self.subject:
            case None:
                return URIS[self.kind]
            case Moved(uri, _):
                return uri
            case int(year):
                return year_uri(year)
            case Article() as article if self.kind is Kind.PARALLEL:
                return parallel_uri(article.slug)
            case subject:
                return uri_of(subject)

    @property
    def src_uri(self) -> str:
        """Its path below `docs/`, whether a file lies there or not."""
        return f"{self.lang}/{self.uri}"

    @property
    def section(self) -> str | None:
        """The path of the index that leads to it, for a page that stands below one."""
        return _SECTIONS.get(self.kind)

    @property
    def is_version(self) -> bool:
        """Whether it is what its address promises, and no stand-in for it."""
        return self.kind not in (Kind.UNTRANSLATED, Kind.MOVED, Kind.WITHDRAWN)


def site_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield every page in both languages, those that are made first.

    What an author wrote of a page that would be made anyway gives its title, summary and text.
    """
    written = dict(catalogue.pages)
    articles = {
        page.src_uri: article
        for article in catalogue.articles.values()
        for page in article.versions.values()
    }
    for lang in LANGS:
        for made in _made_pages(catalogue, lang):
            own = written.pop((lang, made.uri), None)
            if own:
                made = replace(made, title=own.title, summary=own.summary, written=own)
            yield made
    yield from (_written_page(page, articles.get(page.src_uri)) for page in written.values())


def _made_pages(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    for pages in (_lists, _participants, _topics, _years, _versions, _withdrawn, _moved):
        yield from pages(catalogue, lang)


def _lists(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    words = catalogue.strings[lang]
    for kind in (_KINDS[uri] for uri in LISTS):
        yield SitePage(kind, lang, None, words[f"{kind}.title"], words[f"{kind}.summary"])


def _participants(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    words = catalogue.strings[lang]
    for entry in catalogue.participants.values():
        name = entry.called(lang)
        summary = words["participant.summary"].format(name=name, site=words["site.name"])
        yield SitePage(Kind.PARTICIPANT, lang, entry, name, summary)


def _topics(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    for entry in catalogue.topics.values():
        yield SitePage(Kind.TOPIC, lang, entry, entry.name[lang], entry.about[lang])


def _years(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    words = catalogue.strings[lang]
    for calendar, year in year_pages(catalogue):
        title = words[f"timeline.year_{calendar.name}"].format(year=words.dates.digits(str(year)))
        yield SitePage(Kind.YEAR, lang, year, title, words["timeline.year_summary"])


def _versions(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    """For each article the page of both versions, or what stands for the one it lacks."""
    words = catalogue.strings[lang]
    for article in catalogue.articles.values():
        facts = article.facts
        if lang not in article.versions:
            yield SitePage(Kind.UNTRANSLATED, lang, article, facts.title, facts.summary)
        elif set(article.versions) == set(LANGS):
            title = words["parallel.title"].format(title=article.versions[lang].title)
            yield SitePage(Kind.PARALLEL, lang, article, title, words["parallel.summary"])


def _withdrawn(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    """What is said in the place of each article that is published no more."""
    summary = catalogue.strings[lang]["withdrawn.summary"]
    for entry in catalogue.withdrawals.values():
        yield SitePage(Kind.WITHDRAWN, lang, entry, entry.title[lang], summary)


def _moved(catalogue: Catalogue, lang: str) -> Iterator[SitePage]:
    """A page at each address of before; what stands on a page with others has its anchors there."""
    summary = catalogue.strings[lang]["moved.summary"]
    for form, entry in catalogue.addressed():
        title = entry.titles if isinstance(entry, Article) else BY_ENTRY[type(entry)].label(entry)
        for uri, target in _leading(form, entry) if "#" not in form else ():
            yield SitePage(Kind.MOVED, lang, Moved(uri, target), title[lang], summary)


def _leading(form: str, entry: Article | Entry) -> Iterator[tuple[str, str]]:
    """The addresses of before, each with where it leads; what was withdrawn has one page left."""
    is_whole = isinstance(entry, Article) and set(entry.versions) == set(LANGS)
    for id in entry.moved_from:
        yield form.format(id=id), form.format(id=entry.id)
        if is_whole:
            yield parallel_uri(id), parallel_uri(entry.id)
    if isinstance(entry, Withdrawal):
        for id in (entry.id, *entry.moved_from):
            yield parallel_uri(id), form.format(id=entry.id)


def _written_page(page: Page, article: Article | None) -> SitePage:
    """The page of a file: of an article, of a kind that is known by its path, or of prose."""
    kind = _KINDS.get(page.uri, Kind.GUIDE)
    if article:
        return SitePage(Kind.ARTICLE, page.lang, article, page.title, page.summary, page)
    subject = page if kind is Kind.GUIDE else None
    return SitePage(kind, page.lang, subject, page.title, page.summary, page)
