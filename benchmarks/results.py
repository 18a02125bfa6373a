"""The measurements as a Markdown page."""

import math
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from benchmarks.files import table
from benchmarks.measure import Measurement
from benchmarks.stages import Stages, stages_table

Rounds = Sequence[Measurement]

_COLUMNS = ("pairs", "build", "CPU s", "wall s", "peak MiB", "pages", "HTML MB", "all MB")
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "hugo")


_ASIDE = (
    "Stages with (*) make what neither peer makes. The clocks themselves take some of it. "
    "Share cards are kept from a build before."
)


def results_page(
    results: Mapping[int, Mapping[str, Rounds]], yardstick: str, stages: Mapping[int, Stages]
) -> str:
    """The whole page: the machine, a table, how CPU grows with the record, and where ours goes.

    `results` are the rounds of each build by number of pairs and name; ratios are to `yardstick`,
    within one round each. `stages` are those of our build by number of pairs.
    """
    rows = [
        _row(pairs, name, rounds, builds.get(yardstick))
        for pairs, builds in results.items()
        for name, rounds in builds.items()
    ]
    head = (*_COLUMNS, f"CPU to {yardstick} (by round)")
    numbers = [at for at, column in enumerate(_COLUMNS) if column != "build"]
    blocks = ["# Results", _machine(), table(head, rows, numbers), *_growth(results)]
    for pairs, spent in stages.items():
        title = f"## Where a build of ours spends its CPU, {pairs} pairs"
        blocks += [title, _ASIDE, stages_table(spent)]
    return "\n\n".join(blocks) + "\n"


def _row(pairs: int, name: str, rounds: Rounds, beside: Rounds | None) -> Sequence[str]:
    cpu, wall, peak = (
        statistics.median(values)
        for values in zip(*((it.cpu, it.wall, it.peak) for it in rounds), strict=True)
    )
    last = rounds[-1]
    return (
        f"{pairs}",
        name,
        f"{cpu:.2f}",
        f"{wall:.2f}",
        f"{peak / 2**20:.0f}",
        f"{last.pages}",
        f"{last.html / 1e6:.1f}",
        f"{last.size / 1e6:.1f}",
        _ratios(rounds, beside) if beside else "",
    )


def _ratios(rounds: Rounds, beside: Rounds) -> str:
    """The median of the ratios, and in brackets that of each round."""
    ratios = [ours.cpu / theirs.cpu for ours, theirs in zip(rounds, beside, strict=True)]
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    return f"**{statistics.median(ratios):.2f}** ({each})"


def _growth(results: Mapping[int, Mapping[str, Rounds]]) -> list[str]:
    """A line about growth from the smallest record to the largest; none for a single one."""
    few, many = min(results), max(results)
    if few == many:
        return []
    exponents = (
        f"{name} {_exponent(results[few][name], results[many][name], many / few):.2f}"
        for name in results[few]
    )
    return [f"Growth of CPU from {few} to {many} pairs (1 is linear): {', '.join(exponents)}."]


def _exponent(few: Rounds, many: Rounds, factor: float) -> float:
    small, large = (statistics.median(it.cpu for it in rounds) for rounds in (few, many))
    return math.log(large / small) / math.log(factor)


def _machine() -> str:
    tools = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    return f"{system}, Python {platform.python_version()}, {tools}. Medians of the rounds."
