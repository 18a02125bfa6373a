"""The Atom feed of one language (RFC 4287) and the sitemap of the whole site."""

from xml.etree import ElementTree as etree

from newsroom.publish.addresses import absolute_url, url_of
from newsroom.publish.editions import Edition
from newsroom.record.catalogue import Catalogue
from newsroom.text.languages import LANGS

FEED = "feed.xml"
SITEMAP = "sitemap.xml"
FEED_ENTRIES = 50

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def atom_feed(edition: Edition, site_url: str) -> str:
    """The newest articles of a language as an Atom document.

    The time of an entry is its day of publication, midnight UTC: the record knows days, and the
    feed must not depend on when it was built.
    """
    lang, papers = edition.lang, edition.news[:FEED_ENTRIES]
    address = absolute_url(site_url, url_of(lang, FEED))
    feed = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _add(feed, "title", edition.t("site.name"))
    _add(feed, "subtitle", edition.t("site.tagline"))
    _add(feed, "id", address)
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", hreflang=lang, href=_page(site_url, lang, "index.md"))
    _add(feed, "updated", _midnight(max(paper.date.end for paper in papers)) if papers else _NEVER)
    _add(_add(feed, "author"), "name", edition.t("site.name"))
    for paper in papers:
        entry = _add(feed, "entry")
        page = _page(site_url, lang, paper.article.uri)
        _add(entry, "title", paper.title)
        _add(entry, "id", page)
        _add(entry, "link", rel="alternate", hreflang=lang, href=page)
        if edition.other in paper.article.versions:
            other = _page(site_url, edition.other, paper.article.uri)
            _add(entry, "link", rel="alternate", hreflang=edition.other, href=other)
        _add(entry, "updated", _midnight(paper.date.end))
        # Feed readers show the summary; a machine's words are never passed off as an editor's.
        label = f"[{edition.t('translations.machine')}] " if paper.is_machine else ""
        _add(entry, "summary", f"{label}{paper.summary}")
    return _document(feed)


def sitemap(catalogue: Catalogue, uris: dict[str, tuple[str, ...]], site_url: str) -> str:
    """Every page of both languages with its counterpart, and the date where an article has one.

    `uris` gives the paths of the pages of each language.
    """
    root = etree.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    dates = {article.uri: article.date for article in catalogue.articles.values()}
    for lang in LANGS:
        for uri in uris[lang]:
            url = _add(root, "url")
            _add(url, "loc", _page(site_url, lang, uri))
            if date := dates.get(uri):
                _add(url, "lastmod", date.end.isoformat())
            versions = [version for version in LANGS if uri in uris[version]]
            for version in versions:
                href = _page(site_url, version, uri)
                _add(url, "xhtml:link", rel="alternate", hreflang=version, href=href)
            if "en" in versions:
                href = _page(site_url, "en", uri)
                _add(url, "xhtml:link", rel="alternate", hreflang="x-default", href=href)
    return _document(root)


_NEVER = "1970-01-01T00:00:00Z"


def _midnight(day: object) -> str:
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
