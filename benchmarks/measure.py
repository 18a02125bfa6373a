"""One build, measured: a child process from a cold start, with what it used and wrote."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SITE = "site"
"""The folder of a tree that a build writes."""

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that one count of `ru_maxrss` stands for."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one build used and wrote."""

    cpu: float
    """Seconds, user and system, of the process and all it started."""
    wall: float
    """Seconds."""
    peak: int
    """Bytes of memory resident at most."""
    pages: int
    """HTML files written."""
    html: int
    """Bytes of them."""
    size: int
    """Bytes of all files written."""


class BuildFailedError(Exception):
    """A build that did not end well, with the end of what it said."""


class Tree:
    """A folder that a generator builds in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._given = frozenset(entry.name for entry in root.iterdir())

    def measure(self, command: Sequence[str], environment: Mapping[str, str]) -> Measurement:
        """Build from nothing: the site and every cache of the build before are removed first.

        Raises `BuildFailedError` when the command fails or writes no home page.
        """
        self._clear()
        os.sync()
        cpu, wall, peak = _run(command, self.root, environment)
        files = [file for file in (self.root / SITE).rglob("*") if file.is_file()]
        pages = [file for file in files if file.suffix == ".html"]
        if not (self.root / SITE / "index.html").is_file():
            raise BuildFailedError(f"{command[0]}: no home page was written")
        return Measurement(cpu, wall, peak, len(pages), _size(pages), _size(files))

    def _clear(self) -> None:
        for entry in self.root.iterdir():
            if entry.name not in self._given:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> tuple[float, float, int]:
    """CPU and wall time in seconds and peak memory in bytes of a command that succeeds."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        end = said.decode(errors="replace")[-2000:]
        raise BuildFailedError(f"{' '.join(command)} failed:\n{end}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _PEAK_UNIT


def _size(files: Sequence[Path]) -> int:
    return sum(file.stat().st_size for file in files)
