"""This record as it was before the engine had its own words: upgraded, it is one of today."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.check.rules import check
from newsroom.record.problems import errors_of

from ..conftest import ROOT

COMMIT = "82dc93e"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    command = ["git", "archive", COMMIT, "docs", "data", "mkdocs.yml"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a clone without the past; tests/record/test_upgrading.py has every change")
    with tarfile.open(fileobj=BytesIO(made.stdout)) as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path


def test_record_of_november_has_no_error_after_its_upgrade(old: Path) -> None:
    before = errors_of(check(old, drafts=True)[1])

    result = CliRunner().invoke(main, ["--root", str(old), "upgrade"])

    assert result.exit_code == 0, result.output
    assert len(before) > 200
    assert errors_of(check(old, drafts=True)[1]) == ()
    for lang in ("fa", "en"):
        words = (old / "data" / "strings" / f"{lang}.yml").read_text(encoding="utf-8")
        assert [line for line in words.split("\n") if line and line[0] not in "# "] == ["site:"]
    gone = [old / "data" / f"{name}.yml" for name in ("orthography", "intake", "messages")]
    assert [it for it in gone if it.exists()] == []
