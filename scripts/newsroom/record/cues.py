"""What an import knows the frame of an article and its names by: `data/intake.yml`."""

from dataclasses import dataclass

from newsroom.record.documents import Entries, Reading
from newsroom.record.orthography import words
from newsroom.record.schema import Field, Schema, choice, many, read_record, record, text

TAKES = ("published", "viewed", "publisher")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line that is no part of an article, and what is read off it before it goes."""

    line: str
    """Its words; `{number}`, `{date}` and `{any}` stand for what changes."""
    takes: str = ""
    """One of `TAKES`, or nothing."""


@dataclass(frozen=True, slots=True)
class Cues:
    lines: tuple[LineRule, ...] = ()
    elements: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


LINE: Schema = (
    Field("line", text, "the words of the line, `{number}`, `{date}` and `{any}`", required=True),
    Field("takes", choice(*TAKES), "what is read off it"),
)
SCHEMA: Schema = (
    Field("lines", many(record(LINE, LineRule)), "lines that are no part of an article"),
    Field("elements", words, "elements of HTML that are none"),
    Field("classes", words, "classes of elements that are none"),
    Field("attributions", many(text), "phrases a publisher is named after"),
    Field("offices", words, "offices; a name stands beside them"),
    Field("honorifics", words, "titles a name follows"),
    Field("speech", words, "verbs a name stands before"),
    Field("bodies", words, "words the name of an organisation begins or ends with"),
    Field("common", words, "words that are no part of a person's name"),
)


def read_cues(entries: Entries, reading: Reading) -> Cues:
    """The cues; what cannot be read is reported and left out."""
    return Cues(**read_record(entries, SCHEMA, reading))
