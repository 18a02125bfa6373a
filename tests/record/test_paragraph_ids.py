import pytest

from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.paragraph_ids import ParagraphIds, in_order, read_ids, write_ids

WORDS = "p4be1a0 oQ7f"


def read(text: str) -> tuple[ParagraphIds | None, list[str]]:
    context = ParseContext("data/addresses/x.yml")
    entries = read_yaml(text, context)
    ids = read_ids(entries, context) if entries else None
    return ids, [f"{problem.line}: {problem.rule}" for problem in context.problems]


def test_file_is_read_as_it_was_written() -> None:
    text = (
        "# The address of each paragraph, and what it is known by: `newsroom addresses` writes it.\n"
        f'\n_1: "fa {WORDS}; en n09c3f7"\n'
        f'\n_2: "fa gone 2026-12-03 {WORDS}; en in _1 {WORDS}"\n'
        f'\ntalks_3-b: "en {WORDS}"\n'
    )

    ids, problems = read(text)

    assert problems == []
    assert ids is not None
    assert write_ids(ids.known, "2027-01-01") == text
    assert ids.known["_2"]["en"].into == "_1"
    assert not ids.known["_2"]["fa"].is_live
    assert ids.lines["talks_3-b"] == 7


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('_1: "fa x"', "1: value-form"),
        (f'_1: "en {WORDS}; fa {WORDS}"', "1: value-form"),
        (f'_1: "fa {WORDS}; fa {WORDS}"', "1: value-form"),
        (f'talks: "fa {WORDS}"', "1: value-form"),
        (f'_1: "fa in _2 {WORDS}"', "1: value-unknown"),
        (f'_1: "fa in _1 {WORDS}"', "1: value-unknown"),
        (f'_1: "fa {WORDS}"\n_1: "fa {WORDS}"', "2: yaml-duplicate-key"),
    ],
)
def test_what_would_lose_an_address_is_refused(line: str, expected: str) -> None:
    ids, problems = read(f"{line}\n")

    assert ids is None
    assert problems == [expected]


def test_numbers_in_ids_are_sorted_by_value() -> None:
    assert in_order(["_10", "b_1", "_9", "_9-b", "a_2"]) == ["_9", "_9-b", "_10", "a_2", "b_1"]
