"""What belongs to a place: its bodies, who is in office there, and what they did; no guesswork."""

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.places import Belongings, Places
from newsroom.site.texts import Backlink, Text, Texts

from ..conftest import EVENT, ORIGINAL, SOURCE, TRANSLATION, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()


def entry(name: str, more: str) -> str:
    return f"name: {{fa: {name}, en: {name}}}\n{more}"


def role(office: str, more: str, source: str = "report") -> str:
    keys = f"{more}, source: {source}, as_of: 2020-01-01"
    return f"roles:\n  - {{office: {{fa: {office}, en: {office}}}, {keys}}}\n"


def event(named: str, source: str = "report", key: str = "participants") -> str:
    # A meeting in another town, so that the places asked about are not named themselves.
    text = EVENT.replace("participants: [ilvar-melchin]", f"{key}: [{named}]")
    return text.replace("[report]", f"[{source}]").replace("kavan", "oslo")


RECORD = {
    "data/places/norway.yml": entry("Norway", "kind: country\n"),
    "data/places/oslo.yml": entry("Oslo", "kind: city\ncountry: norway\n"),
    "data/places/peru.yml": entry("Peru", "kind: country\n"),
    "data/places/cusco.yml": entry("Cusco Region", "kind: region\ncountry: peru\n"),
    "data/places/pisac.yml": entry("Pisac", "kind: city\ncountry: peru\nregion: cusco\n"),
    "data/organisations/town-hall.yml": entry("Town Hall", "kind: body\ncity: pisac\n"),
    "data/organisations/union.yml": entry("Union", "kind: body\ncountry: peru\n"),
    "data/organisations/consulate.yml": entry(
        "Consulate", "kind: body\ncountry: peru\ncity: oslo\n"
    ),
    "data/organisations/fair.yml": entry("Fair", "kind: conference\ncity: pisac\n"),
    "data/people/mayor.yml": entry("Rosa", role("Mayor", "place: pisac")),
    "data/people/clerk.yml": entry("Luis", role("Clerk", "organisation: town-hall")),
    "data/people/consul.yml": entry("Ines", role("Consul", "organisation: consulate")),
    "data/people/envoy.yml": entry("Nora", role("Envoy", "organisation: union, place: oslo")),
    "data/people/born-there.yml": entry("Juan", "city: pisac\n"),
    "data/sources/letter.yml": SOURCE,
    "data/events/meeting.yml": event("mayor, clerk"),
    "data/events/by-another-source.yml": event("mayor", source="letter"),
    "data/events/of-the-hall.yml": event("town-hall, clerk", source="letter"),
    "data/events/listed.yml": event("mayor", key="listed"),
    "data/events/named-itself.yml": event("mayor, pisac"),
    "data/events/of-juan.yml": event("born-there"),
}


@pytest.fixture
def places(write_record: WriteRecord) -> Places:
    catalogue, problems = Catalogue.load(write_record(dict(RECORD)))
    assert problems == ()
    return Places(LocaleView(catalogue, "en"))


def of(places: Places, id: str) -> Belongings:
    return places.of(places._participants[id])


def ids(found: Belongings) -> dict[str, list[str]]:
    return {
        "bodies": [it.id for it in found.bodies],
        "elsewhere": [it.id for it in found.elsewhere],
        "forums": [it.id for it in found.forums],
        "holders": [it.participant.id for it in found.holders],
    }


@pytest.mark.parametrize(
    ("place", "bodies", "elsewhere", "forums", "holders"),
    [
        ("pisac", ["town-hall"], [], ["fair"], ["clerk", "mayor"]),
        ("cusco", ["town-hall"], [], ["fair"], ["clerk", "mayor"]),
        # The consul serves Peru in Oslo, the envoy Oslo's hosts; both are of bodies of Peru.
        (
            "peru",
            ["town-hall", "union"],
            ["consulate"],
            ["fair"],
            ["consul", "clerk", "envoy", "mayor"],
        ),
        ("oslo", ["consulate"], [], [], ["consul", "envoy"]),
        ("norway", ["consulate"], [], [], ["consul", "envoy"]),
        # Of an organisation only who holds an office in it.
        ("town-hall", [], [], [], ["clerk"]),
        ("union", [], [], [], ["envoy"]),
        ("fair", [], [], [], []),
    ],
)
def test_bodies_and_offices_belong_to_a_place_by_their_ids(
    places: Places,
    place: str,
    bodies: list[str],
    elsewhere: list[str],
    forums: list[str],
    holders: list[str],
) -> None:
    assert ids(of(places, place)) == {
        "bodies": bodies,
        "elsewhere": elsewhere,
        "forums": forums,
        "holders": holders,
    }


