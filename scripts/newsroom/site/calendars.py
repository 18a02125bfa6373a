"""The calendars of one language: of all events, of each participant and of each topic.

A calendar holds the events whose days are known. A month or a year is no day, nor is that of a
report: such an event is left out, and the page says how many are. How a calendar is written is in
`site/ical.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from newsroom.record.articles import TIMELINE
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.event import HELD, Event
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import page_address, uri_of, url_of
from newsroom.site.feed_entries import first_address
from newsroom.site.feeds import files_of
from newsroom.site.ical import CalendarEntry, CalendarFrame, calendar, vevent
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site
from newsroom.site.told_events import lines_on, told_since
from newsroom.text.bidi import isolate_plain

CALENDAR = "timeline.ics"
SUFFIX = ".ics"
ICALENDAR = "text/calendar"

TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"
"""What a calendar calls an event that was announced, one that was held, and one that was not."""

_BY_OUTCOME = {HELD: CONFIRMED, "dropped": CANCELLED}


def outputs(site: Site) -> Iterator[Output]:
    """The calendars that have an event; but for that of all, the page it is of links to it."""
    for lang, locale in site.locales.items():
        calendars = Calendars(site, lang)
        if dated(locale.events_in_time):
            offer = Offer(Group.CALENDARS, "calendar")
            yield Output(url_of(lang, CALENDAR), ICALENDAR, calendars.of_all, lang, offer)
        catalogue = site.catalogue
        entries: tuple[Participant | Topic, ...] = (
            *catalogue.participants.values(),
            *catalogue.topics.values(),
        )
        for entry in entries:
            if dated(calendars.events_of(entry)):
                make = partial(calendars.of_entry, entry)
                for path in files_of(entry, SUFFIX):
                    yield Output(url_of(lang, path), ICALENDAR, make, lang)


def dated(events: Iterable[Event]) -> Sequence[Event]:
    """Those that a calendar can hold."""
    return [event for event in events if event.known_days]


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """What a page says of the calendar of its events."""

    file: str | None
    """Its path in the folder of the language; `None` where it would be empty."""
    left_out: int
    """How many of them it does not hold."""
    count: int
    """How many there are."""


def calendar_link(events: Sequence[Event], file: str) -> CalendarLink:
    """The calendar of some events, which is the file of that name if there is one."""
    held = len(dated(events))
    return CalendarLink(file if held else None, len(events) - held, len(events))


class Calendars:
    """The calendars of one language."""

    def __init__(self, site: Site, lang: str) -> None:
        self._site, self._lang, self._locale = site, lang, site.locales[lang]
        # An event stands in the calendar of everybody it names.
        self._written = cache(self._write)

    def of_all(self) -> bytes:
        """The calendar of every event."""
        title, about = self._locale.t("site.name"), self._locale.t("site.tagline")
        return self._calendar(self._locale.events_in_time, TIMELINE, CALENDAR, title, about)

    def events_of(self, entry: Participant | Topic) -> tuple[Event, ...]:
        """The events on the page of a participant or a topic."""
        if isinstance(entry, Topic):
            return self._locale.events_in(entry)
        return self._site.places[self._lang].events_with(entry)

    def of_entry(self, entry: Participant | Topic) -> bytes:
        """The calendar of those events."""
        page = self._site.pages[f"{self._lang}/{uri_of(entry)}"]
        name = BY_ENTRY[type(entry)].label(entry)[self._lang]
        title = f"{name} – {self._locale.t('site.name')}"
        file, *before = files_of(entry, SUFFIX)
        first = (*before, file)[0]
        return self._calendar(self.events_of(entry), page.uri, file, title, page.summary, first)

    def _calendar(
        self, events: Sequence[Event], page: str, file: str, title: str, about: str, first: str = ""
    ) -> bytes:
        held = dated(events)
        frame = CalendarFrame(
            self._address(first or file),
            self._lang,
            isolate_plain(title, self._lang),
            isolate_plain(about, self._lang),
            self._locale.t("site.name"),
            self._address(page),
            self._address(file),
            max(told_since(event, self._locale) for event in held),
        )
        return calendar(frame, [self._written(event.id) for event in held])

    def _write(self, id: str) -> str:
        return vevent(self._entry(self._site.catalogue.events[id]), self._lang)

    def _entry(self, event: Event) -> CalendarEntry:
        locale, lang = self._locale, self._lang
        place = locale.participant(event.place) if event.place else None
        days = event.known_days
        assert days  # or it would not be in a calendar
        return CalendarEntry(
            self._address(first_address(event)),
            isolate_plain(event.title[lang], lang),
            "\n".join(isolate_plain(line, lang) for line in lines_on(event, locale)),
            isolate_plain(place.name[lang], lang) if place else "",
            place.coordinates if place else None,
            days,
            status_of(event),
            self._address(locale.uri_of(event)),
            told_since(event, locale),
        )

    def _address(self, uri: str) -> str:
        return page_address(self._site.settings.site_url, self._lang, uri)


def status_of(event: Event) -> str:
    """What a calendar calls the state of an event."""
    return _BY_OUTCOME.get(event.outcome or event.status, TENTATIVE)
