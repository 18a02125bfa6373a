"""A slow line and a slow phone, with and without every other host hanging: when text is seen.

Where Lighthouse computes, this waits: the browser itself is held to 1.6 Mbit/s, 150 ms for each
round trip and a quarter of the machine's speed, and the page is watched until nothing larger
comes. Hosts that hang are those of a filtered network: they take the request and never answer.
"""

import re
import statistics
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Route, TimeoutError, ViewportSize

from benchmarks.audit.figures import Figure, SitePage, figure
from benchmarks.audit.serving import ServedSite

_PHONE: ViewportSize = {"width": 390, "height": 844}
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_SLOWER = 4
_QUIET = 1500
"""Milliseconds without a larger paint after which the last one is taken for the largest."""
_PATIENCE = 40_000
"""Milliseconds; browsers themselves give a host up after thirty seconds."""

_NOTE_PAINTS = """
globalThis.paints = [];
new PerformanceObserver((list) => paints.push(...list.getEntries().map((it) => it.startTime)))
  .observe({ type: "largest-contentful-paint", buffered: true });
"""
_IS_OVER = "quiet => paints.length && performance.now() > paints.at(-1) + quiet"


def paints(browser: Browser, server: ServedSite, page: SitePage, runs: int) -> Iterator[Figure]:
    """Yield the median of the largest contentful paint (ms), as it is and with hanging hosts."""
    times: dict[str, list[float]] = {"paint": [], "paint hanging": []}
    for _ in range(runs):
        for measure, found in times.items():
            hanging = measure == "paint hanging"
            found.append(_paint(browser, server.address, page.path, hanging))
    for measure, found in times.items():
        yield figure(page, measure, statistics.median(found))


def _paint(browser: Browser, address: str, path: str, hanging: bool) -> float:
    held: list[Route] = []
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    page.add_init_script(_NOTE_PAINTS)
    _slow_down(context.new_cdp_session(page))
    if hanging:
        page.route(_elsewhere(address), lambda route: held.append(route))
    page.goto(f"{address}{path}", wait_until="commit")
    try:
        page.wait_for_function(_IS_OVER, arg=_QUIET, timeout=_PATIENCE, polling=100)
        largest: float = page.evaluate("paints.at(-1)")
    except TimeoutError:
        largest = _PATIENCE
    for route in held:
        route.abort()
    context.close()
    return largest


def _slow_down(session: CDPSession) -> None:
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def _elsewhere(address: str) -> re.Pattern[str]:
    """The addresses of every host but one's own."""
    host = re.escape(urlsplit(address).netloc)
    return re.compile(rf"^(?:https?|wss?)://(?!{host}/)")
