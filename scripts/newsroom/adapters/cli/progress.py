"""A word to who waits: what takes longer than a moment says on a terminal that it goes on."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

MOMENT = 2.0
"""Seconds nothing is said for."""
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_shown(say_after: Callable[[int], str]) -> Iterator[None]:
    """Print what is said after so many seconds to a terminal, once a moment has passed.

    They go when the work is done. Nothing is printed where standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_tick, args=(say_after, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _tick(say_after: Callable[[int], str], done: threading.Event) -> None:
    begun = monotonic()
    wait = MOMENT
    while not done.wait(wait):
        sys.stderr.write(f"{_CLEAR}{say_after(round(monotonic() - begun))}")
        sys.stderr.flush()
        wait = 0.5
    if monotonic() - begun > MOMENT:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
