"""`newsroom summary` in a real repository, and the preview a pull request is given."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.adapters.cli.revisions import changes_since
from newsroom.github.changes import Touched

from .conftest import ORIGINAL, TRANSLATION, WriteRecord, add_engine

ARTICLE = "docs/en/news/kavan-meeting.md"
DRAFT = ORIGINAL.replace("place: kavan", "draft: true\nplace: kavan")


def git(root: Path, *arguments: str) -> None:
    identity = {
        f"GIT_{who}_{what}": "a@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(
        command, cwd=root, env={**os.environ, **identity}, check=True, capture_output=True
    )


@pytest.fixture
def repository(write_record: WriteRecord) -> Path:
    root = write_record()
    add_engine(root)
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "--message", "The record")
    return root


def test_changes_since_a_revision(repository: Path) -> None:
    (repository / ARTICLE).write_text(ORIGINAL.replace("Text", "Words"), encoding="utf-8")
    (repository / "data/places/kavan.yml").rename(repository / "data/places/qavan.yml")
    (repository / "docs" / "en" / "نو.md").write_text("new", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--message", "A change")

    assert changes_since(repository, "HEAD^1") == (
        Touched("data/places/kavan.yml", "removed"),
        Touched("data/places/qavan.yml", "added"),
        Touched(ARTICLE, "changed"),
        Touched("docs/en/نو.md", "added"),
    )


def test_changes_below_a_folder_of_the_repository_have_paths_from_there(repository: Path) -> None:
    (repository / ARTICLE).write_text("changed", encoding="utf-8")

    assert changes_since(repository / "docs" / "en", "HEAD") == (
        Touched("news/kavan-meeting.md", "changed"),
    )


def test_what_others_did_since_is_no_change(repository: Path) -> None:
    git(repository, "checkout", "-b", "mine")
    git(repository, "checkout", "main")
    (repository / ARTICLE).write_text("theirs", encoding="utf-8")
    git(repository, "commit", "--all", "--message", "Theirs")
    git(repository, "checkout", "mine")

    assert changes_since(repository, "main") == ()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD; ls", ""])
def test_unknown_revision_is_a_usage_error(repository: Path, base: str) -> None:
    result = CliRunner().invoke(main, ["--root", str(repository), "summary", f"--base={base}"])

    assert result.exit_code == 2
    assert f"Git does not know the revision '{base}'" in result.output
    assert not (repository / "x").exists()


def test_summary_tells_what_a_pull_request_is(repository: Path) -> None:
    (repository / ARTICLE).write_text(
        ORIGINAL.replace("place: kavan", "place: kavn"), encoding="utf-8"
    )

    result = CliRunner().invoke(main, ["--root", str(repository), "summary", "--base", "HEAD"])

    assert result.exit_code == 0
    assert "**Content.**" in result.stdout
    assert "Errors: 2" in result.stdout  # the place is unknown, and another than was published
    assert "| Kavan | kavn | English |" in result.stdout
    assert "| نشستی در قاوان | `news/kavan-meeting.md` | دست‌نخورده | تغییریافته |" in result.stdout


def test_summary_of_words_that_cannot_be_read_is_told_in_those_of_the_engine(
    repository: Path,
) -> None:
    (repository / "data" / "strings").mkdir()
    (repository / "data" / "strings" / "fa.yml").write_text("[", encoding="utf-8")

    result = CliRunner().invoke(main, ["--root", str(repository), "summary", "--base", "HEAD"])

    assert result.exit_code == 0
    assert "Errors: 1;" in result.stdout


def test_preview_has_the_drafts_and_a_build_has_not(repository: Path) -> None:
    (repository / ARTICLE).write_text(DRAFT, encoding="utf-8")
    (repository / "docs/fa/news/kavan-meeting.md").write_text(
        TRANSLATION.replace("translation:", "draft: true\ntranslation:"), encoding="utf-8"
    )
    page = repository / "site" / "en" / "news" / "kavan-meeting.html"

    built = CliRunner().invoke(main, ["--root", str(repository), "build"])
    is_published = page.exists()
    preview = CliRunner().invoke(main, ["--root", str(repository), "build", "--drafts"])

    assert (built.exit_code, preview.exit_code) == (0, 0), preview.output
    assert not is_published
    assert "draft, not published" in page.read_text(encoding="utf-8")
