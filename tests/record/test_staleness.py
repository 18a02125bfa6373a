from dataclasses import replace

import pytest

from newsroom.record.articles import Page
from newsroom.record.sections import recorded_sections
from newsroom.record.staleness import Comparison
from newsroom.record.translations import Translation
from newsroom.text.dates import parse_period

BODY = """پاراگراف یکم. جملهٔ دوم.

## Aims {#aims}

One. Two. Three.

Four.

## Plans {#plans}

Five.
"""
PAGE = Page("en", "news/x.md", "Title", "Summary.", BODY, 5, "docs/en/news/x.md", {})
MADE = Translation("en", parse_period("2024-07-01"), sections=recorded_sections(PAGE))


def compared(before: str, after: str, updated: str = "") -> Comparison:
    assert before in BODY
    page = replace(PAGE, body=BODY.replace(before, after))
    return Comparison(page, MADE, parse_period(updated) if updated else None)


def told(comparison: Comparison) -> list[tuple[str, list[str], int]]:
    return [
        (change.section.id, [sentence.text for sentence in change.changed], change.gone)
        for change in comparison.changes
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Two.", "Two and a half.", [("aims", ["Two and a half."], 0)]),
        ("جملهٔ دوم.", "جملهٔ سوم. جملهٔ چهارم.",
         [("_lead", ["جملهٔ سوم.", "جملهٔ چهارم."], 0)]),
        ("Two. ", "", [("aims", [], 1)]),
        ("One. Two.", "Both.", [("aims", ["Both."], 1)]),
        ("## Plans {#plans}\n\nFive.\n", "", [("plans", [], 2)]),
        ("## Plans", "Six.\n\n## More {#more}\n\nSeven.\n\n## Plans",
         [("aims", ["Six."], 0), ("more", ["More", "Seven."], 0)]),
        ("{#plans}", "{#programme}", []),
        ("Two. Three.", "Two.  **Three**.", []),
    ],
)  # fmt: skip
def test_changes_are_told_by_section_and_sentence(
    before: str, after: str, expected: list[tuple[str, list[str], int]]
) -> None:
    assert told(compared(before, after)) == expected


def test_sentence_that_moved_is_a_change() -> None:
    (change,) = compared("One. Two.", "Two. One.").changes

    assert len(change.changed) == 1


def test_sections_that_went_away_are_counted() -> None:
    comparison = compared("## Plans {#plans}\n\nFive.\n", "## New {#new}\n\nSix.\n")

    assert [(c.section.id, c.is_new, c.is_gone) for c in comparison.changes] == [
        ("new", True, False),
        ("plans", False, True),
    ]
    assert (len(comparison.sections), comparison.count) == (4, 5)


def test_only_paragraphs_with_a_change_are_passages() -> None:
    (change,) = compared("Four.", "Four and more. Then.").changes

    assert [[s.text for s in part] for part in change.passages] == [["Four and more.", "Then."]]


def test_translation_that_records_nothing_has_no_changes() -> None:
    assert Comparison(PAGE, Translation("en"), None).changes == ()


@pytest.mark.parametrize(
    ("updated", "is_dated"),
    [("", False), ("2024-06-30", False), ("2024-07-01", True), ("2024-08-02", True)],
)
def test_day_of_the_change_is_known_when_it_is_not_before_the_translation(
    updated: str, is_dated: bool
) -> None:
    assert compared("Two.", "2.", updated).is_dated is is_dated
