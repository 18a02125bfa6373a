"""What comes out on paper: all of it, on a sheet that stands and on one that lies."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from .conftest import serve
from .test_style import STYLES, name, rules

SHEETS = {"A4": 718, "A4, no margins": 794, "A4 across": 1047, "A5": 484}
"""What is left of each between its margins, in pixels."""

CONTAINED = """() => [...document.querySelectorAll("*")]
  .filter((it) => it.checkVisibility())
  .map((it) => [it.localName, it.className, getComputedStyle(it)])
  .filter(([, , style]) => style.containerType !== "normal" || style.contain !== "none")
  .map(([tag, names]) => `${tag}.${names}`)"""

DRAWN = """() => [...document.querySelectorAll(".nr-lane--bar, .nr-map__sheet")]
  .filter((it) => it.checkVisibility())
  .map((it) => it.classList[it.classList.length - 1])"""


LEFT_OUT = """() => [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.media?.mediaText === "print")
  .flatMap((rule) => [...rule.cssRules])
  .filter((rule) => rule.style.display === "none")
  .flatMap((rule) => [...document.querySelectorAll(rule.selectorText)])
  .map((it) => [`${it.localName}.${it.className}`, getComputedStyle(it).display])"""


class Declaration(NamedTuple):
    around: tuple[str, ...]
    """The rules it stands in, outermost first; the last is the selector."""
    property: str
    value: str

    @property
    def contains(self) -> bool:
        """Whether the size of a box is made independent of what stands in it."""
        wanted = {
            "container-type": r"size",
            "container": r"/.*size",
            "contain": r"size|strict|content|layout",
            "content-visibility": r"auto|hidden",
        }
        pattern = wanted.get(self.property)
        return bool(pattern and re.search(pattern, self.value))

    @property
    def frees(self) -> bool:
        return (self.property, self.value) == ("container-type", "normal")

    @property
    def media(self) -> str:
        return " ".join(it for it in self.around if it.startswith("@media"))


def declarations(style: str) -> Iterator[Declaration]:
    around: list[str] = []
    for text, brace in re.findall(r"([^{}]*)([{}])", style):
        *own, rest = text.split(";")
        for line in own if brace == "{" else [*own, rest]:
            key, colon, value = line.partition(":")
            if colon and around:
                yield Declaration(tuple(around), key.strip(), value.strip())
        if brace == "{":
            around.append(rest.strip())
        else:
            around.pop()


def contained_on_paper(style: str) -> set[str]:
    """The selectors that a sheet leaves contained when it is printed."""
    contained: set[str] = set()
    for it in declarations(style):
        if it.contains and "screen" not in it.media:
            contained.add(it.around[-1])
        elif it.frees and "print" in it.media:
            contained.discard(it.around[-1])
    return contained


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (".a { container-type: inline-size; color: red }", {".a"}),
        (".a { color: red; container: page / size }", {".a"}),
        ("@import url('x.css'); @media print { .a { contain: strict } }", {".a"}),
        ("@media screen { .a { container-type: size } }", set()),
        (".a { container-type: size } @media print { .a { container-type: normal } }", set()),
        (".a { container-type: size } @media print { .b { container-type: normal } }", {".a"}),
        ("@media print { .a { container-type: normal } } .a { container-type: size }", {".a"}),
        (".a { content-visibility: visible; contain: none }", set()),
    ],
)
def test_containment_is_read_off_a_style_sheet(style: str, expected: set[str]) -> None:
    assert contained_on_paper(style) == expected


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_no_style_sheet_contains_anything_on_paper(style: Path) -> None:
    """Firefox loses on paper what an @container rule lays out as grid, columns or flex."""
    assert contained_on_paper(rules(style)) == set()


@pytest.mark.parametrize("shell", ["newsroom", "material"])
def test_every_kind_of_page_is_free_to_break(
    chromium: Browser, site: Path, material_site: Path, shell: str
) -> None:
    tab = chromium.new_page()
    tab.emulate_media(media="print")

    with serve(site if shell == "newsroom" else material_site) as host:
        for path in ("index", "news/league-founded", "timeline", "participants/kavan"):
            tab.goto(f"{host}/{path}.html")
            assert tab.evaluate(CONTAINED) == [], path
    tab.context.close()


def test_what_is_left_out_on_paper_comes_back_by_no_later_rule(
    chromium: Browser, served: str
) -> None:
    tab = chromium.new_page()
    tab.emulate_media(media="print")
    shown = {}

    for path in ("news/league-founded", "timeline", "participants/index", "search"):
        tab.goto(f"{served}{path}.html")
        left_out = tab.evaluate(LEFT_OUT)
        assert len(left_out) > 5
        shown[path] = {name for name, display in left_out if display != "none"}
    tab.context.close()

    assert {path: names for path, names in shown.items() if names} == {}


@pytest.mark.parametrize("width", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_drawings_are_printed_on_every_sheet(
    chromium: Browser, served: str, prefix: str, width: int
) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 700})
    tab.emulate_media(media="print")

    drawn = []
    for path in ("timeline", "participants/index"):
        tab.goto(f"{served}{prefix}{path}.html")
        drawn.append(tab.evaluate(DRAWN))
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.context.close()

    assert drawn == [["nr-lane--bar"], ["nr-map__sheet--wide"]]
