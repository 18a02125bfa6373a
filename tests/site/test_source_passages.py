"""A quotation leads to its very words in its source on the web."""

from pathlib import Path
from urllib.parse import quote

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.site.source_passages import source_passages, text_fragment
from newsroom.site.story_files import outputs

from ..conftest import ORIGINAL, SOURCE, TRANSLATION, WriteRecord, serve
from ..pages import SITE_URL
from ..visits import Visit

ADDRESS = "https://example.org/report?id=1"


def site_of(root: Path) -> Site:
    settings = SiteSettings(
        SITE_URL, MarkdownSettings(("attr_list", "pymdownx.details")), root=root
    )
    return Site(Catalogue.load(root)[0], settings)


def passages_of(site: Site) -> list[str]:
    article = site.catalogue.articles["kavan-meeting"]
    source = site.catalogue.sources[article.source]
    return [it.words for it in source_passages(article, site.texts, source)]


def told(text: str, address: str | None = ADDRESS) -> dict[str, str | bytes | None]:
    source = f"{SOURCE}address: {address}\n" if address else SOURCE
    article = ORIGINAL.replace("Ilvar Melchin spoke.", text)
    return {"data/sources/report.yml": source, "docs/en/news/kavan-meeting.md": article}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “the river is open.” Then “it is open”.", ["the river is open", "it is open"]),
        ("He said “the river is open” and again “the river is open”.", ["the river is open"]),
        ("A “best practice” is no sentence.", []),
        ("He said “the river […] open to all” and “it is open to …”.", []),
        ('Text.\n\n??? note "Note"\n\n    It says “in another source altogether”.', []),
    ],
)
def test_quotations_are_found_as_their_source_prints_them(
    write_record: WriteRecord, text: str, expected: list[str]
) -> None:
    assert passages_of(site_of(write_record(told(text)))) == expected


def test_part_of_a_word_parted_by_a_half_space_is_left_out(write_record: WriteRecord) -> None:
    persian = TRANSLATION.replace(
        "ایلوار ملچین سخن گفت.", "از «رود و شهر و پل»\u200cها گفت، و «رود و شهر و پل»."
    )
    source = f"{SOURCE}address: {ADDRESS}\n".replace("language: en", "language: fa")
    record = {"data/sources/report.yml": source, "docs/fa/news/kavan-meeting.md": persian}

    assert passages_of(site_of(write_record(record))) == ["رود و شهر و پل"]


def test_source_without_an_address_has_none(write_record: WriteRecord) -> None:
    assert passages_of(site_of(write_record(told("He said “the river is open”.", None)))) == []


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        (ADDRESS, "a-b, c & d", f"{ADDRESS}#:~:text=a%2Db%2C%20c%20%26%20d"),
        (
            "https://example.org/x#part",
            "رود",
            "https://example.org/x#part:~:text=%D8%B1%D9%88%D8%AF",
        ),
    ],
)
def test_fragment_is_encoded(address: str, words: str, expected: str) -> None:
    assert text_fragment(address, words) == expected


def test_both_versions_and_their_files_lead_there(write_record: WriteRecord) -> None:
    site = site_of(write_record(told("He said “the river is open”.")))

    files = {it.path: str(it.make()) for it in outputs(site)}

    link = f'href="{ADDRESS}#:~:text={quote("the river is open")}" lang="en" dir="ltr">'
    assert all(link in files[f"stories/kavan-meeting.{lang}.html"] for lang in ("fa", "en"))


def test_chromium_opens_the_source_at_the_words(visit: Visit, tmp_path: Path) -> None:
    filler = "<p>Some other words.</p>" * 200
    words = "رودخانه باز است، و پل-ها هم"
    page = f'<!doctype html><meta charset="utf-8">{filler}<p id="it">گفت: «{words}».</p>{filler}'
    (tmp_path / "source.html").write_text(page, encoding="utf-8")

    with serve(tmp_path) as host:
        visit.page.goto(text_fragment(f"{host}/source.html", words))
        visit.page.wait_for_function("scrollY > 0", timeout=5000)

        seen = "(({ top }) => top > 0 && top < innerHeight)(document.querySelector('#it').getBoundingClientRect())"
        assert visit.page.evaluate(seen)
