from dataclasses import replace
from datetime import date, timedelta

import pytest

from newsroom.text.dates import (
    SOLAR,
    DateWords,
    format_in,
    format_period,
    leading_calendars,
    parse_period,
)

from ..conftest import sample_record

CATALOGUE = sample_record()


def words(lang: str) -> DateWords:
    return CATALOGUE.strings[lang].dates


@pytest.mark.parametrize(
    ("text", "approximate", "fa", "en"),
    [
        ("2024-06-21", False, "۱ تیر ۱۴۰۳ (۲۱ ژوئن ۲۰۲۴)", "21 June 2024 (1 Tir 1403)"),
        ("2023-12-01", False, "۱۰ آذر ۱۴۰۲ (۱ دسامبر ۲۰۲۳)", "1 December 2023 (10 Azar 1402)"),
        (
            "2024-06-21/2024-06-24",
            False,
            "۱ تا ۴ تیر ۱۴۰۳ (۲۱ تا ۲۴ ژوئن ۲۰۲۴)",
            "21 to 24 June 2024 (1 to 4 Tir 1403)",
        ),
        (
            "2023-05-22/2023-06-21",
            False,
            "خرداد ۱۴۰۲ (۲۲ مه تا ۲۱ ژوئن ۲۰۲۳)",
            "Khordad 1402 (22 May to 21 June 2023)",
        ),
        (
            "2023-12-02/2023-12-11",
            True,
            "اواسط آذر ۱۴۰۲ (حدود ۲ تا ۱۱ دسامبر ۲۰۲۳)",
            "mid-Azar 1402 (about 2 to 11 December 2023)",
        ),
        (
            "2024-06",
            False,
            "ژوئن ۲۰۲۴ (۱۲ خرداد تا ۱۰ تیر ۱۴۰۳)",
            "June 2024 (12 Khordad to 10 Tir 1403)",
        ),
        ("2024", False, "۲۰۲۴ (۱۱ دی ۱۴۰۲ تا ۱۱ دی ۱۴۰۳)", "2024 (11 Dey 1402 to 11 Dey 1403)"),
        (
            "2023-03-21/2024-03-19",
            False,
            "۱۴۰۲ (۲۱ مارس ۲۰۲۳ تا ۱۹ مارس ۲۰۲۴)",
            "1402 (21 March 2023 to 19 March 2024)",
        ),
        ("2025-03-20", False, "۳۰ اسفند ۱۴۰۳ (۲۰ مارس ۲۰۲۵)", "20 March 2025 (30 Esfand 1403)"),
        (
            "2024-12-31",
            True,
            "حدود ۱۱ دی ۱۴۰۳ (حدود ۳۱ دسامبر ۲۰۲۴)",
            "about 31 December 2024 (about 11 Dey 1403)",
        ),
    ],
)
def test_period_is_printed_in_both_calendars(
    text: str, approximate: bool, fa: str, en: str
) -> None:
    period = parse_period(text, approximate=approximate)

    assert format_period(period, words("fa")) == fa
    assert format_period(period, words("en")) == en


@pytest.mark.parametrize(
    ("text", "approximate", "fa", "en"),
    [
        (
            "2023-05-22/2023-06-21",
            False,
            "یکی از روزهای خرداد ۱۴۰۲ (۲۲ مه تا ۲۱ ژوئن ۲۰۲۳)",
            "on a day in Khordad 1402 (22 May to 21 June 2023)",
        ),
        (
            "2019-02",
            False,
            "یکی از روزهای فوریه ۲۰۱۹ (۱۲ بهمن تا ۹ اسفند ۱۳۹۷)",
            "on a day in February 2019 (12 Bahman to 9 Esfand 1397)",
        ),
        (
            "2018-03-21/2019-03-20",
            False,
            "یکی از روزهای ۱۳۹۷ (۲۱ مارس ۲۰۱۸ تا ۲۰ مارس ۲۰۱۹)",
            "on a day in 1397 (21 March 2018 to 20 March 2019)",
        ),
        (
            "2021-09-03/2021-09-05",
            False,
            "یکی از روزهای ۱۲ تا ۱۴ شهریور ۱۴۰۰ (۳ تا ۵ سپتامبر ۲۰۲۱)",
            "on a day from 3 to 5 September 2021 (12 to 14 Shahrivar 1400)",
        ),
        (
            "2021-09-11/2021-09-20",
            True,
            "زمانی در اواسط سپتامبر ۲۰۲۱ (حدود ۲۰ تا ۲۹ شهریور ۱۴۰۰)",
            "some time in mid-September 2021 (about 20 to 29 Shahrivar 1400)",
        ),
    ],
)
def test_day_within_a_period_is_no_duration(text: str, approximate: bool, fa: str, en: str) -> None:
    period = replace(parse_period(text, approximate=approximate), within=True)

    assert format_period(period, words("fa")) == fa
    assert format_period(period, words("en")) == en
    for lang, both in (("fa", fa), ("en", en)):
        calendar, _ = leading_calendars(period, lang)
        alone = format_in(period, calendar, words(lang))
        assert both.startswith(f"{alone} (")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2023-02-29", "does not exist"),
        ("2024-13", "does not exist"),
        ("2024-00", "does not exist"),
        ("2024-06-00", "does not exist"),
        ("1403-04-01", "not between 1800 and 2199"),
        ("۲۰۲۴-۰۶-۲۱", "is not a date"),
        ("21 June 2024", "is not a date"),
        ("2024-06-24/2024-06-21", "ends before it begins"),
        ("2024-06-21/", "is not a date"),
        ("2024-6-1", "is not a date"),
    ],
)
def test_impossible_date_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_period(text)


def test_iso_value_is_as_exact_as_the_period() -> None:
    texts = ["2024-06-21", "2024-06", "2024", "2024-06-21/2024-06-24"]

    assert [parse_period(text).iso for text in texts] == ["2024-06-21", "2024-06", "2024", None]


def test_every_day_of_two_centuries_follows_the_one_before() -> None:
    day, last = date(1921, 3, 21), date(2122, 3, 20)
    year, month, number = SOLAR.parts(day)
    assert (year, month, number) == (1300, 1, 1)

    while day < last:
        day += timedelta(days=1)
        following = SOLAR.parts(day)
        long_month = 31 if month <= 6 else 30
        expected = {
            (year, month, number + 1),
            *([(year, month + 1, 1)] if month < 12 and number == long_month else []),
            *([(year + 1, 1, 1)] if month == 12 and number in (29, 30) else []),
        }
        assert following in expected, day
        year, month, number = following

    assert (year, month) == (1500, 12)
