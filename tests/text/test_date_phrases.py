from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.date_phrases import find_dates, read_date
from newsroom.text.dates import SOLAR, parse_period
from newsroom.text.persian import persian_digits

NEAR = parse_period("2024-06-23")

SPELLINGS = [
    # full dates
    ("۱ تیر ۱۴۰۳", "2024-06-21"),
    ("1 تیر 1403", "2024-06-21"),
    ("١ تير ١٤٠٣", "2024-06-21"),
    ("۱\u00a0تیر  ۱۴۰۳", "2024-06-21"),
    ("اول تیر ۱۴۰۳", "2024-06-21"),
    ("یکم تیرماه ۱۴۰۳", "2024-06-21"),
    ("یکم تیر ماه سال ۱۴۰۳", "2024-06-21"),
    ("جمعه ۱ تیر ۱۴۰۳", "2024-06-21"),
    ("جمعه، اول تیر\u200cماه ۱۴۰۳", "2024-06-21"),
    ("روز جمعه مورخ ۱ تیر ۱۴۰۳", "2024-06-21"),
    ("۱ام تیر ۱۴۰۳", "2024-06-21"),
    ("بیست و یکم خرداد ۱۴۰۳", "2024-06-10"),
    ("بیست\u200cویکم خرداد ۱۴۰۳", "2024-06-10"),
    ("سی\u200cام اسفند ۱۴۰۳", "2025-03-20"),
    ("سه\u200cشنبه ۵ تیر ۱۴۰۳", "2024-06-25"),
    ("سه شنبه ۵ تیر ۱۴۰۳", "2024-06-25"),
    ("یک\u200cشنبه ۳ تیر ۱۴۰۳", "2024-06-23"),
    ("پنجشنبه ۷ تیر ۱۴۰۳", "2024-06-27"),
    ("دوشنبه  ۱۶ مهر ۱۴۰۳", "2024-10-07"),
    ("۱۴۰۲/۰۹/۱۰", "2023-12-01"),
    ("۱۴۰۲/۰۹/۱۰- ۱۴:۳۵", "2023-12-01 14:35"),
    ("10 آذر 1402 - 14:35", "2023-12-01 14:35"),
    ("۱۰ آذر ۱۴۰۲ ساعت ۱۴:۳۵", "2023-12-01 14:35"),
    ("1402-09-10", "2023-12-01"),
    ("۱۴۰۲.۹.۱۰", "2023-12-01"),
    ("۱۰/۹/۱۴۰۲", "2023-12-01"),
    ("۲۱ ژوئن ۲۰۲۴", "2024-06-21"),
    ("۱۲ می ۲۰۲۴", "2024-05-12"),
    ("اول اوت ۲۰۲۴", "2024-08-01"),
    ("۱ تیر ۱۴۰۳ (۲۱ ژوئن ۲۰۲۴)", "2024-06-21"),
    ("۱ تیر ۱۴۰۳ برابر با ۲۱ ژوئن ۲۰۲۴", "2024-06-21"),
    ("۱ تیر (۲۱ ژوئن ۲۰۲۴)", "2024-06-21"),
    ("21 June 2024", "2024-06-21"),
    ("June 21, 2024", "2024-06-21"),
    ("June 21st, 2024", "2024-06-21"),
    ("the 21st of June 2024", "2024-06-21"),
    ("Friday, 21 June 2024", "2024-06-21"),
    ("Fri, Jun 21, 2024", "2024-06-21"),
    ("21 June 2024 (Friday)", "2024-06-21"),
    ("twenty-first of June, 2024", "2024-06-21"),
    ("21 Jun. 2024", "2024-06-21"),
    ("2024-06-21", "2024-06-21"),
    ("2024-06-21T08:30:00+03:30", "2024-06-21 08:30"),
    ("2024/6/21", "2024-06-21"),
    ("21/6/2024", "2024-06-21"),
    ("06/21/2024", "2024-06-21"),
    ("21 June 2024 at 5:30 pm", "2024-06-21 17:30"),
    ("21 June 2024, 14:35", "2024-06-21 14:35"),
    ("1 Tir 1403", "2024-06-21"),
    ("1st of Tir 1403", "2024-06-21"),
    ("Tir 1, 1403", "2024-06-21"),
    ("10 Azar 1402", "2023-12-01"),
    # less than a day, or more
    ("خرداد ۱۴۰۲", "2023-05-22/2023-06-21"),
    ("خردادماه ۱۴۰۲", "2023-05-22/2023-06-21"),
    ("ژوئن ۲۰۲۴", "2024-06"),
    ("June 2024", "2024-06"),
    ("Khordad 1402", "2023-05-22/2023-06-21"),
    ("سال ۱۴۰۲", "2023-03-21/2024-03-19"),
    ("the year 2024", "2024"),
    ("اواسط آذر ۱۴۰۲", "2023-12-02/2023-12-11 ~"),
    ("mid-Azar 1402", "2023-12-02/2023-12-11 ~"),
    ("early June 2024", "2024-06-01/2024-06-10 ~"),
    ("اواخر سال ۱۴۰۲", "2023-11-22/2024-03-19 ~"),
    ("حدود ۱ تیر ۱۴۰۳", "2024-06-21 ~"),
    # ranges
    ("۱ تا ۴ تیر ۱۴۰۳", "2024-06-21/2024-06-24"),
    ("از اول تا چهارم تیر ۱۴۰۳", "2024-06-21/2024-06-24"),
    ("از ۱ الی ۴ تیرماه ۱۴۰۳", "2024-06-21/2024-06-24"),
    ("۳۰ خرداد تا ۴ تیر ۱۴۰۳", "2024-06-19/2024-06-24"),
    ("۲۸ اسفند ۱۴۰۲ تا ۴ فروردین ۱۴۰۳", "2024-03-18/2024-03-23"),
    ("21–24 June 2024", "2024-06-21/2024-06-24"),
    ("21-24 June 2024", "2024-06-21/2024-06-24"),
    ("June 21–24, 2024", "2024-06-21/2024-06-24"),
    ("from 21 to 24 June 2024", "2024-06-21/2024-06-24"),
    ("between 21 and 24 June 2024", "2024-06-21/2024-06-24"),
    ("21 June to 2 July 2024", "2024-06-21/2024-07-02"),
    ("June 21 – July 2, 2024", "2024-06-21/2024-07-02"),
    ("1 to 4 Tir 1403", "2024-06-21/2024-06-24"),
    ("خرداد تا تیر ۱۴۰۳", "2024-05-21/2024-07-21"),
    ("28 December to 3 January 2025", "2024-12-28/2025-01-03"),
]

