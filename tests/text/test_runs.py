"""What a run is, in both languages; that each is seen as written is in `test_glyph_order`."""

import time

import pytest

from newsroom.text.runs import find_runs

Runs = list[tuple[str, str, str]]


def runs(text: str, lang: str) -> Runs:
    return [(text[run.start : run.end], run.lang, run.direction) for run in find_runs(text, lang)]


IN_PERSIAN = [
    # Signs that begin a word, and those that only stand before it
    ("نسخهٔ .NET و ~10 km", [".NET", "~10 km"]),
    ("در /etc/fstab و ~/notes.md و ../data/x", ["/etc/fstab", "~/notes.md", "../data/x"]),
    ("با -v و --strict و @kavan و #BRILS", ["-v", "--strict", "@kavan", "#BRILS"]),
    ("بهای $5 و €7 و §\u00a05 و №3", ["$5", "€7", "§\u00a05", "№3"]),
    ("تهران/Kavan و قاوان-Ufa و پایان.Next", ["Kavan", "Ufa", "Next"]),
    # Signs at the end
    ("شب به -5°C و 25 °C و +3.5% رسید", ["-5°C", "25 °C", "+3.5%"]),
    ("حدود 50 % یا 5 € بود", ["50 %", "5 €"]),
    ("پوشهٔ data/events/ و Kavan/قاوان", ["data/events/", "Kavan"]),
    ("زبان C# و C++، و Java™", ["C#", "C++", "Java™"]),
    # Abbreviations, and the ends of sentences
    ("از St. Petersburg و Mt. Elbrus", ["St. Petersburg", "Mt. Elbrus"]),
    ("بند No. 5 و vol. 12, p. 3", ["No. 5", "vol. 12, p. 3"]),
    ("شرکت Acme Inc. گفت", ["Acme Inc."]),
    ("در U.S. و e.g. این", ["U.S.", "e.g."]),
    ("نوشتهٔ A. J. Smith، Dr. Rao", ["A. J. Smith", "Dr. Rao"]),
    ("رفت به Kavan. London هم", ["Kavan", "London"]),
    ("پایان در Kavan.", ["Kavan"]),
    ("آیا Kavan؟ آری، Kavan!", ["Kavan", "Kavan"]),
    # What joins two words
    ("کتاب Ufa: A City; Past & Present", ["Ufa: A City; Past & Present"]),
    ("هتل Park – North و A → B و 3 × 4", ["Park – North", "A → B", "3 × 4"]),
    ("سطر 21\nJune\u00a02024 ماند", ["21\nJune\u00a02024"]),
    ("با R&D و AT&T و BRILS+/SCO", ["R&D", "AT&T", "BRILS+/SCO"]),
    ("او “We came. We saw.” گفت", ["“We came. We saw.”"]),
    ('او "a, b" گفت', ['"a, b"']),
    ("شهر Kavan (Russia, pop. 1.3 m.) بود", ["Kavan (Russia, pop. 1.3 m.)"]),
    ("شهرهای Kavan، Ufa", ["Kavan", "Ufa"]),
    ("نشان <b> و </b> و a < b", ["<b>", "</b>", "a < b"]),
    ("الف < ب & ج", []),
    # Numbers and units of one word
    ("km² و H₂O و 2.5 μm و 10–12 June", ["km²", "H₂O", "2.5 μm", "10–12 June"]),
    ("دما ۲۵°C و گروه G۲۰ و COVID-۱۹", ["۲۵°C", "G۲۰", "COVID-۱۹"]),
    ("در Kavan ۲۰۲۴ بود", ["Kavan"]),
    ("شمارهٔ 285", []),
    # Telephones
    ("تلفن (021) 8877-6655 یا +98 (21) 123", ["(021) 8877-6655", "+98 (21) 123"]),
    # Addresses
    (
        "«https://example.org/شهر/سال-۱۴۰۳?x=1&y=2».",
        ["https://example.org/شهر/سال-۱۴۰۳?x=1&y=2"],
    ),
    ("در example.org/شهر، و نیز", ["example.org/شهر"]),
    ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
    ("به info@example.org بنویسید", ["info@example.org"]),
    ("see https://example.org/شهر now", ["see https://example.org/شهر now"]),
]  # fmt: skip

