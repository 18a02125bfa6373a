"""The MkDocs door: moves data between MkDocs and the rooms, and holds no rule.

Order of a build, once per language (static-i18n builds Persian, then English, with this object):

1.  `on_config` loads and checks the catalogue, once, and registers the mention linker.
2.  `on_files` *announces* a plain `File` for every generated page (before static-i18n, which moves
    them to their language), then *fills* those that survived (after it).
3.  `on_page_markdown` tells the linker which page is rendered; `on_page_content` sanitises.
4.  `on_page_context` hands the page's values to its template; `on_post_page` isolates bidi runs.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any, cast
from urllib.parse import urlsplit

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_theme_dir, write_file

from newsroom.publish.addresses import (
    FRAME,
    Addressed,
    absolute_url,
    relative_url,
    uri_of,
    url_of,
)
from newsroom.publish.assets import compact, is_compactable
from newsroom.publish.citations import bibtex, csl_json
from newsroom.publish.editions import Edition
from newsroom.publish.feeds import FEED, SITEMAP, atom_feed, sitemap
from newsroom.publish.maps import city_map
from newsroom.publish.mentions import MentionLinker, load_extensions
from newsroom.publish.pages import GeneratedPage, generated_pages, template_of
from newsroom.publish.paragraphs import Block, anchored_like, blocks_of
from newsroom.publish.parallel import is_parallel, parallel_rows, parallel_uri
from newsroom.publish.registers import register_of
from newsroom.publish.related import Relations
from newsroom.publish.sanitise import sanitise
from newsroom.publish.search import SearchIndex
from newsroom.publish.strips import timeline_overview, timeline_strip
from newsroom.publish.timeline import Moment, Year, is_divided, is_year, year_of
from newsroom.record.articles import PARTICIPANTS, SEARCH, TIMELINE, Article, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import errors_of
from newsroom.review.rules import check
from newsroom.text.bidi import isolate_fragment, isolate_html, isolate_plain
from newsroom.text.languages import DEFAULT_LANG, LANGS, direction, other_lang, split_lang


class NewsroomPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs has few types
    """One object for the whole build; `catalogue` is `None` until the first language asks.

    `on_startup` and `on_shutdown` must not be defined: MkDocs would keep the object, and with it
    yesterday's catalogue, between the rebuilds of `mkdocs serve`.
    """

    catalogue: Catalogue | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.catalogue is None:
            self.catalogue = _load(config)
            self.generated = {
                f"{page.lang}/{page.uri}": page for page in generated_pages(self.catalogue)
            }
            self._frames: dict[str, dict[str, str]] = {}
            self._texts: dict[str, dict[str, tuple[Block, ...]]] = {}
            self.linker = MentionLinker(self.catalogue)
            self.editions = {lang: Edition(self.catalogue, lang, self.linker) for lang in LANGS}
            self.search = SearchIndex(self.catalogue, self.editions, self.linker)
            self.relations = {lang: Relations(edition) for lang, edition in self.editions.items()}
            self.maps = {lang: city_map(edition) for lang, edition in self.editions.items()}
            self._compiled = _CompiledTemplates()
            # MkDocs hands names and objects on to Python-Markdown alike, but declares names only.
            extensions: list[Any] = [*config.markdown_extensions, self.linker]
            settings = config.mdx_configs or {}
            config.markdown_extensions[:] = cast(Any, load_extensions(extensions, settings))
        # Ours, not MkDocs': `on_files` makes it with the articles' own dates.
        config.theme.static_templates.discard(SITEMAP)
        if not _is_material(config):
            _switch_search_off(config)
            # No page of our shell uses a file of the theme, and it has fourteen thousand.
            theme = get_theme_dir(str(config.theme.name))
            config.theme.dirs[:] = [folder for folder in config.theme.dirs if folder != theme]
        return config

    @event_priority(0)
    def _announce(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before static-i18n (-100): plain files, which it can move; files nobody uses go."""
        assert self.catalogue is not None
        langs: tuple[str, ...] = LANGS
        if not _is_material(config):
            # Set by static-i18n for this pass. It would move the other language's files, too, and
            # leave them out; its path logic is the dearest part of finding files.
            langs = (str(config.theme["language"]),)
            _drop_unused(files, langs, config)
        _drop_drafts(files, self.catalogue)
        announced = (uri for uri, page in self.generated.items() if not is_parallel(page.uri))
        for src_uri in (*announced, *_data_files()):
            if src_uri.startswith(langs) and files.get_file_from_path(src_uri) is None:
                files.append(_plain_file(src_uri, config))
        self._media = [file for file in files if file.src_uri.startswith("media/")]
        return files

    @event_priority(-200)
    def _fill(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """After static-i18n: only the files of the language that is being built are left.

        Pages of both languages at once are made in the last pass, when both texts are rendered.
        """
        assert self.catalogue is not None
        for file in self._media:
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        if config.theme["language"] == LANGS[-1]:
            for page in self.generated.values():
                if is_parallel(page.uri):
                    files.append(_late_file(page, config))
        for file in files:
            if file.src_uri in self.generated:
                _fill_file(file, "")
                _DataPage(None, file, config)
            elif file.src_uri in _data_files():
                _fill_file(file, self._data(file.src_uri, config))
            elif _is_own_asset(file, config):
                file.content_string = compact(file.src_uri, file.content_string)
        return files

    on_files = CombinedEvent(_announce, _fill)

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """What was checked is what is rendered: no file is read, and no front matter, twice.

        The blank line keeps MkDocs from taking a first line `Tehran: …` for metadata.
        """
        assert self.catalogue is not None
        written = self.catalogue.pages.get(_place(page))
        return f"\n{written.body}" if written else "\n"

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        assert self.catalogue is not None
        lang, uri = _place(page)
        generated = self.generated.get(page.file.src_uri)
        written = self.catalogue.pages.get((lang, uri))
        shown = generated or written
        assert shown is not None  # MkDocs and the catalogue read the same folders
        page.meta = {"title": shown.title, "template": template_of(uri)}
        self.linker.page = written
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        assert self.catalogue is not None
        lang, uri = _place(page)
        html = sanitise(html) if html else html
        written = self.catalogue.pages.get((lang, uri))
        if written:
            self.search.read(written, html)
        if is_article(uri):
            self._keep_text(lang, uri, blocks_of(html))
        return html

    def _keep_text(self, lang: str, uri: str, blocks: tuple[Block, ...]) -> None:
        """Keep a text, with the anchors of the version that was rendered before it, if any was."""
        texts = self._texts.setdefault(uri, {})
        for model in texts.values():
            blocks = anchored_like(blocks, model, lang)
        texts[lang] = blocks

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Our templates escape what they print; the theme's do not, and are not written to."""
        own = Path(str(config.theme.custom_dir))
        env.autoescape = lambda name: name is not None and (own / name).is_file()
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = self._compiled
        return env

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        assert self.catalogue is not None
        lang, uri = _place(page)
        # The last pass has pages of both languages, and Material takes its words from here.
        config.theme["language"] = lang
        context.update(_common(self.editions, lang, config))
        context["href"] = _links(self.editions, lang, page.url)
        context["root"] = "../" * page.url.count("/")
        context["frame"] = self._frame(lang, page.url)
        generated = self.generated.get(page.file.src_uri)
        shown = generated or self.catalogue.pages[lang, uri]
        alternates = self._alternates(uri, config)
        context.update(shown=shown, uri=uri, alternates=alternates, city_map=self.maps[lang])
        if uri.startswith("participants/") and uri != PARTICIPANTS:
            id = uri.removeprefix("participants/").removesuffix(".md")
            context["participant"] = self.catalogue.participants[id]
        elif uri == SEARCH:
            context["register"] = register_of(self.editions[lang])
        elif uri == TIMELINE:
            edition = self.editions[lang]
            if is_divided(self.catalogue):
                context["overview"] = timeline_overview(edition)
            else:
                context.update(_timeline(edition, edition.moments_in_time, edition.years))
        elif is_year(uri):
            context.update(self._year(lang, uri))
        elif is_article(uri):
            context.update(self._article(lang, uri, alternates[lang]))
        elif is_parallel(uri):
            article = self._article_at(uri)
            rows = tuple(parallel_rows(article, lang, self._texts[article.uri]))
            context.update(article=article, rows=rows)
        return context

    def _year(self, lang: str, uri: str) -> dict[str, Any]:
        """What the page of a year is given besides."""
        edition = self.editions[lang]
        year = edition.years_by_number[year_of(uri)]
        own = [it for it in edition.years_by_number.values() if it.calendar == year.calendar]
        place = own.index(year)
        beside = (own[place - 1] if place else None, own[place + 1] if own[place + 1 :] else None)
        return {"beside": beside, **_timeline(edition, year.moments, (year,))}

    def _article_at(self, uri: str) -> Article:
        """The article of a page that is named after one."""
        assert self.catalogue is not None
        return self.catalogue.articles[uri.rpartition("/")[2].removesuffix(".md")]

    def _article(self, lang: str, uri: str, address: str) -> dict[str, Any]:
        """What the template of an article is given besides."""
        article = self._article_at(uri)
        edition = self.editions[lang]
        cited = (edition.paper(article), lang, edition.t("site.name"), address)
        parallel = parallel_uri(article)
        return {
            "article": article,
            "text": self._texts[uri][lang],
            "related": self.relations[lang].related_to(article),
            "parallel": parallel if self._is_there(lang, parallel) else None,
            "bibtex": bibtex(*cited),
            "csl": csl_json(*cited),
        }

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Only 404.html is left of MkDocs' own templates; it is shown at any depth."""
        context.update(_common(self.editions, DEFAULT_LANG, config))
        # Paths from the host's root: a mirror on another host keeps working.
        root = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        context["root"] = root
        context["href"] = _links_from(root)
        there = (uri for uri in FRAME if self._is_there(DEFAULT_LANG, uri))
        context["frame"] = {uri: root + url_of(DEFAULT_LANG, uri) for uri in there}
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return isolate_html(output, _place(page)[0])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the last language: the search index, which is of all that was rendered."""
        if self.search.is_complete and not _is_material(config):
            for path, content in self.search.files():
                write_file(content.encode(), str(Path(config.site_dir, path)))

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """404.html again, which is no page to MkDocs."""
        return isolate_html(output, DEFAULT_LANG)

    def _frame(self, lang: str, url: str) -> dict[str, str]:
        """Where header and footer lead, the same for every page of a folder."""
        folder = url.rpartition("/")[0]
        if folder not in self._frames:
            href = _links(self.editions, lang, url)
            self._frames[folder] = {uri: href(uri) for uri in FRAME if self._is_there(lang, uri)}
        return self._frames[folder]

    def _alternates(self, uri: str, config: MkDocsConfig) -> dict[str, str]:
        """The full address of each version of a page, by language."""
        assert self.catalogue is not None
        return {
            lang: absolute_url(config.site_url or "/", url_of(lang, uri))
            for lang in LANGS
            if self._is_there(lang, uri)
        }

    def _is_there(self, lang: str, uri: str) -> bool:
        assert self.catalogue is not None
        src_uri = f"{lang}/{uri}"
        is_page = (lang, uri) in self.catalogue.pages or src_uri in self.generated
        return is_page or src_uri in _data_files()

    def _data(self, src_uri: str, config: MkDocsConfig) -> str:
        """The content of a generated file that is not a page."""
        assert self.catalogue is not None
        site_url = config.site_url or "/"
        lang, name = src_uri.split("/")
        if name == FEED:
            return atom_feed(self.editions[lang], site_url)
        uris = {lang: tuple(sorted(self._uris(lang))) for lang in LANGS}
        return sitemap(self.catalogue, uris, site_url)

    def _uris(self, lang: str) -> set[str]:
        assert self.catalogue is not None
        written = {uri for page_lang, uri in self.catalogue.pages if page_lang == lang}
        return written | {page.uri for page in self.generated.values() if page.lang == lang}


class _DataPage(MkDocsPage):
    """A page made of data alone: without a text, MkDocs need not make a parser for it."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = "", get_toc([])
        self.present_anchor_ids = set()


class _CompiledTemplates(jinja2.BytecodeCache):
    """The templates the first language has compiled, for the second, which has its own Jinja."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


def _load(config: MkDocsConfig) -> Catalogue:
    """The catalogue; raises `PluginError` with every problem when there is one."""
    root = Path(config.config_file_path).parent
    catalogue, problems = check(root, drafts=_is_preview(config))
    if errors := errors_of(problems):
        listed = "\n".join(map(str, errors))
        raise PluginError(f"The content has {len(errors)} problem(s):\n{listed}")
    return catalogue


def _is_material(config: MkDocsConfig) -> bool:
    return bool(config.extra.get("shell") == "material")


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` builds: its live reload is an inline script, which our policy bars."""
    host, port = config.dev_addr
    return (config.site_url or "").startswith(f"http://{host}:{port}/")


def _switch_search_off(config: MkDocsConfig) -> None:
    """Material's search belongs to Material's shell; ours would carry its index for nobody."""
    plugin = config.plugins.get("material/search")
    if plugin is not None:
        plugin.config["enabled"] = False


def _drop_unused(files: Files, langs: tuple[str, ...], config: MkDocsConfig) -> None:
    """Leave out what no page of `langs` in our shell uses.

    That is every file that is not our own (static-i18n's sitemap), the style sheet for Material's
    shell, and the pages of the other language.
    """
    own = (config.docs_dir + os.sep, str(config.theme.custom_dir) + os.sep)
    for file in list(files):
        is_own = (file.abs_src_path or "").startswith(own)
        place = split_lang(file.src_uri)
        is_here = place is None or place[0] in langs
        if not is_own or not is_here or file.src_uri == "assets/material.css":
            files.remove(file)


def _drop_drafts(files: Files, catalogue: Catalogue) -> None:
    """Leave out the pages the catalogue does not have: drafts, unless this is a preview."""
    for file in list(files):
        place = split_lang(file.src_uri)
        if place and file.is_documentation_page() and place not in catalogue.pages:
            files.remove(file)


def _data_files() -> tuple[str, ...]:
    return (*(f"{lang}/{FEED}" for lang in LANGS), f"{DEFAULT_LANG}/{SITEMAP}")


def _plain_file(src_uri: str, config: MkDocsConfig) -> File:
    # `File.generated` has no path on disk, which static-i18n 1.3.1 cannot do without.
    return File(src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)


def _late_file(page: GeneratedPage, config: MkDocsConfig) -> File:
    """A file for static-i18n to pass by: it says itself where its page lies."""
    return File(
        f"{page.lang}/{page.uri}",
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=url_of(page.lang, page.uri),
    )


def _is_own_asset(file: File, config: MkDocsConfig) -> bool:
    own = str(config.theme.custom_dir) + os.sep
    return is_compactable(file.src_uri) and (file.abs_src_path or "").startswith(own)


def _fill_file(file: File, content: str) -> None:
    file.content_string = content
    file.generated_by = "newsroom"
    file.inclusion = InclusionLevel.NOT_IN_NAV


def _place(page: MkDocsPage) -> tuple[str, str]:
    """Language and path of a page; `theme.language` is that of the pass before."""
    place = split_lang(page.file.src_uri)
    assert place is not None  # static-i18n leaves pages of the languages only
    return place


def _common(editions: dict[str, Edition], lang: str, config: MkDocsConfig) -> dict[str, Any]:
    """What every template is given."""
    edition = editions[lang]

    def foreign(text: str) -> Markup:
        return Markup(isolate_fragment(escape(text), edition.other))

    return {
        "edition": edition,
        "editions": editions,
        "other": other_lang(lang),
        "dir_of": direction,
        "t": edition.t,
        "words": edition.words,
        "plain": lambda text: isolate_plain(text, lang),
        # Words of the other language, in an element that names it.
        "foreign": foreign,
        "foreign_words": lambda key: foreign(editions[edition.other].t(key)),
        "csp": not _is_preview(config),
        "material": _is_material(config),
        # Material's Markdown components ask for this class.
        "typeset": " md-typeset" if _is_material(config) else "",
    }


def _timeline(edition: Edition, moments: Sequence[Moment], years: Sequence[Year]) -> dict[str, Any]:
    """What a page of the timeline is given besides."""
    return {
        "years": years,
        "strip": timeline_strip(edition, moments),
        "filter": edition.filter_of(moments),
    }


def _links(editions: Mapping[str, Edition], lang: str, base: str) -> Callable[..., str]:
    """`href(target)` for the page at `base`; `in_lang` for a link to the other language."""

    def href(target: Addressed, in_lang: str = lang) -> str:
        return relative_url(url_of(in_lang, editions[in_lang].uri_of(target)), base)

    return href


def _links_from(root: str) -> Callable[..., str]:
    """`href(target)` for a page that is shown at any depth."""

    def href(target: Addressed, in_lang: str = DEFAULT_LANG) -> str:
        return root + url_of(in_lang, uri_of(target))

    return href
