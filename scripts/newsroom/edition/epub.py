"""The record as a book, a volume a language: EPUB 3.3 with what EPUB Accessibility 1.1 asks to say.

A volume is made of the pages of the site by their own templates, in another frame; `xhtml.py` says
what becomes of them. The same record gives the same bytes: identifier, day and the times in the
archive follow from it. No claim of conformance is in it, which nobody but a person can make
(`decisions/0091-book.md`).
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as etree

from newsroom.edition.contents import Line, book_path, chapters, contents
from newsroom.edition.xhtml import as_xhtml, chapter
from newsroom.site.addresses import absolute_url, page_address, relative_url, url_of
from newsroom.site.assets import compact, picture_rules
from newsroom.site.editions import edition_day
from newsroom.site.graphics.covers import Cover, cover_svg
from newsroom.site.graphics.fonts import made_by
from newsroom.site.output import page_html
from newsroom.site.pages import Kind, SitePage
from newsroom.site.photographs import Picture
from newsroom.site.site import Site
from newsroom.site.templates import Templates
from newsroom.site.views import Views
from newsroom.site.xml_files import add, document
from newsroom.text.bidi import isolate_html
from newsroom.text.dates import Period

FRAME = "book"
"""The folder of templates that stand before those of the site."""
MEDIA_TYPE = "application/epub+zip"

_FOLDER = "EPUB"
_PACKAGE = f"{_FOLDER}/package.opf"
_OWN = "book/"
"""Where in the book its own pages, its style, font and cover lie; no page of a record does."""
_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_TYPES: Mapping[str, str] = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
}
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessMode", "visual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "index"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)
"""What the book offers to those who read by ear, touch or large letters (Schema.org)."""


def _day(site: Site) -> date:
    return edition_day(site.catalogue) or date(1980, 1, 1)  # the first an archive can tell of


def epub(site: Site, lang: str) -> bytes:
    """The volume of a language as a file.

    Raises `UnreadableError` for a photograph that cannot be decoded.
    """
    volume = _Volume(site, lang)
    stamp = (*_day(site).timetuple()[:3], 0, 0, 0)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in volume.files():
            entry = zipfile.ZipInfo(path, stamp)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            # The first one is read without a look at what the archive lists (OCF 3.3, 4.3).
            is_first = path == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if is_first else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book, and where the package names it."""

    path: str
    data: bytes
    properties: str = ""
    in_spine: bool = False


