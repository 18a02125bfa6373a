"""The figures as a Markdown page."""

import os
import platform
from collections.abc import Iterator, Sequence

from benchmarks.audit.bars import BARS, MEASURES, SECTIONS, Bar, Section
from benchmarks.audit.figures import KINDS, LANGS, OURS, STARLIGHT, Figure, of_site
from benchmarks.files import table

_FEW = {OURS: 20, STARLIGHT: 3}
"""Findings told of one measure; the rest is counted."""


def audit_page(figures: Sequence[Figure], runs: int, tools: str) -> str:
    """The whole page: the bars, the peer, a table for each section measured, the findings."""
    ours, theirs = of_site(OURS, figures), of_site(STARLIGHT, figures)
    blocks = [
        "# Audit",
        "What a reader meets, measured on the built site; made by `make audit`, see `README.md`.",
        _machine(runs, tools),
        _bars(ours),
        *_beside(ours, theirs),
        *(block for section in SECTIONS for block in _section(section, ours)),
        *_findings("Findings", OURS, ours),
        *_findings(f"Found on {STARLIGHT}", STARLIGHT, theirs),
    ]
    return "\n\n".join(blocks) + "\n"


def _machine(runs: int, tools: str) -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    return f"{system}, {tools}. Times: medians of {runs} runs."


def _bars(figures: Sequence[Figure]) -> str:
    head = ("bar", "limit", "worst", "where", "met")
    return table(head, [row for bar in BARS for row in _bar(bar, figures)], numbers=(1, 2))


def _bar(bar: Bar, figures: Sequence[Figure]) -> Iterator[Sequence[str]]:
    worst = bar.worst(figures)
    if worst:
        measure = MEASURES[worst.measure]
        sign = "≥" if bar.at_least else "≤"
        limit = f"{sign} {bar.limit / measure.unit:g}" if bar.limit else "0"
        met = bar.is_met(worst.value)
        where = f"{worst.kind}, {worst.lang}" if worst.value != bar.limit else ""
        yield bar.title, limit, measure.print(worst.value), where, "yes" if met else "**no**"


def _beside(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterator[str]:
    """The worst page of each site by every bar; none where the peer was not measured."""
    rows = []
    for bar in BARS:
        own, other = bar.worst(ours), bar.worst(theirs)
        if own and other:
            rows.append((bar.title, *_compared(bar, own, other)))
    if rows:
        yield f"## Beside {STARLIGHT}"
        yield "The same record in the same run; the worst page of each site counts."
        yield table(("", "ours", STARLIGHT, "where", "ahead"), rows, numbers=(1, 2))


def _compared(bar: Bar, own: Figure, other: Figure) -> Sequence[str]:
    mine, its = (MEASURES[it.measure].print(it.value) for it in (own, other))
    where = f"{other.kind}, {other.lang}" if own.value != other.value else ""
    ahead = "yes" if bar.is_better(own.value, other.value) else "**no**"
    return mine, its, where, "level" if mine == its else ahead


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
    yield table(head, rows, numbers=range(2, len(head)))


def _findings(title: str, site: str, figures: Sequence[Figure]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for it in figures:
        found.setdefault(it.measure, []).extend(it.details)
    lines = [
        line
        for measure, details in found.items()
        if details
        for line in _told(measure, list(dict.fromkeys(details)), _FEW[site])
    ]
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def _told(measure: str, details: Sequence[str], few: int) -> Iterator[str]:
    yield f"* {measure}"
    for detail in details[:few]:
        yield f"  * {detail.replace('<', '&lt;').replace('|', '&#124;')}"
    if len(details) > few:
        yield f"  * and {len(details) - few} more"
