"""What a page may hold: dear texts are refused with their line, honest ones never."""

import pytest

from newsroom.document.limits import (
    _dear_texts,
    _is_cheap,
    _restarts,
    excesses,
    headings_alone,
)


def told(body: str) -> list[tuple[int, str]]:
    return [(excess.line, excess.message) for excess in excesses(body, 10)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text.\n\n" + "[be " * 9_000, [(12, "'[' appears 9000 times in a paragraph of 36000 characters")]),
        ("[a](b " * 9_000, [(10, "'](' appears 9000 times in a paragraph of 54000 characters")]),
        ("[a \\] " * 9_000, [(10, "'[' appears 9000 times in a paragraph of 54000 characters")]),
        ("[a `]` " * 9_000, [(10, "'[' appears 9000 times in a paragraph of 63000 characters")]),
        ("\n" + "\\* " * 25_000, [(11, "'*' appears 25000 times in a paragraph of 75000 characters")]),
        ("a\n" + "<be " * 9_000, [(11, "'<' opens 8750 tags that no '>' closes")]),
        ("a\n\n" + "# a\n" * 9_000, [(12, "9000 headings or definitions without a blank line")]),
        ("a\n***\n" * 9_000, [(10, "9000 headings or definitions without a blank line")]),
        ("!!! note\n" * 9_000, [(10, "9000 headings or definitions without a blank line")]),
        ("~~~\n" * 12_000, [(10, "6000 code blocks; at most 5000 are allowed")]),
        ("```x\n" * 20_000, [(10, "20000 unclosed code blocks")]),
        ("a\n\n" * 30_001, [(10, "30001 lines; at most 30000 are allowed")]),
        ("*a*\n\n" * 29_999 + "*a* *b*", [(10, "60002 markup characters; at most 60000 are allowed")]),
        ("a\n\n|a|b|\n|-|-|\n" + "|c|d|\n" * 20_000, [(12, "a table of 40004 cells; at most 40000 are allowed")]),
        ("a\n\n" + "a[^1]\n\n" * 1_001 + "[^1]: b", [(12, "'[^1]' appears 1001 times; at most 1000 are allowed")]),
        ("".join(f"[^{at}]: a\n" for at in range(8_001)), [(10, "8001 footnotes; at most 8000 are allowed")]),
        ("a\n\n" + "> " * 21 + "a", [(12, "nested deeper than 20 levels")]),
        ("a\n\n" + "1. - " * 11 + "a", [(12, "nested deeper than 20 levels")]),
        ("".join(f"{'    ' * at}* a\n" for at in range(30)), [(30, "nested deeper than 20 levels")]),
        ("a\n" + "[" * 25, [(11, "a run of 25 characters beginning '[[[[[['")]),
        ("a\n\n```\na <![ b", [(13, "'<![' would stop the Markdown parser")]),
    ],
)  # fmt: skip
def test_what_the_parsers_cannot_bear_is_refused_with_its_line(
    body: str, expected: list[tuple[int, str]]
) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "```\n" + "[" * 9_000 + "\n<![CDATA[\n" + "<<<<<<<< HEAD\n" * 50_000 + "```\n",
        "~~~ html\n" + "<a <a <a\n" * 20_000 + "~~~",
        "`<![CDATA[` and `[`, `[`, `[` are code.",
        "_" * 60 + "\n\n" + "*" * 60 + "\n\n" + "* " * 30 + "\n\n" + "- " * 30,
        "A smiley :-[ and an aside (a < b) & c. " * 200,
        "|a|b|c|\n|-|-|-|\n" + "|[a](https://example.org/a)|[b][c]|`c`|\n" * 3_000,
        "* [a](https://example.org/a) *b* `c`\n" * 9_000,
        "See [a](https://example.org/a_b), [b][c] and **d**. " * 500,
        "".join(f"a[^{at}]\n\n" for at in range(800)) + "".join(f"[^{at}]: b *c*\n" for at in range(800)),
        "".join(f"[a{at}]: https://example.org/{at}\n" for at in range(2_000)),
        "".join(f"## A {at} {{#a-{at}}}\n\nText.\n\n" for at in range(5_000)),
        "».«" * 50_000 + "\n\n" + "می\u200cرود " * 50_000,
        " " * 100 + "far from the margin",
        "<!-- a\n\n" + "A text of some length. " * 30_000 + "-->",
    ],
)  # fmt: skip
def test_honest_pages_are_never_refused(body: str) -> None:
    assert told(body) == []


def test_headings_stay_where_they_are() -> None:
    assert headings_alone("a\n## B {#b}\n\n[[\n### C") == "\n## B {#b}\n\n\n### C"


@pytest.mark.parametrize("unit", ["[a ", "[a](b ", "\\[", "`[`", "a\n# b\n", "[a]:\nb\n", "*a* "])
@pytest.mark.parametrize("exponent", range(4, 17))
def test_text_that_is_cheap_at_a_glance_is_within_the_limit(unit: str, exponent: int) -> None:
    text = unit * 2**exponent
    chunks = [(1, [line for line in text.split("\n") if line])]
    excess = [*_restarts(chunks), *_dear_texts(chunks)]

    assert not (excess and _is_cheap(text))
    assert _is_cheap(unit * 4)
