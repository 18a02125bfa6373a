"""What the peers are given ready-made, because they have nothing that makes it.

Names and terms are linked by hand in the Markdown, the participants of each article are listed,
every date is written out in both calendars, and what belongs together is looked up.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsroom.api import (
    LANGS,
    TERM,
    Article,
    Bilingual,
    Event,
    Matcher,
    Page,
    Period,
    open_site,
    own_calendars,
    year_in,
)

AddressOf = Callable[[str], str]
"""The address an article's Markdown gives a participant or, as `term:<id>`, a term."""

NOTE = re.compile(r'^\?\?\?\+ note "(.*)"\n\n    (.*)$', re.MULTILINE)
"""An editors' note in an article: its title and its text."""

_LINK = re.compile(r"(\[[^\]]*\]\([^)]*\))")
_UNLINKED = ("#", "???")
"""How the lines begin in which no name is linked: headings and the titles of notes."""


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text with its names linked, and who and what it links."""

    body: str
    participants: tuple[str, ...]
    """The ids of those linked, in the order of the text."""
    terms: tuple[str, ...]
    """The ids of the terms linked, likewise."""


class PeerRecord:
    """A record read for a peer."""

    def __init__(self, record: Path) -> None:
        """`record` holds `data/` and `docs/`; raises `ValueError` when its check finds anything."""
        self.site = open_site(record)
        self.catalogue, self.locales = self.site.catalogue, self.site.locales
        self._matchers = {lang: self.catalogue.names.linked(lang) for lang in LANGS}
        self.is_divided = any("/timeline/" in uri for uri in self.site.pages)
        """Whether the timeline has a page for each year."""

    @cached_property
    def news(self) -> tuple[Article, ...]:
        """The articles, newest first."""
        articles = self.catalogue.articles.values()
        return tuple(sorted(articles, key=lambda it: (self.day(it), it.slug), reverse=True))

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that name a participant, oldest first, by the participant's id."""
        events: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.catalogue.events.values(), key=lambda it: (it.date, it.id)):
            for id in event.everyone:
                events[id].append(event)
        return {id: tuple(named) for id, named in events.items()}

    @cached_property
    def articles_on(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles that tell of an event, newest first, by the event's id."""
        articles: dict[str, list[Article]] = defaultdict(list)
        for article in self.news:
            for id in article.events:
                articles[id].append(article)
        return {id: tuple(telling) for id, telling in articles.items()}

    def day(self, article: Article) -> Period:
        """When it was published; an undated one is filed at its last event."""
        return article.date or max(self.catalogue.events[id].date for id in article.events)

    def pages(self, lang: str) -> Iterator[tuple[str, Page]]:
        """The pages an author wrote that are no articles, by their paths."""
        articles = {article.uri for article in self.news}
        for (written_in, uri), page in self.catalogue.pages.items():
            if written_in == lang and uri not in articles:
                yield uri, page

    def dates(self, period: Period) -> Bilingual:
        """The period in both calendars, for each language."""
        return {lang: locale.date(period) for lang, locale in self.locales.items()}

    def years(self, period: Period) -> Mapping[str, list[int]]:
        """The year it begins in, of the language's own calendar and of the other."""
        return {
            lang: [year_in(period.start, calendar) for calendar in own_calendars(lang)]
            for lang in LANGS
        }

    def linked(self, lang: str, body: str, address_of: AddressOf) -> LinkedText:
        """The Markdown with its links: the first mention of each participant in each section, and
        that of a term on the page."""
        linker = _Linker(self._matchers[lang], address_of)
        lines = [linker.line(line) for line in body.split("\n")]
        terms = tuple(target_id.removeprefix(TERM) for target_id in linker.terms)
        return LinkedText("\n".join(lines), tuple(linker.participants), terms)


class _Linker:
    """Goes through one text, line by line."""

    def __init__(self, matcher: Matcher, address_of: AddressOf) -> None:
        self._matcher, self._address_of = matcher, address_of
        self._done: set[str] = set()
        self.participants: dict[str, None] = {}
        self.terms: dict[str, None] = {}

    def line(self, line: str) -> str:
        if line.startswith("#"):
            self._done.clear()
        if line.startswith(_UNLINKED):
            return line
        parts = _LINK.split(line)
        return "".join(part if part.startswith("[") else self._part(part) for part in parts)

    def _part(self, text: str) -> str:
        linked, end = "", 0
        for mention in self._matcher.find(text):
            if self._first_met(mention.target_id):
                address = self._address_of(mention.target_id)
                name = text[mention.start : mention.end]
                linked += f"{text[end : mention.start]}[{name}]({address})"
                end = mention.end
        return linked + text[end:]

    def _first_met(self, target_id: str) -> bool:
        """Note a name or a term; whether it is to be linked."""
        if target_id in self._done or target_id in self.terms:
            return False
        if target_id.startswith(TERM):
            self.terms[target_id] = None
        else:
            self._done.add(target_id)
            self.participants[target_id] = None
        return True
