"""The MkDocs adapter: moves data between MkDocs and the engine, and holds no rule.

`on_config` loads and checks the catalogue and makes the `Site` of it, with every text rendered.

In our own shell MkDocs copies what lies ready in files, and has no page to read or to render:
`on_post_build` writes the pages of the site as they are. In Material's shell (`extra.shell`) each
page goes through MkDocs with its text, once per language (static-i18n builds Persian, then English,
with this object), because Material's templates ask for MkDocs' own navigation and page.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import write_file

from newsroom.check.reports import Report, as_text
from newsroom.check.rules import check, check_form
from newsroom.defaults import theme_folder
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw
from newsroom.record.licence import CC_BY, Licence
from newsroom.record.loading import Loader, load_messages
from newsroom.record.problems import Problem, errors_of, say
from newsroom.site import folders
from newsroom.site.addresses import url_of
from newsroom.site.assets import compact, is_compactable, is_part, picture_rules
from newsroom.site.output import (
    NOT_FOUND,
    SiteFile,
    card_files,
    data_files,
    picture_files,
    site_files,
)
from newsroom.site.pages import SitePage
from newsroom.site.photographs import UnreadableError
from newsroom.site.preview import Preview, can_listen
from newsroom.site.preview_notes import NONE, Notes, notes_of
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.repository import Repository
from newsroom.site.site import SecurityContact, Site, SiteSettings
from newsroom.site.sitemap import SITEMAP
from newsroom.site.templates import OwnTemplates
from newsroom.site.texts import Text, TocItem
from newsroom.site.timings import ASKED, READING, TEXTS, Stopwatch
from newsroom.site.views import Views
from newsroom.text.bidi import isolate_html
from newsroom.text.languages import DEFAULT_LANG, LANGS, direction, split_lang
from newsroom.tools.browser_editor import ADMIN, FOLDER, admin_settings, read_editor

_USUALLY = gc.get_threshold()
_RARELY = 50_000
"""After so many new objects it is looked whether some hold each other: a build makes few such, and
to look after each 700 takes a twentieth of it."""


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
        """The site of the record; to be asked from `on_config` on."""
        assert self._site is not None  # `on_config` comes first
        return self._site

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site, once for both languages; leave MkDocs only what our shell does not do.

        Raises `PluginError` with every problem of the content when there is an error among them.
        """
        if self._site is None:
            gc.set_threshold(_RARELY)
            self._watch = Stopwatch()
            with self._watch.running(READING):
                catalogue = _load(config)
            gc.freeze()  # nothing of a record is garbage before the build ends
            with self._watch.running(TEXTS):
                self._site = Site(catalogue, _settings(config, catalogue.options.licence))
            gc.freeze()
            self._notes = _notes(config, self._site) if _is_preview(config) else NONE
            self._views = Views(self._site, self._notes)
        if not config.repo_url:
            config.edit_uri = None  # MkDocs warns of a path that leads from nowhere
        # Ours, not MkDocs': it has the articles' own dates.
        config.theme.static_templates.discard(SITEMAP)
        if _is_material(config):
            if config.extra.get("admin"):
                config.theme.static_templates.add(ADMIN)
        else:
            config.theme.static_templates.clear()
            _switch_off(config, "i18n", "material/search")
            # No page of our shell uses a file of the theme, and it has fourteen thousand.
            config.theme.dirs.clear()
        ours = _own_folders(config)
        config.theme.dirs[:] = [*ours, *(it for it in config.theme.dirs if it not in ours)]
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
                folders.claim(target, drafts=bool(config.extra.get("drafts")))
                self._hold = stack.pop_all()
        except folders.RefusalError as refusal:
            raise PluginError(str(refusal)) from None

    def on_build_error(self, *, error: Exception) -> None:
        """Let other builds into the folder."""
        self._let_go()

    def _let_go(self) -> None:
        gc.unfreeze()
        gc.set_threshold(*_USUALLY)
        if self._hold:
            self._hold.close()

    @event_priority(0)
    def _announce(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before static-i18n (-100): a plain file for each page, which it can move."""
        for file in files.media_files():
            if not self.site.is_published(file.src_uri):
                files.remove(file)
        if not _is_material(config):
            return Files(list(_static_files(files, config)))
        for file in files.documentation_pages():
            if file.src_uri not in self.site.pages:  # a draft
                files.remove(file)
        for src_uri in self.site.pages:
            if files.get_file_from_path(src_uri) is None:
                files.append(_plain_file(src_uri, config))
        self._media = [file for file in files if file.src_uri.startswith("media/")]
        return files

    @event_priority(-200)
    def _fill(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """After static-i18n: only the files of the language that is being built are left."""
        if _is_material(config):
            for file in self._media:
                if files.get_file_from_path(file.src_uri) is None:
                    files.append(file)
            for file in files.documentation_pages():
                shown = self.site.pages[file.src_uri]
                _FinishedPage(shown, self.site.texts.of(shown.written), file, config)
        for file in list(files):
            if is_part(file.src_uri):
                files.remove(file)
            elif _is_own_asset(file, config):
                file.content_string = compact(Path(file.src_uri).name, self.site.read_asset)
        return files

    on_files = CombinedEvent(_announce, _fill)

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Our templates are strict in Material's shell, too; see `OwnTemplates`."""
        env.trim_blocks = env.lstrip_blocks = True
        env.loader = OwnTemplates(env, _own_folders(config))
        return env

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """What our templates are given, besides what Material's are."""
        context.update(self._views.values(self._shown(page)), page=page, **_MATERIAL)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Only 404.html and the browser editor are left of MkDocs' own templates."""
        context.update(self._views.values_at_any_depth(DEFAULT_LANG), **_MATERIAL)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """The finished page with its runs of the other script isolated."""
        return isolate_html(output, self._shown(page).lang)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for a template that is no page."""
        return isolate_html(output, DEFAULT_LANG)

    def _shown(self, page: MkDocsPage) -> SitePage:
        src_uri: str = page.file.src_uri
        return self.site.pages[src_uri]

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """A rebuild that fails shows its problems; MkDocs alone would leave browsers waiting."""
        # What it would print of a rebuild that fails is told by the preview.
        logging.getLogger("mkdocs.commands.build").disabled = True
        Preview.begin(server, lambda error: _tell(error, config))
        messages = load_messages(Loader(Path(config.config_file_path).parent))
        port = int(server.server_address[1])
        if not can_listen(port):  # somebody took it while the site was built
            busy = say("port {port} cannot be used; give another with --port", port=str(port))
            sys.exit(messages.render(busy, _lang()))
        ready = say("the site is at {address}; press Ctrl+C to stop", address=server.url)
        print(messages.render(ready, _lang()), flush=True)
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hand over what is made of data; of our own shell that is every page."""
        if _is_material(config) and config.theme["language"] != LANGS[-1]:
            return
        try:
            self._write(config, self._watch.over(self._files(config)))
        except UnreadableError as error:
            root = self.site.settings.root
            raise _ContentError(_report(error.problems, root)) from None
        self.site.kept.forget_others()
        if asked := os.environ.get(ASKED):
            self._watch.write(Path(asked))
        if config.extra.get("admin"):
            for path, data in _admin_files(self.site.catalogue, config):
                write_file(data, str(Path(config.site_dir, path)))
        self._let_go()

    def _files(self, config: MkDocsConfig) -> Iterator[SiteFile]:
        site = self.site
        if _is_material(config):
            yield from data_files(site)
        else:
            yield from site_files(site, site.templates, _extra_templates(config), self._notes)
        yield from card_files(site, picture_rules(site.read_asset), site.kept)
        yield from picture_files(site, site.settings.root, site.kept)

    @staticmethod
    def _write(config: MkDocsConfig, files: Iterable[SiteFile]) -> None:
        for file in files:
            content = file.content
            data = content.encode() if isinstance(content, str) else content
            write_file(data, str(Path(config.site_dir, file.path)))


class _FinishedPage(MkDocsPage):
    """A page whose text is rendered: MkDocs need not make a parser for it."""

    def __init__(self, shown: SitePage, text: Text, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._newsroom = shown, text

    def read_source(self, config: MkDocsConfig) -> None:
        shown, _ = self._newsroom
        self.markdown = ""
        self.meta = {"title": shown.title, "template": shown.kind.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        _, text = self._newsroom
        self.content = text.content
        self.toc = TableOfContents([_anchor(item) for item in text.toc])
        self.present_anchor_ids = set()


def _anchor(item: TocItem) -> AnchorLink:
    anchor = AnchorLink(item.title, item.id, item.level)
    anchor.children.extend(map(_anchor, item.items))
    return anchor


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
        raise _ContentError(_report(errors, root))
    return catalogue


def _notes(config: MkDocsConfig, site: Site) -> Notes:
    """What the whole check has against the content that is previewed, by page."""
    root = Path(config.config_file_path).parent
    _, problems = check(root, drafts=True, kept=site.kept)
    files = read_raw(root, {problem.path for problem in problems})
    texts = {path: data.decode("utf-8-sig", "replace") for path, data in files.items()}
    return notes_of(problems, texts, site.catalogue, site.pages, load_messages(Loader(root)))


def _report(problems: Sequence[Problem], root: Path) -> Report:
    files = read_raw(root, {problem.path for problem in problems})
    texts = {path: data.decode("utf-8-sig", "replace") for path, data in files.items()}
    return Report(problems, texts, lang=_lang(), messages=load_messages(Loader(root)))


def _lang() -> str:
    """The language problems are told in; `newsroom` hands its own on."""
    return "fa" if os.environ.get("NEWSROOM_LANG") == "fa" else "en"


def _tell(error: Exception, config: MkDocsConfig) -> tuple[str, str]:
    """What keeps the site from being built: for the terminal, and as a page."""
    # MkDocs raises another error where it has printed the first.
    cause = error.__context__ if isinstance(error, Abort) else error
    lang, messages = _lang(), load_messages(Loader(Path(config.config_file_path).parent))
    title = say("the site cannot be rebuilt")
    note = say("the site replaces this page automatically once that is fixed")
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
    page = config.theme.get_env().get_template("problems.html")
    html = page.render(
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


def _own_folders(config: MkDocsConfig) -> tuple[str, ...]:
    """The folders of our templates and styles, the record's own first: its files win one by one."""
    folders = (config.theme.custom_dir, theme_folder())
    return tuple(dict.fromkeys(str(folder) for folder in folders if folder))


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` builds: its live reload is an inline script, which our policy bars."""
    host, port = config.dev_addr
    return (config.site_url or "").startswith(f"http://{host}:{port}/")


def _switch_off(config: MkDocsConfig, *names: str) -> None:
    """Take plugins out of the build that have nothing to do in our shell."""
    gone = [plugin for name, plugin in config.plugins.items() if name in names]
    for methods in config.plugins.events.values():
        methods[:] = [it for it in methods if getattr(it, "__self__", None) not in gone]


def _static_files(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """What lies ready and is no page: media, assets, what stands beside the pages of a language."""
    own = tuple(folder + os.sep for folder in (config.docs_dir, *_own_folders(config)))
    for file in files:
        is_own = (file.abs_src_path or "").startswith(own)
        if not is_own or file.is_documentation_page() or file.src_uri == "assets/material.css":
            continue
        if place := split_lang(file.src_uri):
            file.dest_uri = url_of(*place)
        yield file


def _plain_file(src_uri: str, config: MkDocsConfig) -> File:
    # `File.generated` has no path on disk, which static-i18n 1.3.1 cannot do without.
    return File(src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)


def _is_own_asset(file: File, config: MkDocsConfig) -> bool:
    own = tuple(folder + os.sep for folder in _own_folders(config))
    return is_compactable(file.src_uri) and (file.abs_src_path or "").startswith(own)


def _settings(config: MkDocsConfig, licence: Licence | None) -> SiteSettings:
    """What the site is made by."""
    options = config.mdx_configs or {}
    return SiteSettings(
        config.site_url or "/",
        MarkdownSettings(tuple(config.markdown_extensions), options),
        Repository(config.repo_url or "", config.edit_uri or ""),
        root=Path(config.config_file_path).parent,
        overrides=(Path(config.theme.custom_dir),) if config.theme.custom_dir else (),
        licence=licence or _licence(config),
        is_preview=_is_preview(config),
        offers_editions=bool(config.extra.get("editions")),
        edition_key=str(config.extra.get("edition_key") or ""),
        security=_security(config),
    )


def _security(config: MkDocsConfig) -> SecurityContact | None:
    try:
        return SecurityContact.of(config.extra.get("security"))
    except ValueError:
        hint = "give contact (https:, mailto: or tel:) and expires, a day"
        raise PluginError(f"extra.security is not understood; {hint}") from None


def _licence(config: MkDocsConfig) -> Licence:
    """That of the texts; raises `PluginError` where the settings name half of one."""
    said = config.extra.get("licence")
    if said is None:
        return CC_BY
    names = [field.name for field in fields(Licence)]
    if not isinstance(said, dict) or sorted(said) != sorted(names):
        raise PluginError(f"extra.licence needs the keys {', '.join(names)} and no others")
    return Licence(**{name: str(said[name]) for name in names})


def _extra_templates(config: MkDocsConfig) -> tuple[str, ...]:
    """The templates that are no page of the record."""
    return (NOT_FOUND, ADMIN) if config.extra.get("admin") else (NOT_FOUND,)


_MATERIAL = {
    "material": True,
    # Material's Markdown components ask for this class.
    "typeset": " md-typeset",
}
"""What the templates are told besides in Material's shell."""
