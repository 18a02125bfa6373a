"""Whether open results can be read by anyone: axe, the console and the policy."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.audit.browser import Scheme, visited
from benchmarks.audit.serving import served
from benchmarks.search.sites import MODULES

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_PAGES = {"box": "news/association-founded.html", "search page": "search.html"}
_QUERIES = {"fa": "شهردار شهر", "en": "mayor of a city"}
_FOUND = "section.nr-results__group .nr-hit"


@dataclass(frozen=True, slots=True)
class OpenResults:
    """What was wrong with results, opened in one way."""

    lang: str
    scheme: str
    width: int
    where: str
    violations: tuple[str, ...]
    """Elements that break a rule of axe."""
    complaints: tuple[str, ...]
    """What the console and the policy said."""


def open_results(browser: Browser, site: Path) -> Iterator[OpenResults]:
    """Open the results in both languages and schemes, on a phone and on a desk."""
    source = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with served(site, "/", "") as server:
        for (lang, query), scheme, width, (where, path) in product(
            _QUERIES.items(), _SCHEMES, (390, 1440), _PAGES.items()
        ):
            url = f"{server.address}{'en/' if lang == 'en' else ''}{path}"
            size = (width, 900)
            with visited(browser, url, size=size, scheme=scheme, probed=True) as visit:
                visit.page.fill(".nr-search", query)
                visit.page.wait_for_selector(_FOUND)
                visit.page.evaluate(source)
                found = visit.page.evaluate("tags => probes.violations(tags)", _TAGS)
            with visited(browser, url, size=size, scheme=scheme) as visit:
                visit.page.fill(".nr-search", query)
                visit.page.wait_for_selector(_FOUND)
                complaints = (*visit.complaints, *visit.violations())
            yield OpenResults(lang, scheme, width, where, tuple(found), complaints)
