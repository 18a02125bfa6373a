"""What a first visit to this record is sent, as a slow line meets it: gzip of all a page asks for."""

import gzip
import re
from pathlib import Path

import pytest

BARS = {"fa": 40_000, "en": 20_000}
"""Bytes; the Persian typeface is in the first."""


STORY = 60_000
"""Bytes of the file of a story."""
KINDS = (
    "index.html",
    "timeline.html",
    "disagreements.html",
    "outcomes.html",
    "follow.html",
    "data.html",
    "participants/index.html",
    "participants/*.html",
    "news/*.html",
)
"""Patterns of the pages that are held to them: what readers come to. The guide and the two versions
side by side are longer."""


def sent(site: Path, path: str) -> int:
    """The page with its sheet, its script and, if it is Persian, the typeface, in bytes."""
    html = (site / path).read_bytes()
    names = re.findall(rb'(?:href|src)="[^"]*?assets/([\w-]+\.(?:css|js))"', html)
    files = [html, *((site / "assets" / name.decode()).read_bytes() for name in names)]
    font = site / "assets" / "fonts" / "vazirmatn.woff2"
    return sum(len(gzip.compress(it, 9)) for it in files) + (
        0 if path.startswith("en/") else font.stat().st_size
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", BARS)
def test_page_that_readers_come_to_is_light(site: Path, lang: str, kind: str) -> None:
    root = site / ("" if lang == "fa" else lang)

    weights = {
        path: sent(site, path)
        for path in (file.relative_to(site).as_posix() for file in root.glob(kind))
    }

    assert weights
    assert {path: weight for path, weight in weights.items() if weight > BARS[lang]} == {}


def test_story_is_a_file_that_a_messenger_takes(site: Path) -> None:
    files = {file.name: file.stat().st_size for file in (site / "stories").iterdir()}

    assert files
    assert {name: size for name, size in files.items() if size > STORY} == {}