PERSIAN_NUMBERS = [
    ("دما −۵ بود", ["−۵"]),
    ("دما «-۵٫۲» و ±۳٪ بود", ["-۵٫۲", "±۳٪"]),
    ("تلفن ۰۲۱-۸۸۷۷ است", ["۰۲۱-۸۸۷۷"]),
    ("تلفن (۰۲۱) ۸۸۷۷-۶۶۵۵ است", ["(۰۲۱) ۸۸۷۷-۶۶۵۵"]),
    ("تلفن ۰۹۱۲ ۳۴۵ ۶۷۸۹ یا +۹۸ ۲۱ ۸۸۷۷", ["۰۹۱۲ ۳۴۵ ۶۷۸۹", "+۹۸ ۲۱ ۸۸۷۷"]),
    ("روز ۱۴۰۳-۰۴-۰۱ بود", ["۱۴۰۳-۰۴-۰۱"]),
    ("۵-۷ نفر، ۱۴۰۲–۱۴۰۳، از ۱۴۰۲-۱۴۰۳ و بند ۳-۲-۱", []),
    ("۱۴۰۳/۰۴/۰۱، ساعت ۰۸:۰۰-۰۹:۳۰، ۱۲٪ و ۱۳٬۴۷۰", []),
    ("تهران-۵ و (۵) و - ۵", []),
]

IN_ENGLISH = [
    ("on ۱ تیر ۱۴۰۳ it", [("۱ تیر ۱۴۰۳", "fa", "rtl")]),
    ("says «نشست BRILS+ در قاوان» there", [("«نشست BRILS+ در قاوان»", "fa", "rtl")]),
    ("at −۵ درجه it froze", [("−۵ درجه", "fa", "rtl")]),
    ("called بریلس+ or #شهر_هوشمند now", [("بریلس+", "fa", "rtl"), ("#شهر_هوشمند", "fa", "rtl")]),
    ("by اومنا (تلمیز).", [("اومنا (تلمیز)", "fa", "rtl")]),
    ("of قاوان\nو تلمیز then", [("قاوان\nو تلمیز", "fa", "rtl")]),
    (
        "at https://example.org/شهر/سال-۱۴۰۳?x=1.",
        [("https://example.org/شهر/سال-۱۴۰۳?x=1", "en", "ltr")],
    ),
    ("at https://example.org/city and ۱۲ or ۰۲۱-۸۸۷۷", []),
]


@pytest.mark.parametrize(("text", "expected"), IN_PERSIAN)
def test_run_in_persian_is_all_that_is_read_from_the_left(text: str, expected: list[str]) -> None:
    assert runs(text, "fa") == [(run, "en", "ltr") for run in expected]


@pytest.mark.parametrize(("text", "expected"), PERSIAN_NUMBERS)
def test_signed_numbers_and_codes_are_read_from_the_left_and_ranges_are_not(
    text: str, expected: list[str]
) -> None:
    assert runs(text, "fa") == [(run, "", "ltr") for run in expected]


@pytest.mark.parametrize(("text", "expected"), IN_ENGLISH)
def test_run_in_english_is_persian_or_an_address(text: str, expected: Runs) -> None:
    assert runs(text, "en") == expected


def test_word_in_a_third_script_is_isolated_without_a_language() -> None:
    assert runs("نام آن Кавань+ است", "fa") == [("Кавань+", "", "ltr")]


@pytest.mark.parametrize(
    "part",
    ["(", "“a", "<a ", "a.", "a: ", "www.", "a.b/(", "+", "St. ", "۰۲۱-", "«ا", "A (b ", "x\n" * 9, "a::", "ا (", '"a'],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_no_text_takes_long(part: str, lang: str) -> None:
    text = f"aا{part * (60_000 // len(part))}"
    start = time.process_time()

    for _ in find_runs(text, lang):
        pass

    assert time.process_time() - start < 0.6
