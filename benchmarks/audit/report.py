"""The figures as a Markdown page."""

import os
import platform
from collections.abc import Iterator, Sequence

from benchmarks.audit.bars import BARS, MEASURES, SECTIONS, Bar, Section
from benchmarks.audit.figures import KINDS, LANGS, Figure

_FEW = 20
"""Findings told of one measure; the rest is counted."""


def audit_page(figures: Sequence[Figure], runs: int, tools: str) -> str:
    """The whole page: the bars, a table for each section that was measured, the findings."""
    blocks = [
        "# Audit",
        "What a reader meets, measured on the built site; made by `make audit`, see `README.md`.",
        _machine(runs, tools),
        _bars(figures),
        *(block for section in SECTIONS for block in _section(section, figures)),
        *_findings(figures),
    ]
    return "\n\n".join(blocks) + "\n"


def _machine(runs: int, tools: str) -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    return f"{system}, {tools}. Lighthouse: medians of {runs} runs."


def _bars(figures: Sequence[Figure]) -> str:
    head = ("bar", "limit", "worst", "where", "met")
    return _table(head, [row for bar in BARS for row in _bar(bar, figures)], numbers=(1, 2))


def _bar(bar: Bar, figures: Sequence[Figure]) -> Iterator[Sequence[str]]:
    worst = bar.worst(figures)
    if worst:
        measure = MEASURES[worst.measure]
        sign = "≥" if bar.at_least else "≤"
        limit = f"{sign} {bar.limit / measure.unit:g}" if bar.limit else "0"
        met = bar.is_met(worst.value)
        where = f"{worst.kind}, {worst.lang}" if worst.value != bar.limit else ""
        yield bar.title, limit, measure.print(worst.value), where, "yes" if met else "**no**"


def _section(section: Section, figures: Sequence[Figure]) -> Iterator[str]:
    values = {(it.kind, it.lang, it.measure): it.value for it in figures}
    columns = [it for it in section.measures if any(key[2] == it.name for key in values)]
    if not columns:
        return
    rows = []
    for kind, lang in ((kind, lang) for kind in KINDS for lang in LANGS):
        cells = [(it, values.get((kind, lang, it.name))) for it in columns]
        if any(value is not None for _, value in cells):
            printed = ("" if value is None else it.print(value) for it, value in cells)
            rows.append((kind, lang, *printed))
    yield f"## {section.title}"
    yield section.text
    head = ("page", "", *(it.heading for it in columns))
    yield _table(head, rows, numbers=range(2, len(head)))


def _findings(figures: Sequence[Figure]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for it in figures:
        found.setdefault(it.measure, []).extend(it.details)
    lines = [
        line
        for measure, details in found.items()
        if details
        for line in _told(measure, list(dict.fromkeys(details)))
    ]
    if lines:
        yield "## Findings"
        yield "\n".join(lines)


def _told(measure: str, details: Sequence[str]) -> Iterator[str]:
    yield f"* {measure}"
    for detail in details[:_FEW]:
        yield f"  * {detail.replace('<', '&lt;').replace('|', '&#124;')}"
    if len(details) > _FEW:
        yield f"  * and {len(details) - _FEW} more"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> str:
    ruler = ["---:" if at in numbers else "---" for at in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ruler, *rows))
