"""The site: which pages and files it has, and what they are made of.

Everything follows from the catalogue and the settings; nothing here knows the generator. What the
template of a page is given is in `site/views.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from newsroom.defaults import theme_folder
from newsroom.record.catalogue import Catalogue
from newsroom.record.images import PHOTOGRAPHS
from newsroom.record.kept import FOLDER, Kept
from newsroom.record.licence import CC_BY, Licence
from newsroom.record.staleness import Comparison
from newsroom.record.translation_status import TranslationStatus, standings_of
from newsroom.site.addresses import absolute_url, url_of
from newsroom.site.assets import Read, coloured
from newsroom.site.disagreements import Disagreements
from newsroom.site.graphics.cards import Card
from newsroom.site.locale_views import LocaleView
from newsroom.site.maps import CityMap, city_map
from newsroom.site.pages import SitePage, site_pages
from newsroom.site.photographs import Picture
from newsroom.site.places import Places
from newsroom.site.related import Relations
from newsroom.site.rendering import MarkdownSettings, render_texts
from newsroom.site.repository import NOWHERE, Repository
from newsroom.site.templates import Templates, first_of
from newsroom.text.languages import LANGS

_CONTACTS = ("https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class SecurityContact:
    """Who is told of a vulnerability of a site."""

    address: str
    """Of a page, a mailbox or a telephone: `https:`, `mailto:` or `tel:`."""
    expires: date
    """The day from which on the address is not to be relied on any more."""

    @classmethod
    def of(cls, setting: object) -> "SecurityContact | None":
        """As `extra.security` gives it; `None` for none. Raises `ValueError` for half of one."""
        if setting is None:
            return None
        values = setting if isinstance(setting, Mapping) else {}
        address, expires = values.get("contact"), values.get("expires")
        is_address = isinstance(address, str) and address.startswith(_CONTACTS)
        if not is_address or type(expires) is not date or len(values) != 2:
            raise ValueError(setting)
        return cls(str(address), expires)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What `mkdocs.yml` says of a site."""

    site_url: str
    markdown: MarkdownSettings
    repository: Repository = NOWHERE
    root: Path = Path()
    """The folder of the record, where its images lie."""
    overrides: tuple[Path, ...] = ()
    """The folders of its own templates and styles, whose files stand for the engine's."""
    licence: Licence = CC_BY
    """That of the texts and the data."""
    is_preview: bool = False
    """Whether it is served by `newsroom serve`, whose live reload is an inline script."""
    offers_editions: bool = False
    """Whether `newsroom edition` will put the whole record as files beside the pages."""
    edition_key: str = ""
    """The public key that signs them, as readers are given it."""
    security: SecurityContact | None = None


class Site:
    """A record as it is published; its lists are made when first asked for."""

    def __init__(self, catalogue: Catalogue, settings: SiteSettings) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.pages: Mapping[str, SitePage] = {page.src_uri: page for page in site_pages(catalogue)}
        """By their paths below `docs/`."""
        self.texts = render_texts(catalogue, self.pages.values(), settings.markdown)
        self.locales = {lang: LocaleView(catalogue, lang, self.texts) for lang in LANGS}
        self.disagreements = {lang: Disagreements(it) for lang, it in self.locales.items()}
        self.places = {lang: Places(locale) for lang, locale in self.locales.items()}

    def is_there(self, lang: str, uri: str) -> bool:
        """Whether a page lies at a path below `docs/<lang>/`."""
        return f"{lang}/{uri}" in self.pages

    def alternates(self, uri: str) -> dict[str, str]:
        """The full address of each version of a page, by language.

        A page that stands for an article of the other language is no version of it.
        """
        there = (lang for lang in LANGS if self.is_version(lang, uri))
        return {lang: absolute_url(self.settings.site_url, url_of(lang, uri)) for lang in there}

    def is_version(self, lang: str, uri: str) -> bool:
        """Whether a page of that path says in a language what its address promises."""
        page = self.pages.get(f"{lang}/{uri}")
        return page is not None and page.is_version

    @cached_property
    def theme(self) -> tuple[Path, ...]:
        """The folders of templates and styles; of several files of a name the first counts."""
        return tuple(dict.fromkeys((*self.settings.overrides, theme_folder())))

    @cached_property
    def templates(self) -> Templates:
        """Those of our own page shell."""
        return Templates(self.theme)

    @cached_property
    def kept(self) -> Kept:
        """What an earlier build has made and this one need not."""
        return Kept(self.settings.root / FOLDER)

    def asset(self, name: str) -> bytes:
        """A file below `assets/`; one of the record stands for the engine's."""
        return first_of(self.theme, f"assets/{name}").read_bytes()

    def read_asset(self, name: str) -> str:
        """The text of such a file, in the colours of the record."""
        return self._read_asset(name)

    @cached_property
    def _read_asset(self) -> Read:
        return coloured(lambda name: self.asset(name).decode(), self.catalogue.options.colours)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The images that pages show in sizes."""
        media = self.catalogue.media
        articles = self.catalogue.articles.values()
        of_articles = {it.photograph.media for it in articles if it.photograph}
        in_texts = {
            path for path in self._targets & media.keys() if not Picture(media[path]).is_light
        }
        return tuple(Picture(media[path]) for path in sorted(of_articles | in_texts))

    def is_published(self, src_uri: str) -> bool:
        """Whether a file below `docs/` is published as it is: photographs are so in sizes only.

        One that the text of a page shows or leads to as well is published.
        """
        return not src_uri.startswith(f"{PHOTOGRAPHS}/") or src_uri in self._targets

    @cached_property
    def _targets(self) -> frozenset[str]:
        pages = (page.written for page in self.pages.values() if page.written)
        return frozenset().union(*(page.targets for page in pages))

    @cached_property
    def standings(self) -> tuple[TranslationStatus, ...]:
        """How far each page is in the other language."""
        return standings_of(self.catalogue)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison | None]:
        """By the path of a page, its original beside what its translation was made from."""
        return {status.uri: status.comparison for status in self.standings}

    @cached_property
    def relations(self) -> Mapping[str, Relations]:
        """Which articles belong together, by language."""
        return {lang: Relations(locale) for lang, locale in self.locales.items()}

    @cached_property
    def maps(self) -> Mapping[str, CityMap]:
        """The map of the cities, by language."""
        return {lang: city_map(locale) for lang, locale in self.locales.items()}

    @cached_property
    def cards(self) -> Mapping[tuple[str, str], Card]:
        """The share cards by language and slug; with an empty one, that of all other pages."""
        return {
            (lang, slug): locale.card(article)
            for lang, locale in self.locales.items()
            for slug, article in (("", None), *self.catalogue.articles.items())
            if article is None or lang in article.versions
        }
