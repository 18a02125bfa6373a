"""An edition: the record as one language shows it, in the order and groups its pages need."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.publish.mentions import Backlink, MentionLinker
from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.events import Event
from newsroom.record.glossary import Term
from newsroom.record.participants import Participant
from newsroom.record.sources import Source
from newsroom.text.dates import (
    DateWords,
    Period,
    format_in,
    format_period,
    leading_calendars,
    own_calendars,
    year_in,
)
from newsroom.text.languages import direction, other_lang
from newsroom.text.persian import initial, number, sort_key

GROUPS = ("person", "organisation", "city", "region", "country")
"""The groups of the participants index, in its order."""

WORDS_PER_MINUTE = 200
LATEST = 5
"""How many moments of the timeline the home page shows."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What stands at one point of the timeline: an event or an article."""

    date: Period
    event: Event | None = None
    article: Article | None = None

    @property
    def status(self) -> str:
        return self.event.status if self.event else "article"

    @property
    def shape(self) -> str:
        """How it is drawn: a `point` for a day, a `bar` for a stretch, `hollow` when not exact."""
        if self.date.approximate or (self.event and self.event.reported):
            return "hollow"
        return "point" if self.date.is_day else "bar"


@dataclass(frozen=True, slots=True)
class Year:
    """The moments of one year of a language's own calendar."""

    own: str
    other: str
    """The year or years of the other calendar it overlaps with, as its moments show them."""
    id: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Initial:
    """The participants one letter of an index files."""

    letter: str
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of an article with what a list shows of it."""

    article: Article
    title: str
    summary: str
    date: Period


class Edition:
    """The record in one language; every list is made once, when first asked for."""

    def __init__(self, catalogue: Catalogue, lang: str, linker: MentionLinker) -> None:
        self.catalogue = catalogue
        self.lang = lang
        self.other = other_lang(lang)
        self.dir = direction(lang)
        self._linker = linker
        self._words = catalogue.strings[lang]
        # The same few dates stand on an article, its lists, its events and its participants.
        self._dates: dict[Period, str] = {}

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface by key, for those that stand on every page."""
        return self._words.words

    @property
    def date_words(self) -> DateWords:
        return self._words.dates

    def t(self, key: str, **values: object) -> str:
        """The words of the interface for a key of `data/strings/<lang>.yml`."""
        words = self._words[key]
        return words.format(**values) if values else words

    def date(self, period: Period) -> str:
        """In both calendars; see `format_period`."""
        text = self._dates.get(period)
        if text is None:
            text = self._dates[period] = format_period(period, self.date_words)
        return text

    def short_date(self, period: Period) -> str:
        """In the calendar it is given in first, alone."""
        return format_in(period, leading_calendars(period, self.lang)[0], self.date_words)

    def number(self, value: int) -> str:
        return number(value, self.lang)

    def digits(self, text: str) -> str:
        """`text` with the digits of the language."""
        return self.date_words.digits(text)

    def minutes(self, page: Page) -> int:
        """How long a page takes to read, in whole minutes."""
        return max(1, round(len(page.body.split()) / WORDS_PER_MINUTE))

    def participant(self, id: str) -> Participant:
        return self.catalogue.participants[id]

    def source(self, id: str) -> Source:
        return self.catalogue.sources[id]

    def participants(self, ids: Iterable[str]) -> tuple[Participant, ...]:
        return tuple(self.catalogue.participants[id] for id in ids)

    @cached_property
    def news(self) -> tuple[Paper, ...]:
        """The articles that stand in this language, newest first."""
        papers = [
            Paper(article, page.title, page.summary, self.dated(article))
            for article in self.catalogue.articles.values()
            if (page := article.versions.get(self.lang))
        ]
        return tuple(
            sorted(papers, key=lambda paper: (paper.date.start, paper.article.slug), reverse=True)
        )

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The timeline: every event and article, oldest first, by year of the own calendar."""
        moments = [Moment(event.date, event=event) for event in self.catalogue.events.values()]
        moments += [Moment(paper.date, article=paper.article) for paper in self.news]
        moments.sort(key=_moment_order)
        years: dict[int, list[Moment]] = defaultdict(list)
        own, _ = own_calendars(self.lang)
        for moment in moments:
            years[year_in(moment.date.start, own)].append(moment)
        return tuple(self._year(year, tuple(moments)) for year, moments in years.items())

    @cached_property
    def latest(self) -> tuple[Moment, ...]:
        """The last events of the timeline, newest first."""
        events = sorted(self.catalogue.events.values(), key=_event_order, reverse=True)
        return self.moments(events[:LATEST])

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many people, organisations and places the index holds."""
        return Counter(entry.kind for entry in self.catalogue.participants.values())

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms in the order of the language's alphabet."""
        terms = self.catalogue.glossary
        return tuple(sorted(terms, key=lambda term: sort_key(term.term[self.lang], self.lang)))

    def moments(self, events: Iterable[Event]) -> tuple[Moment, ...]:
        return tuple(Moment(event.date, event=event) for event in events)

    @cached_property
    def index(self) -> Mapping[str, tuple[Initial, ...]]:
        """The participants by group (`GROUPS`) and first letter."""
        groups: dict[str, dict[str, list[Participant]]] = {group: {} for group in GROUPS}
        entries = self.catalogue.participants.values()
        for entry in sorted(entries, key=lambda entry: self._filed(entry)):
            group = groups[_group(entry)]
            group.setdefault(initial(entry.sort_name(self.lang), self.lang), []).append(entry)
        return {
            name: tuple(Initial(letter, tuple(entries)) for letter, entries in letters.items())
            for name, letters in groups.items()
        }

    def dated(self, article: Article) -> Period:
        """When an article is filed: its publication; for an undated one its last event."""
        if article.date:
            return article.date
        events = self.events(article.events)
        if events:
            return events[-1].date
        source = self.catalogue.sources[article.source]
        day = source.not_before or source.retrieved
        assert day is not None  # the rule article-undated saw to it
        return day

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """The events in time."""
        return tuple(sorted((self.catalogue.events[id] for id in ids), key=_event_order))

    def events_of(self, participant: Participant) -> tuple[Event, ...]:
        """The events that name a participant, in time."""
        return self._events_by_participant.get(participant.id, ())

    def companions_of(self, participant: Participant) -> tuple[Participant, ...]:
        """The people and organisations named by the same events, those of most events first."""
        shared = Counter(
            id
            for event in self.events_of(participant)
            for id in event.everyone
            if id != participant.id and self.catalogue.participants[id].kind != "place"
        )
        ids = sorted(shared, key=lambda id: (-shared[id], id))
        return self.participants(ids)

    def articles_on(self, event: Event) -> tuple[Paper, ...]:
        """The articles that tell of an event, newest first."""
        return self._articles_by_event.get(event.id, ())

    def articles_from(self, source: Source) -> tuple[Paper, ...]:
        return tuple(paper for paper in self.news if paper.article.source == source.id)

    def mentions_of(self, participant: Participant) -> tuple[Backlink, ...]:
        """The first mention on each page that links to a participant; news first, newest first."""
        pages: dict[str, Backlink] = {}
        for link in self._linker.backlinks(self.lang, participant.id):
            pages.setdefault(link.page.uri, link)
        last = len(self.news)
        return tuple(
            sorted(
                pages.values(),
                key=lambda link: (self._places.get(link.page.uri, last), link.page.uri),
            )
        )

    def mentioned_on(self, page: Page) -> tuple[Participant, ...]:
        """The participants a page links to, by group, then in the order of the text."""
        entries = self.participants(self._linker.mentioned_on(page))
        return tuple(sorted(entries, key=lambda entry: GROUPS.index(_group(entry))))

    def paper(self, article: Article) -> Paper:
        return self.news[self._places[article.uri]]

    def beside(self, article: Article) -> tuple[Paper | None, Paper | None]:
        """The next older and the next newer article."""
        place = self._places[article.uri]
        older = self.news[place + 1] if place + 1 < len(self.news) else None
        return older, self.news[place - 1] if place else None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {paper.article.uri: place for place, paper in enumerate(self.news)}

    @cached_property
    def _events_by_participant(self) -> Mapping[str, tuple[Event, ...]]:
        events: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.catalogue.events.values(), key=_event_order):
            for id in event.everyone:
                events[id].append(event)
        return {id: tuple(found) for id, found in events.items()}

    @cached_property
    def _articles_by_event(self) -> Mapping[str, tuple[Paper, ...]]:
        papers: dict[str, list[Paper]] = defaultdict(list)
        for paper in self.news:
            for event in paper.article.events:
                papers[event].append(paper)
        return {id: tuple(found) for id, found in papers.items()}

    def _year(self, year: int, moments: tuple[Moment, ...]) -> Year:
        _, other = own_calendars(self.lang)
        others = sorted({year_in(moment.date.start, other) for moment in moments})
        span = "–".join(map(str, dict.fromkeys((others[0], others[-1]))))
        return Year(
            own=self.digits(str(year)),
            other=self.digits(span),
            id=f"nr-{year}",
            moments=moments,
        )

    def _filed(self, entry: Participant) -> tuple[object, ...]:
        return sort_key(entry.sort_name(self.lang), self.lang)


def _group(entry: Participant) -> str:
    return entry.form if entry.kind == "place" else entry.kind


def _event_order(event: Event) -> tuple[object, ...]:
    return (event.date.start, event.date.end, event.id)


def _moment_order(moment: Moment) -> tuple[object, ...]:
    """In time; on one day what happened stands before what was written of it."""
    id = moment.event.id if moment.event else moment.article.slug if moment.article else ""
    return (moment.date.start, moment.article is not None, moment.date.end, id)
