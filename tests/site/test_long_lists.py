"""Lists that grow with the record: a page has a part of them, and leads to the rest."""

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO

import pytest

from newsroom.edition.epub import epub
from newsroom.record.catalogue import Catalogue
from newsroom.site.long_lists import MOST, OF_NAME, beginning_of, end_of
from newsroom.site.site import Site
from newsroom.site.views import Views

from ..conftest import EVENT, ORIGINAL, TRANSLATION, site_of, write_small_record

COUNT = MOST * 3 // 2 + 1
"""Articles: one more than stand on a page whole."""
NAMES = ("ilvar-melchin", "port", "shore")
"""A person, a body and a place of which there is more than their pages hold."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A record of many articles, each of a day and with an event of its own, over three years."""
    files: dict[str, str] = {}
    for number in range(COUNT):
        day = f"{2022 + number % 3}-03-{1 + number % 20:02}"
        files[f"data/events/e{number}.yml"] = EVENT.replace("2024-06-21", day)
        original = ORIGINAL.replace("[meeting]", f"[e{number}]").replace(
            "title: A", f"title: {number} A"
        )
        files[f"docs/en/news/a{number}.md"] = original.replace("place:", f"date: {day}\nplace:")
        files[f"docs/fa/news/a{number}.md"] = TRANSLATION
    for number in range(OF_NAME * 3 // 2 + 1):
        files[f"data/events/p{number}.yml"] = (
            "date: 2024-05-01\ntitle: {fa: بازدید, en: Visit}\nstatus: held\n"
            "participants: [port]\nsources: [report]\n"
        )
    files["data/places/shore.yml"] = "name: {fa: کرانه, en: Shore}\nkind: country\n"
    files["data/organisations/port.yml"] = (
        "name: {fa: بندرگاه, en: Port Authority}\nkind: body\ncountry: shore\n"
    )
    root = write_small_record(tmp_path_factory.mktemp("long") / "record", files)
    return site_of(Catalogue.load(root)[0])


@cache
def shown(site: Site, src_uri: str) -> str:
    page = site.pages[src_uri]
    return site.templates.render(page.kind.template, Views(site).values(page))


@pytest.mark.parametrize("count", [0, 1, MOST, MOST * 3 // 2])
def test_short_list_is_whole(count: int) -> None:
    for part in (beginning_of(range(count)), end_of(range(count))):
        assert part.is_whole and [*part.shown] == [*range(count)]


def test_long_list_has_its_beginning_or_its_end() -> None:
    first, last = beginning_of(range(COUNT)), end_of(range(COUNT))

    assert [*first.shown] == [*range(MOST)]
    assert [*last.shown] == [*range(COUNT - MOST, COUNT)]
    assert not first.is_whole and first.count == last.count == COUNT


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_news_has_the_newest_and_leads_to_the_years_of_all(site: Site, lang: str) -> None:
    html, locale = shown(site, f"{lang}/news/index.md"), site.locales[lang]
    listed = [view.article.slug for view in locale.listed]

    assert html.count('<article class="nr-paper">') == MOST
    assert f'href="{listed[0]}.html"' in html and f'href="{listed[-1]}.html"' not in html
    counts: Mapping[int, int] = {
        year.number: sum(1 for item in year.items if item.article) for year in locale.years
    }
    assert sum(counts.values()) == len(listed)
    for number in counts:
        assert f'href="../timeline.html#nr-{number}"' in html


def test_translations_say_how_many_more_there_are(site: Site) -> None:
    html = shown(site, "en/translations.md")

    assert "newsroom status lists them all" in html
    assert html.count('<li class="nr-standing ') < COUNT


def test_page_of_a_name_has_the_newest_and_leads_to_the_search_for_all(site: Site) -> None:
    html = shown(site, "en/participants/ilvar-melchin.md")

    assert html.count('<a class="nr-mentions__link"') == OF_NAME
    assert html.count('<li class="nr-rail__item') == OF_NAME
    assert html.count('href="../search.html?who=ilvar-melchin"') == 2
    newest = site.locales["en"].events_of(site.catalogue.participants["ilvar-melchin"])[-1]
    assert f"timeline.html#{newest.id}" in html


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [
        ("port", "../search.html?who=port"),
        ("shore", "../timeline.html"),  # the search for a place does not find its bodies' events
    ],
)
def test_rest_of_a_place_by_its_bodies_is_in_the_timeline(
    site: Site, name: str, leads_to: str
) -> None:
    html = shown(site, f"en/participants/{name}.md")

    assert html.count('<li class="nr-rail__item') == OF_NAME
    assert html.count(f'<p class="nr-kicker"><a href="{leads_to}">') == 1


@pytest.mark.parametrize(
    "uri", ["news/index.md", "translations.md", *(f"participants/{it}.md" for it in NAMES)]
)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_page_grows_no_further(site: Site, lang: str, uri: str) -> None:
    assert len(shown(site, f"{lang}/{uri}").encode()) < 150_000


def test_book_says_what_it_leaves_out(site: Site) -> None:
    with zipfile.ZipFile(BytesIO(epub(site, "en"))) as archive:
        (name,) = [
            it for it in archive.namelist() if it.endswith("participants/ilvar-melchin.xhtml")
        ]
        chapter = archive.read(name).decode()

    events = site.locales["en"].events_of(site.catalogue.participants["ilvar-melchin"])
    assert f"{OF_NAME} of {len(events)} are listed here" in chapter
    assert "/en/search.html?who=ilvar-melchin" in chapter
