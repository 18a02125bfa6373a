"""The MkDocs door: moves data between MkDocs and the rooms, and holds no rule.

Order of a build, once per language (static-i18n builds Persian, then English, with this object):

1.  `on_config` loads and checks the catalogue, makes the `Site` of it, once, and registers the
    mention linker.
2.  `on_files` *announces* a plain `File` for every generated page (before static-i18n, which moves
    them to their language), then *fills* those that survived (after it).
3.  `on_page_markdown` tells the linker which page is rendered; `on_page_content` sanitises.
4.  `on_page_context` hands the page's values to its template; `on_post_page` isolates bidi runs.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import CodeType
from typing import Any, cast
from urllib.parse import urlsplit

import jinja2
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_theme_dir, write_file

from newsroom.publish import folders
from newsroom.publish.addresses import url_of
from newsroom.publish.admin import ADMIN, FOLDER, admin_settings, read_editor
from newsroom.publish.assets import compact, is_compactable, is_part
from newsroom.publish.feeds import SITEMAP
from newsroom.publish.images import with_sizes
from newsroom.publish.mentions import load_extensions
from newsroom.publish.pages import Kind, SitePage
from newsroom.publish.preview import Preview
from newsroom.publish.repository import Repository
from newsroom.publish.sanitise import sanitise
from newsroom.publish.site import Site
from newsroom.publish.templates import OwnTemplates
from newsroom.publish.views import Views
from newsroom.record.catalogue import Catalogue, load_messages
from newsroom.record.files import read_raw
from newsroom.record.problems import errors_of, say
from newsroom.review.reports import Report, as_text
from newsroom.review.rules import check_form
from newsroom.text.bidi import isolate_html
from newsroom.text.languages import DEFAULT_LANG, LANGS, direction, split_lang


class NewsroomPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs has few types
    """One object for the whole build; `site` is `None` until the first language asks.

    `on_startup` and `on_shutdown` must not be defined: MkDocs would keep the object, and with it
    yesterday's record, between the rebuilds of `mkdocs serve`.
    """

    _site: Site | None = None
    _hold: ExitStack | None = None
    """What keeps other builds away from the folder of the site."""

    @property
    def site(self) -> Site:
        assert self._site is not None  # `on_config` comes first
        return self._site

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self._site is None:
            repository = Repository(config.repo_url or "", config.edit_uri or "")
            self._site = Site(_load(config), config.site_url or "/", repository)
            self._views = Views(self._site)
            self._compiled = _CompiledTemplates()
            # MkDocs hands names and objects on to Python-Markdown alike, but declares names only.
            own = (self.site.linker, self.site.rendering)
            extensions: list[Any] = [*config.markdown_extensions, *own]
            settings = config.mdx_configs or {}
            config.markdown_extensions[:] = cast(Any, load_extensions(extensions, settings))
        if not config.repo_url:
            config.edit_uri = None  # MkDocs warns of a path that leads from nowhere
        if config.extra.get("admin"):
            config.theme.static_templates.add(ADMIN)
        # Ours, not MkDocs': `on_files` makes it with the articles' own dates.
        config.theme.static_templates.discard(SITEMAP)
        if not _is_material(config):
            _switch_search_off(config)
            # No page of our shell uses a file of the theme, and it has fourteen thousand.
            theme = get_theme_dir(str(config.theme.name))
            config.theme.dirs[:] = [folder for folder in config.theme.dirs if folder != theme]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Before MkDocs empties the folder of the site: it has to be ours, and nobody else's now.

        The preview builds in a folder of its own, and `newsroom build` has seen to it already.
        """
        if self._hold or _is_preview(config) or os.environ.get(folders.HELD) == "true":
            return
        target, root = Path(config.site_dir), Path(config.config_file_path).parent
        try:
            folders.refuse_foreign(target, root)
            with ExitStack() as stack:
                stack.enter_context(folders.held(target))
                folders.claim(target)
                self._hold = stack.pop_all()
        except folders.RefusalError as refusal:
            raise PluginError(str(refusal)) from None

    def on_build_error(self, *, error: Exception) -> None:
        self._let_go()

    def _let_go(self) -> None:
        if self._hold:
            self._hold.close()

    @event_priority(0)
    def _announce(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before static-i18n (-100): plain files, which it can move; files nobody uses go."""
        langs: tuple[str, ...] = LANGS
        if not _is_material(config):
            # Set by static-i18n for this pass. It would move the other language's files, too, and
            # leave them out; its path logic is the dearest part of finding files.
            langs = (str(config.theme["language"]),)
            _drop_unused(files, langs, config)
        _drop_drafts(files, self.site)
        made = (page for page in self.site.pages.values() if not page.written)
        pages = (page.src_uri for page in made if page.kind is not Kind.PARALLEL)
        for src_uri in (*pages, *self.site.data_files):
            if src_uri.startswith(langs) and files.get_file_from_path(src_uri) is None:
                files.append(_plain_file(src_uri, config))
        self._media = [file for file in files if file.src_uri.startswith("media/")]
        return files

    @event_priority(-200)
    def _fill(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """After static-i18n: only the files of the language that is being built are left.

        Pages of both languages at once are made in the last pass, when both texts are rendered.
        """
        for file in self._media:
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        if config.theme["language"] == LANGS[-1]:
            for page in self.site.pages.values():
                if page.kind is Kind.PARALLEL:
                    files.append(_late_file(page, config))
        for file in list(files):
            shown = self.site.pages.get(file.src_uri)
            if is_part(file.src_uri):
                files.remove(file)
            elif shown and not shown.written:
                _fill_file(file, "")
                _DataPage(None, file, config)
            elif content := self.site.data_files.get(file.src_uri):
                _fill_file(file, content())
            elif _is_own_asset(file, config):
                file.content_string = compact(Path(file.src_uri).name, _beside(file))
        return files

    on_files = CombinedEvent(_announce, _fill)

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """What was checked is what is rendered: no file is read, and no front matter, twice.

        The blank line keeps MkDocs from taking a first line `Tehran: …` for metadata.
        """
        written = self._shown(page).written
        return f"\n{written.body}" if written else "\n"

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        shown = self._shown(page)
        page.meta = {"title": shown.title, "template": shown.kind.template}
        self.site.rendering.lang = shown.lang
        self.site.linker.page = shown.written
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        html = with_sizes(sanitise(html), self.site.catalogue.media) if html else html
        self.site.keep(self._shown(page), html)
        return html

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = self._compiled
        env.loader = OwnTemplates(env, Path(str(config.theme.custom_dir)))
        return env

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        shown = self._shown(page)
        # The last pass has pages of both languages, and Material takes its words from here.
        config.theme["language"] = shown.lang
        context.update(_settings(config), **self._views.values(shown))
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Only 404.html is left of MkDocs' own templates."""
        context.update(_settings(config), **self._views.values_at_any_depth(DEFAULT_LANG))
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return isolate_html(output, self._shown(page).lang)

    def _shown(self, page: MkDocsPage) -> SitePage:
        src_uri: str = page.file.src_uri
        return self.site.pages[src_uri]

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """404.html again, which is no page to MkDocs."""
        return isolate_html(output, DEFAULT_LANG)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """A rebuild that fails shows its problems; MkDocs alone would leave browsers waiting."""
        # What it would print of a rebuild that fails is told by the preview.
        logging.getLogger("mkdocs.commands.build").disabled = True
        Preview.begin(server, lambda error: _tell(error, config))
        messages = load_messages(Path(config.config_file_path).parent)
        ready = say("the site is at {address}; Ctrl+C ends it", address=server.url)
        print(messages.render(ready, _lang()), flush=True)
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The search index, which is of all that was rendered; what the browser editor needs."""
        if self.site.search.is_complete and not _is_material(config):
            for path, content in self.site.search.files():
                write_file(content.encode(), str(Path(config.site_dir, path)))
        if config.extra.get("admin"):
            for path, data in _admin_files(self.site.catalogue, config):
                write_file(data, str(Path(config.site_dir, path)))
        if self.site.search.is_complete:
            self._let_go()


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


class _ContentError(PluginError):
    """What is wrong with the content, in the language that was asked for."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.summary}\n{as_text(report)}")
        self.report = report


