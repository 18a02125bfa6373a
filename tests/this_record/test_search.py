"""Names of this record are found however they are typed; benchmarks/search asks much more of it."""

from pathlib import Path

import pytest

from ..test_search import search
from ..visits import Visit


@pytest.mark.parametrize(
    ("prefix", "query", "first"),
    [
        ("", "کازان", "participants/kazan.html"),
        ("", "غازان", "participants/kazan.html"),
        ("", "غلام زاده", "participants/hamidreza-gholamzadeh.html"),
        ("", "میربیزنس بانک", "participants/mir-business-bank.html"),
        ("en/", "پثفساهد", "en/participants/ilsur-metshin.html"),
        ("en/", "Shaposhnkov", "en/participants/alexey-shaposhnikov.html"),
        ("en/", "Qazan", "en/participants/kazan.html"),
    ],
)
def test_name_is_found_however_it_is_typed(
    visit: Visit, site: Path, prefix: str, query: str, first: str
) -> None:
    visit.page.goto(f"{site.as_uri()}/{prefix}index.html")

    assert search(visit.page, query)[0] == first
    assert visit.complaints == []
