"""Numbers in prose, and what only looks like one."""

import pytest

from newsroom.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fa", "سیزده هزار و ۴۷۰ شهر", {"13470"}),
        ("en", "thirteen thousand four hundred and seventy cities", {"13470"}),
        ("fa", "۱۳٬۴۷۰ شهر", {"13470"}),
        ("en", "13,470 cities", {"13470"}),
        ("fa", "بیست\u200cویک نفر", {"21"}),
        ("en", "twenty-one people", {"21"}),
        ("fa", "صد و پنجاه نفر", {"150"}),
        ("en", "one hundred and fifty people", {"150"}),
        ("fa", "دو و نیم میلیون نفر", {"2500000"}),
        ("en", "two and a half million people", {"2500000"}),
        ("fa", "۴/۷ میلیارد نفر", {"4700000000", "4000000000/7"}),
        ("en", "2.6bn people", {"2600000000"}),
        ("fa", "۴۰٪", {"2/5"}),
        ("en", "40 per cent", {"2/5"}),
        ("fa", "دو سوم", {"2/3"}),
        ("en", "two-thirds", {"2/3"}),
        ("fa", "نشست بیست و سوم", {"23"}),
        ("en", "the twenty-third meeting", {"23"}),
        ("fa", "ساعت ۱۴", {"14:00", "2:00"}),
        ("en", "at 2 p.m.", {"14:00"}),
        ("fa", "سی\u200cام", {"30"}),
        ("en", "the 30th", {"30"}),
    ],
)
def test_number_is_read(lang: str, text: str, expected: set[str]) -> None:
    (found,) = find_numbers(text, lang)

    assert found.readings == expected
    assert found.is_certain


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "یکی از شهرها"),
        ("en", "one of the cities"),
        ("fa", "دو طرف"),
        ("en", "the two sides"),
        ("fa", "سه\u200cجانبه"),
        ("en", "the first and second time"),
        ("fa", "ده\u200cها شهر و صدها نفر"),
        ("en", "several hundred people and millions more"),
        ("fa", "سه\u200cشنبه"),
        ("en", "the G20"),
        ("fa", "نه تنها"),
        ("en", "half a year"),
    ],
)
def test_way_of_speaking_asks_for_no_number(lang: str, text: str) -> None:
    assert [found for found in find_numbers(text, lang) if found.is_certain] == []


@pytest.mark.parametrize(
    "text", ["۰/۰", "0.000 million", "one in zero", "9" * 5000, "and", "a k", "٪"]
)
def test_odd_digits_are_no_defect_of_the_program(text: str) -> None:
    for lang in ("fa", "en"):
        for found in find_numbers(text, lang):
            assert 0 <= found.start < found.end <= len(text)


def test_number_stays_out_of_what_is_taken() -> None:
    assert find_numbers("21 June and 18 cities", "en", [(0, 7)])[0].readings == {"18"}
    assert len(find_numbers("21 June and 18 cities", "en", [(0, 7)])) == 1
