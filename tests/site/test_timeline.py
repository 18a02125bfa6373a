from datetime import date

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.strips import WIDTH, timeline_overview
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
    assert list(year_pages(catalogue, "en")) == []
    assert locale("fa", catalogue).uri_of(catalogue.events["meeting"]) == "timeline.md#meeting"


def test_many_events_stand_on_a_page_for_each_year_of_both_calendars(
    write_record: WriteRecord,
) -> None:
    catalogue = many_events(write_record)

    pages = list(year_pages(catalogue, "en"))

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


def test_overview_runs_the_way_the_language_is_read(write_record: WriteRecord) -> None:
    catalogue = many_events(write_record)
    for lang, order in (("en", 1), ("fa", -1)):
        columns = timeline_overview(locale(lang, catalogue)).columns

        assert [column.x for column in columns] == sorted(
            (column.x for column in columns), key=lambda x: order * x
        )
        assert all(column.x >= 0 and column.x + column.width <= WIDTH for column in columns)


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


@pytest.mark.parametrize(
    ("dates", "shape"),
    [
        ("date: 2024-06-21", "point"),
        ("date: 2024-06-21\nreported: true", "hollow"),
        ("date: 2024-06-21/2024-06-24", "bar"),
        ("date: 2024-06-21/2024-06-24\nwithin: true", "hollow-bar"),
        ("date: 2024-06", "hollow-bar"),
        ("date: 2024", "hollow-bar"),
        ("date: 2023-05-22/2023-06-21", "hollow-bar"),  # Khordad 1402
        ("date: 2023-12-02/2023-12-11\napproximate: true", "hollow-bar"),
    ],
)
def test_event_is_drawn_as_exactly_as_it_is_known(
    write_record: WriteRecord, dates: str, shape: str
) -> None:
    event = EVENT.replace("date: 2024-06-21", dates)
    catalogue, problems = Catalogue.load(write_record({"data/events/meeting.yml": event}))
    assert problems == ()

    shapes = [item.shape for item in locale("en", catalogue).moments_in_time if item.event]
    assert shapes == [shape]
