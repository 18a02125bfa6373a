"""What can be seen: the contrast of words and marks, in every mode a reader may choose; and rest."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Page

from .conftest import ROOT
from .looks import MARKED, Look

STYLES = ROOT / "overrides" / "assets" / "styles"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")
MAP = (STYLES / "map.css").read_text(encoding="utf-8")
TIMELINE = "timeline.html"

Looks = dict[str, list[Look]]
Colour = Sequence[float]


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.2 contrast ratio of two colours, each [red, green, blue] up to 255."""

    def luminance(colour: Colour) -> float:
        parts = [part / 255 for part in colour]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(share: float, one: Colour, other: Colour) -> Colour:
    """What `color-mix(in srgb, one share, other)` gives."""
    return [share * a + (1 - share) * b for a, b in zip(one, other, strict=True)]


def tokens(text: str, mode: int) -> dict[str, Colour]:
    pairs = re.findall(r"--nr-(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", text)
    return {name: list(bytes.fromhex(both[mode][1:])) for name, *both in pairs}


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_colours_of_the_palette_keep_their_distance(mode: int) -> None:
    usual, _, rest = TOKENS.partition("@media (prefers-contrast: more)")
    colours = tokens(usual, mode)
    more = {**colours, "soft": colours["ink"], **tokens(rest, mode)}
    land = mix(0.45, colours["line"], colours["paper"])

    assert "color-mix(in srgb, var(--nr-line) 45%, var(--nr-paper))" in MAP
    for palette, least, least_lit in ((colours, 5.5, 4.5), (more, 7, 7)):
        highlight = mix(0.09, palette["ochre"], palette["paper"])
        for ground in (palette["paper"], palette["raised"]):
            assert contrast(palette["ink"], ground) >= 12
            for key in ("soft", "accent", "ochre", "plum"):
                assert contrast(palette[key], ground) >= least, key
                assert contrast(palette[key], highlight) >= least_lit, key
        assert contrast(palette["ochre"], land) >= 3  # dots on the map


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_colours_of_drawings_keep_their_distance(mode: int) -> None:
    usual, _, rest = TOKENS.partition("@media (prefers-contrast: more)")
    colours = tokens(usual, mode)
    more = {**colours, "soft": colours["ink"], **tokens(rest, mode)}

    for palette, least in ((colours, 4.5), (more, 7)):
        for ground in ("land", "sea"):
            for key in ("ink", "soft"):
                assert contrast(palette[key], palette[ground]) >= least, (key, ground)
            assert contrast(palette["accent"], palette[ground]) >= 4.5, ground  # on rings
            assert contrast(palette["ochre"], palette[ground]) >= 3, ground  # dots
        for key in ("on", "spark"):
            assert contrast(palette[key], palette["block"]) >= least, key


@pytest.mark.parametrize(
    ("mode", "least"),
    [("light", 4.5), ("dark", 4.5), ("light, more contrast", 7), ("dark, more contrast", 7)],
)
def test_every_word_stands_out_from_its_ground(looks: Looks, mode: str, least: float) -> None:
    found = {
        (row["kind"], round(contrast(row["ink"], row["ground"]), 2))
        for look in looks[mode]
        for row in look.words
    }

    assert len(found) > 100
    assert {(kind, ratio) for kind, ratio in found if ratio < least} == set()


@pytest.mark.parametrize("mode", MARKED)
def test_every_mark_stands_out_from_its_ground(looks: Looks, mode: str) -> None:
    """By its filling or its edge."""
    marks = {str(mark): mark for look in looks[mode] for mark in look.marks}.values()
    (land,) = {tuple(m["paints"][0]) for m in marks if "nr-map__land" in m["kind"]}
    faint = [
        mark
        for mark in marks
        for ground in [land if "nr-map__dot" in mark["kind"] else mark["ground"]]
        if "nr-map__land" not in mark["kind"]
        if max(contrast(paint, ground) for paint in mark["paints"]) < 3
    ]

    assert len(marks) > 15
    assert faint == []


@pytest.mark.parametrize("mode", MARKED)
def test_hollow_marks_are_told_from_full_ones(looks: Looks, mode: str) -> None:
    (marks,) = [look.marks for look in looks[mode] if look.path == TIMELINE]
    rail = {m["kind"]: m["paints"][-1] for m in marks if "nr-rail__item--" in m["kind"]}
    full = [fill for kind, fill in rail.items() if "--held" in kind]
    hollow = [fill for kind, fill in rail.items() if "--planned" in kind or "--proposed" in kind]

    assert full and hollow
    assert all(contrast(a, b) >= 3 for a in full for b in hollow)


@pytest.fixture(params=["light", "dark"])
def forced(request: pytest.FixtureRequest, chromium: Browser) -> Page:
    """A tab in which the reader's system sets the colours."""
    context = chromium.new_context(forced_colors="active", color_scheme=request.param)
    request.addfinalizer(context.close)
    return context.new_page()


def style_of(page: Page, selector: str, *properties: str) -> list[str]:
    read = (
        "([selector, keys]) => keys.map(k => getComputedStyle(document.querySelector(selector))[k])"
    )
    found: list[str] = page.evaluate(read, [selector, list(properties)])
    return found


def test_forced_colours_leave_the_current_page_marked(forced: Page, served: str) -> None:
    forced.goto(served + TIMELINE)

    (here,) = style_of(forced, ".nr-nav__link[aria-current]", "borderBlockEndColor")
    (elsewhere,) = style_of(forced, ".nr-nav__link:not([aria-current])", "borderBlockEndColor")
    (view,) = style_of(forced, "body", "backgroundColor")

    assert here != elsewhere == view


def test_forced_colours_leave_the_focus_and_the_goal_of_a_link_seen(
    forced: Page, served: str
) -> None:
    forced.goto(f"{served}{TIMELINE}#kavanysh-2023")
    (view,) = style_of(forced, "body", "backgroundColor")
    goal = style_of(forced, ":target", "outlineStyle", "outlineWidth", "outlineColor")
    forced.keyboard.press("Tab")
    focus = style_of(forced, ":focus-visible", "outlineStyle", "outlineWidth", "outlineColor")

    for ring in (goal, focus):
        assert ring[0] == "solid" and float(ring[1].removesuffix("px")) >= 2
        assert ring[2] != view


def test_forced_colours_leave_the_filter_seen(forced: Page, served: str) -> None:
    forced.goto(served + TIMELINE)
    forced.click(".nr-filter__open")
    choice = forced.locator("input[value=planned]")
    before = choice.screenshot()

    choice.check()

    forced.mouse.move(0, 0)
    choice.evaluate("box => box.blur()")
    assert choice.screenshot() != before
    left = style_of(forced, ".nr-rail__item--planned, .nr-row.nr-planned", "display")
    assert "none" not in left
    gone = style_of(forced, ".nr-found:not(.nr-planned)", "display")
    assert gone == ["none"]


def test_nothing_moves_for_who_asked_for_rest(looks: Looks) -> None:
    assert [(look.path, look.moving) for look in looks["still"] if look.moving] == []
