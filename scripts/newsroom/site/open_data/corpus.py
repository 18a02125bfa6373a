"""The paragraphs of both languages beside each other, as a translation memory (TMX 1.4b).

A unit is a paragraph, a heading, an item of a list, a title or a summary, with its address in each
language, and with how and from what the translation was made. Texts are those a reader sees.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from newsroom.record.articles import Article
from newsroom.site.addresses import page_address
from newsroom.site.fragments import elements_of, plain_text
from newsroom.site.paragraphs import Block
from newsroom.site.parallel import Changed
from newsroom.site.site import Site
from newsroom.text.languages import LANGS, Bilingual, other_lang

_HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4">
<header creationtool="newsroom" creationtoolversion="1" segtype="paragraph" o-tmf="Markdown" \
adminlang="en" srclang="*all*" datatype="plaintext">
<prop type="x-licence">{licence}</prop>
</header>
<body>
"""
_END = "</body>\n</tmx>\n"
_LISTS = frozenset(("ul", "ol"))


@dataclass(frozen=True, slots=True)
class Unit:
    """The same in both languages."""

    id: str
    anchors: Bilingual
    """Where it stands on each page; empty for the page itself."""
    texts: Bilingual
    freshness: str
    """`stale` where the original says something that the translation was not made from, `unknown`
    where what it was made from is not recorded, otherwise `current`."""


def corpus(site: Site) -> str:
    """The document; what stands in one language alone is no unit.

    It is written as text: the same as a tree of elements takes three times the processor time.
    """
    articles = (it for it in site.catalogue.articles.values() if it.translated)
    written = (_written(site, article) for article in articles)
    return f"{_HEAD.format(licence=_escaped(site.settings.licence.path))}{''.join(written)}{_END}"


def units(site: Site, article: Article) -> Iterator[Unit]:
    """Those of an article that stands in both languages, in the order of its page."""
    comparison = site.comparisons[article.uri]
    changed = Changed(article.original, comparison.changes if comparison else ())
    is_known = bool(comparison and comparison.translation.is_recorded)

    def freshness(is_changed: bool) -> str:
        return "stale" if is_changed else "current" if is_known else "unknown"

    for name in ("title", "summary"):
        texts = {lang: getattr(article.versions[lang], name) for lang in LANGS}
        state = freshness(changed.is_in_head(texts[article.original]))
        yield Unit(f"{article.slug}.{name}", dict.fromkeys(LANGS, ""), texts, state)
    blocks = site.texts.blocks_of(article)
    other = other_lang(article.original)
    translated = {block.anchor: block for block in blocks[other]}
    for block in blocks[article.original]:
        if counterpart := translated.get(block.anchor):
            pair = {article.original: block, other: counterpart}
            yield from _units(article, pair, freshness(changed.is_in(block)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of a text, or an item of a list."""

    id: str
    anchor: str
    html: str


def _units(article: Article, pair: Mapping[str, Block], freshness: str) -> Iterator[Unit]:
    """A block as one unit, or the items of a list that has as many in both languages."""
    parts = {lang: tuple(_parts(block)) for lang, block in pair.items()}
    if len({len(part) for part in parts.values()}) > 1:
        parts = {lang: (_whole(block),) for lang, block in pair.items()}
    for at, original in enumerate(parts[article.original]):
        beside = {lang: part[at] for lang, part in parts.items()}
        texts = {lang: plain_text(part.html, lang) for lang, part in beside.items()}
        anchors = {lang: part.anchor for lang, part in beside.items()}
        if all(texts.values()):
            yield Unit(f"{article.slug}#{original.id}", anchors, texts, freshness)


def _parts(block: Block) -> Iterator[_Part]:
    first, _, rest = block.html.partition(">")
    # The numbers of a list that does not begin with 1 may be years, and are told in front.
    if block.tag not in _LISTS or ' start="' in first:
        yield _whole(block)
        return
    for at, (_, html) in enumerate(elements_of(rest.rpartition("<")[0])):
        id = block.items[at] if at < len(block.items) else ""
        yield _Part(id or f"{block.anchor}-{at + 1}", id or block.anchor, html)


def _whole(block: Block) -> _Part:
    return _Part(block.anchor, block.anchor, block.html)


def _written(site: Site, article: Article) -> str:
    """The units of an article."""
    told = "".join(f'<prop type="{type}">{text}</prop>\n' for type, text in _how_made(article))
    pages = {lang: page_address(site.settings.site_url, lang, article.uri) for lang in LANGS}
    langs = (article.original, other_lang(article.original))
    return "".join(
        f'<tu tuid="{unit.id}" srclang="{article.original}">\n{told}'
        f'<prop type="x-translation">{unit.freshness}</prop>\n'
        + "".join(_version(unit, lang, pages[lang]) for lang in langs)
        + "</tu>\n"
        for unit in units(site, article)
    )


def _version(unit: Unit, lang: str, page: str) -> str:
    anchor = f"#{unit.anchors[lang]}" if unit.anchors[lang] else ""
    return (
        f'<tuv xml:lang="{lang}">\n<prop type="x-address">{_escaped(page)}{anchor}</prop>\n'
        f"<seg>{_escaped(unit.texts[lang])}</seg>\n</tuv>\n"
    )


def _how_made(article: Article) -> Iterator[tuple[str, str]]:
    """What is said of every unit of an article, by the types of the properties."""
    made = article.translated.translation if article.translated else None
    yield "x-article", article.slug
    if made:
        yield "x-translator", "machine" if made.machine else "person"
    if made and made.date:
        yield "x-translated", made.date.start.isoformat()
    if made and made.reviewed:
        yield "x-reviewed", made.reviewed.start.isoformat()


def _escaped(text: str) -> str:
    return escape(text, quote=False)
