import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.letters import VARIANTS, normalise


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("علي و كيك", "علی و کیک"),
        ("خانۀ ما", "خانهٔ ما"),
        ("\ufefb \ufe91\ufeea", "لا به"),
        ("کتـــاب", "کتاب"),
        ("ب\ufe79", "ب\u064f"),
        ("۲۰۱۸ـ۲۰۲۴", "۲۰۱۸–۲۰۲۴"),
        ("شماره\u200cهای 12ـ15", "شماره\u200cهای ۱۲–۱۵"),
        ("قاوان ـ تلمیز", "قاوان – تلمیز"),
        ("بندرـشهر", "بندر–شهر"),
        ("مُـد", "مُد"),
        ("۱۴۰۰ هـ", "۱۴۰۰ ه"),
        ("مدینةالنبی و حجة الاسلام", "مدینةالنبی و حجة الاسلام"),
        ("روزنامهٔ النهضة", "روزنامهٔ النهضة"),
        ("گفت «الصلوة و حیاة»", "گفت «الصلوة و حیاة»"),
        ("نامة او", "نامه او"),
        ("١٢ و 34", "۱۲ و ۳۴"),
        ("۴.۷ میلیارد", "۴٫۷ میلیارد"),
        ("نسخهٔ 3.11", "نسخهٔ 3.11"),
        ("13,470 شهر", "۱۳٬۴۷۰ شهر"),
        ("۱۲% رشد", "۱۲٪ رشد"),
        ("BRILS 2024 در قاوان", "BRILS 2024 در قاوان"),
        ('گفت: "بله".', "گفت: «بله»."),
        ("گفت “a” 12 ( “الف” ) .", "گفت «a» 12 ( «الف» )."),
        ('قطر 5" لوله', 'قطر ۵" لوله'),
        ("گفت “نه”", "گفت «نه»"),
        ("می\u00a0رسیم  .", "می رسیم."),
        ("چرا ?", "چرا؟"),
        ("سلام, خوب", "سلام، خوب"),
        ("می\u200c\u200cرود", "می\u200cرود"),
        ("می\u00acرود", "می\u200cرود"),
        ("\u200cشهر\u200c و\u200c", "شهر و"),
        ("شهر\u200f\u200b\u00ad", "شهر"),
        ("« شهر »", "«شهر»"),
        ("  - شهر", "  - شهر"),
        ("Only English, 2024 ?", "Only English, 2024 ?"),
        ("https://a.example/12 را ببینید", "https://a.example/12 را ببینید"),
    ],
)
def test_signs_are_put_right(raw: str, right: str) -> None:
    assert normalise(raw) == right


SIGNS = st.text(
    st.one_of(
        st.sampled_from(
            'ابپتیيكکةهۀە می‌ها۱۲١٢12.,%"“”«»،؛؟?!;: \u00a0\u200b\u200c\u200d\u00acـًٔ\n()[]aB'
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@given(SIGNS)
def test_normalising_is_idempotent_line_for_line(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once
    assert once.count("\n") == text.count("\n")


@given(st.text(st.sampled_from("ابتشهمن کیيكةۀ\u200c \u00a0"), max_size=40))
def test_letters_change_only_by_the_table(text: str) -> None:
    expected = "".join(VARIANTS.get(letter, letter) for letter in text if letter.isalpha())

    assert "".join(sign for sign in normalise(text) if sign.isalpha() or sign == "ٔ") == expected
