"""What a reader of this record meets first, asked of its pages as of those of the sample."""

from playwright.sync_api import Page

from ..pages import BuiltPage
from ..test_reading import (
    articles,
    phone,
    test_details_of_the_source_open_at_the_foot,
    test_fingerprints_stand_on_the_page_of_sources_alone,
    test_first_sentence_of_every_article_is_on_the_first_screen,
    test_front_page_begins_with_news_and_a_drawing,
    test_links_of_an_article_are_as_high_as_a_finger,
    test_links_of_the_front_page_are_as_high_as_a_finger,
    test_notes_are_closed_on_a_phone_and_their_number_opens_them,
    test_notes_stand_open_in_the_margin_and_tear_no_hole,
    wide,
)

HEAVIEST = 7060
"""Half of what the longest Persian article was on a phone before its foot was put in order."""

__all__ = [
    "phone",
    "test_details_of_the_source_open_at_the_foot",
    "test_fingerprints_stand_on_the_page_of_sources_alone",
    "test_first_sentence_of_every_article_is_on_the_first_screen",
    "test_front_page_begins_with_news_and_a_drawing",
    "test_links_of_an_article_are_as_high_as_a_finger",
    "test_links_of_the_front_page_are_as_high_as_a_finger",
    "test_notes_are_closed_on_a_phone_and_their_number_opens_them",
    "test_notes_stand_open_in_the_margin_and_tear_no_hole",
    "wide",
]


def test_no_persian_article_is_too_long_for_a_phone(
    phone: Page, served: str, pages: dict[str, BuiltPage]
) -> None:
    for path in articles(pages):
        if pages[path].lang == "fa":
            phone.goto(f"{served}{path}", wait_until="networkidle")
            assert phone.evaluate("document.documentElement.scrollHeight") <= HEAVIEST, path
