"""The book: an archive a reading system takes, in which every link leads somewhere."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import pytest
from lxml import etree

from newsroom.edition.epub import epub
from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import page_address
from newsroom.site.editions import edition_day
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS, direction, other_lang

from ..conftest import ORIGINAL, SAMPLE, WriteRecord, sample_record
from ..pages import SITE_URL

EXTENSIONS = ("attr_list", "footnotes", "toc", "pymdownx.details")
SITE = Site(sample_record(), SiteSettings(SITE_URL, MarkdownSettings(EXTENSIONS), root=SAMPLE))
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Volume = Mapping[str, bytes]
"""The files of a book by path, in the order of the archive."""


@pytest.fixture(scope="module")
def archives() -> Mapping[str, bytes]:
    return {lang: epub(SITE, lang) for lang in LANGS}


@pytest.fixture(scope="module", params=LANGS)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def volume(lang: str, archives: Mapping[str, bytes]) -> Volume:
    with zipfile.ZipFile(BytesIO(archives[lang])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def package(volume: Volume) -> etree._Element:
    return etree.fromstring(volume["EPUB/package.opf"])


@pytest.fixture(scope="module")
def documents(volume: Volume) -> Mapping[str, etree._Element]:
    found = (it for it in volume if it.endswith(".xhtml"))
    return {path: etree.fromstring(volume[path]) for path in found}


def text_of(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def linked(documents: Mapping[str, etree._Element]) -> Iterator[tuple[str, str]]:
    """Every link and image, with the document it stands in."""
    for path, document in documents.items():
        for element in document.iter(f"{HTML}a", f"{HTML}img", f"{HTML}link"):
            yield path, element.get("href") or element.get("src") or ""


def resolved(path: str, address: str) -> tuple[str, str]:
    """The file in the archive an address leads to from a document, and its anchor."""
    parts = urlsplit(address)
    file = normpath(join(dirname(path), parts.path)) if parts.path else path
    return file, parts.fragment


def test_archive_begins_with_its_kind_and_is_dated_by_the_record(
    archives: Mapping[str, bytes], lang: str
) -> None:
    with zipfile.ZipFile(BytesIO(archives[lang])) as archive:
        first, *others = archive.infolist()

    day = edition_day(SITE.catalogue)
    assert archives[lang][30:58] == b"mimetypeapplication/epub+zip"
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {it.compress_type for it in others} == {zipfile.ZIP_DEFLATED}
    assert {it.date_time for it in (first, *others)} == {(day.year, day.month, day.day, 0, 0, 0)}
    assert len({it.filename for it in others}) == len(others)


def test_same_record_gives_the_same_bytes(archives: Mapping[str, bytes]) -> None:
    assert epub(SITE, "fa") == archives["fa"]


def test_manifest_names_every_file_once_and_the_spine_every_document(
    volume: Volume, package: etree._Element
) -> None:
    container = etree.fromstring(volume["META-INF/container.xml"])
    items = list(package.iter(f"{OPF}item"))
    named = {it.get("id"): f"EPUB/{it.get('href')}" for it in items}
    spine = [named[it.get("idref")] for it in package.iter(f"{OPF}itemref")]

    assert [it.get("full-path") for it in container.iter() if it.get("full-path")] == [
        "EPUB/package.opf"
    ]
    assert len(named) == len(items)
    assert list(named.values()) == [it for it in volume if it.startswith("EPUB/")][1:]
    assert spine == [it for it in named.values() if it.endswith(".xhtml")]
    for item in items:
        data, properties = volume[named[item.get("id")]], item.get("properties")
        if item.get("media-type") == "application/xhtml+xml":
            assert (properties == "svg") == (b"<svg" in data), item.get("href")
    assert [it.get("properties") for it in items if it.get("properties") not in (None, "svg")] == [
        "nav",
        "cover-image",
    ]


def test_package_says_what_the_book_is_and_how_it_can_be_read(
    package: etree._Element, lang: str
) -> None:
    facts: dict[str, list[str]] = {}
    for meta in package.iter(f"{OPF}meta"):
        facts.setdefault(str(meta.get("property")), []).append(meta.text or "")
    spine = next(package.iter(f"{OPF}spine"))

    assert package.get(XML_LANG) == lang
    assert spine.get("page-progression-direction") == direction(lang)
    assert [it.text for it in package.iter(f"{DC}language")] == [lang]
    assert [it.text for it in package.iter(f"{DC}source")] == [
        page_address(SITE_URL, lang, "index.md")
    ]
    assert next(package.iter(f"{DC}rights")).text == SITE.locales[lang].t("footer.licence")
    assert facts["dcterms:modified"] == [f"{edition_day(SITE.catalogue)}T00:00:00Z"]
    assert {"textual", "visual"} == set(facts["schema:accessMode"])
    assert {"alternativeText", "tableOfContents"} < set(facts["schema:accessibilityFeature"])
    assert facts["schema:accessibilityHazard"] == ["none"]
    assert facts["schema:accessibilitySummary"] == [SITE.locales[lang].t("book.accessibility")]


def test_volumes_are_two_books(archives: Mapping[str, bytes]) -> None:
    ids = set()
    for data in archives.values():
        with zipfile.ZipFile(BytesIO(data)) as archive:
            package = etree.fromstring(archive.read("EPUB/package.opf"))
        ids.add(next(package.iter(f"{DC}identifier")).text)

    assert len(ids) == len(LANGS)
    assert all(str(it).startswith("urn:uuid:") for it in ids)


def test_every_document_says_its_language_and_direction(
    documents: Mapping[str, etree._Element], lang: str
) -> None:
    for path, document in documents.items():
        for element in (document, document[-1]):
            assert (element.get("lang"), element.get(XML_LANG)) == (lang, lang), path
            assert element.get("dir") == direction(lang), path
        for element in document.iter():
            assert element.get(XML_LANG) == element.get("lang"), path


def test_no_document_asks_for_anything_a_book_has_not(
    documents: Mapping[str, etree._Element],
) -> None:
    for path, document in documents.items():
        ids = [it.get("id") for it in document.iter() if it.get("id")]
        tags = {etree.QName(it).localname for it in document.iter()}
        assert len(ids) == len(set(ids)), path
        assert not tags & {"script", "style", "details", "input", "picture", "source"}, path
        assert not any(key in it.attrib for it in document.iter() for key in ("style", "srcset"))
        assert len(list(document.iter(f"{HTML}h1"))) == 1, path
        assert all(it.get("alt") for it in document.iter(f"{HTML}img")), path
        assert all(it.get("aria-label") and it.get("viewBox") for it in document.iter(f"{SVG}svg"))


def test_every_link_leads_to_a_place_in_the_book_or_to_the_web(
    volume: Volume, documents: Mapping[str, etree._Element], lang: str
) -> None:
    ids = {path: {it.get("id") for it in tree.iter()} for path, tree in documents.items()}
    known = {page_address(SITE_URL, lang, page.uri) for page in SITE.pages.values()}
    inside, outside = set(), set()

    for path, address in linked(documents):
        if urlsplit(address).scheme:
            outside.add(address.partition("#")[0])
            continue
        file, anchor = resolved(path, address)
        inside.add(file)
        assert file in volume, (path, address)
        assert not anchor or anchor in ids[file], (path, address)

    reports = {f"EPUB/{it}" for it in ids if "/news/" in it}
    assert {path for path in documents if "/news/" in path} <= inside, reports
    assert {path for path in documents if "/participants/" in path} <= inside
    # What is in the book is never looked for on the Web.
    chapters = {it.removeprefix("EPUB/").replace(".xhtml", ".html") for it in documents}
    home = page_address(SITE_URL, lang, "index.md")
    assert not {f"{SITE_URL}{it}" for it in chapters} & outside
    assert {it for it in outside if it.startswith(SITE_URL)} <= {
        home,
        *known,
        *(page_address(SITE_URL, other_lang(lang), page.uri) for page in SITE.pages.values()),
    }


def test_table_of_contents_has_every_report_under_its_year(
    documents: Mapping[str, etree._Element], lang: str
) -> None:
    toc, landmarks = documents["EPUB/book/nav.xhtml"].iter(f"{HTML}nav")
    depth = max(len(list(it.iterancestors(f"{HTML}ol"))) for it in toc.iter(f"{HTML}li"))
    found = {resolved("EPUB/book/nav.xhtml", it.get("href", ""))[0] for it in toc.iter(f"{HTML}a")}
    titles = [text_of(it) for it in toc.iter(f"{HTML}a")]

    assert (toc.get(TYPE), depth) == ("toc", 3)
    assert {path for path in documents if "/news/" in path} <= found
    assert [view.title for view in SITE.locales[lang].news] == [
        it for it in titles if it in {view.title for view in SITE.locales[lang].news}
    ]
    assert landmarks.get(TYPE) == "landmarks"
    assert [it.get(TYPE) for it in landmarks.iter(f"{HTML}a")] == [
        "cover",
        "toc",
        "bodymatter",
        "index",
        "glossary",
        "colophon",
    ]


def test_notes_are_those_of_books_and_lead_back(documents: Mapping[str, etree._Element]) -> None:
    kinds = set()
    for path, document in documents.items():
        by_id = {it.get("id"): it for it in document.iter() if it.get("id")}
        references = [it for it in document.iter(f"{HTML}a") if it.get(TYPE) == "noteref"]
        notes = [it for it in document.iter(f"{HTML}aside") if it.get(TYPE) == "footnote"]
        assert [by_id[str(it.get("href"))[1:]] for it in references] == notes, path
        for note in notes:
            (back,) = (it for it in note.iter(f"{HTML}a") if it.get("role") == "doc-backlink")
            there = by_id[str(back.get("href"))[1:]]
            assert there in references or next(iter(there)) in references
            assert note.get("role") == "doc-footnote"
            assert back.get("aria-label")
            kinds.add(PurePosixPath(path).parent.name)
    assert kinds == {"news", "guide"}  # the notes of the editors, and those of Markdown


def test_chapter_says_what_the_page_of_the_site_says(
    documents: Mapping[str, etree._Element], lang: str
) -> None:
    for view in SITE.locales[lang].news:
        prefix = "" if lang == "fa" else "en/"
        chapter = text_of(documents[f"EPUB/{prefix}news/{view.article.slug}.xhtml"])
        for block in SITE.texts.blocks_of(view.article)[lang]:
            if not block.is_note:
                piece = etree.HTML(block.html)
                assert text_of(piece) in chapter
        graphic = SITE.locales[lang].graphic(view.article)
        if view.article.photograph:
            assert view.article.photograph.caption[lang] in chapter
        elif graphic:
            assert graphic.caption in chapter


def test_photograph_is_a_jpeg_in_the_book(
    volume: Volume, documents: Mapping[str, etree._Element], package: etree._Element
) -> None:
    (path,) = (it for it in documents if it.endswith("news/mayors-meet.xhtml"))
    (image,) = documents[path].iter(f"{HTML}img")
    file, _ = resolved(path, str(image.get("src")))
    types = {f"EPUB/{it.get('href')}": it.get("media-type") for it in package.iter(f"{OPF}item")}

    assert types[file] == "image/jpeg"
    assert volume[file].startswith(b"\xff\xd8\xff")


def test_no_draft_is_in_the_book(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("title:", "draft: true\ntitle:").replace("spoke", "spoke xyzzy")
    root = write_record({"docs/en/news/kavan-draft.md": draft})
    catalogue, _ = Catalogue.load(root)

    book = epub(Site(catalogue, SITE.settings), "en")

    with zipfile.ZipFile(BytesIO(book)) as archive:
        whole = b"".join(map(archive.read, archive.namelist()))
        names = archive.namelist()
    assert "EPUB/en/news/kavan-meeting.xhtml" in names
    assert b"xyzzy" not in whole
    assert b"kavan-draft" not in whole
