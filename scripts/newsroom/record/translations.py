"""What a page says of its translation: what it was made from, or that one is wanted.

A translation keeps digests of the sentences it was made from, section by section, so that a change
of the original is seen, and shown, without the old text and without the history of the repository.
`newsroom translate --refresh` writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsroom.record.schema import (
    Field,
    Schema,
    choice,
    day,
    flag,
    keyed,
    pattern,
    record,
    text,
)
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS
from newsroom.text.sentences import DIGEST


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translation was made from, and how."""

    of: str
    """The language of the original."""
    date: Period | None = None
    """The day it was last the same as its original."""
    machine: bool = False
    """Whether a machine made it."""
    reviewed: Period | None = None
    """The day an editor went over it beside the original."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """The digests of the original's sentences by section, in its order, spaces between them."""

    @property
    def is_recorded(self) -> bool:
        """Whether it says what it was made from, so that a change can be seen."""
        return bool(self.date and self.sections)


@dataclass(frozen=True, slots=True)
class Wanted:
    """That an original stands alone until somebody translates it."""

    since: Period
    claimed_by: str | None = None
    """Who has said they will do it."""
    claimed: Period | None = None
    note: str | None = None


TRANSLATION: Schema = (
    Field("of", choice(*LANGS), "the original's language", required=True),
    Field("date", day, "the day it was last the same as its original; written by a command"),
    Field("machine", flag, "true when a machine made it; readers are told"),
    Field("reviewed", day, "the day an editor went over it beside the original"),
    Field(
        "sections",
        keyed(
            r"_?[a-z0-9]+(?:-[a-z0-9]+)*",
            "'city-diplomacy'",
            pattern(rf"{DIGEST}(?: {DIGEST})*", "'4be1a0 09c3f7'"),
        ),
        "digests of the sentences it was made from, by section; written by a command",
    ),
)
WANTED: Schema = (
    Field("since", day, "the day the translation was asked for", required=True),
    Field("claimed_by", text, "who is going to write it: a name or a handle"),
    Field("claimed", day, "the day they said so"),
    Field("note", text, "what a translator should know"),
)

read_translation = record(TRANSLATION, Translation)
read_wanted = record(WANTED, Wanted)
