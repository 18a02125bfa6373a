"""What a value of a file looks like: the form its reader expects, for who cannot read.

An editor's tools are told by them what may be written (`json_schema`), a browser editor which
fields to show. A form says nothing a reader does not hold a file to, and may say less.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.record.documents import Node, ParseContext

if TYPE_CHECKING:
    from newsroom.record.schema import Schema


@dataclass(frozen=True, slots=True)
class Text:
    """A line of plain text."""

    most: int
    """Signs it may have."""
    is_long: bool = False
    """Whether it is of sentences, and wants room to be written in."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words parted by spaces, over as many lines as they need."""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Id:
    """The id of an entry."""

    of: str | None = None
    """What kind of entry it leads to, as the rules name it (`place-unknown`); `None` if to none."""


@dataclass(frozen=True, slots=True)
class Date:
    """An ISO date or range."""

    is_day: bool = False
    """Whether only a day will do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed form."""

    expression: str
    """A regular expression that holds for the whole text."""
    example: str

    def fits(self, text: str) -> bool:
        """Whether a text has the form."""
        return re.fullmatch(self.expression, text) is not None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, from 0."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Either:
    """A single value, or a mapping where one does not say enough."""

    value: "Form"
    table: "Form"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    item: "Form"


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are not known beforehand."""

    key: Pattern
    value: "Form"


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with a schema of its own."""

    schema: "Schema"


Form = (
    Text
    | Words
    | Flag
    | Number
    | Id
    | Date
    | Choice
    | Pattern
    | Coordinates
    | Either
    | Listed
    | Keyed
    | Record
)

Read = Callable[[Node, ParseContext, str], Any]
"""Gives the value of a node, or `None` with the reason reported; the last argument is its place."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that reads, and the form of what it reads."""

    form: Form
    read: Read

    def __call__(self, node: Node, context: ParseContext, at: str) -> Any:
        return self.read(node, context, at)


def reads(form: Form) -> Callable[[Read], Reader]:
    """Make a reader of a function."""
    return lambda read: Reader(form, read)
