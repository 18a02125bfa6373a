"""The site: which pages and files it has, and what the template of each page is given.

Knows nothing of the generator. The door asks what there is (`generated`, `data_files`), hands over
each text when it is rendered (`keep`), and asks for what a template needs (`values`). A kind of
page is added by its template in `publish/pages.py` and, where that is given more, a function in
`_VALUES`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from newsroom.publish.addresses import (
    FRAME,
    Addressed,
    absolute_url,
    relative_url,
    uri_of,
    url_of,
)
from newsroom.publish.citations import bibtex, csl_json
from newsroom.publish.corrections import notices_on
from newsroom.publish.disagreements import Disagreements
from newsroom.publish.editions import Edition, Paper
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
from newsroom.publish.pages import GeneratedPage, generated_pages, template_of
from newsroom.publish.paragraphs import Block, anchored_like, blocks_of
from newsroom.publish.parallel import parallel_rows, parallel_uri
from newsroom.publish.places import Places
from newsroom.publish.registers import register_of
from newsroom.publish.related import Relations
from newsroom.publish.rendering import Rendering
from newsroom.publish.repository import NOWHERE, Repository
from newsroom.publish.search import SearchIndex
from newsroom.publish.strips import timeline_overview, timeline_strip
from newsroom.publish.timeline import Moment, Year, is_divided, year_of
from newsroom.publish.translations import grouped, note_of, stale_summary
from newsroom.record.articles import Article, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.staleness import Comparison
from newsroom.record.standings import Standing, standings_of
from newsroom.text.bidi import isolate_fragment, isolate_plain
from newsroom.text.languages import DEFAULT_LANG, LANGS, direction, other_lang

Values = dict[str, Any]


class Site:
    """A record as it is published at `site_url`; lists are made when first asked for."""

    def __init__(
        self, catalogue: Catalogue, site_url: str, repository: Repository = NOWHERE
    ) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self.repository = repository
        self.generated: Mapping[str, GeneratedPage] = {
            f"{page.lang}/{page.uri}": page for page in generated_pages(catalogue)
        }
        self.linker = MentionLinker(catalogue)
        self.rendering = Rendering(catalogue.strings)
        self.editions = {lang: Edition(catalogue, lang, self.linker) for lang in LANGS}
        self.disagreements = {lang: Disagreements(it) for lang, it in self.editions.items()}
        self.places = {lang: Places(edition) for lang, edition in self.editions.items()}
        self.search = SearchIndex(catalogue, self.editions, self.linker)
        self._texts: dict[str, dict[str, tuple[Block, ...]]] = {}
        self._frames: dict[str, dict[str, str]] = {}

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

    def shown(self, lang: str, uri: str) -> Page | GeneratedPage:
        """The page at a path below `docs/<lang>/`, written or generated."""
        return self.generated.get(f"{lang}/{uri}") or self.catalogue.pages[lang, uri]

    def is_there(self, lang: str, uri: str) -> bool:
        src_uri = f"{lang}/{uri}"
        is_page = (lang, uri) in self.catalogue.pages or src_uri in self.generated
        return is_page or src_uri in self.data_files

    def keep(self, lang: str, uri: str, html: str) -> None:
        """Keep a rendered text for the search, and an article's for its page and the parallel one.

        Its blocks get the anchors of the version that was rendered before it, if any was.
        """
        written = self.catalogue.pages.get((lang, uri))
        if written:
            self.search.read(written, html)
        if written and is_article(uri):
            blocks = blocks_of(html)
            texts = self._texts.setdefault(uri, {})
            for model in texts.values():
                blocks = anchored_like(blocks, model, lang)
            texts[lang] = blocks

    def text_of(self, article: Article) -> Mapping[str, Sequence[Block]]:
        """The blocks of the versions rendered so far, by language."""
        return self._texts[article.uri]

    def values(self, lang: str, uri: str, url: str) -> Values:
        """What the template of the page at a path is given; `url` is its address in the site."""
        values = self._common(lang)
        values["href"] = self._links(lang, url)
        values["root"] = "../" * url.count("/")
        values["frame"] = self._frame(lang, url)
        values["shown"], values["uri"] = self.shown(lang, uri), uri
        values["address"] = absolute_url(self.site_url, url)
        values["alternates"] = self.alternates(uri)
        values["has_other"] = self.is_there(other_lang(lang), uri)
        values["city_map"] = self._maps[lang]
        if more := _VALUES.get(self.template_of(lang, uri)):
            values.update(more(self, lang, uri))
        return values

    def values_at_any_depth(self, lang: str) -> Values:
        """What the template of a page is given that is shown at any address: 404.html.

        Paths begin at the root of the host, so that a mirror on another host keeps working.
        """
        root = urlsplit(self.site_url).path.rstrip("/") + "/"

        def href(target: Addressed, in_lang: str = lang) -> str:
            return root + url_of(in_lang, uri_of(target))

        frame = {uri: root + url_of(lang, uri) for uri in FRAME if self.is_there(lang, uri)}
        return {**self._common(lang), "root": root, "href": href, "frame": frame}

    def template_of(self, lang: str, uri: str) -> str:
        """The template of the page at a path below `docs/<lang>/`."""
        return template_of(self.shown(lang, uri))

    def alternates(self, uri: str) -> dict[str, str]:
        """The full address of each version of a page, by language.

        A page that stands for an article of the other language is no version of it.
        """
        there = (lang for lang in LANGS if self._is_version(lang, uri))
        return {lang: absolute_url(self.site_url, url_of(lang, uri)) for lang in there}

    def _is_version(self, lang: str, uri: str) -> bool:
        page = self.generated.get(f"{lang}/{uri}")
        return self.is_there(lang, uri) and not (page and page.stands_for)

    def article_at(self, uri: str) -> Article:
        """The article of a page that is named after one."""
        return self.catalogue.articles[uri.rpartition("/")[2].removesuffix(".md")]

    def related_to(self, lang: str, article: Article) -> tuple[Paper, ...]:
        return self._relations[lang].related_to(article)

    def comparison_of(self, article: Article) -> Comparison | None:
        """An original beside what its translation was made from; `None` without one."""
        return self._comparisons[article.uri]

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How far each page is in the other language."""
        return standings_of(self.catalogue)

    @cached_property
    def _comparisons(self) -> Mapping[str, Comparison | None]:
        return {standing.uri: standing.comparison for standing in self.standings}

    @cached_property
    def _relations(self) -> Mapping[str, Relations]:
        return {lang: Relations(edition) for lang, edition in self.editions.items()}

    @cached_property
    def _maps(self) -> Mapping[str, CityMap]:
        return {lang: city_map(edition) for lang, edition in self.editions.items()}

    def _common(self, lang: str) -> Values:
        """What every template is given."""
        edition = self.editions[lang]

        def foreign(text: str) -> Markup:
            return Markup(isolate_fragment(escape(text), edition.other))

        return {
            "edition": edition,
            "editions": self.editions,
            "disagreements": self.disagreements[lang],
            "other": other_lang(lang),
            "dir_of": direction,
            "t": edition.t,
            "words": edition.words,
            "plain": lambda text: isolate_plain(text, lang),
            # Words of the other language, in an element that names it.
            "foreign": foreign,
            "foreign_words": lambda key: foreign(self.editions[edition.other].t(key)),
        }

    def _links(self, lang: str, base: str) -> Callable[..., str]:
        """`href(target)` for the page at `base`; `in_lang` for a link to the other language."""

        def href(target: Addressed, in_lang: str = lang) -> str:
            return relative_url(url_of(in_lang, self.editions[in_lang].uri_of(target)), base)

        return href

    def _frame(self, lang: str, url: str) -> dict[str, str]:
        """Where header and footer lead, the same for every page of a folder."""
        folder = url.rpartition("/")[0]
        if folder not in self._frames:
            href = self._links(lang, url)
            self._frames[folder] = {uri: href(uri) for uri in FRAME if self.is_there(lang, uri)}
        return self._frames[folder]

    def _sitemap(self) -> str:
        uris = {lang: tuple(sorted(self._uris(lang))) for lang in LANGS}
        return sitemap(self.catalogue, uris, self.site_url)

    def _uris(self, lang: str) -> Iterator[str]:
        yield from {uri for at, uri in self.catalogue.pages if at == lang}
        pages = (page for page in self.generated.values() if page.lang == lang)
        yield from {page.uri for page in pages if not page.stands_for}


