from xml.etree import ElementTree as etree

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.corrections import notices_on
from newsroom.site.feeds import Feeds
from newsroom.site.sitemap import sitemap
from newsroom.text.languages import LANGS

from ..conftest import (
    ORIGINAL,
    SITE_URL,
    TRANSLATION,
    WriteRecord,
    sample_record,
    sample_site,
    site_of,
)

CATALOGUE = sample_record()
ATOM = {"a": "http://www.w3.org/2005/Atom"}
TALMIZ = CATALOGUE.articles["talmiz-at-kavan"]
LAST_DAY = max(day.end for day in (TALMIZ.added, TALMIZ.updated) if day).isoformat()
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


CORRECTED = (
    "corrections:\n  - {date: 2026-05-02, text: One}\n  - {date: 2026-05-01, text: Two}\n"
    "  - {date: 2026-05-02, text: Three}\n---\n\n"
)


def feeds_of(lang: str, catalogue: Catalogue) -> Feeds:
    return Feeds(sample_site() if catalogue is CATALOGUE else site_of(catalogue), lang)


def feed(lang: str, catalogue: Catalogue = CATALOGUE) -> etree.Element:
    feeds = feeds_of(lang, catalogue)
    return etree.fromstring(feeds.atom(feeds.reports))


def corrections(lang: str, catalogue: Catalogue = CATALOGUE) -> etree.Element:
    feeds = feeds_of(lang, catalogue)
    return etree.fromstring(feeds.atom(feeds.corrections))


@pytest.fixture
def corrected(write_record: WriteRecord) -> Catalogue:
    """The small record with three corrections, two of them of one day."""
    root = write_record(
        {
            "docs/en/news/kavan-meeting.md": ORIGINAL.replace("---\n\n", CORRECTED),
            "docs/fa/news/kavan-meeting.md": TRANSLATION.replace("---\n\n", CORRECTED),
        }
    )
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    return catalogue


def test_feed_holds_the_articles_of_one_language_newest_first() -> None:
    entries = feed("fa").findall("a:entry", ATOM)

    *articles, overdue = [entry.findtext("a:title", "", ATOM) for entry in entries]
    assert articles == [
        CATALOGUE.articles[slug].versions["fa"].title
        for slug in ("talmiz-at-kavan", "league-founded", "mayors-meet")
    ]
    assert CATALOGUE.events["kavanysh-2023"].title["fa"] in overdue
    assert entries[0].findtext("a:published", "", ATOM) == "2024-06-23T00:00:00Z"
    assert entries[0].findtext("a:updated", "", ATOM) == f"{LAST_DAY}T00:00:00Z"
    assert entries[0].findtext("a:id", "", ATOM) == f"{SITE_URL}news/talmiz-at-kavan.html"


@pytest.mark.parametrize(("lang", "folder"), [("fa", ""), ("en", "en/")])
def test_feed_says_what_an_atom_feed_must_say(lang: str, folder: str, corrected: Catalogue) -> None:
    feeds = (
        (feed(lang), "feed.xml", ""),
        (corrections(lang), "corrections.xml", "corrections.html"),
        (corrections(lang, corrected), "corrections.xml", "corrections.html"),
    )
    for root, address, page in feeds:
        entries = root.findall("a:entry", ATOM)
        for element in (root, *entries):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1, name
        links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
        assert links == {
            "self": f"{SITE_URL}{folder}{address}",
            "alternate": f"{SITE_URL}{folder}{page}",
            "related": f"{SITE_URL}{'' if folder else 'en/'}{address}",
        }
        assert root.findtext("a:id", "", ATOM) == links["self"]
        assert root.findtext("a:author/a:name", "", ATOM)
        ids = [entry.findtext("a:id", "", ATOM) for entry in entries]
        assert len(set(ids)) == len(ids)


def test_feed_without_an_entry_is_as_old_as_can_be(write_record: WriteRecord) -> None:
    catalogue, _ = Catalogue.load(write_record())

    root = corrections("fa", catalogue)

    assert root.findall("a:entry", ATOM) == []
    assert root.findtext("a:updated", "", ATOM) == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(("lang", "folder"), [("fa", ""), ("en", "en/")])
