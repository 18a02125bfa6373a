import pytest

from newsroom.document.skimming import front_value, paragraphs_of

PAGE = (
    "---\ntitle: Talks\nsummary: What was\n  said.\nsource: report # of the port\ndate: '2024-06-21'\n"
    "---\n\nFirst\nparagraph.\n\nsource: none\n"
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [("source", "report"), ("date", "2024-06-21"), ("place", ""), ("sourc", "")],
)
def test_value_stands_on_the_line_of_its_key(key: str, expected: str) -> None:
    assert front_value(PAGE.encode(), key) == expected


def test_paragraphs_come_with_their_lines() -> None:
    assert list(paragraphs_of(PAGE)) == [
        (2, "Talks"),
        (3, "What was\n  said."),
        (9, "First\nparagraph.\n"),
        (12, "source: none\n"),
    ]


def test_page_without_front_matter_has_paragraphs() -> None:
    assert front_value(b"source: report\n", "source") == ""
    assert list(paragraphs_of("Text.\n")) == [(1, "Text.\n")]
