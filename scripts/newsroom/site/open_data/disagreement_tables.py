"""The tables of where sources disagree: on what, who says what, and what it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.record.kinds.disagreement import Disagreement, Passage, Statement
from newsroom.site.open_data.columns import (
    Columns,
    Table,
    addresses,
    columns_of,
    id_column,
    reference,
    text,
)
from newsroom.site.site import Site


class Said(NamedTuple):
    """What a source says where sources disagree."""

    disagreement: Disagreement
    statement: Statement


class Concerned(NamedTuple):
    """What a disagreement is about: one of the three."""

    disagreement: Disagreement
    passage: Passage | None = None
    event: str | None = None
    participant: str | None = None


def disagreements(site: Site) -> Table[Disagreement]:
    """The table of where sources disagree."""
    return Table(
        "disagreements",
        {"en": "Where the sources disagree", "fa": "اختلاف منابع"},
        {"en": "One row for each question.", "fa": "هر سطر یک پرسش است."},
        (
            *id_column("The id of the disagreement.", "شناسهٔ اختلاف."),
            *columns_of(Disagreement, "question", "kind", "printed", "reason", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.disagreements.values,
    )


def statements(site: Site) -> Table[Said]:
    """The table of what each source says where they disagree."""

    def rows() -> Iterator[Said]:
        for entry in site.catalogue.disagreements.values():
            yield from (Said(entry, statement) for statement in entry.says)

    return Table(
        "statements",
        {"en": "What the sources say", "fa": "گفتهٔ منابع"},
        {
            "en": "One row for each statement of a source where the sources disagree.",
            "fa": "هر سطر گفتهٔ یک منبع در جایی است که منابع اختلاف دارند.",
        },
        (*_SAID, *columns_of(Statement, "source", "text", at="statement")),
        rows,
    )


def disagreement_subjects(site: Site) -> Table[Concerned]:
    """The table of what they are about: places in reports, events, participants.

    An article that was withdrawn is left out, as it is from its own table.
    """

    def rows() -> Iterator[Concerned]:
        for entry in site.catalogue.disagreements.values():
            for passage in entry.articles:
                if passage.article in site.catalogue.articles:
                    yield Concerned(entry, passage=passage)
            yield from (Concerned(entry, event=id) for id in entry.events)
            yield from (Concerned(entry, participant=id) for id in entry.participants)

    return Table(
        "disagreement_subjects",
        {"en": "What the disagreements are about", "fa": "موضوع اختلاف‌ها"},
        {
            "en": "One row for each report, event or participant that a disagreement is about.",
            "fa": "هر سطر خبر، رویداد یا مدخلی است که اختلاف به آن مربوط است.",
        },
        _CONCERNED,
        rows,
    )


_SAID: Columns[Said] = reference(
    "disagreement",
    "disagreements",
    "The question.",
    "پرسش.",
    lambda it: it.disagreement.id,
)

_CONCERNED: Columns[Concerned] = (
    *reference(
        "disagreement",
        "disagreements",
        "The question.",
        "پرسش.",
        lambda it: it.disagreement.id,
    ),
    *reference(
        "article",
        "articles",
        "A report that mentions it.",
        "خبری که به آن اشاره کرده است.",
        lambda it: it.passage.article if it.passage else None,
        required=False,
    ),
    *text(
        "section",
        "The section of the report, by the id of its heading.",
        "بخشی از خبر: شناسهٔ عنوان بخش.",
        lambda it: it.passage.section if it.passage else None,
    ),
    *reference(
        "event",
        "events",
        "An event it relates to.",
        "رویداد مربوط.",
        lambda it: it.event,
        required=False,
    ),
    *reference(
        "participant",
        "participants",
        "A participant it relates to.",
        "مدخل مربوط.",
        lambda it: it.participant,
        required=False,
    ),
)
