"""What a feed and each of its entries say, whatever the format it is written in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from newsroom.record.articles import OUTCOMES, Article
from newsroom.record.fields import Entry
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.event import OVERDUE, Event
from newsroom.site.addresses import absolute_url, page_address
from newsroom.site.corrections import CORRECTED, EXTENDED, WITHDRAWN, Change, notices_on
from newsroom.site.locale_views import ArticleView
from newsroom.site.photographs import PhotographView
from newsroom.site.site import Site
from newsroom.site.syndicated import syndicated, told
from newsroom.site.told_events import lines_on, told_since
from newsroom.site.xml_files import element
from newsroom.text.bidi import in_direction, isolate_plain
from newsroom.text.languages import LANGS

NEVER = date(1970, 1, 1)
"""When a feed without an entry was last updated."""

_TOLD = {
    CORRECTED: "corrections.corrected",
    EXTENDED: "corrections.extended",
    WITHDRAWN: "corrections.withdrawn",
}
"""The words that say what became of an article."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What an entry of a feed says."""

    title: str
    """Plain text with its runs isolated, as the summary is."""
    uri: str
    """The path of a page below `docs/<lang>/`, with its anchor."""
    lang: str
    """The language it speaks: the other one for an article that stands in that one only."""
    langs: tuple[str, ...]
    """The languages it stands in."""
    published: date | None
    """The day of the story; `None` where its source is undated."""
    updated: date
    html: str
    """Its text for feed readers, see `site/syndicated`."""
    first: str
    """The path it was first published at, which it is known by for ever."""
    summary: str = ""
    """What introduces a text that is given whole; empty where the text is no longer than that."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its entries."""

    stem: str
    """Its path in the folder of the language, without what the name of a file ends with."""
    first: str
    """The stem it was first published at."""
    page: str
    """The path of the page that lists the same."""
    title: str
    subtitle: str
    entries: Sequence[FeedEntry]
    withdrawn: Sequence[Change] = ()
    """The newest of what had an entry and has none any more."""

    @property
    def updated(self) -> date:
        """The last day on which something in it changed."""
        days = [it.updated for it in self.entries] + [it.date.end for it in self.withdrawn]
        return max(days, default=NEVER)


