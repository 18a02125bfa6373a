"""How well each search answers the queries."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.audit.serving import served
from benchmarks.files import REPOSITORY, build_site
from benchmarks.search.engines import Engine, MaterialSearch, OwnSearch, PagefindSearch
from benchmarks.search.queries import (
    Query,
    Verdict,
    is_led_by_news,
    judge,
    read_news_queries,
)
from benchmarks.search.sites import SITE_URL, build_material, index_with_pagefind


@dataclass(frozen=True, slots=True)
class Answers:
    """What one engine made of all queries."""

    engine: str
    verdicts: Sequence[Verdict]
    complaints: Sequence[str] = ()
    """What the console said."""
    without_news: Sequence[Query] = ()
    """The queries whose words articles hold and that show none among the first."""

    def of(self, kind: str) -> Sequence[Verdict]:
        """The verdicts on the queries of a class."""
        return [verdict for verdict in self.verdicts if verdict.query.kind == kind]


def measure(browser: Browser, queries: Sequence[Query], work: Path) -> Iterator[Answers]:
    """Yield the answers of each engine in turn; the sites are made below `work`."""
    site = work / "site"
    build_site(REPOSITORY, site, SITE_URL)
    with served(site, "/", "") as server:
        yield _own(OwnSearch(browser, server.address, "ours, http"), queries)
    yield _own(OwnSearch(browser, f"{site.as_uri()}/", "ours, from disk"), queries)
    with _material(work) as base:
        yield _asked(MaterialSearch(browser, base), queries)
    index_with_pagefind(site)
    with served(site, "/", "") as server:
        yield _asked(PagefindSearch(browser, server.address), queries)


@contextmanager
def _material(work: Path) -> Iterator[str]:
    with served(build_material(work), "/", "") as server:
        yield server.address


def _own(engine: OwnSearch, queries: Sequence[Query]) -> Answers:
    answers = _asked(engine, queries)
    missed = [
        query
        for query in read_news_queries()
        if not is_led_by_news(engine.ask(query.lang, query.text))
    ]
    return Answers(answers.engine, answers.verdicts, tuple(engine.complaints), missed)


def _asked(engine: Engine, queries: Sequence[Query]) -> Answers:
    print(f"{engine.name}: {len(queries)} queries …", flush=True)
    ask: Callable[[str, str], Sequence[Sequence[str]]] = engine.ask
    verdicts = [
        judge(query, ask(query.lang, query.text), by_page=engine.by_page) for query in queries
    ]
    return Answers(engine.name, verdicts)
