"""The figures as a Markdown page."""

import os
import platform
from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from benchmarks.files import table
from benchmarks.search.peers import Peer
from benchmarks.search.quality import Answers
from benchmarks.search.queries import FEW, TOP, Verdict, read_news_queries
from benchmarks.search.reading import OpenResults
from benchmarks.search.scale import Scale

NOTHING = "nothing"
"""The class of queries that must find nothing."""

OWN = 2
"""How many of the answers are of our own search; they come first."""


def search_page(
    answers: Sequence[Answers],
    opened: Sequence[OpenResults],
    scale: Scale,
    peers: dict[str, Sequence[Peer]],
    tools: str,
) -> str:
    """The whole page: what is found, what it costs, other engines, what is missed."""
    blocks = [
        "# Search",
        "How well the search finds and what it costs; made by `make search`, see `README.md`.",
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, {tools}.",
        *_quality(answers),
        *_reading(answers, opened),
        *_scale(scale),
        *_peers(scale, answers[0], peers),
        *_misses(answers[0]),
    ]
    return "\n\n".join(blocks) + "\n"


def _quality(answers: Sequence[Answers]) -> Iterator[str]:
    yield "## What is found"
    yield (
        f"Each query is typed into the box; for how many an expected page stands first / among "
        f"the first {FEW}. For Material and Pagefind, which know pages only, the page of an event "
        f"or a term is enough. Material indexes Markdown, so what templates make of the data, the "
        f"page of a participant for one, is not in its index."
    )
    kinds = list(dict.fromkeys(verdict.query.kind for verdict in answers[0].verdicts))
    rows = [[kind, str(len(answers[0].of(kind)))] for kind in kinds if kind != NOTHING]
    for row in rows:
        row += [_counts(answer.of(row[0])) for answer in answers]
    answered = [
        [verdict for verdict in answer.verdicts if verdict.query.expected] for answer in answers
    ]
    rows.append(["**all**", str(len(answered[0])), *map(_shares, answered)])
    empty = [answer.of(NOTHING) for answer in answers]
    rows.append(
        [
            "nothing to find, nothing found",
            str(len(empty[0])),
            *(str(sum(verdict.is_first for verdict in them)) for them in empty),
        ]
    )
    yield table(("class", "queries", *(answer.engine for answer in answers)), rows)
    yield from _news(answers)


def _news(answers: Sequence[Answers]) -> Iterator[str]:
    """Of our own search: whether news are shown where they have what is asked for."""
    asked = len(read_news_queries())
    counts = [f"{asked - len(it.without_news)} ({it.engine})" for it in answers[:OWN]]
    yield (
        f"Of {asked} queries whose words articles hold, so many show an article among the first "
        f"{TOP}: {', '.join(counts)}."
    )
    missed = dict.fromkeys(query.text for it in answers[:OWN] for query in it.without_news)
    yield from (f"* {text}" for text in missed)


def _reading(answers: Sequence[Answers], opened: Sequence[OpenResults]) -> Iterator[str]:
    yield "## With results open"
    violations = [found for it in opened for found in it.violations]
    complaints = [said for it in opened for said in it.complaints]
    complaints += [said for answer in answers for said in answer.complaints]
    yield (
        f"{len(opened)} views: both languages, light and dark, 390 and 1440 px, the box and the "
        f"search page. axe: {len(violations)} violations; console and policy: {len(complaints)} "
        f"complaints, over all queries as well."
    )
    yield from (f"* {finding}" for finding in dict.fromkeys((*violations, *complaints)))


def _scale(scale: Scale) -> Iterator[str]:
    yield f"## At {scale.pairs:,} article pairs"
    yield table(
        ("figure", "bar", "measured"),
        [
            ("bytes before the box is reached for", "0", f"{scale.before}"),
            (
                "bytes of a first query, code included, gzip",
                "≤ 150 KB",
                f"median {median(scale.bytes) / 1000:.0f} KB, "
                f"most {max(scale.bytes) / 1000:.0f} KB, {max(scale.requests)} requests at most",
            ),
            ("focus to first results", "≤ 500 ms", _times(scale.first)),
            ("key to updated results", "≤ 50 ms", _times(scale.keys)),
            (
                f"CPU of the build, {scale.pages:,} pages",
                "≤ 0.3 ms a page",
                f"{scale.cpu_per_page:.2f} ms a page, "
                f"{scale.index_cpu / scale.build_cpu:.0%} of the build",
            ),
            (
                "index on disk",
                "",
                f"{scale.disk / 1e6:.1f} MB, zipped {scale.disk_zipped / 1e6:.1f} MB; "
                f"the text is {scale.text / 1e6:.1f} MB",
            ),
        ],
    )


def _peers(scale: Scale, own: Answers, peers: dict[str, Sequence[Peer]]) -> Iterator[str]:
    yield "## Other engines on the same folded records"
    yield (
        "MiniSearch and Pagefind are given the entries as our index files them (folded, stemmed, "
        "with every spelling of the names they mention) and the queries likewise; what remains is "
        "the engine. CPU is of indexing alone, which for ours includes folding."
    )
    small, large = peers.values()
    expected = [verdict for verdict in own.verdicts if verdict.query.expected]
    rows = [
        [
            "ours",
            _shares(expected),
            f"{median(scale.bytes) / 1000:.0f} KB",
            f"{scale.disk / 1e6:.1f} MB",
            f"{scale.index_cpu:.1f} s",
            "yes",
        ]
    ]
    for little, big in zip(small, large, strict=True):
        asked = [verdict for verdict in little.verdicts if verdict.query.expected]
        rows.append(
            [
                little.name,
                _shares(asked),
                f"{big.bytes / 1000:,.0f} KB",
                f"{big.disk / 1e6:.1f} MB",
                f"{big.cpu:.1f} s",
                "yes, as a script" if little.name == "MiniSearch" else "no: fetch, WebAssembly",
            ]
        )
    head = (
        *("engine", f"first / among the first {FEW}", f"first query at {scale.pairs:,} pairs"),
        *("index on disk", "CPU", "opens from disk under the policy"),
    )
    yield table(head, rows)


def _misses(own: Answers) -> Iterator[str]:
    missed = [verdict for verdict in own.verdicts if not verdict.is_among_few]
    if missed:
        yield "## What is missed"
        yield "\n".join(f"* {it.query.text} ({it.query.lang}, {it.query.kind})" for it in missed)


def _counts(verdicts: Sequence[Verdict]) -> str:
    few = sum(verdict.is_among_few for verdict in verdicts)
    return f"{sum(verdict.is_first for verdict in verdicts)} / {few}"


def _shares(verdicts: Sequence[Verdict]) -> str:
    first = sum(verdict.is_first for verdict in verdicts) / len(verdicts)
    few = sum(verdict.is_among_few for verdict in verdicts) / len(verdicts)
    return f"**{first:.1%} / {few:.1%}**"


def _times(values: Sequence[float]) -> str:
    middle, most = median(values), quantiles(values, n=20, method="inclusive")[-1]
    return f"median {middle:.0f} ms, 95 % within {most:.0f} ms"
