"""The Atom feeds of one language (RFC 4287), of news and of corrections.

`published` is the day of the story, `updated` the day this record last changed what it says of it,
midnight UTC: the record knows days, and nothing here asks when it was built. An entry has a single
`alternate`: of several, feedparser and what rests on it open the last, whatever its language, so
the counterpart is `related`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from xml.etree import ElementTree as etree

from newsroom.record.articles import CORRECTIONS, OUTCOMES, Article
from newsroom.record.fields import Entry
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.event import OVERDUE
from newsroom.site.addresses import absolute_url, page_address, url_of
from newsroom.site.corrections import CORRECTED, EXTENDED, WITHDRAWN, Change
from newsroom.site.locale_views import ArticleView, LocaleView
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site
from newsroom.site.xml_files import add, document
from newsroom.text.languages import LANGS

FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
FEED_ENTRIES = 50
ATOM = "application/atom+xml"

_TOLD = {
    CORRECTED: "corrections.corrected",
    EXTENDED: "corrections.extended",
    WITHDRAWN: "corrections.withdrawn",
}
"""The words that say what became of an article."""
_ATOM = "http://www.w3.org/2005/Atom"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


@dataclass(frozen=True, slots=True)
class _Item:
    """What an entry of a feed says."""

    title: str
    uri: str
    """The path of a page below `docs/<lang>/`, with its anchor."""
    langs: Collection[str]
    """The languages it stands in."""
    published: date | None
    """The day of the story; `None` where its source is undated."""
    updated: date
    summary: str
    first: str
    """The path it was first published at, which it is known by for ever."""


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed says of itself, and its entries."""

    uri: str
    page: str
    """The path of the page that lists the same."""
    title: str
    subtitle: str
    items: Sequence[_Item]
    withdrawn: Sequence[Change] = ()
    """The newest of what had an entry and has none any more."""


def outputs(site: Site) -> Iterator[Output]:
    """The feeds of each language."""
    for name, make in _FEEDS.items():
        offer = Offer(Group.FEEDS, name.removesuffix(".xml"))
        for lang, locale in site.locales.items():
            content = partial(make, locale, site.settings.site_url)
            yield Output(url_of(lang, name), ATOM, content, lang, offer)


def atom_feed(locale: LocaleView, site_url: str) -> str:
    """The articles of a language as an Atom document, those last added or changed first.

    So a report of something long past that joins the record today is new to a feed reader. Among
    them stands what is past due as of the newest entry: announced, and no source says what came of
    it. Such an entry goes when a source does. What was withdrawn leaves a tombstone (RFC 6721), by
    which a reader drops the entry it has.
    """
    items = sorted(
        [*(_item(view, locale) for view in locale.news), *_past_due(locale)],
        key=lambda item: item.updated,
        reverse=True,
    )
    page, name, about = "index.md", locale.t("site.name"), locale.t("site.tagline")
    withdrawn = locale.withdrawals[:FEED_ENTRIES]
    feed = _Feed(FEED, page, name, about, items[:FEED_ENTRIES], withdrawn)
    return _atom(feed, locale, site_url)


def corrections_feed(locale: LocaleView, site_url: str) -> str:
    """The newest corrections of a language as an Atom document; it may have no entry at all.

    The id of an entry is the first address of the corrected page with the anchor of the correction.
    """
    items = [
        _Item(
            locale.t(_TOLD[change.kind], title=change.title),
            change.uri,
            change.subject.versions if isinstance(change.subject, Article) else LANGS,
            change.date.end,
            change.date.end,
            change.text,
            f"{_first(PAGE, change.subject)}#{change.anchor}",
        )
        for change in locale.corrections[:FEED_ENTRIES]
    ]
    title = f"{locale.t('corrections.title')} – {locale.t('site.name')}"
    feed = _Feed(CORRECTIONS_FEED, CORRECTIONS, title, locale.t("corrections.summary"), items)
    return _atom(feed, locale, site_url)


def _item(view: ArticleView, locale: LocaleView) -> _Item:
    article, lang = view.article, locale.lang
    # Feed readers show the summary; a machine's words are never passed off as an editor's.
    label = f"[{locale.t('translations.machine')}] " if view.is_machine else ""
    return _Item(
        view.title,
        article.uri,
        article.versions,
        article.date.end if article.date else None,
        # Without any other day there is the one the article is filed at.
        article.last_changed(lang) or view.date.end,
        f"{label}{view.summary}",
        _first(PAGE, article),
    )


def _past_due(locale: LocaleView) -> Iterator[_Item]:
    """What is past due, each updated on the first day on which it was: no entry changes by itself.

    The id of an entry is the place of the event on the page of outcomes.
    """
    for event in locale.announcements.get(OVERDUE, ()):
        due, last = event.due_on, event.due_until
        assert due and last  # or it would not be past due
        yield _Item(
            locale.t("outcomes.feed", title=event.title[locale.lang]),
            f"{OUTCOMES}#{event.id}",
            LANGS,
            due.end,
            last + timedelta(days=1),
            locale.t("outcomes.feed_summary", date=locale.date(due)),
            _first(f"{OUTCOMES}#{{id}}", event),
        )


def _atom(feed: _Feed, locale: LocaleView, site_url: str) -> str:
    lang = locale.lang
    address = absolute_url(site_url, url_of(lang, feed.uri))
    root = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    add(root, "title", feed.title)
    add(root, "subtitle", feed.subtitle)
    add(root, "id", address)
    add(root, "link", rel="self", type=ATOM, href=address)
    page = page_address(site_url, lang, feed.page)
    add(root, "link", rel="alternate", type="text/html", hreflang=lang, href=page)
    days = [item.updated for item in feed.items] + [it.date.end for it in feed.withdrawn]
    last = max(days, default=_NEVER)
    add(root, "updated", _midnight(last))
    add(add(root, "author"), "name", locale.t("site.name"))
    for item in feed.items:
        _add_item(root, item, lang, site_url)
    if feed.withdrawn:
        root.set("xmlns:at", _TOMBSTONES)
    for change in feed.withdrawn:
        ref = page_address(site_url, lang, _first(PAGE, change.subject))
        when = _midnight(change.date.end)
        stone = add(root, "at:deleted-entry", ref=ref, when=when)
        add(stone, "at:comment", change.text)
    return document(root)


def _add_item(root: etree.Element, item: _Item, lang: str, site_url: str) -> None:
    entry = add(root, "entry")
    add(entry, "title", item.title)
    add(entry, "id", page_address(site_url, lang, item.first))
    for version in sorted(item.langs, key=lambda it: it != lang):
        rel = "alternate" if version == lang else "related"
        href = page_address(site_url, version, item.uri)
        add(entry, "link", rel=rel, type="text/html", hreflang=version, href=href)
    if item.published:
        add(entry, "published", _midnight(item.published))
    add(entry, "updated", _midnight(item.updated))
    add(entry, "summary", item.summary)


def _first(form: str, entry: Article | Entry) -> str:
    """The first address of something whose addresses are of a form."""
    return form.format(id=(*entry.moved_from, entry.id)[0])


_NEVER = date(1970, 1, 1)
"""When a feed without an entry was last updated."""


def _midnight(day: date) -> str:
    return f"{day}T00:00:00Z"


_FEEDS: Mapping[str, Callable[[LocaleView, str], str]] = {
    FEED: atom_feed,
    CORRECTIONS_FEED: corrections_feed,
}
"""What makes each feed, by its path in the folder of a language."""
