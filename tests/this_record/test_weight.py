"""What a first visit to this record is sent, as a slow line meets it: gzip of all a page asks for."""

import gzip
import re
from pathlib import Path

import pytest

from ..pages import BuiltPage

BARS = {"fa": 40_000, "en": 20_000}
"""Bytes; the Persian typeface is in the first."""


def sent(site: Path, path: str) -> int:
    """The page with its sheet, its script and, if it is Persian, the typeface, in bytes."""
    html = (site / path).read_bytes()
    names = re.findall(rb'(?:href|src)="[^"]*?assets/([\w-]+\.(?:css|js))"', html)
    files = [html, *((site / "assets" / name.decode()).read_bytes() for name in names)]
    font = site / "assets" / "fonts" / "vazirmatn.woff2"
    return sum(len(gzip.compress(it, 9)) for it in files) + (
        0 if path.startswith("en/") else font.stat().st_size
    )


@pytest.mark.parametrize("lang", BARS)
def test_front_page_and_every_article_are_light(
    site: Path, pages: dict[str, BuiltPage], lang: str
) -> None:
    shown = {
        path: sent(site, path)
        for path, page in pages.items()
        if page.lang == lang
        if page.has_class("nr-article__lede") or path.removeprefix("en/") == "index.html"
    }

    assert len(shown) == 4
    assert {path: weight for path, weight in shown.items() if weight > BARS[lang]} == {}
