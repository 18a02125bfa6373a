"""The front matter of a translation, edited as text."""

import pytest

from newsroom.intake.refreshing import record_current
from newsroom.record.articles import Page, read_page
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.sections import recorded_sections
from newsroom.text.dates import iso_of

ORIGINAL = Page("en", "news/x.md", "A title", "A summary.", "One.\n", 5, "docs/en/news/x.md", {})
SECTIONS = recorded_sections(ORIGINAL)
LINES = "".join(f'\n    {id}: "{digests}"' for id, digests in SECTIONS.items())
RECORDED = f"translation:\n  of: en\n  date: 2026-11-22\n  sections:{LINES}"

BODY = "\n---\n\nمتن.  \n\n---\n\nپایان"
HEAD = "---\n# نظر\ntitle: عنوان   # here\nsummary: چکیده\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("translation: {of: en}", RECORDED),
        ("translation: {of: en}   # why", RECORDED.replace(":", ":   # why", 1)),
        ("translation:\n  of: en", RECORDED),
        ("translation:\n  of: en  # why\n# c\nno_link: [a]",
         RECORDED.replace("of: en\n  date: 2026-11-22", "of: en  # why\n  date: 2026-11-22")
         + "\n# c\nno_link: [a]"),
        ("translation: {of: en, date: 2025-01-01, machine: true, reviewed: 2025-02-02, "
         'sections: {_head: "aaaaaa"}}\nno_link: [a]',
         RECORDED.replace("\n  sections", "\n  machine: true\n  reviewed: 2025-02-02\n  sections")
         + "\nno_link: [a]"),
        ("translation:\n    of: en\n    # made so\n    date: 2025-01-01  # d\n    machine: true\n"
         '    sections:\n      _head: "aaaaaa"\n      gone: bbbbbb cccccc\n\n# c\nno_link: [a]',
         "translation:\n    of: en\n    # made so\n    date: 2026-11-22  # d\n    machine: true\n"
         f"    sections:{LINES.replace('    ', '      ')}\n\n# c\nno_link: [a]"),
        ("translation:\n  of: en\n  date: 2025-01-01\n  sections: {a: bbbbbb,\n    c: dddddd}  # e",
         f"{RECORDED}  # e"),
        ("translation:\n  of: en\n  sections:\n    a: bbbbbb", RECORDED),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_what_is_recorded_changes(before: str, after: str, newline: str) -> None:
    text = f"{HEAD}{before}{BODY}".replace("\n", newline)

    made = record_current(text, ORIGINAL, "2026-11-22")

    assert made == f"{HEAD}{after}{BODY}".replace("\n", newline)
    assert record_current(made, ORIGINAL, "2026-11-22") == made


def test_what_is_recorded_is_read_back() -> None:
    text = record_current(f"{HEAD}translation: {{of: en}}{BODY}", ORIGINAL, "2026-11-22")
    context = ParseContext("docs/fa/news/x.md")

    document = read_document(text, context)
    assert document is not None
    read = read_page("fa", "news/x.md", document, context)

    assert context.problems == []
    assert read is not None
    translation = read[0].translation
    assert translation is not None and translation.date is not None
    assert (translation.of, iso_of(translation.date)) == ("en", "2026-11-22")
    assert dict(translation.sections) == dict(SECTIONS)
