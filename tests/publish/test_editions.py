from newsroom.publish.editions import Edition
from newsroom.publish.mentions import MentionLinker
from newsroom.record.catalogue import Catalogue

from ..conftest import EVENT, ORIGINAL, ROOT, TRANSLATION, WriteRecord

CATALOGUE, _ = Catalogue.load(ROOT)


def edition(lang: str, catalogue: Catalogue = CATALOGUE) -> Edition:
    return Edition(catalogue, lang, MentionLinker(catalogue))


def test_news_come_newest_first_in_both_languages() -> None:
    slugs = ["tabriz-at-kazan", "association-founded", "consul-meets-mayor"]

    assert [paper.article.slug for paper in edition("fa").news] == slugs
    assert [paper.article.slug for paper in edition("en").news] == slugs


def test_undated_article_is_filed_with_its_last_event() -> None:
    article = CATALOGUE.articles["association-founded"]

    assert article.date is None
    assert edition("en").dated(article).iso == "2024-06-21"


def test_timeline_is_grouped_by_the_years_of_the_own_calendar() -> None:
    assert [(year.number, year.others) for year in edition("en").years] == [
        (2023, (1402,)),
        (2024, (1403,)),
    ]
    assert [year.number for year in edition("fa").years] == [1402, 1403]
    assert edition("fa").span((2023, 2024)) == "۲۰۲۳–۲۰۲۴"
    assert edition("en").span((1403,)) == "1403"


def test_every_event_and_article_stands_on_the_timeline_once() -> None:
    moments = [moment for year in edition("fa").years for moment in year.moments]

    events = sorted(moment.event.id for moment in moments if moment.event)
    articles = sorted(moment.article.slug for moment in moments if moment.article)
    assert events == list(CATALOGUE.events)
    assert articles == list(CATALOGUE.articles)


def test_index_lists_every_participant_once() -> None:
    listed = [
        entry.id
        for initials in edition("fa").index.groups.values()
        for initial in initials
        for entry in initial.participants
    ]

    assert sorted(listed) == list(CATALOGUE.participants)


def test_country_and_region_are_kept_apart() -> None:
    regions = [
        entry.id
        for initial in edition("en").index.groups["region"]
        for entry in initial.participants
    ]

    assert regions == ["tatarstan"]


def test_companions_share_an_event() -> None:
    found = edition("en").companions_of(CATALOGUE.participants["rustam-minnikhanov"])

    assert [entry.id for entry in found] == ["vladimir-putin"]


def test_neighbours_follow_the_order_of_the_news(write_record: WriteRecord) -> None:
    root = write_record(
        {
            "docs/en/news/later.md": ORIGINAL.replace("place:", "date: 2024-07-01\nplace:"),
            "docs/fa/news/later.md": TRANSLATION,
        }
    )
    catalogue, _ = Catalogue.load(root)
    en = edition("en", catalogue)

    older, newer = en.beside(catalogue.articles["kazan-meeting"])

    assert older is None
    assert newer is not None and newer.article.slug == "later"


def test_shape_tells_a_day_from_a_stretch_and_from_a_guess(write_record: WriteRecord) -> None:
    days = EVENT.replace("2024-06-21", "2024-06-21/2024-06-24")
    reported = EVENT.replace("title:", "reported: true\ntitle:")
    root = write_record({"data/events/days.yml": days, "data/events/reported.yml": reported})
    catalogue, _ = Catalogue.load(root)

    shapes = {
        moment.event.id: moment.shape
        for moment in edition("en", catalogue).moments(catalogue.events.values())
        if moment.event
    }

    assert shapes == {"meeting": "point", "days": "bar", "reported": "hollow"}


def around(slug: str) -> tuple[str | None, str | None]:
    before, after = edition("en").around(CATALOGUE.articles[slug])
    return (
        before.event.id if before and before.event else None,
        after.event.id if after and after.event else None,
    )


def test_events_around_an_article_are_those_it_does_not_tell_of() -> None:
    in_time = [
        moment.event.id for year in edition("en").years for moment in year.moments if moment.event
    ]
    told = [in_time.index(id) for id in CATALOGUE.articles["consul-meets-mayor"].events]
    before, after = around("consul-meets-mayor")

    assert before == (in_time[min(told) - 1] if min(told) else None)
    assert after == in_time[max(told) + 1]


def corrected(write_record: WriteRecord) -> Catalogue:
    def with_corrections(text: str, words: str) -> str:
        days = ("2026-03-01", "2026-05-02")
        lines = "".join(f"  - {{date: {day}, text: {words}}}\n" for day in days)
        return text.replace("---\n\n", f"corrections:\n{lines}---\n\n", 1)

    original = ORIGINAL.replace("events: [meeting]", "events: [meeting]\nadded: 2026-04-01")
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "docs/en/news/kazan-meeting.md": with_corrections(original, "It was June."),
                "docs/fa/news/kazan-meeting.md": with_corrections(TRANSLATION, "ژوئن بود."),
            }
        )
    )
    assert problems == ()
    return catalogue


def test_changes_come_newest_first_in_the_words_of_the_edition(write_record: WriteRecord) -> None:
    shown = edition("fa", corrected(write_record))

    changes = [(change.date.iso, change.correction) for change in shown.changes]
    assert [day for day, _ in changes] == ["2026-05-02", "2026-04-01", "2026-03-01"]
    assert [correction.text if correction else None for _, correction in changes] == [
        "ژوئن بود.",
        None,
        "ژوئن بود.",
    ]
    assert [change.date.iso for change in shown.corrections] == ["2026-05-02", "2026-03-01"]


def test_held_and_announced_events_are_told_apart() -> None:
    shown = edition("en")

    assert {moment.status for moment in shown.held} == {"held"}
    assert {moment.status for moment in shown.announced} == {"planned", "proposed"}
    starts = [moment.date.start for moment in shown.held]
    assert starts == sorted(starts, reverse=True)
