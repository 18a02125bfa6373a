"""The rules for style, on every kind of page in Chromium: C1 to C11 of the checklist, and H4.

What is set in Persian is asked, wherever it stands; code is left out, it is set in its own type.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .conftest import ROOT
from .looks import Look
from .pages import BuiltPage

STYLES = sorted((ROOT / "overrides").rglob("*.css"))
FONT = ROOT / "overrides" / "assets" / "fonts" / "vazirmatn.woff2"

Row = dict[str, Any]
Looks = dict[str, list[Look]]


@pytest.fixture(scope="module")
def words(looks: Looks) -> list[Row]:
    """Everything that is set in words, in the usual mode."""
    return [
        {**row, "page": look.path, "page_lang": look.lang}
        for look in looks["light"]
        for row in look.words
    ]


@pytest.fixture(scope="module")
def persian(words: list[Row]) -> list[Row]:
    rows = [row for row in words if row["lang"] == "fa" and not row["isCode"]]
    assert len(rows) > 100
    return rows


def other_than(rows: list[Row], key: str, *expected: object) -> list[tuple[object, ...]]:
    """Where a property has another value."""
    return [
        (row["page"], row["kind"], row[key], row["words"][:40])
        for row in rows
        if row[key] not in expected
    ]


def rules(style: Path) -> str:
    """The text of a style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)


def name(path: Path) -> str:
    return path.name


def test_code_runs_from_left_to_right(words: list[Row]) -> None:
    """H4; but for the Persian runs in it."""
    code = [row for row in words if row["isCode"] and row["tag"] != "bdi"]

    assert {row["tag"] for row in code} >= {"code", "kbd", "pre", "samp"}
    assert other_than(code, "direction", "ltr") == []
    assert other_than(code, "align", "start") == []


def test_addresses_run_from_left_to_right(pages: dict[str, BuiltPage]) -> None:
    """H4"""
    addresses = [
        element
        for page in pages.values()
        for element in page.elements
        if re.fullmatch(r"https?://\S+", element.text.strip()) and element.passage.lang
        if not any(inner.parent is element for inner in page.elements)  # the innermost one
    ]

    assert len(addresses) > 100
    assert [element for element in addresses if element.attributes.get("dir") != "ltr"] == []


def test_joined_letters_are_not_spaced(persian: list[Row]) -> None:
    """C1"""
    assert other_than(persian, "spacing", "normal", "0px") == []


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_style_asks_for_no_letter_spacing(style: Path) -> None:
    """C1"""
    assert re.findall(r"letter-spacing:(?! 0;)[^;]+", rules(style)) == []


def test_persian_is_never_slanted(persian: list[Row]) -> None:
    """C2"""
    assert other_than(persian, "slant", "normal") == []


def test_words_keep_their_case(words: list[Row]) -> None:
    """C3; for Latin as well, whose case is the editors'."""
    assert other_than(words, "transform", "none") == []


def test_persian_lines_have_room(persian: list[Row]) -> None:
    """C4; a run in an English line has no line of its own, a drawing and a ruby have none at all. A
    figure and the title of the other language are as large as headings, and as short."""
    own = [row for row in persian if not row["isDrawn"] and row["tag"] != "rt"]
    own = [row for row in own if row["page_lang"] == "fa" or not row["isInline"]]

    def least(row: Row) -> float:
        short = {"nr-figure__value", "nr-parallel__title"}
        return 1.4 if row["isHeading"] or short & set(row["classes"]) else 1.8

    tight = [row for row in own if not row["leading"] >= least(row) - 0.001]
    assert other_than(tight, "leading") == []


def test_persian_is_set_larger_than_latin(words: list[Row]) -> None:
    """C5; by a twentieth at least. What a Persian and an English page both have is compared, and
    each run with the line it stands in. Code is Latin on both."""
    sizes: dict[str, dict[str, float]] = {}
    for row in words:
        if row["lang"] == row["page_lang"] and not row["isCode"]:
            sizes.setdefault(row["kind"], {})[row["lang"]] = row["size"]
    pairs = {kind: size for kind, size in sizes.items() if len(size) == 2}
    runs = [
        row
        for row in words
        if row["tag"] in ("bdi", "cite") and row["lang"] != row["page_lang"]
        if row["isInline"] and not row["isCode"]
        if "nr-participant__other" not in row["kind"]  # a second name is small in both scripts
    ]

    assert len(pairs) > 50 and len(runs) > 20
    assert {kind: s for kind, s in pairs.items() if s["fa"] < 1.05 * s["en"]} == {}
    for row in runs:
        around, own = row["sizeAround"], row["size"]
        larger, smaller = (own, around) if row["lang"] == "fa" else (around, own)
        assert larger >= 1.05 * smaller, row


