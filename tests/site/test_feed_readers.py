"""Feeds as feedparser and a JSON parser read them, held against the record they tell of."""

import json
from typing import Any
from urllib.parse import urldefrag

import feedparser
import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import page_address
from newsroom.site.atom import ATOM
from newsroom.site.feeds import OF_ENTRY, Feeds, files_of
from newsroom.site.fragments import pieces_of, plain_text
from newsroom.site.publication import outputs
from newsroom.text.languages import LANGS, direction, other_lang

from ..conftest import ORIGINAL, PERSON, SITE_URL, TRANSLATION, WriteRecord, sample_site, site_of

SITE = sample_site()
FEEDS = [it for it in outputs(SITE) if it.media_type == ATOM]
MADE = {it.path: it for it in outputs(SITE)}
FOLDERS = {"fa": "", "en": "en/"}
ILVAR = SITE.catalogue.participants["ilvar-melchin"]


def read(path: str) -> Any:
    return feedparser.parse(MADE[path].make())


def text_of(entry: Any) -> str:
    return entry.content[0].value


def day_of(entry: Any, key: str) -> str:
    return entry.get(key, "")[:10]


@pytest.mark.parametrize("lang", LANGS)
def test_reader_gets_every_report_with_its_text_link_language_and_days(lang: str) -> None:
    feed = read(f"{FOLDERS[lang]}feed.xml")

    assert not feed.bozo and feed.feed.language == lang
    found = {entry.link: entry for entry in feed.entries if "#" not in entry.link}
    for view in SITE.locales[lang].news:
        article = view.article
        entry = found.pop(page_address(SITE_URL, lang, article.uri))
        assert entry.title == view.title
        assert entry.summary.endswith(view.summary)
        assert day_of(entry, "published") == (str(article.date.end) if article.date else "")
        assert day_of(entry, "updated") == str(article.last_changed(lang))
        assert entry.content[0].language == lang
        whole = SITE.texts.of(article.versions[lang]).content
        assert plain_text(whole, lang) in plain_text(text_of(entry), lang)
    assert found == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_leads_to_a_page_of_its_language_and_says_how_it_runs(lang: str) -> None:
    own, other = SITE_URL + FOLDERS[lang], SITE_URL + FOLDERS[other_lang(lang)]
    feeds = [feedparser.parse(it.make()) for it in FEEDS if it.lang == lang]

    assert len(feeds) > len(SITE.catalogue.participants)
    assert not any(feed.bozo for feed in feeds)
    for entry in (entry for feed in feeds for entry in feed.entries):
        page = urldefrag(entry.link).url
        assert f"{lang}/{page.removeprefix(own).replace('.html', '.md')}" in SITE.pages
        (first, *rest) = pieces_of(text_of(entry))
        assert (first.name, first.get("lang"), first.get("dir")) == ("div", lang, direction(lang))
        assert not {piece.name for piece in rest} & {"bdi", "details", "summary", "source"}
        for piece in rest:
            assert all(it.startswith("http") for it in (piece.get("href"), piece.get("src")) if it)
        related = [it.href for it in entry.links if it.rel == "related"]
        assert related == [entry.link.replace(own, other)]


@pytest.mark.parametrize(
    ("lang", "run"),
    [
        ("fa", '<span dir="ltr" lang="en">BRILS+</span>'),
        ("en", '<span dir="rtl" lang="fa">نشست شهرها</span>'),
    ],
)
def test_runs_of_the_other_script_are_isolated_by_what_readers_keep(
    write_record: WriteRecord, lang: str, run: str
) -> None:
    mixed = {
        "docs/en/news/kavan-meeting.md": ORIGINAL.replace("Text.", "It is called نشست شهرها."),
        "docs/fa/news/kavan-meeting.md": TRANSLATION.replace("متن.", "در BRILS+ است."),
    }
    catalogue, problems = Catalogue.load(write_record(mixed))
    assert problems == ()
    feeds = Feeds(site_of(catalogue), lang)

    (entry,) = feedparser.parse(feeds.atom(feeds.reports)).entries

    assert run in text_of(entry)


