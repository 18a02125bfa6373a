"""A feed as a JSON Feed (version 1.1, jsonfeed.org)."""

import json
from collections.abc import Iterator

from newsroom.site.addresses import page_address
from newsroom.site.atom import midnight
from newsroom.site.feed_entries import Feed, FeedEntry
from newsroom.site.locale_views import LocaleView

JSON = "application/feed+json"
SUFFIX = ".json"


def json_feed(feed: Feed, locale: LocaleView, site_url: str) -> str:
    """The document; the counterpart of an item is in `_related`, an extension of ours."""
    lang = locale.lang
    written = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": page_address(site_url, lang, feed.page),
        "feed_url": page_address(site_url, lang, feed.stem + SUFFIX),
        "language": lang,
        "authors": [{"name": locale.t("site.name")}],
        "items": [dict(_item(entry, lang, site_url)) for entry in feed.entries],
    }
    return f"{json.dumps(written, ensure_ascii=False, indent=1)}\n"


def _item(entry: FeedEntry, lang: str, site_url: str) -> Iterator[tuple[str, object]]:
    yield "id", page_address(site_url, lang, entry.first)
    yield "url", page_address(site_url, entry.lang, entry.uri)
    yield "language", entry.lang
    yield "title", entry.title
    if entry.summary:
        yield "summary", entry.summary
    yield "content_html", entry.html
    if entry.published:
        yield "date_published", midnight(entry.published)
    yield "date_modified", midnight(entry.updated)
    related = {it: page_address(site_url, it, entry.uri) for it in entry.langs if it != entry.lang}
    if related:
        yield "_related", related
