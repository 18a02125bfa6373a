"""Offices beside an article: those its own source gives, and no later ones."""

from datetime import date

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView

from ..conftest import ORIGINAL, SOURCE, TRANSLATION, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()


def role(office: str, source: str, day: str) -> str:
    return f"  - office: {{fa: {office}, en: {office}}}\n    source: {source}\n    as_of: {day}\n"


ROLES = (
    "name: {fa: آنا پارک, en: Anna Park}\nroles:\n"
    + role("Councillor", "diary", "2019-03-01")
    + role("Clerk", "diary", "2019")
    + role("Mayor", "letter", "2022-02-02")
    + role("Envoy", "report", "2024-06-21")
    + role("Speaker", "report", "2024-06-22")
    + role("Envoy", "report", "2024-06-23")
)


@pytest.fixture
def anna(write_record: WriteRecord) -> Catalogue:
    """Somebody with offices by three sources, and an article of a fourth, of May 2022."""
    source = SOURCE.replace("language", "short: {fa: روزنامه, en: The paper}\nlanguage")
    article = ORIGINAL.replace("place:", "date: 2022-05-01\nplace:")
    root = write_record(
        {
            "data/people/anna-park.yml": ROLES,
            "data/sources/diary.yml": source,
            "data/sources/letter.yml": source.replace("The paper", "The letter"),
            "data/sources/gazette.yml": source,
            "docs/en/news/of-the-gazette.md": article.replace("report", "gazette"),
            "docs/fa/news/of-the-gazette.md": TRANSLATION,
        }
    )
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    return catalogue


@pytest.mark.parametrize(
    ("source", "day", "expected"),
    [
        # Its own, whenever they are dated, each office once.
        ("report", date(2024, 7, 1), ["Envoy", "Speaker"]),
        ("report", date(2018, 1, 1), ["Envoy", "Speaker"]),
        ("diary", date(2019, 6, 1), ["Councillor", "Clerk"]),
        # Of other sources the newest that is no hindsight.
        ("gazette", date(2022, 5, 1), ["Mayor"]),
        ("gazette", date(2022, 2, 2), ["Mayor"]),
        ("gazette", date(2022, 2, 1), ["Clerk"]),
        # All of 2019 has to be over before a day is known to lie after it.
        ("gazette", date(2019, 6, 1), ["Councillor"]),
        ("gazette", date(2019, 2, 1), []),
    ],
)
def test_roles_are_those_of_the_source_or_the_newest_by_then(
    anna: Catalogue, source: str, day: date, expected: list[str]
) -> None:
    roles = anna.participants["anna-park"].roles_by(source, day)

    assert [it.office["en"] for it in roles] == expected


def test_role_of_another_source_is_printed_with_its_name(anna: Catalogue) -> None:
    person = anna.participants["anna-park"]

    def printed(lang: str, slug: str) -> list[str]:
        locale = LocaleView(anna, lang)
        article = anna.articles[slug]
        return [locale.role_text(article, it) for it in locale.roles_in(article, person)]

    assert printed("en", "of-the-gazette") == ["Mayor (according to The letter, 2 February 2022)"]
    assert printed("fa", "of-the-gazette") == ["Mayor (به گفتهٔ روزنامه، ۱۳ بهمن ۱۴۰۰)"]
    assert printed("en", "kavan-meeting") == [
        "Envoy (23 June 2024)",
        "Speaker (22 June 2024)",
    ]


def cards(page: BuiltPage) -> dict[str, list[str]]:
    """The offices printed at each name of an article's list, which hover cards repeat."""
    found: dict[str, list[str]] = {}
    for element in page.elements:
        if "nr-chip__role" in element.classes and element.parent:
            id = element.parent.attributes["data-card"].rpartition("/")[2].removesuffix(".html")
            found.setdefault(id, []).append(" ".join(element.text.split()))
    return found


def test_no_article_prints_what_its_source_does_not_say(pages: dict[str, BuiltPage]) -> None:
    en = {slug: cards(pages[f"en/news/{slug}.html"]) for slug in CATALOGUE.articles}
    fa = {slug: cards(pages[f"news/{slug}.html"]) for slug in CATALOGUE.articles}

    assert en["talmiz-at-kavan"]["hamidreza-ghorabzadeh"] == [
        "Secretary General of the River Mayors Forum (23 June 2024)"
    ]
    assert en["mayors-meet"]["ilvar-melchin"] == ["Mayor of Kavan (1 December 2023)"]
    assert en["league-founded"]["hamidreza-ghorabzadeh"] == [
        "Secretary General of the River Mayors Forum (21 June 2024)",
        "Deputy Mayor of Delvaran, as the source styles him (21 June 2024)",
    ]
    assert fa["talmiz-at-kavan"]["hamidreza-ghorabzadeh"] == [
        "دبیرکل مجمع شهرداران رود (۳ تیر ۱۴۰۳)"
    ]
    assert fa["mayors-meet"]["ilvar-melchin"] == ["شهردار قاوان (۱۰ آذر ۱۴۰۲)"]


def test_somebody_only_a_later_source_gives_an_office_has_none(pages: dict[str, BuiltPage]) -> None:
    # The undated article is no older than 21 June 2024; UMNA's is of 23 June.
    assert cards(pages["en/news/league-founded.html"])["ary-jose-varezzi"] == ["Person, Brazil"]
    assert cards(pages["news/league-founded.html"])["ary-jose-varezzi"] == ["شخص، برزیل"]
