"""Dates in the text of a page: both calendars mean one day, and it falls on the weekday given."""

from collections.abc import Iterator

from newsroom.record.problems import Problem, say
from newsroom.review.comparison import Side


def date_defects(side: Side) -> Iterator[tuple[str, Problem]]:
    """The dates of a section that cannot be right, each with its text.

    A reader who converts one calendar into the other, or remembers the day of the week, finds the
    slip at once and trusts the rest less.
    """
    path = side.page.path
    for passage in side.passages.values():
        for found in passage.found_dates():
            line, text = passage.line_at(found.start), found.text
            if found.defect == "pair":
                message = say("'{date}' and the date before it are not the same day", date=text)
                hint = say("convert one of them: `newsroom date`")
                yield text, Problem(path, line, "date-pair-differs", message, hint)
            elif found.defect == "weekday":
                message = say("'{date}' does not fall on that day of the week", date=text)
                hint = say("look it up: `newsroom date`")
                yield text, Problem(path, line, "weekday-wrong", message, hint)
