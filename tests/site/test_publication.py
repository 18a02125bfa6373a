"""What is offered to be followed or taken along stands on one page, in both languages."""

from copy import copy
from dataclasses import replace

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.editions import EDITIONS
from newsroom.site.output import data_files
from newsroom.site.publication import offered, outputs
from newsroom.site.site import Site
from newsroom.site.templates import Templates
from newsroom.site.views import Views
from newsroom.text.languages import LANGS, other_lang

from ..conftest import ORIGINAL, ROOT, WriteRecord, sample_site, site_of

SITE = sample_site()
WITH_EDITIONS = copy(SITE)
WITH_EDITIONS.settings = replace(SITE.settings, offers_editions=True, edition_key="RWkey")


@pytest.mark.parametrize("site", [SITE, WITH_EDITIONS])
@pytest.mark.parametrize("lang", LANGS)
def test_every_offer_has_its_words_and_begins_with_the_language_of_the_page(
    lang: str, site: Site
) -> None:
    groups = offered(site, lang)
    words = site.catalogue.strings[lang]

    listed = [it for offers in groups.values() for files in offers.values() for it in files]
    assert sorted(it.path for it in listed) == sorted(it.path for it in outputs(site) if it.offer)
    for group, offers in groups.items():
        assert words[f"follow.{group}"]
        for offer, files in offers.items():
            assert words[f"follow.{offer.key}"] and words[f"follow.{offer.key}_about"]
            assert files[0].lang != other_lang(lang)


def test_no_two_outputs_have_one_path() -> None:
    paths = [it.path for it in outputs(SITE)]

    assert len(paths) == len(set(paths))


def test_draft_is_in_no_output(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("A meeting", "Lilyfield").replace("What", "Lilyfield: what")
    draft = draft.replace("Text.", "Of Lilyfield.").replace("place:", "draft: true\nplace:")
    catalogue, _ = Catalogue.load(write_record({"docs/en/news/lilyfield.md": draft}))

    made = {it.path: it.make() for it in outputs(site_of(catalogue))}

    texts = {path: it if isinstance(it, str) else it.decode() for path, it in made.items()}
    assert "What was said." in texts["en/feed.xml"]
    assert [path for path, text in texts.items() if "lilyfield" in text.lower()] == []


def test_editions_are_offered_where_they_will_be_made_and_made_by_no_build() -> None:
    paths = {it.path for it in outputs(WITH_EDITIONS)} - {it.path for it in outputs(SITE)}

    assert len(paths) == len(EDITIONS)
    assert paths.isdisjoint(it.path for it in data_files(WITH_EDITIONS))


def test_page_leads_to_editions_on_the_web_because_none_holds_another() -> None:
    page = WITH_EDITIONS.pages["en/follow.md"]

    html = Templates([ROOT / "overrides"]).render(
        page.kind.template, Views(WITH_EDITIONS).values(page)
    )

    for path in (it.path for it in outputs(WITH_EDITIONS) if it.make is None):
        assert f'href="{WITH_EDITIONS.settings.site_url}{path}"' in html
    assert "RWkey" in html