def test_correction_has_an_address_of_its_own(lang: str, folder: str, corrected: Catalogue) -> None:
    root = corrections(lang, corrected)

    entries = root.findall("a:entry", ATOM)
    page = f"{SITE_URL}{folder}news/kavan-meeting.html#nr-corrected-"
    assert [entry.findtext("a:id", "", ATOM) for entry in entries] == [
        f"{page}2026-05-02-2",
        f"{page}2026-05-02",
        f"{page}2026-05-01",
    ]
    texts = [etree.fromstring(entry.findtext("a:content", "", ATOM)) for entry in entries]
    assert ["".join(text.itertext()).strip() for text in texts] == ["Three", "One", "Two"]
    assert root.findtext("a:updated", "", ATOM) == "2026-05-02T00:00:00Z"
    assert [entry.findtext("a:published", "", ATOM) for entry in entries] == [
        "2026-05-02T00:00:00Z",
        "2026-05-02T00:00:00Z",
        "2026-05-01T00:00:00Z",
    ]


@pytest.mark.parametrize(("lang", "own", "counterpart"), [("fa", "", "en/"), ("en", "en/", "")])
def test_entry_leads_to_its_own_language_alone(
    lang: str, own: str, counterpart: str, corrected: Catalogue
) -> None:
    # feedparser takes the last `alternate` of an entry for its address, rss-parser the first.
    for root in (feed(lang), corrections(lang, corrected)):
        for entry in root.findall("a:entry", ATOM):
            id = entry.findtext("a:id", "", ATOM)
            path = id.removeprefix(f"{SITE_URL}{own}")
            assert [link.attrib for link in entry.findall("a:link", ATOM)] == [
                {"rel": "alternate", "type": "text/html", "hreflang": lang, "href": id},
                {
                    "rel": "related",
                    "type": "text/html",
                    "hreflang": "en" if lang == "fa" else "fa",
                    "href": f"{SITE_URL}{counterpart}{path}",
                },
            ]


def test_entry_of_one_language_names_no_counterpart(write_record: WriteRecord) -> None:
    wanted = "translation_wanted: {since: 2026-01-05}\n---\n\n"
    alone = ORIGINAL.replace("---\n\n", wanted)
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "docs/en/news/kavan-meeting.md": alone,
                "docs/fa/news/kavan-meeting.md": None,
            }
        )
    )
    assert problems == ()

    root = feed("en", catalogue)

    links = root.findall("a:entry/a:link", ATOM)
    assert [(link.get("rel"), link.get("hreflang")) for link in links] == [("alternate", "en")]


def test_entry_that_stands_in_the_other_language_only_says_so_and_speaks_it(
    write_record: WriteRecord,
) -> None:
    wanted = "translation_wanted: {since: 2026-01-05}\n---\n\n"
    alone = ORIGINAL.replace("---\n\n", wanted)
    pair = {"docs/en/news/kavan-meeting.md": alone, "docs/fa/news/kavan-meeting.md": None}
    catalogue, _ = Catalogue.load(write_record(pair))

    (entry,) = feed("fa", catalogue).findall("a:entry", ATOM)
    (link,) = entry.findall("a:link", ATOM)

    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert entry.findtext("a:id", "", ATOM) == f"{SITE_URL}news/kavan-meeting.html"
    assert (link.get("rel"), link.get("hreflang")) == ("alternate", "en")
    assert link.get("href") == f"{SITE_URL}en/news/kavan-meeting.html"
    assert entry.findtext("a:title", "", ATOM) == "A meeting in Kavan"
    assert "به انگلیسی" in entry.findtext("a:summary", "", ATOM)
    assert '<div lang="en" dir="ltr">' in entry.findtext("a:content", "", ATOM)


