"""Where a build of ours spends its CPU, stage by stage: `python -m benchmarks.stages RECORD`.

Clocks are put round the functions each stage goes through; what a stage calls of another one counts
there and not here. `ASIDE` names the stages the peers and earlier states have no part in, so that
like is compared with like: what is left is pages, search and Atom.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from importlib import import_module
from inspect import isgeneratorfunction
from pathlib import Path
from typing import Any

from benchmarks.files import table

WRITING, WRITING_ASIDE = "writing", "writing them"

STAGES: Mapping[str, tuple[str, ...]] = {
    "reading": ("newsroom.record.catalogue:Catalogue.load",),
    "checking the form": ("newsroom.adapters.mkdocs:check_form",),
    "texts": ("newsroom.site.site:render_texts",),
    "drawings": ("newsroom.site.locale_views:LocaleView.graphic",),
    "values of pages": ("newsroom.site.views:Views.values",),
    "templates": ("newsroom.site.templates:Templates.render",),
    "isolating": ("newsroom.site.output:isolate_html",),
    "search": ("newsroom.site.output:search_files",),
    "share cards": ("newsroom.adapters.mkdocs:card_files",),
    "photographs": ("newsroom.adapters.mkdocs:picture_files",),
    WRITING: ("newsroom.adapters.mkdocs:write_file",),
}
"""The functions that a stage is entered by, each where its caller looks it up."""
OUTPUTS = "newsroom.site.publication"
"""The module whose `MAKERS` make the files that are no pages; each is a stage, Atom by itself."""
ATOM, REST = "Atom", "MkDocs and the rest"
ASIDE = (
    *("drawings", "share cards", "photographs", "feeds.json", "calendars", "story_files"),
    *("dataset", "graphs", "robots", "opensearch", "editions", WRITING_ASIDE),
)

Stages = Mapping[str, float]
"""Seconds by stage, the longest first."""


class Stopwatch:
    """Adds the CPU time of this process to the stage that is being gone through."""

    def __init__(self) -> None:
        self.spent = defaultdict[str, float](float)
        self._stack, self._last = [REST], time.process_time()
        self._made = REST

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count for a stage what is done within; the one it was entered from waits.

        What is done for one of `ASIDE` is its own, and so is the writing of what it has made.
        """
        self._count()
        if name == WRITING and self._made in ASIDE:
            name = WRITING_ASIDE
        self._stack.append(self._stack[-1] if self._stack[-1] in ASIDE else name)
        try:
            yield
        finally:
            self._count()
            self._made = self._stack.pop()

    def _count(self) -> None:
        now = time.process_time()
        self.spent[self._stack[-1]] += now - self._last
        self._last = now

    def result(self) -> Stages:
        """Seconds by stage, the longest first."""
        self._count()
        return dict(sorted(self.spent.items(), key=lambda it: -it[1]))

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a clock round it; of a generator, round each step."""

        @wraps(function)
        def timed(*args: Any, **named: Any) -> Any:
            with self.stage(name):
                return function(*args, **named)

        @wraps(function)
        def stepped(*args: Any, **named: Any) -> Iterator[Any]:
            steps, end = function(*args, **named), object()
            while True:
                with self.stage(name):
                    step = next(steps, end)
                if step is end:
                    return
                yield step

        return stepped if isgeneratorfunction(function) else timed


def put_clocks(watch: Stopwatch) -> None:
    """Put a clock round every function of `STAGES`, and round what makes each file of data."""
    for stage, places in STAGES.items():
        for place in places:
            module, _, path = place.partition(":")
            *owners, name = path.split(".")
            owner: Any = import_module(module)
            for it in owners:
                owner = getattr(owner, it)
            found = vars(owner)[name]
            function = getattr(found, "__func__", found)
            timed = watch.around(stage, function)
            setattr(owner, name, type(found)(timed) if function is not found else timed)
    publication = import_module(OUTPUTS)
    publication.MAKERS = tuple(_made(watch, maker) for maker in publication.MAKERS)  # type: ignore[attr-defined]


def _made(watch: Stopwatch, maker: Callable[..., Any]) -> Callable[..., Any]:
    """A maker of files whose stage is named after its module."""
    name = maker.__module__.rpartition(".")[2]

    def timed(site: Any) -> Iterator[Any]:
        for output in watch.around(name, lambda: list(maker(site)))():
            stage = _stage_of(name, output.path)
            make = output.make and watch.around(stage, output.make)
            yield replace(output, make=make)

    return timed


def _stage_of(name: str, path: str) -> str:
    """Of feeds there were those in Atom before those in JSON."""
    return name if name != "feeds" else ATOM if path.endswith(".xml") else "feeds.json"


def stages_table(spent: Stages) -> str:
    """The stages with their seconds, and what is left without `ASIDE`."""
    total = sum(spent.values())
    aside = sum(seconds for stage, seconds in spent.items() if stage in ASIDE)
    sums = {"pages, search and Atom": total - aside, "aside (*)": aside, "all": total}
    rows = [
        [f"{name} (*)" if name in ASIDE else name, f"{seconds:.2f}", f"{seconds / total:.0%}"]
        for name, seconds in (*spent.items(), *sums.items())
    ]
    return table(("stage", "CPU s", "share"), rows, (1, 2))


def main() -> None:
    """Build a record with clocks and print the table, or with `--json` the seconds by stage."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stages",
        description="Say where a build of ours spends its CPU.",
        epilog="example: python -m benchmarks.stages benchmarks/work/1000/ours",
    )
    parser.add_argument("record", type=Path, help="a tree that can be built; its site is replaced")
    parser.add_argument("--json", action="store_true", help="the seconds alone")
    arguments = parser.parse_args()
    watch = Stopwatch()
    put_clocks(watch)
    _build(arguments.record)
    spent = watch.result()
    sys.stdout.write(f"{json.dumps(spent) if arguments.json else stages_table(spent)}\n")


def _build(record: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(record / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


if __name__ == "__main__":
    main()
