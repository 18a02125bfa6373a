from itertools import pairwise

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.panels import MOST, Gap, Lane, Panels, Tick, timeline_panels

from ..conftest import EVENT, ORIGINAL, SOURCE, WriteRecord, sample_record

CATALOGUE = sample_record()
SMALLEST_LETTER = 5.5
"""Of a label on the narrowest telephone, in per cent of its lane."""


def panels_of(catalogue: Catalogue, lang: str = "en") -> Panels | None:
    locale = LocaleView(catalogue, lang)
    return timeline_panels(locale, locale.moments_in_time)


def panels(lang: str = "en", catalogue: Catalogue = CATALOGUE) -> Panels:
    found = panels_of(catalogue, lang)
    assert found is not None
    return found


def drawn(write_record: WriteRecord, *dates: str, lang: str = "en") -> Panels:
    """The panels of a record whose events have these dates, and what else is said of them."""
    names = ("meeting", *(f"e{at}" for at in range(1, len(dates))))
    files = {
        f"data/events/{name}.yml": EVENT.replace("date: 2024-06-21", text)
        for name, text in zip(names, dates, strict=True)
    }
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()
    return panels(lang, catalogue)


def lane(write_record: WriteRecord, text: str, lang: str = "en") -> Lane:
    return drawn(write_record, text, lang=lang).panels[0].lanes[0]


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_event_has_a_lane_and_no_article_has(lang: str) -> None:
    lanes = [lane for panel in panels(lang).panels for lane in panel.lanes]

    assert {lane.item.event and lane.item.event.id for lane in lanes} == set(CATALOGUE.events)
    assert all(0 <= lane.mark <= 100 for lane in lanes)
    for part in [it for lane in lanes for it in (lane.known, lane.announced, lane.open) if it]:
        assert 0 <= part.x < part.end <= 100.01


def test_time_runs_the_way_the_language_is_read() -> None:
    for en, fa in zip(panels("en").panels, panels("fa").panels, strict=True):
        assert [100 - lane.mark for lane in fa.lanes] == pytest.approx(
            [lane.mark for lane in en.lanes], abs=0.02
        )


def test_panel_is_called_by_its_months_in_both_calendars() -> None:
    assert [(panel.title, panel.other) for panel in panels("en").panels] == [
        ("May to June 2023", "Khordad 1402"),
        ("December 2023", "Azar 1402"),
        ("June 2024", "Tir 1403"),
    ]
    assert [panel.title for panel in panels("fa").panels] == ["خرداد ۱۴۰۲", "آذر ۱۴۰۲", "تیر ۱۴۰۳"]


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_time_left_out_is_counted_in_whole_months(lang: str) -> None:
    gaps = [panel.gap for panel in panels(lang).panels]

    assert gaps == [None, Gap("month", 5), Gap("month", 6)]


@pytest.mark.parametrize(
    ("later", "gap"),
    [
        ("2022-02-01", Gap("month", 1)),
        ("2023-12-31", Gap("month", 23)),
        ("2024-01-01", Gap("year", 2)),
        ("2031-07-01", Gap("year", 9)),
    ],
)
def test_long_gap_is_told_in_years(write_record: WriteRecord, later: str, gap: Gap) -> None:
    found = drawn(write_record, "date: 2021-12-31", f"date: {later}").panels

    assert [panel.gap for panel in found] == [None, gap]


def test_events_near_each_other_share_a_panel(write_record: WriteRecord) -> None:
    days = ("2024-01-01", "2024-01-20", "2024-02-10", "2024-04-02")
    found = drawn(write_record, *(f"date: {day}" for day in days))

    assert [len(panel.lanes) for panel in found.panels] == [3, 1]


def test_panel_that_follows_at_once_has_no_gap(write_record: WriteRecord) -> None:
    found = drawn(write_record, *(f"date: 2024-{at:02}-15" for at in range(1, 9))).panels

    assert len(found) > 1
    assert {panel.gap for panel in found} == {None}


