"""Lighthouse on a simulated phone with a slow line: the medians of several runs."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.audit.figures import Figure, SitePage, figure
from benchmarks.audit.serving import ServedSite
from benchmarks.audit.tools import CHROMIUM_FLAGS, MODULES, node, node_environment

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

_TIMINGS = {"lcp": "largest-contentful-paint", "cls": "cumulative-layout-shift"}

Run = dict[str, Any]
"""The report of Lighthouse as it stands in its JSON."""


def lighthouse(server: ServedSite, page: SitePage, runs: int) -> Iterator[Figure]:
    """Yield the median of each category (of 100), of LCP (ms) and of CLS, with what cost points."""
    reports = [_run(f"{server.address}{page.path}") for _ in range(runs)]
    for name in CATEGORIES:
        scores = [report["categories"][name]["score"] * 100 for report in reports]
        yield figure(page, name, statistics.median(scores), _defects(reports, name))
    for name, audit in _TIMINGS.items():
        values = [report["audits"][audit]["numericValue"] for report in reports]
        yield figure(page, name, statistics.median(values))


def _run(url: str) -> Run:
    flags = " ".join(("--headless", *CHROMIUM_FLAGS))
    command = (
        *(node(), str(MODULES / "lighthouse" / "cli" / "index.js"), url),
        *("--output=json", "--quiet", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={flags}",
    )
    done = subprocess.run(
        command, env=node_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"Lighthouse failed:\n{done.stderr[-2000:]}")
    report: Run = json.loads(done.stdout)
    if "runtimeError" in report:
        sys.exit(f"Lighthouse failed: {report['runtimeError']['message']}")
    return report


def _defects(reports: Sequence[Run], category: str) -> Iterable[str]:
    """The audits that cost points in half of the runs, with the first element each names."""
    seen: dict[str, int] = {}
    for report in reports:
        for name in _costly(report, category):
            seen[name] = seen.get(name, 0) + 1
    return [name for name, times in seen.items() if times * 2 >= len(reports)]


def _costly(report: Run, category: str) -> Iterator[str]:
    for part in report["categories"][category]["auditRefs"]:
        audit = report["audits"][part["id"]]
        score = audit["score"]
        if part["weight"] and score is not None and score < (0.9 if "numericValue" in audit else 1):
            items = audit.get("details", {}).get("items", [])
            nodes = [item["node"]["selector"] for item in items if "node" in item]
            yield " at ".join((audit["id"], *nodes[:1]))
