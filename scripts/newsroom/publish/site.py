"""The site: which pages and files it has, and what its pages are made of.

Knows nothing of the generator. The plugin asks what there is (`pages`, `data_files`) and hands over
each text when it is rendered (`keep`). What a template is given is in `publish/views.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from newsroom.publish.addresses import absolute_url, url_of
from newsroom.publish.disagreements import Disagreements
from newsroom.publish.editions import Edition
from newsroom.publish.feeds import (
    CORRECTIONS_FEED,
    FEED,
    SITEMAP,
    atom_feed,
    corrections_feed,
    sitemap,
)
from newsroom.publish.maps import CityMap, city_map
from newsroom.publish.mentions import MentionLinker
from newsroom.publish.pages import Kind, SitePage, site_pages
from newsroom.publish.paragraphs import Block, anchored_like, blocks_of
from newsroom.publish.places import Places
from newsroom.publish.related import Relations
from newsroom.publish.rendering import Rendering
from newsroom.publish.repository import NOWHERE, Repository
from newsroom.publish.search import SearchIndex
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.staleness import Comparison
from newsroom.record.standings import Standing, standings_of
from newsroom.text.languages import DEFAULT_LANG, LANGS


class Site:
    """A record as it is published at `site_url`; lists are made when first asked for."""

    def __init__(
        self, catalogue: Catalogue, site_url: str, repository: Repository = NOWHERE
    ) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self.repository = repository
        self.pages: Mapping[str, SitePage] = {page.src_uri: page for page in site_pages(catalogue)}
        """By their paths below `docs/`."""
        self.linker = MentionLinker(catalogue)
        self.rendering = Rendering(catalogue.strings)
        self.editions = {lang: Edition(catalogue, lang, self.linker) for lang in LANGS}
        self.disagreements = {lang: Disagreements(it) for lang, it in self.editions.items()}
        self.places = {lang: Places(edition) for lang, edition in self.editions.items()}
        self.search = SearchIndex(catalogue, self.editions, self.linker)
        self._texts: dict[str, dict[str, tuple[Block, ...]]] = {}

    @cached_property
    def data_files(self) -> Mapping[str, Callable[[], str]]:
        """The generated files that are no pages, by `src_uri`, with what makes their content."""

        feeds = {FEED: atom_feed, CORRECTIONS_FEED: corrections_feed}
        files: dict[str, Callable[[], str]] = {
            f"{lang}/{name}": partial(feed, self.editions[lang], self.site_url)
            for name, feed in feeds.items()
            for lang in LANGS
        }
        return {**files, f"{DEFAULT_LANG}/{SITEMAP}": self._sitemap}

    def is_there(self, lang: str, uri: str) -> bool:
        return f"{lang}/{uri}" in self.pages or f"{lang}/{uri}" in self.data_files

    def keep(self, page: SitePage, html: str) -> None:
        """Keep a rendered text for the search, and an article's for its page and the parallel one.

        Its blocks get the anchors of the version that was rendered before it, if any was.
        """
        if page.written:
            self.search.read(page.written, html)
        if page.kind is Kind.ARTICLE:
            blocks = blocks_of(html)
            texts = self._texts.setdefault(page.uri, {})
            for model in texts.values():
                blocks = anchored_like(blocks, model, page.lang)
            texts[page.lang] = blocks

    def text_of(self, article: Article) -> Mapping[str, Sequence[Block]]:
        """The blocks of the versions rendered so far, by language."""
        return self._texts[article.uri]

    def alternates(self, uri: str) -> dict[str, str]:
        """The full address of each version of a page, by language.

        A page that stands for an article of the other language is no version of it.
        """
        there = (lang for lang in LANGS if self._is_version(lang, uri))
        return {lang: absolute_url(self.site_url, url_of(lang, uri)) for lang in there}

    def _is_version(self, lang: str, uri: str) -> bool:
        page = self.pages.get(f"{lang}/{uri}")
        return page is not None and page.is_version

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How far each page is in the other language."""
        return standings_of(self.catalogue)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison | None]:
        """By the path of a page, its original beside what its translation was made from."""
        return {standing.uri: standing.comparison for standing in self.standings}

    @cached_property
    def relations(self) -> Mapping[str, Relations]:
        return {lang: Relations(edition) for lang, edition in self.editions.items()}

    @cached_property
    def maps(self) -> Mapping[str, CityMap]:
        return {lang: city_map(edition) for lang, edition in self.editions.items()}

    def _sitemap(self) -> str:
        uris = {
            lang: tuple(
                sorted(it.uri for it in self.pages.values() if it.lang == lang and it.is_version)
            )
            for lang in LANGS
        }
        return sitemap(self.catalogue, uris, self.site_url)
