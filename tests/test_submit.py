"""`newsroom submit` and `newsroom receive`, as the workflow runs them one after the other."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.github.receiving import is_allowed

from .conftest import ORIGINAL, ROOT, WriteRecord, add_engine
from .intake.test_submissions import TEXT, issue
from .test_cli import digest

PERSIAN = "شهردار قاوان از همکاری گفت\n\nایلوار ملچین در قاوان با خبرنگاران سخن گفت.\n"


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    root = write_record()
    add_engine(root)
    shutil.copytree(ROOT / ".github", root / ".github")
    return root


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    return result.exit_code, result.output


def submit(root: Path, body: str) -> tuple[int, str, Path]:
    file, into = root.parent / "issue.json", root.parent / "submission"
    labels = [{"name": "submission"}]
    file.write_text(json.dumps({"number": 12, "body": body, "labels": labels}), encoding="utf-8")
    return *run(root, "submit", "--issue", str(file), "--into", str(into)), into


def test_submission_becomes_drafts_that_pass_the_check(record: Path) -> None:
    before = digest(record)

    code, output, into = submit(record, issue(published="24 June 2024", publisher="A Paper"))
    untouched = digest(record) == before
    received, told = run(record, "receive", str(into))

    assert (code, received) == (0, 0), output + told
    assert untouched
    assert run(record, "check")[0] == 0
    source = next((record / "data" / "sources").glob("source-*.yml")).read_text(encoding="utf-8")
    assert "published: 2024-06-24\n" in source
    assert "# The page names its publisher: A Paper\n" in source
    for lang in ("fa", "en"):
        draft = (record / f"docs/{lang}/news/talks-in-kavan.md").read_text(encoding="utf-8")
        assert "draft: true\n" in draft


def test_address_is_kept_and_not_taken_for_confirmed(record: Path) -> None:
    _, _, into = submit(record, issue(address="https://example.org/a?b=1"))

    source = next(into.glob("files/data/sources/*.yml")).read_text(encoding="utf-8")
    assert source.startswith(
        "# The sender gives this address, to be confirmed: https://example.org/a?b=1\n"
    )
    assert "address:" not in source.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("reply", "text", "there", "absent"),
    [
        ("فارسی", TEXT, "ممنون!", "Thank you"),
        ("English", PERSIAN, "Thank you!", "ممنون"),
    ],
)
def test_answer_is_in_the_language_of_the_sender(
    record: Path, reply: str, text: str, there: str, absent: str
) -> None:
    _, _, into = submit(record, issue(text, reply=reply))

    comment = (into / "comment.md").read_text(encoding="utf-8")
    assert there in comment
    assert absent not in comment


def test_pull_request_tells_editors_in_both_languages(record: Path) -> None:
    _, _, into = submit(record, issue(note="Call @everyone | `now`", publisher="A Paper"))

    text = (into / "pull-request.md").read_text(encoding="utf-8")
    assert "These drafts were created from #12." in text
    assert "این پیش‌نویس‌ها از #12 ساخته شده است." in text
    assert "* Unknown names: `Anna Bellweather`" in text
    assert "* Note: `` Call @everyone ¦ `now` ``" in text
    assert "* [ ] write the report in your own words" in text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (issue(slug="kavan-meeting"), "already exists"),
        (issue("12 34"), "it contains no words"),
        (issue("words \u202e here"), "U+202E"),
        (issue("words \x00 here"), "U+0000"),
        (issue(address="x"), "'x' is not a valid address"),
        (issue("a" * 60_000), "a paragraph of 60000 characters"),
        (issue(address="https://example.org/\u200b"), "U+200B"),
    ],
)
def test_refusal_says_why_and_makes_no_file(record: Path, body: str, expected: str) -> None:
    code, output, into = submit(record, body)

    comment = (into / "comment.md").read_text(encoding="utf-8")
    assert code == 1
    assert "Traceback" not in output
    assert expected in comment.replace("\\", "")
    assert "Edit this issue" in comment
    assert [file.name for file in into.rglob("*") if file.is_file()] == ["comment.md"]


def test_refusal_is_in_both_languages_where_none_is_chosen(record: Path) -> None:
    _, _, into = submit(record, "hello")

    comment = (into / "comment.md").read_text(encoding="utf-8")
    assert "Edit this issue" in comment
    assert "همین موضوع را ویرایش کنید" in comment


def test_text_that_was_sent_in_before_is_refused(record: Path) -> None:
    _, _, into = submit(record, issue())
    run(record, "receive", str(into))
    shutil.rmtree(into)

    code, _, into = submit(record, issue())

    assert code == 1
    assert "the source already exists" in (into / "comment.md").read_text(encoding="utf-8")


HOSTILE = [
    "---\ntitle: x\n---\n\n# Heading\n\nWords of it.",
    "~~~~ source\nwords\n~~~~\n\n<script>alert(1)</script> words",
    "<html><body><script>x</script><h1>Title</h1><p>Words of an article here.</p></body></html>",
    "```\n```text\n### متن منبع / Text of the source\nwords",
    "${{ github.token }} $(touch /tmp/x) `id`\n\nWords.",
    "::stop-commands::x\n::error file=a::b\n\nWords.",
    "!!python/object/apply:os.system ['id']\n\n&a *a\n\nWords.",
    '[x](javascript:alert(1)) ![y](https://example.org/p.png)\n\n{{ config }} --8<-- ".git/config"',
    "<![\n\n[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n\nwords",
    "شهردار \u200f\u061cقاوان\u00ad گفت\n\nكلام علي",
    "Title\n\nMayor ../../x said. Mayor <b>Y</b> Z said on 1 Tir 1403.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_refused_or_becomes_sound_drafts(record: Path, text: str) -> None:
    code, output, into = submit(record, issue(text, publisher="[x](y) | @z", note=text))

    made = [file.relative_to(into / "files").as_posix() for file in (into / "files").rglob("*.*")]
    assert code in (0, 1)
    assert "Traceback" not in output
    assert all(is_allowed(path) for path in made)
    assert bool(made) is (code == 0)
    assert not any(line.startswith("::") for line in output.splitlines())
    if code == 0:
        assert run(record, "receive", str(into))[0] == 0
        assert run(record, "check")[0] == 0


def test_receive_writes_nothing_over(record: Path) -> None:
    into = record.parent / "submission"
    file = into / "files" / "docs" / "en" / "news" / "kavan-meeting.md"
    file.parent.mkdir(parents=True)
    file.write_text(ORIGINAL.replace("place:", "draft: true\nplace:"), encoding="utf-8")
    before = digest(record)

    code, output = run(record, "receive", str(into))

    assert code == 1
    assert "[file-exists]" in output
    assert digest(record) == before


def test_submit_makes_a_folder_of_its_own(record: Path) -> None:
    (record.parent / "submission").mkdir()

    code, output, _ = submit(record, issue())

    assert code == 2
    assert "give a new folder" in output


def test_receive_takes_no_page_that_would_be_published(record: Path) -> None:
    _, _, into = submit(record, issue())
    page = into / "files" / "docs" / "fa" / "news" / "talks-in-kavan.md"
    page.write_text(page.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    before = digest(record)

    code, output = run(record, "receive", str(into))

    assert code == 1
    assert "the page is not a draft  [submission-file]" in output
    assert digest(record) == before


def test_receive_takes_no_draft_the_check_refuses(record: Path) -> None:
    _, _, into = submit(record, issue())
    page = into / "files" / "docs" / "en" / "news" / "talks-in-kavan.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("draft: true", "draft: true\nplace: nowhere"), encoding="utf-8")
    before = digest(record)

    code, output = run(record, "receive", str(into))

    assert code == 1
    assert "[place-unknown]" in output
    assert digest(record) == before


def test_receive_hands_on_what_it_wrote(record: Path) -> None:
    _, _, into = submit(record, issue())
    output = record.parent / "output"

    code, _ = run(record, "receive", str(into), "--output", str(output))

    key, *paths, end = output.read_text(encoding="utf-8").splitlines()
    assert (code, key, end) == (0, "paths<<END", "END")
    assert paths and all((record / path).is_file() for path in paths)


@pytest.mark.parametrize("labels", [[], ["drafted"], ["submission-x", "Submission"]])
def test_nothing_is_made_of_an_issue_that_does_not_ask_any_more(
    record: Path, labels: list[str]
) -> None:
    """The event that started the workflow may be older than the drafts of the one before."""
    file, into, output = (record.parent / name for name in ("issue.json", "made", "output"))
    told = {"number": 12, "body": issue(), "labels": [{"name": label} for label in labels]}
    file.write_text(json.dumps(told), encoding="utf-8")
    arguments = ["--issue", str(file), "--into", str(into), "--output", str(output)]

    code, told_of = run(record, "submit", *arguments)

    assert (code, output.read_text(encoding="utf-8")) == (0, "result=nothing\n")
    assert "has no label 'submission'" in told_of
    assert not into.exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"labels": [1]}', "\xff", "null"])
def test_submit_refuses_a_file_that_is_no_issue(record: Path, text: str) -> None:
    file = record.parent / "issue.json"
    file.write_text(text, encoding="latin-1")

    code, output = run(record, "submit", "--issue", str(file), "--into", str(record / "made"))

    assert code == 2
    assert "Invalid value for --issue" in output
