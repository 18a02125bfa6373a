"""The line a problem lies on, quoted with the spot it speaks of marked."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.record.problems import Problem
from newsroom.text.messages import Message, character_of, printable

WIDTH = 96
"""Characters of a line that are shown; a longer one is cut around its spot."""

_KEY = frozenset("abcdefghijklmnopqrstuvwxyz_")


@dataclass(frozen=True, slots=True)
class Quote:
    """A line as it may be printed, and from where to where a problem speaks of it."""

    text: str
    spot: tuple[int, int] | None = None
    """First code point and the one behind the last, from 0."""

    @property
    def rows(self) -> tuple[str, ...]:
        """The line around its spot, and a row of carets below it.

        A terminal that turns Persian round does not keep what stands below in its place, one that
        does not turn it round does; so a line with Persian has its spot between `>>` and `<<`,
        which point at it in either.
        """
        before, middle, after = self._cut()
        if self.spot is None:
            return (before,)
        if has_right_to_left(before + middle + after):
            return (f"{before}>>{middle}<<{after}",)
        return before + middle + after, " " * width_of(before) + "^" * max(1, width_of(middle))

    def _cut(self) -> tuple[str, str, str]:
        """What stands before the spot, in it and behind it, `WIDTH` characters together."""
        start, end = self.spot or (0, 0)
        first = max(0, min(start - WIDTH // 3, len(self.text) - WIDTH))
        last = min(len(self.text), max(first + WIDTH, end))
        before = f"…{self.text[first:start].lstrip()}" if first else self.text[:start]
        after = self.text[end:last].rstrip() + ("…" if last < len(self.text) else "")
        if self.spot is None:
            return after, "", ""
        return before, self.text[start:end], after


def quote(problem: Problem, text: str) -> Quote | None:
    """The line of a problem in the text of its file; `None` where it has no word to show."""
    lines = text.split("\n")
    if not 1 <= problem.line <= len(lines):
        return None
    line = lines[problem.line - 1].removesuffix("\r")
    if not any(char.isalnum() for char in line):
        return None
    return Quote(printable(line, "·"), _spot(line, problem.message))


def width_of(text: str) -> int:
    """Columns a terminal takes for it: none for marks and signs that join, two for wide letters."""
    return sum(map(_columns, text))


def has_right_to_left(text: str) -> bool:
    """Whether a terminal may turn a line round."""
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _spot(line: str, message: str) -> tuple[int, int] | None:
    """Where on its line the first value of a message stands that stands there."""
    for value in _values(message):
        first = r"\b" if value[0].isalnum() else ""
        last = r"\b" if value[-1].isalnum() else ""
        if found := re.search(first + re.escape(value) + last, line):
            return found.span()
    return None


def _values(message: str) -> Iterator[str]:
    """The values of a message, then the keys of those that name a place in the file."""
    values = _texts(message)
    for value in values:
        yield character_of(value) or value
    for place in (value.split(".") for value in values):
        keys = [part for part in place if not part.isdecimal()]
        if keys and all(part and _KEY.issuperset(part) for part in keys):
            yield f"{keys[-1]}:"


def _texts(message: str) -> list[str]:
    values = message.values.values() if isinstance(message, Message) else ()
    found: list[str] = []
    for value in values:
        if isinstance(value, Message):
            found += _texts(value)
        elif isinstance(value, str) and value.strip():
            found.append(value.strip())
    return found
