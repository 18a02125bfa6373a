"""What is sent in by the form: anyone writes it, so hardly anything of it can be taken for granted."""

from pathlib import Path

import pytest

from newsroom.github.receiving import MAX_FILES, is_allowed, read_submitted
from newsroom.github.submissions import (
    FORM,
    Question,
    Submission,
    read_answers,
    read_questions,
    read_submission,
)
from newsroom.record.documents import ParseContext
from newsroom.text.dates import parse_period

from ..conftest import ROOT

QUESTIONS = read_questions((ROOT / FORM).read_text(encoding="utf-8"), ParseContext(FORM))
TEXT = "Talks in Kavan\n\nMayor Anna Bellweather spoke on 21 June 2024.\n"


def issue(text: str = f"```text\n{TEXT}\n```", **answers: str) -> str:
    """The text of an issue as GitHub writes it from the form."""
    given = {"reply": "English", "consent": "- [X] yes", **answers, "text": text}
    parts = [
        f"### {question.label}\n\n{given.get(question.id, '_No response_')}"
        for question in QUESTIONS
    ]
    return "\n\n".join(parts) + "\n"


def read(body: str) -> tuple[Submission | None, list[str]]:
    context = ParseContext("issue.md")
    answers = read_answers(body, QUESTIONS, context)
    submission = read_submission(answers, QUESTIONS, context) if answers else None
    return submission, [problem.rule for problem in context.problems]


def test_answers_are_read_as_github_writes_them() -> None:
    body = issue(
        address="https://example.org/خبر?id=1",
        publisher="خبرگزاری شهر",
        published="۳ تیر ۱۴۰۳",
        slug="talks-in-kavan",
        note="First line\n\nSecond line",
    )

    submission, rules = read(body.replace("\n", "\r\n"))

    assert rules == []
    assert submission == Submission(
        text=TEXT,
        address="https://example.org/خبر?id=1",
        publisher="خبرگزاری شهر",
        published=parse_period("2024-06-23"),
        slug="talks-in-kavan",
        note="First line\n\nSecond line",
    )


def test_what_is_left_out_is_absent() -> None:
    assert read(issue()) == (Submission(text=TEXT), [])


@pytest.mark.parametrize(
    "text",
    [
        "### متن منبع / Text of the source\n\nmore",
        "### شناسه / Id\n\nother-id",
        "```\ncode\n```\n\nafter",
        "~~~~ source\n---\ntitle: x\n---",
        "${{ github.token }} $(id) `id` ; rm -rf / #",
        "::error::x\n::set-output name=a::b",
        "<script>alert(1)</script>",
    ],
)
def test_text_is_taken_whole_whatever_is_in_it(text: str) -> None:
    fenced, _ = read(issue(f"```text\n{text}\n```"))
    bare, _ = read(issue(text))

    assert fenced == Submission(text=text)
    assert bare == Submission(text=text)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("", "submission-form"),
        ("hello", "submission-form"),
        (issue().replace("### شناسه / Id", "### Id"), "submission-form"),
        (issue().replace("### ", "## "), "submission-form"),
        ("\n".join(reversed(issue().split("\n"))), "submission-form"),
        (issue("_No response_"), "submission-empty"),
        (issue(reply="_No response_"), "submission-empty"),
        (issue(address="javascript:alert(1)"), "submission-value"),
        (issue(address="https://example.org/ <b>"), "submission-value"),
        (issue(address="file:///etc/passwd"), "submission-value"),
        (issue(published="soon"), "submission-value"),
        (issue(published="1 Tir 1403, 5 May 2026"), "submission-value"),
        (issue(publisher="x" * 301), "submission-value"),
        (issue(published="x" * 301), "submission-value"),
        (issue(note="x" * 5001), "submission-value"),
        (issue(slug="../../etc/passwd"), "id-form"),
        (issue(slug="A Title"), "id-form"),
        (issue(slug="a" * 61), "id-form"),
        (issue(slug="nr-search"), "id-form"),
    ],
)
def test_what_is_amiss_is_told_and_nothing_is_made(body: str, rule: str) -> None:
    submission, rules = read(body)

    assert submission is None
    assert set(rules) == {rule}


