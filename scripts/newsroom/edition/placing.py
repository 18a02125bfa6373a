"""Files made beside where they go, and put there when all of them are whole; on a failure, none."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from newsroom.record.locks import lock

_NEW, _LOCK = ".edition.new", ".edition.lock"


def place_files(folder: Path, makers: Mapping[str, Callable[[Path], None]]) -> None:
    """Make files of a folder by name, each by what is given the path to write it to.

    Raises `HeldError` while another program does so in the same folder, and whatever a maker does.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / _NEW
    try:
        with lock(folder / _LOCK):
            try:
                shutil.rmtree(new, ignore_errors=True)  # what a program that was killed has left
                new.mkdir()
                for name, make in makers.items():
                    make(new / name)
                for name in makers:
                    (new / name).replace(folder / name)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
