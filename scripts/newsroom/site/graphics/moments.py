"""A line of time: what a story tells of, in order, each with its date and whether it was held.

The line is no scale: stretches without an entry are folded into a zigzag that says how long they
are. Marks are told apart by their shape: a disc was held, a ring planned, a rhombus
proposed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.record.kinds.event import HELD, PROPOSED
from newsroom.site.graphics.measure import wrapped
from newsroom.site.graphics.shapes import (
    SIZES,
    WIDTH,
    Drawing,
    Shape,
    Words,
    ahead,
    along,
    weight,
)

KIND = "time"

_RAIL = 20.0
"""From the edge to the line, and so to the middle of the marks."""

_TEXT = 58.0
"""From the edge to the words."""

_MARK = 10.0


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
    column = _Column(lang)
    for entry in entries:
        if isinstance(entry, Gap):
            column.fold(entry)
        else:
            column.add(entry)
    column.end_line()
    return Drawing(KIND, round(column.y), (*column.rails, *column.words, *column.marks))


class _Column:
    """What is drawn so far."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.y = 0.0
        self.rails: list[Shape] = []
        self.words: list[Words] = []
        self.marks: list[Shape] = []
        self._date = ""
        self._line: list[float] = []
        """Where a stretch of the line begins, and every mark on it."""

    def add(self, moment: Moment) -> None:
        """A mark with its title and its state, below its date if that is another one."""
        if moment.date != self._date:
            self.y += 8 if self.y else 0
            self._write(moment.date, "note", "soft")
            self.y, self._date = self.y + 6, moment.date
        middle = self.y + SIZES["name"] * 0.96
        self.marks.append(_mark(moment.status, along(_RAIL, self.lang), middle))
        self._line.append(middle)
        self._write(moment.title, "name", "")
        self._write(moment.state, "note", moment.status)
        self.y += 20

    def fold(self, gap: Gap) -> None:
        """The line broken off and begun again, with how much is left out beside it."""
        top = self.y + 12
        self._line.append(top)
        self.end_line()
        x = along(_RAIL, self.lang)
        self.rails.append(
            Shape("path", "rail", {"d": f"M{x:g} {top:.0f}l9 8-18 12 18 12-18 12 9 8"})
        )
        self.y = top + 8
        self._write(gap.text, "note", "soft")
        self.y, self._date, self._line = top + 64, "", [top + 52]

    def end_line(self) -> None:
        """Draw the line as far as its last mark."""
        if len(self._line) > 1:
            x = along(_RAIL, self.lang)
            data = f"M{x:g} {self._line[0]:.0f}V{self._line[-1]:.0f}"
            self.rails.append(Shape("path", "rail", {"d": data}))

    def _write(self, text: str, size: str, role: str) -> None:
        x, side = along(_TEXT, self.lang), ahead(self.lang)
        for line in wrapped(text, WIDTH - _TEXT, SIZES[size], weight(size)):
            self.y += SIZES[size] * 1.3
            self.words.append(Words(line, x, self.y, side, size, role))


def _mark(status: str, x: float, y: float) -> Shape:
    if status == PROPOSED:
        data = f"M{x:g} {y - _MARK - 2:.1f}l12 12-12 12-12-12z"
        return Shape("path", "rhombus", {"d": data})
    role = "disc" if status == HELD else "hoop"
    return Shape("circle", role, {"cx": x, "cy": y, "r": _MARK})
