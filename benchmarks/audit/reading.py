"""Whether all can be read: by any eye, at any width, with any spacing, without JavaScript."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.audit.browser import Scheme, visited
from benchmarks.audit.figures import LOST, Figure, SitePage, count
from benchmarks.audit.tools import MODULES

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_WIDTHS = (390, 1440)
_ZOOMED = (320, 256)
"""A window of 1280 by 1024 at 400 %, as WCAG 1.4.10 has it."""


def axe(browser: Browser, address: str, page: SitePage) -> Iterator[Figure]:
    """Yield the elements that break a rule, in light and dark, on a phone and on a desk."""
    source = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    for scheme, width in product(_SCHEMES, _WIDTHS):
        url = f"{address}{page.path}"
        with visited(browser, url, size=(width, 900), scheme=scheme, probed=True) as visit:
            visit.page.evaluate(source)
            found: list[str] = visit.page.evaluate("tags => probes.violations(tags)", _TAGS)
        yield count(page, f"axe {scheme} {width}", found)


def complaints(browser: Browser, address: str, site: Path, page: SitePage) -> Iterator[Figure]:
    """Yield what the console and the policy say, over http and from disk.

    The page of a lost reader names full addresses and is never opened from disk.
    """
    bases = (
        {"http": address} if page.kind == LOST else {"http": address, "file": f"{site.as_uri()}/"}
    )
    for scheme, base in bases.items():
        with visited(browser, f"{base}{page.path}") as visit:
            yield count(page, f"policy {scheme}", visit.violations())
            yield count(page, f"console {scheme}", visit.complaints)


def losses(browser: Browser, address: str, page: SitePage) -> Iterator[Figure]:
    """Yield what is lost at 320 px, at 400 % and with the spacing of WCAG 1.4.12."""
    url = f"{address}{page.path}"
    with visited(browser, url, probed=True) as visit:
        whole: list[str] = visit.page.evaluate("probes.words()")
        visit.page.evaluate("probes.spread()")
        spread: list[str] = visit.page.evaluate("probes.losses()")
    with visited(browser, url, size=_ZOOMED, probed=True) as visit:
        yield count(page, "overflow", visit.page.evaluate("probes.overflow()"))
        narrow: list[str] = visit.page.evaluate("probes.words()")
        gone = [f"“{word}” is not shown" for word in whole if word not in set(narrow)]
        yield count(page, "zoom", gone + visit.page.evaluate("probes.losses()"))
        visit.page.evaluate("probes.spread()")
        yield count(page, "spacing", spread + visit.page.evaluate("probes.losses()"))


def without_script(browser: Browser, address: str, page: SitePage) -> Iterator[Figure]:
    """Yield what a reader without JavaScript misses: text, or the way to the other language."""
    url = f"{address}{page.path}"
    with visited(browser, url) as visit:
        # A control that only a script can obey is no loss without one.
        visit.page.evaluate("document.querySelectorAll('[data-schemes]').forEach(e => e.remove())")
        text = visit.page.inner_text("body")
    with visited(browser, url, script=False) as visit:
        missed = [] if visit.page.inner_text("body") == text else ["the text is another"]
        links = visit.page.locator("header a[hreflang]").all()
        if page.kind != LOST and not any(link.is_visible() for link in links):
            missed.append("no link to the other language")
        elif page.kind != LOST:
            links[0].click()
            if visit.page.get_attribute("html", "lang") == page.lang:
                missed.append("the link to the other language leads elsewhere")
    yield count(page, "no script", missed)
