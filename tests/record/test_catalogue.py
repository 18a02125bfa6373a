from datetime import date

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.text.dates import parse_period

from ..conftest import (
    CITY,
    DISAGREEMENT,
    EVENT,
    ORIGINAL,
    PERSON,
    SOURCE,
    TRANSLATION,
    WriteRecord,
    sample_record,
)


def test_facts_of_an_article_are_written_once(write_record: WriteRecord) -> None:
    catalogue, problems = Catalogue.load(write_record())

    article = catalogue.articles["kavan-meeting"]
    assert problems == ()
    assert (article.original, article.source, article.place) == ("en", "report", "kavan")
    assert article.versions["fa"].translation_of == "en"
    assert article.date is None


def test_country_takes_its_names_from_cldr(write_record: WriteRecord) -> None:
    root = write_record({"data/places/turkiye.yml": "kind: country\niso: TR\n"})

    catalogue, problems = Catalogue.load(root)

    assert problems == ()
    assert catalogue.participants["turkiye"].name == {"fa": "ترکیه", "en": "Türkiye"}


def test_approximate_event_keeps_it_in_its_date(write_record: WriteRecord) -> None:
    event = EVENT.replace("2024-06-21\n", "2023-12-02/2023-12-11\napproximate: true\n")

    catalogue, _ = Catalogue.load(write_record({"data/events/meeting.yml": event}))

    expected = parse_period("2023-12-02/2023-12-11", approximate=True)
    assert catalogue.events["meeting"].date == expected


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("data/people/x.yml", PERSON + "shoes: 44\n", "3: error: unknown key 'shoes'  [key-unknown]"),
        ("data/people/x.yml", "aliases: {fa: [الف]}\n", "1: error: the key 'name' is missing or empty  [key-missing]"),
        ("data/people/x.yml", "name: {fa: الف}\n", "1: error: the key 'name.en' is missing or empty  [key-missing]"),
        ("data/people/x.yml", "name: {fa: الف, en: <b>A</b>}\n", "1: error: 'name.en' contains '<' or '>'; expected plain text  [text-markup]"),
        ("data/people/x.yml", "name: الف\n", "1: error: 'name' is not a mapping; expected keys  [value-kind]"),
        ("data/people/x.yml", "aliases: {fa: [ب]}\nname: {fa: الف, en: A}\n", "1: error: the key 'aliases' is out of order; expected 'name' here  [key-order]"),
        ("data/people/x_y.yml", "name: {fa: الف, en: A}\n", "1: error: the name 'x_y' is not an id; expected lower-case a-z, 0-9 and '-', at most 60 characters, not beginning with 'nr-'  [id-form]"),
        ("data/places/x.yml", "name: {fa: الف, en: A}\nkind: town\n", "2: error: 'kind' is 'town'; expected one of city, region, country  [value-unknown]"),
        ("data/places/x.yml", "kind: country\niso: XX\n", "1: error: the key 'name' is missing; only a country with a known 'iso' may omit it  [key-missing]"),
        ("data/places/x.yml", CITY.replace("kavan", "x") + "coordinates: [95, 0]\n", "4: error: 'coordinates' is not a pair of coordinates; expected [latitude, longitude]  [value-form]"),
        ("data/sources/report.yml", SOURCE.replace("0", "g"), "2: error: '2g24-g6-21' is not a date; write 2024, 2024-06, 2024-06-21 or a range a/b  [date-impossible]"),
        ("data/events/meeting.yml", EVENT.replace("06-21", "02-30"), "1: error: the date '2024-02-30' does not exist  [date-impossible]"),
        ("data/events/meeting.yml", EVENT.replace("[report]", "report"), "6: error: 'sources' is not a list; expected `- …` lines  [value-kind]"),
        ("data/events/meeting.yml", EVENT.replace("[report]", "[]"), "6: error: the key 'sources' is missing or empty  [key-missing]"),
        ("data/people/x.yml", 'name: {fa: "\\u200c", en: A}\n', "1: error: 'name.fa' contains no letter or digit  [value-form]"),
        ("data/people/kavan.yml", "name: {fa: الف, en: A}\n", "1: error: the id 'kavan' is taken by 'data/people/kavan.yml'  [id-duplicate]"),
        ("data/glossary.yml", "terms:\n  - {id: a, term: {fa: الف, en: a}, definition: {fa: ب, en: b}}\n  - {id: a, term: {fa: ت, en: c}, definition: {fa: ب, en: b}}\n", "3: error: 'a' appears twice in 'terms'  [value-repeated]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("source: report\n", ""), "2: error: the key 'source' is missing or empty  [key-missing]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("title: A", "title: A <b>"), "2: error: 'title' contains '<' or '>'; expected plain text  [text-markup]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("title: A", "title: A\\nB"), "2: error: 'title' contains '\\n', which is shown literally  [text-markup]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("title: A", f"title: {'a' * 5000}"), "2: error: 'title' has 5017 characters; expected at most 200  [value-long]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("What was", "what " * 400 + "was"), "3: error: 'summary' has 2009 characters; expected at most 2000  [value-long]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("title: A", "title: AÂ°"), "2: error: 'Â°' is '°', read in a wrong encoding  [text-mojibake]"),
        ("docs/en/news/kavan-meeting.md", ORIGINAL.replace("[meeting]", "\n  - meeting\n  - meeting"), "8: error: 'meeting' appears twice in 'events'  [value-repeated]"),
        ("data/people/x.yml", "name: {fa: الف, en: A}\naliases:\n  en: [B, C, B]\n", "3: error: 'B' appears twice in 'aliases.en'  [value-repeated]"),
        ("data/disagreements/days.yml", DISAGREEMENT.replace("section: aims}\n", "section: aims}\n  - {article: kavan-meeting, section: aims}\n"), "10: error: 'articles.1' repeats an entry above it  [value-repeated]"),
        ("docs/en/news/kavan-meeting.md", "Tehran: the meeting began.\n", "1: error: the page does not begin with front matter; expected a line `---`  [front-matter-missing]"),
    ],
)  # fmt: skip
def test_faulty_file_is_reported_with_its_line(
    write_record: WriteRecord, path: str, content: str, expected: str
) -> None:
    _, problems = Catalogue.load(write_record({path: content}))

    first_lines = [str(problem).partition("\n")[0].partition(":")[2] for problem in problems]
    assert expected in first_lines


