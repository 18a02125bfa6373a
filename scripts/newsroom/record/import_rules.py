"""What an import knows the frame of an article and its names by; `data/intake.yml` adds to it."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated

from newsroom.record.defaults import extended, read_default
from newsroom.record.documents import Entries, ParseContext
from newsroom.record.fields import schema_of, setting
from newsroom.record.orthography import Words
from newsroom.record.schema import read_record
from newsroom.record.values import choice

TAKES = ("published", "viewed", "publisher", "author")
BELOW = ("headlines", "rest")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line that is no part of an article, and what is read off it before it goes."""

    line: str = setting("the words of the line, `{number}`, `{date}` and `{any}`")
    """`{code}` and `{address}` stand for what changes, too."""
    takes: Annotated[str, choice(*TAKES)] = setting("what is read off it", default="")
    below: Annotated[str, choice(*BELOW)] = setting("what goes with it", default="")
    """The `headlines` that follow, or the `rest` of the source."""


@dataclass(frozen=True, slots=True)
class ForeignLanguage:
    """A language no source is imported in, and how it is known."""

    id: str = setting("its code, as pages declare it")
    letters: Words = setting("code points of letters Persian and English do not have", default=())
    """By code point or as a range: `0430-044F`."""
    words: Words = setting("its most frequent words", default=())


@dataclass(frozen=True, slots=True)
class ImportRules:
    """The lists an import goes by."""

    lines: tuple[LineRule, ...] = setting("lines that are no part of an article", default=())
    elements: Words = setting("elements of HTML that are none", default=())
    classes: Words = setting("classes of elements that are none", default=())
    voices: Words = setting("classes of what readers wrote, however much it is", default=())
    decks: Words = setting("classes of the line below the title", default=())
    kickers: Words = setting("classes of the line above the title", default=())
    bylines: Words = setting("classes and labels of who wrote a text or took a picture", default=())
    metas: Words = setting("classes of what is told of an article: its day, its number", default=())
    captions: Words = setting("classes of what is written below a picture", default=())
    verses: Words = setting("classes of verse", default=())
    sites: Words = setting("words in the name of a site", default=())
    languages: tuple[ForeignLanguage, ...] = setting("languages that are refused", default=())
    attributions: tuple[str, ...] = setting("phrases a publisher is named after", default=())
    offices: Words = setting("offices; a name stands beside them", default=())
    realms: Words = setting("what an office is of; no person's name begins with it", default=())
    given: Words = setting("given names in Persian and in Latin letters: `علی=Ali`", default=())
    surnames: Words = setting("what surnames end with", default=())
    plural_honorifics: Words = setting("titles several names follow", default=())
    honorifics: Words = setting("titles a name follows", default=())
    speech: Words = setting("verbs a name stands before", default=())
    bodies: Words = setting("words the name of an organisation begins or ends with", default=())
    common: Words = setting("words that are no part of a person's name", default=())


SCHEMA = schema_of(ImportRules)


def read_cues(entries: Entries, context: ParseContext) -> ImportRules:
    """The cues of the engine with those of a record; what cannot be read is reported."""
    default = default_cues()
    return replace(default, **extended(default, read_record(entries, SCHEMA, context), context))


@cache  # as the word lists are
def default_cues() -> ImportRules:
    """The cues of the engine."""

    def read(entries: Entries, context: ParseContext) -> ImportRules:
        return ImportRules(**read_record(entries, SCHEMA, context))

    return read_default("intake.yml", read)
