"""A line of time: what a story tells of, in order, each with its date and whether it was held.

The line is no scale: stretches without an entry are folded into a zigzag that says how long they
are. Marks are told apart by their shape: a disc was held, a ring planned, a broken ring proposed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.site.graphics.measure import wrapped
from newsroom.site.graphics.shapes import SIZES, WIDTH, Drawing, Shape, Words, ahead, along

KIND = "time"

_RAIL = 20.0
"""From the edge to the line, and so to the middle of the marks."""

_TEXT = 58.0
"""From the edge to the words."""

_MARK = 10.0
_MARKS = {"held": "disc", "planned": "hoop", "proposed": "broken"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened or was to happen, in words."""

    date: str
    title: str
    state: str
    """The word for its status."""
    status: str
    """`held`, `planned` or `proposed`: its mark and its colour."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without an entry, in words."""

    text: str


def moments(entries: Sequence[Moment | Gap], lang: str) -> Drawing:
    """The entries from top to bottom; a date that several share stands once, above the first."""
    parts: list[Shape | Words] = []
    marks: list[Shape] = []
    y, date = 0.0, ""
    begun = 0.0
    for entry in entries:
        if isinstance(entry, Gap):
            parts.append(_line(begun, y + 12, lang))
            parts.append(_fold(y + 12, lang))
            parts.append(_words(entry.text, y + 12 + 32, "note", "soft", lang))
            y += 76
            begun, date = y, ""
            continue
        if entry.date != date:
            y += 8 if y else 0
            lines = list(_lines(entry.date, "note", y, "soft", lang))
            parts += lines
            y, date = lines[-1].y + 6, entry.date
        lines = list(_lines(entry.title, "name", y, "", lang))
        state = _words(entry.state, lines[-1].y + SIZES["note"] * 1.3, "note", entry.status, lang)
        middle = lines[0].y - SIZES["name"] * 0.34
        where = {"cx": along(_RAIL, lang), "cy": middle, "r": _MARK}
        marks.append(Shape("circle", _MARKS[entry.status], where))
        begun = begun or middle
        parts += [*lines, state]
        y = state.y + 20
        last = middle
    return Drawing(KIND, round(y), (_line(begun, last, lang), *parts, *marks))


def _lines(text: str, size: str, top: float, role: str, lang: str) -> Iterator[Words]:
    lines = wrapped(text, WIDTH - _TEXT, SIZES[size], "bold" if size == "name" else "regular")
    for row, line in enumerate(lines, start=1):
        yield _words(line, top + row * SIZES[size] * 1.3, size, role, lang)


def _words(text: str, y: float, size: str, role: str, lang: str) -> Words:
    return Words(text, along(_TEXT, lang), y, ahead(lang), size, role)


def _line(start: float, end: float, lang: str) -> Shape:
    x = along(_RAIL, lang)
    return Shape("path", "rail", {"d": f"M{x:g} {start:.0f}V{end:.0f}"})


def _fold(top: float, lang: str) -> Shape:
    x = along(_RAIL, lang)
    return Shape("path", "rail", {"d": f"M{x:g} {top:.0f}l9 8-18 12 18 12-18 12 9 8"})
