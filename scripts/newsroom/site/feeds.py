"""The Atom feeds of one language (RFC 4287), of news and of corrections; the sitemap of all.

`published` is the day of the story, `updated` the day this record last changed what it says of it,
midnight UTC: the record knows days, and nothing here asks when it was built. An entry has a single
`alternate`: of several, feedparser and what rests on it open the last, whatever its language, so
the counterpart is `related`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree as etree

from newsroom.record.articles import CORRECTIONS, OUTCOMES, Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.fields import Entry
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.event import OVERDUE
from newsroom.site.addresses import absolute_url, url_of
from newsroom.site.corrections import CORRECTED, EXTENDED, WITHDRAWN, Change
from newsroom.site.locale_views import ArticleView, LocaleView
from newsroom.text.languages import LANGS

FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
SITEMAP = "sitemap.xml"
FEED_ENTRIES = 50

_TOLD = {
    CORRECTED: "corrections.corrected",
    EXTENDED: "corrections.extended",
    WITHDRAWN: "corrections.withdrawn",
}
"""The words that say what became of an article."""
_ATOM = "http://www.w3.org/2005/Atom"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


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


def sitemap(catalogue: Catalogue, uris: dict[str, tuple[str, ...]], site_url: str) -> str:
    """Every page of both languages with its counterpart, and the day an article last changed.

    `uris` gives the paths of the pages of each language.
    """
    root = etree.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    days = {
        (lang, article.uri): _last_changed(article, lang)
        for article in catalogue.articles.values()
        for lang in article.versions
    }
    for lang in LANGS:
        for uri in uris[lang]:
            url = _add(root, "url")
            _add(url, "loc", _page(site_url, lang, uri))
            if day := days.get((lang, uri)):
                _add(url, "lastmod", day.isoformat())
            versions = [version for version in LANGS if uri in uris[version]]
            for version in versions:
                href = _page(site_url, version, uri)
                _add(url, "xhtml:link", rel="alternate", hreflang=version, href=href)
            if "en" in versions:
                href = _page(site_url, "en", uri)
                _add(url, "xhtml:link", rel="alternate", hreflang="x-default", href=href)
    return _document(root)


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
        _last_changed(article, lang) or view.date.end,
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
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "id", address)
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    page = _page(site_url, lang, feed.page)
    _add(root, "link", rel="alternate", type="text/html", hreflang=lang, href=page)
    days = [item.updated for item in feed.items] + [it.date.end for it in feed.withdrawn]
    last = max(days, default=_NEVER)
    _add(root, "updated", _midnight(last))
    _add(_add(root, "author"), "name", locale.t("site.name"))
    for item in feed.items:
        _add_item(root, item, lang, site_url)
    if feed.withdrawn:
        root.set("xmlns:at", _TOMBSTONES)
    for change in feed.withdrawn:
        ref = _page(site_url, lang, _first(PAGE, change.subject))
        when = _midnight(change.date.end)
        stone = _add(root, "at:deleted-entry", ref=ref, when=when)
        _add(stone, "at:comment", change.text)
    return _document(root)


def _add_item(root: etree.Element, item: _Item, lang: str, site_url: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", _page(site_url, lang, item.first))
    for version in sorted(item.langs, key=lambda it: it != lang):
        rel = "alternate" if version == lang else "related"
        href = _page(site_url, version, item.uri)
        _add(entry, "link", rel=rel, type="text/html", hreflang=version, href=href)
    if item.published:
        _add(entry, "published", _midnight(item.published))
    _add(entry, "updated", _midnight(item.updated))
    _add(entry, "summary", item.summary)


def _first(form: str, entry: Article | Entry) -> str:
    """The first address of something whose addresses are of a form."""
    return form.format(id=(*entry.moved_from, entry.id)[0])


def _last_changed(article: Article, lang: str) -> date | None:
    """The last day of those on which a version came to say what it says; `None` without any.

    They are the days of its story, of its joining the record, of a change of the original or of
    the work on the translation, and of corrections, which both versions have on the same days.
    """
    made = article.versions[lang].translation
    periods = (made.date, made.reviewed) if made else (article.updated,)
    known = (article.date, article.added, *periods, *(it.date for it in article.facts.corrections))
    return max((period.end for period in known if period), default=None)


_NEVER = date(1970, 1, 1)
"""When a feed without an entry was last updated."""


def _midnight(day: date) -> str:
    return f"{day}T00:00:00Z"


def _page(site_url: str, lang: str, uri: str) -> str:
    return absolute_url(site_url, url_of(lang, uri))


def _add(parent: etree.Element, tag: str, text: str = "", **attributes: str) -> etree.Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _document(root: etree.Element) -> str:
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'
