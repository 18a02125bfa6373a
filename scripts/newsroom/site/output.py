"""Every page and file of a site in our own shell, as a value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.record.kept import Kept
from newsroom.site.addresses import url_of
from newsroom.site.graphics.cards import card_svg, card_uri
from newsroom.site.graphics.fonts import made_by
from newsroom.site.pages import SitePage
from newsroom.site.preview_notes import NONE, Notes
from newsroom.site.publication import outputs
from newsroom.site.search import search_files
from newsroom.site.site import Site
from newsroom.site.templates import Templates
from newsroom.site.views import Views
from newsroom.text.bidi import isolate_html
from newsroom.text.languages import DEFAULT_LANG

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site."""

    path: str
    """Below the folder of the site."""
    content: str | bytes


def site_files(
    site: Site,
    templates: Templates,
    others: Sequence[str] = (NOT_FOUND,),
    notes: Notes = NONE,
) -> Iterator[SiteFile]:
    """Yield what the site is made of besides the assets and media that lie ready in files.

    `others` are the templates that are no page of the record, `notes` what a preview tells. The
    same catalogue, settings and templates give the same files.
    """
    views = Views(site, notes)
    for page in site.pages.values():
        yield SiteFile(url_of(page.lang, page.uri), page_html(page, views, templates))
    yield from (SiteFile(name, template_html(name, views, templates)) for name in others)
    yield from data_files(site)
    for path, content in search_files(site.catalogue, site.locales, site.texts):
        yield SiteFile(path, content)


def page_html(page: SitePage, views: Views, templates: Templates) -> str:
    """A page as a browser gets it."""
    html = templates.render(page.kind.template, views.values(page))
    return isolate_html(html, page.lang)


def template_html(name: str, views: Views, templates: Templates) -> str:
    """What a template that is no page of the record makes, in the default language."""
    html = templates.render(name, views.values_at_any_depth(DEFAULT_LANG))
    return isolate_html(html, DEFAULT_LANG)


def card_files(site: Site, rules: str, kept: Kept) -> Iterator[SiteFile]:
    """Yield the share cards, made where they are not kept; `rules` are the colours of drawings."""
    for (lang, slug), card in site.cards.items():
        svg = card_svg(card, rules)
        data = kept.bytes_of(f"{svg} {made_by()}", partial(_picture, svg))
        yield SiteFile(card_uri(lang, slug), data)


def _picture(svg: str) -> bytes:
    from newsroom.site.graphics.rasters import png  # a build that makes none need not load it

    return png(svg)


def picture_files(site: Site, root: Path, kept: Kept) -> Iterator[SiteFile]:
    """Yield the images of a site in their sizes; `root` is the folder of the record.

    Raises `UnreadableError` for an image that cannot be decoded.
    """
    if site.pictures:
        from newsroom.site.renditions import rendered  # no site without images needs Pillow

        yield from (SiteFile(path, data) for path, data in rendered(site.pictures, root, kept))


def data_files(site: Site) -> Iterator[SiteFile]:
    """The files that are no pages: feeds, the sitemap, what can be taken along."""
    yield from (SiteFile(it.path, it.make()) for it in outputs(site) if it.make)
