"""Where the sources disagree: what each of them says, what the record prints, and why.

A disagreement is of one of three kinds (`KINDS`): sources that do not say the same, one source
whose words can be read in more than one way or contradict themselves, and a slip that is not
carried over.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.record.documents import Entries, Reading
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    choice,
    identifier,
    is_complete,
    many,
    prose,
    read_record,
    record,
    reference,
    text,
)
from newsroom.text.languages import Bilingual

DIFFER, UNCLEAR, SLIP = "differ", "unclear", "slip"
KINDS = (DIFFER, UNCLEAR, SLIP)
"""In the order a reader meets them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says, told in our words; names and figures as it prints them."""

    source: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a report tells of it: an article, or a section of one."""

    article: str
    section: str | None = None
    """The id of a heading; `None` for what stands before the first one, or everywhere."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    id: str
    question: Bilingual
    """What is in doubt, as a short question; it stands as a title."""
    kind: str
    """One of `KINDS`."""
    says: tuple[Statement, ...]
    printed: Bilingual
    """What the record prints, in few words."""
    reason: Bilingual
    articles: tuple[Passage, ...]
    path: str
    lines: Mapping[str, int]
    events: tuple[str, ...] = ()
    """The events it concerns."""
    participants: tuple[str, ...] = ()
    """The participants it concerns."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak, each once."""
        return tuple(dict.fromkeys(statement.source for statement in self.says))


STATEMENT: Schema = (
    Field("source", reference("source"), "the source that says it", required=True),
    Field("text", by_lang(prose), "what it says, in our words", required=True),
)
PASSAGE: Schema = (
    Field("article", reference("article"), "the article, by its slug", required=True),
    Field("section", identifier, "the section of it, by the id of its heading"),
)
SCHEMA: Schema = (
    Field("question", by_lang(text), "what is in doubt, as a short question", required=True),
    Field("kind", choice(*KINDS), "differ, unclear or slip", required=True),
    Field("says", many(record(STATEMENT, Statement)), "what each source says", required=True),
    Field("printed", by_lang(text), "what the record prints, in few words", required=True),
    Field("reason", by_lang(prose), "why it is printed so", required=True),
    Field(
        "articles", many(record(PASSAGE, Passage)), "where the reports tell of it", required=True
    ),
    Field("events", many(reference("event")), "the events it concerns"),
    Field("participants", many(reference("participant")), "the participants it concerns"),
)


def read_disagreement(id: str, entries: Entries, reading: Reading) -> Disagreement | None:
    """The disagreement a data file describes; `None` with the reasons reported."""
    values = read_record(entries, SCHEMA, reading)
    if not is_complete(values, SCHEMA):
        return None
    return Disagreement(id=id, path=reading.path, lines=dict(reading.lines), **values)
