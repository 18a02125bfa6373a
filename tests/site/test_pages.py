"""Each page is of a kind, in a language, about a subject; its path follows from them."""

from pathlib import Path

import pytest

from newsroom.record.articles import LISTS
from newsroom.record.catalogue import Catalogue
from newsroom.site.pages import URIS, Kind, SitePage, site_pages

from ..conftest import PAGE, ROOT, WriteRecord


def pages_of(root: Path) -> dict[str, SitePage]:
    catalogue, _ = Catalogue.load(root)
    return {page.src_uri: page for page in site_pages(catalogue)}


def test_page_knows_its_kind_and_subject(write_record: WriteRecord) -> None:
    pages = pages_of(write_record({"docs/en/guide/style.md": PAGE}))

    kinds = {uri: page.kind for uri, page in pages.items() if uri.startswith("en/")}
    assert kinds == {
        "en/index.md": Kind.HOME,
        "en/news/index.md": Kind.NEWS,
        "en/news/kavan-meeting.md": Kind.ARTICLE,
        "en/parallel/kavan-meeting.md": Kind.PARALLEL,
        "en/timeline.md": Kind.TIMELINE,
        "en/participants/index.md": Kind.PARTICIPANTS,
        "en/participants/ilvar-melchin.md": Kind.PARTICIPANT,
        "en/participants/kavan.md": Kind.PARTICIPANT,
        "en/guide/index.md": Kind.GUIDE,
        "en/guide/style.md": Kind.GUIDE,
        "en/guide/glossary.md": Kind.GLOSSARY,
        **{f"en/{uri}": kind for kind, uri in URIS.items() if uri in LISTS},
    }
    subject = pages["en/participants/kavan.md"].subject
    assert subject is not None and not isinstance(subject, int)
    assert (
        pages["en/news/kavan-meeting.md"].subject == pages["fa/parallel/kavan-meeting.md"].subject
    )


def test_author_gives_a_page_that_is_made_anyway_its_words(write_record: WriteRecord) -> None:
    pages = pages_of(write_record({"docs/en/participants/kavan.md": PAGE}))

    page = pages["en/participants/kavan.md"]
    assert (page.kind, page.title) == (Kind.PARTICIPANT, "A page")
    assert page.written is not None
    assert pages["fa/participants/kavan.md"].title == "قاوان"
    assert pages["fa/participants/kavan.md"].written is None


def test_page_in_place_of_a_translation_is_no_version_of_it(write_record: WriteRecord) -> None:
    pages = pages_of(write_record({"docs/fa/news/kavan-meeting.md": None}))

    page = pages["fa/news/kavan-meeting.md"]
    assert (page.kind, page.is_version) == (Kind.UNTRANSLATED, False)
    assert "fa/parallel/kavan-meeting.md" not in pages


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_template(kind: Kind) -> None:
    assert (ROOT / "overrides" / kind.template).is_file()


@pytest.mark.parametrize(
    ("uri", "section"),
    [
        ("en/news/kavan-meeting.md", "news/index.md"),
        ("en/participants/kavan.md", "participants/index.md"),
        ("en/guide/glossary.md", "guide/index.md"),
        ("en/parallel/kavan-meeting.md", None),
        ("en/news/index.md", None),
    ],
)
def test_page_stands_below_an_index(
    write_record: WriteRecord, uri: str, section: str | None
) -> None:
    assert pages_of(write_record())[uri].section == section
