"""Dates as search compares them."""

from datetime import date

import pytest

from newsroom.text.dates import Period, parse_period
from newsroom.text.months import MonthReader, date_terms
from newsroom.text.stems import fold, words_of

from ..conftest import sample_record

CATALOGUE = sample_record()
READER = MonthReader(strings.dates for strings in CATALOGUE.strings.values())

PHRASES = [
    ("21 June 2024", ["2024-06-21"]),
    ("June 21, 2024", ["2024-06-21"]),
    ("in June 2024", ["2024-06"]),
    ("Dec 2023", ["2023-12"]),
    ("۱ تیر ۱۴۰۳", ["1403-04-01"]),
    ("تیر ۱۴۰۳", ["1403-04"]),
    ("آذرماه ۱۴۰۲", ["1402-09"]),
    ("آذر ماه ۱۴۰۲", ["1402-09"]),
    ("۲۱ ژوئن ۲۰۲۴", ["2024-06-21"]),
    ("10 Azar 1402", ["1402-09-10"]),
    ("Khordad 1402", ["1402-03"]),
    ("21 June 2024 (1 Tir 1403)", ["2024-06-21", "1403-04-01"]),
    ("سوم تیر ۱۴۰۳", ["1403-04-03"]),
    ("سه تیر ۱۴۰۳", ["1403-04-03"]),
    ("روز سوم تیرماه سال ۱۴۰۳", ["1403-04-03"]),
    ("سومین روز از ماه تیر ۱۴۰۳", ["1403-04-03"]),
    ("تیر\u200cماه ۱۴۰۳", ["1403-04"]),
    ("اول مهر ۱۳۹۹", ["1399-07-01"]),
    ("نخستین روز مهر ۱۳۹۹", ["1399-07-01"]),
    ("بیست و یکم ژوئن ۲۰۲۴", ["2024-06-21"]),
    ("بیست\u200cو\u200cیکم ژوئن ۲۰۲۴", ["2024-06-21"]),
    ("بیست و یک ژوئن ۲۰۲۴", ["2024-06-21"]),
    ("سی\u200cام خرداد ۱۴۰۲", ["1402-03-30"]),
    ("سی ام خرداد ۱۴۰۲", ["1402-03-30"]),
    ("سی و یکم خرداد ۱۴۰۲", ["1402-03-31"]),
    ("۲۱ام ژوئن ۲۰۲۴", ["2024-06-21"]),
    ("۳\u200cام تیر ۱۴۰۳", ["1403-04-03"]),
    ("third of Tir 1403", ["1403-04-03"]),
    ("the twenty-first of June, 2024", ["2024-06-21"]),
    ("June 21st, 2024", ["2024-06-21"]),
    ("21st of June 2024", ["2024-06-21"]),
    ("June the 2nd 2024", ["2024-06-02"]),
    ("June twenty-second, 2024", ["2024-06-22"]),
    ("the 3rd day of Tir of the year 1403", ["1403-04-03"]),
    ("2 1 June 2024", ["2024-06-01"]),
    ("41st June 2024", ["2024-06"]),
    ("سی\u200cام خرداد", ["30"]),
    ("the 21st of June", ["21"]),
    ("June 21st", ["21"]),
    ("21 June", []),
    ("two may come", []),
    ("June", []),
    ("may be 2024", []),
    ("تیر ۲۰۲۴", []),
    ("32 June 2024", ["2024-06"]),
    ("۱۲ سرطان ۱۴۰۳", ["1403-04-12"]),
    ("12 Saratan 1403", ["1403-04-12"]),
    ("درمان سرطان ۱۴۰۳", []),
    ("نخستین میزان", []),
    ("۱۲ آگوست ۲۰۲۴", ["2024-08-12"]),
    ("۳ ژوییه ۲۰۲۴", ["2024-07-03"]),
    ("پنجم امرداد ۱۴۰۳", ["1403-05-05"]),
]
"""Phrases, and the terms of the dates in them; the browser is given the same."""


@pytest.mark.parametrize(("phrase", "terms"), PHRASES)
def test_dates_in_words_are_read(phrase: str, terms: list[str]) -> None:
    assert list(READER.terms([fold(word) for word in words_of(phrase)])) == terms


@pytest.mark.parametrize(
    ("period", "terms"),
    [
        ("2024-06-21", ("2024-06-21", "1403-04-01")),
        (
            "2024-06-21/2024-06-22",
            ("2024-06-21", "1403-04-01", "2024-06-22", "1403-04-02"),
        ),
        ("2023-05-22/2023-06-21", ("2023-05", "2023-06", "1402-03")),
    ],
)
def test_period_is_filed_by_its_days_or_months(period: str, terms: tuple[str, ...]) -> None:
    assert date_terms(parse_period(period)) == terms


def test_no_month_of_a_long_period_is_missed() -> None:
    terms = date_terms(Period(date(2023, 1, 31), date(2023, 12, 1)))

    assert {f"2023-{month:02}" for month in range(1, 13)} <= set(terms)
