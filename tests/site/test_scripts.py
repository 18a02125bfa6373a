"""Modules joined into scripts, and what a compact script does."""

import json

import pytest
from playwright.sync_api import Browser, Page, Route

from newsroom.site.assets import joined_script

from ..conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"
MODULES = {
    "page.js": """// A page.
import { double } from "./parts/double.js";
import {
  one,
  two as never,
} from "./parts/numbers.js";

self.made = double(one);
""",
    "parts/double.js": """import { one } from "./numbers.js";

export const double = (value) => value * 2 * one;
""",
    "parts/numbers.js": "export const one = 1;\nexport let two = 2;\n",
}


def joined(**changes: str) -> str:
    modules = {**MODULES, **{f"{name}.js": text for name, text in changes.items()}}
    return joined_script("page.js", modules.__getitem__)


def test_modules_stand_once_before_those_that_need_them() -> None:
    page = 'import { double } from "./parts/double.js";\nimport { one } from "./parts/numbers.js";\nf();\n'

    script = joined(page=page)

    lines = [line for line in script.splitlines() if line]
    assert lines == [
        "(() => {",
        '"use strict";',
        "const one = 1;",
        "let two = 2;",
        "const double = (value) => value * 2 * one;",
        "f();",
        "})();",
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('import { three } from "./parts/numbers.js";\n', "does not export three"),
        ('import { one as a } from "./parts/numbers.js";\n', "does not export a, as"),
        ('import one from "./parts/numbers.js";\n', "not understood: import one"),
        ("const a = 1;\nexport { a };\n", "not understood: export {"),
        ("export default 1;\n", "not understood: export default"),
    ],
)
def test_other_imports_and_exports_are_refused(text: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        joined(page=text)


QUERIES = ["Kavan", "قاوان", "1403/4/1", "hdvhk", "شهرداری تلمیز", "qqqq", "<b>\\u06F2"]


def answers(tab: Page, address: str) -> list[str]:
    """What the search page shows for each query."""
    tab.goto(f"{address}search.html")
    box = tab.locator("input.nr-search")
    found = []
    for query in QUERIES:
        box.fill(query)
        tab.wait_for_function(
            "() => { const { turn, asked } = document.querySelector('.nr-results').dataset;"
            " return asked && turn === asked; }"
        )
        found.append(tab.inner_html(".nr-results"))
    return found


def test_compact_search_finds_what_its_sources_find(chromium: Browser, served: str) -> None:
    """rjsmin 1.3 takes some template literals and regular expressions for code."""

    def read(path: str) -> str:
        return (ASSETS / path).read_text(encoding="utf-8")

    sent: list[str] = []

    def send_whole(route: Route) -> None:
        sent.append(route.request.url.rpartition("/")[2])
        route.fulfill(body=joined_script(sent[-1], read))

    tab = chromium.new_page()
    compacted = answers(tab, served)
    tab.route("**/assets/*.js", send_whole)
    whole = answers(tab, served)
    tab.close()

    assert sent == ["newsroom.js", "search.js"]
    assert json.dumps(whole) == json.dumps(compacted)
    assert sum("nr-hit__mark" in found for found in whole) >= 4
