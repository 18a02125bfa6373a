"""What lies before, after and around a stretch of days, as far as that is known.

Two events are in order only when the days they can lie on do not overlap. Of one day, or of a day
and a month that holds it, nobody knows which came first, and nothing here says so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import Event
from newsroom.text.dates import Period

BEFORE, SAME_DAY, AROUND, AFTER = "before", "same_day", "around", "after"
"""How one thing lies to others in time."""

MOST_AROUND = 4
"""How many events of about the same time an article names besides those it tells of."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An event, and how it lies to what an article tells of: `before` and so on."""

    event: Event
    relation: str


class EventOrder:
    """The events of a record by the days they can lie on."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_start = sorted(events, key=lambda event: (event.span.start, event.id))
        self._by_end = sorted(self._by_start, key=lambda event: (event.span.end, event.span.start))
        self._starts = [event.span.start for event in self._by_start]
        self._ends = [event.span.end for event in self._by_end]
        spans = (event.span for event in self._by_start)
        self._longest = max((span.end - span.start for span in spans), default=timedelta())

    def around(self, told: Sequence[Event], written: Period) -> Iterator[Neighbour]:
        """The last event before those told of, some of the same time, and the first one after.

        Where none is told of, `written`, the days of the article itself, stands in their place.
        """
        spans = [event.span for event in told] or [written]
        before = bisect_left(self._ends, min(span.start for span in spans)) - 1
        after = bisect_right(self._starts, max(span.end for span in spans))
        if before >= 0:
            yield Neighbour(self._last(before), BEFORE)
        days = {event.date.start for event in told if event.is_of_a_day}
        days |= {written.start} if not told and written.is_day else set()
        yield from self._meanwhile(told, spans, days)
        if after < len(self._by_start):
            yield Neighbour(self._first(after), AFTER)

    def _last(self, place: int) -> Event:
        """Of those up to a place by their ends the one dated last, if none is known to be later."""
        ends = self._by_end[place].span.start
        before = (self._by_end[at] for at in range(place, -1, -1))
        candidates = takewhile(lambda event: event.span.end >= ends, before)
        return max(candidates, key=lambda event: (event.date.end, event.date.start, event.id))

    def _first(self, place: int) -> Event:
        """Of those from a place on by their starts the one dated first."""
        starts = self._by_start[place].span.end
        after = (self._by_start[at] for at in range(place, len(self._by_start)))
        candidates = takewhile(lambda event: event.span.start <= starts, after)
        return min(candidates, key=lambda event: (event.date.start, event.date.end, event.id))

    def _meanwhile(
        self, told: Sequence[Event], spans: Sequence[Period], days: set[date]
    ) -> Iterator[Neighbour]:
        """The events that overlap some of `spans`, those of one of the `days` first."""
        found = {event.id: event for span in spans for event in self._overlapping(span)}
        for event in told:  # by their ids: to compare two events is to compare all they have
            found.pop(event.id, None)
        same = {it.id for it in found.values() if it.is_of_a_day and it.date.start in days}
        for event in sorted(found.values(), key=lambda it: it.id not in same)[:MOST_AROUND]:
            yield Neighbour(event, SAME_DAY if event.id in same else AROUND)

    def _overlapping(self, span: Period) -> Iterator[Event]:
        # Nothing that began longer ago than the longest lasts can reach into the span.
        first = bisect_left(self._starts, max(span.start, date.min + self._longest) - self._longest)
        last = bisect_right(self._starts, span.end)
        yield from (event for event in self._by_start[first:last] if event.span.end >= span.start)


def written(article: Article, catalogue: Catalogue) -> Period:
    """The days an article's source can have been written on, which decide what is earlier."""
    if article.date:
        return article.date
    source = catalogue.sources[article.source]
    first = source.not_before.start if source.not_before else date.min
    return Period(first, source.retrieved.end if source.retrieved else date.max)


def relation(one: Period, other: Period) -> str:
    """How one period lies to another: `before`, `after`, `same_day` or `around`."""
    if one.end < other.start:
        return BEFORE
    if other.end < one.start:
        return AFTER
    return SAME_DAY if one.is_day and one == other else AROUND
