"""Whose a folder is, who builds there, and what a kill leaves of the swap."""

import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from newsroom.site import folders
from newsroom.site.folders import (
    MARK,
    BusyError,
    ForeignError,
    beside,
    claim,
    held,
    put_back,
    refuse_foreign,
    swap,
    was_interrupted,
)

from ..kills import is_killed, tree

OLD, NEW = {MARK: None, "index.html": b"old"}, {MARK: None, "index.html": b"new"}

SWAP = """
from pathlib import Path
from newsroom.site import folders

def work(target, can_exchange):
    target = Path(target)
    if not can_exchange:
        folders._exchange = lambda one, other: False
    with folders.held(target):
        folders.put_back(target)
        folders.claim(folders.beside(target, "new"))
        (folders.beside(target, "new") / "index.html").write_bytes(b"new")
        folders.swap(folders.beside(target, "new"), target)
"""


def site(target: Path, text: bytes = b"old") -> Path:
    claim(target)
    (target / "index.html").write_bytes(text)
    return target


def content(target: Path) -> dict[str, bytes | None]:
    return {**tree(target), MARK: None}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_new_site_takes_the_place_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    target = site(tmp_path / "site")
    if not can_exchange:
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)

    swap(site(beside(target, "new"), b"new"), target)

    assert content(target) == NEW
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_after_a_kill_at_any_step_a_whole_site_is_there_or_put_back(
    tmp_path: Path, can_exchange: bool
) -> None:
    seen, lost = [], 0

    for at in count():
        target = site(tmp_path / str(at) / "site")
        if not is_killed(target.parent, at, SWAP, str(target), can_exchange):
            break
        lost += was_interrupted(target)
        with held(target):
            put_back(target)
        assert content(target) in (OLD, NEW), at
        assert [*target.parent.iterdir()] == [target], at
        seen.append(content(target))

    assert seen[0] == OLD and seen[-1] == NEW
    assert lost == (0 if can_exchange and os.uname().sysname == "Linux" else 1)


def test_swap_that_fails_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = site(tmp_path / "site")
    monkeypatch.setattr(folders, "_exchange", lambda *_: False)

    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "nowhere", target)

    assert content(target) == OLD


@pytest.mark.parametrize("files", [{}, {MARK: "", "index.html": "x"}, None])
def test_folder_that_is_empty_ours_or_not_there_takes_a_site(
    tmp_path: Path, files: dict[str, str] | None
) -> None:
    target = tmp_path / "site"
    if files is not None:
        target.mkdir()
        for name, text in files.items():
            (target / name).write_text(text, encoding="utf-8")

    refuse_foreign(target, tmp_path / "record")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["letter.txt"], "contains other files; give an empty or new folder"),
        ([".hidden"], "contains other files; give an empty or new folder"),
        (
            ["sitemap.xml", "index.html"],
            "lacks '.newsroom-site', which marks a folder built by newsroom; delete it",
        ),
    ],
)
def test_folder_without_our_mark_is_foreign(
    tmp_path: Path, names: list[str], expected: str
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    for name in names:
        (target / name).write_text("dear", encoding="utf-8")

    with pytest.raises(ForeignError) as refusal:
        refuse_foreign(target, tmp_path / "record")

    assert expected in str(refusal.value)


@pytest.mark.parametrize(
    "place", [".", "..", "docs", "docs/en/new", "data/new", "overrides/new", ".git/new", "../.."]
)
def test_no_site_is_put_in_a_folder_of_the_record_or_around_it(tmp_path: Path, place: str) -> None:
    """Not even with a mark in it: one may have been copied there."""
    root = tmp_path / "house" / "record"
    for folder in ("docs/en", "data", "overrides", ".git"):
        (root / folder).mkdir(parents=True)
    target = (root / place).resolve()
    if target.is_dir():
        (target / MARK).write_text("", encoding="utf-8")

    with pytest.raises(ForeignError, match="a site cannot be built in"):
        refuse_foreign(target, root)


def test_home_is_no_folder_for_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    claim(tmp_path / "home")

    with pytest.raises(ForeignError, match="a site cannot be built in"):
        refuse_foreign(tmp_path / "home", tmp_path / "record")


def test_file_and_link_are_no_folders(tmp_path: Path) -> None:
    precious = site(tmp_path / "precious")
    (tmp_path / "link").symlink_to(precious)
    (tmp_path / "file").write_text("dear", encoding="utf-8")

    for name, reason in (("link", "is a symbolic link"), ("file", "is a file")):
        with pytest.raises(ForeignError, match=reason):
            refuse_foreign(tmp_path / name, tmp_path / "record")


@pytest.mark.parametrize("ending", ["new", "old"])
@pytest.mark.parametrize("kind", ["link", "folder", "file"])
def test_hidden_neighbour_of_somebody_else_is_left_alone(
    tmp_path: Path, ending: str, kind: str
) -> None:
    target = site(tmp_path / "site")
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter").write_text("dear", encoding="utf-8")
    rest = beside(target, ending)
    if kind == "link":
        rest.symlink_to(precious)
    elif kind == "folder":
        shutil.copytree(precious, rest)
    else:
        rest.write_text("dear", encoding="utf-8")
    before = tree(tmp_path)

    with pytest.raises(ForeignError, match="contains other files"):
        put_back(target)

    assert tree(tmp_path) == before


def test_only_one_builds_and_the_other_hears_who(tmp_path: Path) -> None:
    target = tmp_path / "site"

    with held(target):
        with pytest.raises(BusyError, match=f"is running, process {os.getpid()}"):
            held(target).__enter__()
        with held(tmp_path / "other"):
            pass

    with held(target):
        pass
    assert [*tmp_path.iterdir()] == []


def test_lock_of_a_killed_program_holds_nobody_up(tmp_path: Path) -> None:
    target = site(tmp_path / "site")
    code = SWAP.replace("folders.put_back(target)", "(target / 'index.html').read_bytes()")

    steps = [is_killed(tmp_path, at, code, str(target), True) for at in range(3)]

    assert all(steps)
    assert beside(target, "lock").exists()
    with held(target):
        pass
    assert not beside(target, "lock").exists()


def test_mark_is_the_same_at_every_build(tmp_path: Path) -> None:
    claim(tmp_path / "a" / "site")
    claim(tmp_path / "b" / "site")

    assert len({(tmp_path / name / "site" / MARK).read_bytes() for name in "ab"}) == 1
