"""Words as search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.persian import fold_word
from newsroom.text.stems import STOP_WORDS, Stemmer, fold, stem, terms_of, words_of

STEMMER = Stemmer(["قاوان", "Kavan", "Wales", "گلهای", "غراب\u200cزاده"])

ALIKE = [
    ("شهرداری\u200cها", "شهرداریها", "شهرداري\u200cهای", "شهرداری"),
    ("کتاب\u200cهایشان", "كتابهاي", "کتاب"),
    ("می\u200cتوانند", "میتواند", "نمی\u200cتوان"),
    ("بریلس\u200cپلاس", "بریلسپلاس"),
    ("نمایندگان", "نماینده"),
    ("شهرداران", "شهردار"),
    ("بزرگ\u200cترین", "بزرگترین"),
    ("شورای", "شورا"),
    ("مؤسس", "موسس", "مؤسّس"),
    ("اتحادیهٔ", "اتحادیه", "اتحاديۀ"),
    ("آسیا", "اسيا"),
    ("۱۳٬۴۷۰", "13,470", "١٣٤٧٠", "13470"),
    ("۲٫۶", "2.6", "۲.۶"),
    ("mayors", "Mayor’s", "MAYOR", "mayor's"),
    ("cities", "City"),
    ("meetings", "meeting", "meets"),
    ("founded", "founding"),
    ("planned", "planning", "plans"),
    ("organization", "organisations"),
    ("programmes", "program"),
    ("neighbour", "neighbors"),
    ("José", "jose", "JOSÉ", "Jose\u0301"),
    ("\ufeb7\ufeec\ufeae", "شهر"),
]


@pytest.mark.parametrize("words", ALIKE, ids=lambda words: words[-1])
def test_forms_of_one_word_become_one_term(words: tuple[str, ...]) -> None:
    assert len({STEMMER.terms(word)[0] for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ایران", "ایر"),
        ("تهران", "تهر"),
        ("شهرداری", "شهردار"),
        ("تنها", "تن"),
        ("میدان", "دان"),
        ("میلیارد", "لیارد"),
        ("میزبان", "زبان"),
        ("سازمان", "ساز"),
        ("Wales", "Wale"),
        ("king", "k"),
        ("status", "statu"),
        ("گلهای", "گل"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert STEMMER.terms(one)[0] != STEMMER.terms(other)[0]


def test_name_keeps_its_ending_and_a_common_word_does_not() -> None:
    assert STEMMER.terms("Wales") == ("wales",)
    assert Stemmer().terms("Wales") == ("wal",)


def test_compound_is_found_by_its_parts() -> None:
    assert STEMMER.terms("بریلس\u200cپلاس") == ("بریلسپلاس", "بریلس", "پلاس")
    assert STEMMER.terms("بزرگ\u200cتر") == ("بزرگتر", "بزرگ")
    assert STEMMER.terms("BRILS+")[0] == "brils+"
    assert Stemmer(["BRILS"]).terms("BRILS+") == ("brils+", "brils")
    assert STEMMER.terms("رفت\u200cوآمد") == ("رفتوامد", "رفت", "وامد", "امد")
    assert STEMMER.terms("تر\u200cها") == ("تر",)


def test_neighbours_have_the_term_of_one_word() -> None:
    assert STEMMER.joined(["رفت", "و", "آمدهای"]) == STEMMER.terms("رفت\u200cوآمد\u200cها")[0]
    assert STEMMER.joined(["غراب", "زاده"]) == "غرابزاده"
    assert STEMMER.joined(["Water", "fronts"]) == "waterfront"


def test_words_are_told_as_in_both_scripts() -> None:
    text = "«شهرداری\u200cها»، BRILS+ و city-to-city (۱۳٬۴۷۰) در ۲۰۲۴-۰۶-۲۱."

    assert list(words_of(text)) == [
        "شهرداری\u200cها", "BRILS+", "و", "city", "to", "city", "۱۳٬۴۷۰", "در", "۲۰۲۴", "۰۶", "۲۱",
    ]  # fmt: skip


def test_word_whose_stem_is_a_common_word_is_a_term() -> None:
    assert list(terms_of("نام می\u200cبرد", STEMMER)) == ["نام", "بر", "برد"]
    assert list(terms_of("بر آن", STEMMER)) == []


def test_common_words_are_no_terms() -> None:
    assert list(terms_of("the mayor of Kavan در قاوان", STEMMER)) == ["mayor", "kavan", "قاوان"]
    assert all(word == fold(word) for word in STOP_WORDS)


@given(st.text(min_size=1))
def test_any_word_is_folded_and_stemmed_without_error(text: str) -> None:
    for word in words_of(text):
        folded = fold(word)
        assert stem(folded) is not None
        assert fold_word(folded) == folded or not folded.isascii()
