"""The sitemap of both languages (sitemaps.org, with the versions of a page as XHTML links)."""

from collections.abc import Iterator
from xml.etree import ElementTree as etree

from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import page_address
from newsroom.site.outputs import Output
from newsroom.site.site import Site
from newsroom.site.xml_files import add, document
from newsroom.text.languages import LANGS

SITEMAP = "sitemap.xml"

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def outputs(site: Site) -> Iterator[Output]:
    """The sitemap."""

    def made() -> str:
        versions = [page for page in site.pages.values() if page.is_version]
        uris = {lang: tuple(sorted(it.uri for it in versions if it.lang == lang)) for lang in LANGS}
        return sitemap(site.catalogue, uris, site.settings.site_url)

    yield Output(SITEMAP, "application/xml", made)


def sitemap(catalogue: Catalogue, uris: dict[str, tuple[str, ...]], site_url: str) -> str:
    """Every page of both languages with its counterpart, and the day an article last changed.

    `uris` gives the paths of the pages of each language.
    """
    root = etree.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    days = {
        (lang, article.uri): article.last_changed(lang)
        for article in catalogue.articles.values()
        for lang in article.versions
    }
    there = {lang: frozenset(uris[lang]) for lang in LANGS}
    for lang in LANGS:
        for uri in uris[lang]:
            url = add(root, "url")
            add(url, "loc", page_address(site_url, lang, uri))
            if day := days.get((lang, uri)):
                add(url, "lastmod", day.isoformat())
            versions = [version for version in LANGS if uri in there[version]]
            for version in versions:
                href = page_address(site_url, version, uri)
                add(url, "xhtml:link", rel="alternate", hreflang=version, href=href)
            if "en" in versions:
                href = page_address(site_url, "en", uri)
                add(url, "xhtml:link", rel="alternate", hreflang="x-default", href=href)
    return document(root)
