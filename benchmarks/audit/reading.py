"""Whether all can be read: by any eye, at any width, with any spacing, without JavaScript."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.audit.browser import SCHEMES, Scheme, visited
from benchmarks.audit.figures import LOST, OURS, STARLIGHT, STORY, Figure, SitePage, count
from benchmarks.audit.serving import ServedSite
from benchmarks.audit.tools import MODULES

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_WIDTHS = (390, 1440)
_ZOOMED = (320, 256)
"""A window of 1280 by 1024 at 400 %, as WCAG 1.4.10 has it."""

_KEPT = {OURS: "body", STARLIGHT: "main"}
"""Where every word has to be there at 400 %; Starlight folds its menus away, which is no loss."""

_CONTROLS = "[data-schemes], [data-filters], .nr-search, starlight-theme-select, site-search"
"""What a script alone can obey: the choice of colours, the search, for which our lists stand in."""


def axe(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield the elements that break a rule, in light and dark, on a phone and on a desk."""
    for scheme, width in product(SCHEMES, _WIDTHS):
        found = violations(browser, f"{server.address}{page.path}", width, scheme)
        yield count(page, f"axe {scheme} {width}", found)


def violations(browser: Browser, url: str, width: int, scheme: Scheme = "light") -> list[str]:
    """The elements of a page that break a rule of axe."""
    source = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with visited(browser, url, size=(width, 900), scheme=scheme, probed=True) as visit:
        visit.page.evaluate(source)
        found: list[str] = visit.page.evaluate("tags => probes.violations(tags)", _TAGS)
    return found


def complaints(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield what console and policy say, over http and from disk, and what is not found on disk.

    The page of a lost reader names full addresses and is never opened from disk; a story in a file
    of its own has a policy of its own, and no host gives it another.
    """
    with visited(browser, f"{server.address}{page.path}") as visit:
        yield count(page, "console http", visit.complaints)
    if page.kind != STORY:
        with visited(browser, f"{server.strict_address}{page.path}") as visit:
            yield count(page, "policy http", visit.violations())
    if page.kind != LOST:
        with visited(browser, f"{server.folder.as_uri()}/{page.path}") as visit:
            yield count(page, "console file", visit.complaints)
            yield count(page, "policy file", visit.violations())
            yield count(page, "disk", _not_on_disk(visit.page, server.folder))


def losses(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield what is lost at 320 px, at 400 % and with the spacing of WCAG 1.4.12."""
    url = f"{server.address}{page.path}"
    with visited(browser, url, probed=True) as visit:
        whole: list[str] = visit.page.evaluate("part => probes.words(part)", _KEPT[page.site])
        visit.page.evaluate("probes.spread()")
        spread: list[str] = visit.page.evaluate("probes.losses()")
    with visited(browser, url, size=_ZOOMED, probed=True) as visit:
        yield count(page, "overflow", visit.page.evaluate("probes.overflow()"))
        narrow: list[str] = visit.page.evaluate("part => probes.words(part)", _KEPT[page.site])
        gone = [f"“{word}” is not shown" for word in whole if word not in set(narrow)]
        yield count(page, "zoom", gone + visit.page.evaluate("probes.losses()"))
        visit.page.evaluate("probes.spread()")
        yield count(page, "spacing", spread + visit.page.evaluate("probes.losses()"))


def disorder(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield the words, numbers and names that do not stand in the order they are read in."""
    with visited(browser, f"{server.address}{page.path}", probed=True) as visit:
        yield count(page, "order", visit.page.evaluate("probes.disorder()"))


def without_script(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield what a reader without JavaScript misses: text, or the way to the other language."""
    url = f"{server.address}{page.path}"
    with visited(browser, url) as visit:
        text = _text(visit.page)
    with visited(browser, url, script=False) as visit:
        missed = [] if _text(visit.page) == text else ["the text is another"]
        if page.kind not in (LOST, STORY):  # a story names the web, which is not asked here
            missed += _astray(visit.page, page)
    yield count(page, "no script", missed)


def _text(page: Page) -> str:
    """What is read on a page, but for the controls that are no loss without a script."""
    page.evaluate("all => document.querySelectorAll(all).forEach((it) => it.remove())", _CONTROLS)
    return page.inner_text("body")


def _astray(visited: Page, page: SitePage) -> list[str]:
    """Why a link does not lead to the same page in the other language; nothing when one does."""
    root = visited.url.removesuffix(page.path)
    target = f"{root}{page.counterpart}"
    for link in visited.locator("a[href]").all():
        address = urljoin(visited.url, link.get_attribute("href") or "").partition("#")[0]
        if address in (target, target.removesuffix("index.html")) and link.is_visible():
            link.click()
            lang = visited.get_attribute("html", "lang")
            return ["the link to the other language leads elsewhere"] if lang == page.lang else []
    return ["no link to the other language"]


def _not_on_disk(page: Page, folder: Path) -> list[str]:
    """The styles, scripts, pictures and pages a page from disk names that are no files."""
    found = page.locator("a[href], link[rel~=stylesheet], link[rel~=icon], script[src], img[src]")
    named: list[str] = found.evaluate_all(
        "all => all.map((it) => it.getAttribute('href') ?? it.getAttribute('src'))"
    )
    addresses = [urlsplit(urljoin(page.url, it)) for it in named]
    files = {unquote(it.path) for it in addresses if it.scheme == "file"}
    missing = (path for path in sorted(files) if not Path(path).is_file())
    return [f"{path.removeprefix(f'{folder}/')} is no file" for path in missing]
