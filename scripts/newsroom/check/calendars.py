"""Dates in the text of a page: both calendars mean one day, and it falls on the weekday given."""

from collections.abc import Iterator

from newsroom.check.comparison import Side
from newsroom.record.problems import Message, say


def date_defects(side: Side) -> Iterator[tuple[str, str, int, Message, Message]]:
    """The dates of a section that cannot be right: rule, text of the date, line, message, hint.

    A reader who converts one calendar into the other, or remembers the day of the week, finds the
    slip at once and trusts the rest less.
    """
    for passage in side.passages.values():
        for found in passage.found_dates():
            line, text = passage.line_at(found.start), found.text
            if found.defect == "pair":
                message = say("'{date}' and the date before it are not the same day", date=text)
                hint = say("convert one of them: `newsroom date`")
                yield "date-pair-differs", text, line, message, hint
            elif found.defect == "weekday":
                message = say("'{date}' does not fall on that day of the week", date=text)
                hint = say("look it up: `newsroom date`")
                yield "weekday-wrong", text, line, message, hint
