"""The search of a site as browsers add it to their own (OpenSearch 1.1), one file a language."""

from collections.abc import Iterator
from functools import partial
from xml.etree import ElementTree as etree

from newsroom.record.articles import SEARCH
from newsroom.site.addresses import absolute_url, page_address
from newsroom.site.locale_views import LocaleView
from newsroom.site.outputs import Output
from newsroom.site.site import Site
from newsroom.site.xml_files import add, document
from newsroom.text.persian import HALF_SPACE

OPENSEARCH = "application/opensearchdescription+xml"
_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT, _LONG = 16, 48
"""Characters a name has at most."""


def outputs(site: Site) -> Iterator[Output]:
    """The description of the search in each language."""
    for lang, locale in site.locales.items():
        content = partial(description, locale, site.settings.site_url)
        yield Output(f"opensearch.{lang}.xml", OPENSEARCH, content, lang)


def description(locale: LocaleView, site_url: str) -> str:
    """Where a browser asks our search, and what it calls it."""
    root = etree.Element("OpenSearchDescription", {"xmlns": _NAMESPACE, "xml:lang": locale.lang})
    name = locale.t("site.name")
    add(root, "ShortName", _within(name, _SHORT))
    add(root, "LongName", _within(name, _LONG))
    add(root, "Description", locale.t("search.description", site=name))
    search = page_address(site_url, locale.lang, SEARCH)
    add(root, "Url", type="text/html", method="get", template=f"{search}?q={{searchTerms}}")
    add(root, "Image", absolute_url(site_url, "assets/icon.svg"), type="image/svg+xml")
    add(root, "Language", locale.lang)
    for key in ("InputEncoding", "OutputEncoding"):
        add(root, key, "UTF-8")
    return document(root)


def _within(name: str, most: int) -> str:
    """As many words of a name as fit; the half-space is no character to a reader."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words).replace(HALF_SPACE, "")) > most:
        words.pop()
    return " ".join(words)
