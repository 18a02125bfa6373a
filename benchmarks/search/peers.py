"""MiniSearch and Pagefind fed with the folded records of a built site, at any size."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.audit.serving import ServedSite, served
from benchmarks.search.queries import Query, Verdict, judge
from benchmarks.search.records import records_of
from benchmarks.search.sites import HERE, MODULES
from newsroom.api import LANGS, Stemmer, terms_of

_ASK = """async ([lang, query]) => {
  const pagefind = await import("/pagefind.js");
  const found = await pagefind.search(query);
  const few = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return few.map((it) => it.url.replace(/^\\//, ""));
}"""
_PAGE = '<!doctype html><html lang="{lang}"><title>Pagefind</title></html>'


_SAMPLE = 20
"""How many queries are asked from a cold cache."""


@dataclass(frozen=True, slots=True)
class Peer:
    """What another engine found on our records, and what that cost."""

    name: str
    cpu: float
    """Seconds to index the records."""
    disk: int
    bytes: float
    """Of a first query, as sent: the median."""
    verdicts: Sequence[Verdict] = ()


def measure_peers(
    browser: Browser, site: Path, queries: Sequence[Query], work: Path
) -> tuple[Peer, ...]:
    """Index the records of a site with each engine and ask it the queries."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    stemmer = Stemmer()
    asked = [
        {"id": place, "lang": query.lang, "terms": " ".join(terms_of(query.text, stemmer))}
        for place, query in enumerate(queries)
    ]
    given = work / "records.json"
    content = {"records": records_of(site), "queries": asked}
    given.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return _minisearch(given, queries, work), _pagefind(browser, given, queries, asked, work)


def _minisearch(given: Path, queries: Sequence[Query], work: Path) -> Peer:
    folder = work / "minisearch"
    cpu, said = _run("minisearch", given, folder)
    found = {id: paths for part in json.loads(said) for id, paths in part["found"]}
    indexes = list(folder.glob("*.json"))
    library = MODULES / "minisearch" / "dist" / "umd" / "index.js"
    # The whole index of one language, and the library.
    loaded = median(map(_zipped, indexes)) + _zipped(library)
    return Peer("MiniSearch", cpu, _size(indexes), loaded, _verdicts(queries, found))


def _pagefind(
    browser: Browser,
    given: Path,
    queries: Sequence[Query],
    asked: Sequence[Mapping[str, Any]],
    work: Path,
) -> Peer:
    folder = work / "pagefind"
    cpu, _ = _run("pagefind", given, folder)
    for lang in LANGS:
        (folder / f"{lang}.html").write_text(_PAGE.format(lang=lang), encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    with served(folder, "/", "") as server:
        sample = asked[:: max(1, len(asked) // _SAMPLE)]
        sizes = [_first_bytes(browser, server, query) for query in sample]
        pages = {lang: _opened(browser, server, lang) for lang in LANGS}
        found = {
            place: pages[query["lang"]].evaluate(_ASK, [query["lang"], query["terms"]])
            for place, query in enumerate(asked)
        }
    files = [file for file in folder.rglob("*") if file.is_file()]
    return Peer("Pagefind", cpu, _size(files), median(sizes), _verdicts(queries, found))


def _first_bytes(browser: Browser, server: ServedSite, query: Mapping[str, Any]) -> int:
    """What a first query asks for, from a cold cache."""
    page = _opened(browser, server, query["lang"])
    server.forget()
    page.evaluate(_ASK, [query["lang"], query["terms"]])
    page.context.close()
    return sum(answer.size for answer in server.answers)


def _opened(browser: Browser, server: ServedSite, lang: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(f"{server.address}{lang}.html")
    return page


def _verdicts(queries: Sequence[Query], found: Mapping[int, Sequence[str]]) -> tuple[Verdict, ...]:
    return tuple(
        judge(query, [[path.replace(".html", ".md")] for path in found.get(place, ())])
        for place, query in enumerate(queries)
    )


def _run(engine: str, given: Path, folder: Path) -> tuple[float, str]:
    """CPU seconds of a run, and what it printed."""
    command = ("node", "peers.mjs", engine, str(given), str(folder))
    process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{engine} could not index the records; the reason stands above")
    return used.ru_utime + used.ru_stime, said


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def _zipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))
