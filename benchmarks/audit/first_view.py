"""What the first view of a page costs: everything the browser asks for from a cold cache."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from benchmarks.audit.browser import visited
from benchmarks.audit.figures import LOST, Figure, SitePage, figure
from benchmarks.audit.serving import Answer, ServedSite
from benchmarks.audit.site import SUB_PATH

_NOWHERE = "en/news/deep/down/nowhere.html"


def first_view(browser: Browser, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield bytes, requests, 404s, other hosts, script and font of one page.

    Bytes are those of the bodies as they were sent. The page of a lost reader is asked for at an
    address that does not exist, and its own status is no defect.
    """
    path = _NOWHERE if page.kind == LOST else page.path
    server.forget()
    with visited(browser, f"{server.address}{path}", probed=True) as visit:
        visit.page.wait_for_load_state("networkidle")
        answers = server.answers
        inline: int = visit.page.evaluate("probes.inlineScript()")
        hosts = sorted(visit.hosts - {urlsplit(server.address).netloc})
    missing = [it.path.removeprefix(SUB_PATH) for it in answers if it.status == 404]
    missing = [it for it in missing if it != path]
    yield figure(page, "bytes", _size(answers))
    yield figure(page, "requests", len(answers))
    yield figure(page, "missing", len(missing), missing)
    yield figure(page, "hosts", len(hosts), hosts)
    yield figure(page, "script", _size(answers, "javascript") + inline)
    yield figure(page, "font", _size(answers, "font"))


def _size(answers: tuple[Answer, ...], kind: str = "") -> int:
    return sum(answer.size for answer in answers if kind in answer.type)
