"""The feeds of one language: of all reports, of corrections, and of each participant.

`published` is the day of the story, `updated` the day this record last changed what it says of it,
midnight UTC: the record knows days, and nothing here asks when it was built.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from operator import itemgetter

from newsroom.record.articles import CORRECTIONS
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of, url_of
from newsroom.site.atom import ATOM, atom_entry, atom_feed
from newsroom.site.atom import SUFFIX as XML
from newsroom.site.feed_entries import Feed, FeedEntries, FeedEntry
from newsroom.site.json_feed import JSON, json_feed
from newsroom.site.json_feed import SUFFIX as JSON_SUFFIX
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site

FEED = f"feed{XML}"
FEED_ENTRIES = 50

HOME = "index.md"


def outputs(site: Site) -> Iterator[Output]:
    """The feeds of each language; those of participants are linked from their pages."""
    for lang in site.locales:
        feeds = Feeds(site, lang)
        for stem, feed in (("feed", feeds.reports), ("corrections", feeds.corrections)):
            offer = Offer(Group.FEEDS, stem)
            for suffix, type_, make in ((XML, ATOM, feeds.atom), (JSON_SUFFIX, JSON, feeds.json)):
                path = url_of(lang, stem + suffix)
                yield Output(path, type_, partial(make, feed), lang, offer)
        for entry in site.catalogue.participants.values():
            make = partial(feeds.atom, partial(feeds.of_participant, entry))
            for path in files_of(entry, XML):
                yield Output(url_of(lang, path), ATOM, make, lang)


def files_of(entry: Participant, suffix: str) -> Iterator[str]:
    """Where a file of a participant lies, beside the page; it lies at addresses of before, too, so
    that nobody who follows it there loses it.
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
        """The articles of the language with their text, those last added or changed first.

        So a report of something long past that joins the record today is new to a feed reader.
        Among them stands what is past due as of the newest entry: announced, and no source says
        what came of it. Such an entry goes when a source does.
        """
        made = [(self._entries.updated(it), it.article.slug) for it in self._locale.news]
        due = {it.uri: it for it in self._entries.past_due()}
        made += [(it.updated, it.uri) for it in due.values()]
        newest = sorted(made, key=itemgetter(0), reverse=True)[:FEED_ENTRIES]
        entries = [due.get(key) or self._entries.whole(key) for _, key in newest]
        title, about = self._locale.t("site.name"), self._locale.t("site.tagline")
        withdrawn = self._locale.withdrawals[:FEED_ENTRIES]
        return Feed("feed", "feed", HOME, title, about, entries, withdrawn)

    def corrections(self) -> Feed:
        """The newest corrections of the language; it may have no entry at all."""
        changes = self._locale.corrections[:FEED_ENTRIES]
        entries = [self._entries.of_change(change) for change in changes]
        title, about = self._locale.t("corrections.title"), self._locale.t("corrections.summary")
        return Feed("corrections", "corrections", CORRECTIONS, self._of_site(title), about, entries)

    def of_participant(self, entry: Participant) -> Feed:
        """The reports and events on the page of a participant, in short, newest first."""
        entries = sorted(self._about(entry), key=lambda it: it.updated, reverse=True)
        stem, *before = files_of(entry, "")
        page = self._site.pages[f"{self._lang}/{uri_of(entry)}"]
        title = self._of_site(entry.name[self._lang])
        first = before[0] if before else stem
        return Feed(stem, first, page.uri, title, page.summary, entries[:FEED_ENTRIES])

    def _about(self, entry: Participant) -> Iterator[FeedEntry]:
        places, locale = self._site.places[self._lang], self._locale
        told = (it.view.article.uri for it in places.of(entry).reports)
        mentions = (it.page.uri for it in locale.mentions_of(entry))
        for uri in (*mentions, *told):
            if slug := self._slugs.get(uri):
                yield self._entries.brief(slug)
        for event in places.events_with(entry):
            yield self._entries.of_event(event.id)

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        return {view.article.uri: view.article.slug for view in self._locale.news}

    def _of_site(self, title: str) -> str:
        return f"{title} – {self._locale.t('site.name')}"
