"""What came of what was planned or proposed: on its page, beside its event and in the feed."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.feeds import Feeds
from newsroom.site.locale_views import LocaleView

from ..conftest import EVENT, SITE_URL, WriteRecord, add_engine, sample_record, site_of
from ..pages import BuiltPage
from ..test_site import built_pages

CATALOGUE = sample_record()
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LATER = EVENT.replace("held", "planned").replace("2024-06-21", "2024-07-01")
LATER_ON = LATER.replace("2024-07-01", "2024-07-02/2024-07-04")
TOLD_LATER = EVENT.replace("2024-06-21", "{day}").replace("title:", "reported: true\ntitle:")


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_what_was_announced_is_listed_by_its_standing(lang: str) -> None:
    listed = LocaleView(CATALOGUE, lang).announcements

    assert {standing: [it.id for it in events] for standing, events in listed.items()} == {
        "overdue": ["kavanysh-2023"],
        "undated": ["committee-proposed-2023", "forum-proposed-2023"],
        "known": ["visit-planned-2023"],
    }
    assert list(listed) == ["overdue", "undated", "known"]


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        ("2024-06-30", {"ahead": ["fair", "talks"]}),
        ("2024-07-02", {"overdue": ["fair"], "ahead": ["talks"]}),
        ("2024-07-04", {"overdue": ["fair"], "ahead": ["talks"]}),
        ("2024-07-05", {"overdue": ["fair", "talks"]}),
    ],
)
def test_newest_entry_decides_what_is_past_due(
    write_record: WriteRecord, newest: str, expected: dict[str, list[str]]
) -> None:
    root = write_record(
        {
            "data/events/fair.yml": LATER,
            "data/events/talks.yml": LATER_ON,
            "data/events/speech.yml": TOLD_LATER.replace("{day}", newest),
        }
    )
    catalogue, problems = Catalogue.load(root)
    assert problems == ()

    listed = LocaleView(catalogue, "en").announcements

    assert {standing: [it.id for it in events] for standing, events in listed.items()} == expected


@pytest.mark.parametrize(
    ("folder", "as_of", "unknown", "dropped", "search"),
    [
        (
            "",
            "تا ۲ آذر ۱۴۰۳ (۲۲ نوامبر ۲۰۲۴)، تاریخ جدیدترین مدخل این سایت.",
            "تا ۲ آذر ۱۴۰۳ (۲۲ نوامبر ۲۰۲۴) معلوم نیست",
            "کنار گذاشته شد (",
            "اینکه کاوانیش برگزار شد یا نه؛ در هر سه منبع این مجموعه، ۱۷ مهر ۱۴۰۳ (۸ اکتبر ۲۰۲۴)؛ "
            "واژه‌ها: «کاوانیش»، «Kavanysh»",
        ),
        (
            "en/",
            "As of 22 November 2024 (2 Azar 1403), the date of the newest entry on this site.",
            "not known as of 22 November 2024 (2 Azar 1403)",
            "dropped (",
            "whether Kavanysh took place; in the three sources of this record, 8 October 2024 "
            "(17 Mehr 1403); words: “کاوانیش”, “Kavanysh”",
        ),
    ],
)
def test_page_says_as_of_when_and_what_was_looked_for(
    pages: dict[str, BuiltPage], folder: str, as_of: str, unknown: str, dropped: str, search: str
) -> None:
    page, timeline = pages[f"{folder}outcomes.html"], pages[f"{folder}timeline.html"]

    assert as_of in text_of(page)
    for shown in (page, timeline):
        assert unknown in text_of(shown)
        assert dropped in text_of(shown)
        assert search in text_of(shown)
    assert {"kavanysh-2023", "visit-planned-2023"} < set(page.ids)
    assert "declaration-2024" not in page.ids


def test_timeline_and_home_page_lead_to_the_page(pages: dict[str, BuiltPage]) -> None:
    for folder in ("", "en/"):
        for name in ("timeline.html", "index.html"):
            page = pages[f"{folder}{name}"]
            found = {page.target(link.attributes["href"]) for link in page.all("a")}
            assert (f"{folder}outcomes.html", "") in found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sources.html", "نشانی صفحه؛ در خود متن، ۱۷ مهر ۱۴۰۳ (۸ اکتبر ۲۰۲۴)؛ واژه‌ها: «http»، «www»"),
        ("en/sources.html", "the address of the page; in the text itself, 8 October 2024 (17 Mehr 1403); words: “http”, “www”"),
        ("index.html", "فهرست شهرها؛ در هر دو منبع، ۱۷ مهر ۱۴۰۳ (۸ اکتبر ۲۰۲۴)؛ واژه‌ها: «فهرست»"),
        ("en/index.html", "a list of the cities; in both sources, 8 October 2024 (17 Mehr 1403); words: “فهرست”"),
    ],
)  # fmt: skip
def test_search_stands_beside_the_gap_of_a_source_or_figure(
    pages: dict[str, BuiltPage], name: str, text: str
) -> None:
    assert text in text_of(pages[name])


@pytest.mark.parametrize(
    ("lang", "title", "summary"),
    [
        (
            "fa",
            "موعد گذشت و خبری نیست: نشست",
            "موعد: ۱۱ تیر ۱۴۰۳ (۱ ژوئیه ۲۰۲۴). هیچ منبعی در این سایت نمی‌گوید چه شد.",
        ),
        (
            "en",
            "Overdue, no news: Meeting",
            "Announced for: 1 July 2024 (11 Tir 1403). No source on this site says what came of it.",
        ),
    ],
)
def test_feed_names_what_is_past_due_until_a_source_says_more(
    write_record: WriteRecord, lang: str, title: str, summary: str
) -> None:
    speech = TOLD_LATER.replace("{day}", "2024-08-01")
    known = LATER.replace("place:", "outcome: held\noutcome_sources: [report]\nplace:")
    entries = []
    for fair in (LATER, known):
        root = write_record({"data/events/fair.yml": fair, "data/events/speech.yml": speech})
        catalogue, problems = Catalogue.load(root)
        assert problems == ()
        feeds = Feeds(site_of(catalogue), lang)
        feed = etree.fromstring(feeds.atom(feeds.reports))
        entries.append(
            [it for it in feed.findall("a:entry", ATOM) if "#" in it.findtext("a:id", "", ATOM)]
        )

    (entry,) = entries[0]
    folder = "" if lang == "fa" else "en/"
    assert entries[1] == []
    assert entry.findtext("a:id", "", ATOM) == f"{SITE_URL}{folder}outcomes.html#fair"
    assert entry.findtext("a:title", "", ATOM) == title
    assert etree.fromstring(entry.findtext("a:content", "", ATOM)).findtext("p") == summary
    assert entry.findtext("a:published", "", ATOM) == "2024-07-01T00:00:00Z"
    assert entry.findtext("a:updated", "", ATOM) == "2024-07-02T00:00:00Z"


def test_record_that_announces_nothing_says_so(write_record: WriteRecord, tmp_path: Path) -> None:
    root = write_record()
    add_engine(root)

    pages = built_pages(root, tmp_path / "site")

    assert "Nothing has been announced or proposed yet" in pages["en/outcomes.html"].html
    assert "outcomes.html" not in pages["en/timeline.html"].html


def text_of(page: BuiltPage) -> str:
    """The text of a page without its elements."""
    return " ".join(unescape(re.sub("<[^>]+>", "", page.html)).split())
