"""The sitemap of both languages: sitemaps.org, the versions of a page as XHTML links, and images.

Images are told of as Google's extension has it: the photograph of an article and its share card.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from xml.etree import ElementTree as etree

from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import absolute_url, page_address
from newsroom.site.graphics.cards import card_uri
from newsroom.site.outputs import Output
from newsroom.site.photographs import Picture
from newsroom.site.site import Site
from newsroom.site.xml_files import add, document
from newsroom.text.languages import LANGS

SITEMAP = "sitemap.xml"

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"

Images = Mapping[tuple[str, str], Sequence[str]]
"""The addresses of images below the root of the site, by the language and path of their page."""


def outputs(site: Site) -> Iterator[Output]:
    """The sitemap."""

    def made() -> str:
        versions = [page for page in site.pages.values() if page.is_version]
        uris = {lang: tuple(sorted(it.uri for it in versions if it.lang == lang)) for lang in LANGS}
        images = images_of(site.catalogue)
        return sitemap(site.catalogue, uris, site.settings.site_url, images)

    yield Output(SITEMAP, "application/xml", made)


def images_of(catalogue: Catalogue) -> Images:
    """The photograph of each article in its largest size, where it has one, and its share card."""
    return {
        (lang, article.uri): (
            *(
                (Picture(catalogue.media[article.photograph.media]).sizes[-1].url,)
                if article.photograph
                else ()
            ),
            card_uri(lang, article.slug),
        )
        for article in catalogue.articles.values()
        for lang in article.versions
    }


def sitemap(
    catalogue: Catalogue,
    uris: Mapping[str, Sequence[str]],
    site_url: str,
    images: Images = MappingProxyType({}),
) -> str:
    """Every page of both languages with its counterpart, and the day an article last changed.

    `uris` gives the paths of the pages of each language.
    """
    namespaces = {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML, "xmlns:image": _IMAGES}
    root = etree.Element("urlset", namespaces)
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
            for image in images.get((lang, uri), ()):
                add(add(url, "image:image"), "image:loc", absolute_url(site_url, image))
    return document(root)
