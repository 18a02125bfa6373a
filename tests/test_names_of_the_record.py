"""The engine, its tests and its benchmarks know nothing of the record beside them."""

import re
from pathlib import Path

import pytest

from .conftest import ROOT

NAMES = re.compile(
    r"(?i)brics|بریکس|(?<![a-z])irna(?![a-z])|ایرنا|[kq]azan|[قک]ازان|tabriz|تبریز|tatar|تاتار|metshin|متشین"
    r"|ilsur|ایلسور|minnikhanov|مینی\u200c?خانوف|gholamzadeh|غلام\u200c?زاده|houshyar|یعقوب هوشیار|(?<![a-z])putin|پوتین"
    r"|shaposhnikov|شاپوشنیکوف|huillipan|vanazzi|وانازی|lodvigova|لودویگووا|andualem|آندوالم|ortolan|mirzakhan"
    r"|میرزاخانی|cordeiropolis|میر ?بیزنس"
)  # fmt: skip
OF_THE_RECORD = (
    "tests/this_record/",
    Path(__file__).relative_to(ROOT).as_posix(),
    # What was measured on it, and what it is asked.
    "benchmarks/AUDIT.md",
    "benchmarks/RESULTS.md",
    "benchmarks/SEARCH.md",
    "benchmarks/search/news.yml",
    "benchmarks/search/queries.yml",
)
FOLDERS = ("scripts/newsroom", "overrides", "tests", "benchmarks")
TEXTS = {".py", ".yml", ".html", ".css", ".js", ".mjs", ".svg", ".md", ".toml", ".txt"}


def paths() -> list[str]:
    files = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*.*"))
    found = (file.relative_to(ROOT) for file in files if file.suffix in TEXTS)
    made = {"node_modules", "work", "__pycache__"}
    return sorted(
        path.as_posix()
        for path in found
        if not made & set(path.parts) and not path.as_posix().startswith(OF_THE_RECORD)
    )


def names_in(text: str) -> list[str]:
    lines = enumerate(text.split("\n"), 1)
    return [f"{at}: {found[0]}" for at, line in lines if (found := NAMES.search(line))]


@pytest.mark.parametrize("path", paths())
def test_nobody_of_the_record_is_named(path: str) -> None:
    assert names_in((ROOT / path).read_text(encoding="utf-8")) == []
    assert NAMES.search(path) is None
