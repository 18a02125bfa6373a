"""What a newcomer meets before anything is installed."""

import ast
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import ROOT

SCRIPT = ROOT / "scripts" / "environment.py"


@pytest.fixture
def environment() -> ModuleType:
    """The script as a module; it is no part of a package, since it runs before there is one."""
    spec = spec_from_file_location("environment", SCRIPT)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_the_way_out(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "argv", ["environment.py", str(tmp_path / ".venv")])

    with pytest.raises(SystemExit) as stopped:
        environment.main()

    message = str(stopped.value)
    assert message.startswith("Python 3.11 or newer is needed; this one is 3.9.2")
    assert "apt install python3 python3-venv" in message
    assert "make PYTHON=python3.11 serve" in message
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_venv_names_the_package(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment.sys, "executable", shutil.which("false"))

    with pytest.raises(SystemExit, match="apt install python3-venv"):
        environment.make_environment(tmp_path / ".venv")


def test_an_environment_without_its_python_is_made_anew(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(tmp_path / "python-that-was-removed")
    monkeypatch.setattr(sys, "argv", ["environment.py", str(folder)])

    environment.main()

    assert environment._works(folder)


@pytest.mark.parametrize(
    ("made_in", "is_kept"), [("here", True), ("/elsewhere", False), ("", False)]
)
def test_an_environment_that_came_along_in_a_copy_is_not_used(
    tmp_path: Path, made_in: str, is_kept: bool
) -> None:
    folder = tmp_path.resolve()
    shutil.copy(ROOT / "Makefile", folder)
    (folder / ".venv").mkdir()
    mark = str(folder) if made_in == "here" else made_in
    (folder / ".venv" / ".ready").write_text(f"{mark}\n", encoding="utf-8")

    said = subprocess.run(["make", "help"], cwd=folder, capture_output=True, text=True, check=True)

    assert (folder / ".venv").exists() == is_kept
    assert ("belongs to the folder it was made in" in said.stdout) != is_kept


def test_the_readmes_begin_with_a_picture_and_the_two_commands() -> None:
    for name in ("README.md", "README.fa.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        opening = text[: text.index("\n## ", text.index("make test"))]
        pictures = [line for line in opening.splitlines() if "![" in line or "<img" in line]

        assert pictures, name
        assert opening.index(pictures[0]) < opening.index("make serve") < opening.index("make test")
        assert opening.count("\n## ") == 1, name
