"""The front page: the editors' lead, one kind of drawing a band, and nothing twice."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.disagreements import Disagreements
from newsroom.site.front_page import DISPUTES, MOMENTS, OTHERS, FrontPage, front_page
from newsroom.site.locale_views import LocaleView

from ..conftest import EVENT, ORIGINAL, SOURCE, TRANSLATION, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()


def front(catalogue: Catalogue = CATALOGUE, lang: str = "en") -> FrontPage:
    locale = LocaleView(catalogue, lang)
    return front_page(locale, Disagreements(locale))


def slugs(page: FrontPage) -> list[str]:
    return [story.view.article.slug for story in page.stories]


def with_leads(*leads: str) -> Catalogue:
    articles = {
        slug: replace(article, is_lead=slug in leads)
        for slug, article in CATALOGUE.articles.items()
    }
    return replace(CATALOGUE, articles=articles)


def test_lead_is_the_editors_choice_and_otherwise_the_newest() -> None:
    newest, *others = [view.article.slug for view in LocaleView(CATALOGUE, "en").news]

    assert slugs(front(with_leads()))[0] == newest
    for slug in others:
        assert slugs(front(with_leads(slug)))[:2] == [slug, newest]


def test_there_are_as_many_stories_as_fit_and_none_twice() -> None:
    shown = slugs(front())

    assert len(shown) == min(1 + OTHERS, len(CATALOGUE.articles))
    assert len(set(shown)) == len(shown)


FIGURE = "figures:\n  - {{id: {id}, value: {{fa: {fa}, en: {en}}}, label: {{fa: نفر, en: people}}, article: {article}, sources: [report]}}\n"
NUMBERS = (
    'question: {fa: کدام؟, en: "Which?"}\nkind: differ\nsays:\n'
    "  - {source: report, text: {fa: ۲۰۰ نفر., en: 200 people.}}\n"
    "  - {source: letter, text: {fa: ۹۰۰ نفر., en: 900 people.}}\n"
    "printed: {fa: هر دو, en: both}\nreason: {fa: روشن نیست., en: It is not clear.}\n"
    "articles:\n  - {article: kavan-meeting, section: aims}\n"
)


def of_numbers(write_record: WriteRecord, changes: Mapping[str, str] = {}) -> Catalogue:
    """Two sources that differ by a number worth a drawing, and articles that tell of it."""
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "data/disagreements/people.yml": NUMBERS,
                "data/sources/letter.yml": SOURCE,
                "docs/en/news/other-meeting.md": ORIGINAL,
                "docs/fa/news/other-meeting.md": TRANSLATION,
                **changes,
            }
        )
    )
    assert problems == ()
    return catalogue


def kinds(page: FrontPage) -> list[str]:
    return [it.graphic.kind for it in (*page.stories, *page.disputes) if it.graphic]


def test_numbers_far_apart_are_drawn_as_the_question_they_raise(write_record: WriteRecord) -> None:
    page = front(of_numbers(write_record))

    assert [dispute.entry.id for dispute in page.disputes] == ["people"]
    assert kinds(page).count("figures") == 1
    assert page.disputes[0].graphic


def test_without_numbers_the_first_contradiction_is_told_in_words() -> None:
    page = front()

    assert 0 < len(page.disputes) <= DISPUTES
    assert {dispute.entry.kind for dispute in page.disputes} == {"differ"}


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_no_kind_of_drawing_stands_there_twice(write_record: WriteRecord, lang: str) -> None:
    plans = {
        f"data/events/plan-{at}.yml": EVENT.replace("held", "planned").replace("2024", f"202{at}")
        for at in (5, 6, 7)
    }
    catalogue = of_numbers(write_record, plans)

    for page in (front(catalogue, lang), front(lang=lang)):
        shown = [*kinds(page), *(["time"] if page.announced else [])]
        assert len(set(shown)) == len(shown)


def test_events_the_stories_are_about_are_not_told_again() -> None:
    page = front()
    about = {story.view.article.events[0] for story in page.stories}
    held = [item.event for item in page.held if item.event]

    assert held and not about & {event.id for event in held}
    assert {event.status for event in held} == {"held"}
    starts = [event.date.start for event in held]
    assert starts == sorted(starts, reverse=True)
    assert len(held) <= MOMENTS


def test_announced_events_are_those_that_were_not_held() -> None:
    announced = [item.event for item in front().announced if item.event]

    assert {event.status for event in announced} == {"planned", "proposed"}


def test_what_is_new_is_a_correction_or_a_report_not_shown_above() -> None:
    page = front()
    shown = {story.view.article.slug for story in page.stories}

    assert page.changes
    for change in page.changes:
        assert change.correction or change.view.article.slug not in shown


@pytest.mark.parametrize("folder", ["", "en/"])
def test_masthead_and_headlines_stand_there_once(pages: dict[str, BuiltPage], folder: str) -> None:
    page = pages[f"{folder}index.html"]
    titles = [it.text.strip() for it in page.elements if it.is_inside("nr-band__title")]
    (name,) = [it.text.strip() for it in page.all("h1")]
    shown = " ".join(re.sub(r"<(footer|head)\b.*?</\1>", "", page.html, flags=re.DOTALL).split())

    assert len(set(titles)) == len(titles)
    assert shown.count(f">{name}<") == 2  # in the header, and for those who do not see it
