"""What belongs to a place: the bodies seated there, who holds an office there, and what they did.

All of it follows from ids. A body is seated in its `city`, or in its `country` where it has none;
an office is held at its own `place`, or at the seat of its organisation; what lies in a city lies
in its region and country. An event or a report belongs to an office when a source of it is the one
that gives the office: whom a source calls mayor is mayor in what it tells, and in nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsroom.record.kinds.event import Event
from newsroom.record.participants import Participant, Role, by_office
from newsroom.site.locale_views import ArticleView, LocaleView, by_key
from newsroom.text.persian import sort_key


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with the offices held at one place or in one body."""

    participant: Participant
    offices: tuple[tuple[Role, ...], ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that give the offices."""
        return frozenset(role.source for roles in self.offices for role in roles)


@dataclass(frozen=True, slots=True)
class Deed:
    """An event on the page of a participant."""

    event: Event
    by: tuple[Participant, ...] = ()
    """The bodies and office-holders of a place it belongs there by, where it does not name it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report that mentions bodies or office-holders of a place, and not the place itself."""

    view: ArticleView
    of: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Belongings:
    """What belongs to a place; of an organisation, those who hold an office in it."""

    bodies: tuple[Participant, ...] = ()
    elsewhere: tuple[Participant, ...] = ()
    """The bodies of a country that are seated in another one."""
    forums: tuple[Participant, ...] = ()
    """What is no body and has no seat, such as a series of meetings, and is at home there."""
    holders: tuple[Holder, ...] = ()
    events: tuple[Deed, ...] = ()
    reports: tuple[Told, ...] = ()

    @property
    def everyone(self) -> frozenset[str]:
        """The ids of those who are listed."""
        people = (holder.participant for holder in self.holders)
        entries = (*self.bodies, *self.elsewhere, *self.forums, *people)
        return frozenset(entry.id for entry in entries)


class Places:
    """The belongings of every place in one language; computed when first asked for."""

    def __init__(self, locale: LocaleView) -> None:
        self._locale = locale
        self._participants = locale.catalogue.participants
        # The page of a participant asks, and so do the feed and the calendar.
        self._kept: dict[str, Belongings] = {}

    def of(self, entry: Participant) -> Belongings:
        """What belongs to a place or an organisation; asked once the pages are rendered."""
        if entry.id not in self._kept:
            self._kept[entry.id] = self._of(entry)
        return self._kept[entry.id]

    def _of(self, entry: Participant) -> Belongings:
        holders = self._holders(self._roles.get(entry.id, ()))
        if entry.kind != "place":
            return Belongings(holders=holders)
        seated = self._sorted(self._seated.get(entry.id, ()))
        elsewhere = self._sorted(self._abroad.get(entry.id, ()))
        bodies = (*seated, *elsewhere)
        return Belongings(
            tuple(it for it in seated if it.subkind == "body"),
            elsewhere,
            tuple(it for it in seated if it.subkind != "body"),
            holders,
            tuple(self._events(entry, bodies, holders)),
            tuple(self._reports(entry, bodies, holders)),
        )

    def events_of(self, entry: Participant) -> tuple[Deed, ...]:
        """The events that name a participant and, of a place, those of its bodies, in time."""
        by = {deed.event.id: deed for deed in self.of(entry).events}
        return tuple(by.get(event.id, Deed(event)) for event in self.events_with(entry))

    def events_with(self, entry: Participant) -> tuple[Event, ...]:
        """The same, without by whom."""
        by = (deed.event.id for deed in self.of(entry).events)
        own = (event.id for event in self._locale.events_of(entry))
        return self._locale.events((*own, *by))

    def _events(
        self, place: Participant, bodies: Sequence[Participant], holders: Sequence[Holder]
    ) -> Iterator[Deed]:
        by: dict[str, list[Participant]] = defaultdict(list)
        for holder in holders:
            for event in self._locale.events_of(holder.participant):
                if holder.sources.intersection(event.sources):
                    by[event.id].append(holder.participant)
        for body in bodies:
            for event in self._locale.events_of(body):
                by[event.id].append(body)
        for event in self._locale.events(by):
            if place.id not in event.everyone:
                yield Deed(event, tuple(by[event.id]))

    def _reports(
        self, place: Participant, bodies: Sequence[Participant], holders: Sequence[Holder]
    ) -> Iterator[Told]:
        own = {link.page.uri for link in self._locale.mentions_of(place)}
        of: dict[str, list[Participant]] = defaultdict(list)
        for holder in holders:
            for view in self._papers_on(holder.participant):
                if not holder.sources.isdisjoint(view.article.all_sources):
                    of[view.article.uri].append(holder.participant)
        for body in bodies:
            for view in self._papers_on(body):
                of[view.article.uri].append(body)
        for view in self._locale.news:
            if view.article.uri in of.keys() - own:
                yield Told(view, tuple(of[view.article.uri]))

    def _papers_on(self, entry: Participant) -> Iterator[ArticleView]:
        papers = (self._papers.get(link.page.uri) for link in self._locale.mentions_of(entry))
        return filter(None, papers)

    @cached_property
    def _papers(self) -> Mapping[str, ArticleView]:
        return {view.article.uri: view for view in self._locale.news}

    @cached_property
    def _seated(self) -> Mapping[str, Sequence[Participant]]:
        """The bodies by every place their seat lies in."""
        return by_key(self._bodies, lambda body: self._around(body.city or body.country))

    @cached_property
    def _abroad(self) -> Mapping[str, Sequence[Participant]]:
        """The bodies of each country that are seated outside it."""
        return by_key(
            (body for body in self._bodies if body.city),
            lambda body: {body.country} - self._around(body.city) if body.country else (),
        )

    @property
    def _bodies(self) -> Iterator[Participant]:
        return (it for it in self._participants.values() if it.kind == "organisation")

    @cached_property
    def _roles(self) -> Mapping[str, Sequence[tuple[Participant, Role]]]:
        """The offices by every place and organisation they belong to."""
        entries = self._participants.values()
        held = ((entry, role) for entry in entries for role in entry.roles)
        return by_key(held, lambda it: self._owners(it[1]))

    def _owners(self, role: Role) -> set[str]:
        body = self._participants[role.organisation] if role.organisation else None
        if body is None:
            return self._around(role.place)
        owners = {body.id, body.country or body.id}
        return owners | self._around(role.place or body.city or body.country)

    def _around(self, id: str | None) -> set[str]:
        """A place and those it lies in."""
        found: set[str] = set()
        waiting = [id]
        while waiting:
            at = waiting.pop()
            if at and at not in found:
                found.add(at)
                waiting += [self._participants[at].region, self._participants[at].country]
        return found

    def _holders(self, roles: Sequence[tuple[Participant, Role]]) -> tuple[Holder, ...]:
        held: dict[str, list[Role]] = defaultdict(list)
        for entry, role in roles:
            held[entry.id].append(role)
        people = self._sorted(self._participants[id] for id in held)
        return tuple(Holder(entry, by_office(held[entry.id])) for entry in people)

    def _sorted(self, entries: Iterable[Participant]) -> tuple[Participant, ...]:
        lang = self._locale.lang
        return tuple(sorted(entries, key=lambda entry: sort_key(entry.sort_name(lang), lang)))
