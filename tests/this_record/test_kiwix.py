"""The archive for Kiwix of this record: its links, and what the app's own search finds."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from benchmarks.search.queries import judge, read_queries
from libzim.reader import Archive
from libzim.search import Query, Searcher
from lxml import html

from newsroom.edition.copies import Record, site_files
from newsroom.edition.zim import write_zim
from newsroom.site.editions import record_name

from ..conftest import real_record


@pytest.fixture(scope="module")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    catalogue, target = real_record(), tmp_path_factory.mktemp("kiwix") / "record.zim"
    strings = catalogue.strings
    record = Record(record_name(strings), strings, catalogue.newest_day, "https://record.example/")
    write_zim(target, site, record, catalogue)
    return Archive(target)


def test_archive_is_whole_and_every_link_in_it_leads_to_an_entry(
    archive: Archive, site: Path
) -> None:
    assert archive.check()
    broken = []
    for path, file in site_files(site, "https://record.example/"):
        if path.endswith(".html") and path != "404.html":  # that one is for hosts
            data = file if isinstance(file, bytes) else file.read_bytes()
            for _, _, link, _ in html.fromstring(data).iterlinks():
                target = urlsplit(urljoin(f"http://x/{path}", link)).path[1:]
                if ":" not in link and not archive.has_entry_by_path(target):
                    broken.append((path, link))

    assert broken == []


def test_its_own_search_answers_four_of_five_queries(archive: Archive) -> None:
    """Among the first five results, and of the language it was asked in."""
    searcher, queries = Searcher(archive), read_queries()

    verdicts = []
    for query in queries:
        found = searcher.search(Query().set_query(query.text)).getResults(0, 10)
        pages = [[path.replace(".html", ".md")] for path in found]
        verdicts.append(judge(query, pages, by_page=True))

    assert sum(it.is_among_few for it in verdicts) >= 0.8 * len(queries)
