"""A word that stands in drafts alone is in nothing that leaves a record: pages, files, editions."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from libzim.reader import Archive

from newsroom.defaults import theme_folder
from newsroom.edition.branch import branch_files
from newsroom.edition.copies import Record, edition_contents
from newsroom.edition.epub import epub
from newsroom.edition.zim import write_zim
from newsroom.record.catalogue import Catalogue
from newsroom.site.folders import claim
from newsroom.site.output import site_files
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.site.templates import Templates
from newsroom.text.languages import LANGS

from ..conftest import ORIGINAL, ROOT, TRANSLATION, WriteRecord
from ..pages import SITE_URL

MARK, MARK_FA = "Zephyrhall", "زفیرسرا"
EXTENSIONS = ("attr_list", "footnotes", "toc", "pymdownx.details")


def draft(text: str, mark: str) -> str:
    """A version of an article with the word in its title, summary, heading and text."""
    for was, now in (
        ("title: ", f"title: {mark} "),
        ("\nplace:", f" {mark}\ndraft: true\nplace:"),
        ("\ntranslation:", f" {mark}\ndraft: true\ntranslation:"),
        ("## ", f"## {mark} "),
    ):
        text = text.replace(was, now)
    return f'{text}\n???+ note "{mark}"\n\n    {mark}\n'


def files_of(site: Site, catalogue: Catalogue, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that is made of a record, by where it lies."""
    built = folder / "site"
    claim(built)
    for file in site_files(site, Templates([ROOT / "overrides"])):
        data = file.content.encode() if isinstance(file.content, str) else file.content
        (built / file.path).parent.mkdir(parents=True, exist_ok=True)
        (built / file.path).write_bytes(data)
        yield f"site: {file.path}", data
    (built / "assets").mkdir()
    (built / "assets/icon.svg").write_bytes((ROOT / "overrides/assets/icon.svg").read_bytes())
    for file in branch_files(site):
        yield f"branch: {file.path}", str(file.content).encode()
    for lang in LANGS:
        with zipfile.ZipFile(BytesIO(epub(site, lang))) as book:
            yield from ((f"book {lang}: {name}", book.read(name)) for name in book.namelist())
    record = Record("record", catalogue.strings, catalogue.newest_day, SITE_URL)
    for path, content in edition_contents(built, record, (theme_folder(),), None).items():
        yield f"zip: {path}", content if isinstance(content, bytes) else content.read_bytes()
    write_zim(folder / "record.zim", built, record, catalogue)
    archive = Archive(folder / "record.zim")
    for number in range(archive.all_entry_count):
        entry = archive._get_entry_by_id(number)
        yield f"zim: {entry.path} {entry.title}", bytes(entry.get_item().content)


@pytest.mark.parametrize("is_draft", [True, False])
def test_word_of_drafts_is_in_nothing_that_leaves_the_record(
    write_record: WriteRecord, tmp_path: Path, is_draft: bool
) -> None:
    pair = {
        "docs/en/news/hall.md": draft(ORIGINAL, MARK),
        "docs/fa/news/hall.md": draft(TRANSLATION, MARK_FA),
    }
    if not is_draft:
        pair = {path: text.replace("draft: true\n", "") for path, text in pair.items()}
    catalogue, problems = Catalogue.load(write_record(pair))
    assert list(problems) == []
    site = Site(catalogue, SiteSettings(SITE_URL, MarkdownSettings(EXTENSIONS), root=tmp_path))

    found = {
        name.partition(":")[0]
        for name, data in files_of(site, catalogue, tmp_path / "made")
        if MARK in name or MARK.lower().encode() in data.lower() or MARK_FA.encode() in data
    }

    # Published, it is in every one of them: they are read whole.
    everywhere = {"site", "branch", "book fa", "book en", "zip", "zim"}
    assert found == (set() if is_draft else everywhere)
