"""What is drawn for the stories of this record."""

import pytest

from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS

from ..conftest import real_record
from ..test_drawings import test_words_of_the_record_stand_apart

__all__ = ["test_words_of_the_record_stand_apart"]

SETTINGS = SiteSettings(
    "https://record.example/", MarkdownSettings(("attr_list", "toc", "admonition"))
)


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_stories_have_the_same_kind_of_drawing(lang: str) -> None:
    locale = Site(real_record(), SETTINGS).locales[lang]
    drawn = {slug: locale.graphic(it) for slug, it in locale.catalogue.articles.items()}

    assert {slug: it and it.kind for slug, it in drawn.items()} == {
        "association-founded": "map",
        "consul-meets-mayor": "time",
        "tabriz-at-kazan": "dots",
    }
    population = locale.figure_drawing(locale.catalogue.disagreements["population"])
    assert population is not None
    assert population.kind == "figures"
