"""The glossary: one term for one thing, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.record.documents import Entries, Reading
from newsroom.record.problems import say
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    flag,
    identifier,
    many,
    prose,
    read_record,
    record,
    text,
)
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    term: Bilingual
    definition: Bilingual
    avoid: Mapping[str, tuple[str, ...]] | None = None
    """Forms the site does not use, by language."""
    note: Bilingual | None = None
    link: bool = False
    """Whether the first time a page uses it leads to its definition."""


_TERM: Schema = (
    Field("id", identifier, "the id, also the anchor on the page", required=True),
    Field("term", by_lang(text), "the term in both languages", required=True),
    Field("definition", by_lang(prose), "what it means on this site", required=True),
    Field("avoid", by_lang(many(text), required=False), "forms not used"),
    Field("note", by_lang(prose), "when to use it"),
    Field("link", flag, "whether the first use on a page leads here"),
)
SCHEMA: Schema = (Field("terms", many(record(_TERM, Term)), "the terms", required=True),)


def read_glossary(entries: Entries, reading: Reading) -> tuple[Term, ...]:
    """The terms of `data/glossary.yml`, in their order there."""
    values: dict[str, Any] = read_record(entries, SCHEMA, reading)
    terms: tuple[Term, ...] = values.get("terms", ())
    seen: set[str] = set()
    for index, term in enumerate(terms):
        if term.id in seen:
            line = reading.lines.get(f"terms.{index}", 1)
            reading.report(line, "term-duplicate", say("the term '{id}' stands twice", id=term.id))
        seen.add(term.id)
    return terms
