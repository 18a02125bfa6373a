"""What the nodes of linked data have in common: their ids, texts in both languages, dates."""

from collections.abc import Iterable, Mapping
from typing import Any

from newsroom.record.articles import Article
from newsroom.record.fields import Entry
from newsroom.site.addresses import page_address, uri_of
from newsroom.site.site import Site
from newsroom.text.dates import Period
from newsroom.text.languages import DEFAULT_LANG, LANGS, Bilingual

Node = dict[str, Any]
Thing = Article | Entry

CONTEXT: Mapping[str, str] = {"@vocab": "http://schema.org/"}
"""All words are those of schema.org; nothing has to be fetched to read them."""

_THING = "#it"
"""Tells what a page is about from the page; what shares a page with others has an anchor there."""


def id_of(site: Site, entry: Entry) -> str:
    """The id of a person, an organisation, a place, an event or a source, in every language.

    It is made of the address in the default language. An event keeps the one on the undivided
    timeline, since a divided one has it on another page in each language.
    """
    uri = uri_of(entry)
    address = page_address(site.settings.site_url, DEFAULT_LANG, uri)
    return address if "#" in uri else f"{address}{_THING}"


def site_id(site: Site) -> str:
    """The id of the site."""
    return f"{page_address(site.settings.site_url, DEFAULT_LANG, 'index.md')}{_THING}"


def leading(site: Site, entries: Iterable[Entry]) -> list[Node]:
    """References to entries, each once."""
    return [{"@id": id} for id in dict.fromkeys(id_of(site, entry) for entry in entries)]


def node(id: str, kind: str, values: Mapping[str, object]) -> Node:
    """A node of what is known: what is empty is left out."""
    known = {key: value for key, value in values.items() if value not in (None, "", [], ())}
    return {"@id": id, "@type": kind, **known}


def words(texts: Bilingual | None) -> list[Node]:
    """A text in both languages."""
    return [in_lang(texts[lang], lang) for lang in LANGS if texts and lang in texts]


def in_lang(text: str, lang: str) -> Node:
    return {"@language": lang, "@value": text}


def coverage(period: Period | None) -> str | None:
    """The days of a period as schema.org has them: ISO 8601, from one to the other."""
    if period is None:
        return None
    return period.iso or f"{period.start.isoformat()}/{period.end.isoformat()}"
