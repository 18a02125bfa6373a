"""Dates that contradict their source, and days that have not come; the day of the test is fixed."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.check.rules import check

from ..conftest import EVENT, ORIGINAL, PERSON, SMALL_RECORD, SOURCE, WriteRecord

ARTICLE, COUNTERPART = "docs/en/news/kavan-meeting.md", "docs/fa/news/kavan-meeting.md"
REPORT, MEETING = "data/sources/report.yml", "data/events/meeting.yml"
TODAY = date(2026, 3, 1)
PUBLISHED = SOURCE.replace("not_before: 2024-06-21", "published: 2024-06-23")
SEARCHED = (
    "searched:\n  - what: {fa: پایان آن, en: its end}\n    where: {fa: در منابع, en: in the sources}\n"
    "    date: {day}\n    words: [Kavan]\n"
)
FIGURES = (
    "figures:\n  - value: {fa: ۳, en: 3}\n    label: {fa: شهر, en: cities}\n"
    "    article: kavan-meeting\n    sources: [report]\n"
    + "".join(f"    {line}\n" for line in SEARCHED.splitlines())
)
DATED = ORIGINAL.replace("place: kavan\n", "date: 2024-06-23\nplace: kavan\n")


def told(root: Path) -> list[str]:
    _, problems = check(root, today=TODAY)
    return [
        f"{problem.path}:{problem.line}: {problem.message}"
        for problem in problems
        if problem.rule in ("date-order", "date-future")
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {REPORT: PUBLISHED, ARTICLE: DATED.replace("06-23", "06-25")},
            [f"{ARTICLE}:4: 'date' is 2024-06-25, but the source was published on 2024-06-23"],
        ),
        (
            {ARTICLE: DATED.replace("06-23", "06-20")},
            [f"{ARTICLE}:4: 'date' is 2024-06-20, before 'not_before', 2024-06-21"],
        ),
        (
            {REPORT: PUBLISHED, MEETING: EVENT.replace("title", "reported: true\ntitle")},
            [f"{MEETING}:1: 'date' is 2024-06-21, but the source was published on 2024-06-23"],
        ),
        ({REPORT: PUBLISHED, ARTICLE: DATED}, []),
        ({REPORT: PUBLISHED.replace("-23", ""), ARTICLE: DATED}, []),
        ({REPORT: PUBLISHED, ARTICLE: DATED.replace("-23", "")}, []),
    ],
)
def test_date_agrees_with_the_day_of_its_source(
    write_record: WriteRecord, changes: dict[str, str], expected: list[str]
) -> None:
    assert told(write_record(changes)) == expected


def after(path: str, key: str, line: str) -> dict[str, str]:
    """A file of the small record with a line put before the one that begins with a key."""
    return {path: SMALL_RECORD[path].replace(f"{key}:", f"{line}\n{key}:", 1)}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (after(REPORT, "sha256", "retrieved: {day}"), f"{REPORT}:3: 'retrieved'"),
        ({REPORT: SOURCE.replace("2024-06-21", "{day}")}, f"{REPORT}:2: 'not_before'"),
        ({ARTICLE: ORIGINAL.replace("]\n", "]\nadded: {day}\n")}, f"{ARTICLE}:7: 'added'"),
        ({ARTICLE: ORIGINAL.replace("]\n", "]\nupdated: {day}\n")}, f"{ARTICLE}:7: 'updated'"),
        (
            {
                "data/people/ilvar-melchin.yml": PERSON
                + "roles:\n  - office: {fa: شهردار, en: Mayor}\n    source: report\n    as_of: {day}\n"
            },
            "data/people/ilvar-melchin.yml:6: 'roles.0.as_of'",
        ),
        (
            {path: SMALL_RECORD[path].replace("---\n\n", "corrections:\n  - date: {day}\n    text: X.\n---\n\n")
             for path in (ARTICLE,)},
            f"{ARTICLE}:8: 'corrections.0.date'",
        ),
        ({MEETING: EVENT.replace("2024-06-21", "{day}")}, f"{MEETING}:1: 'date'"),
        ({MEETING: EVENT + SEARCHED}, f"{MEETING}:10: 'searched.0.date'"),
        ({REPORT: SOURCE + SEARCHED}, f"{REPORT}:7: 'searched.0.date'"),
        ({"data/figures.yml": FIGURES}, "data/figures.yml:9: 'figures.0.searched.0.date'"),
        (
            {"data/figures.yml": FIGURES.replace("- value", "- id: cities\n    value")},
            "data/figures.yml:10: 'figures.cities.searched.0.date'",
        ),
        (
            {ARTICLE: ORIGINAL.replace("]\n", "]\ntranslation_wanted: {since: {day}}\n"), COUNTERPART: None},
            f"{ARTICLE}:7: 'translation_wanted.since'",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("day", "is_told"), [("2026-03-02", False), ("2026-03-03", True)])
def test_day_that_has_not_come_is_reported(
    write_record: WriteRecord,
    changes: dict[str, str | None],
    place: str,
    day: str,
    is_told: bool,
) -> None:
    dated = {path: text and text.replace("{day}", day) for path, text in changes.items()}

    found = told(write_record(dated))

    assert (f"{place} is {day}, which is in the future" in found) == is_told


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2024-06-20", [f"{MEETING}:4: 'due' is 2024-06-20, before 'date', 2024-06-21"]),
        ("2024-05", [f"{MEETING}:4: 'due' is 2024-05-31, before 'date', 2024-06-21"]),
        ("2024-06-21", []),
        ("2024-06", []),
        ("2031", []),
    ],
)
def test_nothing_is_due_before_it_was_announced(
    write_record: WriteRecord, due: str, expected: list[str]
) -> None:
    event = EVENT.replace("held", "planned").replace("place:", f"due: {due}\nplace:")

    assert told(write_record({MEETING: event})) == expected


def test_what_is_planned_lies_ahead(write_record: WriteRecord) -> None:
    event = EVENT.replace("2024-06-21", "2031-06-21").replace("held", "planned")

    assert told(write_record({MEETING: event})) == []