class FeedEntries:
    """Makes the entries of the feeds of one language."""

    def __init__(self, site: Site, lang: str) -> None:
        self._site, self._lang = site, lang
        self._locale = site.locales[lang]
        # One and the same stands in two formats, and in the feeds of everybody it names.
        self.whole = cache(self._whole)
        self.brief = cache(self._brief)
        self.of_event = cache(self._of_event)
        self.told_since = cache(self._told_since)

    def changed(self, view: ArticleView) -> date:
        """When a version last came to say what it says, or the day the article is filed at."""
        return view.article.last_changed(view.lang) or view.date.end

    def _whole(self, slug: str) -> FeedEntry:
        """An article with its text; a machine's words are never passed off as an editor's."""
        view = self._locale.view(self._site.catalogue.articles[slug])
        labels = "".join(f"[{label}] " for label in self._labels(view))
        return self._article(view, "".join(self._text(view)), f"{labels}{view.summary}")

    def _brief(self, slug: str) -> FeedEntry:
        """An article with its summary alone."""
        view = self._locale.view(self._site.catalogue.articles[slug])
        return self._article(view, self._told(*self._labels(view), view.summary))

    def _article(self, view: ArticleView, html: str, summary: str = "") -> FeedEntry:
        article, lang = view.article, self._lang
        return FeedEntry(
            isolate_plain(view.title, view.lang),
            article.uri,
            view.lang,
            tuple(article.versions),
            article.date.end if article.date else None,
            self.changed(view),
            in_direction(html, lang),
            first_of(PAGE, article),
            isolate_plain(summary, lang),
        )

    def _text(self, view: ArticleView) -> Iterator[str]:
        """What the page of an article shows of it, from top to bottom."""
        locale, version = self._locale, view.article.versions[view.lang]
        yield self._told(*self._labels(view))
        if photograph := locale.photograph(view.article):
            yield self._photograph(photograph)
        address = page_address(self._site.settings.site_url, view.lang, version.uri)
        text = syndicated(self._site.texts.of(version).content, address)
        yield text if view.lang == self._lang else in_direction(text, view.lang)
        for notice in notices_on(version):
            kind = EXTENDED if notice.is_addition else CORRECTED
            change = locale.t(_TOLD[kind], title=notice.text)
            yield self._told(f"{locale.date(notice.date)} – {change}")
        yield self._told(self._source(view.article))

    def _labels(self, view: ArticleView) -> Iterator[str]:
        if view.lang != self._lang:
            yield self._locale.t(f"translations.in_{view.lang}")
        if view.is_machine:
            yield self._locale.t("translations.machine")

    def _photograph(self, shown: PhotographView) -> str:
        address = absolute_url(self._site.settings.site_url, shown.picture.fallback.url)
        image = element("img", "", src=address, alt=isolate_plain(shown.alt, self._lang))
        credit = self._locale.t("photograph.credit", credit=shown.credit)
        line = f"{shown.caption} {credit}{self._locale.t('list.comma')} {shown.licence}"
        return f"{image}\n{self._told(line)}"

    def _source(self, article: Article) -> str:
        locale, source = self._locale, self._locale.source(article.source)
        day = locale.date(source.published) if source.published else locale.t("article.undated")
        word, colon, comma = (locale.t(it) for it in ("article.source", "list.colon", "list.comma"))
        more = locale.more_sources(article)
        name = f"{locale.called(source)} {more}" if more else locale.called(source)
        return f"{word}{colon} {name}{comma} {day}"

    def _of_event(self, id: str) -> FeedEntry:
        """An event, which leads to its place on the timeline."""
        event, locale, lang = self._site.catalogue.events[id], self._locale, self._lang
        uri, since = locale.uri_of(event), self.told_since(id)
        return FeedEntry(
            isolate_plain(event.title[lang], lang),
            uri,
            lang,
            LANGS,
            min(event.date.end, since),  # nothing is published on a day it was only planned for
            since,
            self._in_short(*lines_on(event, locale)),
            first_address(event),
        )

    def _told_since(self, id: str) -> date:
        """When the record last learnt something of an event."""
        return told_since(self._site.catalogue.events[id], self._locale)

    def past_due(self) -> Iterator[FeedEntry]:
        """What is past due, each updated on the first day on which it was.

        The id of an entry is the place of the event on the page of outcomes.
        """
        for event in self._locale.announcements.get(OVERDUE, ()):
            yield self._overdue(event)

    def _overdue(self, event: Event) -> FeedEntry:
        locale, uri = self._locale, f"{OUTCOMES}#{event.id}"
        due, last = event.due_on, event.due_until
        assert due and last  # or it would not be past due
        line = locale.t("outcomes.feed_summary", date=locale.date(due))
        return FeedEntry(
            isolate_plain(locale.t("outcomes.feed", title=event.title[self._lang]), self._lang),
            uri,
            self._lang,
            LANGS,
            due.end,
            last + timedelta(days=1),
            self._in_short(line),
            first_of(f"{OUTCOMES}#{{id}}", event),
        )

    def of_change(self, change: Change) -> FeedEntry:
        """A correction; its id is the first address of its page with the anchor it has there."""
        subject, day = change.subject, change.date.end
        return FeedEntry(
            isolate_plain(self._locale.t(_TOLD[change.kind], title=change.title), self._lang),
            change.uri,
            self._lang,
            tuple(subject.versions) if isinstance(subject, Article) else LANGS,
            day,
            day,
            self._in_short(change.text),
            f"{first_of(PAGE, subject)}#{change.anchor}",
        )

    def _told(self, *lines: str) -> str:
        return told(lines, self._lang)

    def _in_short(self, *lines: str) -> str:
        return in_direction(self._told(*lines), self._lang)


def first_of(form: str, entry: Article | Entry) -> str:
    """The first address of something whose addresses are of a form."""
    return form.format(id=(*entry.moved_from, entry.id)[0])


def first_address(entry: Entry) -> str:
    """The path below `docs/<lang>/`, with its anchor, where an entry stood at first."""
    return first_of(BY_ENTRY[type(entry)].page, entry)
