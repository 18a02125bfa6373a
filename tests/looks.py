"""Reading the pages as Chromium sets them: computed style, in each mode a reader may choose."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from newsroom.text.elements import ELEMENTS

from .pages import BuiltPage

MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "light, more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
    "light, forced colours": {"color_scheme": "light", "forced_colors": "active"},
    "dark, forced colours": {"color_scheme": "dark", "forced_colors": "active"},
    "still": {"reduced_motion": "reduce"},
}
COLOURED = {mode for mode in MODES if "forced" not in mode and mode != "still"}
"""The modes in which words are asked for their colours; the reader's system sets them in the others."""
MARKED = ["light", "dark", "light, forced colours", "dark, forced colours"]
"""The modes in which marks are."""
_USUAL = {
    "color_scheme": "light",
    "contrast": "no-preference",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
}

MARKS = (
    ".nr-rail__item::after",
    ".nr-mark",
    ".nr-lane__bar",
    ".nr-lane__open",
    ".nr-lane__post",
    ".nr-map__dot",
    ".nr-map__land",
    ".nr-graphic__disc",
    ".nr-graphic__hoop",
    ".nr-graphic__rhombus",
    ".nr-graphic__dots",
    ".nr-card",
    ".nr-chips .nr-name",
    ".nr-participant__kind",
)
"""What says something without words: dots, bars and coloured edges."""

_STYLES = Path(__file__).with_name("styles.js").read_text(encoding="utf-8")

# Elements that hold no words of their own.
_WORDLESS = set("svg path img input br hr col colgroup".split())
_SPECIMEN = """(tags) => {
  const specimen = document.createElement("div");
  specimen.className = "nr-text specimen";
  for (const tag of tags) {
    const element = document.createElement(tag);
    element.append("Word");
    specimen.append(element);
  }
  const run = document.createElement("bdi");
  run.lang = document.documentElement.lang === "fa" ? "en" : "fa";
  run.append("Run");
  specimen.querySelector("em").append(run);
  document.querySelector(".nr-text").after(specimen);
}"""


@dataclass(frozen=True)
class Look:
    """One page in one mode; what the rows hold stands in `styles.js`."""

    path: str
    words: list[dict[str, Any]]
    marks: list[dict[str, Any]]
    moving: list[str]

    @property
    def lang(self) -> str:
        return "en" if self.path.startswith("en/") else "fa"


def read_looks(chromium: Browser, base: str, pages: list[BuiltPage]) -> dict[str, list[Look]]:
    """How each page is set, by mode.

    In the usual mode with all there is to know; in the others, which change colours and no letters,
    the Persian pages will do. The first page with text of each language is given every element
    Markdown may bring besides, so that a rule holds for those no author has used yet.
    """
    tab = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    looks: dict[str, list[Look]] = {mode: [] for mode in MODES}
    tags = sorted(ELEMENTS - _WORDLESS)
    without_specimen = {"fa", "en"}
    for page in pages:
        tab.goto(base + page.path)
        if page.lang in without_specimen and page.has_class("nr-text"):
            tab.evaluate(_SPECIMEN, tags)
            without_specimen.remove(page.lang)
        for mode in MODES if page.lang == "fa" else ["light"]:
            tab.emulate_media(**{**_USUAL, **MODES[mode]})
            asked = {
                "marks": MARKS if mode in MARKED else [],
                "isWorded": mode in COLOURED,
                "isWhole": mode == "light",
            }
            found = tab.evaluate(_STYLES, asked)
            looks[mode].append(Look(page.path, **found))
    tab.context.close()
    assert without_specimen == set()
    return looks


def write_looks(looks: dict[str, list[Look]]) -> str:
    """The looks as JSON, for the other processes of a test run; `load_looks` reads it."""
    return json.dumps({mode: [asdict(look) for look in its] for mode, its in looks.items()})


def load_looks(text: str) -> dict[str, list[Look]]:
    return {mode: [Look(**look) for look in its] for mode, its in json.loads(text).items()}
