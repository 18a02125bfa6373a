from itertools import combinations

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.strips import LIMIT, WIDTH, Mark, Strip, timeline_strip

from ..conftest import EVENT, WriteRecord, sample_record

CATALOGUE = sample_record()


def strip_of(catalogue: Catalogue, lang: str) -> Strip | None:
    locale = LocaleView(catalogue, lang)
    return timeline_strip(locale, locale.moments_in_time)


def strip(lang: str, catalogue: Catalogue = CATALOGUE) -> Strip:
    found = strip_of(catalogue, lang)
    assert found is not None
    return found


def overlap(one: Mark, other: Mark) -> bool:
    return one.y == other.y and one.x < other.x + other.width and other.x < one.x + one.width


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_marks_lie_apart_and_inside(lang: str) -> None:
    drawn = strip(lang)

    assert len(drawn.marks) == len(CATALOGUE.events) + len(CATALOGUE.articles)
    assert not [pair for pair in combinations(drawn.marks, 2) if overlap(*pair)]
    assert all(mark.x >= 0 and mark.x + mark.width <= WIDTH for mark in drawn.marks)
    assert all(mark.y + mark.height < drawn.height for mark in drawn.marks)


def test_time_runs_the_way_the_language_is_read() -> None:
    def edges(lang: str) -> list[float]:
        return [mark.x for mark in strip(lang).marks]

    assert edges("en") == sorted(edges("en"))
    assert edges("fa") == sorted(edges("fa"), reverse=True)


def test_both_calendars_have_their_ticks() -> None:
    fa, en = strip("fa"), strip("en")

    assert [tick.label for tick in fa.own][:2] == ["خرداد ۱۴۰۲", "مرداد ۱۴۰۲"]
    assert [tick.label for tick in en.own][:2] == ["July 2023", "September 2023"]
    assert [tick.label for tick in en.other][:2] == ["Khordad 1402", "Mordad 1402"]
    assert all(len(ticks) <= 8 for ticks in (fa.own, fa.other, en.own, en.other))


def test_a_day_has_the_same_width_everywhere() -> None:
    ticks = {tick.label: tick.x for tick in strip("en").own}
    scale = (ticks["September 2023"] - ticks["July 2023"]) / 62

    assert ticks["November 2023"] - ticks["September 2023"] == pytest.approx(61 * scale, abs=0.2)


def test_long_time_is_marked_by_years(write_record: WriteRecord) -> None:
    root = write_record({"data/events/old.yml": EVENT.replace("2024-06-21", "1994")})
    catalogue, _ = Catalogue.load(root)

    assert {len(tick.label) for tick in strip("en", catalogue).own} == {4}


def test_too_much_is_not_drawn(write_record: WriteRecord) -> None:
    events = {f"data/events/e{at}.yml": EVENT for at in range(LIMIT)}
    catalogue, _ = Catalogue.load(write_record(events))

    assert strip_of(catalogue, "en") is None


def test_one_moment_is_not_drawn(write_record: WriteRecord) -> None:
    files = (
        "data/events/meeting.yml",
        "docs/en/news/kavan-meeting.md",
        "docs/fa/news/kavan-meeting.md",
    )
    catalogue, _ = Catalogue.load(write_record(dict.fromkeys(files)))

    assert strip_of(catalogue, "en") is None
