"""Measure what a reader meets: `python -m benchmarks.audit`."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.audit import first_view, lighthouse, markup, reading
from benchmarks.audit.bars import SECTIONS, all_are_met
from benchmarks.audit.browser import started_browser
from benchmarks.audit.figures import Figure, SitePage, add_up
from benchmarks.audit.report import audit_page
from benchmarks.audit.serving import served
from benchmarks.audit.site import SUB_PATH, build_site, every_page, one_of_each_kind
from benchmarks.audit.tools import chromium, install_packages, java, node, versions

HERE = Path(__file__).parents[1]


def main() -> None:
    arguments = _parser().parse_args()
    _require(arguments.only)
    site = (arguments.work / "audit" / "site").resolve()
    build_site(site)
    figures = list(_measure(site, arguments.only, arguments.runs, arguments.every_page))
    page = audit_page(figures, arguments.runs, versions())
    arguments.out.write_text(page, encoding="utf-8")
    print(f"\n{page}")
    sys.exit(0 if all_are_met(figures) else "A bar is missed, see above")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.audit",
        description="Build the site, serve it, and measure what a reader meets on each kind of "
        "page in both languages. Ends with 1 when a bar is missed.",
        epilog="example: python -m benchmarks.audit --only view axe --out /tmp/audit.md",
    )
    keys = [section.key for section in SECTIONS]
    add = parser.add_argument
    add("--runs", type=int, default=5, help="runs of Lighthouse on each page (5)")
    add("--only", nargs="+", choices=keys, default=keys, help="what is measured (all)")
    add("--every-page", action="store_true", help="axe and reading on all pages, not one a kind")
    add("--out", type=Path, default=HERE / "AUDIT.md", help="where the tables go")
    add("--work", type=Path, default=HERE / "work", help="where the site is built")
    return parser


def _require(only: Sequence[str]) -> None:
    """End the program at once when a tool is missing that will be needed."""
    chromium()
    node()
    if "html" in only:
        java()
    install_packages()


def _measure(site: Path, only: Sequence[str], runs: int, every: bool) -> Iterator[Figure]:
    pages, samples = every_page(site), one_of_each_kind(site)
    looked_at = pages if every else samples
    with served(site, SUB_PATH) as server, started_browser() as browser:
        address = server.address
        if "view" in only:
            yield from _each("view", samples, lambda it: first_view.first_view(browser, server, it))
        if "lighthouse" in only:
            rated = [page for page in samples if page.kind in lighthouse.KINDS]
            yield from _each(
                "lighthouse", rated, lambda it: lighthouse.lighthouse(address, it, runs)
            )
        if "axe" in only:
            yield from _each("axe", looked_at, lambda it: reading.axe(browser, address, it))
        if "html" in only:
            print(f"html: {len(pages)} pages", flush=True)
            yield from markup.html_messages(site, pages)
            yield from markup.broken_links(site, pages)
        if "reading" in only:
            yield from _each("losses", looked_at, lambda it: reading.losses(browser, address, it))
            yield from _each(
                "no script", looked_at, lambda it: reading.without_script(browser, address, it)
            )
            yield from _each(
                "console", looked_at, lambda it: reading.complaints(browser, address, site, it)
            )


def _each(
    title: str, pages: Sequence[SitePage], measure: Callable[[SitePage], Iterable[Figure]]
) -> list[Figure]:
    """Measure page by page, telling how far it has come."""
    figures: list[Figure] = []
    start = time.monotonic()
    for number, page in enumerate(pages, 1):
        figures.extend(measure(page))
        seconds = time.monotonic() - start
        print(f"{title}: {number} of {len(pages)}, {seconds:.0f} s: {page.path}", flush=True)
    return add_up(figures)


if __name__ == "__main__":
    main()
