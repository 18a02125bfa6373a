"""The timeline: every event and article in time, by year, and what it can be filtered by.

From `DIVIDED_FROM` events on one page would be too long to load and to read. Then the timeline is
an overview, and each year has a page of its own, in both calendars and in both languages: each
language leads to the years it counts by, and has the others where a language link leads.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import STATUSES, Event
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of
from newsroom.text.dates import CALENDARS, Calendar, Period, year_in
from newsroom.text.languages import Bilingual

DIVIDED_FROM = 500
"""Events."""

_FOLDER = "timeline/"

PLACES, NAMES, TOPICS = 16, 24, 8
"""How many places, names and topics a timeline can be filtered by, by the classes `nr-f1` to
`nr-f48`. Everything else has a timeline of its own."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """What stands at one point of the timeline: an event or an article."""

    date: Period
    event: Event | None = None
    article: Article | None = None

    @property
    def status(self) -> str:
        """That of the event (`STATUSES`), or `article`."""
        return self.event.status if self.event else "article"

    @property
    def key(self) -> str:
        """What tells it from every other one."""
        if self.event:
            return f"event {self.event.id}"
        assert self.article is not None  # a moment is one of the two
        return f"article {self.article.slug}"

    @property
    def order(self) -> tuple[object, ...]:
        """In time; on one day what happened stands before what was to, and that before what was
        written of it.
        """
        rank = STATUSES.index(self.event.status) if self.event else len(STATUSES)
        return (self.date.start, rank, self.date.end, self.key)


@dataclass(frozen=True, slots=True)
class Year:
    """The moments of one year of one calendar."""

    calendar: Calendar
    number: int
    others: tuple[int, ...]
    """The years of the other calendar its moments lie in."""
    items: tuple[TimelineItem, ...]

    @property
    def id(self) -> str:
        """The anchor of its heading."""
        return f"nr-{self.number}"

    @property
    def uri(self) -> str:
        """The page of the year, when the timeline is divided."""
        return year_uri(self.number)


@dataclass(frozen=True, slots=True)
class Facet:
    """Somebody, some place or a topic a timeline is filtered by."""

    entry: Participant | Topic
    css: str
    """The class of the choice and of the moments it leaves."""
    count: int

    @property
    def label(self) -> Bilingual:
        """What it is called in a list of choices."""
        entry = self.entry
        return entry.name if isinstance(entry, Topic) else entry.short or entry.name


@dataclass(frozen=True, slots=True)
class Filter:
    """What the moments of one page, or the entries of an index, can be filtered by."""

    places: tuple[Facet, ...]
    names: tuple[Facet, ...]
    topics: tuple[Facet, ...]
    classes: Mapping[str, str]
    """The classes of a moment, its status and its facets, by its key; of an entry by its id."""

    def of_all(self, items: Iterable[TimelineItem]) -> str:
        """The classes of a group: those of any of its moments."""
        found = (css for item in items for css in self.classes[item.key].split())
        return " ".join(dict.fromkeys(found))


def is_divided(catalogue: Catalogue) -> bool:
    """Whether each year has a page of its own."""
    return len(catalogue.events) >= DIVIDED_FROM


def year_uri(number: int) -> str:
    """The path of a year's page. The years of the two calendars are four hundred apart at least."""
    return f"{_FOLDER}{number}.md"


def year_pages(catalogue: Catalogue) -> Iterator[tuple[Calendar, int]]:
    """The years that have a page of their own; none of a timeline that is not divided."""
    if not is_divided(catalogue):
        return
    days = [event.date.start for event in catalogue.events.values()]
    days += [catalogue.dated(article).start for article in catalogue.articles.values()]
    for calendar in CALENDARS:
        yield from ((calendar, year) for year in sorted({year_in(day, calendar) for day in days}))


def event_uri(event: Event, calendar: Calendar, catalogue: Catalogue) -> str:
    """Where an event stands, for a language that counts by a calendar."""
    if not is_divided(catalogue):
        return uri_of(event)
    return f"{year_uri(year_in(event.date.start, calendar))}#{event.id}"


def by_year(items: Sequence[TimelineItem], calendar: Calendar) -> tuple[Year, ...]:
    """The moments, which are in order, by years of a calendar."""
    (other,) = (candidate for candidate in CALENDARS if candidate != calendar)
    years: dict[int, list[TimelineItem]] = defaultdict(list)
    for item in items:
        years[year_in(item.date.start, calendar)].append(item)
    return tuple(
        Year(
            calendar,
            number,
            tuple(sorted({year_in(item.date.start, other) for item in found})),
            tuple(found),
        )
        for number, found in years.items()
    )


Moment = tuple[TimelineItem, Sequence[Participant | Topic]]
"""With those it names, and what it is about."""


def make_filter(moments: Sequence[Moment]) -> Filter:
    """The filter of some moments: the places, names and topics that most of them have."""
    counts = Counter(_key(entry) for _, found in moments for entry in found)
    entries = {_key(entry): entry for _, found in moments for entry in found}
    ranked = sorted(entries, key=lambda key: (-counts[key], key))
    groups = {
        group: [key for key in ranked if _group(entries[key]) == group][:most]
        for group, most in ((_PLACE, PLACES), (_NAME, NAMES), (_TOPIC, TOPICS))
    }
    css = {key: f"nr-f{number}" for number, key in enumerate(chain(*groups.values()), 1)}
    facets = {
        group: tuple(Facet(entries[key], css[key], counts[key]) for key in keys)
        for group, keys in groups.items()
    }
    return Filter(
        facets[_PLACE],
        facets[_NAME],
        facets[_TOPIC],
        {
            item.key: " ".join(
                [f"nr-{item.status}", *(css[key] for key in map(_key, found) if key in css)]
            )
            for item, found in moments
        },
    )


_PLACE, _NAME, _TOPIC = "place", "name", "topic"


def _group(entry: Participant | Topic) -> str:
    """Which of the lists of a filter an entry stands in."""
    if isinstance(entry, Topic):
        return _TOPIC
    return _PLACE if entry.kind == "place" else _NAME


def _key(entry: Participant | Topic) -> str:
    """What tells an entry from every other one."""
    return f"{_group(entry)} {entry.id}"