def _load(config: MkDocsConfig) -> Catalogue:
    """The catalogue; raises an error with every problem when there is one."""
    root = Path(config.config_file_path).parent
    drafts = _is_preview(config) or bool(config.extra.get("drafts"))
    catalogue, problems = check_form(root, drafts=drafts)
    if errors := errors_of(problems):
        files = read_raw(root, {problem.path for problem in errors})
        texts = {path: data.decode("utf-8-sig", "replace") for path, data in files.items()}
        raise _ContentError(Report(errors, texts, lang=_lang(), messages=load_messages(root)))
    return catalogue


def _lang() -> str:
    """The language problems are told in; `newsroom` hands its own on."""
    return "fa" if os.environ.get("NEWSROOM_LANG") == "fa" else "en"


def _tell(error: Exception, config: MkDocsConfig) -> tuple[str, str]:
    """What keeps the site from being built: for the terminal, and as a page."""
    # MkDocs raises another error where it has printed the first.
    cause = error.__context__ if isinstance(error, Abort) else error
    lang, messages = _lang(), load_messages(Path(config.config_file_path).parent)
    title = say("the site cannot be built anew")
    note = say("this page gives way to the site by itself when that is put right")
    problems, text = [], str(cause or error)
    if isinstance(cause, _ContentError):
        report = cause.report
        problems = [
            {
                "place": f"{problem.path}:{problem.line}",
                "message": report.tell(problem.message),
                "hint": report.tell(problem.hint),
            }
            for problem in report.problems
        ]
    env = config.theme.get_env()
    env.loader = OwnTemplates(env, Path(str(config.theme.custom_dir)))
    html = env.get_template("problems.html").render(
        lang=lang,
        dir=direction(lang),
        base=urlsplit(config.site_url or "/").path,
        title=messages.render(title, lang),
        note=messages.render(note, lang),
        problems=problems,
        text=text,
    )
    return f"{messages.render(title, lang)}\n{text}", html


