"""Measure what a reader meets: `python -m benchmarks.audit`."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.audit import first_view, followed, lighthouse, markup, paper, reading, slow_line
from benchmarks.audit.bars import SECTIONS, all_are_met
from benchmarks.audit.bidi import started_firefox
from benchmarks.audit.book import book_figures
from benchmarks.audit.browser import started_browser
from benchmarks.audit.engines import rightness
from benchmarks.audit.figures import OURS, STARLIGHT, STORY, TIMED, Figure, SitePage, add_up
from benchmarks.audit.measured import Measured
from benchmarks.audit.report import audit_page
from benchmarks.audit.serving import ServedSite, served
from benchmarks.audit.site import (
    SITE_URL,
    SUB_PATH,
    every_page,
    of_same_name,
    one_of_each_kind,
    policy_of,
)
from benchmarks.audit.starlight import build_starlight, starlight_versions
from benchmarks.audit.tools import HERE as PACKAGES
from benchmarks.audit.tools import (
    Tool,
    chromium,
    firefox,
    install_packages,
    java,
    node,
    pdftoppm,
    pdftotext,
    poppler_version,
    require,
    versions,
    webkit_driver,
    xvfb,
)
from benchmarks.audit.webdriver import started_webkit
from benchmarks.files import REPOSITORY, build_site

HERE = Path(__file__).parents[1]

Measuring = Callable[[ServedSite, SitePage], Iterable[Figure]]


def main() -> None:
    """Build the sites, measure them, write the page; exits 1 where ours misses a bar."""
    arguments = _parser().parse_args()
    _require(arguments.only)
    work = (arguments.work / "audit").resolve()
    folders, tools = {OURS: work / "site"}, [versions()]
    print("Building the site …", flush=True)
    build_site(REPOSITORY, folders[OURS], SITE_URL)
    if not arguments.alone:
        folders[STARLIGHT] = build_starlight(work / "starlight")
        tools.append(starlight_versions(work / "starlight"))
    asked = (arguments.only, arguments.runs, arguments.every_page)
    measured = Measured(work / "figures.jsonl", arguments.only)
    figures = [*measured.kept] if arguments.with_kept else []
    figures += measured.keeping(_measure(folders, *asked, tools))
    if "follow" in arguments.only:
        tools.append(followed.reader_versions())
        figures += measured.keeping(followed.misread(folders[OURS], work))
    page = audit_page(figures, arguments.runs, ", ".join(tools))
    arguments.out.write_text(page, encoding="utf-8")
    print(f"\n{page}")
    sys.exit(0 if all_are_met(figures) else "A bar is missed, see above")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.audit",
        description="Build the site, serve it, and measure what a reader meets on each kind of "
        "page in both languages, beside the same record in Starlight. Ends with 1 when our site "
        "misses a bar.",
        epilog="example: python -m benchmarks.audit --only view axe --out /tmp/audit.md",
    )
    keys = [section.key for section in SECTIONS]
    add = parser.add_argument
    add("--runs", type=int, default=5, help="times each page is timed (5)")
    add("--only", nargs="+", choices=keys, default=keys, help="what is measured (all)")
    add("--alone", action="store_true", help="our site without Starlight beside it")
    add("--every-page", action="store_true", help="axe and reading on all our pages")
    add("--with-kept", action="store_true", help="tell of what earlier runs have measured, too")
    add("--out", type=Path, default=HERE / "AUDIT.md", help="where the tables go")
    add("--work", type=Path, default=HERE / "work", help="where the sites are built")
    return parser


_NEEDED: Mapping[str, tuple[Tool, ...]] = {
    "html": (java,),
    "book": (java,),
    "print": (firefox, pdftotext, pdftoppm),
    "firefox": (firefox,),
    "webkit": (webkit_driver, xvfb),
}
"""What a section needs besides Chromium and Node.js."""


def _require(only: Sequence[str]) -> None:
    """End the program at once when something is missing that will be needed."""
    require(chromium, node, *(tool for key in only for tool in _NEEDED.get(key, ())))
    install_packages(PACKAGES, "Lighthouse, axe-core, the Nu checker and feed readers", "ci")


def _measure(
    folders: Mapping[str, Path], only: Sequence[str], runs: int, every: bool, tools: list[str]
) -> Iterator[Figure]:
    """Measure the sites in `folders`, page by page, so that both meet the same machine.

    The engines that are started on the way are added to `tools`.
    """
    pages = {site: every_page(site, folder) for site, folder in folders.items()}
    others = pages.get(STARLIGHT, ())
    ours = one_of_each_kind(folders[OURS], pages[OURS])
    samples = of_same_name(ours, others)
    looked_at = [*pages[OURS], *(it for it in samples if it.site != OURS)] if every else samples
    timed = [page for page in samples if page.kind in TIMED]
    policy = policy_of(folders[OURS])
    with ExitStack() as stack:
        browser = stack.enter_context(started_browser())
        servers = {
            site: stack.enter_context(served(folder, SUB_PATH, policy))
            for site, folder in folders.items()
        }
        parts: tuple[tuple[str, str, Sequence[SitePage], Measuring], ...] = (
            ("view", "view", samples, partial(first_view.first_view, browser)),
            ("lighthouse", "lighthouse", timed, partial(lighthouse.lighthouse, runs=runs)),
            ("line", "slow line", timed, partial(slow_line.paints, browser, runs=runs)),
            ("axe", "axe", looked_at, partial(reading.axe, browser)),
            ("reading", "losses", looked_at, partial(reading.losses, browser)),
            ("order", "order", [*pages[OURS], *others], partial(reading.disorder, browser)),
            ("reading", "no script", looked_at, partial(reading.without_script, browser)),
            ("reading", "console", looked_at, partial(reading.complaints, browser)),
        )
        for key, title, its_pages, measure in parts:
            if key in only:
                yield from _each(title, its_pages, servers, measure)
        framed = [page for page in ours if page.kind != STORY]  # which has our font and our search
        yield from _in_other_engines(only, framed, servers, browser, tools)
        if "book" in only:
            yield from book_figures(browser, folders[OURS], folders[OURS].parent / "book")
    if "html" in only:
        for site, folder in folders.items():
            print(f"html: {len(pages[site])} pages, {site}", flush=True)
            yield from markup.html_messages(folder, pages[site])
            yield from markup.broken_links(folder, pages[site])


def _in_other_engines(
    only: Sequence[str],
    pages: Sequence[SitePage],
    servers: Mapping[str, ServedSite],
    browser: Browser,
    tools: list[str],
) -> Iterator[Figure]:
    """Measure our pages in Firefox and WebKitGTK, which run for as long as that takes."""
    if "print" in only or "firefox" in only:
        with started_firefox() as fox:
            tools.append(fox.version)
            if "print" in only:
                tools.append(poppler_version())
                yield from _each("print", pages, servers, partial(paper.printed, browser, fox))
            if "firefox" in only:
                yield from _each("Firefox", pages, servers, partial(rightness, fox))
    if "webkit" in only:
        with started_webkit() as kit:
            tools.append(kit.version)
            yield from _each("WebKitGTK", pages, servers, partial(rightness, kit))


def _each(
    title: str,
    pages: Sequence[SitePage],
    servers: Mapping[str, ServedSite],
    measure: Measuring,
) -> list[Figure]:
    """Measure page by page, telling how far it has come."""
    figures: list[Figure] = []
    start = time.monotonic()
    for number, page in enumerate(pages, 1):
        seconds = time.monotonic() - start
        where = f"{page.site}, {page.path}"
        print(f"{title}: {number} of {len(pages)}, {seconds:.0f} s: {where}", flush=True)
        figures.extend(measure(servers[page.site], page))
    return add_up(figures)


if __name__ == "__main__":
    main()
