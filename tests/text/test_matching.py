"""Sequences are compared as an editor would, and long ones in no more time than they are long."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import matching
from newsroom.text.matching import changes


def rebuilt(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The second sequence, made of the first and of what `changes` says is other."""
    parts, at = list[Sequence[str]](), 0
    for start, end, other_start, other_end in changes(first, second):
        parts += [first[at:start], second[other_start:other_end]]
        at = end
    return list(chain(*parts, first[at:]))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("abcd", "abcd", []),
        ("abcd", "abxd", [(2, 3, 2, 3)]),
        ("abcd", "abd", [(2, 3, 2, 2)]),
        ("abd", "abcd", [(2, 2, 2, 3)]),
        ("", "ab", [(0, 0, 0, 2)]),
        ("ab", "", [(0, 2, 0, 0)]),
    ],
)
def test_changes_say_where_two_sequences_differ(
    first: str, second: str, expected: list[matching.Change]
) -> None:
    assert list(changes(first, second)) == expected


@given(st.text("abcdef", max_size=40), st.text("abcdef", max_size=40), st.booleans())
def test_nothing_is_lost_however_sequences_are_cut(first: str, second: str, is_cut: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if is_cut:
            patch.setattr(matching, "_SMALL", 0)
            patch.setattr(matching, "_SMALL_PART", 4)

        assert "".join(rebuilt(first, second)) == second


def test_long_sequences_differ_where_short_ones_would() -> None:
    before = [f"sentence {number}" for number in range(1_000)]
    after = [*before[:10], "new", *before[10:400], *before[410:]]
    after[700:720] = ["other"] * 20

    ours = list(changes(before, after))

    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    assert ours == [tuple(places) for kind, *places in opcodes if kind != "equal"]


@pytest.mark.parametrize(
    ("first", "second", "least"),
    [
        # Every other one changed; all alike but for one; none alike; the order turned round.
        (
            [str(at) for at in range(9_000)],
            [str(at if at % 2 else -at) for at in range(9_000)],
            4_499,
        ),
        (["p"] * 9_000, [*["p"] * 4_000, "ul", *["p"] * 4_999], 1),
        (["p", "ul"] * 4_500, ["ul", "ol", "p"] * 3_000, 0),
        ([str(at) for at in range(9_000)], [str(at) for at in reversed(range(9_000))], 1),
    ],
)
def test_thousands_of_items_are_compared_at_once(
    first: list[str], second: list[str], least: int
) -> None:
    """A square of them would take a minute and end the test."""
    found = list(changes(first, second))

    assert len(found) >= least
    assert rebuilt(first, second) == second
