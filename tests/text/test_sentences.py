import pytest

from newsroom.text.sentences import (
    FoldedSentences,
    fold_sentence,
    sentence_digest,
    sentence_spans,
)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("او آمد. او رفت.", ["او آمد.", "او رفت."]),
        ("A. J. Varezzi spoke. He left.", ["A. J. Varezzi spoke.", "He left."]),
        ("سال ۱۴۰۳ ه. ش. بود. رفت.", ["سال ۱۴۰۳ ه. ش. بود.", "رفت."]),
        ("Dr. Karimi met Mr. Lee in St. Petersburg. They talked.",
         ["Dr. Karimi met Mr. Lee in St. Petersburg.", "They talked."]),
        ("The U.S. president and 4.7 billion people. Yes!",
         ["The U.S. president and 4.7 billion people.", "Yes!"]),
        ("رشد ۲٫۶ درصد بود. نسخهٔ 3.11 آمد.", ["رشد ۲٫۶ درصد بود.", "نسخهٔ 3.11 آمد."]),
        ("“Is it so?” he asked. It was.", ["“Is it so?” he asked.", "It was."]),
        ("آیا چنین است؟ بله! شاید… نه.", ["آیا چنین است؟", "بله!", "شاید…", "نه."]),
        ("گفت «می‌آیم.» سپس رفت.", ["گفت «می‌آیم.»", "سپس رفت."]),
        ("He said “I come.” Then he left.", ["He said “I come.”", "Then he left."]),
        ("It was said ... and forgotten. So…", ["It was said ... and forgotten.", "So…"]),
        ("No full stop at the end", ["No full stop at the end"]),
        ("  … ", []),
        ("", []),
    ],
)  # fmt: skip
def test_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شهرداری‌ها آمدند.", "شهرداريها  آمدند"),
        ("می‌رود، «اینجا».", "می رود اینجا"),
        ("در سال ۱۴۰۳", "در سال 1403"),
        ("رشد ۲٫۶٪ و ۱۳٬۴۷۰ شهر", "رشد 2.6% و 13,470 شهر"),
        ("The city’s “plan”, he said.", "the city's plan he said"),
        ("São Paulo", "Sao Paulo"),
    ],
)
def test_spelling_signs_and_spaces_make_no_other_sentence(one: str, other: str) -> None:
    assert fold_sentence(one) == fold_sentence(other)
    assert sentence_digest(one) == sentence_digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("از ۲۰ کشور", "از ۲۱ کشور"),
        ("4.7 billion", "26 billion"),
        ("1 and 2 people", "12 people"),
        ("on 20 24 pages", "on 2024 pages"),
        ("۱۴۰۳/۰۴/۰۱", "۱۴۰۳/۰۴۰/۱"),
        ("at -5 degrees", "at 5 degrees"),
        ("He came.", "He came?"),
        ("او آمد.", "او آمد؟"),
        ("five percent of 5", "five percent of 5%"),
        ("انجمن بریلس", "انجمن بریلس‌پلاس"),
        ("BRILS", "BRILS+"),
    ],
)
def test_another_word_or_number_makes_another_sentence(one: str, other: str) -> None:
    assert sentence_digest(one) != sentence_digest(other)


@pytest.mark.parametrize(
    ("sentences", "text", "expected"),
    [
        (["One two."], "Zero. One\ntwo. Three.", True),
        (["One two three."], "One two. Three.", True),  # punctuation tells no sentences apart
        (["One three."], "One two. Three.", False),
        (["No.", "A sentence of more than sixteen letters."], "None.", True),
        (["شهردار سخن گفت.", "دیگر هیچ نگفت."], "و دیگر، هیچ\u200cنگفت و رفت.", True),
        (["…"], "Text.", False),
        ([], "Text.", False),
    ],
)
def test_sentences_are_found_in_a_text(sentences: list[str], text: str, expected: bool) -> None:
    assert FoldedSentences(sentences).stand_in(text) is expected


def test_thousands_of_sentences_are_looked_for_at_once() -> None:
    """One after the other they would take minutes."""
    sentences = FoldedSentences(f"Sentence number {at} is a new one." for at in range(20_000))

    assert not sentences.stand_in("Sentence number 7 is no new one. " * 20_000)
    assert sentences.stand_in("Text. " * 50_000 + "Sentence number 19999 is a new one.")
