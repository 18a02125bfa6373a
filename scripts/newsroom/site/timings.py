"""Where the time of a build goes, by what is being made."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from newsroom.site.output import SiteFile

ASKED = "NEWSROOM_TIMINGS"
"""The variable that names the file the times are written to."""

READING, TEXTS, PAGES, STORIES, SEARCH, PICTURES, FILES = (
    "reading",
    "texts",
    "pages",
    "stories",
    "search",
    "pictures",
    "files",
)
"""What a build does, in its order; `files` are feeds, calendars and data."""
_FOLDERS = {"stories": STORIES, "search": SEARCH, "assets": PICTURES, "media": PICTURES}


class Stopwatch:
    """The seconds each stage has taken."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        """Count what is done meanwhile."""
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += perf_counter() - begun

    def over(self, files: Iterable[SiteFile]) -> Iterator[SiteFile]:
        """The files, which are made one by one as they are asked for; each counts for its stage."""
        begun = perf_counter()
        for file in files:
            self.seconds[stage_of(file.path)] += perf_counter() - begun
            yield file
            begun = perf_counter()

    def write(self, file: Path) -> None:
        """Hand the times on as JSON: the seconds by stage."""
        file.write_text(json.dumps(self.seconds), encoding="utf-8")


def stage_of(path: str) -> str:
    """The stage a file of the site is made in."""
    folder = next((it for it in path.split("/")[:-1] if it in _FOLDERS), "")
    return _FOLDERS.get(folder) or (PAGES if path.endswith(".html") else FILES)