@pytest.mark.parametrize("sign", "\u2028\u2029\x85")
def test_separator_moves_no_line_below_it(write_record: WriteRecord, sign: str) -> None:
    text = f"name: {{fa: الف, en: 'A{sign}B'}}\ncolour: red\n"

    _, problems = Catalogue.load(write_record({"data/people/x.yml": text}))

    assert [(problem.line, problem.rule) for problem in problems] == [
        (1, "character-forbidden"),
        (2, "key-unknown"),
    ]


def test_all_problems_come_in_one_run(write_record: WriteRecord) -> None:
    root = write_record(
        {
            "data/people/a.yml": "name: x\n",
            "data/events/b.yml": b"\xff",
            "docs/fa/news/c.md": "no front matter",
            "data/sources/d.yml": "a: [",
        }
    )

    _, problems = Catalogue.load(root)

    assert {problem.path for problem in problems} == {
        "data/people/a.yml",
        "data/events/b.yml",
        "docs/fa/news/c.md",
        "data/sources/d.yml",
    }


@pytest.mark.parametrize(
    ("participant", "country"),
    [
        ("iran", "iran"),
        ("talmiz", "iran"),
        ("kavan", "kazakhstan"),
        ("yaghoub-houshmar", "iran"),
        ("ilvar-melchin", "kazakhstan"),
        ("brils", None),
    ],
)
def test_participant_is_at_home_where_its_city_or_office_is(
    participant: str, country: str | None
) -> None:
    catalogue = sample_record()

    assert catalogue.country_of(catalogue.participants[participant]) == country


def test_places_that_name_each_other_end_the_search(write_record: WriteRecord) -> None:
    place = "name: {{fa: {0}, en: {0}}}\nkind: region\nregion: {1}\n"
    catalogue, _ = Catalogue.load(
        write_record(
            {
                "data/places/alpha.yml": place.format("Alpha", "beta"),
                "data/places/beta.yml": place.format("Beta", "alpha"),
            }
        )
    )

    assert catalogue.country_of(catalogue.participants["alpha"]) is None


