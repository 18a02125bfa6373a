import html

import pytest
from markdown import Markdown

from newsroom.text.bidi import isolate_markdown
from newsroom.text.markdown import bullets, code, escape, sections, table

HOSTILE = [
    "<script>alert(1)</script>",
    "[a](javascript:b)",
    "**bold** _em_ ~~gone~~",
    "![x](https://example.org/pixel)",
    "one\n\n# two",
    "<!-- hidden",
    "`` ` ``",
    "شهردار <b>قاوان</b> | تلمیز",
]


def render(text: str) -> str:
    return Markdown(extensions=["tables"]).convert(text)


@pytest.mark.parametrize("value", HOSTILE)
def test_escaped_value_is_shown_as_it_is_written(value: str) -> None:
    shown = html.unescape(render(escape(value)).removeprefix("<p>").removesuffix("</p>"))

    assert "<p>" not in shown
    assert shown.replace("\\~", "~") == " ".join(value.split())  # Python-Markdown escapes no ~


@pytest.mark.parametrize("value", [*HOSTILE, "@someone", "`", "a`", "", "a\u202eb", "x" * 900])
def test_code_holds_any_value_on_one_line(value: str) -> None:
    span = code(value)

    shown = render(span)
    assert shown.startswith("<p><code>")
    assert shown.endswith("</code></p>")
    assert shown.count("<") == 4
    assert "\n" not in span
    assert "\u202e" not in span
    assert len(span) < 320


def test_no_value_adds_a_cell_or_a_row() -> None:
    text = table(["a", "b"], [[escape("x | y"), code("z | `w` \n v")]])

    assert render(text).count("<td>") == 2


@pytest.mark.parametrize(
    ("value", "expected"), [("@someone", "@\u2060someone"), ("#12", "\\#\u206012")]
)
def test_escaped_value_calls_nobody(value: str, expected: str) -> None:
    assert escape(value) == expected


def test_half_space_is_kept() -> None:
    assert escape("می\u200cرود") == "می\u200cرود"


def test_blocks_stand_apart_and_empty_ones_are_left_out() -> None:
    assert sections(["a", "", bullets(["b", "c"])]) == "a\n\n* b\n* c"


@pytest.mark.parametrize(("lang", "expected"), [("fa", "rtl"), ("en", "ltr")])
def test_markdown_is_put_into_the_direction_of_its_language(lang: str, expected: str) -> None:
    text = isolate_markdown("## a", lang)

    assert text == f'<div dir="{expected}" lang="{lang}">\n\n## a\n\n</div>\n'
