"""A map of where a story is: its place, the places it names, and how far they are.

No borders: a border is a statement. Rings around the place carry the distances. A place too far for
the sheet stands in a list below, with an arrow in its direction; a map of the whole world would
make everything that matters small.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import acos, asin, cos, degrees, hypot, pi, radians, sin

from newsroom.site.graphics.coasts import View, land, way
from newsroom.site.graphics.measure import width
from newsroom.site.graphics.shapes import (
    EAST,
    MIDDLE,
    SIZES,
    WEST,
    WIDTH,
    Drawing,
    Shape,
    Words,
    ahead,
    along,
    lowered,
    weight,
)
from newsroom.site.labels import Box, Line, Point

KIND = "map"
HEIGHT = 540.0
"""Of the sheet on a page, without the list below it."""

REACH = 4200.0
"""Kilometres. What is farther from the place stands in the list."""

_LEAST = 900.0
"""Kilometres: the narrowest stretch shown."""

_AIR = 0.13
"""Left around the places, as a share of the sheet."""

_STEPS = (50, 100, 200, 250, 500, 1000, 2000)
"""Kilometres between two rings."""

_MOST_RINGS = 7
"""So many steps at most go into the width of the sheet."""

_FOOT = 12.0
"""Below the last line of the list, in units."""

_ROW = 62.0
"""Of the list, in units."""

_CLEAR = 4.0
"""Left free around a label, in units."""

_MOST_FAR = 4

_BEARINGS = tuple(
    (sin(radians(turn)), -cos(radians(turn)))
    for turn in (135, 45, 225, 315, 100, 80, 260, 280, 160, 200, 20, 340, 180, 0, 120, 240)
)
"""Where on a ring its distance may stand, the best first: to the east and to the south."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be shown, with its words in the language of the drawing."""

    place: tuple[float, float]
    """Latitude and longitude, in degrees."""
    name: str
    notes: Sequence[str] = ()
    """What may stand below the name, such as its country and its distance: the first has all that
    is to be said, those after it less."""
    is_doubtful: bool = False


def locator(
    host: Spot,
    others: Sequence[Spot],
    lang: str,
    says: Callable[[int], str],
    more: str = "",
    *,
    whole: float = 0,
) -> Drawing:
    """The map of a story at `host`; `others` come in the order of their importance.

    `says` gives the words for so many kilometres; `more` closes the list where it has no room for
    all that are far away. `whole` is the height of all, where it is given.
    """
    near = [it for it in others if way(host.place, it.place)[0] <= REACH]
    far = [it for it in others if it not in near]
    listed = list(_list(host, far, lang, more))
    below = max((it.y for it in listed if isinstance(it, Words)), default=-_FOOT) + _FOOT
    high = whole - below if whole else HEIGHT
    sheet = Box(0, 0, WIDTH, high)
    view = _view(host, near, high)
    marks = [(it, view.point(it.place)) for it in near]
    taken = _Taken(sheet, [Line(view.at, at) for _, at in marks])
    for at in (view.at, *(at for _, at in marks)):
        taken.boxes.append(Box(at.x, at.y, 0, 0).grown(14))
    words = list(_labels([(host, view.at), *marks], taken, lang))
    circles, numbers = _rings(view, says, taken)
    return Drawing(
        KIND,
        high + below,
        (
            Shape("rect", "sea", {"width": WIDTH, "height": high}),
            Shape("path", "land", {"d": land(view, sheet), "fill-rule": "evenodd"}),
            *circles,
            *(_ray(view.at, at) for _, at in marks),
            *(_dot(it, at) for it, at in marks),
            Shape("circle", "halo", {"cx": view.at.x, "cy": view.at.y, "r": 16}),
            Shape("circle", "host", {"cx": view.at.x, "cy": view.at.y, "r": 9}),
            *numbers,
            *words,
            *(lowered(it, high) for it in listed),
        ),
    )


