"""Where the glyphs stand: dates, ranges, numbers and phrases are seen in the order written (T12)."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsroom.text.bidi import isolate_html, isolate_plain

from .pages import BuiltPage, element_kinds, one_of_each, run_shapes

GLYPH_ORDER = Path(__file__).with_name("glyph_order.js").read_text("utf-8")


def frame(text: str, lang: str) -> str:
    return f'<!doctype html><html lang="{lang}" dir="{"rtl" if lang == "fa" else "ltr"}">{text}'


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Page:
    return chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()


@pytest.mark.parametrize(
    ("lang", "text", "run"),
    [
        ("fa", "<p>کشورهای BRICS+، رهبران</p>", "BRICS+: shown as +BRICS"),
        ("fa", "<p>در (BRICS+) بود</p>", "BRICS+: shown as +BRICS"),
        ("fa", "<p>زبان C++، و C#.</p>", "C++: shown as ++C"),
        ("fa", "<p>تا 21 June 2024 ماند</p>", "21 June 2024: shown as June 2024 21"),
        ("fa", "<p>تلفن +98 21 1234 است</p>", "+98 21 1234: shown as 1234 21 98+"),
        ("fa", "<p>از Kazan ۲۰۲۴ بود</p>", "Kazan: ۲ is not seen after it"),
        ("fa", "<p>در Kazan (Russia) بود</p>", "Russia: ) is not seen after it"),
        ("en", "<p>on ۱ تیر ۱۴۰۳ it</p>", "۱ تیر ۱۴۰۳: shown as ۱ ۱۴۰۳ ریت"),
        ("en", "<p>from ۱ تا ۴ تیر on</p>", "۱ تا ۴ تیر: shown as ۱ ریت ۴ ات"),
    ],
)
def test_run_that_is_not_isolated_is_found_and_isolation_is_the_cure(
    tab: Page, lang: str, text: str, run: str
) -> None:
    tab.set_content(frame(text, lang))
    found = tab.evaluate(GLYPH_ORDER)["wrong"]
    tab.set_content(isolate_html(frame(text, lang), lang))
    left = tab.evaluate(GLYPH_ORDER)["wrong"]

    assert run in found
    assert left == []


def test_run_in_a_drawing_is_found_and_controls_are_the_cure(tab: Page) -> None:
    text = "از BRICS+، تا"

    tab.set_content(frame(f'<svg><text x="99" y="20">{text}</text></svg>', "fa"))
    found = tab.evaluate(GLYPH_ORDER)["wrong"]
    isolated = isolate_plain(text, "fa")
    tab.set_content(frame(f'<svg><text x="99" y="20">{isolated}</text></svg>', "fa"))

    assert found[0] == "BRICS+: shown as +BRICS"
    assert tab.evaluate(GLYPH_ORDER) == {"runs": ["BRICS+"], "wrong": []}


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("۱۴۰۲–۱۴۰۳", True),
        ("۱۴۰۲-۱۴۰۳", False),  # at the beginning of a line a hyphen turns the years round
        ("از سال ۱۴۰۲-۱۴۰۳", True),
        ("۱۲ تا ۱۴ تیر (۲ تا ۴ ژوئیه)", True),
        ("۱۴۰۳/۰۴/۰۱، ساعت ۱۲:۲۶، ۱۲٪ و ۱۸٬۲۶۰ شهر", True),
    ],
)
def test_range_begins_with_its_first_value(tab: Page, text: str, is_right: bool) -> None:
    tab.set_content(frame(f"<p>{text}</p>", "fa"))

    found = tab.evaluate(GLYPH_ORDER)

    assert found["runs"]
    assert (found["wrong"] == []) == is_right


def test_every_run_of_every_kind_of_page_is_seen_as_it_is_written(
    tab: Page, served: str, pages: dict[str, BuiltPage]
) -> None:
    """T11, T12"""
    wrong: list[str] = []
    runs: set[str] = set()

    for page in one_of_each(pages, lambda page: {*element_kinds(page), *run_shapes(page)}):
        tab.goto(served + page.path)
        found = tab.evaluate(GLYPH_ORDER)
        wrong += [f"{page.path}: {run}" for run in found["wrong"]]
        runs |= set(found["runs"])

    assert wrong == []
    assert len(runs) > 200
