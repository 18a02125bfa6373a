import pytest

from newsroom.text.likeness import is_one_slip, skeleton, with_one_guttural


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("melchin", "melshin"),  # one letter changed
        ("ilvar", "ilvarr"),  # one more
        ("pomin", "poin"),  # one less
        ("vesperin", "vesprein"),  # two swapped
        ("ملچین", "ملچن"),
    ],
)
def test_one_slip_parts_two_spellings(word: str, other: str) -> None:
    assert is_one_slip(word, other)
    assert is_one_slip(other, word)


@pytest.mark.parametrize(
    ("word", "other"), [("kavan", "kavan"), ("melchin", "melhcins"), ("ملچین", "متن"), ("", "ab")]
)
def test_more_than_a_slip_is_another_word(word: str, other: str) -> None:
    assert not is_one_slip(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("Mirrikhadov", "mirikhadov"), ("Houshmar", "Hooshmar"), ("میریخادوف", "میریخادف")],
)
def test_skeleton_is_the_same_however_vowels_are_written(word: str, other: str) -> None:
    assert skeleton(word) == skeleton(other)


@pytest.mark.parametrize(("word", "other"), [("قاوان", "غاوان"), ("Kavan", "Qavan")])
def test_letters_of_the_throat_are_one(word: str, other: str) -> None:
    assert with_one_guttural(word) == with_one_guttural(other)