@pytest.mark.parametrize(
    ("dates", "shape"),
    [
        ("date: 2024-06-21", "point"),
        ("date: 2024-06-21\nreported: true", "reported"),
        ("date: 2024-06-21\napproximate: true", "about"),
        ("date: 2024-06-21/2024-06-24", "bar"),
        ("date: 2024-06-21/2024-06-24\nwithin: true", "within"),
        ("date: 2024-06", "within"),
        ("date: 2024", "within"),
        ("date: 2023-05-22/2023-06-21", "within"),  # Khordad 1402
        ("date: 2023-12-02/2023-12-11\napproximate: true", "within"),
    ],
)
def test_event_is_drawn_as_exactly_as_it_is_known(
    write_record: WriteRecord, dates: str, shape: str
) -> None:
    found = lane(write_record, dates)

    assert found.shape == shape
    # Only days that were really taken are filled.
    assert bool(found.known) == (shape == "bar")
    assert bool(found.open) == (shape in ("reported", "about", "within"))


def test_day_of_a_report_ends_the_line_before_it(write_record: WriteRecord) -> None:
    for lang, start in (("en", 0.0), ("fa", 100.0)):
        found = lane(write_record, "date: 2024-06-21\nreported: true", lang)

        assert found.open is not None
        assert {found.open.x, found.open.end} == {start, found.mark}
        assert found.posts == (found.mark,)
        assert 25 <= found.open.width < 100


@pytest.mark.parametrize(
    ("published", "known"),
    [("2024-06-23", 75), ("2024-06-24", 100), ("2024-07-01", 100), ("2024-06-20", 0), ("", 100)],
)
def test_days_after_the_source_were_announced_only(
    write_record: WriteRecord, published: str, known: float
) -> None:
    event = EVENT.replace("date: 2024-06-21", "date: 2024-06-21/2024-06-24")
    dated = f"published: {published}" if published else "not_before: 2024-06-21"
    files = {
        "data/events/meeting.yml": event.replace("[report]", "[letter]"),
        "data/sources/letter.yml": SOURCE.replace("not_before: 2024-06-21", dated),
    }
    catalogue, _ = Catalogue.load(write_record(files))
    found = panels("en", catalogue).panels[0].lanes[0]

    assert (found.known.width if found.known else 0) == known
    assert (found.announced.width if found.announced else 0) == 100 - known


@pytest.mark.parametrize("status", ["planned", "proposed"])
def test_all_days_of_a_plan_are_announced_only(write_record: WriteRecord, status: str) -> None:
    event = EVENT.replace("date: 2024-06-21", "date: 2024-06-21/2024-06-24")
    files = {"data/events/meeting.yml": event.replace("held", status)}
    catalogue, _ = Catalogue.load(write_record(files))
    found = panels("en", catalogue)

    assert found.panels[0].lanes[0].known is None
    assert (found.statuses, found.shapes) == ((status,), ("bar", "announced"))


def spans(ticks: tuple[Tick, ...], is_mirrored: bool) -> list[tuple[float, float]]:
    found = []
    for tick in ticks:
        width = max(len(tick.own), len(tick.other)) * SMALLEST_LETTER
        x = 100 - tick.x if is_mirrored else tick.x
        low = {"start": x, "middle": x - width / 2, "end": x - width}[tick.anchor]
        found.append((low, low + width))
    return sorted(found)


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_labels_of_days_stand_apart_and_inside(write_record: WriteRecord, lang: str) -> None:
    many = drawn(write_record, *(f"date: 2024-06-{at:02}" for at in range(1, 30)), lang=lang)

    for panel in (*panels(lang).panels, *many.panels):
        found = spans(panel.ticks, lang == "fa")
        assert len(found) >= 2
        assert all(one[1] < other[0] for one, other in pairwise(found))
        assert found[0][0] >= 0 and found[-1][1] <= 100


def test_labels_name_the_month_where_the_title_names_two() -> None:
    first, second, _ = panels("en").panels

    assert [(tick.own, tick.other) for tick in first.ticks] == [("22 May", "1"), ("21 June", "31")]
    assert (second.ticks[0].own, second.ticks[0].other) == ("1", "10")


def test_too_much_is_not_drawn(write_record: WriteRecord) -> None:
    events = {f"data/events/e{at}.yml": EVENT for at in range(MOST)}
    catalogue, _ = Catalogue.load(write_record(events))

    assert panels_of(catalogue) is None


def test_articles_alone_are_not_drawn(write_record: WriteRecord) -> None:
    files = {"data/events/meeting.yml": None, "docs/fa/news/kavan-meeting.md": None}
    original = ORIGINAL.replace("events: [meeting]\n", "")
    catalogue, _ = Catalogue.load(
        write_record({**files, "docs/en/news/kavan-meeting.md": original})
    )

    assert panels_of(catalogue) is None
