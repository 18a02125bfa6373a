import pytest

from newsroom.text.messages import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("الف\u00a0و\u202fب", "الف و ب"),
        ("می\u200cرود", "می\u200cرود"),
        ("a\u202eb\x1b[31m\n", "a?b?[31m?"),
        ("a\u2028b", "a?b"),
    ],
)
def test_blanks_are_shown_and_what_steers_a_terminal_is_not(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert len(printable(text)) == len(text)
