"""The paragraphs of both languages beside each other, as a translation memory (TMX 1.4b).

A unit is a paragraph, a heading, an item of a list, a title or a summary, with its address in each
language, and with how and from what the translation was made. Texts are those a reader sees.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from newsroom.record.articles import Article
from newsroom.site.addresses import page_address
from newsroom.site.fragments import elements_of, plain_text
from newsroom.site.paragraphs import Block
from newsroom.site.parallel import Changed
from newsroom.site.site import Site
from newsroom.text.languages import other_lang

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


class Part(NamedTuple):
    """A block of a text, or an item of a list."""

    id: str
    anchor: str
    """Where it stands on its page; empty for the page itself."""
    html: str


class Unit(NamedTuple):
    """The same in both languages."""

    id: str
    anchors: tuple[str, str]
    """On the page of the original, and on that of the translation."""
    texts: tuple[str, str]
    """In the same order."""
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
    langs = (article.original, other_lang(article.original))
    comparison = site.comparisons[article.uri]
    changed = Changed(article.original, comparison.changes if comparison else ())
    fresh = "current" if comparison and comparison.translation.is_recorded else "unknown"
    original, translated = (article.versions[lang] for lang in langs)
    heads = {
        "title": (original.title, translated.title),
        "summary": (original.summary, translated.summary),
    }
    for name, texts in heads.items():
        state = "stale" if changed.is_in_head(texts[0]) else fresh
        yield Unit(f"{article.slug}.{name}", ("", ""), texts, state)
    own, others = (site.texts.blocks_of(article)[lang] for lang in langs)
    beside = {block.anchor: block for block in others}
    for block in own:
        if counterpart := beside.get(block.anchor):
            state = "stale" if changed.is_in(block) else fresh
            for one, other in _paired(block, counterpart):
                both = plain_text(one.html, langs[0]), plain_text(other.html, langs[1])
                if all(both):
                    anchors = (one.anchor, other.anchor)
                    yield Unit(f"{article.slug}#{one.id}", anchors, both, state)


def _paired(block: Block, counterpart: Block) -> Iterator[tuple[Part, Part]]:
    """Two blocks as one pair, or the items of lists that have as many."""
    if block.tag in _LISTS and counterpart.tag in _LISTS:
        items = tuple(_items(block)), tuple(_items(counterpart))
        if len(items[0]) == len(items[1]):
            yield from zip(*items, strict=True)
            return
    yield _whole(block), _whole(counterpart)


def _items(block: Block) -> Iterator[Part]:
    """The items of a list; all of it if its numbers, which may be years, are told in front."""
    first, _, rest = block.html.partition(">")
    if ' start="' in first:
        yield _whole(block)
        return
    for at, (_, html) in enumerate(elements_of(rest.rpartition("<")[0])):
        id = block.items[at] if at < len(block.items) else ""
        yield Part(id or f"{block.anchor}-{at + 1}", id or block.anchor, html)


def _whole(block: Block) -> Part:
    return Part(block.anchor, block.anchor, block.html)


def _written(site: Site, article: Article) -> str:
    """The units of an article."""
    told = "".join(f'<prop type="{type}">{text}</prop>\n' for type, text in _how_made(article))
    langs = (article.original, other_lang(article.original))
    begun = [
        f'<tuv xml:lang="{lang}">\n<prop type="x-address">'
        + _escaped(page_address(site.settings.site_url, lang, article.uri))
        for lang in langs
    ]
    return "".join(
        f'<tu tuid="{unit.id}" srclang="{article.original}">\n{told}'
        f'<prop type="x-translation">{unit.freshness}</prop>\n'
        + "".join(map(_version, begun, unit.anchors, unit.texts))
        + "</tu>\n"
        for unit in units(site, article)
    )


def _version(begun: str, anchor: str, text: str) -> str:
    """One language of a unit; `begun` up to the address of the page."""
    end = f"#{anchor}" if anchor else ""
    return f"{begun}{end}</prop>\n<seg>{_escaped(text)}</seg>\n</tuv>\n"


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
