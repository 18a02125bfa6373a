"""The sources: what an article was written from, and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.record.documents import Entries, Reading
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    choice,
    flag,
    is_complete,
    pattern,
    period,
    prose,
    read_record,
    text,
)
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    language: str
    """`fa` or `en`."""
    sha256: str
    """Digest of the raw file the editors worked from."""
    path: str
    lines: Mapping[str, int]
    title: str | None = None
    """As printed, in the source's language; absent when the source has none."""
    publisher: Bilingual | None = None
    """Absent when the source does not name one."""
    publisher_inferred: bool = False
    short: Bilingual | None = None
    """What it is called beside other sources; its publisher or title where it has none."""
    published: Period | None = None
    time: str | None = None
    not_before: Period | None = None
    """For an undated source: the day it cannot be older than."""
    retrieved: Period | None = None
    address: str | None = None
    """Where it can be read; absent until an editor has confirmed it."""
    note: Bilingual | None = None


SCHEMA: Schema = (
    Field("title", text, "the title as printed"),
    Field("publisher", by_lang(text), "who published it; left out when the source does not say"),
    Field("publisher_inferred", flag, "true when the publisher was inferred from the text"),
    Field("short", by_lang(text), "what it is called beside other sources"),
    Field("language", choice(*LANGS), "the language it is written in", required=True),
    Field("published", period, "the day it was published"),
    Field(
        "time", pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "12:26"), "the time it was published"
    ),
    Field("not_before", period, "for an undated source: the day it cannot be older than"),
    Field("retrieved", period, "the day the copy was taken"),
    Field("address", pattern(r"https?://\S+", "https://example.org/a"), "its confirmed address"),
    Field("sha256", pattern("[0-9a-f]{64}", "64 hex digits"), "digest of the copy", required=True),
    Field("note", by_lang(prose), "how dates were derived, what is missing"),
)


def read_source(id: str, entries: Entries, reading: Reading) -> Source | None:
    """The source a data file describes; `None` with the reasons reported."""
    values = read_record(entries, SCHEMA, reading)
    if not is_complete(values, SCHEMA):
        return None
    return Source(id=id, path=reading.path, lines=dict(reading.lines), **values)
