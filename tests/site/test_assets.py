"""Style sheets, scripts and the icon as they are published."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from newsroom.site.assets import compact, is_compactable, is_part
from newsroom.site.index import CHOICES

from ..conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"
SHEETS = sorted(ASSETS.glob("*.css"))
PARTS = {
    "styles/tokens.css": (
        ":root {\n  --nr-accent: light-dark(#010203, #a0b0c0);\n}\n"
        "@media (prefers-contrast: more) {\n"
        "  :root { --nr-accent: light-dark(#000000, #ffffff); }\n}"
    ),
    "styles/card.css": '/* Cards. */\n.nr-a {\n  background: url("../card.svg");\n}\n',
    "styles/note.css": ".nr-b { color: red; }\n",
    "frame.css": '@import url("styles/card.css");\n@import url("styles/note.css");\n',
}


def read_part(path: str) -> str:
    return (ASSETS / path).read_text(encoding="utf-8")


def imported(sheet: str) -> Iterator[str]:
    """The files of a sheet, in their order."""
    for path in re.findall(r'@import url\("(.+)"\);', read_part(sheet)):
        yield path
        yield from imported(path)


def made(name: str, text: str) -> str:
    return compact(name, {**PARTS, name: text}.__getitem__)


def name(path: Path) -> str:
    return path.name


def test_sheet_holds_those_it_imports_in_their_place() -> None:
    text = '/* A page. */\n@import url("frame.css");\n\n.nr-c { color: blue; }\n'

    assert made("page.css", text) == (
        '.nr-a{background:url("card.svg")}.nr-b{color:red}.nr-c{color:blue}\n'
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.css", ".a { color: dark(accent); }", ".a{color:#a0b0c0}\n"),
        (
            "assets/a.css",
            ".a { color: light-dark(red, blue); }",
            ".a{color:light-dark(red,blue)}\n",
        ),
        ("a.svg", '<svg fill="light(accent)"/>\n', '<svg fill="#010203"/>\n'),
    ],
)
def test_colour_is_looked_up_among_the_tokens(name: str, text: str, expected: str) -> None:
    assert made(name, text) == expected


def test_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError, match="acent"):
        made("a.svg", '<svg fill="light(acent)"/>')


def test_rule_for_choices_is_written_for_each() -> None:
    text = ".a:has(.nr-CHOICE:checked) .b:not(.nr-CHOICE) {\n  display: none;\n}\n"

    sheet = made("a.css", text)

    found = re.findall(r"\.a:has\(\.nr-(\w+):checked\) \.b:not\(\.nr-\1\)", sheet)
    assert found == [*CHOICES]
    assert {"person", "held", "planned", "proposed", "article", "f1", "f40"} <= {*found}
    assert sheet.endswith("{display:none}\n") and sheet.count("{") == 1


def test_components_are_not_published_by_themselves() -> None:
    assert is_part("assets/styles/card.css") and not is_compactable("assets/styles/card.css")
    assert is_compactable("assets/newsroom.css") and not is_part("assets/newsroom.css")


def test_every_component_is_in_a_sheet_and_in_none_twice() -> None:
    components = {f"styles/{path.name}" for path in (ASSETS / "styles").iterdir()}
    components -= {"styles/book.css", "styles/edition.css"}  # they lie in what no page asks for
    parts = {sheet.name: [*imported(sheet.name)] for sheet in SHEETS}

    assert set().union(*parts.values()) - {sheet.name for sheet in SHEETS} == components
    assert {sheet: paths for sheet, paths in parts.items() if len({*paths}) < len(paths)} == {}


def test_colours_of_the_palette_stand_in_one_file() -> None:
    palette = set(re.findall(r"#[0-9a-f]{6}\b", read_part("styles/tokens.css"))) - {"#ffffff"}
    files = [path for path in (ROOT / "overrides").rglob("*.*") if path.suffix != ".woff2"]
    places = {
        path.name
        for path in files
        if any(colour in path.read_text(encoding="utf-8") for colour in palette)
    }

    assert len(palette) > 12
    assert places == {"tokens.css"}


RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // A browser keeps what holds a variable as it is written.
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s*,\\s*/g, ","));
}"""


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_compact_sheet_has_the_rules_of_its_sources(chromium: Browser, sheet: Path) -> None:
    """As a browser reads them: rcssmin 1.3 joins what it should not in nested rules."""
    texts = [read_part(path) for path in imported(sheet.name)] + [read_part(sheet.name)]
    whole = "".join(re.sub(r'@import url\("[\w./-]+"\);', "", text) for text in texts)
    whole = whole.replace('url("../', 'url("')
    tab = chromium.new_page()

    before = tab.evaluate(RULES, whole)
    after = tab.evaluate(RULES, compact(sheet.name, read_part))

    tab.close()
    derived = [rule for rule in before if "CHOICE" in rule or "light(" in rule]
    assert len(before) == len(after) > 5
    assert [
        two for one, two in zip(before, after, strict=True) if one != two and one not in derived
    ] == []
    assert len(derived) <= 1


def test_script_is_made_small_and_keeps_its_names() -> None:
    text = "// Why.\nconst first = 1;\n\nconst second = first + 1;\n"

    assert made("page.js", text) == (
        '(()=>{"use strict";const first=1;const second=first+1;})();\n'
    )


SCRIPTS = sorted(ASSETS.glob("*.js"))
OF_EDITIONS = "scripts/edition/check.js"
"""A script that lies in an edition, and in no site."""


def test_every_module_is_in_a_script() -> None:
    modules = {path.relative_to(ASSETS).as_posix() for path in (ASSETS / "scripts").rglob("*.js")}
    asked: set[str] = set()

    def read(path: str) -> str:
        asked.add(path)
        return read_part(path)

    for name in (*(script.name for script in SCRIPTS), OF_EDITIONS):
        compact(name, read)

    assert asked - {script.name for script in SCRIPTS} == modules
