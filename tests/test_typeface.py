"""The Persian typeface on a first visit: it comes, and hardly anything moves when it does."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from .pages import BuiltPage
from .visits import Visit, settle

HELD_BACK = 800
"""Milliseconds the font alone is late by."""

SHIFTED = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


HAS_COME = """document.fonts.check('700 16px "Vazirmatn Headline"', 'ق')"""


@pytest.mark.parametrize("width", [390, 1440])
def test_late_typeface_comes_and_moves_nothing(
    chromium: Browser, served: str, pages: dict[str, BuiltPage], width: int
) -> None:
    article = next(path for path, page in pages.items() if page.has_class("nr-article__lede"))
    for path in ("index.html", article.removeprefix("en/")):
        moves_nothing(chromium, f"{served}{path}", width)


def moves_nothing(chromium: Browser, address: str, width: int) -> None:
    visit = Visit(chromium, width)
    held: list[Route] = []
    visit.page.route("**/vazirmatn.woff2", lambda it: held.append(it))

    visit.page.goto(address, wait_until="commit")
    visit.page.wait_for_selector("h2")
    was_there = visit.page.evaluate(HAS_COME)
    visit.page.wait_for_timeout(HELD_BACK)
    for route in held:
        route.continue_()
    visit.page.evaluate("document.fonts.ready.then(() => null)")
    has_come = visit.page.evaluate(HAS_COME)
    shifted = visit.page.evaluate(SHIFTED)
    visit.close()

    assert (was_there, has_come) == (False, True)
    assert shifted <= 0.01


def test_stand_ins_have_the_space_of_the_typeface(site: Path) -> None:
    """A space of another font would make every line as wide as that font wants it."""
    style = (site / "assets" / "newsroom.css").read_text(encoding="utf-8")
    faces = [face.split("}")[0] for face in style.split("@font-face")[1:]]

    ranges = {face.split("unicode-range:")[1].split(";")[0].strip().lower() for face in faces}

    assert len(faces) > 3
    assert len(ranges) == 1
    assert ranges.pop().startswith("u+20,")


def test_running_text_is_in_the_typeface_from_disk(chromium: Browser, site: Path) -> None:
    visit = Visit(chromium, 390)
    visit.page.goto((site / "index.html").as_uri())
    settle(visit.page)

    family = visit.page.evaluate("getComputedStyle(document.querySelector('p')).fontFamily")
    has_come = visit.page.evaluate(HAS_COME)
    visit.close()

    assert family.startswith('"Vazirmatn Headline"')
    assert has_come
