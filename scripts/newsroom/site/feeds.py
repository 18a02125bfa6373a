"""The feeds of one language: of all reports, of corrections, of each participant and topic.

`published` is the day of the story, `updated` the day this record last changed what it says of it,
midnight UTC: the record knows days, and nothing here asks when it was built.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial
from operator import itemgetter

from newsroom.record.articles import CORRECTIONS
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of, url_of
from newsroom.site.atom import ATOM, atom_entry, atom_feed
from newsroom.site.atom import SUFFIX as XML
from newsroom.site.feed_entries import Feed, FeedEntries, FeedEntry
from newsroom.site.json_feed import JSON, json_feed
from newsroom.site.json_feed import SUFFIX as JSON_SUFFIX
from newsroom.site.locale_views import ArticleView
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.pages import URIS, Kind
from newsroom.site.site import Site

FEED = f"feed{XML}"
FEED_ENTRIES = 50
OF_ENTRY = 20
"""Entries of the feed of a participant or a topic, which are short: in a thousand reports either is
there often."""

_Dated = tuple[date, Callable[[], FeedEntry]]
"""An entry not made yet, with the day on which it last changed."""


def outputs(site: Site) -> Iterator[Output]:
    """The feeds of each language; those of participants and topics are linked from their pages."""
    for lang in site.locales:
        feeds = Feeds(site, lang)
        for stem, feed in (("feed", feeds.reports), ("corrections", feeds.corrections)):
            offer = Offer(Group.FEEDS, stem)
            for suffix, type_, make in ((XML, ATOM, feeds.atom), (JSON_SUFFIX, JSON, feeds.json)):
                path = url_of(lang, stem + suffix)
                yield Output(path, type_, partial(make, feed), lang, offer)
        for entry in site.catalogue.participants.values():
            yield from _file_of(entry, feeds, partial(feeds.of_participant, entry), lang)
        for topic in site.catalogue.topics.values():
            yield from _file_of(topic, feeds, partial(feeds.of_topic, topic), lang)


def _file_of(
    entry: Participant | Topic, feeds: "Feeds", make: Callable[[], Feed], lang: str
) -> Iterator[Output]:
    for path in files_of(entry, XML):
        yield Output(url_of(lang, path), ATOM, partial(feeds.atom, make), lang)


def files_of(entry: Participant | Topic, suffix: str) -> Iterator[str]:
    """Where a file of a participant or topic lies, beside the page; it lies at addresses of before,
    too, so that nobody who follows it there loses it.
    """
    page = BY_ENTRY[type(entry)]
    for id in (entry.id, *entry.moved_from):
        yield page.address(id).removesuffix(".md") + suffix


class Feeds:
    """The feeds of one language."""

    def __init__(self, site: Site, lang: str) -> None:
        self._site, self._lang, self._locale = site, lang, site.locales[lang]
        self._entries = FeedEntries(site, lang)
        # What names ten participants stands in ten feeds.
        self._written = cache(partial(atom_entry, lang=lang, site_url=site.settings.site_url))

    def atom(self, make: Callable[[], Feed]) -> str:
        """A feed as an Atom document."""
        feed = make()
        entries = map(self._written, feed.entries)
        return atom_feed(feed, entries, self._locale, self._site.settings.site_url)

    def json(self, make: Callable[[], Feed]) -> str:
        """A feed as a JSON Feed."""
        return json_feed(make(), self._locale, self._site.settings.site_url)

    def reports(self) -> Feed:
        """The articles with their text, those last added or changed first.

        So a report of something long past that joins the record today is new to a feed reader.
        Among them stands what is past due as of the newest entry: announced, and no source says
        what came of it. Such an entry goes when a source does.
        """
        entries, dated = self._entries, list[_Dated]()
        for view in self._locale.listed:
            dated.append((entries.changed(view), partial(entries.whole, view.article.slug)))
        for entry in entries.past_due():
            dated.append((entry.updated, partial(_itself, entry)))
        title, about = self._locale.t("site.name"), self._locale.t("site.tagline")
        withdrawn = self._locale.withdrawals[:FEED_ENTRIES]
        newest = _newest(dated, FEED_ENTRIES)
        return Feed("feed", "feed", URIS[Kind.HOME], title, about, newest, withdrawn)

    def corrections(self) -> Feed:
        """The newest corrections of the language; it may have no entry at all."""
        changes = self._locale.corrections[:FEED_ENTRIES]
        entries = [self._entries.of_change(change) for change in changes]
        title, about = self._locale.t("corrections.title"), self._locale.t("corrections.summary")
        return Feed("corrections", "corrections", CORRECTIONS, self._of_site(title), about, entries)

    def of_participant(self, entry: Participant) -> Feed:
        """The reports and events on the page of a participant, in short, newest first."""
        return self._beside(entry, self._about(entry))

    def of_topic(self, topic: Topic) -> Feed:
        """The reports and events of a topic, in short, newest first."""
        return self._beside(topic, self._within(topic))

    def _beside(self, entry: Participant | Topic, dated: Iterable[_Dated]) -> Feed:
        stem, *before = files_of(entry, "")
        page = self._site.pages[f"{self._lang}/{uri_of(entry)}"]
        title = self._of_site(BY_ENTRY[type(entry)].label(entry)[self._lang])
        first = before[0] if before else stem
        return Feed(stem, first, page.uri, title, page.summary, _newest(dated, OF_ENTRY))

    def _within(self, topic: Topic) -> Iterator[_Dated]:
        entries = self._entries
        for view in self._locale.articles_in(topic):
            yield entries.changed(view), partial(entries.brief, view.article.slug)
        for event in self._locale.events_in(topic):
            yield entries.told_since(event.id), partial(entries.of_event, event.id)

    def _about(self, entry: Participant) -> Iterator[_Dated]:
        places, locale, entries = self._site.places[self._lang], self._locale, self._entries
        views = [self._views.get(it.page.uri) for it in locale.mentions_of(entry)]
        views += [it.view for it in places.of(entry).reports]
        for view in filter(None, views):
            yield entries.changed(view), partial(entries.brief, view.article.slug)
        for event in places.events_with(entry):
            yield entries.told_since(event.id), partial(entries.of_event, event.id)

    @cached_property
    def _views(self) -> Mapping[str, ArticleView]:
        return {view.article.uri: view for view in self._locale.news}

    def _of_site(self, title: str) -> str:
        return f"{title} – {self._locale.t('site.name')}"


def _newest(dated: Iterable[_Dated], count: int) -> list[FeedEntry]:
    """Make the entries last changed; of one day, those given first."""
    return [make() for _, make in sorted(dated, key=itemgetter(0), reverse=True)[:count]]


def _itself(entry: FeedEntry) -> FeedEntry:
    return entry
