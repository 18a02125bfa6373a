"""A feed as an Atom document (RFC 4287).

An entry has a single `alternate`: of several, feedparser and what rests on it open the last,
whatever its language, so the counterpart is `related`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from xml.etree import ElementTree as etree

from newsroom.record.kinds.article import PAGE
from newsroom.site.addresses import page_address
from newsroom.site.feed_entries import Feed, FeedEntry, first_of
from newsroom.site.locale_views import LocaleView
from newsroom.site.xml_files import add, document, element

ATOM = "application/atom+xml"
SUFFIX = ".xml"

_ATOM = "http://www.w3.org/2005/Atom"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def atom_feed(feed: Feed, entries: Iterable[str], locale: LocaleView, site_url: str) -> str:
    """The document; `entries` are those of the feed, each made by `atom_entry`.

    What was withdrawn leaves a tombstone (RFC 6721), by which a reader drops the entry it has.
    """
    lang = locale.lang
    root = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    add(root, "title", feed.title)
    add(root, "subtitle", feed.subtitle)
    add(root, "id", page_address(site_url, lang, feed.first + SUFFIX))
    for rel, type_, in_lang, uri in (
        ("self", ATOM, lang, feed.stem + SUFFIX),
        ("alternate", "text/html", lang, feed.page),
        ("related", ATOM, locale.other, feed.stem + SUFFIX),
    ):
        href = page_address(site_url, in_lang, uri)
        add(root, "link", rel=rel, type=type_, hreflang=in_lang, href=href)
    add(root, "updated", midnight(feed.updated))
    add(add(root, "author"), "name", locale.t("site.name"))
    if feed.withdrawn:
        root.set("xmlns:at", _TOMBSTONES)
    for change in feed.withdrawn:
        ref = page_address(site_url, lang, first_of(PAGE, change.subject))
        when = midnight(change.date.end)
        stone = add(root, "at:deleted-entry", ref=ref, when=when)
        add(stone, "at:comment", change.text)
    before, end, after = document(root).rpartition("</feed>")
    return "".join((before, *entries, end, after))


def atom_entry(entry: FeedEntry, lang: str, site_url: str) -> str:
    """An entry as it stands in any feed of a language, whose address it is known by."""
    parts = "\n    ".join(_parts(entry, lang, site_url))
    return f'  <entry xml:lang="{entry.lang}">\n    {parts}\n  </entry>\n'


def _parts(entry: FeedEntry, lang: str, site_url: str) -> Iterator[str]:
    yield element("title", entry.title)
    yield element("id", page_address(site_url, lang, entry.first))
    for version in sorted(entry.langs, key=lambda it: it != entry.lang):
        rel = "alternate" if version == entry.lang else "related"
        href = page_address(site_url, version, entry.uri)
        yield element("link", "", rel=rel, type="text/html", hreflang=version, href=href)
    if entry.published:
        yield element("published", midnight(entry.published))
    yield element("updated", midnight(entry.updated))
    if entry.summary:
        yield element("summary", entry.summary)
    yield element("content", entry.html, type="html")


def midnight(day: date) -> str:
    """A day as a moment (RFC 3339): the record knows days."""
    return f"{day}T00:00:00Z"
