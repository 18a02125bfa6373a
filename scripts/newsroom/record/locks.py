"""One at a time: a lock the system itself lets go when the program that holds it ends or is killed.

So there is none to be cleared away by hand. It lies in a small file that names its holder and is
deleted with the work done.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_INTERVAL = 0.05


class HeldError(Exception):
    """Another program holds the lock; `holder` is the number of its process, if that is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def lock(file: Path, *, timeout: float = 0) -> Iterator[int]:
    """Hold the lock `file`; raises `HeldError` when another has it still after `timeout` seconds.

    Gives the descriptor: a process it is handed on to holds the lock, too, until it has ended.
    """
    end = time.monotonic() + timeout
    while (handle := _take(file)) is None:
        if time.monotonic() >= end:
            raise HeldError(_holder(file))
        time.sleep(_INTERVAL)
    try:
        os.truncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield handle
    finally:
        # Deleted while it is held, so that nobody's lock is deleted but one's own.
        with suppress(OSError):
            file.unlink()
        os.close(handle)


def _take(file: Path) -> int | None:
    """The file once it is locked and still the one of that name; `None` if another holds it."""
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        if not _is_locked_by_us(handle):
            os.close(handle)
            return None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), file.stat()):
                return handle
        os.close(handle)


def _holder(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _is_locked_by_us(handle: int) -> bool:
        os.lseek(handle, 64, os.SEEK_SET)  # behind the number, which others read
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _is_locked_by_us(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
