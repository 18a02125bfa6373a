"""Topics: their pages, what leads to them, and what leads on from them."""

import json
from collections.abc import Mapping
from dataclasses import replace

import feedparser
import pytest
from icalendar import Calendar

from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.topic import Topic
from newsroom.record.suggestions import Suggestion, TopicSigns
from newsroom.site.addresses import page_address
from newsroom.site.pages import Moved
from newsroom.site.publication import outputs
from newsroom.text.languages import LANGS

from ..conftest import EVENT, SITE_URL, WriteRecord, sample_site, site_of
from ..pages import BuiltPage

SITE = sample_site()
FOLDERS = {"fa": "", "en": "en/"}
CITIES, LEAGUE = "city-ties", "league-founding"
HARBOURS = "data/topics/harbours.yml"
TOPIC = "name: {fa: بندرها, en: Harbours}\nabout: {fa: همهٔ بندرها., en: All harbours.}\n"


def hrefs(page: BuiltPage) -> set[str]:
    return {it.attributes.get("href") or "" for it in page.elements if it.tag == "a"}


def made(path: str) -> str:
    (data,) = [it.make() for it in outputs(SITE) if it.path == path]
    return data if isinstance(data, str) else data.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_page_has_its_reports_its_events_and_what_is_open(
    pages: Mapping[str, BuiltPage], lang: str
) -> None:
    topic = SITE.catalogue.topics[LEAGUE]
    page = pages[f"{FOLDERS[lang]}topics/{LEAGUE}.html"]

    assert topic.name[lang] in page.html and topic.about[lang] in page.html
    assert hrefs(page) >= {
        "../news/league-founded.html",
        "../timeline.html#league-founded-2024",
        "../timeline.html#declaration-2024",
        "../disagreements.html#chair",
        f"{LEAGUE}.xml",
        f"{LEAGUE}.ics",
    }
    assert "../disagreements.html#governor" not in hrefs(page)  # of an event of no topic
    assert "../news/talmiz-at-kavan.html" not in hrefs(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ["index.html", "news/index.html"])
def test_readers_are_led_to_the_list_and_from_it_to_each(
    pages: Mapping[str, BuiltPage], lang: str, path: str
) -> None:
    up = "../" * path.count("/")
    listed = hrefs(pages[f"{FOLDERS[lang]}topics/index.html"])

    assert f"{up}topics/index.html" in hrefs(pages[f"{FOLDERS[lang]}{path}"])
    assert listed >= {f"{CITIES}.html", f"{LEAGUE}.html"}


@pytest.mark.parametrize("lang", LANGS)
def test_article_leads_to_its_topics(pages: Mapping[str, BuiltPage], lang: str) -> None:
    found = hrefs(pages[f"{FOLDERS[lang]}news/mayors-meet.html"])

    assert f"../topics/{CITIES}.html" in found and f"../topics/{LEAGUE}.html" not in found


def test_address_of_before_leads_on() -> None:
    topics = SITE.catalogue.topics
    moved = {CITIES: replace(topics[CITIES], moved_from=("sister-cities",))}
    site = site_of(SITE.catalogue.having(Topic, {**topics, **moved}))

    assert site.pages["en/topics/sister-cities.md"].subject == Moved(
        "topics/sister-cities.md", f"topics/{CITIES}.md"
    )
    files = {it.path: it.make() for it in outputs(site) if it.path.startswith("en/topics/")}
    assert files["en/topics/sister-cities.xml"] == files[f"en/topics/{CITIES}.xml"]


@pytest.mark.parametrize("lang", LANGS)
def test_timeline_is_filtered_by_topic(lang: str) -> None:
    locale = SITE.locales[lang]
    filter_ = locale.filter_of(locale.moments_in_time)
    (cities,) = [it for it in filter_.topics if it.entry.id == CITIES]
    chosen = {key for key, css in filter_.classes.items() if cities.css in css.split()}

    assert cities.label == SITE.catalogue.topics[CITIES].name
    assert chosen == {
        "article mayors-meet",
        "event mayors-meeting-2023",
        "event visit-planned-2023",
        "event committee-proposed-2023",
    }
    assert cities.count == len(chosen)


