"""Words that are one in one place and stand apart in another."""

import pytest

from newsroom.site.compounds import Compounds
from newsroom.text.stems import Stemmer

TEXT = (
    "گفت\u200cوگو کردند. آبوهوا خوب بود، نیم\u200cسال گذشت و سرتاسر راه را رفتند. تلمیز دادوستد داشت. "
    "گفت گو آب هوا نیم سال سر تا تب ریز داد ستد کرد water waterfront front may or mayor"
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("در گفت و گو", ["گفتوگو"]),
        ("«گفت و گو»، سپس", ["گفتوگو"]),
        ("آب و هوای خوب", ["ابوهوا"]),
        ("نیم سال", ["نیمسال"]),
        ("سر تا سر", ["سرتاسر"]),
        ("داد و ستد", ["دادوستد"]),
        ("the water front", ["waterfront"]),
        ("آب هوا", []),
        ("نیم، سال", []),
        ("گفت (و) گو", []),
        ("may or", []),
        ("نیم", []),
    ],
)
def test_neighbours_are_one_word_where_the_record_has_them_as_one(
    text: str, terms: list[str]
) -> None:
    compounds = Compounds([*TEXT.split(), *text.split()], Stemmer())

    assert list(compounds.among(text.split())) == terms


def test_nothing_is_one_word_by_itself() -> None:
    apart = Compounds("حمل و نقل".split(), Stemmer())

    assert list(apart.among("حمل و نقل".split())) == []
