"""The timeline to scale, as Chromium draws it; and what a finger has to hit on a phone."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser

from .visits import Visit, settle

PREFIXES = {"fa": "", "en": "en/"}
WIDTHS = (320, 390, 768, 1440)
FINGER = 44
"""Pixels; WCAG 2.2, success criterion 2.5.5."""

PANELS = """() => [...document.querySelectorAll('.nr-panel')].map(panel => {
  const box = element => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {left, right, top, bottom};
  };
  const boxes = (within, selector) => [...within.querySelectorAll(selector)].map(box);
  const gap = panel.querySelector('.nr-panel__gap');
  return {
    body: box(panel.querySelector('.nr-panel__body')),
    axis: box(panel.querySelector('.nr-axis')),
    labels: boxes(panel, '.nr-axis text'),
    gap: gap && gap.checkVisibility() ? gap.innerText : '',
    rows: [...panel.querySelectorAll('.nr-row')].map(row => ({
      words: boxes(row, '.nr-row__title, .nr-row__date'),
      lane: box(row.querySelector('.nr-lane')),
      marks: boxes(row, '.nr-lane .nr-mark'),
      bars: boxes(row, '.nr-lane__bar'),
      open: boxes(row, '.nr-lane__open'),
      shape: row.querySelector('.nr-lane').classList[2],
      state: row.querySelector('.nr-state').innerText,
      size: parseFloat(getComputedStyle(row.querySelector('.nr-row__date')).fontSize),
    })),
  };
})"""

# Every link and control outside running text that is lower than a finger needs, with its height.
LOW = """(finger) => {
  for (const details of document.querySelectorAll('main details')) details.open = true;
  const running = '.nr-text :is(p, li, td, dd), blockquote, .nr-glossary dd, svg';
  return [...document.querySelectorAll('main :is(a[href], button, summary, select, label)')]
    .filter(each => each.checkVisibility() && !each.closest(running))
    .map(each => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect().height])
    .filter(([, height]) => height < finger);
}"""


Panels = list[dict[str, Any]]


@pytest.fixture(scope="module")
def panels(chromium: Browser, served: str) -> dict[tuple[str, int], Panels]:
    """The panels of each language at each width."""
    visit, found = Visit(chromium), {}
    for lang, prefix in PREFIXES.items():
        visit.page.goto(f"{served}{prefix}timeline.html")
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            settle(visit.page)
            found[lang, width] = visit.page.evaluate(PANELS)
    visit.close()
    return found


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def lies_in(inner: dict[str, float], outer: dict[str, float], air: float) -> bool:
    return inner["left"] >= outer["left"] - air and inner["right"] <= outer["right"] + air


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", PREFIXES)
def test_labels_of_a_panel_collide_with_nothing(
    panels: dict[tuple[str, int], Panels], lang: str, width: int
) -> None:
    for panel in panels[lang, width]:
        assert panel["labels"]
        assert not [pair for pair in combinations(panel["labels"], 2) if meet(*pair)]
        # At an end a label of the other calendar may be a little wider than was reckoned.
        assert all(lies_in(label, panel["body"], 1) for label in panel["labels"])
        for row in panel["rows"]:
            assert row["size"] >= 13
            assert not [words for words in row["words"] if meet(words, row["lane"])]
            assert all(lies_in(words, panel["body"], 0.5) for words in row["words"])


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("lang", PREFIXES)
def test_date_that_is_not_known_is_no_filled_bar(
    panels: dict[tuple[str, int], Panels], lang: str, width: int
) -> None:
    rows = [row for panel in panels[lang, width] for row in panel["rows"]]

    assert {row["shape"] for row in rows} >= {
        f"nr-lane--{shape}" for shape in ("point", "bar", "within", "reported")
    }
    for row in rows:
        is_bar = row["shape"] == "nr-lane--bar"
        assert bool(row["bars"]) == is_bar
        assert bool(row["marks"]) != is_bar
        assert bool(row["open"]) == (row["shape"] in ("nr-lane--within", "nr-lane--reported"))
        assert all(lies_in(mark, row["lane"], 8) for mark in row["marks"])
        assert row["state"]  # by a word, and not by shape and colour alone


def test_time_runs_from_right_to_left_in_persian(panels: dict[tuple[str, int], Panels]) -> None:
    drawn = {
        lang: [
            (row["marks"][0]["left"] + row["marks"][0]["right"]) / 2 - row["lane"]["left"]
            if lang == "en"
            else row["lane"]["right"] - (row["marks"][0]["left"] + row["marks"][0]["right"]) / 2
            for panel in panels[lang, 390]
            for row in panel["rows"]
            if row["marks"]
        ]
        for lang in PREFIXES
    }

    assert drawn["fa"] == pytest.approx(drawn["en"], rel=0.03, abs=2)


@pytest.mark.parametrize("width", [390, 1440])
def test_time_left_out_is_told_in_words_until_something_is_chosen(
    chromium: Browser, served: str, width: int
) -> None:
    visit = Visit(chromium, width)
    visit.page.goto(f"{served}en/timeline.html")
    told = [panel["gap"] for panel in visit.page.evaluate(PANELS)]
    visit.page.click(".nr-filter__open")
    visit.page.check("input[value=held]")
    chosen = [panel["gap"] for panel in visit.page.evaluate(PANELS)]
    visit.close()

    assert told == ["", "5 months without an entry", "6 months without an entry"]
    assert chosen == ["", "", ""]


@pytest.mark.parametrize("lang", PREFIXES)
def test_panels_lie_beside_each_other_where_there_is_room(
    panels: dict[tuple[str, int], Panels], lang: str
) -> None:
    wide, narrow = panels[lang, 1440], panels[lang, 390]

    assert len({panel["body"]["top"] for panel in wide}) == 1
    assert len({panel["body"]["left"] for panel in narrow}) == 1
    starts = [panel["body"]["left"] for panel in wide]
    assert starts == sorted(starts, reverse=lang == "fa")


@pytest.mark.parametrize("lang", PREFIXES)
def test_links_and_controls_are_as_high_as_a_finger(visit: Visit, served: str, lang: str) -> None:
    low = {}
    for path in (
        "timeline",
        "participants/index",
        "participants/ilvar-melchin",
        "participants/kavan",
        "disagreements",
        "outcomes",
        "follow",
        "data",
        "sources",
        "corrections",
        "translations",
        "search",
        "guide/glossary",
        "news/index",
        "parallel/league-founded",
    ):
        visit.page.goto(f"{served}{PREFIXES[lang]}{path}.html")
        for width in (320, 390):
            visit.page.set_viewport_size({"width": width, "height": 900})
            found = visit.page.evaluate(LOW, FINGER)
            over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert visit.page.evaluate(over) <= 0, path
            if found:
                low[path, width] = found

    assert low == {}
