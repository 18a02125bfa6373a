"""Drawings as Chromium sets them: words stand apart, on the sheet, and no wider than was reckoned."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from newsroom.site.graphics.measure import width
from newsroom.site.graphics.shapes import svg
from newsroom.text.languages import LANGS, direction

from .pages import BuiltPage
from .site.graphics.invented import NAMES, NOTES, SENTENCES, drawings

WORDS = """() => [...document.querySelectorAll('.nr-graphic__drawing')].map((drawing) => {
  const box = (it) => { const b = it.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] }
  // The box of a text is as high as its font; letters are lower.
  const text = (it) => { const [l, t, r, b] = box(it), cut = (b - t) * 0.2; return [l, t + cut, r, b - cut] }
  const marks = ':is(circle:not([class$="__ring"]))'
  return {
    sheet: box(drawing),
    words: [...drawing.querySelectorAll('text')].map((it) => [it.textContent, ...text(it)]),
    marks: [...drawing.querySelectorAll(marks)].map((it) => ['', ...box(it)]),
  }
})"""

Drawn = dict[str, Any]


def faults(drawn: Drawn) -> list[tuple[str, str]]:
    """The words that lie on other words or on marks, and those that leave the sheet."""
    left, top, right, bottom = drawn["sheet"]
    found = []
    for at, (text, x, y, to_x, to_y) in enumerate(drawn["words"]):
        if x < left - 3 or y < top - 3 or to_x > right + 3 or to_y > bottom + 3:
            found.append((text, "sheet"))
        for other, u, v, to_u, to_v in (*drawn["words"][at + 1 :], *drawn["marks"]):
            if x < to_u and u < to_x and y < to_v and v < to_y:
                found.append((text, other))
    return found


def page_of(lang: str, body: str, site: Path) -> str:
    sheet = (site / "assets" / "newsroom.css").as_uri()
    return (
        f'<!doctype html><html lang="{lang}" dir="{direction(lang)}"><meta charset="utf-8">'
        f'<link rel="stylesheet" href="{sheet}"><body class="nr-body">{body}'
    )


@pytest.mark.parametrize("wide", [280, 350, 560])
@pytest.mark.parametrize("lang", LANGS)
def test_words_of_fifty_drawings_stand_apart(
    chromium: Browser, site: Path, tmp_path: Path, lang: str, wide: int
) -> None:
    drawn = list(drawings(lang))
    figures = "".join(
        f'<figure class="nr-graphic">{svg(it, lang, name)}</figure>' for name, it in drawn
    )
    file = tmp_path / "page.html"
    file.write_text(page_of(lang, figures, site), encoding="utf-8")
    page = chromium.new_page(viewport={"width": wide, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    found = page.evaluate(WORDS)
    page.close()

    assert len(found) == len(drawn) == 50
    assert {
        name: faults(it) for (name, _), it in zip(drawn, found, strict=True) if faults(it)
    } == {}


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("lang", LANGS)
def test_words_are_no_wider_than_was_reckoned(
    chromium: Browser, site: Path, tmp_path: Path, lang: str, weight: str
) -> None:
    texts = [*NAMES[lang], NOTES[lang], SENTENCES[lang]]
    bold = {"bold": "700", "regular": "400"}[weight]
    lines = "".join(f'<text font-size="40" font-weight="{bold}">{it}</text>' for it in texts)
    file = tmp_path / "page.html"
    drawn = f'<svg class="nr-graphic__drawing" viewBox="0 0 4000 100">{lines}</svg>'
    body = f'<figure class="nr-graphic">{drawn}</figure>'
    file.write_text(page_of(lang, body, site), encoding="utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    measured = page.evaluate(
        "() => [...document.querySelectorAll('text')].map((it) => it.getComputedTextLength())"
    )
    page.close()

    for text, set_at in zip(texts, measured, strict=True):
        assert 0.85 * width(text, 40, weight) <= set_at <= width(text, 40, weight), text


@pytest.mark.parametrize("wide", [320, 390, 1440])
def test_words_of_the_record_stand_apart(
    chromium: Browser, site: Path, pages: dict[str, BuiltPage], wide: int
) -> None:
    drawn = [path for path, page in pages.items() if "nr-graphic__drawing" in page.html]
    assert len(drawn) >= 6
    tab = chromium.new_page(viewport={"width": wide, "height": 900})
    found = {}
    for path in drawn:
        tab.goto((site / path).as_uri())
        tab.evaluate("document.fonts.ready")
        found[path] = [fault for it in tab.evaluate(WORDS) for fault in faults(it)]
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    tab.close()

    assert {path: faults for path, faults in found.items() if faults} == {}
