"""The engine and its tests know nothing of the record beside them."""

import re
from pathlib import Path

import pytest

from .conftest import ROOT

NAMES = re.compile(
    r"(?i)brics|بریکس|(?<![a-z])irna(?![a-z])|ایرنا|kazan|[قک]ازان|tabriz|تبریز|tatar|تاتار|metshin|متشین"
    r"|ilsur|ایلسور|minnikhanov|مینی\u200c?خانوف|gholamzadeh|غلام\u200c?زاده|houshyar|(?<![a-z])putin|پوتین"
    r"|shaposhnikov|شاپوشنیکوف|huillipan|vanazzi|lodvigova|andualem"
)  # fmt: skip
ENGINE = [*(ROOT / "scripts" / "newsroom").rglob("*.*"), *(ROOT / "overrides").rglob("*.*")]
TEXTS = {".py", ".yml", ".html", ".css", ".js", ".svg", ".md"}


def names_in(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{at}: {found[0]}" for at, it in enumerate(lines, 1) if (found := NAMES.search(it))]


@pytest.mark.parametrize(
    "path",
    sorted(it for it in ENGINE if it.suffix in TEXTS),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_engine_names_nobody_of_the_record(path: Path) -> None:
    assert names_in(path) == []
