from datetime import date

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.timeline import DIVIDED_FROM, NAMES, PLACES, is_divided, year_pages
from newsroom.text.dates import GREGORIAN, SOLAR

from ..conftest import EVENT, WriteRecord, sample_record

CATALOGUE = sample_record()


def many_events(write_record: WriteRecord, count: int = DIVIDED_FROM) -> Catalogue:
    """A record whose events lie four days apart; the small one brings the last."""
    start = date(2019, 1, 1).toordinal()
    days = [date.fromordinal(start + 4 * number) for number in range(count - 1)]
    changes: dict[str, str | bytes | None] = {
        f"data/events/event-{number}.yml": EVENT.replace("2024-06-21", day.isoformat())
        for number, day in enumerate(days)
    }
    catalogue, problems = Catalogue.load(write_record(changes))
    assert problems == ()
    return catalogue


def locale(lang: str, catalogue: Catalogue = CATALOGUE) -> LocaleView:
    return LocaleView(catalogue, lang)


def test_few_events_stand_on_one_page(write_record: WriteRecord) -> None:
    catalogue = many_events(write_record, DIVIDED_FROM - 1)

    assert not is_divided(catalogue)
    assert list(year_pages(catalogue)) == []
    assert locale("fa", catalogue).uri_of(catalogue.events["meeting"]) == "timeline.md#meeting"


def test_many_events_stand_on_a_page_for_each_year_of_both_calendars(
    write_record: WriteRecord,
) -> None:
    catalogue = many_events(write_record)

    pages = list(year_pages(catalogue))

    assert is_divided(catalogue)
    gregorian = [year for calendar, year in pages if calendar is GREGORIAN]
    solar = [year for calendar, year in pages if calendar is SOLAR]
    assert gregorian == [2019, 2020, 2021, 2022, 2023, 2024]
    assert solar == [1397, 1398, 1399, 1400, 1401, 1402, 1403]


@pytest.mark.parametrize(("lang", "uri"), [("fa", "timeline/1403.md"), ("en", "timeline/2024.md")])
def test_event_lies_in_the_year_its_reader_counts(
    write_record: WriteRecord, lang: str, uri: str
) -> None:
    catalogue = many_events(write_record)

    assert locale(lang, catalogue).uri_of(catalogue.events["meeting"]) == f"{uri}#meeting"


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_years_of_both_calendars_hold_every_moment(write_record: WriteRecord, lang: str) -> None:
    shown = locale(lang, many_events(write_record))

    for calendar in (GREGORIAN, SOLAR):
        years = [year for year in shown.years_by_number.values() if year.calendar is calendar]
        held = tuple(item for year in years for item in year.items)
        assert held == shown.moments_in_time


def test_filter_offers_the_places_and_names_most_moments_have() -> None:
    shown = locale("en")
    offered = shown.filter_of(shown.moments_in_time)

    counts = [facet.count for facet in offered.names]
    assert offered.places[0].entry.id == "kavan"
    assert counts == sorted(counts, reverse=True)
    assert len(offered.places) <= PLACES
    assert len(offered.names) <= NAMES


def test_count_of_a_choice_is_that_of_the_moments_it_leaves() -> None:
    shown = locale("fa")
    offered = shown.filter_of(shown.moments_in_time)

    for facet in (*offered.places, *offered.names):
        left = [css for css in offered.classes.values() if facet.css in css.split()]
        assert len(left) == facet.count
