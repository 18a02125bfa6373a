"""Linked data says what the record says, by one id a thing, beside the pages of both languages."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import Event
from newsroom.site.linked_data.graphs import JSON_LD, outputs
from newsroom.site.linked_data.things import event_node, participant_node
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.dates import parse_period
from newsroom.text.languages import LANGS

from ...conftest import ORIGINAL, SITE_URL, TRANSLATION, WriteRecord, sample_record, sample_site
from ...pages import BuiltPage

RECORD = sample_record()
Node = dict[str, Any]


def nodes_of(site: Site) -> dict[str, Node]:
    """By their ids, of which none stands twice."""
    files = [json.loads(it.make()) for it in outputs(site)]
    nodes = [node for file in files for node in file["@graph"]]
    found = {node["@id"]: node for node in nodes}
    assert len(found) == len(nodes)
    return found


@cache
def sample_nodes() -> dict[str, Node]:
    return nodes_of(sample_site())


def references(value: Any) -> Iterator[str]:
    """The ids a node leads to."""
    match value:
        case {"@id": id, **rest} if not rest:
            yield id
        case dict():
            for inner in value.values():
                yield from references(inner)
        case list():
            for inner in value:
                yield from references(inner)


def test_every_id_of_a_thing_here_leads_to_its_node() -> None:
    nodes, led = sample_nodes(), 0

    for node in nodes.values():
        for id in references(
            [value for key, value in node.items() if key not in ("url", "itemListElement")]
        ):
            if "#" in id and id.startswith(SITE_URL):
                assert id in nodes, (node["@id"], id)
                led += 1
    assert led > 100


@pytest.mark.parametrize("lang", LANGS)
def test_pages_of_both_languages_lead_to_one_file(
    lang: str, pages: dict[str, BuiltPage], site: Path
) -> None:
    folder = "" if lang == "fa" else "en/"
    found = {
        path.removeprefix(folder): link.attributes["href"]
        for path, page in pages.items()
        if path.startswith(folder) and (lang == "en" or not path.startswith("en/"))
        for link in page.all("link")
        if link.attributes.get("type") == JSON_LD
    }

    expected = {it.path for it in outputs(sample_site())}
    assert {path.replace(".html", ".jsonld") for path in found} == expected
    for path, href in found.items():
        target = (site / folder / path).parent / href
        assert target.resolve() == (site / path.replace(".html", ".jsonld")).resolve()
        assert target.is_file()


def test_versions_of_an_article_name_each_other_the_source_and_what_it_is_about() -> None:
    for article in RECORD.articles.values():
        page = f"news/{article.slug}.html"
        ids = {"fa": f"{SITE_URL}{page}", "en": f"{SITE_URL}en/{page}"}
        other = "fa" if article.original == "en" else "en"
        original, translation = sample_nodes()[ids[article.original]], sample_nodes()[ids[other]]

        assert original["workTranslation"] == {"@id": ids[other]}
        assert translation["translationOfWork"] == {"@id": ids[article.original]}
        for lang in LANGS:
            node = sample_nodes()[ids[lang]]
            assert node["@type"] == "NewsArticle"
            title = {"@language": lang, "@value": article.versions[lang].title}
            assert (node["headline"], node["inLanguage"]) == (title, lang)
            assert node["isBasedOn"] == [{"@id": f"{SITE_URL}sources.html#{article.source}"}]
            about = [f"{SITE_URL}timeline.html#{id}" for id in article.events]
            about += [f"{SITE_URL}topics/{id}.html#it" for id in article.topics]
            assert node.get("about", []) == [{"@id": id} for id in about]
            assert node["mentions"]
            steps = sample_nodes()[f"{ids[lang]}#breadcrumbs"]["itemListElement"]["@list"]
            assert [it["position"] for it in steps] == [1, 2, 3]
            assert steps[-1]["item"] == {"@id": ids[lang]}


def test_correction_is_a_comment_on_its_version(write_record: WriteRecord) -> None:
    said = "corrections:\n  - {date: 2026-05-02, text: One}\n---\n\n"
    files = {
        "docs/en/news/kavan-meeting.md": ORIGINAL.replace("---\n\n", said),
        "docs/fa/news/kavan-meeting.md": TRANSLATION.replace("---\n\n", said.replace("One", "یک")),
    }
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()

    nodes = nodes_of(Site(catalogue, SiteSettings(SITE_URL, MarkdownSettings(("attr_list",)))))

    assert nodes[f"{SITE_URL}news/kavan-meeting.html"]["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": {"@language": "fa", "@value": "یک"},
            "datePublished": "2026-05-02",
        }
    ]


DAY = parse_period("2024-06-21")
RANGE = parse_period("2024-06-21/2024-06-24")
MONTH = parse_period("2024-06")
SOLAR = replace(parse_period("2023-05-22/2023-06-21"), within=True)
BEGUN = replace(RECORD.events["league-founded-2024"], date=DAY, reported=False)


@pytest.mark.parametrize(
    ("changes", "days", "status"),
    [
        ({}, ("2024-06-21", "2024-06-21"), None),
        ({"date": RANGE}, ("2024-06-21", "2024-06-24"), None),
        ({"date": MONTH}, ("2024-06", "2024-06"), None),
        ({"date": SOLAR}, (None, None), None),
        ({"date": replace(RANGE, approximate=True)}, (None, None), None),
        ({"reported": True}, (None, None), None),
        ({"status": "planned", "due": RANGE}, ("2024-06-21", "2024-06-24"), "EventScheduled"),
        ({"status": "planned", "reported": True}, (None, None), "EventScheduled"),
        (
            {"status": "planned", "outcome": "dropped"},
            ("2024-06-21", "2024-06-21"),
            "EventCancelled",
        ),
        ({"status": "planned", "outcome": "changed"}, ("2024-06-21", "2024-06-21"), None),
        ({"status": "proposed", "reported": True}, (None, None), None),
    ],
)
def test_event_has_the_days_and_the_status_that_are_known(
    changes: dict[str, Any], days: tuple[str | None, str | None], status: str | None
) -> None:
    event: Event = replace(BEGUN, **changes)

    node = event_node(sample_site(), event)

    assert (node.get("startDate"), node.get("endDate")) == days
    assert node.get("eventStatus") == (status and {"@id": f"http://schema.org/{status}"})
    assert ("attendee" in node) == (event.status == "held")


def test_participant_has_names_in_both_languages_and_nothing_unknown() -> None:
    person = participant_node(sample_site(), RECORD.participants["ilvar-melchin"])
    city = participant_node(sample_site(), RECORD.participants["kavan"])

    assert person["@id"] == f"{SITE_URL}participants/ilvar-melchin.html#it"
    assert [it["@language"] for it in person["name"]] == list(LANGS)
    assert person["@type"] == "Person"
    assert person["affiliation"]
    assert all(it["@type"] == "OrganizationRole" for it in person["affiliation"])
    assert city["@type"] == "City"
    assert city["geo"].keys() == {"@type", "latitude", "longitude"}
    for node in sample_nodes().values():
        assert all(value not in (None, "", [], {}) for value in node.values())
