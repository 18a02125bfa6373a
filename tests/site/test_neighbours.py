"""What stands before, after and beside what an article tells of, where anybody knows."""

from datetime import date

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.neighbours import relation
from newsroom.text.dates import Period, parse_period

from ..conftest import EVENT, ORIGINAL, SOURCE, TRANSLATION, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()
TOLD = EVENT.replace("2024-06-21", "2021-05-10")
SLUG = "kavan-meeting"


def locale(catalogue: Catalogue) -> LocaleView:
    return LocaleView(catalogue, "en")


def relations(write_record: WriteRecord, dates: dict[str, str], told: str = TOLD) -> dict[str, str]:
    """How events of these dates lie to the one an article tells of, that is shown."""
    files = {
        f"data/events/{id}.yml": TOLD.replace("date: 2021-05-10", it) for id, it in dates.items()
    }
    catalogue, problems = Catalogue.load(write_record({"data/events/meeting.yml": told, **files}))
    assert problems == ()
    around = locale(catalogue).around(catalogue.articles[SLUG])
    return {it.event.id: it.relation for it in around if it.relation}


# On both sides of the id of the event told of: ids decide nothing.
@pytest.mark.parametrize("id", ["a-first", "z-last"])
@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ("date: 2021-05-09", "before"),
        ("date: 2021-05-11", "after"),
        ("date: 2021-05-10", "same_day"),
        # A stretch that holds the day, wholly or at its end.
        ("date: 2021-05-10/2021-05-12", "around"),
        ("date: 2021-05-07/2021-05-10", "around"),
        ("date: 2021-05-07/2021-05-09", "before"),
        ("date: 2021-05", "around"),
        ("date: 2021-05-01/2021-05-30\nwithin: true", "around"),
        ("date: 2021-04", "before"),
        ("date: 2021", "around"),
        # 20 Ordibehesht 1400 is the day; the middle of the month ends with it, and is itself exact.
        ("date: 2021-05-01/2021-05-10\napproximate: true", "around"),
        ("date: 2021-05-11/2021-05-21\napproximate: true", "after"),
        # About a day is not that day, and may be before it.
        ("date: 2021-05-10\napproximate: true", "around"),
        ("date: 2021-05-20\napproximate: true", "around"),
        ("date: 2021-07-01\napproximate: true", "after"),
        # A report tells of what lies on its day or somewhat before, never after.
        ("date: 2021-05-10\nreported: true", "around"),
        ("date: 2021-05-30\nreported: true", "around"),
        ("date: 2021-07-30\nreported: true", "after"),
        ("date: 2021-05-09\nreported: true", "before"),
    ],
)
def test_order_is_told_only_where_it_is_known(
    write_record: WriteRecord, id: str, dated: str, expected: str
) -> None:
    assert relations(write_record, {id: dated}) == {id: expected}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-05-10", "around"), ("2021-05-01", "around"), ("2021-05-11", "after")],
)
def test_report_of_the_event_itself_is_no_known_day(
    write_record: WriteRecord, day: str, expected: str
) -> None:
    reported = TOLD.replace("title:", "reported: true\ntitle:")

    assert relations(write_record, {"a": f"date: {day}"}, reported) == {"a": expected}


def test_nearest_event_on_either_side_is_shown(write_record: WriteRecord) -> None:
    found = relations(
        write_record,
        {
            "long-ago": "date: 2019-01-01",
            "shortly-before": "date: 2021-05-08",
            "shortly-after": "date: 2021-05-12",
            "later": "date: 2021-06-20\nreported: true",
        },
    )

    assert found == {"shortly-before": "before", "shortly-after": "after"}


def test_article_of_no_event_lies_among_them_by_its_own_day(write_record: WriteRecord) -> None:
    source = SOURCE.replace("not_before: 2024-06-21", "published: 2021-05-10")
    article = ORIGINAL.replace("events: [meeting]\n", "").replace(
        "place:", "date: 2021-05-10\nplace:"
    )
    days = {"a": "2021-05-09", "b": "2021-05-10", "c": "2021-05-11"}
    events = {f"data/events/{id}.yml": EVENT.replace("2024-06-21", day) for id, day in days.items()}
    root = write_record(
        {
            "data/sources/report.yml": source,
            f"docs/en/news/{SLUG}.md": article,
            f"docs/fa/news/{SLUG}.md": TRANSLATION,
            "data/events/meeting.yml": None,
            **events,
        }
    )
    catalogue, _ = Catalogue.load(root)

    around = locale(catalogue).around(catalogue.articles[SLUG])

    assert [(it.event.id, it.relation) for it in around] == [
        ("a", "before"),
        ("b", "same_day"),
        ("c", "after"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2021-05-10", "2021-05-11", "before"),
        ("2021-05-12", "2021-05-11", "after"),
        ("2021-05-11", "2021-05-11", "same_day"),
        ("2021-05", "2021-05-11", "around"),
        ("2021-05", "2021-05", "around"),
    ],
)
def test_periods_are_in_order_when_they_do_not_overlap(one: str, other: str, expected: str) -> None:
    assert relation(parse_period(one), parse_period(other)) == expected


def test_undated_report_is_earlier_than_none() -> None:
    # Its source is no older than 21 June 2024, and may be newer than UMNA's of the 23rd.
    def beside(slug: str) -> list[str]:
        found = locale(CATALOGUE).beside(CATALOGUE.articles[slug])
        return [side[1] for side in found if side]

    assert beside("talmiz-at-kavan") == ["around"]
    assert beside("league-founded") == ["before", "around"]
    assert beside("mayors-meet") == ["after"]


def test_a_poem_is_of_the_same_day_and_no_later(pages: dict[str, BuiltPage]) -> None:
    def labels(path: str) -> dict[str, str]:
        found: dict[str, str] = {}
        label = ""
        for it in pages[path].elements:
            if "nr-rail__date" in it.classes:
                label = ""
            if "nr-rail__label" in it.classes:
                label = it.text.strip()
            if "nr-rail__title" in it.classes:
                found[" ".join(it.text.split())] = label
        return found

    en, fa = labels("en/news/league-founded.html"), labels("news/league-founded.html")
    assert en["Pomin’s poem read out by Mirrikhadov"] == "The same day"
    assert en["Days of the BRILS+ gathering in Kavan"] == "Around the same time"
    assert en["Kavanysh bridge-building fair announced for Kavan"] == "Before"
    assert en["Declaration signed at the founding meeting"] == ""
    assert fa["خواندن شعر پومین از سوی میریخادوف"] == "همان روز"
    assert fa["روزهای گردهمایی بریلس‌پلاس در قاوان"] == "حدود همان زمان"


def test_span_reaches_back_from_a_report_and_both_ways_from_a_guess() -> None:
    events = CATALOGUE.events

    assert events["mayors-meeting-2023"].span == Period(date(2023, 10, 31), date(2023, 12, 1))
    assert events["kavanysh-2023"].span == Period(date(2023, 12, 2), date(2023, 12, 11))
    assert events["ferry-talks-2023"].span == Period(date(2023, 5, 22), date(2023, 6, 21))
