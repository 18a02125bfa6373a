"""The record as the tree of a branch that a code host shows: Markdown pages and the story files.

Where a site is closed to readers its repository may be open. Each page lies where its source does,
`fa/news/x.md`, and leads to the others by relative paths; what is not here is on the site. There is
no front matter, which a code host prints as a table, and all of a page stands in an element of its
language and direction.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from posixpath import dirname, relpath
from typing import cast
from urllib.parse import urljoin

from markupsafe import Markup, escape

from newsroom.edition.markdown_blocks import markdown_block, markdown_line
from newsroom.record.articles import NEWS, PARTICIPANTS, Article
from newsroom.site import story_files
from newsroom.site.addresses import Addressed, page_address
from newsroom.site.article_values import article_values
from newsroom.site.output import SiteFile
from newsroom.site.page_values import Values, common_values
from newsroom.site.pages import URIS, Kind, SitePage
from newsroom.site.site import Site
from newsroom.site.timeline import is_divided
from newsroom.text.bidi import isolate_fragment, isolate_html, isolate_markdown
from newsroom.text.elements import is_remote
from newsroom.text.languages import LANGS

FRONT = "README.md"
"""What a code host shows of a folder."""
_KINDS = (Kind.HOME, Kind.ARTICLE, Kind.TIMELINE, Kind.YEAR, Kind.PARTICIPANTS, Kind.PARTICIPANT)
_PLACES = {URIS[Kind.HOME]: FRONT, NEWS: FRONT, PARTICIPANTS: f"participants/{FRONT}"}
"""Where the pages lie that are the first of a folder, below the folder of their language."""


def branch_files(site: Site) -> Iterator[SiteFile]:
    """Every file of the tree: the same for the same record and settings."""
    tree = _Tree(site)
    both = (tree.markdown(site.pages[f"{lang}/{URIS[Kind.HOME]}"], FRONT) for lang in LANGS)
    yield SiteFile(FRONT, "\n".join(both))
    for page in site.pages.values():
        if page.kind in _KINDS:
            path = branch_path(page.lang, page.uri)
            yield SiteFile(path, tree.markdown(page, path))
    for file in story_files.outputs(site):
        if file.make:
            yield SiteFile(file.path, file.make())


def branch_path(lang: str, uri: str) -> str:
    """Where the page at a path below `docs/<lang>/` lies in the tree."""
    return f"{lang}/{_PLACES.get(uri, uri)}"


class _Tree:
    """The pages of the tree, and how they lead to each other."""

    def __init__(self, site: Site) -> None:
        self._site = site
        uris = [(page.lang, page.uri) for page in site.pages.values() if page.kind in _KINDS]
        uris += [(lang, NEWS) for lang in LANGS]
        self._paths = {self._address(*place): branch_path(*place) for place in uris}

    def markdown(self, page: SitePage, path: str) -> str:
        """A page as it lies at a path of the tree."""
        lang = page.lang
        values = {**common_values(self._site, lang), **self._links(lang, path)}
        values["shown"], values["address"] = page, self._address(lang, page.uri)
        lead = partial(self._lead, values["address"], path)
        values.update(self._views[page.kind](page, lead))
        written = self._site.templates.render(f"branch/{page.kind}.html", values)
        return isolate_markdown(_parted(written), lang)

    def _address(self, lang: str, uri: str) -> str:
        return page_address(self._site.settings.site_url, lang, uri)

    def _links(self, lang: str, path: str) -> Values:
        def href(target: Addressed, in_lang: str = lang) -> str:
            uri = self._site.locales[in_lang].uri_of(target)
            return self._way(self._address(in_lang, uri), path)

        def md(text: object) -> Markup:
            html = isolate_html(isolate_fragment(str(escape(text)), lang), lang)
            return Markup(markdown_line(html, str))

        def story(article: Article, ending: str) -> str:
            return _relative(story_files.story_path(article.slug, lang, ending), path)

        return {"href": href, "md": md, "story": story, "folder": _relative("stories", path)}

    def _way(self, address: str, path: str) -> str:
        """What leads from a page of the tree to what has an address on the site."""
        page, _, anchor = address.partition("#")
        if page not in self._paths:
            return address
        # Of all that has an address within a page, events alone have it here.
        is_event = anchor in self._site.catalogue.events
        return _relative(self._paths[page], path) + (f"#{anchor}" if is_event else "")

    def _lead(self, address: str, path: str, target: str) -> str:
        """Where a link leads that a rendered text has on the page at an address."""
        if target.startswith("#"):
            return ""
        return target if is_remote(target) else self._way(urljoin(address, target), path)

    @property
    def _views(self) -> Mapping[Kind, Callable[[SitePage, Callable[[str], str]], Values]]:
        return {
            Kind.HOME: lambda page, lead: {},
            Kind.ARTICLE: self._article,
            Kind.PARTICIPANTS: lambda page, lead: {},
            Kind.PARTICIPANT: lambda page, lead: {"participant": page.subject},
            Kind.TIMELINE: self._timeline,
            Kind.YEAR: self._year,
        }

    def _article(self, page: SitePage, lead: Callable[[str], str]) -> Values:
        values = article_values(self._site, cast(Article, page.subject), page.lang)
        text = values["text"]
        blocks = [Markup(markdown_block(part.block, lead)) for part in (*text.opening, *text.rest)]
        return {**values, "blocks": blocks}

    def _timeline(self, page: SitePage, lead: Callable[[str], str]) -> Values:
        years = self._site.locales[page.lang].years
        return {"years": years, "is_divided": is_divided(self._site.catalogue)}

    def _year(self, page: SitePage, lead: Callable[[str], str]) -> Values:
        years = self._site.locales[page.lang].years_by_number
        return {"years": (years[cast(int, page.subject)],)}


def _relative(path: str, here: str) -> str:
    return relpath(path, dirname(here) or ".")


def _parted(markdown: str) -> str:
    """Markdown with one empty line between blocks, as templates leave more."""
    lines = [line.rstrip() for line in markdown.strip().split("\n")]
    kept = [it for at, it in enumerate(lines) if it or lines[at - 1]]
    return "\n".join(kept)