def _view(host: Spot, near: Sequence[Spot], high: float) -> View:
    """The stretch that holds the places with air around them."""
    plane = View(host.place, Point(0, 0), 1)
    points = [Point(0, 0), *(plane.point(it.place) for it in near)]
    across, down = [it.x for it in points], [it.y for it in points]
    room = 1 - 2 * _AIR
    wide = max(_LEAST, (max(across) - min(across)) / room)
    wide = max(wide, (max(down) - min(down)) / room * WIDTH / high)
    scale = WIDTH / wide
    x = WIDTH / 2 - (min(across) + max(across)) / 2 * scale
    y = high / 2 - (min(down) + max(down)) / 2 * scale
    return View(host.place, Point(round(x, 1), round(y, 1)), scale)


class _Taken:
    """What of a sheet is taken already."""

    def __init__(self, sheet: Box, rays: Sequence[Line]) -> None:
        self.sheet = sheet
        self._inside = sheet.grown(-6)
        self.rays = rays
        self.boxes: list[Box] = []

    def has_room(self, box: Box) -> bool:
        """Whether a box lies on the sheet and on nothing else."""
        if not self._inside.holds(box) or any(map(box.grown(_CLEAR).overlaps, self.boxes)):
            return False
        wider = box.grown(1)
        return not any(ray.meets(wider) for ray in self.rays)


def _labels(marks: Sequence[tuple[Spot, Point]], taken: _Taken, lang: str) -> Iterator[Words]:
    """The names beside their dots, each with its note, or alone, or not at all."""
    for spot, at in marks:
        size = "head" if not taken.boxes[len(marks) :] else "name"
        for note in (*spot.notes, ""):
            found = next(
                (it for it in _beside(spot.name, note, size, at, lang) if taken.has_room(it[0])),
                None,
            )
            if found:
                box, words = found
                taken.boxes.append(box)
                yield from words
                break


def _beside(
    name: str, note: str, size: str, at: Point, lang: str
) -> Iterator[tuple[Box, tuple[Words, ...]]]:
    """Where a name may stand with its note, the best place first."""
    wide = max(width(name, SIZES[size], weight(size)), width(note, SIZES["note"], weight("note")))
    high = SIZES[size] * 1.15 + (SIZES["note"] * 1.25 if note else 0)
    sides = (EAST, WEST) if ahead(lang) == EAST else (WEST, EAST)
    reach = 24.0
    for away in (reach, reach + 26):
        for down in (0.0, -0.5, 0.5):
            for side in sides:
                x = at.x + (away if side == EAST else -away)
                top = at.y - high / 2 + down * (high + 8)
                yield _stacked(name, note, size, x, top, side, wide, high)
        for top in (at.y - high - away + 4, at.y + away - 4):
            yield _stacked(name, note, size, at.x, top, MIDDLE, wide, high)


def _stacked(
    name: str, note: str, size: str, x: float, top: float, side: str, wide: float, high: float
) -> tuple[Box, tuple[Words, ...]]:
    west = {EAST: x, WEST: x - wide, MIDDLE: x - wide / 2}[side]
    first = top + SIZES[size] * 0.92
    words = [Words(name, x, first, side, size)]
    if note:
        words.append(Words(note, x, first + SIZES["note"] * 1.25, side, "note", "soft"))
    return Box(west, top, wide, high), tuple(words)


def _rings(
    view: View, says: Callable[[int], str], taken: _Taken
) -> tuple[list[Shape], list[Words]]:
    """Circles around the place, and on each, where there is room, how far it is."""
    across, high = WIDTH / view.scale, taken.sheet.height
    step = next((it for it in _STEPS if across / it <= _MOST_RINGS), _STEPS[-1])
    corners = [Point(x, y) for x in (0.0, WIDTH) for y in (0.0, high)]
    farthest = max(hypot(it.x - view.at.x, it.y - view.at.y) for it in corners) / view.scale
    circles, words = [], []
    for far in range(step, int(farthest) + 1, step):
        reach = far * view.scale
        circles.append(Shape("path", "ring", {"d": _arcs(view.at, reach, high)}))
        if placed := _on_ring(says(far), view.at, reach, taken):
            words.append(placed)
    return circles, words


