"""The queries, and whether a result answers one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("queries.yml")
_NEWS = Path(__file__).with_name("news.yml")

_BARE_LISTS = ("timeline.md", "guide/glossary.md")
"""Pages that are met by themselves alone: each of their anchors is a thing of its own."""

FEW = 5
"""How many results a reader looks at."""

TOP = 3
"""Among how many results an article must stand when it has the words of a query."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and what is to be found by it."""

    text: str
    lang: str
    kind: str
    """The class of difficulty."""
    expected: tuple[str, ...]
    """Acceptable pages below the folder of the language; none when nothing may be found."""

    def is_met_by(self, found: str, *, by_page: bool = False) -> bool:
        """Whether a result, `en/news/x.md#anchor`, is among those expected.

        `by_page`: for an engine that knows pages only, the page of an anchor is enough.
        """
        lang, uri = ("en", found[3:]) if found.startswith("en/") else ("fa", found)
        page = uri.partition("#")[0]
        if lang != self.lang:
            return False
        if by_page:
            return page in {expected.partition("#")[0] for expected in self.expected}
        return any(
            uri == expected if "#" in expected or expected in _BARE_LISTS else page == expected
            for expected in self.expected
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a search made of a query."""

    query: Query
    rank: int | None
    """Where the first expected result stood, from 0; `None` when it did not."""
    found: int
    """How many results there were."""

    @property
    def is_first(self) -> bool:
        """Whether an expected page stood first; or nothing was found where nothing may be."""
        return self.rank == 0 if self.query.expected else not self.found

    @property
    def is_among_few(self) -> bool:
        """Whether one stood among the first few; or nothing was found where nothing may be."""
        if not self.query.expected:
            return not self.found
        return self.rank is not None and self.rank < FEW


def read_queries() -> tuple[Query, ...]:
    """The queries of `queries.yml`."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Query(row["query"], row["lang"], row["class"], tuple(row["expect"])) for row in rows
    )


def read_news_queries() -> tuple[Query, ...]:
    """Words that articles hold; any article is an answer."""
    rows = yaml.safe_load(_NEWS.read_text(encoding="utf-8"))
    return tuple(Query(row["query"], row["lang"], "news", ("news/",)) for row in rows)


def is_led_by_news(found: Sequence[Sequence[str]]) -> bool:
    """Whether an article stands among the first results."""
    return any("news/" in link for links in found[:TOP] for link in links)


def judge(query: Query, found: Sequence[Sequence[str]], *, by_page: bool = False) -> Verdict:
    """`found` are the results in order; each may lead to several places."""
    rank = next(
        (
            place
            for place, links in enumerate(found)
            if any(query.is_met_by(link, by_page=by_page) for link in links)
        ),
        None,
    )
    return Verdict(query, rank, len(found))
