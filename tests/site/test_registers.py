"""The lists a reader can search by eye."""

from newsroom.site.locale_views import LocaleView
from newsroom.site.registers import Register, register_of
from newsroom.text.persian import sort_key

from ..conftest import sample_record

CATALOGUE = sample_record()


def register(lang: str) -> Register:
    return register_of(LocaleView(CATALOGUE, lang))


def test_every_participant_is_filed_once_under_its_letter() -> None:
    for lang in ("fa", "en"):
        lines = [line for letter in register(lang).letters for line in letter.names]
        own = [line.participant.id for line in lines if not line.is_other]
        assert sorted(own) == sorted(CATALOGUE.participants)


def test_letters_and_names_are_in_the_order_of_the_alphabet() -> None:
    for lang in ("fa", "en"):
        texts = [line.text for letter in register(lang).letters for line in letter.names]
        assert texts == sorted(texts, key=lambda text: sort_key(text, lang))
        letters = [letter.letter for letter in register(lang).letters]
        assert len(letters) == len(set(letters))


def test_other_spelling_leads_to_its_name() -> None:
    lines = [line for letter in register("fa").letters for line in letter.names]

    (line,) = [line for line in lines if line.text == "کاوان"]
    assert line.is_other
    assert line.participant.id == "kavan"


def test_months_are_those_of_the_own_calendar_the_last_first() -> None:
    fa, en = register("fa").years, register("en").years

    assert [year.year for year in fa] == sorted((year.year for year in fa), reverse=True)
    assert ("تیر", 1403) in {(month.name, year.year) for year in fa for month in year.months}
    assert ("June", 2024) in {(month.name, year.year) for year in en for month in year.months}


def test_what_may_lie_in_two_months_is_filed_under_both() -> None:
    def months(lang: str, number: int) -> list[tuple[str, int]]:
        (year,) = (year for year in register(lang).years if year.year == number)
        return [(month.name, month.count) for month in year.months]

    # A day in Khordad 1402; five moments of 1 December and one in mid-Azar.
    assert months("en", 2023) == [("May", 1), ("June", 1), ("December", 6)]
    assert months("fa", 1402) == [("خرداد", 1), ("آذر", 6)]
