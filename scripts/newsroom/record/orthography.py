"""The words Persian half-spaces are restored with; `data/orthography.yml` adds to them."""

from dataclasses import replace
from functools import cache
from typing import Annotated

from newsroom.record import forms
from newsroom.record.defaults import extended, read_default
from newsroom.record.documents import Entries, Node, ParseContext
from newsroom.record.schema import Field, Schema, many, read_record, record
from newsroom.record.values import plain_text
from newsroom.text.lexicon import WordLists


@forms.reads(forms.Words())
def words(node: Node, context: ParseContext, at: str) -> tuple[str, ...] | None:
    """Words parted by spaces, over as many lines as they need."""
    line = plain_text(node, context, at)
    return tuple(line.split()) if line is not None else None


Words = Annotated[tuple[str, ...], words]


def _family(
    first: tuple[str, ...], second: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return first, second


FAMILY: Schema = (
    Field("first", words, "the first parts of a family of compounds", required=True),
    Field("second", words, "the second parts, each joined to every first one", required=True),
)
SCHEMA: Schema = (
    Field("keep", words, "words that look as if something were missing and are right"),
    Field("apart", words, "pairs of words, with `_`, that are never joined"),
    Field("loners", words, "words no ending is joined to"),
    Field("present", words, "present stems of verbs"),
    Field("past", words, "past stems of verbs"),
    Field("nouns", words, "words that take the plural"),
    Field("parted", words, "nouns the plural is always parted from, short as they are"),
    Field("silent_heh", words, "words that end in a silent «ه» and take «ای»"),
    Field("adjectives", words, "words that take «تر» and «ترین»"),
    Field("compounds", words, "compounds, with `|` for a half-space and `+` where parts close up"),
    Field("families", many(record(FAMILY, _family)), "families of compounds"),
    Field("bound", words, "second parts of compounds that are no words of their own"),
    Field("prefixes", words, "first parts of compounds that are no words of their own"),
    Field("splits", words, "pairs of words, with `_`, that are written as one by mistake"),
    Field("doubtful", words, "endings that are reported where no list knows the word"),
)


def read_orthography(entries: Entries, context: ParseContext) -> WordLists:
    """The word lists of the engine with those of a record; what cannot be read is reported."""
    default = default_word_lists()
    return replace(default, **extended(default, read_record(entries, SCHEMA, context), context))


@cache  # read once a process: a rebuild or a test would pay 15 ms for it each time
def default_word_lists() -> WordLists:
    """The word lists of the engine."""

    def read(entries: Entries, context: ParseContext) -> WordLists:
        return WordLists(**read_record(entries, SCHEMA, context))

    return read_default("orthography.yml", read)
