"""Plain texts are let past the parser's rules, and become what the rules would make of them."""

import re
from xml.etree import ElementTree as etree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor

from newsroom.document.parsers import EXTENSIONS, register_lists
from newsroom.document.plain import register_plain


def rendered(text: str, *, plain: bool, extensions: tuple[Extension, ...] = ()) -> str:
    md = Markdown(extensions=[*EXTENSIONS, "footnotes", *extensions])
    register_lists(md)
    if plain:
        register_plain(md)
    return md.convert(text)


def assert_equal(text: str, *extensions: Extension) -> None:
    with_rules = rendered(text, plain=False, extensions=extensions)
    assert rendered(text, plain=True, extensions=extensions) == with_rules


LINES = st.one_of(
    st.text("aB ب۱2.:|-=_*#>[](){}!?+~`<&\\/\t", max_size=12),
    st.sampled_from(("", "", "word", "کلمه", "a | b", "-|-", "===", "---", "    x", "- a", "1. b",
                     "> q", "[a]: b", "[^1]: n", "w[^1]", "!!! note", '??? n "t"', "```", "a  ",
                     "Title {#id}", "## T & T {#t}", "# A &amp; B", "<b>", "term", ": d")),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_what_becomes_of_a_text_is_what_the_rules_make_of_it(text: str) -> None:
    assert_equal(text)


@pytest.mark.parametrize(
    "text",
    ["a\n\nb\nc", "a\n===\n", "a|b\n-|-\nc|d", "- a\nb\n\n    c", "ب\n## T {#t}\nc", "a  \nb"],
)
def test_a_letter_at_the_start_is_no_paragraph_yet(text: str) -> None:
    assert_equal(text)


class _Shouting(BlockProcessor):
    """A block of an extension that begins with a letter."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith("SHOUT ")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        etree.SubElement(parent, "h1").text = blocks.pop(0)


class _Other(Extension):
    def __init__(self, *, is_block: bool) -> None:
        super().__init__()
        self._is_block = is_block

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        if self._is_block:
            md.parser.blockprocessors.register(_Shouting(md.parser), "shouting", 15)
        else:
            plus = SimpleTagInlineProcessor(r"()\+\+(.+?)\+\+", "ins")
            md.inlinePatterns.register(plus, "plus", 30)


@pytest.mark.parametrize(
    ("text", "is_block", "expected"),
    [("SHOUT this\n\nthat", True, ">SHOUT this</h1>"), ("a ++b++ c", False, "<ins>b</ins>")],
)
def test_rules_of_other_extensions_hold(text: str, is_block: bool, expected: str) -> None:
    html = rendered(text, plain=True, extensions=(_Other(is_block=is_block),))

    assert expected in html
    assert re.search("SHOUT|\\+", rendered(text, plain=True))
