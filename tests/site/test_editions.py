import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView

from ..conftest import EVENT, ORIGINAL, TRANSLATION, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()


def locale(lang: str, catalogue: Catalogue = CATALOGUE) -> LocaleView:
    return LocaleView(catalogue, lang)


def test_news_come_newest_first_in_both_languages() -> None:
    slugs = ["talmiz-at-kavan", "league-founded", "mayors-meet"]

    assert [view.article.slug for view in locale("fa").news] == slugs
    assert [view.article.slug for view in locale("en").news] == slugs


def test_undated_article_is_filed_with_its_last_event() -> None:
    article = CATALOGUE.articles["league-founded"]

    assert article.date is None
    assert locale("en").dated(article).iso == "2024-06-21"


def test_timeline_is_grouped_by_the_years_of_the_own_calendar() -> None:
    assert [(year.number, year.others) for year in locale("en").years] == [
        (2023, (1402,)),
        (2024, (1403,)),
    ]
    assert [year.number for year in locale("fa").years] == [1402, 1403]
    assert locale("fa").span((2023, 2024)) == "۲۰۲۳–۲۰۲۴"
    assert locale("en").span((1403,)) == "1403"


def test_every_event_and_article_stands_on_the_timeline_once() -> None:
    items = [item for year in locale("fa").years for item in year.items]

    events = sorted(item.event.id for item in items if item.event)
    articles = sorted(item.article.slug for item in items if item.article)
    assert events == list(CATALOGUE.events)
    assert articles == list(CATALOGUE.articles)


def test_index_lists_every_participant_once() -> None:
    listed = [
        entry.id
        for initials in locale("fa").index.groups.values()
        for initial in initials
        for entry in initial.participants
    ]

    assert sorted(listed) == list(CATALOGUE.participants)


def test_country_and_region_are_kept_apart() -> None:
    regions = [
        entry.id
        for initial in locale("en").index.groups["region"]
        for entry in initial.participants
    ]

    assert regions == ["larvistan"]


def test_companions_share_an_event() -> None:
    found = locale("en").companions_of(CATALOGUE.participants["rustam-mirrikhadov"])

    assert [entry.id for entry in found] == ["vesperin-pomin"]


def test_neighbours_follow_the_order_of_the_news(write_record: WriteRecord) -> None:
    root = write_record(
        {
            "docs/en/news/later.md": ORIGINAL.replace("place:", "date: 2024-07-01\nplace:"),
            "docs/fa/news/later.md": TRANSLATION,
        }
    )
    catalogue, _ = Catalogue.load(root)
    en = locale("en", catalogue)

    older, newer = en.beside(catalogue.articles["kavan-meeting"])

    assert older is None
    assert newer is not None
    # The small record's article is undated: only that it is later is shown, not that it is known.
    assert (newer[0].article.slug, newer[1]) == ("later", "around")


def corrected(write_record: WriteRecord) -> Catalogue:
    def with_corrections(text: str, words: str) -> str:
        days = ("2026-03-01", "2026-05-02")
        lines = "".join(f"  - {{date: {day}, text: {words}}}\n" for day in days)
        return text.replace("---\n\n", f"corrections:\n{lines}---\n\n", 1)

    original = ORIGINAL.replace("events: [meeting]", "events: [meeting]\nadded: 2026-04-01")
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "docs/en/news/kavan-meeting.md": with_corrections(original, "It was June."),
                "docs/fa/news/kavan-meeting.md": with_corrections(TRANSLATION, "ژوئن بود."),
            }
        )
    )
    assert problems == ()
    return catalogue


def test_changes_come_newest_first_in_the_words_of_the_edition(write_record: WriteRecord) -> None:
    shown = locale("fa", corrected(write_record))

    changes = [(change.date.iso, change.correction) for change in shown.changes]
    assert [day for day, _ in changes] == ["2026-05-02", "2026-04-01", "2026-03-01"]
    assert [correction.text if correction else None for _, correction in changes] == [
        "ژوئن بود.",
        None,
        "ژوئن بود.",
    ]
    assert [change.date.iso for change in shown.corrections] == ["2026-05-02", "2026-03-01"]


@pytest.mark.parametrize(
    ("status", "named", "own"),
    [
        (
            "planned",
            [("expected", ["ilvar-melchin", "sara"]), ("mentioned", ["sara", "nora"])],
            "was_expected",
        ),
        ("proposed", [("mentioned", ["ilvar-melchin", "sara", "nora"])], "mentioned"),
    ],
)
def test_nobody_takes_part_in_what_was_only_announced(
    write_record: WriteRecord, status: str, named: list[tuple[str, list[str]]], own: str
) -> None:
    event = EVENT.replace("held", status).replace(
        "participants: [ilvar-melchin]",
        "participants: [kavan, ilvar-melchin]\nlisted: [sara]\nmentioned: [sara, nora]",
    )
    files = {f"data/people/{id}.yml": f"name: {{fa: {id}, en: {id}}}\n" for id in ("sara", "nora")}
    catalogue, problems = Catalogue.load(write_record({"data/events/meeting.yml": event, **files}))
    assert problems == ()
    shown = locale("en", catalogue)
    meeting = catalogue.events["meeting"]

    parts = shown.parts_of(meeting)

    assert [(key, [it.id for it in entries]) for key, entries in parts] == named
    assert shown.part_in(meeting, catalogue.participants["ilvar-melchin"]) == own
    assert shown.part_in(meeting, catalogue.participants["kavan"]) == ""


def test_page_of_somebody_says_how_an_event_names_them() -> None:
    shown, events = locale("en"), CATALOGUE.events

    def part(event: str, participant: str) -> str:
        return shown.part_in(events[event], CATALOGUE.participants[participant])

    assert part("letter-read-2024", "vesperin-pomin") == "mentioned"
    assert part("letter-read-2024", "rustam-mirrikhadov") == ""
    assert part("league-founded-2024", "yaghoub-houshmar") == "listed"
    assert part("kavan-gathering-2024", "yaghoub-houshmar") == ""
    assert part("kavanysh-2023", "talmiz") == "was_expected"
    assert part("forum-proposed-2023", "ilvar-melchin") == "mentioned"


@pytest.mark.parametrize(
    ("lang", "taking_part", "expected", "named"),
    [
        ("fa", "شرکت‌کنندگان", "قرار بود شرکت کنند", "نام‌برده‌شده"),
        ("en", "Taking part", "Were to take part", "Named"),
    ],
)
def test_timeline_says_of_nothing_but_what_was_held_that_somebody_took_part(
    pages: dict[str, BuiltPage], lang: str, taking_part: str, expected: str, named: str
) -> None:
    page = pages["timeline.html" if lang == "fa" else "en/timeline.html"]
    words: dict[str, set[str]] = {}
    status = ""
    for element in page.elements:
        for css in element.classes:
            if css.startswith("nr-rail__status--"):
                status = css.removeprefix("nr-rail__status--")
        if element.tag == "dt" and element.is_inside("nr-rail__item"):
            words.setdefault(status, set()).add(element.text.strip())

    assert taking_part in words["held"]
    for status, word in (("planned", expected), ("proposed", named)):
        assert taking_part not in words[status]
        assert word in words[status]
