"""Where the sources disagree, as the pages list it."""

from pathlib import Path

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.disagreement import DIFFER, KINDS, UNCLEAR, Disagreement
from newsroom.site.disagreements import CONTRADICTIONS, Disagreements
from newsroom.site.locale_views import LocaleView

from ..conftest import (
    DISAGREEMENT,
    ORIGINAL,
    SOURCE,
    TRANSLATION,
    WriteRecord,
    add_engine,
    sample_record,
)
from ..pages import BuiltPage
from ..test_site import built_pages

CATALOGUE = sample_record()
LETTER = {"data/sources/letter.yml": SOURCE}


def disagreements(lang: str, catalogue: Catalogue = CATALOGUE) -> Disagreements:
    return Disagreements(LocaleView(catalogue, lang))


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_disagreement_stands_once_under_its_kind(lang: str) -> None:
    groups = disagreements(lang).groups

    listed = [entry.id for entries in groups.values() for entry in entries]
    assert sorted(listed) == sorted(CATALOGUE.disagreements)
    assert list(groups) == list(KINDS)


def test_article_lists_them_in_the_order_of_its_sections() -> None:
    article = CATALOGUE.articles["league-founded"]
    sections = [None, *(heading.id for heading in article.facts.document.headings)]

    found = disagreements("en").on(article)

    firsts = [
        next(it.section for it in entry.articles if it.article == article.slug) for entry in found
    ]
    assert len(found) >= 5
    assert [sections.index(section) for section in firsts] == sorted(
        sections.index(section) for section in firsts
    )


def test_disagreement_concerns_its_events_and_participants() -> None:
    listed = disagreements("fa")

    assert "seat" in [entry.id for entry in listed.about(CATALOGUE.participants["bandarin"])]
    assert [entry.id for entry in listed.about(CATALOGUE.events["letter-read-2024"])] == [
        "governor"
    ]
    assert listed.about(CATALOGUE.participants["egypt"]) == ()


@pytest.mark.parametrize(("lang", "heading"), [("fa", "هدف‌ها"), ("en", "Aims")])
def test_place_is_named_by_report_and_section(
    write_record: WriteRecord, lang: str, heading: str
) -> None:
    root = write_record({"data/disagreements/days.yml": DISAGREEMENT, **LETTER})
    catalogue, _ = Catalogue.load(root)

    (place,) = disagreements(lang, catalogue).places_of(catalogue.disagreements["days"])

    assert (place.uri, place.heading) == ("news/kavan-meeting.md#aims", heading)


def test_disagreement_is_published_with_the_reports_that_tell_of_it(
    write_record: WriteRecord,
) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:")
    both = DISAGREEMENT.replace("events:", "  - article: later\nevents:")
    root = write_record(
        {
            "data/disagreements/days.yml": DISAGREEMENT,
            "data/disagreements/nights.yml": both,
            "docs/en/news/kavan-meeting.md": draft,
            "docs/en/news/later.md": ORIGINAL,
            "docs/fa/news/later.md": TRANSLATION,
            **LETTER,
        }
    )

    catalogue, problems = Catalogue.load(root)

    assert problems == ()
    assert list(catalogue.disagreements) == ["nights"]
    assert [it.article for it in catalogue.disagreements["nights"].articles] == ["later"]
    assert "letter" in catalogue.sources


def contradictions_on(slug: str) -> tuple[Disagreement, ...]:
    return disagreements("en").contradictions_on(CATALOGUE.articles[slug])


def test_article_names_the_first_contradictions_alone(pages: dict[str, BuiltPage]) -> None:
    for slug in CATALOGUE.articles:
        told = contradictions_on(slug)
        assert len(told) <= CONTRADICTIONS
        assert {entry.kind for entry in told} <= {DIFFER}
    assert contradictions_on("league-founded")


def test_report_leads_to_the_disagreement_and_back(pages: dict[str, BuiltPage]) -> None:
    for folder in ("", "en/"):
        listed = pages[f"{folder}disagreements.html"]
        for entry in CATALOGUE.disagreements.values():
            assert entry.id in listed.ids
            for passage in entry.articles:
                article = f"{folder}news/{passage.article}.html"
                there = (f"{folder}disagreements.html", entry.id)
                back = (article, passage.section or "")
                told = contradictions_on(passage.article)
                assert (there in targets(pages[article])) == (entry in told)
                assert back in targets(listed)
            for id in entry.participants:
                assert there in targets(pages[f"{folder}participants/{id}.html"])


def test_reports_and_events_show_contradictions_of_substance_alone() -> None:
    listed = disagreements("en")
    kinds = {entry.kind for slug in CATALOGUE.articles.values() for entry in listed.on(slug)}
    kavan, huellimar = (CATALOGUE.participants[id] for id in ("kavan", "juan-javier-huellimar"))

    assert kinds == {DIFFER, UNCLEAR}
    assert "kavan-in-persian" not in [entry.id for entry in listed.about(kavan)]
    assert [entry.id for entry in listed.slips_on(kavan)] == ["kavan-in-persian"]
    assert [entry.id for entry in listed.slips_on(huellimar)] == ["huellimar"]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_page_of_a_name_shows_how_sources_write_it(
    pages: dict[str, BuiltPage], folder: str
) -> None:
    page = pages[f"{folder}participants/kavan.html"]
    where = [
        link.attributes["href"].partition("#")[2]
        for link in page.all("a")
        if link.is_inside("nr-facts")
    ]

    assert "kavan-in-persian" in where


def test_record_without_disagreements_says_so(write_record: WriteRecord, tmp_path: Path) -> None:
    root = write_record()
    add_engine(root)

    pages = built_pages(root, tmp_path / "site")

    assert "No disagreement has been recorded yet" in pages["en/disagreements.html"].html
    assert "nr-disagreements" not in pages["en/news/kavan-meeting.html"].html


def targets(page: BuiltPage) -> set[tuple[str, str] | None]:
    return {page.target(link.attributes["href"]) for link in page.all("a")}
