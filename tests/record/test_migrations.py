"""The version of the format: what a record of an older one is told to change, and where."""

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.record.migrations import MIGRATIONS, Change, Migration
from newsroom.record.problems import Problem

from ..conftest import ORIGINAL, SAMPLE, WriteRecord

INVENTED = (
    *MIGRATIONS,
    Migration(
        2,
        (
            Change("data/people/*.yml", "roles.*.post", "office"),
            Change("docs/*/news/*.md", "headline", "title"),
        ),
    ),
    Migration(3, (Change("data/places/*.yml", "population"),)),
)
PERSON = (
    "name: {fa: ایلوار ملچین, en: Ilvar Melchin}\n"
    "roles:\n"
    "  - office: {fa: شهردار, en: Mayor}\n    source: report\n    as_of: 2024\n"
    "  - post: {fa: رئیس, en: Head}\n    source: report\n    as_of: 2024\n"
)
OLD = {
    "data/people/ilvar-melchin.yml": PERSON,
    "data/places/kavan.yml": "name: {fa: قاوان, en: Kavan}\nkind: city\npopulation: 12\n",
    "docs/en/news/kavan-meeting.md": ORIGINAL.replace("title:", "headline:"),
}


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str, str, str]]:
    return [
        (it.path, it.line, it.level, str(it.message), str(it.hint))
        for it in problems
        if it.rule == "format-version"
    ]


def test_the_record_is_of_the_newest_version() -> None:
    assert (SAMPLE / "data" / "record.yml").read_text() == f"format: {MIGRATIONS[-1].version}\n"


def test_a_record_without_a_version_has_only_to_write_it(write_record: WriteRecord) -> None:
    _, problems = Catalogue.load(write_record({"data/record.yml": None}))

    assert told(problems) == [
        (
            "data/record.yml",
            1,
            "warning",
            "the record has format 0; the newest is 1",
            "`newsroom upgrade` makes the changes; see them first with --dry-run",
        )
    ]
    assert len(problems) == 1


def test_each_file_of_an_older_version_is_told_what_to_change(write_record: WriteRecord) -> None:
    _, problems = Catalogue.load(write_record(OLD), migrations=INVENTED)

    assert told(problems) == [
        (
            "data/people/ilvar-melchin.yml",
            6,
            "error",
            "format 2 has no key 'post'",
            "rename it to 'office'",
        ),
        ("data/places/kavan.yml", 3, "error", "format 3 has no key 'population'", "delete it"),
        (
            "data/record.yml",
            1,
            "error",
            "the record has format 1; the newest is 3",
            "`newsroom upgrade` makes the changes; see them first with --dry-run",
        ),
        (
            "docs/en/news/kavan-meeting.md",
            2,
            "error",
            "format 2 has no key 'headline'",
            "rename it to 'title'",
        ),
    ]
    assert "key-unknown" not in {problem.rule for problem in problems}


def test_a_record_that_has_changed_everything_is_left_alone(write_record: WriteRecord) -> None:
    _, problems = Catalogue.load(
        write_record({"data/record.yml": "format: 3\n"}), migrations=INVENTED
    )

    assert problems == ()


def test_an_old_key_of_a_newer_record_is_unknown(write_record: WriteRecord) -> None:
    root = write_record({**OLD, "data/record.yml": "format: 3\n"})

    _, problems = Catalogue.load(root, migrations=INVENTED)

    assert told(problems) == []
    assert ("data/places/kavan.yml", 3, "key-unknown") in {
        (problem.path, problem.line, problem.rule) for problem in problems
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("format: 9\n", 1, "the record has format 9; this engine knows formats up to 1"),
        ("format: new\n", 1, "'format' is 'new'; expected a number"),
        ("format: 12345\n", 1, "'format' is '12345'; expected a number"),
    ],
)
def test_a_version_nobody_knows_is_an_error(
    write_record: WriteRecord, text: str, line: int, message: str
) -> None:
    _, problems = Catalogue.load(write_record({"data/record.yml": text}))

    assert (line, "error", message) in {
        (problem.line, problem.level, str(problem.message)) for problem in problems
    }
