"""The three searches, each asked as a reader asks it: by what is typed into a box."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Browser, Page

from newsroom.api import LANGS

HOME = {"fa": "index.html", "en": "en/index.html"}

_SETTLED = """() => {
  const results = document.querySelector(".nr-results");
  return results?.dataset.turn && results.dataset.turn === results.dataset.asked;
}"""

_PAGEFIND = """async ([address, lang, query]) => {
  self.pagefind ??= await import(`${address}pagefind/pagefind.js`);
  const found = await self.pagefind.search(query);
  const few = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return few.map((it) => [it.url, ...it.sub_results.slice(0, 3).map((part) => part.url)]);
}"""

Found = Sequence[Sequence[str]]
"""Results in order, each with the places it leads to, as paths of sources."""


class Engine(Protocol):
    """A search that is asked as a reader asks it."""

    name: str
    by_page: bool
    """Whether the engine knows pages only."""

    def ask(self, lang: str, query: str) -> Found: ...


class OwnSearch:
    """The box in the header, over http or from disk."""

    by_page = False

    def __init__(self, browser: Browser, base: str, name: str) -> None:
        self.name, self._base = name, base
        self.complaints: list[str] = []
        self._pages = {lang: self._opened(browser, lang) for lang in LANGS}

    def ask(self, lang: str, query: str) -> Found:
        """The results in order, each with the places it leads to."""
        page = self._pages[lang]
        page.fill(".nr-search", "")
        page.focus(".nr-search")
        page.keyboard.insert_text(query)
        page.wait_for_function(_SETTLED)
        links = page.locator(".nr-hit__link").evaluate_all("them => them.map((it) => it.href)")
        return [[_source(link, self._base)] for link in links]

    def _opened(self, browser: Browser, lang: str) -> Page:
        page = browser.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{self._base}{HOME[lang]}")
        return page


class MaterialSearch:
    """The search of Material for MkDocs, in its own shell, as the settings of the site have it."""

    name = "Material"
    by_page = True

    def __init__(self, browser: Browser, base: str) -> None:
        self._base = base
        self._pages = {lang: browser.new_page() for lang in LANGS}
        for lang, page in self._pages.items():
            page.goto(f"{base}{HOME[lang]}", wait_until="networkidle")
            page.click(".md-search__input")

    def ask(self, lang: str, query: str) -> Found:
        """The results in order, each with the places it leads to."""
        page = self._pages[lang]
        page.fill(".md-search__input", query)
        page.press(".md-search__input", "End")  # it listens to keys
        # A change is answered after a moment, and with nothing when nothing is found.
        page.wait_for_timeout(350)
        items = page.locator(".md-search-result__item").evaluate_all(
            "them => them.map((it) => [...it.querySelectorAll('a')].map((link) => link.href))"
        )
        return [[_source(link, self._base) for link in links] for links in items]


class PagefindSearch:
    """Pagefind over the text of the same pages; what its own interface would show."""

    name = "Pagefind"
    by_page = True

    def __init__(self, browser: Browser, base: str) -> None:
        self._base = base
        # Its WebAssembly is against the policy of the site.
        context = browser.new_context(bypass_csp=True)
        self._pages = {lang: context.new_page() for lang in LANGS}
        for lang, page in self._pages.items():
            page.goto(f"{base}{HOME[lang]}")

    def ask(self, lang: str, query: str) -> Found:
        """The results in order, each with the places it leads to."""
        found: list[list[str]] = self._pages[lang].evaluate(_PAGEFIND, [self._base, lang, query])
        return [[_source(link, "/") for link in links] for links in found]


def _source(url: str, base: str) -> str:
    """The path of the source of a page: `en/news/x.md#anchor`."""
    path, sign, anchor = url.removeprefix(base).partition("#")
    path = path.partition("?")[0]
    path = f"{path}index.html" if path.endswith("/") or not path else path
    return f"{Path(path).with_suffix('.md').as_posix()}{sign}{anchor}"