def test_lines_begin_where_the_language_begins(words: list[Row], persian: list[Row]) -> None:
    """C6; the timeline's ticks are drawn, and their labels stand below their middle."""
    by_writer = [row for row in words if "nr-align-end" in row["classes"]]  # `---:` in a table
    assert other_than([row for row in words if row not in by_writer], "align", "start") == []
    assert {row["align"] for row in by_writer} == {"end"}
    assert other_than(persian, "hyphens", "none") == []


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_style_knows_no_left_and_no_right(style: Path) -> None:
    """C7; nor the widths and edges that are named by the screen."""
    text = rules(style)
    edge = r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:top|bottom)"

    assert re.findall(r"\b(?:left|right)\b", text) == []
    assert re.findall(rf"\b{edge}\b|[\s{{;](?:top|bottom|width|height):", text) == []
    # Four values are given to the edges of the screen, in their order round it.
    four = re.findall(r"\b(?:margin|padding|inset|border-[a-z]+):(?: [^\s;(]+){4};", text)
    assert four == []


def test_arrows_are_mirrored(words: list[Row], pages: dict[str, BuiltPage]) -> None:
    """C7"""
    arrows: dict[str, dict[str, list[str]]] = {}
    for row in words:
        if any(row["arrows"]):
            arrows.setdefault(row["kind"], {})[row["lang"]] = row["arrows"]
    mirror = str.maketrans("←→", "→←")

    for kind, shown in arrows.items():
        assert shown["fa"] == [arrow.translate(mirror) for arrow in shown["en"]], kind
    for page in pages.values():
        forwards = "→" if page.lang == "fa" else "←"
        assert [p for p in page.passages if p.lang and forwards in p.text] == [], page.path


def test_underlines_keep_clear_of_the_dots(persian: list[Row]) -> None:
    """C8"""
    lined = [row for row in persian if "underline" in row["underline"]]

    assert lined
    assert other_than([row for row in lined if not row["offset"] >= 0.25], "offset") == []
    assert other_than(lined, "skip", "auto") == []


def test_words_are_broken_anywhere_only_where_they_are_no_words(words: list[Row]) -> None:
    """C9; in an address or a digest."""
    broken = [row for row in words if row["wrap"] == "anywhere"]

    assert broken
    assert [row for row in broken if " " in row["words"]] == []


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_style_measures_nothing_by_the_figure_nought(style: Path) -> None:
    """C10"""
    assert re.findall(r"[\d.]+ch\b", rules(style)) == []


LINE = """async () => {
  const text = document.querySelector(".nr-article__text > p");
  const words = [...document.querySelectorAll(".nr-article__text > p")]
    .map((paragraph) => paragraph.textContent).join(" ").replace(/\\s+/g, " ");
  const size = getComputedStyle(text).fontSize;
  await document.fonts.load(`400 ${size} Vazirmatn`, words);
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `400 ${size} Vazirmatn`;
  return text.clientWidth / (canvas.measureText(words).width / words.length);
}"""


def test_line_of_persian_holds_sixty_to_seventy_five_letters(
    chromium: Browser, served: str
) -> None:
    """C10, in Vazirmatn."""
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})

    tab.goto(f"{served}news/league-founded.html")
    letters = tab.evaluate(LINE)
    tab.context.close()

    assert 60 <= letters <= 75


def test_bold_is_a_weight_of_the_font(persian: list[Row]) -> None:
    """C11"""
    from fontTools.ttLib import TTFont

    weights = [axis for axis in TTFont(FONT)["fvar"].axes if axis.axisTag == "wght"]
    (face,) = set(
        re.findall(
            r"@font-face \{[^}]*font-weight: (\d+) (\d+);",
            rules(FONT.parents[1] / "styles" / "faces.css"),
        )
    )
    used = {row["weight"] for row in persian}

    assert [(axis.minValue, axis.maxValue) for axis in weights] == [tuple(map(float, face))]
    assert 400 in used and 700 in used
    assert min(used) >= float(face[0]) and max(used) <= float(face[1])
    assert other_than(persian, "synthesis", "none") == []
    on_persian_pages = [row for row in persian if row["page_lang"] == "fa"]
    assert [
        r for r in on_persian_pages if not r["family"].lstrip('"').startswith("Vazirmatn")
    ] == []
