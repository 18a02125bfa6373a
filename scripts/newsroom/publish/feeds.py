"""The Atom feeds of one language (RFC 4287), of news and of corrections; the sitemap of all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as etree

from newsroom.publish.addresses import absolute_url, url_of
from newsroom.publish.editions import Edition
from newsroom.record.articles import CORRECTIONS, Article
from newsroom.record.catalogue import Catalogue
from newsroom.text.languages import LANGS

FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
SITEMAP = "sitemap.xml"
FEED_ENTRIES = 50

_ATOM = "http://www.w3.org/2005/Atom"
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
    updated: date
    summary: str


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed says of itself, and its entries."""

    uri: str
    page: str
    """The path of the page that lists the same."""
    title: str
    subtitle: str
    items: Sequence[_Item]


def atom_feed(edition: Edition, site_url: str) -> str:
    """The newest articles of a language as an Atom document.

    The time of an entry is its day of publication or of its last correction, midnight UTC: the
    record knows days, and the feed must not depend on when it was built.
    """
    # Feed readers show the summary; a machine's words are never passed off as an editor's.
    label = f"[{edition.t('translations.machine')}] "
    items = [
        _Item(
            paper.title,
            paper.article.uri,
            paper.article.versions,
            max([paper.date.end, *_days_corrected(paper.article)]),
            f"{label if paper.is_machine else ''}{paper.summary}",
        )
        for paper in edition.news[:FEED_ENTRIES]
    ]
    feed = _Feed(FEED, "index.md", edition.t("site.name"), edition.t("site.tagline"), items)
    return _atom(feed, edition, site_url)


def corrections_feed(edition: Edition, site_url: str) -> str:
    """The newest corrections of a language as an Atom document; it may have no entry at all.

    The id of an entry is the address of the corrected page with the anchor of the correction.
    """
    items = [
        _Item(
            edition.t("corrections.corrected", title=change.paper.title),
            f"{change.paper.article.uri}#{change.correction.anchor}",
            change.paper.article.versions,
            change.correction.date.end,
            change.correction.text,
        )
        for change in edition.corrections[:FEED_ENTRIES]
        if change.correction
    ]
    title = f"{edition.t('corrections.title')} – {edition.t('site.name')}"
    feed = _Feed(CORRECTIONS_FEED, CORRECTIONS, title, edition.t("corrections.summary"), items)
    return _atom(feed, edition, site_url)


def sitemap(catalogue: Catalogue, uris: dict[str, tuple[str, ...]], site_url: str) -> str:
    """Every page of both languages with its counterpart, and the date where an article has one.

    `uris` gives the paths of the pages of each language.
    """
    root = etree.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    days = {article.uri: _last_changed(article) for article in catalogue.articles.values()}
    for lang in LANGS:
        for uri in uris[lang]:
            url = _add(root, "url")
            _add(url, "loc", _page(site_url, lang, uri))
            if day := days.get(uri):
                _add(url, "lastmod", day.isoformat())
            versions = [version for version in LANGS if uri in uris[version]]
            for version in versions:
                href = _page(site_url, version, uri)
                _add(url, "xhtml:link", rel="alternate", hreflang=version, href=href)
            if "en" in versions:
                href = _page(site_url, "en", uri)
                _add(url, "xhtml:link", rel="alternate", hreflang="x-default", href=href)
    return _document(root)


def _atom(feed: _Feed, edition: Edition, site_url: str) -> str:
    lang = edition.lang
    address = absolute_url(site_url, url_of(lang, feed.uri))
    root = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "id", address)
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", hreflang=lang, href=_page(site_url, lang, feed.page))
    last = max((item.updated for item in feed.items), default=_NEVER)
    _add(root, "updated", _midnight(last))
    _add(_add(root, "author"), "name", edition.t("site.name"))
    for item in feed.items:
        _add_item(root, item, lang, site_url)
    return _document(root)


def _add_item(root: etree.Element, item: _Item, lang: str, site_url: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", _page(site_url, lang, item.uri))
    for version in sorted(item.langs, key=lambda it: it != lang):
        href = _page(site_url, version, item.uri)
        _add(entry, "link", rel="alternate", hreflang=version, href=href)
    _add(entry, "updated", _midnight(item.updated))
    _add(entry, "summary", item.summary)


def _last_changed(article: Article) -> date | None:
    """The day an article was published or last corrected, where there is one."""
    published = [article.date.end] if article.date else []
    return max([*published, *_days_corrected(article)], default=None)


def _days_corrected(article: Article) -> list[date]:
    """Its versions have their corrections on the same days."""
    return [correction.date.end for correction in article.facts.corrections]


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
