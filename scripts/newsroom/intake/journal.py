"""Several files changed as one: after a kill at any moment the next command makes it all or none.

The new texts are written into `.newsroom/` first, beside the old ones. Then a plan is put there in
one step; from then on the change is decided, and what a kill leaves of it is brought to its end by
`finish`. Without a plan nothing was touched yet, and the folder is thrown away. Only where somebody
has changed one of the files meanwhile is all of it taken back: nobody else's text is written over.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from newsroom.record.locks import HeldError, lock

FOLDER, LOCK, PLAN = ".newsroom", ".newsroom.lock", "plan.json"
PATIENCE = 5.0
"""Seconds to wait for another command, which needs some hundredths of one to write."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a change; its text lies in the folder as `<number>.new` until it is placed."""

    path: str
    """From the root."""
    before: str | None
    """The SHA-256 of what stood there; `None` where nothing did."""
    after: str | None
    """That of what is to stand there; `None` for a file that is taken away."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of several files that is decided: its plan lies in the folder."""

    root: Path
    steps: tuple[Step, ...]
    folders: tuple[str, ...]
    """Those that have to be made, outer ones first."""

    def apply(self) -> None:
        """Place what is not placed yet; raises `OSError` where something else stands by now."""
        for folder in self.folders:
            (self.root / folder).mkdir(exist_ok=True)
        for at, step in enumerate(self.steps):
            target = self.root / step.path
            if not self._new(at).exists():
                continue
            if _digest(target) not in (step.before, step.after):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
            if step.after is None:
                target.unlink(missing_ok=True)
                self._new(at).unlink()
            else:
                _move(self._new(at), target)

    def take_back(self) -> None:
        """Put back what stood there before; what somebody has changed since stays as it is."""
        for at, step in enumerate(self.steps):
            target = self.root / step.path
            if _digest(target) != step.after:
                continue
            if step.before is None:
                target.unlink(missing_ok=True)
            else:
                _move(self._old(at), target)
        for folder in reversed(self.folders):
            with suppress(OSError):  # something else is in it by now, or it was never made
                (self.root / folder).rmdir()

    def is_possible(self) -> bool:
        """Whether the places of all files still to be placed are as they were."""
        return all(
            _digest(self.root / step.path) in (step.before, step.after)
            for at, step in enumerate(self.steps)
            if self._new(at).exists()
        )

    def clear(self) -> None:
        """Throw the folder away; the plan first, as the change is over."""
        for step in self.steps:
            _beside(self.root / step.path).unlink(missing_ok=True)
        (self.root / FOLDER / PLAN).unlink(missing_ok=True)
        _throw_away(self.root / FOLDER)

    def _new(self, at: int) -> Path:
        return self.root / FOLDER / f"{at}.new"

    def _old(self, at: int) -> Path:
        return self.root / FOLDER / f"{at}.old"


Contents = Mapping[str, str | bytes | None]
"""What files below a root are to hold; `None` for one that is taken away."""


def change_files(root: Path, texts: Contents) -> None:
    """Give files below `root` new texts, all of them or none; makes those that are not there.

    A file that is given none is taken away.

    When that fails with `OSError`, or with `HeldError` while another command writes, all is as it
    was.
    """
    with lock(root / LOCK, timeout=PATIENCE):
        _finish(root)
        try:
            change = _plan(root, texts)
        except BaseException:
            _throw_away(root / FOLDER)
            raise
        try:
            change.apply()
        except BaseException:
            change.take_back()
            change.clear()
            raise
        with suppress(OSError):  # all is written; the next command clears what is left
            change.clear()


def finish(root: Path) -> tuple[bool, tuple[str, ...]]:
    """Bring to its end what a kill has cut off; whether it was done or taken back, and which files.

    Nothing is done while another command writes: it does so itself.
    """
    if not os.path.lexists(root / FOLDER) and not os.path.lexists(root / LOCK):
        return True, ()
    try:
        with lock(root / LOCK, timeout=PATIENCE):
            return _finish(root)
    except HeldError:
        return True, ()


def _finish(root: Path) -> tuple[bool, tuple[str, ...]]:
    folder = root / FOLDER
    if not os.path.lexists(folder):
        return True, ()
    change = _read_plan(root)
    if change is None:
        _throw_away(folder)
        return True, ()
    is_done = change.is_possible()
    change.apply() if is_done else change.take_back()
    change.clear()
    return is_done, tuple(step.path for step in change.steps)


def _plan(root: Path, texts: Contents) -> Change:
    """Write down all that is needed; nothing but the folder is touched."""
    folder = root / FOLDER
    folder.mkdir()
    steps = tuple(_prepare(root, at, *item) for at, item in enumerate(texts.items()))
    change = Change(root, steps, _missing(root, texts))
    draft = folder / f"{PLAN}.new"
    _write(draft, json.dumps([[asdict(step) for step in steps], change.folders]).encode())
    draft.replace(folder / PLAN)
    return change


def _prepare(root: Path, at: int, path: str, content: str | bytes | None) -> Step:
    target, new = root / path, root / FOLDER / f"{at}.new"
    data = content.encode() if isinstance(content, str) else content
    _write(new, data or b"")
    before = _digest(target)
    if before is not None:
        shutil.copymode(target, new)
        shutil.copy2(target, root / FOLDER / f"{at}.old")
    after = None if data is None else hashlib.sha256(data).hexdigest()
    return Step(path, before, after)


def _read_plan(root: Path) -> Change | None:
    """The plan, if there is one and it can be trusted: a strange repository may bring one along."""
    try:
        text = (root / FOLDER / PLAN).read_text(encoding="utf-8")
        steps, folders = json.loads(text)
        change = Change(root, tuple(Step(**step) for step in steps), tuple(map(str, folders)))
        paths = [*(step.path for step in change.steps), *change.folders]
        is_sound = all(_is_below(root, path) for path in paths)
    except (FileNotFoundError, TypeError, ValueError):
        return None
    return change if is_sound else None


def _is_below(root: Path, path: str) -> bool:
    """Whether a path leads to a place below the root, and through no link to another."""
    parts = Path(path).parts
    folder = (root / path).parent.resolve()
    return bool(parts) and ".." not in parts and folder.is_relative_to(root.resolve())


def _missing(root: Path, paths: Contents) -> tuple[str, ...]:
    """The folders the files need and that are not there, outer ones first."""
    needed = {parent for path in paths for parent in Path(path).parents}
    return tuple(str(folder) for folder in sorted(needed) if not (root / folder).exists())


def _throw_away(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _write(file: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it: the plan must not arrive before the texts."""
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _digest(file: Path) -> str | None:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _move(file: Path, target: Path) -> None:
    """Put a file in place in one step, also where that lies on another disk."""
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copy2(file, _beside(target))
        _beside(target).replace(target)
        file.unlink()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.newsroom")
