"""Markdown becomes HTML: every text of the record, once, before any page is made.

Links and images are written as paths between the files below `docs/`; `check/links.py` checks that
they lead to something, and here they become the way from page to page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import relative_url, url_of
from newsroom.site.mentions import LinkedNames, MentionProcessor
from newsroom.site.numbering import Numbering
from newsroom.site.pages import Kind, SitePage
from newsroom.site.sanitise import sanitise, with_pictures
from newsroom.site.texts import Text, Texts, TocItem
from newsroom.text.languages import LANGS, split_lang

LINKED_KINDS = frozenset((Kind.ARTICLE, Kind.NEWS, Kind.GUIDE, Kind.GLOSSARY))
"""The kinds of page whose mentions are linked; links by hand work on every page."""


Linker = Callable[[Markdown, LinkedNames, Page], MentionProcessor]
"""Makes what links the names of one page."""


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """`markdown_extensions` of the settings."""

    extensions: Sequence[str] = ()
    """The names of Python-Markdown's extensions, in their order."""
    options: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    """By the name of the extension."""


def render_texts(
    catalogue: Catalogue, pages: Iterable[SitePage], settings: MarkdownSettings
) -> Texts:
    """The texts of the pages that have one, language by language."""
    written = [page for page in pages if page.written]
    rendered = (
        text
        for lang in LANGS
        for text in _rendered(
            Renderer(catalogue, lang, settings), (page for page in written if page.lang == lang)
        )
    )
    return Texts(rendered, {slug: ids.known for slug, ids in catalogue.paragraph_ids.items()})


def _rendered(renderer: "Renderer", pages: Iterable[SitePage]) -> Iterator[tuple[Page, Text]]:
    for page in pages:
        if page.written:
            yield page.written, renderer.render(page.written, links=page.kind in LINKED_KINDS)


class Renderer:
    """Renders the pages of one language, one after the other."""

    def __init__(self, catalogue: Catalogue, lang: str, settings: MarkdownSettings) -> None:
        self._media = catalogue.media
        self._names = LinkedNames(catalogue, lang)
        numbering = Numbering(lang, catalogue.strings[lang]["article.note_back"])
        self._markdown = Markdown(
            extensions=[*settings.extensions, numbering], extension_configs=dict(settings.options)
        )

    def render(self, page: Page, *, links: bool, linker: Linker = MentionProcessor) -> Text:
        """The text of a page; with `links` what it names is linked, by `linker`."""
        md = self._markdown
        md.reset()
        # Every participant is defined as a target: `[text][sara-rastegar]`.
        md.references.update(self._names.addresses_from(page).references)
        mentions = linker(md, self._names, page)
        # After attr_list (8), which gives headings their ids; in place of those of the page before.
        md.treeprocessors.register(_Resolver(md, page), "newsroom-links", 0)
        if links:
            md.treeprocessors.register(mentions, "newsroom-mentions", -10)
        elif "newsroom-mentions" in md.treeprocessors:
            md.treeprocessors.deregister("newsroom-mentions")
        html = md.convert(page.body)
        return Text(
            with_pictures(sanitise(html), self._media) if html else "",
            tuple(_toc(getattr(md, "toc_tokens", ()))),
            mentions.backlinks,
            tuple(mentions.terms),
        )


def _toc(tokens: Iterable[Mapping[str, Any]]) -> Iterator[TocItem]:
    """The headings Python-Markdown has found."""
    for token in tokens:
        below = tuple(_toc(token["children"]))
        yield TocItem(token["id"], token["name"], token["level"], below)


class _Resolver(Treeprocessor):
    """Makes addresses of the paths on one page."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            written = element.get(key) if key else None
            if key and written:
                element.set(key, resolved(written, self._page))


def resolved(target: str, page: Page) -> str:
    """Where a link written on a page leads, from there, on the site.

    What is no path to a file below `docs/` is given back as it is.
    """
    scheme, host, path, query, anchor = urlsplit(target)
    # Python-Markdown writes e-mail addresses with a placeholder that it replaces at the end.
    if scheme or host or not path or path.startswith(("/", "\\")) or AMP_SUBSTITUTE in target:
        return target
    base = url_of(page.lang, page.uri)
    file = normpath(join(dirname(page.src_uri), unquote(path)))
    place = split_lang(file)
    url = url_of(*place) if place else file
    return urlunsplit(("", "", quote(relative_url(url, base)), query, anchor))
