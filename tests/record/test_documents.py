from pathlib import Path

import pytest

from newsroom.record.documents import (
    Entries,
    Items,
    ParseContext,
    Scalar,
    read_document,
    read_text,
    read_yaml,
)


def rules(context: ParseContext) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule) for problem in context.problems]


def test_every_scalar_stays_the_string_it_was() -> None:
    text = "a: no\nb: 1403\nc: 12:30:45\nd: 2024-06-21\ne: 012\nf: ~\ng: [x, true]\n"

    entries = read_yaml(text, ParseContext("f.yml"))

    assert entries is not None
    values = {key: node.text for key, node in entries.entries.items() if isinstance(node, Scalar)}
    assert values == {
        "a": "no",
        "b": "1403",
        "c": "12:30:45",
        "d": "2024-06-21",
        "e": "012",
        "f": "~",
    }
    assert entries.entries["g"] == Items((Scalar("x", 7, "x"), Scalar("true", 7, "true")), 7)


def test_every_value_knows_its_line() -> None:
    entries = read_yaml("a: 1\nb:\n  c: 2\n", ParseContext("f.yml"), first_line=10)

    assert entries is not None
    assert entries.lines == {"a": 10, "b": 11}
    inner = entries.entries["b"]
    assert isinstance(inner, Entries)
    assert inner.lines == {"c": 12}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", [(2, "yaml-duplicate-key")]),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", [(4, "yaml-duplicate-key")]),
        ("a: *new*\n", [(1, "yaml-anchor")]),
        ("a: &x 1\nb: *x\n", [(1, "yaml-anchor")]),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", [(1, "yaml-anchor")]),
        ("a: " + "[" * 30_000, [(1, "yaml-depth")]),
        ("a: " + "{a: " * 30_000, [(1, "yaml-depth")]),
        ('a: "x\\u202ey"\n', [(1, "character-forbidden")]),
        ('a: "x\\0y"\n', [(1, "character-forbidden")]),
        ('"a\\nb": 1\n', [(1, "yaml-key")]),
        ("a: 1\nb: !!python/object/apply:os.system [x]\n", [(2, "yaml-tag")]),
        ("a: !ENV HOME\n", [(1, "yaml-tag")]),
        ("a: !!str 5\n", [(1, "yaml-tag")]),
        ("a: ! 5\n", [(1, "yaml-tag")]),
        ("a: !!set {x}\n", [(1, "yaml-tag")]),
        ("- a\n", [(1, "yaml-not-a-mapping")]),
        ("", [(1, "yaml-not-a-mapping")]),
        ("a: [\n", [(2, "yaml-syntax")]),
        ("a: b: c\n", [(1, "yaml-syntax")]),
        ("a:\n\t- x\n", [(2, "yaml-syntax")]),
        ("a: 1\n---\nb: 2\n", [(2, "yaml-syntax")]),
        ("? [x]\n: 1\n", [(1, "yaml-key")]),
        ("<<: {a: 1}\n", [(1, "yaml-key")]),
        ("a: " + "[" * 40 + "]" * 40, [(1, "yaml-depth")]),
    ],
)
def test_yaml_with_more_than_plain_data_is_refused(
    text: str, expected: list[tuple[int, str]]
) -> None:
    context = ParseContext("f.yml")

    assert read_yaml(text, context) is None
    assert rules(context) == expected


@pytest.mark.parametrize(
    ("value", "escape"),
    [
        ('"a\\nb"', "\\n"),
        ('"a\\tb"', "\\t"),
        ('"a\\u000ab"', "\\u000a"),
        ('"a\\x09b"', "\\x09"),
        ('"a \\\\\\n b"', "\\n"),
    ],
)
def test_white_space_is_not_written_as_an_escape(value: str, escape: str) -> None:
    context = ParseContext("f.yml")

    assert read_yaml(f"a: 1\nb: {value}\n", context) is None
    assert rules(context) == [(2, "character-forbidden")]
    assert f"'{escape}'" in context.problems[0].message


@pytest.mark.parametrize(
    "value", ['"a \\\\n b"', '"a \\" b"', '"caf\\u00e9"', "'a\\nb'", '"a\\\n  b"']
)
def test_other_escapes_may_stand(value: str) -> None:
    context = ParseContext("f.yml")

    assert read_yaml(f"a: {value}\n", context) is not None
    assert context.problems == []


def test_ampersand_and_star_may_stand_in_a_text() -> None:
    context = ParseContext("f.yml")

    assert read_yaml("a: R&D * more! !\n", context) is not None
    assert context.problems == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: \xe9t\xe9\n", [(2, "file-not-utf8")]),
        ("a: متن\n".encode("cp1256"), [(1, "file-not-utf8")]),
        ("a: 1\nb: x\u202ey\n".encode(), [(2, "character-forbidden")]),
        ("a: x\u200by\n".encode(), [(1, "character-forbidden")]),
        *(
            (f"a: 1\nb: x{sign}y\n".encode(), [(2, "character-forbidden")])
            for sign in "\u2028\u2029\ufff9\ufffb\ufffc\ufffd\ufdd0\u2062\u3164\ue000\U0001ffff\U00100000"
        ),
        (b"a: x\x00y\n", [(1, "character-forbidden")]),
        (b"a" * 1_000_001, [(1, "file-too-large")]),
    ],
)
def test_bytes_that_are_no_clean_text_are_refused(
    tmp_path: Path, data: bytes, expected: list[tuple[int, str]]
) -> None:
    file = tmp_path / "f.yml"
    file.write_bytes(data)
    context = ParseContext("f.yml")

    read_text(file, context)

    assert rules(context) == expected


def test_mark_and_line_ends_of_other_systems_are_taken_off(tmp_path: Path) -> None:
    file = tmp_path / "f.md"
    file.write_bytes("\ufeffa\r\nکتاب\u200cها\r\n".encode())

    assert read_text(file, ParseContext("f.md")) == "a\nکتاب\u200cها\n"


def test_missing_file_is_a_problem_and_no_error(tmp_path: Path) -> None:
    context = ParseContext("f.yml")

    assert read_text(tmp_path / "f.yml", context) is None
    assert rules(context) == [(1, "file-unreadable")]


def test_page_is_read_in_its_two_parts() -> None:
    document = read_document("---\ntitle: x\n---\n\nText\n---\nmore\n", ParseContext("f.md"))

    assert document is not None
    assert (document.body, document.body_line) == ("\nText\n---\nmore\n", 4)
    assert document.front_matter.lines == {"title": 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tehran: the meeting began.\n", [(1, "front-matter-missing")]),
        ("", [(1, "front-matter-missing")]),
        ("---\ntitle: x\n", [(1, "front-matter-open")]),
        ("---\ntitle: x\n---y\n", [(1, "front-matter-open")]),
        ("---\ntitle: a: b\n---\n", [(2, "yaml-syntax")]),
    ],
)
def test_page_without_clean_front_matter_is_refused(
    text: str, expected: list[tuple[int, str]]
) -> None:
    context = ParseContext("f.md")

    assert read_document(text, context) is None
    assert rules(context) == expected
