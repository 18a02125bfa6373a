"""What a reader of this record meets first, asked of its pages as of those of the sample."""

from ..test_reading import (
    Articles,
    on_phone,
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
    "on_phone",
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


def test_no_persian_article_is_too_long_for_a_phone(on_phone: Articles) -> None:
    lengths = {path: found["length"] for path, found in on_phone.items() if path[:3] != "en/"}

    assert lengths
    assert {path: length for path, length in lengths.items() if length > HEAVIEST} == {}