@pytest.mark.parametrize("lang", LANGS)
def test_feed_of_a_participant_has_the_reports_and_events_that_name_them(lang: str) -> None:
    locale = SITE.locales[lang]

    feed = read(f"{FOLDERS[lang]}participants/{ILVAR.id}.xml")

    named = [it.page.uri for it in locale.mentions_of(ILVAR) if it.page.uri.startswith("news/")]
    told = [locale.uri_of(event) for event in locale.events_of(ILVAR)]
    expected = {page_address(SITE_URL, lang, uri) for uri in (*named, *told)}
    assert len(named) == 3 and len(told) == 3 and len(expected) < OF_ENTRY
    assert {entry.link for entry in feed.entries} == expected
    days = [day_of(entry, "updated") for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert ILVAR.name[lang] in feed.feed.title


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["feed", "corrections"])
def test_json_feed_says_what_the_atom_feed_says(name: str, lang: str) -> None:
    atom = read(f"{FOLDERS[lang]}{name}.xml")

    feed = json.loads(MADE[f"{FOLDERS[lang]}{name}.json"].make())

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["language"] == lang and feed["title"] == atom.feed.title
    assert feed["home_page_url"] == atom.feed.link
    assert feed["feed_url"] == f"{SITE_URL}{FOLDERS[lang]}{name}.json"
    assert [it["language"] for it in feed["items"]] == [lang for _ in atom.entries]
    assert [
        (it["id"], it["url"], it["title"], it.get("date_published", ""), it["date_modified"])
        for it in feed["items"]
    ] == [(it.id, it.link, it.title, it.get("published", ""), it.updated) for it in atom.entries]
    for item, entry in zip(feed["items"], atom.entries, strict=True):
        # feedparser drops attributes it does not know, and writes the others in order.
        assert plain_text(item["content_html"], lang) == plain_text(text_of(entry), lang)
        assert item["_related"] == {
            it.hreflang: it.href for it in entry.links if it.rel == "related"
        }


def test_what_moved_keeps_its_ids_and_its_feed_at_both_addresses(write_record: WriteRecord) -> None:
    moved = {
        "docs/en/news/kavan-meeting.md": ORIGINAL.replace(
            "---\n\n", "moved_from: [first, then]\n---\n\n"
        ),
        "data/people/ilvar-melchin.yml": PERSON + "moved_from: [melchin]\n",
    }
    catalogue, problems = Catalogue.load(write_record(moved))
    assert problems == ()
    made = {it.path: it for it in outputs(site_of(catalogue))}

    person = catalogue.participants["ilvar-melchin"]
    assert list(files_of(person, ".xml")) == [
        "participants/ilvar-melchin.xml",
        "participants/melchin.xml",
    ]
    feed, before = (feedparser.parse(made[f"en/{it}"].make()) for it in files_of(person, ".xml"))
    assert feed.feed.id == before.feed.id == f"{SITE_URL}en/participants/melchin.xml"
    assert f"{SITE_URL}en/news/first.html" in [entry.id for entry in feed.entries]
    assert f"{SITE_URL}en/news/kavan-meeting.html" in [entry.link for entry in feed.entries]


def test_words_of_a_machine_are_said_to_be_its_own(write_record: WriteRecord) -> None:
    translated = (
        "---\ntitle: نشستی در قاوان\nsummary: چه گفته شد.\n"
        "translation: {of: en, machine: true, date: 2024-07-01}\n---\n\nایلوار ملچین سخن گفت.\n"
    )
    catalogue, _ = Catalogue.load(write_record({"docs/fa/news/kavan-meeting.md": translated}))
    feeds = Feeds(site_of(catalogue), "fa")

    (entry,) = feedparser.parse(feeds.atom(feeds.reports)).entries

    label = catalogue.strings["fa"]["translations.machine"]
    assert plain_text(text_of(entry), "fa").startswith(label)
    assert label in entry.summary
