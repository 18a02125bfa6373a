"""The examples of the guide for editors, run in a copy of the record: each prints what it shows."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main

from ..conftest import ROOT, add_engine

EXAMPLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY = "…"
"""Alone on a line of what is shown for any lines, and in one for any words."""
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false")


def examples() -> Iterator[object]:
    for lang in ("fa", "en"):
        text = (ROOT / "docs" / lang / "guide" / "editors.md").read_text(encoding="utf-8")
        for at, example in enumerate(EXAMPLE.findall(text)):
            yield pytest.param(example, id=f"{lang}-{at}")


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this record, committed on `main`."""
    root = tmp_path_factory.mktemp("guide") / "record"
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    add_engine(root)
    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*GIT, *command], cwd=root, check=True)
    return root


@pytest.fixture
def record(committed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(committed, tmp_path / "record")


def run(root: Path, command: str) -> str:
    """What a command of an example prints; the engine is called in this process."""
    name, *arguments = shlex.split(command)
    if name == ".venv/bin/newsroom":
        return CliRunner().invoke(main, ["--root", str(root), *arguments]).output
    done = subprocess.run([name, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


def pattern_of(shown: str) -> str:
    lines = shown.splitlines()
    return "".join(
        "(?:.*\n)*?" if line == ANY else ".*".join(map(re.escape, line.split(ANY))) + "\n"
        for line in lines
    )


@pytest.mark.parametrize("example", [*examples()])
def test_example_prints_what_the_guide_shows(example: str, record: Path) -> None:
    _, *steps = re.split(r"^\$ ", example, flags=re.MULTILINE)

    for step in steps:
        command, _, shown = step.partition("\n")
        printed = run(record, command)
        assert re.fullmatch(pattern_of(shown), printed), f"{command}\n{printed}"


def test_there_are_examples_of_each_command_in_both_languages() -> None:
    text = "".join(
        (ROOT / "docs" / lang / "guide" / "editors.md").read_text(encoding="utf-8")
        for lang in ("fa", "en")
    )

    for command in ("check --changed main", "move ", "withdraw "):
        assert sum(command in example for example in EXAMPLE.findall(text)) == 2, command
