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
        ("fa", "<p>کشورهای BRILS+، رهبران</p>", "BRILS+: shown as +BRILS"),
        ("fa", "<p>در (BRILS+) بود</p>", "BRILS+: shown as +BRILS"),
        ("fa", "<p>زبان C++، و C#.</p>", "C++: shown as ++C"),
        ("fa", "<p>تا 21 June 2024 ماند</p>", "21 June 2024: shown as June 2024 21"),
        ("fa", "<p>تلفن +98 21 1234 است</p>", "+98 21 1234: shown as 1234 21 98+"),
        ("fa", "<p>از Kavan ۲۰۲۴ بود</p>", "Kavan: ۲ is not seen after it"),
        ("fa", "<p>در Kavan (Russia) بود</p>", "Russia: ) is not seen after it"),
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


# What stands in a text, from the left as a reader sees it.
AS_SEEN = [
    ("fa", "نسخهٔ .NET و ~10 km", [".NET", "~10 km"]),
    ("fa", "دما 25°C بود و شب به -5°C رسید.", ["25°C", "-5°C"]),
    ("fa", "از St. Petersburg آمد و No. 5 را خواند.", ["St. Petersburg", "No. 5"]),
    ("fa", "کتاب Kavan: A City و هتل Park – North را", ["Kavan: A City", "Park – North"]),
    ("fa", "تلفن (021) 8877-6655 و ۰۲۱-۸۸۷۷ است.", ["(021) 8877-6655", "۰۲۱-۸۸۷۷"]),
    ("fa", "دمای −۵ درجه و -۱۲٫۵ درجه", ["−۵", "-۱۲٫۵"]),
    ("fa", "در /etc/fstab و data/events/، C# و 50 %", ["/etc/fstab", "data/events/", "C#", "50 %"]),
    ("fa", "گفت “quoted, yes.” و U.S. و $5", ["“quoted, yes.”", "U.S.", "$5"]),
    ("fa", "<em>Kavan</em>: A City و x<sup>2</sup>+", ["Kavan: A City", "x2+"]),
    ("fa", "با R&amp;D و 21&nbsp;June 2024 و &lt;br&gt;", ["R&D", "21\u00a0June 2024", "<br>"]),
    ("fa", "دما ۲۵°C و km² و 2.5 μm و G۲۰", ["۲۵°C", "km²", "2.5 μm", "G۲۰"]),
    ("fa", "در https://example.org/a?b=1&amp;c=2#d.", ["https://example.org/a?b=1&c=2#d"]),
    ("fa", "در https://example.org/۱۴۰۳/x/?y=۱ است", ["https://example.org/۱۴۰۳/x/?y=۱"]),
]
SEEN = """(text) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const signs = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    [...node.nodeValue].forEach((sign, at) => signs.push({ sign, node, at }));
  }
  const from = signs.map(({ sign }) => sign).join("").indexOf(text);
  const range = document.createRange();
  const place = ({ node, at }) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().x;
  };
  return signs.slice(from, from + text.length).sort((a, b) => place(a) - place(b))
    .map(({ sign }) => sign).join("");
}"""
"""What stands in the body, sign by sign from the left."""


@pytest.mark.parametrize(("lang", "text", "runs"), AS_SEEN)
def test_run_is_read_from_its_own_side(tab: Page, lang: str, text: str, runs: list[str]) -> None:
    tab.set_content(isolate_html(frame(f"<body><p>{text}</p></body>", lang), lang))

    assert [tab.evaluate(SEEN, run) for run in runs] == runs


@pytest.mark.parametrize(
    ("lang", "text", "run", "seen"),
    [
        ("en", "at −۵ درجه it", "−۵ درجه", "هجرد −۵"),
        ("en", "says «در BRILS+ بود» there", "«در BRILS+ بود»", "»دوب BRILS+ رد«"),
        ("fa", "متن در Kavan. پایان", "Kavan. ", " .Kavan"),
        ("fa", "از ۱۴۰۲-۱۴۰۳ بود", "۱۴۰۲-۱۴۰۳", "۱۴۰۳-۱۴۰۲"),
    ],
)
def test_persian_is_read_from_the_right(
    tab: Page, lang: str, text: str, run: str, seen: str
) -> None:
    tab.set_content(isolate_html(frame(f"<body><p>{text}</p></body>", lang), lang))

    assert tab.evaluate(SEEN, run) == seen


def test_run_in_a_drawing_is_found_and_controls_are_the_cure(tab: Page) -> None:
    text = "از BRILS+، تا"

    tab.set_content(frame(f'<svg><text x="99" y="20">{text}</text></svg>', "fa"))
    found = tab.evaluate(GLYPH_ORDER)["wrong"]
    isolated = isolate_plain(text, "fa")
    tab.set_content(frame(f'<svg><text x="99" y="20">{isolated}</text></svg>', "fa"))

    assert found[0] == "BRILS+: shown as +BRILS"
    assert tab.evaluate(GLYPH_ORDER) == {"runs": ["BRILS+"], "wrong": []}


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("۱۴۰۲–۱۴۰۳", True),
        ("۱۴۰۲-۱۴۰۳", False),  # at the beginning of a line a hyphen turns the years round
        ("از سال ۱۴۰۲-۱۴۰۳", True),
        ("۱۲ تا ۱۴ تیر (۲ تا ۴ ژوئیه)", True),
        ("۱۴۰۳/۰۴/۰۱، ساعت ۱۴:۳۵، ۱۲٪ و ۱۳٬۴۷۰ شهر", True),
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
    assert len(runs) > 150
