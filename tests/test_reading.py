"""What a reader meets first, measured in Chromium: the news before the apparatus, notes beside the
text, and links a finger can hit."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .pages import BuiltPage
from .visits import settle

PHONE, WIDE = (390, 844), (1440, 900)
FINGER = 44

Rect = dict[str, float]

MEASURED = """() => {
  const at = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top: top + scrollY, bottom: bottom + scrollY };
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const sentence = (paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    range.setStart(paragraph, 0);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = node.data.search(/[.!؟?](\\s|$)/);
      range.setEnd(node, end < 0 ? node.length : end + 1);
      if (end >= 0) break;
    }
    return at(range);
  };
  const lede = document.querySelector(".nr-article__lede > p");
  return {
    headlines: all(".nr-band__title").map(at),
    graphics: all(".nr-graphic").map(at),
    sentence: lede && sentence(lede),
    notes: all(".nr-article__text > .note").map((note) => ({ ...at(note),
      text: note.querySelector("p").checkVisibility(), open: note.open })),
    blocks: all(".nr-article__text > :not(.note, span, h2, h3)").map(at),
    column: lede && at(lede),
    references: all(".nr-note__reference").map(at),
  };
}"""

SMALL = """() => {
  // What is in a line of text is as high as the line; so is a box that is drawn beside its label.
  const inText = ":is(.nr-text, .nr-home__what, .nr-run, .nr-changes, figcaption) :is(a, button), .nr-skip, label > input";
  const targets = [...document.querySelectorAll("a, button, summary, select, label, input")];
  return targets.filter((target) => !target.matches(inText)).flatMap((target) => {
    if (!target.getClientRects().length || target.closest("svg")) return [];
    // Where the whole of an entry leads on, the entry is what is hit.
    const spread = getComputedStyle(target, "::after");
    const hit = spread.position === "absolute" && spread.content !== "none"
      ? target.closest("li") : target;
    const { height } = hit.getBoundingClientRect();
    return height < 43.5 ? [`${target.outerHTML.slice(0, 90)}: ${height}`] : [];
  });
}"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    yield from opened(chromium, *PHONE)


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    yield from opened(chromium, *WIDE)


def opened(chromium: Browser, width: int, height: int) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def measured(page: Page, address: str) -> dict[str, Any]:
    page.goto(address)
    settle(page)
    found: dict[str, Any] = page.evaluate(MEASURED)
    return found


Articles = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def on_phone(chromium: Browser, served: str, pages: dict[str, BuiltPage]) -> Articles:
    """What is measured of every article on a phone, by its path; each is opened once."""
    tab, found = chromium.new_page(viewport={"width": PHONE[0], "height": PHONE[1]}), {}
    for path in articles(pages):
        found[path] = measured(tab, f"{served}{path}")
        found[path]["small"] = tab.evaluate(SMALL)
        found[path]["length"] = length_of(tab)
        is_shown = tab.is_visible("#nr-source")
        tab.click("a[href='#nr-source']")
        found[path]["source"] = (is_shown, tab.is_visible("#nr-source"))
    tab.close()
    return found


def length_of(tab: Page) -> int:
    """How high the page is in its typeface, which a busy machine may not have in time."""
    lengths = []
    for _ in range(3):
        lengths.append(tab.evaluate("document.documentElement.scrollHeight"))
        tab.reload()
    return min(lengths)


def articles(pages: dict[str, BuiltPage]) -> list[str]:
    return [path for path, page in pages.items() if page.has_class("nr-article__lede")]


def meet(one: Rect, other: Rect) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_front_page_begins_with_news_and_a_drawing(
    phone: Page, wide: Page, served: str, prefix: str
) -> None:
    narrow = measured(phone, f"{served}{prefix}index.html")
    broad = measured(wide, f"{served}{prefix}index.html")

    assert narrow["headlines"][0]["top"] < narrow["headlines"][0]["bottom"] <= 400
    assert broad["graphics"][0]["top"] <= 300
    assert not meet(broad["graphics"][0], broad["headlines"][0])


def test_first_sentence_of_every_article_is_on_the_first_screen(on_phone: Articles) -> None:
    assert on_phone
    for path, found in on_phone.items():
        assert found["sentence"]["bottom"] <= PHONE[1], path
        assert all(it["top"] >= found["sentence"]["bottom"] for it in found["graphics"]), path


def test_notes_are_closed_on_a_phone_and_their_number_opens_them(
    phone: Page, served: str, on_phone: Articles
) -> None:
    for path, found in on_phone.items():
        assert found["notes"], path
        assert 0 < len(found["references"]) <= len(found["notes"]), path  # none below a list
        assert not any(note["open"] or note["text"] for note in found["notes"]), path
        assert max(it["bottom"] - it["top"] for it in found["notes"]) <= 90, path

    phone.goto(f"{served}{path}")
    phone.click(".nr-note__reference >> nth=0")

    assert measured_notes(phone)[0]["open"]


def measured_notes(page: Page) -> list[dict[str, Any]]:
    notes: list[dict[str, Any]] = page.evaluate(MEASURED)["notes"]
    return notes


def test_notes_stand_open_in_the_margin_and_tear_no_hole(
    wide: Page, served: str, pages: dict[str, BuiltPage]
) -> None:
    for path in articles(pages):
        found = measured(wide, f"{served}{path}")
        column, aside = found["column"], [*found["notes"], *found["graphics"]]
        assert all(note["text"] for note in found["notes"]), path
        assert not [it for it in aside if meet(it, {**column, "bottom": 1e6})], path
        assert not [pair for pair in combinations(aside, 2) if meet(*pair)], path
        gaps = [
            after["top"] - before["bottom"]
            for before, after in zip(found["blocks"], found["blocks"][1:], strict=False)
        ]
        assert max(gaps, default=0) <= 110, path  # room for a heading, and no more


@pytest.mark.parametrize("path", ["index.html", "en/index.html"])
def test_links_of_the_front_page_are_as_high_as_a_finger(
    phone: Page, served: str, path: str
) -> None:
    phone.goto(f"{served}{path}")
    settle(phone)

    assert phone.evaluate(SMALL) == []


def test_links_of_an_article_are_as_high_as_a_finger(on_phone: Articles) -> None:
    assert {path: found["small"] for path, found in on_phone.items() if found["small"]} == {}


def test_fingerprints_stand_on_the_page_of_sources_alone(pages: dict[str, BuiltPage]) -> None:
    shown = [path for path, page in pages.items() if page.has_class("nr-digest")]

    assert sorted(shown) == ["en/sources.html", "sources.html"]


def test_details_of_the_source_open_at_the_foot(on_phone: Articles) -> None:
    assert {found["source"] for found in on_phone.values()} == {(False, True)}


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_search_takes_the_row_of_a_phone_when_it_is_written_in(
    phone: Page, served: str, prefix: str
) -> None:
    phone.goto(f"{served}{prefix}index.html")
    box = phone.locator("input.nr-search")
    narrow = box.bounding_box()
    assert narrow is not None and narrow["width"] <= 50

    box.focus()

    broad = box.bounding_box()
    assert broad is not None and broad["width"] >= 330
    box.fill("a")
    box.blur()
    assert box.bounding_box() == broad
