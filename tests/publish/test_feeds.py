from xml.etree import ElementTree as etree

from newsroom.publish.editions import Edition
from newsroom.publish.feeds import atom_feed, sitemap
from newsroom.publish.mentions import MentionLinker
from newsroom.record.catalogue import Catalogue

from ..conftest import ROOT, SITE_URL

CATALOGUE, _ = Catalogue.load(ROOT)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def feed(lang: str) -> etree.Element:
    edition = Edition(CATALOGUE, lang, MentionLinker(CATALOGUE))
    return etree.fromstring(atom_feed(edition, SITE_URL))


def test_feed_holds_the_articles_of_one_language_newest_first() -> None:
    entries = feed("fa").findall("a:entry", ATOM)

    assert [entry.findtext("a:title", "", ATOM) for entry in entries] == [
        CATALOGUE.articles[slug].versions["fa"].title
        for slug in ("tabriz-at-kazan", "association-founded", "consul-meets-mayor")
    ]
    assert entries[0].findtext("a:updated", "", ATOM) == "2024-06-23T00:00:00Z"
    assert entries[0].findtext("a:id", "", ATOM) == f"{SITE_URL}news/tabriz-at-kazan.html"


def test_feed_says_what_an_atom_feed_must_say() -> None:
    for lang, address in (("fa", "feed.xml"), ("en", "en/feed.xml")):
        root = feed(lang)

        for element in (root, *root.findall("a:entry", ATOM)):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1, name
        own = [link.get("href") for link in root.findall("a:link[@rel='self']", ATOM)]
        assert own == [SITE_URL + address]
        assert root.findtext("a:author/a:name", "", ATOM)


def test_sitemap_gives_each_page_its_counterpart_and_its_own_date() -> None:
    uris = {"fa": ("index.md", "news/tabriz-at-kazan.md"), "en": ("index.md",)}

    urls = etree.fromstring(sitemap(CATALOGUE, uris, SITE_URL)).findall("s:url", MAP)

    assert [url.findtext("s:loc", "", MAP) for url in urls] == [
        SITE_URL,
        f"{SITE_URL}news/tabriz-at-kazan.html",
        f"{SITE_URL}en/",
    ]
    assert [url.findtext("s:lastmod", "", MAP) for url in urls] == ["", "2024-06-23", ""]
    languages = [link.get("hreflang") for link in urls[0].findall("x:link", MAP)]
    assert languages == ["fa", "en", "x-default"]
