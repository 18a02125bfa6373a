"""A figure: one thing measured on one kind of page, with what is to be said about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HOME, NEWS, ARTICLE, TIMELINE = "home", "news", "article", "timeline"
PARALLEL, CORRECTIONS, SEARCH = "parallel", "corrections", "search"
PARTICIPANTS, PARTICIPANT = "participants", "participant"
GUIDE, GLOSSARY, SOURCES, LOST = "guide", "glossary", "sources", "404"
DISAGREEMENTS, OUTCOMES, TRANSLATIONS = "disagreements", "outcomes", "translations"
FOLLOW, DATA, STORY = "follow", "data", "story"
TOPICS, TOPIC = "topics", "topic"
FEED, CALENDAR, BOOK = "feed", "calendar", "book"

KINDS = (
    *(HOME, NEWS, ARTICLE, PARALLEL, TIMELINE, PARTICIPANTS, PARTICIPANT, TOPICS, TOPIC),
    *(GUIDE, GLOSSARY, SEARCH, SOURCES, DISAGREEMENTS, OUTCOMES, CORRECTIONS, TRANSLATIONS),
    *(FOLLOW, DATA, STORY, LOST, FEED, CALENDAR, BOOK),
)
"""The kinds of page, and of what is followed, in the order they are reported."""

TIMED = (HOME, ARTICLE, TIMELINE, PARTICIPANTS, PARTICIPANT, GUIDE)
"""The kinds that are loaded several times, to see how long it takes."""

LANGS = ("fa", "en")

OURS, STARLIGHT = "ours", "Starlight"
"""The sites that are measured."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that is measured: its site, kind, language and path."""

    site: str
    kind: str
    lang: str
    path: str
    """From the root of the site: `en/news/x.html`."""

    @property
    def name(self) -> str:
        """What a page is called on either site: `en/news/x`, whether a file or a folder."""
        return self.path.removesuffix(".html").removesuffix("/index")

    @property
    def counterpart(self) -> str:
        """The path of the same page in the other language."""
        if self.kind == STORY:
            return self.path.replace(".fa.", ".en.")
        other = f"{LANGS[1]}/"
        return f"{other}{self.path}" if self.lang == LANGS[0] else self.path.removeprefix(other)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement of one page."""

    site: str
    kind: str
    lang: str
    measure: str
    """A name from `bars.SECTIONS`."""
    value: float
    details: tuple[str, ...] = ()
    """What was found, each to be read by itself."""


def figure(page: SitePage, measure: str, value: float, details: Iterable[str] = ()) -> Figure:
    """A figure of one page, whose details are told with its path."""
    said = tuple(f"{page.path}: {it}" for it in details)
    return Figure(page.site, page.kind, page.lang, measure, value, said)


def count(page: SitePage, measure: str, details: Sequence[str]) -> Figure:
    """A figure that is the number of its details."""
    return figure(page, measure, len(details), details)


def of_site(site: str, figures: Iterable[Figure]) -> list[Figure]:
    """The figures of one site."""
    return [it for it in figures if it.site == site]


def add_up(figures: Iterable[Figure]) -> list[Figure]:
    """One figure a site, kind, language and measure: the sum, with all details once."""
    sums: dict[tuple[str, str, str, str], Figure] = {}
    for it in figures:
        key = (it.site, it.kind, it.lang, it.measure)
        before = sums.get(key, Figure(*key, 0))
        details = tuple(dict.fromkeys((*before.details, *it.details)))
        sums[key] = Figure(*key, before.value + it.value, details)
    return list(sums.values())
