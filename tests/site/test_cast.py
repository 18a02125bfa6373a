"""Whom an article names: people with the offices its own source gives, and no others."""

import pytest

from newsroom.record.catalogue import Catalogue

from ..conftest import WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()


def role(office: str, source: str, day: str) -> str:
    return f"  - office: {{fa: {office}, en: {office}}}\n    source: {source}\n    as_of: {day}\n"


ROLES = (
    "name: {fa: آنا پارک, en: Anna Park}\nroles:\n"
    + role("Councillor", "diary", "2019-03-01")
    + role("Envoy", "report", "2024-06-21")
    + role("Speaker", "report", "2024-06-22")
    + role("Envoy", "report", "2024-06-23")
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [("report", ["Envoy", "Speaker"]), ("diary", ["Councillor"]), ("gazette", [])],
)
def test_offices_are_those_of_the_source_each_once(
    write_record: WriteRecord, source: str, expected: list[str]
) -> None:
    diary = "language: en\nnot_before: 2019-03-01\nsha256: " + "1" * 64 + "\n"
    root = write_record({"data/people/anna-park.yml": ROLES, "data/sources/diary.yml": diary})
    catalogue, problems = Catalogue.load(root)
    assert problems == ()

    roles = catalogue.participants["anna-park"].offices_by(source)

    assert [it.office["en"] for it in roles] == expected


def cast(page: BuiltPage) -> dict[str, str]:
    """What is said of each name below an article, which hover cards repeat."""
    found = {}
    for element in page.elements:
        if "nr-cast__office" in element.classes and element.parent:
            link = next(it for it in page.all("a") if it.parent is element.parent)
            id = link.attributes["href"].rpartition("/")[2].removesuffix(".html")
            found[id] = " ".join(element.text.split())
    return found


def test_no_article_prints_what_its_source_does_not_say(pages: dict[str, BuiltPage]) -> None:
    en = {slug: cast(pages[f"en/news/{slug}.html"]) for slug in CATALOGUE.articles}
    fa = {slug: cast(pages[f"news/{slug}.html"]) for slug in CATALOGUE.articles}

    forum = "Secretary General of the River Mayors Forum"
    assert en["talmiz-at-kavan"]["hamidreza-ghorabzadeh"] == forum
    assert en["mayors-meet"]["ilvar-melchin"] == "Mayor of Kavan"
    assert en["league-founded"]["hamidreza-ghorabzadeh"] == (
        f"{forum}, Deputy Mayor of Delvaran, as the source styles him"
    )
    assert fa["talmiz-at-kavan"]["hamidreza-ghorabzadeh"] == "دبیرکل مجمع شهرداران رود"
    assert fa["mayors-meet"]["ilvar-melchin"] == "شهردار قاوان"


def test_somebody_another_source_gives_an_office_has_a_country(pages: dict[str, BuiltPage]) -> None:
    assert cast(pages["en/news/league-founded.html"])["ary-jose-varezzi"] == "Brazil"
    assert cast(pages["news/league-founded.html"])["ary-jose-varezzi"] == "برزیل"


def test_countries_stand_in_one_line(pages: dict[str, BuiltPage]) -> None:
    page = pages["en/news/league-founded.html"]
    line = [it for it in page.all("a") if "nr-run__country" in it.classes]

    assert len(line) > 1
    assert len({id(it.parent) for it in line}) == 1
    assert not {it.attributes["href"] for it in line} & {
        it.attributes["href"] for it in page.all("a") if "nr-cast__name" in it.classes
    }
