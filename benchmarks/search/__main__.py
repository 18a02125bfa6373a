"""Measure the search: `python -m benchmarks.search`."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.audit.browser import started_browser
from benchmarks.audit.tools import chromium, install_packages, node, package_version
from benchmarks.search.peers import measure_peers
from benchmarks.search.quality import Answers, measure
from benchmarks.search.queries import read_queries
from benchmarks.search.reading import open_results
from benchmarks.search.report import OWN, search_page
from benchmarks.search.scale import measure_scale
from benchmarks.search.sites import HERE, MODULES

FIRST, AMONG_FEW = 0.95, 0.98
"""The bars."""


def main() -> None:
    """Measure the search and write its page."""
    arguments = _parser().parse_args()
    chromium()
    node()
    # `ci` asks for the packages of every platform, which not every registry carries
    install_packages(HERE, "Pagefind, MiniSearch and axe-core", "install", "--no-save")
    queries = read_queries()
    work = (arguments.work / "search").resolve()
    work.mkdir(parents=True, exist_ok=True)
    with started_browser() as browser:
        answers = list(measure(browser, queries, work))
        opened = list(open_results(browser, work / "site"))
        small = measure_peers(browser, work / "site", queries, work / "peers")
        scale = measure_scale(browser, arguments.pairs, work)
        few = queries[:: len(queries) // 20]
        large = measure_peers(browser, work / "large" / "site", few, work / "peers-large")
    page = search_page(answers, opened, scale, {"small": small, "large": large}, _tools())
    arguments.out.write_text(page, encoding="utf-8")
    print(f"\n{page}")
    sys.exit(0 if _is_met(answers[:OWN]) else "A bar is missed, see above")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search",
        description="Type queries into the search and into two others, and measure what it costs "
        "at scale. Ends with 1 when the pages expected are not found.",
        epilog="example: python -m benchmarks.search --pairs 200 --out /tmp/search.md",
    )
    add = parser.add_argument
    add("--pairs", type=int, default=2000, help="bilingual articles of the large record (2000)")
    add("--out", type=Path, default=HERE.parent / "SEARCH.md", help="where the tables go")
    add("--work", type=Path, default=HERE.parent / "work", help="where the sites are built")
    return parser


def _is_met(own: Sequence[Answers]) -> bool:
    for answers in own:
        expected = [verdict for verdict in answers.verdicts if verdict.query.expected]
        first = sum(verdict.is_first for verdict in expected) / len(expected)
        few = sum(verdict.is_among_few for verdict in expected) / len(expected)
        if first < FIRST or few < AMONG_FEW or answers.complaints or answers.without_news:
            return False
    return True


def _tools() -> str:
    names = ("mkdocs-material", "playwright")
    packages = [f"{name} {version(name)}" for name in names]
    packages += [f"{name} {package_version(MODULES, name)}" for name in ("pagefind", "minisearch")]
    return ", ".join(packages)


if __name__ == "__main__":
    main()
