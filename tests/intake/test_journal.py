"""Several files, all or none: after a failure, an interruption and a kill before each single step."""

import errno
import json
import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from newsroom.intake.filing import replace_files, write_files
from newsroom.intake.journal import FOLDER, LOCK, PLAN, change_files, finish
from newsroom.record.documents import ParseContext
from newsroom.record.locks import lock

from ..kills import is_killed, tree

TEXTS = {
    "docs/fa/news/خبر.md": "متن تازه\n",
    "docs/en/news/report.md": "A new text.\n",
    "data/people/a.yml": "name: changed\n",
    "data/sources/b.yml": "language: fa\n",
}
"""Two files in folders that are not there yet, one in place of another, one beside it."""

WRITE = """
from pathlib import Path
from newsroom.intake.journal import change_files

def work(root, texts):
    change_files(Path(root), texts)
"""
FINISH = """
from pathlib import Path
from newsroom.intake.journal import finish

def work(root):
    finish(Path(root))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "record"
    for folder in ("people", "sources"):
        (root / "data" / folder).mkdir(parents=True)
    (root / "data" / "people" / "a.yml").write_text("name: as it was\n", encoding="utf-8")
    return root


def written(root: Path) -> dict[str, bytes | None]:
    """The folder as it is once all is written."""
    other = root.with_name("written")
    shutil.copytree(root, other)
    change_files(other, TEXTS)
    return tree(other)


def test_all_files_are_written_and_nothing_is_left_beside_them(root: Path) -> None:
    change_files(root, TEXTS)

    for path, text in TEXTS.items():
        assert (root / path).read_text(encoding="utf-8") == text
    assert [path for path in tree(root) if "/." in f"/{path}"] == []


def test_after_a_kill_before_any_step_the_next_command_makes_it_all_or_none(root: Path) -> None:
    before, after = tree(root), written(root)
    seen = set()

    for at in count():
        copy = root.with_name(f"killed-{at}")
        shutil.copytree(root, copy)
        if not is_killed(copy, at, WRITE, str(copy), TEXTS):
            break
        finish(copy)
        left = tree(copy)
        assert left in (before, after), at
        seen.add(left == after)

    assert at > 20
    assert seen == {False, True}


def test_kill_while_that_is_put_right_changes_nothing_of_it(root: Path) -> None:
    after = written(root)
    half = next(at for at in count() if _stops_half_way(root, at))

    for at in count():
        copy = root.with_name(f"again-{at}")
        shutil.copytree(root.with_name(f"half-{half}"), copy)
        if not is_killed(copy, at, FINISH, str(copy)):
            break
        finish(copy)
        left = tree(copy)
        assert left == after, at

    assert at > 5


def _stops_half_way(root: Path, at: int) -> bool:
    """Whether a kill before this step leaves some files placed and others not."""
    copy = root.with_name(f"half-{at}")
    shutil.copytree(root, copy)
    assert is_killed(copy, at, WRITE, str(copy), TEXTS)
    placed = [(copy / path).exists() for path in TEXTS if not (root / path).exists()]
    return any(placed) and not all(placed)


def test_what_somebody_has_changed_since_the_kill_is_not_written_over(root: Path) -> None:
    half = next(at for at in count() if _stops_half_way(root, at))
    copy = root.with_name(f"half-{half}")
    missing = next(path for path in TEXTS if not (copy / path).exists())
    (copy / missing).parent.mkdir(parents=True, exist_ok=True)
    (copy / missing).write_text("by hand", encoding="utf-8")

    is_done, paths = finish(copy)

    assert (is_done, set(paths)) == (False, set(TEXTS))
    assert (copy / missing).read_text(encoding="utf-8") == "by hand"
    others = {path for path in TEXTS if path != missing and path != "data/people/a.yml"}
    assert [path for path in others if (copy / path).exists()] == []
    assert (copy / "data/people/a.yml").read_text(encoding="utf-8") == "name: as it was\n"
    assert not (copy / FOLDER).exists()


@pytest.mark.parametrize("failing", range(8))
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_failure_at_any_file_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    before, calls, replace = tree(root), count(), Path.replace

    def fail(file: Path, target: Path) -> Path:
        if file.suffix == ".new" and next(calls) == failing:
            raise error
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", fail)
    context = ParseContext("a.txt")
    try:
        is_written = replace_files(root, TEXTS, context)
    except KeyboardInterrupt:
        is_written = False

    if failing > len(TEXTS):  # one for each, and one for the plan
        assert is_written
        return
    assert not is_written
    assert tree(root) == before
    if isinstance(error, OSError):
        assert [str(it.message) for it in context.problems] == [
            "cannot be written: the disk is full"
        ]


def test_file_on_another_disk_is_written_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def across(file: Path, target: Path) -> Path:
        if file.parent.name == FOLDER and target.parent.name != FOLDER:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(file, target)

    after = written(root)
    monkeypatch.setattr(Path, "replace", across)

    change_files(root, TEXTS)

    assert tree(root) == after


def test_kind_of_file_is_kept(root: Path) -> None:
    (root / "data/people/a.yml").chmod(0o640)

    change_files(root, TEXTS)

    assert (root / "data/people/a.yml").stat().st_mode & 0o777 == 0o640


def test_two_commands_do_not_write_at_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.intake.journal.PATIENCE", 0.1)
    context = ParseContext("data")
    before = tree(root)

    with lock(root / LOCK):
        is_written = write_files(root, {"data/c.yml": "x"}, context)

    assert not is_written
    assert f"another command is writing, process {os.getpid()}" in context.problems[0].message
    assert tree(root) == before


@pytest.mark.parametrize(
    ("place", "folders"),
    [("../stolen", []), ("/tmp/stolen", []), ("link/stolen", []), ("x", ["../made"])],
)
def test_plan_that_leads_out_of_the_record_is_thrown_away(
    root: Path, place: str, folders: list[str]
) -> None:
    """A repository of somebody else may bring such a folder along."""
    outside = root.with_name("outside")
    outside.mkdir()
    (root / "link").symlink_to(outside)
    (root / FOLDER).mkdir()
    (root / FOLDER / "0.new").write_text("x", encoding="utf-8")
    plan = [[{"path": place, "before": None, "after": "y"}], folders]
    (root / FOLDER / PLAN).write_text(json.dumps(plan), encoding="utf-8")

    finish(root)

    assert not (root / FOLDER).exists()
    assert [*outside.iterdir()] == []
    assert not (root.with_name("stolen").exists() or root.with_name("made").exists())
    assert not Path("/tmp/stolen").exists()


@pytest.mark.parametrize("plan", ["", "{", "[]", "[[1], []]", '[[{"path": "x"}], []]', "\0"])
def test_folder_without_a_sound_plan_is_thrown_away(root: Path, plan: str) -> None:
    before = tree(root)
    (root / FOLDER).mkdir()
    (root / FOLDER / PLAN).write_text(plan, encoding="utf-8")

    assert finish(root) == (True, ())
    assert tree(root) == before


def test_link_in_place_of_the_folder_is_not_followed(root: Path) -> None:
    precious = root.with_name("precious")
    precious.mkdir()
    (precious / "letter").write_text("dear", encoding="utf-8")
    (root / FOLDER).symlink_to(precious)

    finish(root)
    change_files(root, TEXTS)

    assert (precious / "letter").read_text(encoding="utf-8") == "dear"
    assert not (root / FOLDER).exists()