DRAFTS = {
    "docs/en/news/kavan-meeting.md": ORIGINAL.replace("place:", "draft: true\nplace:"),
    "docs/fa/news/kavan-meeting.md": TRANSLATION,
}


def test_drafts_are_in_the_catalogue_only_when_asked_for(write_record: WriteRecord) -> None:
    root = write_record(DRAFTS)

    published, _ = Catalogue.load(root)
    whole, _ = Catalogue.load(root, drafts=True)

    assert (set(published.articles), whole.drafts) == (set(), {"kavan-meeting"})
    assert ("fa", "news/kavan-meeting.md") not in published.pages
    assert whole.published() == published


def test_source_of_drafts_alone_is_not_published(write_record: WriteRecord) -> None:
    other = DRAFTS["docs/en/news/kavan-meeting.md"].replace("source: report", "source: other")
    source = f"language: en\nretrieved: 2024-06-21\nsha256: {'1' * 64}\n"
    root = write_record(
        {**DRAFTS, "docs/en/news/kavan-meeting.md": other, "data/sources/other.yml": source}
    )

    published, _ = Catalogue.load(root)

    assert set(published.sources) == {"report"}  # the event rests on it


PLANNED = EVENT.replace("held", "planned")
REPORTED = PLANNED.replace("title:", "reported: true\ntitle:")


@pytest.mark.parametrize(
    ("event", "day", "expected"),
    [
        (EVENT, "2031-01-01", None),
        (PLANNED, "2024-06-21", "ahead"),
        (PLANNED, "2024-06-22", "overdue"),
        (PLANNED, None, "ahead"),
        (REPORTED, "2031-01-01", "undated"),
        (REPORTED.replace("place:", "due: 2024-07\nplace:"), "2024-07-31", "ahead"),
        (REPORTED.replace("place:", "due: 2024-07\nplace:"), "2024-08-01", "overdue"),
        (PLANNED.replace("title:", "approximate: true\ntitle:"), "2024-07-22", "ahead"),
        (PLANNED.replace("title:", "approximate: true\ntitle:"), "2024-07-23", "overdue"),
        (
            PLANNED.replace("place:", "outcome: changed\noutcome_sources: [report]\nplace:"),
            "2031-01-01",
            "known",
        ),
    ],
)
def test_announced_event_is_past_due_when_its_days_are_over(
    write_record: WriteRecord, event: str, day: str | None, expected: str | None
) -> None:
    catalogue, _ = Catalogue.load(write_record({"data/events/meeting.yml": event}))

    found = catalogue.events["meeting"].standing(date.fromisoformat(day) if day else None)

    assert found == expected


def test_due_of_the_same_days_as_the_date_is_as_exact(write_record: WriteRecord) -> None:
    days = "2023-12-02/2023-12-11"
    event = PLANNED.replace("2024-06-21\n", f"{days}\napproximate: true\nwithin: true\n")

    catalogue, problems = Catalogue.load(
        write_record(
            {
                "data/events/same.yml": event.replace("place:", f"due: {days}\nplace:"),
                "data/events/other.yml": event.replace("place:", "due: 2023-12-20\nplace:"),
            }
        )
    )

    same, other = catalogue.events["same"], catalogue.events["other"]
    assert problems == ()
    assert same.due == same.date
    assert other.due == parse_period("2023-12-20")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2024-06-21"),
        ({"data/events/meeting.yml": PLANNED}, None),
        ({"data/events/later.yml": PLANNED.replace("2024", "2031")}, "2024-06-21"),
        ({"data/events/later.yml": REPORTED.replace("06-21", "06-30")}, "2024-06-30"),
        (
            {"docs/en/news/kavan-meeting.md": ORIGINAL.replace("]\n", "]\nadded: 2025-03-01\n")},
            "2025-03-01",
        ),
    ],
)
def test_newest_day_is_of_what_is_done(
    write_record: WriteRecord, changes: dict[str, str], expected: str | None
) -> None:
    catalogue, _ = Catalogue.load(write_record(changes))

    assert catalogue.newest_day == (date.fromisoformat(expected) if expected else None)
