"""The record as one language shows it, in the order and groups its pages need."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.fields import Entry, schema_of
from newsroom.record.kinds.disagreement import Disagreement
from newsroom.record.kinds.event import HELD, PLANNED, STANDINGS, STATUSES, Event
from newsroom.record.kinds.source import INTERVIEW, LETTER, POST, Source
from newsroom.record.kinds.term import Term
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.record.searches import Search
from newsroom.site.addresses import Addressed, uri_of
from newsroom.site.corrections import (
    ADDED,
    CORRECTED,
    EXTENDED,
    NOTICE,
    WITHDRAWN,
    Change,
    notices_on,
)
from newsroom.site.graphics.cards import Card
from newsroom.site.graphics.graphic import Graphic
from newsroom.site.graphics.stories import Stories
from newsroom.site.index import GROUPS, ParticipantIndex, group_of
from newsroom.site.neighbours import AFTER, BEFORE, EventOrder, Neighbour, relation, written
from newsroom.site.photographs import PhotographView
from newsroom.site.texts import NO_TEXTS, Backlink, Texts
from newsroom.site.timeline import (
    Filter,
    TimelineItem,
    Year,
    by_year,
    event_uri,
    make_filter,
)
from newsroom.text.dates import (
    CALENDARS,
    DateWords,
    Period,
    format_in,
    format_period,
    leading_calendars,
    own_calendars,
)
from newsroom.text.languages import direction, other_lang
from newsroom.text.persian import number, sort_key
from newsroom.text.sentences import sentence_spans

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with what a list of a language shows of it."""

    article: Article
    lang: str
    """The language of title and summary: the other one where it stands in that one only."""
    title: str
    summary: str
    date: Period
    is_machine: bool
    """Whether a machine translated it."""
    is_withheld: bool
    """Whether it is shown in a preview only."""


_CALLED = {
    LETTER: "sources.called_letter",
    INTERVIEW: "sources.called_interview",
    POST: "sources.called_post",
}