NEAR_SPELLINGS = [
    ("اول تیر", "2024-06-21"),
    ("چهارم تیرماه", "2024-06-24"),
    ("۱ تا ۴ تیر", "2024-06-21/2024-06-24"),
    ("from 1 to 4 Tir", "2024-06-21/2024-06-24"),
    ("June 21", "2024-06-21"),
    ("the 21st of June", "2024-06-21"),
    ("۱۰ دی", "2023-12-31"),
    ("یکشنبه", "2024-06-23"),
    ("روز یکشنبه", "2024-06-23"),
    ("Sunday", "2024-06-23"),
    ("last Sunday", "2024-06-16"),
    ("یکشنبه گذشته", "2024-06-16"),
    ("next Monday", "2024-06-24"),
    ("دوشنبه آینده", "2024-06-24"),
    ("جمعه", "2024-06-21"),
    ("امروز", "2024-06-23"),
    ("دیروز", "2024-06-22"),
    ("پس فردا", "2024-06-25"),
    ("yesterday", "2024-06-22"),
    ("tomorrow", "2024-06-24"),
    ("خرداد ماه سال جاری", "2024-05-21/2024-06-20"),
    ("خرداد امسال", "2024-05-21/2024-06-20"),
    ("اواسط آذرماه سال جاری", "2024-12-01/2024-12-10 ~"),
    ("خرداد سال گذشته", "2023-05-22/2023-06-21"),
    ("June this year", "2024-06"),
    ("last month", "2024-05"),
    ("ماه گذشته", "2024-05-21/2024-06-20"),
    ("هفته گذشته", "2024-06-15/2024-06-21"),
    ("last week", "2024-06-10/2024-06-16"),
    ("پارسال", "2023-03-21/2024-03-19"),
    ("دوشنبه ۴ تیر", "2024-06-24"),
]


def shown(phrase: str, near: str | None = None) -> str:
    found = read_date(phrase, parse_period(near) if near else None)
    assert found.period is not None
    start, end = found.period.start.isoformat(), found.period.end.isoformat()
    iso = found.period.iso or f"{start}/{end}"
    return (
        iso + (f" {found.time}" if found.time else "") + (" ~" if found.period.approximate else "")
    )


def test_the_tables_have_sixty_spellings_and_more() -> None:
    assert len(SPELLINGS) + len(NEAR_SPELLINGS) >= 60


@pytest.mark.parametrize(("phrase", "expected"), SPELLINGS)
def test_phrase_that_names_its_year_is_read(phrase: str, expected: str) -> None:
    assert shown(phrase) == expected
    assert not read_date(phrase).inferred or "(" in phrase


