"""Files put into the record, all of them or none."""

import os
from collections.abc import Mapping
from pathlib import Path

from newsroom.record.documents import Reading
from newsroom.record.problems import say


def refuse_existing(root: Path, files: Mapping[str, str], reading: Reading) -> None:
    """Report each file that is there already; nothing is ever written over."""
    for path in files:
        if os.path.lexists(root / path):
            hint = "give another --slug or --id, or move the file away"
            reading.report(1, "file-exists", f"'{path}' is there already", hint)


def write_files(root: Path, files: Mapping[str, str], reading: Reading) -> bool:
    """Write the files by their path below `root`; on any failure the folder is as it was.

    Each is written whole beside its place and then linked into it, which fails where something
    stands already.
    """
    refuse_existing(root, files, reading)
    if reading.problems:
        return False
    targets = [root / path for path in files]
    done: list[Path] = []
    folders: list[Path] = []
    try:
        for target, text in zip(targets, files.values(), strict=True):
            _make_folder(target.parent, folders)
            done.append(_beside(target))
            _beside(target).write_text(text, encoding="utf-8", newline="\n")
        for target in targets:
            os.link(_beside(target), target)
            done.append(target)
    except BaseException as error:
        _take_back(done, folders)
        if not isinstance(error, OSError):
            raise
        reading.report(1, "file-unwritable", f"cannot be written: {error.strerror}")
        return False
    for target in targets:
        _beside(target).unlink()
    return True


def replace_files(root: Path, files: Mapping[str, str], reading: Reading) -> bool:
    """Put new texts in the place of old ones; on any failure every file is as it was."""
    old: dict[Path, bytes] = {}
    try:
        for path, text in files.items():
            _beside(root / path).write_text(text, encoding="utf-8", newline="")
        for path in files:
            old[root / path] = (root / path).read_bytes()
            _beside(root / path).replace(root / path)
    except BaseException as error:
        for path in files:
            _beside(root / path).unlink(missing_ok=True)
        for target, data in old.items():
            target.write_bytes(data)
        if not isinstance(error, OSError):
            raise
        message = say("cannot be written: {reason}", reason=error.strerror)
        reading.report(1, "file-unwritable", message)
        return False
    return True


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
        made.append(path)


def _take_back(files: list[Path], folders: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    for folder in reversed(folders):
        folder.rmdir()
