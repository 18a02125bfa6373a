"""The addresses of paragraphs are kept up with the text, by the check and by every command."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main

from ..conftest import ORIGINAL, TRANSLATION, WriteRecord, add_engine, build

ARTICLE, COUNTERPART = "docs/en/news/kavan-meeting.md", "docs/fa/news/kavan-meeting.md"
FILE = "data/addresses/kavan-meeting.yml"
LONG = "The city council met on Monday, heard nine speakers and agreed to repair the old bridge."
EN = ORIGINAL.replace("Text.", f"Text.\n\n{LONG}")
FA = TRANSLATION.replace("متن.", "متن.\n\nشورای شهر پس از شنیدن سخن ۹ نفر تعمیر پل کهنه را پذیرفت.")


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    return result.exit_code, result.output


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    """A record that keeps the addresses of its article."""
    root = write_record({ARTICLE: EN, COUNTERPART: FA})
    add_engine(root)
    assert run(root, "addresses")[0] == 0
    return root


def ids(root: Path) -> dict[str, str]:
    lines = (line for line in (root / FILE).read_text(encoding="utf-8").splitlines() if line)
    return {
        id: value.strip('"')
        for id, _, value in (it.partition(": ") for it in lines if it[0] != "#")
    }


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_record_that_keeps_none_is_not_asked(write_record: WriteRecord) -> None:
    root = write_record()
    add_engine(root)

    assert "addresses-behind" not in run(root, "check")[1]


def test_what_is_recorded_is_recorded_once(record: Path) -> None:
    assert list(ids(record)) == ["_1", "aims_1", "aims_2"]
    assert run(record, "addresses") == (0, "every address is already recorded\n")
    assert "addresses-behind" not in run(record, "check")[1]


def test_article_without_a_file_is_told_of_where_others_have_one(record: Path) -> None:
    other = EN.replace("A meeting", "Another meeting")
    (record / ARTICLE.replace("kavan", "other")).write_text(other, encoding="utf-8")

    output = run(record, "check")[1]

    assert "other-meeting.md:1: warning: the paragraphs of this article have no recorded" in output


@pytest.mark.parametrize(
    ("new", "level"), [(LONG.replace("Monday", "Sunday"), "warning"), ("", "error")]
)
def test_check_says_what_is_behind(record: Path, new: str, level: str) -> None:
    edit(record, ARTICLE, LONG, new)

    output = run(record, "check")[1]

    assert f" {level}: " in output and "[addresses-behind]" in output
    run(record, "addresses")
    assert "addresses-behind" not in run(record, "check")[1]
    assert ("gone 20" in ids(record)["aims_2"]) == (level == "error")


def test_draft_has_no_addresses(record: Path) -> None:
    (record / FILE).unlink()
    edit(record, ARTICLE, "place:", "draft: true\nplace:")

    run(record, "addresses")

    assert not (record / FILE).exists()


def test_dry_run_writes_nothing(record: Path) -> None:
    before = (record / FILE).read_bytes()
    edit(record, ARTICLE, "nine", "ten")

    assert f"{FILE}: would be written" in run(record, "addresses", "--dry-run")[1]
    assert (record / FILE).read_bytes() == before


def test_command_that_writes_a_page_keeps_the_addresses(record: Path) -> None:
    edit(record, COUNTERPART, "متن.", "شهرداری ها می روند.")
    run(record, "addresses")
    before = ids(record)

    assert run(record, "tidy", str(record / COUNTERPART), "--yes")[0] == 0

    assert ids(record) != before
    assert "addresses-behind" not in run(record, "check")[1]


def test_address_that_is_kept_no_longer_is_reported(record: Path) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*git, *command], cwd=record, check=True)
    line = next(it for it in (record / FILE).read_text().splitlines() if it.startswith("aims_2"))
    edit(record, FILE, line, "")

    output = run(record, "check")[1]

    assert f"{FILE}:1: error: the address 'aims_2' is in 'main' and was removed" in output
    (record / FILE).unlink()
    assert "the address 'aims_2' is in 'main' and was removed" in run(record, "check")[1]


def test_site_keeps_every_address(record: Path, tmp_path: Path) -> None:
    """Moved without a record, merged and taken out with one."""
    edit(record, ARTICLE, "Ilvar Melchin spoke.\n", f"New.\n\nIlvar Melchin spoke.\n\n{LONG}\n")
    edit(record, ARTICLE, f"Text.\n\n{LONG}", "Text.")
    result = build(record, tmp_path / "moved")
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "moved/en/news/kavan-meeting.html").read_text(encoding="utf-8")
    assert (
        '<p id="aims_2"><a class="nr-anchor" href="#aims_2" aria-label="Link to paragraph 3"></a>'
        in html
    )
    assert html.count('id="_1"') == 1

    run(record, "addresses")
    edit(record, ARTICLE, f"{LONG}\n", "")
    run(record, "addresses")
    result = build(record, tmp_path / "gone")
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "gone/en/news/kavan-meeting.html").read_text(encoding="utf-8")
    assert '<li id="aims_2">The paragraph at this address was removed on' in html
    beside = (tmp_path / "gone/en/parallel/kavan-meeting.html").read_text(encoding="utf-8")
    assert beside.count('id="aims_2"') == 1  # the Persian paragraph is there
