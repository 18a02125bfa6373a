"""Lists of names with nothing but commas between them."""

import pytest

from newsroom.text.enumerations import bare_lists
from newsroom.text.names import Mention

NAMES = ("Oman", "Iran", "Egypt", "Delvar", "عمان", "ایران", "مصر", "دلوار")


def listed(text: str) -> list[str]:
    found = sorted((text.find(name), name) for name in NAMES if name in text)
    mentions = [Mention(at, at + len(name), name) for at, name in found]
    return [text[run[0].start : run[-1].end] for run in bare_lists(text, mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opens with Oman, Iran, Egypt and Delvar.", ["Oman, Iran, Egypt and Delvar"]),
        ("Oman, Iran, Egypt, and Delvar came.", ["Oman, Iran, Egypt, and Delvar"]),
        ("با عمان، ایران، مصر و دلوار آغاز می‌شود.", ["عمان، ایران، مصر و دلوار"]),
        # Three are named, not listed; so are those a word of the sentence stands between.
        ("Oman, Iran and Egypt came.", []),
        ("Oman, Iran, and later Egypt and Delvar.", []),
        ("Oman, Iran. Egypt and Delvar.", []),
        ("عمان، ایران و سپس مصر و دلوار", []),
        ("", []),
    ],
)
def test_four_names_with_nothing_else_between_are_a_list(text: str, expected: list[str]) -> None:
    assert listed(text) == expected