def test_event_belongs_to_an_office_by_the_source_that_gives_it(places: Places) -> None:
    found = {deed.event.id: [it.id for it in deed.by] for deed in of(places, "pisac").events}

    assert found == {
        "meeting": ["clerk", "mayor"],
        "listed": ["mayor"],
        # The letter does not call Luis a clerk; the hall is named itself.
        "of-the-hall": ["town-hall"],
    }


def test_report_belongs_to_an_office_by_its_source(write_record: WriteRecord) -> None:
    files: dict[str, str | bytes | None] = dict(RECORD)
    for source in ("report", "letter"):
        text = ORIGINAL.replace("source: report", f"source: {source}")
        files[f"docs/en/news/of-{source}.md"] = text
        files[f"docs/fa/news/of-{source}.md"] = TRANSLATION
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()
    mentioned = {
        "of-report": ("mayor",),
        "of-letter": ("mayor", "fair"),
        # The place itself is mentioned there, so the report is listed already.
        "kavan-meeting": ("mayor", "pisac"),
    }
    pages = {slug: catalogue.articles[slug].versions["en"] for slug in mentioned}
    texts = Texts(
        (page, Text("", backlinks=tuple(Backlink(id, page, "", "") for id in mentioned[slug])))
        for slug, page in pages.items()
    )

    reports = of(Places(LocaleView(catalogue, "en", texts)), "pisac").reports

    assert {told.view.article.slug: [it.id for it in told.of] for told in reports} == {
        "of-report": ["mayor"],
        "of-letter": ["fair"],
    }


def test_each_office_stands_once_with_its_sources() -> None:
    places = Places(LocaleView(CATALOGUE, "en"))

    holders = {it.participant.id: it for it in places.of(CATALOGUE.participants["kavan"]).holders}

    assert list(holders) == ["evgenia-lodverova", "ilvar-melchin", "mirzavandi", "valizad"]
    (mayor,) = holders["ilvar-melchin"].offices
    assert [it.source for it in mayor] == [
        "office-kavan-2023",
        "kavan-founding-2024",
        "umna-talmiz-2024",
    ]


def sections(page: BuiltPage) -> dict[str, str]:
    """The texts of a participant's page by the id of their heading."""
    found = {}
    for element in page.all("section"):
        id = element.attributes.get("aria-labelledby", "")
        found[id] = " ".join(element.text.split())
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "en/participants/talmiz.html",
            {
                "nr-bodies": ["Bodies seated here", "Talmiz Municipality"],
                "nr-holders": ["Yaghoub Houshmar", "Mayor of Talmiz", "UMNA"],
                "nr-events": [
                    "Trip of the mayors of Sahelan and Talmiz",
                    "Was to take part",
                    "Mayor of Talmiz speaks",
                    "Founding meeting",
                    "Through Yaghoub Houshmar (Listed by a source, not confirmed)",
                ],
            },
        ),
        (
            "participants/talmiz.html",
            {
                "nr-bodies": ["نهادهای مستقر در اینجا", "شهرداری تلمیز"],
                "nr-holders": ["یعقوب هوشمار", "شهردار تلمیز", "اومنا"],
                "nr-events": [
                    "برنامه‌ریزی سفر شهرداران ساحلان و تلمیز",
                    "قرار بود شرکت کند",
                    "سخنان شهردار تلمیز",
                    "نشست مؤسس",
                    "از طریق یعقوب هوشمار",
                ],
            },
        ),
        (
            "en/participants/iran.html",
            {
                "nr-elsewhere": ["Talmiz Trade Office in Kavan"],
                "nr-holders": ["Mirzavandi", "Deputy Mayor of Delvaran, as the source styles him"],
            },
        ),
        ("en/participants/kavan-city-hall.html", {"nr-holders": ["Evgenia Lodverova"]}),
    ],
)
def test_page_of_a_place_holds_what_belongs_to_it(
    pages: dict[str, BuiltPage], path: str, expected: dict[str, list[str]]
) -> None:
    found = sections(pages[path])

    for id, texts in expected.items():
        for text in texts:
            assert text in found[id], (id, found[id])


def test_page_of_a_place_lists_nothing_twice(pages: dict[str, BuiltPage]) -> None:
    for page in pages.values():
        if "participants/" in page.path:
            titles = [it.text for it in page.elements if "nr-rail__title" in it.classes]
            chips = [
                it.attributes["href"]
                for it in page.all("a")
                if it.is_inside("nr-chips") or it.is_inside("nr-role__office")
            ]
            reports = [
                it.attributes["href"].partition("#")[0]
                for it in page.all("a")
                if {"nr-mentions__link", "nr-mentions__report"} & set(it.classes)
            ]
            for listed in (titles, chips, reports):
                assert len(listed) == len(set(listed)), page.path