def days(entry: etree.Element) -> tuple[str, str, str]:
    """The article of an entry, its day and when it last changed."""
    slug = entry.findtext("a:id", "", ATOM).rpartition("/")[2].removesuffix(".html")
    return (
        slug,
        entry.findtext("a:published", "", ATOM)[:10],
        entry.findtext("a:updated", "", ATOM)[:10],
    )


def test_old_story_added_today_stands_first(write_record: WriteRecord) -> None:
    def of(day: str, added: str) -> str:
        dated = ORIGINAL.replace("place:", f"date: {day}\nplace:")
        return dated.replace("events: [meeting]", f"added: {added}")

    root = write_record(
        {
            "docs/en/news/kavan-meeting.md": of("2024-06-30", "2024-07-02"),
            "docs/en/news/long-past.md": of("1998-03", "2025-11-03"),
            "docs/fa/news/long-past.md": TRANSLATION,
            "docs/en/news/undated.md": ORIGINAL.replace("---\n\n", "added: 2024-07-05\n---\n\n"),
            "docs/fa/news/undated.md": TRANSLATION,
        }
    )
    catalogue, problems = Catalogue.load(root)
    assert problems == ()

    shown = {lang: feed(lang, catalogue) for lang in LANGS}

    assert [days(entry) for entry in shown["en"].findall("a:entry", ATOM)] == [
        ("long-past", "1998-03-31", "2025-11-03"),
        ("undated", "", "2024-07-05"),
        ("kavan-meeting", "2024-06-30", "2024-07-02"),
    ]
    for root_element in shown.values():
        assert root_element.findtext("a:updated", "", ATOM) == "2025-11-03T00:00:00Z"


def test_translation_brought_up_to_date_is_news_in_its_language(write_record: WriteRecord) -> None:
    original = ORIGINAL.replace("---\n\n", "added: 2024-06-25\nupdated: 2024-06-28\n---\n\n")
    # The translation records its original as of 2024-07-01, see `recorded`.
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "docs/en/news/kavan-meeting.md": original,
                "docs/fa/news/kavan-meeting.md": TRANSLATION,
            }
        )
    )
    assert problems == ()

    found = {lang: feed(lang, catalogue) for lang in LANGS}

    updated = {lang: root.findtext("a:entry/a:updated", "", ATOM) for lang, root in found.items()}
    assert updated == {"en": "2024-06-28T00:00:00Z", "fa": "2024-07-01T00:00:00Z"}


def test_anchor_of_a_correction_is_the_same_in_both_languages(corrected: Catalogue) -> None:
    versions = corrected.articles["kavan-meeting"].versions

    fa, en = ([notice.anchor for notice in notices_on(versions[lang])] for lang in ("fa", "en"))

    assert (
        fa == en == [f"nr-corrected-{day}" for day in ("2026-05-02-2", "2026-05-02", "2026-05-01")]
    )


def test_corrected_article_is_updated_on_that_day(corrected: Catalogue) -> None:
    root = feed("en", corrected)
    uris = {"fa": (), "en": ("news/kavan-meeting.md",)}
    page = etree.fromstring(sitemap(corrected, uris, SITE_URL))

    assert root.findtext("a:entry/a:updated", "", ATOM) == "2026-05-02T00:00:00Z"
    assert page.findtext("s:url/s:lastmod", "", MAP) == "2026-05-02"


def test_sitemap_gives_each_page_its_counterpart_and_its_own_date() -> None:
    uris = {"fa": ("index.md", "news/talmiz-at-kavan.md"), "en": ("index.md",)}

    urls = etree.fromstring(sitemap(CATALOGUE, uris, SITE_URL)).findall("s:url", MAP)

    assert [url.findtext("s:loc", "", MAP) for url in urls] == [
        SITE_URL,
        f"{SITE_URL}news/talmiz-at-kavan.html",
        f"{SITE_URL}en/",
    ]
    assert [url.findtext("s:lastmod", "", MAP) for url in urls] == ["", LAST_DAY, ""]
    languages = [link.get("hreflang") for link in urls[0].findall("x:link", MAP)]
    assert languages == ["fa", "en", "x-default"]
