"""What is offered to be followed or taken along stands on one page, in both languages."""

import pytest

from newsroom.site.publication import offered, outputs
from newsroom.text.languages import LANGS, other_lang

from ..conftest import sample_site

SITE = sample_site()


@pytest.mark.parametrize("lang", LANGS)
def test_every_offer_has_its_words_and_begins_with_the_language_of_the_page(lang: str) -> None:
    groups = offered(SITE, lang)
    words = SITE.catalogue.strings[lang]

    listed = [it for offers in groups.values() for files in offers.values() for it in files]
    assert sorted(it.path for it in listed) == sorted(it.path for it in outputs(SITE) if it.offer)
    for group, offers in groups.items():
        assert words[f"follow.{group}"]
        for offer, files in offers.items():
            assert words[f"follow.{offer.key}"] and words[f"follow.{offer.key}_about"]
            assert files[0].lang != other_lang(lang)


def test_no_two_outputs_have_one_path() -> None:
    paths = [it.path for it in outputs(SITE)]

    assert len(paths) == len(set(paths))