@pytest.mark.parametrize("lang", LANGS)
def test_feed_and_calendar_hold_what_the_page_does(lang: str) -> None:
    feed = feedparser.parse(made(f"{FOLDERS[lang]}topics/{LEAGUE}.xml"))
    calendar = Calendar.from_ical(made(f"{FOLDERS[lang]}topics/{LEAGUE}.ics"))

    links = {entry.link.rpartition("/")[2] for entry in feed.entries}
    assert links == {
        "league-founded.html",
        "timeline.html#league-founded-2024",
        "timeline.html#declaration-2024",
    }
    assert SITE.catalogue.topics[LEAGUE].name[lang] in feed.feed.title
    ids = {str(it["uid"]).partition("#")[2] for it in calendar.events}
    assert ids == {"league-founded-2024", "declaration-2024"}


def test_linked_data_say_what_an_article_and_an_event_are_about() -> None:
    address = f"{page_address(SITE_URL, 'fa', f'topics/{LEAGUE}.md')}#it"
    events = json.loads(made("timeline.jsonld"))["@graph"]
    article = json.loads(made("news/league-founded.jsonld"))["@graph"]
    (topic,) = [
        it for it in json.loads(made(f"topics/{LEAGUE}.jsonld"))["@graph"] if it["@id"] == address
    ]

    about = {it["@id"].rpartition("#")[2]: it.get("about", []) for it in events}
    assert about["league-founded-2024"] == [{"@id": address}]
    assert about["letter-read-2024"] == []
    versions = [it for it in article if it["@type"] == "NewsArticle"]
    assert all({"@id": address} in it["about"] for it in versions)
    assert topic["@type"] == "DefinedTerm" and len(topic["name"]) == len(LANGS)


def test_record_without_topics_has_an_empty_list(write_record: WriteRecord) -> None:
    site = site_of(Catalogue.load(write_record())[0])

    home = {lang: site.locales[lang].topics for lang in LANGS}
    assert home == {"fa": (), "en": ()} and "en/topics/index.md" in site.pages


def test_topic_that_is_not_there_is_an_error(write_record: WriteRecord) -> None:
    root = write_record({HARBOURS: TOPIC, "data/events/meeting.yml": f"{EVENT}topics: [harbors]\n"})

    (problem,) = check(root)[1]

    assert problem.rule == "entry-unknown" and "harbors" in problem.message
    assert problem.path == "data/events/meeting.yml" and "harbours" in problem.hint


def signs(write_record: WriteRecord, topic: str, text: str) -> tuple[Suggestion, ...]:
    files = {HARBOURS: TOPIC + topic}
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()
    return TopicSigns(catalogue).in_texts([text], "en")


def test_topic_is_suggested_by_enough_of_its_signs(write_record: WriteRecord) -> None:
    both = "participants: [ilvar-melchin, kavan]\n"

    (found,) = signs(write_record, both, "Ilvar Melchin came to Kavan.")

    assert found == Suggestion("harbours", ("ilvar-melchin", "kavan"))
    assert signs(write_record, both, "Ilvar Melchin came.") == ()


def test_topic_of_one_sign_is_suggested_by_it(write_record: WriteRecord) -> None:
    (found,) = signs(write_record, "participants: [kavan]\n", "They came to Kavan.")

    assert found.signs == ("kavan",)
    assert signs(write_record, "", "They came to Kavan.") == ()


def test_article_is_suggested_what_it_does_not_name_yet() -> None:
    catalogue = SITE.catalogue
    named, other = catalogue.articles["mayors-meet"], catalogue.articles["talmiz-at-kavan"]
    finder = TopicSigns(catalogue)

    assert CITIES not in {it.topic for it in finder.for_article(named)}
    assert {it.topic for it in finder.for_article(other)} <= {CITIES, LEAGUE}
