import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.fingerprints import FORM, Fingerprint, text_digest, word_numbers

TEXTS = st.lists(st.sampled_from("kazan tabriz forum mayor شهر قازان متشین of و 40 ۴۰".split()))


@given(TEXTS.map(" ".join))
def test_fingerprint_is_read_as_it_was_written(text: str) -> None:
    fingerprint = Fingerprint.of(text)

    assert re.fullmatch(FORM, fingerprint.written)
    assert Fingerprint.read(fingerprint.written) == fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayors of Kazan", "kazan, MAYORS!"),
        ("می\u200cرود به قازان", "میرود: قازان"),
        ("علي", "علی"),
    ],
)
def test_words_are_told_apart_without_case_half_spaces_and_keyboards(one: str, other: str) -> None:
    assert sorted(word_numbers(one)) == sorted(word_numbers(other))


def test_digest_changes_with_a_sign_and_not_with_a_line_break() -> None:
    assert text_digest("One two.") == text_digest("One\n two.")
    assert text_digest("One two.") != text_digest("One two")


def test_common_words_count_where_there_are_no_others() -> None:
    assert len(word_numbers("from the city")) == 1
    assert len(word_numbers("from the")) == 2


def test_likeness_of_a_long_text_is_that_of_all_its_words() -> None:
    words = [f"word{number}" for number in range(400)]
    kept = Fingerprint.of(" ".join(words))

    half = kept.likeness(word_numbers(" ".join(words[:200])), lambda _: 1.0)

    assert len(kept.numbers) == 40
    assert 0.25 < half.of_old < 0.75
    assert half.of_new > 0.9
    assert kept.likeness(word_numbers("quite other words"), lambda _: 1.0).both == 0
