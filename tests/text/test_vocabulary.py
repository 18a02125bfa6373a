"""The names of months and weekdays stand in one place, and what is printed is among them."""

import re

import pytest

from newsroom.text import vocabulary
from newsroom.text.date_cues import CUE
from newsroom.text.date_phrases import read_date
from newsroom.text.date_words import month_names
from newsroom.text.months import MonthReader
from newsroom.text.stems import fold

from ..conftest import ROOT, sample_record

CATALOGUE = sample_record()
ENGINE = ROOT / "scripts" / "newsroom"
NAMES = sorted({name for _, name, _, is_common in month_names() if not is_common and len(name) > 3})


def test_no_other_module_lists_months() -> None:
    """A name in an example is no list; three in a row are one."""
    spelled = "|".join(map(re.escape, NAMES))
    listed = re.compile(rf"(?i)\b(?:{spelled})(?:[^\w\n]{{1,4}}(?:{spelled})\b){{2}}")
    modules = [*ENGINE.rglob("*.py"), *(ROOT / "overrides").rglob("*.js")]

    found = [path.name for path in modules if listed.search(path.read_text(encoding="utf-8"))]

    assert found == ["vocabulary.py"]


@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize("calendar", ["gregorian", "solar"])
def test_printed_months_are_the_usual_spellings(lang: str, calendar: str) -> None:
    lists = vocabulary.MONTHS[calendar][lang].split("|")

    printed = [name.lower() for name in CATALOGUE.strings[lang].dates.months[calendar]]

    assert printed == [spellings.split(",")[0] for spellings in lists]


@pytest.mark.parametrize(("calendar", "name", "number"), [it[:3] for it in month_names()])
def test_every_spelling_is_known_to_reading_and_comparison(
    calendar: str, name: str, number: int
) -> None:
    year = 1403 if calendar == "solar" else 2024
    written = f"12 {name.capitalize()} {year}"

    found = read_date(written)

    assert found.calendar is not None and found.calendar.name == calendar
    assert found.period is not None and found.calendar.parts(found.period.start)[1] == number
    assert CUE.search(written)


def test_every_spelling_is_known_to_the_search() -> None:
    reader = MonthReader(strings.dates for strings in CATALOGUE.strings.values())

    for calendar, name, number, _ in month_names():
        assert reader.months[fold(name)] == (calendar, number)