def _article(site: Site, lang: str, uri: str) -> Values:
    article, edition = site.article_at(uri), site.editions[lang]
    cited = (edition.paper(article), lang, edition.t("site.name"), site.alternates(uri)[lang])
    parallel = parallel_uri(article)
    page = article.versions[lang]
    behind = note_of(site.comparison_of(article), edition, page) if page.translation else None
    return {
        "article": article,
        "behind": behind,
        "text": site.text_of(article)[lang],
        "corrections": notices_on(article.versions[lang]),
        "related": site.related_to(lang, article),
        "parallel": parallel if site.is_there(lang, parallel) else None,
        "bibtex": bibtex(*cited),
        "csl": csl_json(*cited),
    }


def _parallel(site: Site, lang: str, uri: str) -> Values:
    article = site.article_at(uri)
    comparison = site.comparison_of(article)
    changes = comparison.changes if comparison else ()
    return {
        "article": article,
        "corrections": {page.lang: notices_on(page) for page in article.versions.values()},
        "behind": stale_summary(comparison, site.editions[lang]) if comparison and changes else "",
        "rows": tuple(parallel_rows(article, lang, site.text_of(article), changes)),
    }


def _translations(site: Site, lang: str, uri: str) -> Values:
    return {"groups": grouped(site.standings, site.editions[lang], site.repository)}


