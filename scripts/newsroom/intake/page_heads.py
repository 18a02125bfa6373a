"""What the head of a page says of it, for machines: its metas, its title, its JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import html

from newsroom.text.persian import fold_name

_SEPARATORS = re.compile(r"\s+(?:[-–—|:/»«>•·]|::|\|\||>>)\s+|\s*[|»]\s*|\s[-–—]|[-–—]\s|\s*::\s*")
_SAVED_FROM = "<!-- saved from url=("
"""As browsers begin a page they save: `<!-- saved from url=(0023)https://example.org/ -->`."""
_MOST = 300
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHERS = ("og:site_name", "article:publisher", "publisher", "dc.publisher", "application-name")
_STAMPS = (
    "article:published_time", "og:article:published_time", "datepublished", "publishdate",
    "publish-date", "publish_date", "pubdate", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself for machines."""

    titles: tuple[str, ...] = ()
    """What the page says its title is, the surest first, with and without the name of the site."""
    publisher: str | None = None
    author: str | None = None
    stamps: tuple[str, ...] = ()
    """When this page was published, as its machines say it."""
    address: str | None = None
    language: str = ""
    """The language the page declares: `fa`, `ar`."""
    broken: int = 0
    """How many pieces of JSON-LD cannot be read."""


def read_head(root: html.HtmlElement, text: str) -> PageHead:
    """The head of a page; `text` is its markup, which may say where it was saved from."""
    metas = _metas(root)
    nodes, broken = _nodes(root)
    news = _article(nodes, metas)
    publisher = _first(metas, _PUBLISHERS) or _name(news.get("publisher"), nodes)
    if publisher.startswith("http"):
        publisher = _name(news.get("publisher"), nodes)
    author = _name(news.get("author"), nodes) or _first(metas, _AUTHORS)
    titles = [str(news.get("headline") or ""), *(metas.get(name, "") for name in _TITLES)]
    titles += [_clean(one.text_content()) for one in root.iter("title")][:1]
    stamps = [_clean(str(news.get("datePublished") or "")), _first(metas, _STAMPS)]
    return PageHead(
        tuple(_variants(titles, publisher)),
        publisher or None,
        author if author and not author.startswith("http") else None,
        tuple(dict.fromkeys(filter(None, (stamp[:40] for stamp in stamps)))),
        _address(root, metas, text),
        (root.get("lang") or root.get("xml:lang") or "").strip().lower().partition("-")[0],
        broken,
    )


def _clean(text: str) -> str:
    return " ".join(text.split())[:_MOST]


def _first(values: Mapping[str, str], names: Sequence[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")


def _metas(root: html.HtmlElement) -> dict[str, str]:
    """The metas by their names; those of the body may be about something else and are left out."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        is_of_page = meta.get("itemprop") is None or meta.getparent().tag == "head"
        if name and is_of_page and (content := _clean(meta.get("content") or "")):
            found.setdefault(name, content)
    return found


def _nodes(root: html.HtmlElement) -> tuple[list[dict[str, object]], int]:
    """The objects of the JSON-LD of a page, and how many pieces are broken."""
    nodes: list[dict[str, object]] = []
    broken = 0
    for script in root.iter("script"):
        if (script.get("type") or "").lower().partition(";")[0].strip() != "application/ld+json":
            continue
        try:
            nodes += _objects(json.loads((script.text or "").strip(), strict=False))
        except (ValueError, RecursionError):
            broken += 1
    return nodes, broken


def _objects(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, list):
        for one in data:
            yield from _objects(one)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))
        yield from _objects(data.get("mainEntity"))


def _article(nodes: Sequence[dict[str, object]], metas: Mapping[str, str]) -> Mapping[str, object]:
    """The object about this page: the article that bears its title, or the only one."""
    news = [node for node in nodes if any(map(_is_article, _strings(node.get("@type"))))]
    title = fold_name(metas.get("og:title", ""))
    named = [
        node
        for node in news
        if (headline := fold_name(str(node.get("headline") or ""))) and headline in title
    ]
    return next(iter(named or news), {})


def _is_article(type: str) -> bool:
    """Whether a type of schema.org is `Article` or a kind of it: `NewsArticle`, `BlogPosting`."""
    return type.endswith(("Article", "Posting"))


def _strings(value: object) -> list[str]:
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one]


def _name(value: object, nodes: Sequence[dict[str, object]]) -> str:
    """The name of a publisher or of authors, which may stand elsewhere under an `@id`."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(one, nodes) for one in value)))[:_MOST]
    if not isinstance(value, dict):
        return _clean(value) if isinstance(value, str) else ""
    if isinstance(name := value.get("name"), str):
        return _clean(name)
    others = (node for node in nodes if value.get("@id") and node.get("@id") == value["@id"])
    name = next((node.get("name") for node in others), "")
    return _clean(name) if isinstance(name, str) else ""


def _address(root: html.HtmlElement, metas: Mapping[str, str], text: str) -> str | None:
    links = (link for link in root.iter("link") if link.get("rel", "").lower() == "canonical")
    canonical = next((link.get("href") or "" for link in links), "")
    saved = text[:5000].partition(_SAVED_FROM)[2].partition(")")[2].partition(" -->")[0]
    named = (canonical, metas.get("og:url", ""), saved)
    return next(filter(is_address, named), None)


def is_address(text: str) -> bool:
    """Whether a text is a web address and nothing else."""
    scheme, _, rest = text.partition("://")
    return scheme in ("http", "https") and bool(rest) and not any(map(str.isspace, rest))


def _variants(titles: Sequence[str], publisher: str) -> list[str]:
    """The titles without the name of the site first, then whole, then in parts, longest first."""
    found: dict[str, None] = {}
    whole = [title for title in map(_clean, titles) if title]
    site = fold_name(publisher)
    for title in whole:
        parts = [part for part in split_title(title) if fold_name(part) != site]
        if parts and len(parts) < len(split_title(title)):
            found[between(title, parts[0], parts[-1])] = None
    found |= dict.fromkeys(whole)
    pieces = [piece for title in whole for piece in _pieces(title)]
    return list(found | dict.fromkeys(sorted(pieces, key=len, reverse=True)))


def split_title(title: str) -> list[str]:
    """The parts a title falls into where the name of a site or a section may be put on."""
    return [part for part in map(str.strip, _SEPARATORS.split(title)) if fold_name(part)]


def _pieces(title: str) -> Iterator[str]:
    parts = split_title(title)[:6]
    for start in range(len(parts)):
        for end in range(start, len(parts)):
            yield between(title, parts[start], parts[end])


def between(title: str, first: str, last: str) -> str:
    """A title from one of its parts to another."""
    start = title.find(first)
    return title[start : title.rfind(last) + len(last)]
