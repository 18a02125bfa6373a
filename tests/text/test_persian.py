import pytest

from newsroom.text.persian import fold_name, initial, number, persian_digits, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شهرداری\u200cها", "شهرداریها"),
        ("شهرداری ها", "شهرداریها"),
        ("كاوان", "کاوان"),
        ("مؤسس", "موسس"),
        ("آردوندو", "اردوندو"),
        ("توسعهٔ", "توسعه"),
        ("José", "jose"),
        ("Jose\u0301", "jose"),
        ("۱۴۰۳", "1403"),
        ("٤", "4"),
        ("Kavan City-Hall", "kavan city hall"),
    ],
)
def test_spellings_of_one_name_fold_to_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_plus_keeps_two_names_apart() -> None:
    assert fold_name("BRILS") != fold_name("BRILS+")


def test_persian_names_are_filed_by_the_persian_alphabet() -> None:
    names = ["یزد", "گرگان", "پارس", "آمل", "کاشان", "بم", "چابهار", "تهران", "اراک"]

    in_order = sorted(names, key=lambda name: sort_key(name, "fa"))

    assert in_order == [
        "آمل", "اراک", "بم", "پارس", "تهران", "چابهار", "کاشان", "گرگان", "یزد",
    ]  # fmt: skip


def test_english_names_are_filed_without_accents() -> None:
    assert sorted(["Zeta", "Éva", "Eve"], key=lambda n: sort_key(n, "en")) == ["Éva", "Eve", "Zeta"]


def test_initials_are_those_of_the_index() -> None:
    assert [initial("آمل", "fa"), initial("Ölme", "en")] == ["آ", "O"]


def test_numbers_have_the_digits_and_signs_of_the_language() -> None:
    assert (number(13470, "fa"), number(13470, "en")) == ("۱۳٬۴۷۰", "13,470")
    assert persian_digits("14:35") == "۱۴:۳۵"