class LocaleView:
    """The record in one language; every list is made once, when first asked for."""

    def __init__(self, catalogue: Catalogue, lang: str, texts: Texts = NO_TEXTS) -> None:
        self.catalogue = catalogue
        self.lang = lang
        self.other = other_lang(lang)
        self.dir = direction(lang)
        self.calendar, _ = own_calendars(lang)
        self._texts = texts
        self._words = catalogue.strings[lang]
        # The same few dates stand on an article, its lists, its events and its participants.
        self._dates: dict[Period, str] = {}
        self._stories = Stories(self)
        self.paragraph_label = cache(self._paragraph_label)

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface by key, for those that stand on every page."""
        return self._words.words

    @property
    def date_words(self) -> DateWords:
        """The names of months and the forms of dates in this language."""
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

    def label(self, entry: Entry, key: str) -> str:
        """What the field `key` of an entry is called, as its kind declares it."""
        field = next(it for it in schema_of(type(entry)) if it.key == key)
        return (field.label or {})[self.lang]

    def number(self, value: int) -> str:
        """A whole number with the digits and separators of the language."""
        return number(value, self.lang)

    def digits(self, text: str) -> str:
        """`text` with the digits of the language."""
        return self.date_words.digits(text)

    def _paragraph_label(self, number: int) -> str:
        """What the link to a paragraph is called, by its number on the page."""
        return self.t("article.paragraph", number=self.number(number))

    def participant(self, id: str) -> Participant:
        """Raises `KeyError` for an unknown id, as `source` does; the check has refused them."""
        return self.catalogue.participants[id]

    def source(self, id: str) -> Source:
        return self.catalogue.sources[id]

    def called(self, source: Source) -> str:
        """What a source is called beside others, without a link."""
        name = source.short or source.publisher
        return name[self.lang] if name else source.title or self.by_medium(source)

    def by_medium(self, source: Source) -> str:
        """What a source without publisher and title is called: a letter by its sender."""
        if source.author is None:
            return self.t("sources.untitled")
        platform = source.post.platform[self.lang] if source.post else ""
        return self.t(_CALLED[source.medium], name=source.author[self.lang], platform=platform)

    def sources(self, article: Article) -> tuple[Source, ...]:
        """What an article was written from, the main source first."""
        return tuple(self.catalogue.sources[id] for id in article.all_sources)

    def more_sources(self, article: Article) -> str:
        """How many sources an article has besides the main one, in words; empty for none."""
        count = len(article.sources)
        key = "article.more_sources" if count > 1 else "article.more_source"
        return self.t(key, count=self.number(count)) if count else ""

    def photograph(self, article: Article) -> PhotographView | None:
        """The photograph of an article with what is told of it; `None` where it has none."""
        if article.photograph is None:
            return None
        image = self.catalogue.media[article.photograph.media]
        return PhotographView.of(article.photograph, image, self.lang)

    def participants(self, ids: Iterable[str]) -> tuple[Participant, ...]:
        """The entries of some ids, in their order."""
        return tuple(self.catalogue.participants[id] for id in ids)

    @cached_property
    def news(self) -> tuple[ArticleView, ...]:
        """The articles that stand in this language, newest first."""
        return tuple(view for view in self.listed if view.lang == self.lang)

    @cached_property
    def listed(self) -> tuple[ArticleView, ...]:
        """Every article, newest first; as it is in the other language if it stands there only."""
        views = [
            ArticleView(
                article,
                lang,
                article.versions[lang].title,
                article.versions[lang].summary,
                self.dated(article),
                article.versions[lang].is_machine,
                article.is_withheld(lang),
            )
            for article in self.catalogue.articles.values()
            for lang in (self.lang if self.lang in article.versions else self.other,)
        ]
        return tuple(
            sorted(views, key=lambda view: (view.date.start, view.article.slug), reverse=True)
        )

    @cached_property
    def moments_in_time(self) -> tuple[TimelineItem, ...]:
        """Every event and every article, oldest first."""
        events = map(self.item, self.catalogue.events.values())
        articles = (TimelineItem(view.date, article=view.article) for view in self.listed)
        return tuple(sorted((*events, *articles), key=lambda item: item.order))

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The timeline by years of the own calendar."""
        return by_year(self.moments_in_time, self.calendar)

    @cached_property
    def years_by_number(self) -> Mapping[int, Year]:
        """The years of both calendars; those of one are far from those of the other."""
        years = (year for calendar in CALENDARS for year in by_year(self.moments_in_time, calendar))
        return {year.number: year for year in years}

    def span(self, years: Iterable[int]) -> str:
        """The first and the last of some years, in the digits of the language."""
        ends = (min(years), max(years))
        return self.digits("–".join(map(str, dict.fromkeys(ends))))

    def filter_of(self, items: Iterable[TimelineItem]) -> Filter:
        """What a page with these moments can be filtered by."""
        return make_filter(
            [(item, (*self._named_by(item), *self._topics_at(item))) for item in items]
        )

    def _named_by(self, item: TimelineItem) -> tuple[Participant, ...]:
        """The participants an event names or an article mentions."""
        if item.event:
            return self.participants(item.event.everyone)
        assert item.article is not None  # a moment is one of the two
        version = item.article.versions[self.view(item.article).lang]
        mentioned = self._texts.of(version).mentioned
        place = (item.article.place,) if item.article.place else ()
        return self.participants(dict.fromkeys((*place, *mentioned)))

    def _topics_at(self, item: TimelineItem) -> tuple[Topic, ...]:
        entry = item.event or item.article
        assert entry is not None  # a moment is one of the two
        return self.topics_of(entry)

    def uri_of(self, target: Addressed) -> str:
        """The path below `docs/<lang>/` where something stands in this language."""
        if isinstance(target, Event):
            return event_uri(target, self.calendar, self.catalogue)
        return uri_of(target)

    @cached_property
    def as_of(self) -> Period | None:
        """The day of the newest entry of the record: what is past due is so as of this day."""
        day = self.catalogue.newest_day
        return Period(day, day) if day else None

    def standing(self, event: Event) -> str | None:
        """How an announced event stands as of that day, one of `STANDINGS`; `None` if held."""
        return event.standing(self.catalogue.newest_day)

    @cached_property
    def announcements(self) -> Mapping[str, tuple[Event, ...]]:
        """Every event that was planned or proposed, by its standing, in time.

        The standings are in the order of `STANDINGS`; one without an event is left out.
        """
        found = by_key(self.events_in_time, lambda it: filter(None, [self.standing(it)]))
        return {standing: found[standing] for standing in STANDINGS if standing in found}

    def search_text(self, search: Search) -> str:
        """What was looked for in vain, where, when and by which words, on one line."""
        words = (self.t("searched.word", word=word) for word in search.words)
        return self.t(
            "searched.line",
            what=search.what[self.lang],
            where=search.where[self.lang],
            date=self.date(search.date),
            words=f"{self.t('list.comma')} ".join(words),
        )

    @cached_property
    def withdrawals(self) -> tuple[Change, ...]:
        """What was withdrawn, newest first."""
        changes = (
            Change(WITHDRAWN, it.date, it, it.title[self.lang], it.reason[self.lang], NOTICE)
            for it in self.catalogue.withdrawals.values()
        )
        return tuple(sorted(changes, key=_change_order, reverse=True))

    @cached_property
    def corrections(self) -> tuple[Change, ...]:
        """Every correction, addition and withdrawal, newest first."""
        changes = [
            Change(
                EXTENDED if notice.is_addition else CORRECTED,
                notice.date,
                view.article,
                view.title,
                notice.text,
                notice.anchor,
            )
            for view in self.news
            for notice in notices_on(view.article.versions[self.lang])
        ]
        return tuple(sorted([*self.withdrawals, *changes], key=_change_order, reverse=True))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the record, newest first."""
        added = (
            Change(ADDED, day, view.article, view.title)
            for view in self.news
            if (day := view.article.added)
        )
        return tuple(sorted([*added, *self.corrections], key=_change_order, reverse=True))

    @cached_property
    def index(self) -> ParticipantIndex:
        """The participants by group and letter."""
        return ParticipantIndex(self.catalogue, self.lang)

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms in the order of the language's alphabet."""
        terms = self.catalogue.glossary
        return tuple(sorted(terms, key=lambda term: sort_key(term.term[self.lang], self.lang)))

    def graphic(self, article: Article, without: Collection[str] = ()) -> Graphic | None:
        """The drawing of a story, of none of the kinds in `without`; see `Stories`."""
        return self._stories.of(article, without)

    def figure_drawing(self, entry: Disagreement) -> Graphic | None:
        """Two numbers that sources disagree on, to scale; `None` where it is no matter of two."""
        return self._stories.of_disagreement(entry)

    def card(self, article: Article | None = None) -> Card:
        """The share card of a story that stands in this language, or that of all other pages."""
        site, other = self.t("site.name"), self.catalogue.strings[self.other]["site.name"]
        if article is None:
            return Card(self.lang, self.t("site.tagline"), site, site, other)
        place = self.participant(article.place).name[self.lang] if article.place else ""
        kicker = " · ".join(filter(None, (place, self.date(self.dated(article)))))
        drawn = self._stories.of(article, on_card=True)
        return Card(self.lang, kicker, self.view(article).title, site, other, drawn)

    def item(self, event: Event) -> TimelineItem:
        """An event as a point of the timeline, the same each time."""
        return self._items[event.id]

    @cached_property
    def _items(self) -> Mapping[str, TimelineItem]:
        events = self.catalogue.events
        return {id: TimelineItem(event.date, event=event) for id, event in events.items()}

    def dated(self, article: Article) -> Period:
        """When an article is filed."""
        return self.catalogue.dated(article)

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """The events in time."""
        return tuple(sorted((self.catalogue.events[id] for id in ids), key=_event_order))

    def events_of(self, participant: Participant) -> tuple[Event, ...]:
        """The events that name a participant, in time."""
        return self._events_by_participant.get(participant.id, ())

    def summary_of(self, event: Event) -> tuple[str, str]:
        """The first sentence of the summary of an event, and the rest; both may be empty."""
        text = event.summary[self.lang] if event.summary else ""
        end = next((end for _, end in sentence_spans(text)), 0)
        return text[:end].strip(), text[end:].strip()

    def parts_of(self, event: Event) -> tuple[tuple[str, tuple[Participant, ...]], ...]:
        """Whom an event names besides its place, by the key of the word for how.

        In what was only announced nobody has taken part, they were to; of a proposal all of them
        are named.
        """
        parts = {
            "participants": event.participants,
            "listed": event.listed,
            "mentioned": event.mentioned,
        }
        if event.status == PLANNED:
            parts = {
                "expected": event.participants + event.listed,
                "mentioned": event.mentioned,
            }
        elif event.status != HELD:
            parts = {"mentioned": event.participants + event.listed + event.mentioned}
        found = (
            (key, self.participants(id for id in dict.fromkeys(ids) if id != event.place))
            for key, ids in parts.items()
        )
        return tuple((key, entries) for key, entries in found if entries)

    def part_in(self, event: Event, participant: Participant) -> str:
        """The key of the word for how an event names a participant, where it took no part in it."""
        id = participant.id  # to compare two participants is to compare all they have
        found = (key for key, all in self.parts_of(event) if any(it.id == id for it in all))
        key = next(found, "")
        return {"participants": "", "expected": "was_expected"}.get(key, key)

    def held_in(self, city: Participant) -> int:
        """How many events took place in a city."""
        return self._held_by_place[city.id]

    def companions_of(
        self, participant: Participant, without: Collection[str] = ()
    ) -> tuple[Participant, ...]:
        """The people and organisations named by the same events, those of most events first."""
        shared = Counter(
            id
            for event in self.events_of(participant)
            for id in event.everyone
            if id != participant.id and id not in without
            if self.catalogue.participants[id].kind != "place"
        )
        ids = sorted(shared, key=lambda id: (-shared[id], id))
        return self.participants(ids)

    def articles_on(self, event: Event) -> tuple[ArticleView, ...]:
        """The articles that tell of an event, newest first."""
        return self._articles_by_event.get(event.id, ())

    def articles_from(self, source: Source) -> tuple[ArticleView, ...]:
        """The articles written from a source, newest first."""
        return self._articles_by_source.get(source.id, ())

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """What articles and events are about, in the order of the language's alphabet."""
        topics = self.catalogue.topics.values()
        return tuple(sorted(topics, key=lambda it: sort_key(it.name[self.lang], self.lang)))

    def topics_of(self, entry: Article | Event) -> tuple[Topic, ...]:
        """The topics an article or an event belongs to, the nearest first."""
        return tuple(self.catalogue.topics[id] for id in entry.topics)

    def articles_in(self, topic: Topic) -> tuple[ArticleView, ...]:
        """The articles that belong to a topic, newest first."""
        return self._articles_by_topic.get(topic.id, ())

    def events_in(self, topic: Topic) -> tuple[Event, ...]:
        """The events that belong to a topic, in time."""
        return self._events_by_topic.get(topic.id, ())

    def mentions_of(self, participant: Participant) -> tuple[Backlink, ...]:
        """The first mention on each page that links to a participant; news first, newest first."""
        pages: dict[str, Backlink] = {}
        for link in self._texts.backlinks(self.lang, participant.id):
            pages.setdefault(link.page.uri, link)
        last = len(self.news)
        order = sorted(pages, key=lambda uri: (self._places.get(uri, last), uri))
        return tuple(pages[uri] for uri in order)

    def mentioned_on(self, page: Page) -> tuple[Participant, ...]:
        """The participants a page links to, by group, then in the order of the text."""
        entries = self.participants(self._texts.of(page).mentioned)
        return tuple(sorted(entries, key=lambda entry: GROUPS.index(group_of(entry))))

    def terms_on(self, page: Page) -> tuple[Term, ...]:
        """The terms a page links to, in the order of its text."""
        return self._texts.of(page).terms

    def view(self, article: Article) -> ArticleView:
        """What a list shows of an article."""
        return self._views[article.slug]

    @cached_property
    def _views(self) -> Mapping[str, ArticleView]:
        return {view.article.slug: view for view in self.listed}

    def place_of(self, article: Article) -> int:
        """Where an article stands in the news."""
        return self._places[article.uri]

    def around(self, article: Article) -> tuple[Neighbour, ...]:
        """The events an article tells of and those around them, in time; see `EventOrder`."""
        told = self.events(article.events)
        own = [Neighbour(event, "") for event in told]
        others = list(self._event_order.around(told, written(article, self.catalogue)))
        first = [it for it in others if it.relation == BEFORE]
        last = [it for it in others if it.relation == AFTER]
        rest = [it for it in others if it.relation not in (BEFORE, AFTER)]
        middle = sorted([*own, *rest], key=lambda it: _event_order(it.event))
        return (*first, *middle, *last)

    def beside(self, article: Article) -> tuple[tuple[ArticleView, str] | None, ...]:
        """The next older and the next newer paper of the news, each with what is known of that."""
        place = self._places[article.uri]
        at = (place + 1, place - 1)
        return tuple(
            (self.news[it], self._relation(self.news[it].article, article))
            if 0 <= it < len(self.news)
            else None
            for it in at
        )

    def _relation(self, one: Article, other: Article) -> str:
        return relation(written(one, self.catalogue), written(other, self.catalogue))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {view.article.uri: place for place, view in enumerate(self.news)}

    @cached_property
    def events_in_time(self) -> tuple[Event, ...]:
        """Every event, oldest first."""
        return tuple(sorted(self.catalogue.events.values(), key=_event_order))

    @cached_property
    def _event_order(self) -> EventOrder:
        return EventOrder(self.catalogue.events.values())

    @cached_property
    def _events_by_participant(self) -> Mapping[str, tuple[Event, ...]]:
        return by_key(self.events_in_time, lambda event: event.everyone)

    @cached_property
    def _events_by_topic(self) -> Mapping[str, tuple[Event, ...]]:
        return by_key(self.events_in_time, lambda event: event.topics)

    @cached_property
    def _articles_by_topic(self) -> Mapping[str, tuple[ArticleView, ...]]:
        return by_key(self.listed, lambda view: view.article.topics)

    @cached_property
    def _held_by_place(self) -> Counter[str]:
        events = self.catalogue.events.values()
        return Counter(it.place for it in events if it.place and it.status == "held")

    @cached_property
    def _articles_by_event(self) -> Mapping[str, tuple[ArticleView, ...]]:
        return by_key(self.news, lambda view: view.article.events)

    @cached_property
    def _articles_by_source(self) -> Mapping[str, tuple[ArticleView, ...]]:
        return by_key(self.news, lambda view: view.article.all_sources)


def by_key(
    items: Iterable[Item], keys_of: Callable[[Item], Iterable[str]]
) -> Mapping[str, tuple[Item, ...]]:
    """The items that have a key, in their order, for every key one of them has."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys_of(item)):
            found[key].append(item)
    return {key: tuple(its) for key, its in found.items()}


def _event_order(event: Event) -> tuple[object, ...]:
    return (event.date.start, STATUSES.index(event.status), event.date.end, event.id)


def _change_order(change: Change) -> tuple[date, bool]:
    return change.date.start, change.kind != ADDED
