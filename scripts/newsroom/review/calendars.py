"""Dates in the text of a page: both calendars mean one day, and it falls on the weekday given."""

from collections.abc import Iterator
from datetime import date

from newsroom.record.articles import Page
from newsroom.record.problems import Problem, say
from newsroom.review.facts import dates_near
from newsroom.review.passages import sections_of
from newsroom.text.dates import Period

NO_DAY = Period(date(2000, 1, 1), date(2000, 1, 1))
"""What dates without a year are near to where nothing better is known."""


def date_defects(page: Page, near: Period) -> Iterator[tuple[str, Problem]]:
    """The dates of a page that cannot be right, each with its text.

    A reader who converts one calendar into the other, or remembers the day of the week, finds the
    slip at once and trusts the rest less.
    """
    for section in sections_of(page):
        for block in section.blocks:
            for found in dates_near(block.words, near):
                line, text = block.line_at(found.start), found.text
                if found.defect == "pair":
                    message = say("'{date}' and the date before it are not the same day", date=text)
                    hint = say("convert one of them: `newsroom date`")
                    yield text, Problem(page.path, line, "date-pair-differs", message, hint)
                elif found.defect == "weekday":
                    message = say("'{date}' does not fall on that day of the week", date=text)
                    hint = say("look it up: `newsroom date`")
                    yield text, Problem(page.path, line, "weekday-wrong", message, hint)
