"""What `newsroom new` begins."""

import pytest

from newsroom.intake.scaffolds import new_event
from newsroom.record.documents import ParseContext
from newsroom.text.dates import parse_period


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A meeting", "a-meeting-2024"),
        ("The meetings of 2024", "the-meetings-of-2024"),
        (
            "Talmiz and Kavan city halls meet on city cooperation once more",
            "talmiz-and-kavan-city-halls-meet-on-city-2024",
        ),
    ],
)
def test_id_of_an_event_ends_in_its_year(title: str, expected: str) -> None:
    values = {"title": {"fa": "نشست", "en": title}, "status": "held", "sources": ["a-source"]}

    files = new_event(None, parse_period("2024-06-21"), values, ParseContext("data/events"))

    assert list(files) == [f"data/events/{expected}.yml"]
