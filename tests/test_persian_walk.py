"""Every command in Persian, at work and refused: no Latin word is left but names and what is typed."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import COMMANDS, main

from .test_failures import PAGE, RUNS, prepared
from .test_language import assert_persian
from .test_starting import NAMED

__all__ = ["prepared"]

REFUSED: Mapping[str, Sequence[Sequence[str]]] = {
    "addresses": [["addresses", "all"]],
    "build": [["build", "--site-dir", "docs"]],
    "check": [["check", "--changed", "nowhere"], ["check", "--explain", "no-rule"]],
    "compare": [["compare", "nowhere.md", "source.txt"]],
    "date": [["date", "soon"], ["date", "۳۲ تیر ۱۴۰۳"]],
    "edition": [["edition", "--site", "docs"], ["edition", "--site", "nowhere"]],
    "edition-key": [["edition-key", "source.txt"]],
    "explain": [["explain", "ملچین", "docs/nowhere.md"], ["explain", "هیچ‌کس", PAGE]],
    "image": [
        ["image", "add", "source.txt", "--article", "kavan-meeting"],
        ["image", "add", "photograph.jpg", "--article", "nothing"],
    ],
    "import": [["import", "photograph.jpg"], ["import", "nowhere.txt"]],
    "init": [["init", "docs", *NAMED]],
    "links": [["links", "--issue", "source.txt"]],
    "move": [["move", "nothing", "x"], ["move", "kavan-meeting", "index"]],
    "new": [
        ["new", "person", "--fa", "<b>", "--en", "Sara"],
        ["new", "event", "--date", "soon", "--fa", "ا", "--en", "A"],
    ],
    "receive": [["receive", "docs"]],
    "schemas": [["schemas", "--out", "source.txt"]],
    "serve": [["serve", "--port", "70000"]],
    "status": [["status", "--into", "de"]],
    "submit": [["submit", "--issue", "source.txt", "--into", "out"]],
    "summary": [["summary", "--base", "nowhere"]],
    "tidy": [["tidy", "nowhere.md"], ["tidy", "photograph.jpg"]],
    "translate": [["translate"], ["translate", "nothing"]],
    "upgrade": [["upgrade", "now"]],
    "verify": [
        ["verify", "kavan-meeting", "--sources", "docs"],
        ["verify", "nothing", "--sources", "raw"],
    ],
    "verify-edition": [
        ["verify-edition", "source.txt"],
        ["verify-edition", "given.zip", "--key", "source.txt"],
    ],
    "withdraw": [
        ["withdraw", "nothing", "--reason", "الف", "--reason", "A"],
        ["withdraw", "kavan-meeting", "--reason", "الف"],
    ],
}
"""By command, calls that cannot be done."""
FINGERPRINT = re.compile(r"(?:[0-9a-f]{4} ){3,}[0-9a-f]{4}")
FORMATS = ("JPEG", "PNG", "WebP", "AVIF")
BOTH = {"compare", "date", "import", "links", "summary"}
"""These print a text of the reader's, or what goes to readers of both languages."""
AT_WORK = sorted({*RUNS} - BOTH - {"build", "serve"})


@pytest.fixture
def record(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = shutil.copytree(prepared, tmp_path / "record")
    monkeypatch.chdir(root)
    return root


def say_in_persian(arguments: Sequence[str]) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "fa", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def test_every_command_is_refused_something() -> None:
    assert set(REFUSED) == set(COMMANDS)


@pytest.mark.parametrize("name", REFUSED)
def test_refusal_is_in_persian(record: Path, name: str) -> None:
    for arguments in REFUSED[name]:
        code, output = say_in_persian(arguments)
        assert code in (1, 2), output
        assert_persian(output, *FORMATS)


@pytest.mark.parametrize("name", AT_WORK)
def test_report_is_in_persian(record: Path, name: str) -> None:
    _, output = say_in_persian(RUNS[name])

    assert_persian(FINGERPRINT.sub("", output), "ZIP", "Ed")
