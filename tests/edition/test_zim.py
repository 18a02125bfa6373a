"""The archive for Kiwix, read with libzim."""

import hashlib
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from newsroom.edition.copies import Record, site_files
from newsroom.edition.kiwix_words import as_sought
from newsroom.edition.zim import write_zim
from newsroom.site.editions import record_name

from ..conftest import sample_record
from .copies import write_site

PAGE = '<title>{name} – سایت</title><main><h1>{name}</h1><time datetime="2024-06-21">۱ تیر</time></main>'


def packed(site: Path, target: Path) -> Archive:
    catalogue = sample_record()
    strings = catalogue.strings
    record = Record(record_name(strings), strings, catalogue.newest_day, "https://record.example/")
    write_zim(target, site, record, catalogue)
    return Archive(target)


PLACE = next(it for it in sample_record().participants.values() if it.kind == "place")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with the pages of one participant, and one that leads to it."""
    folder = write_site(tmp_path_factory.mktemp("site"))
    pages = {f"participants/{PLACE.id}.html": PLACE.name["fa"]}
    pages |= {f"en/participants/{PLACE.id}.html": PLACE.name["en"]}
    for path, name in pages.items():
        (folder / path).parent.mkdir()
        (folder / path).write_text(PAGE.format(name=name), encoding="utf-8")
    story = PAGE.format(name="دو کتاب‌خانه") + f'<a href="../participants/{PLACE.id}.html">ب</a>'
    (folder / "news/a.html").write_text(f"<main>{story}</main>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return packed(site, tmp_path_factory.mktemp("zim") / "sample.zim")


def digests(archive: Archive) -> dict[str, str]:
    """The content of every entry by its path; of a redirect, where it leads."""
    found = {}
    for number in range(archive.all_entry_count):
        entry = archive._get_entry_by_id(number)
        if entry.is_redirect:
            found[entry.path] = entry.get_redirect_entry().path
        else:
            found[entry.path] = hashlib.sha256(bytes(entry.get_item().content)).hexdigest()
    return {path: digest for path, digest in found.items() if not path.endswith("xapian")}


def test_archive_is_whole(archive: Archive) -> None:
    assert archive.check()
    assert archive.has_fulltext_index


def test_same_site_gives_the_same_entries(
    archive: Archive, site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    again = packed(site, tmp_path / "again.zim")

    assert digests(again) == digests(archive)
    assert "news/a.html" in digests(archive)
    assert capfd.readouterr().out == ""


def test_every_file_of_the_site_is_there_as_it_is(archive: Archive, site: Path) -> None:
    for path, file in site_files(site, "https://record.example/"):
        data = file if isinstance(file, bytes) else file.read_bytes()
        assert bytes(archive.get_entry_by_path(path).get_item().content) == data
    assert archive.main_entry.get_item().path == "index.html"
    for path, media_type in {
        "index.html": "text/html",
        "assets/newsroom.css": "text/css",
        "assets/icon.svg": "image/svg+xml",
    }.items():
        assert archive.get_entry_by_path(path).get_item().mimetype == media_type


def test_metadata_keeps_to_its_bounds(archive: Archive) -> None:
    told = {
        key: archive.get_metadata(key).decode() for key in archive.metadata_keys if "Ill" not in key
    }

    assert told["Language"] == "fas,eng"
    assert 0 < len(told["Title"]) <= 30
    assert 0 < len(told["Description"]) <= 80
    assert told["Date"] == str(sample_record().newest_day)
    picture = archive.get_illustration_item(48)
    assert picture.mimetype == "image/png"
    assert bytes(picture.content)[16:24] == bytes((0, 0, 0, 48)) * 2


def found(archive: Archive, query: str) -> list[str]:
    return list(Searcher(archive).search(Query().set_query(query)).getResults(0, 10))


def test_page_is_found_by_forms_it_does_not_have(archive: Archive) -> None:
    page, name = f"participants/{PLACE.id}.html", PLACE.name["fa"]
    arabic = name.translate(str.maketrans("یک", "يك"))

    for query in (name, f"{name}\u200cها", arabic, PLACE.name["en"], f"{name[:-2]}{name[-1]}"):
        assert page in found(archive, query), query
    for query in (
        "کتاب",
        "کتاب خانه",
        "كتابخانه های",
        "۱ تیر ۱۴۰۳",
        "2024-06-21",
        PLACE.name["en"],
    ):
        assert "news/a.html" in found(archive, query), query
    assert found(archive, "هیچ\u200cکجانیست") == []


def test_every_spelling_is_suggested_and_leads_to_the_page_of_the_name(archive: Archive) -> None:
    for lang, folder in (("fa", ""), ("en", "en/")):
        for spelling in PLACE.spellings(lang):
            asked = SuggestionSearcher(archive).suggest(spelling)
            entries = (archive.get_entry_by_path(it) for it in asked.getResults(0, 20))
            paths = {it.get_item().path for it in entries}
            assert f"{folder}participants/{PLACE.id}.html" in paths, spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Café", "cafe"), ("آب", "اب"), ("مسئول", "مس\u064aول"), ("علی\u200cآباد", "علی\u200cاباد")],
)
def test_text_is_folded_as_libzim_folds_a_query(text: str, expected: str) -> None:
    assert as_sought(text) == expected
