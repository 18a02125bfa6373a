from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.related import RELATED, Relations

from ..conftest import EVENT, ORIGINAL, TRANSLATION, WriteRecord


def related(write_record: WriteRecord, events: dict[str, list[str]]) -> dict[str, list[str]]:
    """The slugs related to each article, of a record in which articles tell of these events."""
    changes: dict[str, str | bytes | None] = {}
    for slug, told in events.items():
        text = ORIGINAL.replace("events: [meeting]", f"events: [{', '.join(told)}]")
        changes[f"docs/en/news/{slug}.md"] = text
        changes[f"docs/fa/news/{slug}.md"] = TRANSLATION
        for day, event in enumerate(told, 1):
            changes[f"data/events/{event}.yml"] = EVENT.replace("06-21", f"06-{day:02}")
    root = write_record(changes)
    for lang in ("en", "fa"):
        (root / f"docs/{lang}/news/kavan-meeting.md").unlink()
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    relations = Relations(LocaleView(catalogue, "en"))
    return {
        slug: [view.article.slug for view in relations.related_to(catalogue.articles[slug])]
        for slug in events
    }


def test_articles_of_one_event_are_related_and_no_other(write_record: WriteRecord) -> None:
    found = related(write_record, {"a": ["one", "two"], "b": ["two"], "c": ["three"]})

    assert found == {"a": ["b"], "b": ["a"], "c": []}


def test_more_in_common_comes_first(write_record: WriteRecord) -> None:
    found = related(write_record, {"a": ["one", "two"], "b": ["one"], "c": ["one", "two"]})

    assert found["a"] == ["c", "b"]


def test_an_article_names_a_few_only(write_record: WriteRecord) -> None:
    found = related(write_record, {f"a{number}": ["one"] for number in range(30)})

    assert {len(slugs) for slugs in found.values()} == {RELATED}