def _admin_files(catalogue: Catalogue, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The files of the browser editor but its page, which is a template."""
    yield from admin_settings(catalogue, urlsplit(config.repo_url or "").path.strip("/"))
    try:
        yield from read_editor(Path(config.config_file_path).parent / FOLDER)
    except OSError as error:
        hint = "run `make admin`, or switch extra.admin off"
        raise PluginError(f"the browser editor lacks '{error.filename}'; {hint}") from error


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


def _drop_drafts(files: Files, site: Site) -> None:
    """Leave out the pages the site does not have: drafts, unless this is a preview."""
    for file in files.documentation_pages():
        if split_lang(file.src_uri) and file.src_uri not in site.pages:
            files.remove(file)


def _plain_file(src_uri: str, config: MkDocsConfig) -> File:
    # `File.generated` has no path on disk, which static-i18n 1.3.1 cannot do without.
    return File(src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)


def _late_file(page: SitePage, config: MkDocsConfig) -> File:
    """A file for static-i18n to pass by: it says itself where its page lies."""
    return File(
        page.src_uri,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=url_of(page.lang, page.uri),
    )


def _is_own_asset(file: File, config: MkDocsConfig) -> bool:
    own = str(config.theme.custom_dir) + os.sep
    return is_compactable(file.src_uri) and (file.abs_src_path or "").startswith(own)


def _beside(file: File) -> Callable[[str], str]:
    """What reads the files below the folder of `file`, by path."""
    folder = Path(str(file.abs_src_path)).parent
    return lambda name: (folder / name).read_text(encoding="utf-8")


def _fill_file(file: File, content: str) -> None:
    file.content_string = content
    file.generated_by = "newsroom"
    file.inclusion = InclusionLevel.NOT_IN_NAV


def _settings(config: MkDocsConfig) -> dict[str, Any]:
    """What every template is told of the settings."""
    is_material = _is_material(config)
    return {
        "csp": not _is_preview(config),
        "material": is_material,
        # Material's Markdown components ask for this class.
        "typeset": " md-typeset" if is_material else "",
    }
