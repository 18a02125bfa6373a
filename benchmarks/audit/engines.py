"""Whether a page is right in an engine other than Chromium: order, font, search, filters, cards."""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from typing import Any, Protocol

from benchmarks.audit.browser import PROBES
from benchmarks.audit.figures import Figure, SitePage, count
from benchmarks.audit.serving import ServedSite

QUERIES = {"fa": "شهردار", "en": "mayor"}
"""What is typed into the box: a word every edition of the record has."""

_ESCAPE = "\ue00c"
_BOX = "input.nr-search"
_MENTION = ".nr-text .nr-mention"
_FILTER = "[data-filter]"


class Engine(Protocol):
    """A browser with one page open; actions are those of WebDriver."""

    key: str
    version: str

    def open(self, url: str) -> None: ...
    def run(self, script: str) -> None: ...
    def ask(self, expression: str) -> Any: ...
    def act(self, sources: Sequence[Mapping[str, Any]]) -> None: ...


def rightness(engine: Engine, server: ServedSite, page: SitePage) -> Iterator[Figure]:
    """Yield what is wrong on a page; filters and cards where it has them."""
    for _ in range(2):  # the font may be left out of a first view
        engine.open(f"{server.noted_address}{page.path}")
    engine.run(PROBES)
    yield count(page, f"{engine.key} order", engine.ask("probes.disorder()"))
    yield count(page, f"{engine.key} font", engine.ask("probes.misset()"))
    if engine.ask(f"Boolean(document.querySelector('{_FILTER}'))"):
        yield count(page, f"{engine.key} filters", engine.ask(f"probes.misfiltered('{_FILTER}')"))
    if engine.ask("Boolean(document.querySelector('[data-card]'))"):
        yield count(page, f"{engine.key} cards", list(_cards(engine)))
    _point(engine, _BOX, press=True)
    _type(engine, QUERIES[page.lang])
    found = engine.ask(f"probes.unfound('{_BOX}', {dumps(QUERIES[page.lang])})")
    yield count(page, f"{engine.key} search", found)
    notes = engine.ask("notes")
    yield count(page, f"{engine.key} console", notes["console"])
    yield count(page, f"{engine.key} policy", notes["policy"])


def _cards(engine: Engine) -> Iterator[str]:
    """What is wrong with the card of the first name: it has to come, and to go with Escape."""
    _point(engine, _MENTION)
    if not engine.ask("probes.isCarded()"):
        yield "no card is shown"
    _type(engine, _ESCAPE)
    if not engine.ask("document.querySelector('.nr-hover')?.hidden"):
        yield "the card stays"


def _point(engine: Engine, selector: str, *, press: bool = False) -> None:
    """Lead the mouse to an element, and press it."""
    x, y = engine.ask(f"probes.place('{selector}')")
    actions: list[dict[str, Any]] = [{"type": "pointerMove", "x": x, "y": y}]
    if press:
        actions += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
    mouse = {"pointerType": "mouse"}
    engine.act([{"type": "pointer", "id": "mouse", "parameters": mouse, "actions": actions}])


def _type(engine: Engine, text: str) -> None:
    actions = [{"type": kind, "value": it} for it in text for kind in ("keyDown", "keyUp")]
    engine.act([{"type": "key", "id": "keyboard", "actions": actions}])
