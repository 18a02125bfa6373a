"""The archive for Kiwix, read with libzim."""

import hashlib
from pathlib import Path
from urllib.parse import urljoin

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from lxml import html

from newsroom.edition.copies import Record, site_files
from newsroom.edition.kiwix_words import as_sought
from newsroom.edition.zim import write_zim
from newsroom.site.editions import record_name

from ..conftest import sample_record
from .copies import write_site


def packed(site: Path, target: Path) -> Archive:
    catalogue = sample_record()
    strings = catalogue.strings
    record = Record(record_name(strings), strings, catalogue.newest_day, "https://record.example/")
    write_zim(target, site, record, catalogue)
    return Archive(target)


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
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "site")

    one, other = (packed(site, tmp_path / name) for name in ("one.zim", "other.zim"))

    assert digests(one) == digests(other)
    assert "news/a.html" in digests(one)
    assert capfd.readouterr().out == ""


def test_every_file_of_the_site_is_there_as_it_is(archive: Archive, site: Path) -> None:
    for path, file in site_files(site):
        assert bytes(archive.get_entry_by_path(path).get_item().content) == file.read_bytes()
    assert archive.main_entry.get_item().path == "index.html"
    for path, media_type in {
        "index.html": "text/html",
        "assets/newsroom.js": "text/javascript",
        "assets/newsroom.css": "text/css",
        "feed.xml": "application/xml",
    }.items():
        assert archive.get_entry_by_path(path).get_item().mimetype == media_type


def test_every_link_of_a_page_leads_to_an_entry(archive: Archive, site: Path) -> None:
    broken = []
    for path, file in site_files(site):
        if file.suffix != ".html" or path == "404.html":  # it is for hosts: its paths are theirs
            continue
        for _, _, link, _ in html.fromstring(file.read_bytes()).iterlinks():
            target = urljoin(f"zim://x/{path}", link).split("#")[0].split("?")[0]
            if target.startswith("zim://x/") and not archive.has_entry_by_path(target[8:]):
                broken.append((path, link))

    assert [it for it in broken if "assets/cards/" not in it[1]] == []


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
    place = next(it for it in sample_record().participants.values() if it.kind == "place")
    page = f"participants/{place.id}.html"
    name = place.name["fa"]

    for query in (name, f"{name}‌ها", name.translate(str.maketrans("یک", "يك")), place.name["en"]):
        assert page in found(archive, query), query
    assert found(archive, "هیچ‌کجانیست") == []


def test_every_spelling_is_suggested_and_leads_to_the_page_of_the_name(archive: Archive) -> None:
    for entry in sample_record().participants.values():
        for lang, folder in (("fa", ""), ("en", "en/")):
            for spelling in entry.spellings(lang):
                asked = SuggestionSearcher(archive).suggest(spelling)
                entries = (archive.get_entry_by_path(it) for it in asked.getResults(0, 20))
                paths = {it.get_item().path for it in entries}
                assert f"{folder}participants/{entry.id}.html" in paths, spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Café", "cafe"), ("آب", "اب"), ("مسئول", "مس\u064aول"), ("علی\u200cآباد", "علی\u200cاباد")],
)
def test_text_is_folded_as_libzim_folds_a_query(text: str, expected: str) -> None:
    assert as_sought(text) == expected
