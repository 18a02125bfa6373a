"""What came of an event that was planned or proposed: told with its source, and of no other."""

import pytest

from newsroom.check.rules import check

from ..conftest import EVENT, WriteRecord

PATH = "data/events/meeting.yml"
PLANNED = EVENT.replace("held", "planned")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (PLANNED.replace("place:", "due: 2024-07-01\nplace:"), []),
        (PLANNED.replace("place:", "outcome: dropped\noutcome_sources: [report]\nplace:"), []),
        (
            EVENT.replace("place:", "due: 2024-07-01\nplace:"),
            [(4, "outcome-held", "'due' is given for an event that was held")],
        ),
        (
            EVENT.replace("place:", "outcome: changed\noutcome_sources: [report]\nplace:"),
            [
                (4, "outcome-held", "'outcome' is given for an event that was held"),
                (5, "outcome-held", "'outcome_sources' is given for an event that was held"),
            ],
        ),
        (
            PLANNED.replace("place:", "outcome: held\nplace:"),
            [(4, "outcome-source", "the outcome 'held' has no source")],
        ),
        (
            PLANNED.replace("place:", "outcome_sources: [report]\nplace:"),
            [(4, "outcome-source", "'outcome_sources' without 'outcome'")],
        ),
        (
            PLANNED.replace("place:", "outcome: held\noutcome_sources: [letter]\nplace:"),
            [(5, "source-unknown", "unknown source 'letter'")],
        ),
    ],
)
def test_outcome_stands_with_its_source_on_what_was_announced(
    write_record: WriteRecord, event: str, expected: list[tuple[int, str, str]]
) -> None:
    _, problems = check(write_record({PATH: event}))

    found = [(it.line, it.rule, it.message) for it in problems if it.path == PATH]

    assert found == expected
