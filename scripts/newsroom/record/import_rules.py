"""What an import knows the frame of an article and its names by; `data/intake.yml` adds to it."""

from dataclasses import dataclass, replace
from functools import cache

from newsroom.record.defaults import extended, read_default
from newsroom.record.documents import Entries, ParseContext
from newsroom.record.orthography import words
from newsroom.record.schema import Field, Schema, many, read_record, record
from newsroom.record.values import choice, text

TAKES = ("published", "viewed", "publisher", "author")
BELOW = ("headlines", "rest")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line that is no part of an article, and what is read off it before it goes."""

    line: str
    """Its words; `{number}`, `{date}`, `{code}`, `{address}` and `{any}` stand for what changes."""
    takes: str = ""
    """One of `TAKES`, or nothing."""
    below: str = ""
    """What goes with it: the `headlines` that follow, or the `rest` of the source."""


@dataclass(frozen=True, slots=True)
class ForeignLanguage:
    """A language no source is imported in, and how it is known."""

    id: str
    """As a page declares it: `ar`."""
    letters: tuple[str, ...] = ()
    """Letters no text in Persian or English has, by code point or as a range: `0430-044F`."""
    words: tuple[str, ...] = ()
    """Its most frequent words."""


@dataclass(frozen=True, slots=True)
class ImportRules:
    """The lists an import goes by; `SCHEMA` says what each holds."""

    lines: tuple[LineRule, ...] = ()
    elements: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    kickers: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    metas: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    verses: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    languages: tuple[ForeignLanguage, ...] = ()
    attributions: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    realms: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    plural_honorifics: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


LINE: Schema = (
    Field("line", text, "the words of the line, `{number}`, `{date}` and `{any}`", required=True),
    Field("takes", choice(*TAKES), "what is read off it"),
    Field("below", choice(*BELOW), "what goes with it"),
)
LANGUAGE: Schema = (
    Field("id", text, "its code, as pages declare it", required=True),
    Field("letters", words, "code points of letters Persian and English do not have"),
    Field("words", words, "its most frequent words"),
)
SCHEMA: Schema = (
    Field("lines", many(record(LINE, LineRule)), "lines that are no part of an article"),
    Field("elements", words, "elements of HTML that are none"),
    Field("classes", words, "classes of elements that are none"),
    Field("voices", words, "classes of what readers wrote, however much it is"),
    Field("decks", words, "classes of the line below the title"),
    Field("kickers", words, "classes of the line above the title"),
    Field("bylines", words, "classes and labels of who wrote a text or took a picture"),
    Field("metas", words, "classes of what is told of an article: its day, its number"),
    Field("captions", words, "classes of what is written below a picture"),
    Field("verses", words, "classes of verse"),
    Field("sites", words, "words in the name of a site"),
    Field("languages", many(record(LANGUAGE, ForeignLanguage)), "languages that are refused"),
    Field("attributions", many(text), "phrases a publisher is named after"),
    Field("offices", words, "offices; a name stands beside them"),
    Field("realms", words, "what an office is of; no person's name begins with it"),
    Field("given", words, "given names in Persian and in Latin letters: `علی=Ali`"),
    Field("surnames", words, "what surnames end with"),
    Field("plural_honorifics", words, "titles several names follow"),
    Field("honorifics", words, "titles a name follows"),
    Field("speech", words, "verbs a name stands before"),
    Field("bodies", words, "words the name of an organisation begins or ends with"),
    Field("common", words, "words that are no part of a person's name"),
)


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
