"""Where the names stand on a map, so that no two collide and none covers a dot.

Greedy: in the order the marks are given each gets the first of its spots that is free, close ones
before far ones, which a line ties to their dot. What finds no spot stays without a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import NamedTuple

from newsroom.site.graphics.measure import width
from newsroom.text.languages import direction

_ASCENT, _HEIGHT = 0.9, 1.3
"""Of a label, as shares of its size: from its upper edge to the baseline, and in all."""

_GAP = 0.25
"""Between a dot and its label, as a share of the size."""

_CLEAR = 1.0
"""Left free around a label, in units of the sheet."""

_BESIDE = (
    (1, 0),
    (-1, 0),
    (0.75, -0.75),
    (0.75, 0.75),
    (-0.75, -0.75),
    (-0.75, 0.75),
    (0, -1),
    (0, 1),
)
"""The directions of a label right beside its dot: ahead, behind, the corners, above, below."""

_REACHES = (0.9, 1.5, 2.2, 3.0, 4.0)
"""How long the line to a far label may be, as shares of the size."""

_TURNS = 20
"""Into how many directions a line may go."""

_MANY = 40
"""With more marks than these there are no lines: they would be a thicket, and slow to find."""


class Point(NamedTuple):
    """A place on a sheet, in its units; y grows downwards."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle, given by its upper corner at the west."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have an area in common; edges that touch have none."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies in this one, edges included."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    def grown(self, by: float) -> "Box":
        """The box with a margin on all sides."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from a dot to its label."""

    start: Point
    end: Point

    def crosses(self, other: "Line") -> bool:
        """Whether the two intersect between their ends; touching is not crossing."""
        ends = _side(self, other.start) * _side(self, other.end)
        return ends < 0 and _side(other, self.start) * _side(other, self.end) < 0

    def meets(self, box: Box) -> bool:
        """Whether a part of the line lies in the box (Liang and Barsky, 1984)."""
        first, last = 0.0, 1.0
        run, rise = self.end.x - self.start.x, self.end.y - self.start.y
        for step, room in (
            (-run, self.start.x - box.x),
            (run, box.x + box.width - self.start.x),
            (-rise, self.start.y - box.y),
            (rise, box.y + box.height - self.start.y),
        ):
            if step < 0:
                first = max(first, room / step)
            elif step > 0:
                last = min(last, room / step)
            elif room < 0:
                return False
        return first < last


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot that wants its name beside it."""

    at: Point
    radius: float
    text: str

    @property
    def box(self) -> Box:
        """What the dot covers, as an upright square."""
        return Box(self.at.x, self.at.y, 0, 0).grown(self.radius)


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name."""

    at: Point
    """Where the text is anchored, on its baseline."""
    anchor: str
    """SVG's `text-anchor`, told in the direction of the language: `start`, `middle` or `end`."""
    box: Box
    line: Line | None = None
    """From the dot to a label that stands apart."""


def place_labels(
    marks: Sequence[Mark], sheet: Box, size: float, lang: str
) -> tuple[Label | None, ...]:
    """The label of each mark on `sheet`, or `None` where there is no room; earlier marks first."""
    dots = [mark.box for mark in marks]
    placed: list[Label] = []
    labels: list[Label | None] = []
    for mark in marks:
        reach = _REACHES[-1] * size + width(mark.text, size) + _CLEAR
        near = [dot for dot in dots if dot.overlaps(mark.box.grown(reach))]
        spots = _spots(mark, size, lang, with_lines=len(marks) <= _MANY)
        within = (label for label in spots if sheet.holds(label.box))
        label = next((spot for spot in within if _is_free(spot, mark, near, placed)), None)
        labels.append(label)
        if label:
            placed.append(label)
    return tuple(labels)


def _is_free(label: Label, mark: Mark, dots: Sequence[Box], placed: Sequence[Label]) -> bool:
    box = label.box.grown(_CLEAR)
    line = label.line
    if any(box.overlaps(dot) for dot in dots):
        return False
    if line and any(line.meets(dot.grown(_CLEAR)) for dot in dots if dot != mark.box):
        return False
    for other in placed:
        if box.overlaps(other.box) or (line and line.meets(other.box.grown(_CLEAR))):
            return False
        if other.line and (other.line.meets(box) or (line and line.crosses(other.line))):
            return False
    return True


def _spots(mark: Mark, size: float, lang: str, with_lines: bool) -> Iterator[Label]:
    """Where the label of a mark may stand, the best place first."""
    ahead = _ahead(lang)
    for across, down in _BESIDE:
        yield _label(mark, mark.radius + _GAP * size, ahead * across, down, size, lang)
    for reach in _REACHES if with_lines else ():
        for turn in _around():
            across, down = ahead * cos(turn), sin(turn)
            yield _label(mark, mark.radius + reach * size, across, down, size, lang, tied=True)


def _around() -> Iterator[float]:
    """The directions of a line: from level ahead, now above and now below, to level behind."""
    for step in range(_TURNS // 2 + 1):
        turn = 2 * pi * step / _TURNS
        yield from (-turn, turn)


def _label(
    mark: Mark, reach: float, across: float, down: float, size: float, lang: str, tied: bool = False
) -> Label:
    """The label whose nearest edge lies `reach` from the middle of the dot, in a direction."""
    x, y = mark.at.x + reach * across, mark.at.y + reach * down
    wide, height = width(mark.text, size), _HEIGHT * size
    middle = abs(across) < 0.3
    west = x - wide / 2 if middle else x if across > 0 else x - wide
    top = y - height if middle and down < 0 else y if middle else y - height / 2
    anchor = "middle" if middle else _anchor(across > 0, lang)
    line = _line(mark, Point(x, y)) if tied else None
    at = Point(round(x, 1), round(top + _ASCENT * size, 1))
    return Label(at, anchor, Box(west, top, wide, height), line)


def _anchor(is_east: bool, lang: str) -> str:
    return "start" if is_east == (_ahead(lang) > 0) else "end"


def _ahead(lang: str) -> int:
    """Where a line of text goes: 1 to the east, -1 to the west."""
    return 1 if direction(lang) == "ltr" else -1


def _line(mark: Mark, end: Point) -> Line:
    """From the edge of the dot to just before the label."""
    across, down = end.x - mark.at.x, end.y - mark.at.y
    length = hypot(across, down)
    return Line(*(
        Point(round(mark.at.x + across * share, 1), round(mark.at.y + down * share, 1))
        for share in (mark.radius / length, 1 - 1 / length)
    ))  # fmt: skip


def _side(line: Line, point: Point) -> float:
    """On which side of a line a point lies, as a signed area."""
    return (line.end.x - line.start.x) * (point.y - line.start.y) - (line.end.y - line.start.y) * (
        point.x - line.start.x
    )