@dataclass
class _Volume:
    site: Site
    lang: str
    images: dict[str, str] = field(default_factory=dict)
    """The images its chapters show: by their paths on the site those in the book."""

    def __post_init__(self) -> None:
        self.locale = self.site.locales[self.lang]
        day = _day(self.site)
        self.day = Period(day, day)
        self.pages = chapters(self.site, self.lang)
        self.urls = frozenset(url_of(self.lang, page.uri) for page in self.pages)
        self.address = page_address(self.site.settings.site_url, self.lang, "index.md")
        self.identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, self.address)}"
        theme = self.site.theme
        self.templates = Templates([*(folder / FRAME for folder in theme), *theme])
        self.views = Views(self.site)
        self.colours = picture_rules(self.site.read_asset)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the archive in its order, with its content."""
        items = [*self._front(), *self._chapters(), self._own("colophon", "book.colophon")]
        items += self._materials()
        yield "mimetype", MEDIA_TYPE.encode()
        yield "META-INF/container.xml", _container().encode()
        yield _PACKAGE, self._package(items).encode()
        for item in items:
            yield f"{_FOLDER}/{item.path}", item.data

    def _front(self) -> Iterator[_Item]:
        yield self._own(
            "cover",
            "book.cover",
            alt=self.locale.t("book.cover_of", site=self.locale.t("site.name")),
        )
        yield self._own("title", "site.name")
        yield self._own("reading", "book.reading")
        yield self._own("nav", "book.contents", "nav", lines=self._lines(), landmarks=self._marks())

    def _own(self, name: str, title: str, properties: str = "", **values: object) -> _Item:
        """A page of the book that is none of the site."""
        given = {
            **self.views.values_at_any_depth(self.lang),
            "root": "../",
            "title": self.locale.t(title),
            "day": self.day,
            "address": self.address,
            "identifier": self.identifier,
        }
        html = self.templates.render(f"{name}.html", {**given, **values})
        data = as_xhtml(isolate_html(html, self.lang))
        return _Item(f"{_OWN}{name}.xhtml", data, properties, in_spine=True)

    def _lines(self) -> Iterator[Line]:
        yield Line(self.locale.t("site.name"), f"{_OWN}title.xhtml")
        yield Line(self.locale.t("book.reading"), f"{_OWN}reading.xhtml")
        yield from contents(self.site, self.lang)
        yield Line(self.locale.t("book.colophon"), f"{_OWN}colophon.xhtml")

    def _marks(self) -> Iterator[tuple[str, str, str]]:
        """What a reading system can lead to by itself: type, title and path."""
        t = self.locale.t
        yield "cover", t("book.cover"), f"{_OWN}cover.xhtml"
        yield "toc", t("book.contents"), f"{_OWN}nav.xhtml"
        yield "bodymatter", t("nav.news"), self._path(self.pages[0])
        for page in self.pages:
            type = {Kind.PARTICIPANTS: "index", Kind.GLOSSARY: "glossary"}.get(page.kind)
            if type:
                yield type, page.title, self._path(page)
        yield "colophon", t("book.colophon"), f"{_OWN}colophon.xhtml"

    def _chapters(self) -> Iterator[_Item]:
        for page in self.pages:
            html = page_html(page, self.views, self.templates)
            url = url_of(self.lang, page.uri)
            data = chapter(html, partial(self._lead, url), partial(self._show, url), self._back)
            yield _Item(self._path(page), data, "svg" if b"<svg" in data else "", in_spine=True)

    def _back(self, number: str) -> str:
        return self.locale.t("article.note_back", number=number)

    def _path(self, page: SitePage) -> str:
        return book_path(url_of(self.lang, page.uri))

    def _lead(self, base: str, target: str) -> str:
        """Where a link of the page at `base` leads: in the book, or else on the Web."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        url = normpath(join(dirname(base), unquote(parts.path)))
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        if url in self.urls:
            return relative_url(book_path(url) + anchor, book_path(base))
        asked = f"?{parts.query}" if parts.query else ""
        return absolute_url(self.site.settings.site_url, url + asked + anchor)

    def _show(self, base: str, source: str) -> str:
        """The way to an image of the page at `base`, which is in the book from now on."""
        path = normpath(join(dirname(base), unquote(source)))
        kind = PurePosixPath(path).suffix
        kind = kind if kind in _TYPES else ".jpg"
        name = self.images.setdefault(path, f"images/{len(self.images) + 1}{kind}")
        return relative_url(name, book_path(base))

    def _materials(self) -> Iterator[_Item]:
        """What chapters are shown with."""
        for path, name in self.images.items():
            yield _Item(name, self._image(path))
        style = f"{compact('styles/book.css', self.site.read_asset)}{self.colours}\n"
        yield _Item(f"{_OWN}book.css", style.encode())
        yield _Item(f"{_OWN}vazirmatn.woff2", self.site.asset("fonts/vazirmatn.woff2"))
        yield _Item(f"{_OWN}cover.png", self._cover(), "cover-image")

    def _image(self, path: str) -> bytes:
        """An image as pages show it; as JPEG where it is of a kind books do not have."""
        media = self.site.catalogue.media
        if path in media and PurePosixPath(path).suffix in _TYPES:
            return (self.site.settings.root / media[path].path).read_bytes()
        from newsroom.site.renditions import rendition  # no book without images needs Pillow

        shown = {**media, **{Picture(it).fallback.path: it for it in media.values()}}
        fallback = Picture(shown[path]).fallback
        return rendition(fallback, self.site.settings.root, self.site.kept)

    def _cover(self) -> bytes:
        from newsroom.site.graphics.rasters import png

        t, names = self.locale.t, self.site.catalogue.strings
        edition = t("book.edition", date=self.locale.date(self.day))
        cover = Cover(
            self.lang,
            t("site.name"),
            names[self.locale.other]["site.name"],
            (t("site.tagline"), edition),
            self.site.maps[self.lang].cities,
        )
        land = self.templates.render("partials/outline.html", {})
        svg = cover_svg(cover, self.colours, land)
        return self.site.kept.bytes_of(f"{svg} {made_by()}", partial(png, svg))

    def _package(self, items: Sequence[_Item]) -> str:
        """The package document (EPUB 3.3, 5)."""
        root = etree.Element(
            "package",
            {
                "xmlns": _OPF,
                "version": "3.0",
                "unique-identifier": "id",
                "xml:lang": self.lang,
                "dir": self.locale.dir,
            },
        )
        self._add_metadata(add(root, "metadata", **{"xmlns:dc": _DC}))
        manifest = add(root, "manifest")
        spine = add(root, "spine", **{"page-progression-direction": self.locale.dir})
        for number, item in enumerate(items, 1):
            id, type = f"i{number}", _TYPES[PurePosixPath(item.path).suffix]
            named = {"id": id, "href": item.path, "media-type": type}
            add(
                manifest,
                "item",
                **named,
                **({"properties": item.properties} if item.properties else {}),
            )
            if item.in_spine:
                add(spine, "itemref", idref=id)
        return document(root)

    def _add_metadata(self, metadata: etree.Element) -> None:
        t = self.locale.t
        add(metadata, "dc:identifier", self.identifier, id="id")
        for name, text in (
            ("title", t("book.title", site=t("site.name"))),
            ("language", self.lang),
            ("creator", t("site.name")),
            ("publisher", t("site.name")),
            ("description", t("site.tagline")),
            ("date", str(self.day.start)),
            ("rights", t("footer.licence")),
            ("source", self.address),
        ):
            add(metadata, f"dc:{name}", text)
        facts = (("dcterms:modified", f"{self.day.start}T00:00:00Z"), *_ACCESS)
        for name, text in (*facts, ("schema:accessibilitySummary", t("book.accessibility"))):
            add(metadata, "meta", text, property=name)


def _container() -> str:
    """Where in the archive the package is (OCF 3.3, 4.2.6.3.1)."""
    root = etree.Element("container", {"xmlns": _CONTAINER, "version": "1.0"})
    named = {"full-path": _PACKAGE, "media-type": "application/oebps-package+xml"}
    add(add(root, "rootfiles"), "rootfile", **named)
    return document(root)