@pytest.mark.parametrize(("phrase", "expected"), NEAR_SPELLINGS)
def test_phrase_without_a_year_is_resolved_near_a_day(phrase: str, expected: str) -> None:
    assert shown(phrase, "2024-06-23") == expected
    assert read_date(phrase, NEAR).inferred
    with pytest.raises(ValueError, match="has no year"):
        read_date(phrase)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("شنبه ۱۶ مهر ۱۴۰۳", "is a Monday, not a Saturday"),
        ("Monday, 21 June 2024", "is a Friday, not a Monday"),
        ("۳۰ اسفند ۱۴۰۲", "is not a date in the calendar"),
        ("30 February 2024", "is not a date in the calendar"),
        ("۱۴۰۲/۱۳/۴۵", "is not a date in the calendar"),
        ("5/6/2024", "may be day/month or month/day"),
        ("۱ تیر ۱۴۰۳ (۲۲ ژوئن ۲۰۲۴)", "are not the same days"),
        ("24 to 21 June 2024", "ends before it begins"),
        ("21 June 2024 and 3 May 2023", "more than one date"),
        ("no date at all", "no date found"),
        ("", "no date found"),
    ],
)
def test_phrase_that_cannot_be_true_comes_with_the_reason(phrase: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_date(phrase)


@pytest.mark.parametrize(
    "text",
    [
        "تیر خلاص زدند و مهر پذیرفتند",
        "دی و مه در راه بود",
        "they may march on 12 streets",
        "may 12 people come",
        "۱۳ هزار و ۴۷۰ شهر",
        "۴.۷ میلیارد نفر از ۲۰ کشور",
        "the second city of 2024 people",
        "دستور کار ۲۰۳۰",
        "the 2030 Agenda",
        "نخست شهردار سخن گفت",
        "14:35",
        "sun and sat",
    ],
)
def test_words_that_are_no_date_are_left(text: str) -> None:
    assert find_dates(text, NEAR) == ()


def test_dates_of_a_text_come_with_their_places() -> None:
    text = "نشست از اول تیر ۱۴۰۳ آغاز شد؛ گزارش روز یکشنبه آمد."

    first, second = find_dates(text, NEAR)

    assert (first.text, text[first.start : first.end]) == ("اول تیر ۱۴۰۳",) * 2
    assert (second.text, second.inferred) == ("یکشنبه", True)


def test_weekday_is_sought_in_a_stretch_of_days() -> None:
    found = read_date("روز یکشنبه", parse_period("2024-06-21/2024-06-24"))

    assert found.period == parse_period("2024-06-23")


def test_every_day_of_two_centuries_is_read_back_in_both_calendars() -> None:
    solar = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
    english = "January February March April May June July August September October November December".split()
    day = SOLAR.day(1300, 1, 1)
    last = SOLAR.day(1501, 1, 1)
    days = 0
    while day < last:
        year, month, number = SOLAR.parts(day)
        assert SOLAR.day(year, month, number) == day
        if days % 37 == 0:  # reading costs more than converting
            written = persian_digits(f"{number} {solar[month - 1]} {year}")
            assert read_date(written).period == parse_period(day.isoformat())
            written = f"{english[day.month - 1]} {day.day}, {day.year}"
            assert read_date(written).period == parse_period(day.isoformat())
        day += timedelta(days=1)
        days += 1

    assert days == 73_414


@given(st.text(max_size=80))
def test_reading_never_raises(text: str) -> None:
    for found in find_dates(text, NEAR):
        assert bool(found.problem) != bool(found.period)
        assert text[found.start : found.end] == found.text


@given(
    st.lists(
        st.sampled_from(
            "۱ 4 21 1403 2024 تیر June May اول سی ام تا - از from and یکشنبه Sunday ماه سال جاری اواسط mid ( ) , / 14:35 24:99 1402/09/10 last next امروز هفته گذشته".split()
        ),
        max_size=12,
    ).map(" ".join)
)
def test_reading_any_order_of_words_never_raises(text: str) -> None:
    for found in find_dates(text, NEAR) + find_dates(text):
        assert bool(found.problem) != bool(found.period)


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("۱ تیر ۱۴۰۳ (۲۲ ژوئن ۲۰۲۴)", "pair"),
        ("21 June 2024 (2 Tir 1403)", "pair"),
        ("شنبه ۱ تیر ۱۴۰۳", "weekday"),
        ("Thursday, 21 June 2024", "weekday"),
        ("June 2023 (Khordad 1402)", ""),
        ("اواسط آذر ۱۴۰۲ (اوایل دسامبر ۲۰۲۳)", ""),
        ("July 2024 (Khordad 1402)", "pair"),
        ("۱ تیر ۱۴۰۳ (۲۱ ژوئن ۲۰۲۴)", ""),
    ],
)
def test_slip_in_a_date_is_told_apart(text: str, defect: str) -> None:
    assert find_dates(text)[-1].defect == defect