@lru_cache(maxsize=64)  # both languages have the same rings
def _arcs(at: Point, reach: float, high: float) -> str:
    """The data of a path: what of a circle lies on the sheet."""
    turns = {0.0, 2 * pi}
    for edge in (0, WIDTH):
        if abs(share := (edge - at.x) / reach) < 1:
            turns |= {acos(share), 2 * pi - acos(share)}
    for edge in (0, high):
        if abs(share := (edge - at.y) / reach) < 1:
            turns |= {asin(share) % (2 * pi), pi - asin(share)}
    data = ""
    for start, end in pairwise(sorted(turns)):
        middle_x, middle_y = _at(at, reach, (start + end) / 2)
        if 0 <= middle_x <= WIDTH and 0 <= middle_y <= high:
            # In two, or a whole circle would end where it begins and be none.
            data += _arc(at, reach, start, (start + end) / 2) + _arc(
                at, reach, (start + end) / 2, end
            )
    return data


def _arc(at: Point, reach: float, start: float, end: float) -> str:
    (x, y), (to_x, to_y) = _at(at, reach, start), _at(at, reach, end)
    return f"M{x:.0f} {y:.0f}A{reach:.0f} {reach:.0f} 0 0 1 {to_x:.0f} {to_y:.0f}"


def _at(middle: Point, reach: float, turn: float) -> tuple[float, float]:
    """The point of a circle at an angle from the east, clockwise on the sheet."""
    return middle.x + reach * cos(turn), middle.y + reach * sin(turn)


def _on_ring(text: str, at: Point, reach: float, taken: _Taken) -> Words | None:
    """A text in the middle of a ring's line, at the first bearing that has room for it."""
    wide, high = width(text, SIZES["note"]), SIZES["note"]
    for east, south in _BEARINGS:
        x, y = at.x + reach * east, at.y + reach * south
        box = Box(x - wide / 2, y - high / 2, wide, high)
        if taken.has_room(box):
            taken.boxes.append(box)
            return Words(text, x, y + high * 0.35, MIDDLE, "note", "far")
    return None


def _ray(start: Point, end: Point) -> Shape:
    data = f"M{start.x:.0f} {start.y:.0f}L{end.x:.0f} {end.y:.0f}"
    return Shape("path", "ray", {"d": data})


def _dot(spot: Spot, at: Point) -> Shape:
    role = "doubt" if spot.is_doubtful else "city"
    return Shape("circle", role, {"cx": at.x, "cy": at.y, "r": 9 if spot.is_doubtful else 7.5})


def _list(host: Spot, far: Sequence[Spot], lang: str, more: str) -> Iterator[Shape | Words]:
    """What lies beyond the sheet: an arrow in its direction, its name and how far it is."""
    start, side = along(52, lang), ahead(lang)
    for row, spot in enumerate(far[:_MOST_FAR]):
        y = 40 + row * _ROW
        turn = round(degrees(way(host.place, spot.place)[1]))
        where = Point(along(22, lang), y)
        yield Shape("path", "arrow", {"d": _arrow(where, turn)})
        yield Words(spot.name, start, y, side, "name")
        yield Words(spot.notes[0], start, y + SIZES["note"] * 1.2, side, "note", "soft")
    if far[_MOST_FAR:]:
        yield Words(more, start, 46 + _MOST_FAR * _ROW, side, "note", "soft")


def _arrow(at: Point, turn: float) -> str:
    """An arrow in a direction, given in degrees from the north."""

    def point(x: float, y: float) -> str:
        angle = radians(turn)
        east = at.x + x * cos(angle) - y * sin(angle)
        return f"{east:.1f} {at.y + x * sin(angle) + y * cos(angle):.1f}"

    return f"M{point(0, 12)}L{point(0, -12)}M{point(-8, -4)}L{point(0, -12)}L{point(8, -4)}"
