"""Sources that are no page of the web: what each has to say of itself."""

import pytest

from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.source import DOCUMENT, INTERVIEW, LETTER, PAGE, POST

from ..conftest import SOURCE, WriteRecord

PATH = "data/sources/report.yml"
BOTH = "{fa: الف, en: A}"
DAY, ADDRESS = "published: 2024-06-21\n", "address: https://example.org/a\n"
DIGEST = f"sha256: {'0' * 64}\n"
LETTER_YAML = f"letter:\n  from: {BOTH}\n  to: {BOTH}\n"
INTERVIEW_YAML = f"interview:\n  with: {BOTH}\n  by: {BOTH}\n"
POST_YAML = f'post:\n  platform: {BOTH}\n  account: "@a"\n'
DOCUMENT_YAML = "document: {pages: 12}\n"


@pytest.mark.parametrize(
    ("text", "medium", "author"),
    [
        (DAY, PAGE, None),
        (LETTER_YAML + DAY, LETTER, {"fa": "الف", "en": "A"}),
        (INTERVIEW_YAML + DAY, INTERVIEW, {"fa": "الف", "en": "A"}),
        (POST_YAML + DAY + ADDRESS, POST, {"fa": "@a", "en": "@a"}),
        (DOCUMENT_YAML, DOCUMENT, None),
    ],
)
def test_medium_is_what_a_source_says(
    write_record: WriteRecord, text: str, medium: str, author: dict[str, str] | None
) -> None:
    root = write_record({PATH: f"language: en\n{text}{DIGEST}"})
    catalogue, problems = Catalogue.load(root)

    assert problems == ()
    assert catalogue.sources["report"].medium == medium
    assert catalogue.sources["report"].author == author


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (LETTER_YAML, 2, "the key 'published' is missing or empty"),
        (INTERVIEW_YAML, 2, "the key 'published' is missing or empty"),
        (POST_YAML + DAY, 2, "the key 'address' is missing or empty"),
        (f"letter:\n  from: {BOTH}\n{DAY}", 3, "the key 'letter.to' is missing or empty"),
        ("document: {pages: many}\n", 2, "'many'"),
        (
            LETTER_YAML + DOCUMENT_YAML + DAY,
            5,
            "'document' beside 'letter'; a source is one of them",
        ),
    ],
)
def test_what_a_medium_needs_is_asked_for(
    write_record: WriteRecord, text: str, line: int, message: str
) -> None:
    root = write_record({PATH: f"language: en\n{text}{DIGEST}"})

    found = [(it.path, it.line) for it in check(root)[1] if message in it.message]

    assert found == [(PATH, line)]


def test_a_page_needs_no_more_than_before(write_record: WriteRecord) -> None:
    assert check(write_record({PATH: SOURCE}))[1] == ()
