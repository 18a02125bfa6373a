"""The line a problem lies on, and the spot in it."""

import pytest

from newsroom.check.quoting import WIDTH, quote, width_of
from newsroom.record.problems import Problem, say, unknown


def rows(line: str, message: str) -> tuple[str, ...]:
    found = quote(Problem("data/x.yml", 2, "rule", message), f"first\n{line}\nthird\n")
    return found.rows if found else ()


@pytest.mark.parametrize(
    ("line", "message", "expected"),
    [
        ("place: kavn", unknown("place", "kavn"), ("place: kavn", "       ^^^^")),
        ("place: kavn", "a text without values", ("place: kavn",)),
        ("place: kavna", unknown("place", "kavn"), ("place: kavna",)),
        (
            "    place: tru",
            say("'{at}' is '{value}'; expected true or false", at="roles.0.place", value="tru"),
            ("    place: tru", "           ^^^"),
        ),
        (
            "    sumary: x",
            say("unknown key '{key}'", key="roles.0.sumary"),
            ("    sumary: x", "    ^^^^^^^"),
        ),
        (
            "See [x](../a.md)",
            say("'{target}' does not exist", target="../a.md"),
            ("See [x](../a.md)", "        ^^^^^^^"),
        ),
        ("cafe\u0301: kavn", unknown("place", "kavn"), ("cafe\u0301: kavn", "      ^^^^")),
        ("城: kavn", unknown("place", "kavn"), ("城: kavn", "    ^^^^")),
        (
            "zero\u200bwidth",
            say("the invisible character {sign} is not allowed in content", sign="U+200B"),
            ("zero·width", "    ^"),
        ),
        (
            "نام: كاوان\u200cها",
            unknown("place", "كاوان"),
            ("نام: >>كاوان<<\u200cها",),
        ),
        ("name: \x1b[31mkavn", unknown("place", "kavn"), ("name: ·[31mkavn",)),
        ("---", unknown("place", "kavn"), ()),
    ],
)
def test_line_is_quoted_with_its_spot(line: str, message: str, expected: tuple[str, ...]) -> None:
    assert rows(line, message) == expected


def test_line_that_is_not_there_is_not_quoted() -> None:
    assert quote(Problem("data/x.yml", 9, "rule", "message"), "one\n") is None


@pytest.mark.parametrize("before", [0, 10, 300, 3000])
@pytest.mark.parametrize("after", [0, 10, 3000])
def test_long_line_is_cut_around_its_spot(before: int, after: int) -> None:
    line = "b " * before + "kavn" + " a" * after

    text, marks = rows(line, unknown("place", "kavn"))

    assert text[marks.index("^") :].startswith("kavn")
    assert marks.strip() == "^^^^"
    assert len(text) <= WIDTH + 2
    assert text.startswith("…") == (before > 100)
    assert text.endswith("…") == (after > 100)


def test_long_line_without_a_spot_is_shown_from_its_beginning() -> None:
    (text,) = rows("word " * 100, "message")

    assert text.startswith("word word")
    assert text.endswith("…")


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("می\u200cرود", 5), ("هٔ", 1), ("城", 2), ("", 0)]
)
def test_width_is_that_of_what_is_seen(text: str, columns: int) -> None:
    assert width_of(text) == columns