def test_all_that_is_amiss_is_told_at_once() -> None:
    _, rules = read(issue(address="x", slug="X", published="soon", publisher="x" * 400))

    assert sorted(rules) == ["id-form", *["submission-value"] * 3]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("body:\n- {type: input, id: a, attributes: {label: A}}\n", [Question("a", "A", False)]),
        (
            "body:\n- {id: a, attributes: {label: A}, validations: {required: true}}\n",
            [Question("a", "A", True)],
        ),
        ("body:\n- {type: markdown, attributes: {value: x}}\n- x\n- {id: b}\n", []),
        ("body: x\n", []),
        ("name: x\n", []),
    ],
)
def test_questions_are_what_a_form_asks(form: str, expected: list[Question]) -> None:
    assert list(read_questions(form, ParseContext(FORM))) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/sources/umna-2024.yml", True),
        ("docs/fa/news/a-talk.md", True),
        ("docs/en/news/a-talk.md", True),
        ("proposals/a-talk/people/sara.yml", True),
        ("proposals/a-talk/events/talk-2024.yml", True),
        ("docs/en/news/index.md", False),
        ("docs/en/index.md", False),
        ("docs/de/news/a.md", False),
        ("docs/en/news/a.html", False),
        ("docs/en/news/sub/a.md", False),
        ("docs/en/news/../../../mkdocs.yml", False),
        ("docs/en/news/..md", False),
        ("docs/en/news/A.md", False),
        ("docs/en/news/a.md\n", False),
        ("data/people/sara.yml", False),
        ("data/strings/fa.yml", False),
        ("proposals/../x/people/a.yml", False),
        (".github/workflows/check.yml", False),
        ("scripts/newsroom/adapters/cli/__init__.py", False),
        ("/etc/passwd", False),
        ("mkdocs.yml", False),
    ],
)
def test_only_drafts_sources_and_proposals_are_let_through(path: str, expected: bool) -> None:
    assert is_allowed(path) is expected


def received(folder: Path) -> tuple[dict[str, str], list[str]]:
    context = ParseContext("submission")
    files = read_submitted(folder, context)
    return dict(files), [problem.rule for problem in context.problems]


DRAFT = "---\ntitle: A\nsummary: B.\ndraft: true\nsource: a\n---\n\nText.\n"
TRANSLATED = "---\ntitle: A\nsummary: B.\ndraft: true\ntranslation: {of: fa}\n---\n\nText.\n"


def put(folder: Path, path: str, data: bytes = DRAFT.encode()) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def test_files_of_a_submission_are_read(tmp_path: Path) -> None:
    files = {
        "docs/fa/news/a.md": DRAFT,
        "docs/en/news/a.md": TRANSLATED,
        "data/sources/a.yml": "language: fa\n",
        "proposals/a/people/sara-rastegar.yml": "name: x\n",
    }
    for path, text in files.items():
        put(tmp_path, path, text.encode())

    assert received(tmp_path) == (files, [])


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/en/news/a.md", TRANSLATED.replace("draft: true\n", ""), "the page is not a draft"),
        (
            "docs/en/news/a.md",
            TRANSLATED.replace("draft: true", "draft: false"),
            "the page is not a draft",
        ),
        ("docs/fa/news/b.md", DRAFT.replace("draft: true\n", ""), "the page is not a draft"),
        (
            "docs/fa/news/a.md",
            DRAFT.replace("draft: true", "translation_wanted: {since: 2024-07-02}"),
            "the page is not a draft",
        ),
        ("docs/en/news/a.md", "No front matter.\n", "the page does not begin"),
        ("docs/en/news/a.md", TRANSLATED.replace("draft", "drft"), "unknown key 'drft'"),
        ("data/sources/other.yml", "language: fa\n", "belongs to none of the drafts"),
        ("proposals/other/people/x.yml", "name: x\n", "belongs to none of the drafts"),
    ],
)
def test_what_would_be_published_is_not_received(
    tmp_path: Path, path: str, text: str, expected: str
) -> None:
    put(tmp_path, "docs/fa/news/a.md")
    put(tmp_path, "docs/en/news/a.md", TRANSLATED.encode())
    put(tmp_path, "data/sources/a.yml", b"language: fa\n")
    put(tmp_path, path, text.encode())
    context = ParseContext("submission")

    assert read_submitted(tmp_path, context) == {}
    assert expected in " ".join(map(str, context.problems))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("mkdocs.yml", b""),
        (".github/workflows/x.yml", b""),
        ("docs/fa/news/.hidden.md", b""),
        ("docs/fa/news/b.md", b"\xff"),
        ("docs/fa/news/b.md", b"x" * 1_000_001),
    ],
)
def test_one_file_that_is_amiss_keeps_all_of_them_out(
    tmp_path: Path, path: str, data: bytes
) -> None:
    put(tmp_path, "docs/fa/news/a.md")
    put(tmp_path, path, data)

    assert received(tmp_path) == ({}, ["submission-file"])


def test_links_are_no_files(tmp_path: Path) -> None:
    folder, secret = tmp_path / "files", put(tmp_path, "secret.md")
    put(folder, "docs/fa/news/a.md")
    (folder / "docs/fa/news/b.md").symlink_to(secret)
    (folder / "docs/en").symlink_to(tmp_path)

    assert received(folder) == ({}, ["submission-file"] * 2)


def test_submission_of_nothing_or_of_too_much_is_none(tmp_path: Path) -> None:
    assert received(tmp_path) == ({}, ["submission-file"])
    for number in range(MAX_FILES + 1):
        put(tmp_path, f"docs/fa/news/a{number}.md")

    assert received(tmp_path) == ({}, ["submission-file"])