def _untranslated(site: Site, lang: str, uri: str) -> Values:
    article = site.article_at(uri)
    original = article.facts
    return {
        "article": article,
        "canonical": site.alternates(uri)[original.lang],
        "claim": site.repository.claim_url(original),
    }


def _participant(site: Site, lang: str, uri: str) -> Values:
    id = uri.removeprefix("participants/").removesuffix(".md")
    participant = site.catalogue.participants[id]
    return {"participant": participant, "local": site.places[lang].of(participant)}


def _search(site: Site, lang: str, uri: str) -> Values:
    return {"register": register_of(site.editions[lang])}


def _timeline(site: Site, lang: str, uri: str) -> Values:
    edition = site.editions[lang]
    if is_divided(site.catalogue):
        return {"overview": timeline_overview(edition)}
    return _moments(edition, edition.moments_in_time, edition.years)


def _year(site: Site, lang: str, uri: str) -> Values:
    edition = site.editions[lang]
    year = edition.years_by_number[year_of(uri)]
    own = [it for it in edition.years_by_number.values() if it.calendar == year.calendar]
    place = own.index(year)
    beside = (own[place - 1] if place else None, own[place + 1] if own[place + 1 :] else None)
    return {"beside": beside, **_moments(edition, year.moments, (year,))}


def _moments(edition: Edition, moments: Sequence[Moment], years: Sequence[Year]) -> Values:
    return {
        "years": years,
        "strip": timeline_strip(edition, moments),
        "filter": edition.filter_of(moments),
    }


_VALUES: Mapping[str, Callable[[Site, str, str], Values]] = {
    "article.html": _article,
    "parallel.html": _parallel,
    "participant.html": _participant,
    "search.html": _search,
    "timeline.html": _timeline,
    "translations.html": _translations,
    "untranslated.html": _untranslated,
    "year.html": _year,
}
"""What a page is given besides, by its template."""
