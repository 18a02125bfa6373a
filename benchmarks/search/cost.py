"""What the index costs a build: CPU time of reading the pages and writing the index.

A process of its own, `python -m benchmarks.search.cost <record> <site>`, because what is measured
is the build's own process: it builds once and prints seconds as JSON.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

import newsroom.adapters.mkdocs
import newsroom.site.output
from newsroom.site.search import search_files


class _Clock:
    """Adds up CPU seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.idle = 0.0
        """What repeating cost, which is no part of a build."""

    def __enter__(self) -> None:
        self._start = process_time()

    def __exit__(self, *error: object) -> None:
        self.seconds += process_time() - self._start


_CLOCK = _Clock()
TIMES = 3
"""How often the index is made; the fastest counts, as what else runs can only slow it down."""


def _timed_files(*arguments: Any) -> Iterator[tuple[str, str]]:
    times = []
    for _ in range(TIMES):
        start = process_time()
        files = list(search_files(*arguments))
        times.append(process_time() - start)
    _CLOCK.seconds += min(times)
    _CLOCK.idle += sum(times) - min(times)
    yield from files


def _timed(write: Any) -> Any:
    def timed(*arguments: Any) -> None:
        with _CLOCK:
            write(*arguments)

    return timed


def main() -> None:
    root, site = map(Path, sys.argv[1:])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    vars(newsroom.site.output)["search_files"] = _timed_files
    vars(newsroom.adapters.mkdocs)["write_file"] = _timed(
        vars(newsroom.adapters.mkdocs)["write_file"]
    )
    os.chdir(root)
    start = process_time()
    build(load_config("mkdocs.yml", site_dir=str(site), strict=True))
    print(json.dumps({"index": _CLOCK.seconds, "build": process_time() - start - _CLOCK.idle}))


if __name__ == "__main__":
    main()
