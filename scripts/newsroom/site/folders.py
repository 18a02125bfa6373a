"""The folder a site lies in: whose it is, who builds there, and how a new site takes its place.

A folder is replaced or emptied only with our mark in it, or with nothing in it at all. A new site
is made beside the old one, in `.NAME.new`, and the two change places in one step where the system
can; elsewhere the old one is called `.NAME.old` for a moment and put back after an interruption.
"""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.record.files import TOPS
from newsroom.record.locks import HeldError, lock
from newsroom.record.problems import Message, say

MARK = ".newsroom-site"
"""The file that says whose a folder is. It begins with a dot, so it is not published."""
_MARKED = "A site made by `newsroom build`, which replaces this folder with all that is in it.\n"
_WITH_DRAFTS = "It has the drafts in it.\n"
HELD = "NEWSROOM_SITE_HELD"
"""The variable that tells MkDocs that who started it keeps other builds away."""
_KEPT = (*TOPS, "overrides", "scripts", "tests", ".git", ".github")
"""The folders of a repository no site is put in."""


class RefusalError(Exception):
    """Why no site is put in a folder, and what to do about it."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(f"{message}; {hint}")
        self.message, self.hint = message, hint


class ForeignError(RefusalError):
    """The folder is not ours to replace."""


class BusyError(RefusalError):
    """Another build is going on there."""


def beside(target: Path, ending: str) -> Path:
    """The hidden neighbour of a site: `.site.new`, `.site.old` or `.site.lock`."""
    return target.with_name(f".{target.name}.{ending}")


def refuse_foreign(target: Path, root: Path) -> None:
    """Raise `ForeignError` for a folder that is not ours to replace; `root` holds the record."""
    if target.is_symlink():
        raise ForeignError(
            say("'{path}' is a symbolic link", path=target), say("give the folder it points to")
        )
    if target.exists() and not target.is_dir():
        raise ForeignError(say("'{path}' is a file", path=target), _elsewhere())
    place, root, home = _resolved(target), root.resolve(), Path.home().resolve()
    if any(keeper.is_relative_to(place) for keeper in (root, home)) or any(
        place.is_relative_to(root / name) for name in _KEPT
    ):
        raise ForeignError(say("a site cannot be built in '{path}'", path=target), _elsewhere())
    if not is_ours(target):
        raise _strange(target)


def is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, or empty, or bears our mark."""
    if folder.is_symlink() or not folder.is_dir():
        return not os.path.lexists(folder)
    return (folder / MARK).is_file() or not any(folder.iterdir())


def claim(folder: Path, *, drafts: bool = False) -> None:
    """Make a folder and mark it as ours, before anything else is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = f"{_MARKED}{_WITH_DRAFTS if drafts else ''}"
    (folder / MARK).write_text(mark, encoding="utf-8", newline="\n")


def has_drafts(folder: Path) -> bool:
    """Whether a site that is ours was built with the drafts, for a preview."""
    return (folder / MARK).read_text(encoding="utf-8") != _MARKED


@contextmanager
def held(target: Path) -> Iterator[int]:
    """Keep every other build away from a site; raises `BusyError` when one is going on.

    Gives the descriptor of the lock, for the process that builds: it may outlive this one.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with lock(beside(target, "lock")) as handle:
            yield handle
    except HeldError as held:
        hint = say("wait until it finishes")
        if not held.holder:
            raise BusyError(
                say("another build of '{path}' is running", path=target), hint
            ) from None
        message = say(
            "another build of '{path}' is running, process {process}",
            path=target,
            process=held.holder,
        )
        raise BusyError(message, hint) from None


def put_back(target: Path) -> bool:
    """Undo what an interruption left of a swap; whether there was a site to put back.

    What was begun and not finished goes. To be called while the site is held.
    """
    new, old = beside(target, "new"), beside(target, "old")
    is_lost = not os.path.lexists(target) and (old / MARK).is_file() and is_ours(old)
    if is_lost:
        old.rename(target)
    for rest in (new, old):
        if not is_ours(rest):
            raise _strange(rest)
        shutil.rmtree(rest, ignore_errors=True)
    return is_lost


def was_interrupted(target: Path) -> bool:
    """Whether a swap was cut off between its two steps: the site stands under its other name."""
    return not os.path.lexists(target) and (beside(target, "old") / MARK).is_file()


@contextmanager
def replaced(target: Path, *, drafts: bool = False) -> Iterator[Path]:
    """Gives a new folder to fill, which is put in place of `target` when nothing was raised.

    To be used while the site is held.
    """
    new = beside(target, "new")
    try:
        claim(new, drafts=drafts)
        yield new
        swap(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def swap(new: Path, target: Path) -> None:
    """Put a new site in place of the old one, which goes."""
    old = beside(target, "old")
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)


def _elsewhere() -> Message:
    return say("give an empty or new folder")


def _strange(folder: Path) -> ForeignError:
    """What is said of a folder that bears no mark of ours."""
    if not (folder / "sitemap.xml").is_file():
        return ForeignError(say("'{path}' contains other files", path=folder), _elsewhere())
    message = say(
        "'{path}' lacks '{mark}', which marks a folder built by newsroom", path=folder, mark=MARK
    )
    return ForeignError(
        message, say("delete it yourself if it is an earlier site, or give a new folder")
    )


def _resolved(target: Path) -> Path:
    return target.parent.resolve() / target.name


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in a single step; `False` where the system cannot.

    Linux can, and Python has no function for it.
    """
    at_folder, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(at_folder, os.fsencode(one), at_folder, os.fsencode(other), exchange) == 0)
