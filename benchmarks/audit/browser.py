"""Chromium, and one visit to one page with what the browser asked for and complained of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from benchmarks.audit.tools import CHROMIUM_FLAGS, HERE, chromium

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

PROBES = (HERE / "probes.js").read_text(encoding="utf-8")

_NOTE_VIOLATIONS = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@dataclass
class Visit:
    """A page open in Chromium, and what it said meanwhile."""

    page: Page
    hosts: set[str] = field(default_factory=set)
    """Every host that was asked, by name and port."""
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)

    def violations(self) -> list[str]:
        """What the content security policy of the page kept out."""
        found: list[str] = self.page.evaluate("globalThis.violations")
        return found

    def _note(self, message: ConsoleMessage) -> None:
        # A page that is not there is reported by the browser as well: that much is meant.
        if message.location["url"] != self.page.url or "404" not in message.text:
            self.complaints.append(message.text)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Chromium without a window, closed afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@contextmanager
def visited(
    browser: Browser,
    url: str,
    *,
    size: tuple[int, int] = (1280, 900),
    scheme: Scheme = "light",
    script: bool = True,
    probed: bool = False,
) -> Iterator[Visit]:
    """A page in a fresh profile. `probed` gives it `probes`, past its own policy."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        java_script_enabled=script,
        bypass_csp=probed,
    )
    context.add_init_script(_NOTE_VIOLATIONS)
    visit = Visit(context.new_page())
    visit.page.goto(url)
    if script:
        visit.page.evaluate("document.fonts.ready.then(() => true)")
    if probed:
        visit.page.evaluate(PROBES)
    yield visit
    context.close()
