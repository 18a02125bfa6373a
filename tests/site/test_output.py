"""The pages and files of a site, as values."""

import shutil
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from newsroom.record.catalogue import Catalogue
from newsroom.site.output import SiteFile, site_files
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.site.templates import Templates

from ..conftest import ROOT, SOURCE, WriteRecord

OVERRIDES = ROOT / "overrides"
SETTINGS = SiteSettings("https://record.example/", MarkdownSettings(("attr_list", "toc")))


def files_of(root: Path, templates: Path = OVERRIDES) -> list[SiteFile]:
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    return list(site_files(Site(catalogue, SETTINGS), Templates([templates])))


def test_every_page_and_file_is_given_once(write_record: WriteRecord) -> None:
    paths = [file.path for file in files_of(write_record())]

    assert len(paths) == len(set(paths))
    assert {
        "index.html",
        "en/index.html",
        "news/kavan-meeting.html",
        "en/parallel/kavan-meeting.html",
        "en/participants/kavan.html",
        "404.html",
        "feed.xml",
        "en/corrections.xml",
        "sitemap.xml",
        "search/tables.js",
        "search/en/index.js",
    } <= set(paths)


def test_same_record_gives_the_same_files(write_record: WriteRecord) -> None:
    root = write_record()

    assert files_of(root) == files_of(root)


def test_archived_copy_of_a_source_stands_beside_its_address(write_record: WriteRecord) -> None:
    address, copy = "https://a.example/report", "https://archive.example/2024/a.example/report"
    known = f"address: {address}\narchived: {copy}\nsha256:"
    root = write_record({"data/sources/report.yml": SOURCE.replace("sha256:", known)})
    pages = {file.path: str(file.content) for file in files_of(root)}

    for path in ("en/sources.html", "en/news/kavan-meeting.html", "sources.html"):
        assert f'<a href="{address}" dir="ltr">' in pages[path]
        assert f'<a href="{copy}" dir="ltr">' in pages[path], path


@pytest.mark.parametrize("template", ["article.html", "shell.html", "404.html"])
def test_misspelt_name_in_a_template_is_an_error(
    write_record: WriteRecord, tmp_path: Path, template: str
) -> None:
    shutil.copytree(OVERRIDES, tmp_path / "overrides")
    file = tmp_path / "overrides" / template
    text = file.read_text(encoding="utf-8")
    assert "{{ words[" in text or "{{ t(" in text
    misspelt = text.replace("{{ words[", "{{ wrods[").replace("{{ t(", "{{ tt(")
    file.write_text(misspelt, encoding="utf-8")

    with pytest.raises(UndefinedError, match=r"'(wrods|tt)' is undefined"):
        files_of(write_record(), tmp_path / "overrides")


def test_template_of_the_first_folder_counts(write_record: WriteRecord, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>{{ words['site.name'] }}</p>", encoding="utf-8")
    catalogue, _ = Catalogue.load(write_record())

    files = site_files(Site(catalogue, SETTINGS), Templates([tmp_path, OVERRIDES]))

    name = catalogue.strings["fa"].words["site.name"]
    assert SiteFile("404.html", f"<p>{name}</p>") in list(files)
