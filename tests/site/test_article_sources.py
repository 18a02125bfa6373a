"""An article with several sources, some of them no page of the web: what readers are told."""

import json

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.publication import outputs
from newsroom.site.site import Site
from newsroom.site.story_text import story_text
from newsroom.site.views import Views

from ..conftest import ORIGINAL, WriteRecord, site_of

NO_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
DIGEST = f"sha256: {'0' * 63}"
FILES = {
    "data/sources/report.yml": "publisher: {fa: پیک, en: The Courier}\nlanguage: en\n"
    f"published: 2024-06-21\n{DIGEST}0\n",
    "data/sources/letter.yml": "language: en\nletter:\n  from: {fa: شهردار, en: the mayor}\n"
    f"  to: {{fa: بندر, en: the port}}\npublished: 2024-06-21\n{DIGEST}1\n",
    "data/sources/post.yml": "language: en\npost:\n  platform: {fa: شبکه, en: Network}\n"
    '  account: "@port"\npublished: 2024-06-22\naddress: https://example.org/1\n'
    f"{DIGEST}2\n",
    "docs/en/news/kavan-meeting.md": ORIGINAL.replace(
        "source: report\n", "source: report\nsources: [letter, post]\n"
    ),
}
SAID = {
    "en": ("The Courier</a> and 2 more", "Letter from the mayor", "the port", "@port"),
    "fa": ("پیک</a> و ۲ منبع دیگر", "نامهٔ شهردار", "بندر", "@port"),
}


@pytest.fixture
def site(write_record: WriteRecord) -> Site:
    catalogue, problems = Catalogue.load(write_record(FILES))
    assert problems == ()
    return site_of(catalogue)


def shown(site: Site, src_uri: str) -> str:
    page = site.pages[src_uri]
    return " ".join(site.templates.render(page.kind.template, Views(site).values(page)).split())


@pytest.mark.parametrize("lang", SAID)
def test_page_names_the_main_source_and_how_many_more_and_has_all_at_its_end(
    site: Site, lang: str
) -> None:
    article, sources = (
        shown(site, f"{lang}/{it}") for it in ("news/kavan-meeting.md", "sources.md")
    )
    line, letter, recipient, account = SAID[lang]

    assert line in article
    foot = article.partition('id="nr-source"')[2]
    assert recipient in foot and account in foot
    assert letter in sources and sources.count("news/kavan-meeting.html") == 3


def test_text_and_linked_data_have_all_of_them(site: Site) -> None:
    article = site.catalogue.articles["kavan-meeting"]
    (graph,) = [
        json.loads(it.make()) for it in outputs(site) if it.path == "news/kavan-meeting.jsonld"
    ]
    versions = [it for it in graph["@graph"] if it["@type"] == "NewsArticle"]

    for lang, separator in (("en", ", "), ("fa", "، ")):
        names = separator.join(
            site.locales[lang].called(it) for it in site.locales[lang].sources(article)
        )
        assert names in story_text(site, article, lang).translate(NO_ISOLATES)
    assert all(len(it["isBasedOn"]) == 3 and "citation" not in it for it in versions)


def test_table_says_which_is_the_main_one(site: Site) -> None:
    (text,) = [it.make() for it in outputs(site) if it.path == "data/article_sources.json"]
    rows = json.loads(text)

    assert [(it["source"], it["main"]) for it in rows] == [
        ("report", True),
        ("letter", False),
        ("post", False),
    ]
