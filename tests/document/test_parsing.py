"""A `Document` holds what Python-Markdown makes of a text, and knows the lines it came from."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
import yaml
from benchmarks.corpus import invent_record
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from newsroom.document.blocks import Block
from newsroom.document.document import parse
from newsroom.document.parsers import EXTENSIONS, register_lists

from ..conftest import ROOT, SAMPLE

KINDS = {
    "p": "paragraph", "ul": "list", "ol": "list", "li": "item", "blockquote": "quotation", "details": "admonition",
    "div": "admonition", "table": "table", "tr": "row", "pre": "code", "hr": "rule", **{f"h{at}": "heading" for at in range(1, 7)},
}  # fmt: skip
Shape = tuple[str, str, tuple["Shape", ...]]
"""Kind, text of the innermost ones, and what it holds."""


def settings_extensions() -> set[str]:
    listed = yaml.compose((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    (found,) = (value for key, value in listed.value if key.value == "markdown_extensions")
    names = {it.value if isinstance(it.value, str) else it.value[0][0].value for it in found.value}
    return {*names, "toc", "tables", "fenced_code"}


def test_extensions_are_those_of_the_site() -> None:
    assert {*EXTENSIONS, "footnotes"} == settings_extensions()


def own_shape(block: Block) -> Shape:
    text = block.text if block.kind in ("paragraph", "heading") else ""
    children = tuple(own_shape(it) for it in block.children if it.kind != "title")
    return block.kind, " ".join(text.split()), () if block.kind == "table" else children


def trees(text: str) -> tuple[etree.Element, list[str]]:
    """The tree of the text as its parser makes it, and what it put aside; footnotes are left out."""
    md = Markdown(extensions=[*settings_extensions()])
    register_lists(md)
    lines = text.split("\n")
    for step in md.preprocessors:
        lines = step.run(lines)
    root = etree.Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    return root, md.htmlStash.rawHtmlBlocks


def their_shapes(parent: etree.Element, stash: list[str]) -> Iterator[Shape]:
    """What stands in an element, as `own_shape` has it."""
    if parent.tag == "li":
        yield from texts(parent.text or "", stash)
    for child in parent:
        if child.tag == "p" and child.get("class") != "admonition-title":
            yield from texts(child.text or "", stash)
        elif child.tag in KINDS and child.tag != "p":
            text = child.text or "" if child.tag[0] == "h" and child.tag != "hr" else ""
            text = re.sub(r"\s*\{[^{}]*#[^{}]*\}$", "", text)
            inner = () if child.tag == "table" else tuple(their_shapes(child, stash))
            yield KINDS[child.tag], " ".join(text.split()), inner
        yield from texts(child.tail or "", stash)


def texts(text: str, stash: list[str]) -> Iterator[Shape]:
    lines: list[str] = []
    for line in [*text.split("\n"), "\x02wzxhzdk:end\x03"]:
        aside = HTML_PLACEHOLDER_RE.fullmatch(line.strip())
        if (aside or line.endswith("end\x03")) and (said := " ".join(" ".join(lines).split())):
            yield "paragraph", said, ()
        if aside:
            kind = "code" if stash[int(aside[1])].startswith("<pre><code") else "html"
            yield kind, "", ()
        lines = [] if aside else [*lines, line]


def assert_same_blocks(text: str) -> None:
    document = parse(text)
    root, stash = trees(text)
    own = [own_shape(it) for it in document.blocks if it.kind not in ("footnote", "definition")]
    assert own == list(their_shapes(root, stash)), text


def assert_lines_are_right(text: str) -> None:
    """Each line of a text is the end of the line it is said to come from."""
    lines = text.expandtabs(4).split("\n")
    for block in parse(text).walk():
        assert 1 <= block.line <= block.end <= len(lines), (block, text)
        assert all(block.line <= it.line and it.end <= block.end for it in block.children), text
        if block.kind in ("paragraph", "heading"):
            for at, line in enumerate(block.text.split("\n"), block.line - 1):
                assert line.strip(" #") in lines[at], (block, text)


PAGES = sorted([*(SAMPLE / "docs").rglob("*.md"), *(ROOT / "docs").glob("*/guide/*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_page_has_the_blocks_of_its_parser(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]

    assert_same_blocks(text)
    assert_lines_are_right(text)


def test_invented_record_has_the_blocks_of_its_parser() -> None:
    for _, text in invent_record(6).documents():
        body = text.split("---\n", 2)[2]
        assert_same_blocks(body)
        assert_lines_are_right(body)


FRAGMENTS = (
    "W\nW", "## W {#w}", "# W #", "W {#w}\n===", "W\n---", "W\n---\nW", "* W\n* W", "- W\n\n- W", "1. W\n2. W", "۱۴۰۲. W",
    "* W\n\n    W\n\n* W", "* W\n    * W\n        1. W", "> W\n> W", "> ## W\n> W", "> W\n> ---\n> W", "> * W\n>\n> * W", "> > W", ">W\nW",
    "!!! note\n    W\n\n    * W", '??? note "W W"\n    W', '!!! note ""\n    ## W\n\n    W', "!!! note\n    > W\nW", "???+ tip\n\n    W\n\n        W",
    "```\nW\n\nW\n```", "~~~ yaml\nW\n~~~", "```\nW", "    W\n    W", "* W\n\n        W", "| W | W |\n|---|---|\n| W | W |", "W|W\n-|-\nW|\n|",
    "<div>\nW\n\nW</div>", "<div>W</div> W", "<p>W\nW", "<!-- W\n\nW -->\nW", "W <b>W</b>\n<i>W</i>", "<hr>\nW", "---", "* * *\nW", "W\n***\nW",
    "[W]: https://W.example/", "[W]:\n  https://W", 'W\n[W]: W "W"\nW', "[^W]: W\n    W", "[^W]: W\n\n    * W\n\n    ## W", "W[^W] W", "[^W]: W\n[^W]: W",
    "* [W](W)\nW", "*W* W\n**W**", "* ## W\n    W", "1. W\n\n    > W\n    > W", "\tW", "*", "* ", "W  \nW", "&amp; W <", "`W\nW`", "#", "> ", "1\\. W",
    "W\n* W", "W\n    W", "=W\n- W", "+ W\n\n+ W\n- W", "W: W\n:   W", "{: #W }", "W {: .W }", "![W](W)", "![W][W]\n> W", "* W\n```\nW\n```\n* W",
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Fragments one after another or in each other, every word another one."""
    numbers = count()
    text = ""
    for _ in range(draw(st.integers(1, 7))):
        part = draw(st.sampled_from(FRAGMENTS))
        indent = draw(st.sampled_from(["", "", "", "    ", "> "]))
        part = "\n".join(f"{indent}{line}" for line in part.split("\n"))
        text += part + draw(st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n"]))
    return re.sub("W", lambda _: f"w{next(numbers)}", text)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_any_text_has_the_blocks_of_its_parser(text: str) -> None:
    assert_same_blocks(text)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_each_block_knows_the_lines_it_is_from(text: str) -> None:
    assert_lines_are_right(text)


def outline(text: str) -> list[tuple[str, int, int]]:
    return [(block.kind, block.line, block.end) for block in parse(text).walk()]


def test_blocks_are_told_with_the_lines_they_are_from() -> None:
    text = """One.
Two.

Aims {#aims}
============
Three.

* item

    > ## In a quotation

!!! note "Title"

    Four.

| a | b |
|---|---|
| c | d |

```
code
```
<div>
raw</div>

[^1]: Note.
[a]: https://a.example/
"""

    assert outline(text) == [
        ("paragraph", 1, 2),
        ("heading", 4, 5),
        ("paragraph", 6, 6),
        ("list", 8, 10),
        ("item", 8, 10),
        ("paragraph", 8, 8),
        ("quotation", 10, 10),
        ("heading", 10, 10),
        ("admonition", 12, 14),
        ("title", 12, 12),
        ("paragraph", 14, 14),
        ("table", 16, 18),
        ("row", 16, 16),
        ("row", 18, 18),
        ("code", 20, 22),
        ("html", 23, 24),
        ("footnote", 26, 26),
        ("paragraph", 26, 26),
        ("definition", 27, 27),
    ]


@pytest.mark.parametrize(
    "text",
    ["## A {#a}", "A {#a}\n---", "> ## A {#a}", "> A {#a}\n> ---", "* ## A {#a}", "!!! note\n    A {#a}\n    ---", "[^1]: ## A {#a}"],
)  # fmt: skip
def test_heading_is_one_wherever_it_stands(text: str) -> None:
    (heading,) = parse(text, 10).headings

    assert (heading.text, heading.id, heading.level) == ("A", "a", 2)
    assert heading.line == 10 + text[: text.index("A")].count("\n")


def test_section_goes_from_heading_to_heading_wherever_they_stand() -> None:
    document = parse("a\n\n> ## Q {#q}\n>\n> b\n\nc\n\nS {#s}\n---\nd\n")

    found = [
        (section.heading.id if section.heading else "", [block.text for block in section.blocks])
        for section in document.sections
    ]

    assert found == [("", ["a"]), ("q", ["Q", "b", "c"]), ("s", ["S", "d"])]


def test_prose_is_blank_where_there_is_code() -> None:
    prose = parse("a `b` c\n\n~~~\nd\n~~~\n\n    e\n\nf").prose

    assert prose.split() == ["a", "c", "f"]
    assert len(prose) == len("a `b` c\n\n~~~\nd\n~~~\n\n    e\n\nf")


def test_code_within_a_block_may_run_over_lines_and_never_into_another_block() -> None:
    text = "a `b\nc` d\n\n* e ` f\n* g ` h\n\n```\n```\n<div>`i`</div>\n\nj \\`k` l"

    assert parse(text).prose == (
        "a   \n   d\n\n* e ` f\n* g ` h\n\n   \n   \n<div>`i`</div>\n\nj \\`k` l"
    )
