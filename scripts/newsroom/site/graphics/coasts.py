"""The land around a place, in the plane of a drawing.

Azimuthal and equidistant: what lies a distance away in a direction from the middle is drawn at that
distance in that direction, so rings around it are circles and the shortest ways from it are
straight lines (Snyder, "Map projections: a working manual", 1987, page 191).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import atan2, cos, hypot, radians, sin
from pathlib import Path

from newsroom.site.graphics.shapes import WIDTH
from newsroom.site.labels import Box, Point

_COASTS = Path(__file__).with_name("coasts.txt")
_UNITS = 25
"""Of the file to a degree."""

_RADIUS = 6371.0
"""Of the earth, in kilometres (the mean radius of the WGS 84 ellipsoid)."""

_FAR = 8000.0
"""Kilometres: a ring that is nowhere nearer holds none of a drawing."""

_DETAIL = 17.0
"""A corner of a coast goes when the triangle it makes is smaller, in square units."""

_SPECK = 80.0
"""Islands go when they are smaller, in square units."""


Vector = tuple[float, float, float]
"""A place as a point of the unit sphere: it costs no trigonometry to see how far another one is."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the earth on a sheet."""

    middle: tuple[float, float]
    """Latitude and longitude of the place everything is measured from."""
    at: Point
    """Where it is drawn."""
    scale: float
    """Units to a kilometre."""

    def point(self, place: tuple[float, float]) -> Point:
        """Where a place is drawn."""
        away, turn = way(self.middle, place)
        reach = away * self.scale
        return Point(self.at.x + reach * sin(turn), self.at.y - reach * cos(turn))


def way(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """The shortest way: kilometres, and the direction it begins in, as an angle from the north."""
    axes = _axes(start)
    east, north, up = (_along(axis, _vector(*end)) for axis in axes)
    return _RADIUS * atan2(hypot(east, north), up), atan2(east, north)


@cache  # every language and the share card have the same land
def land(view: View, sheet: Box) -> str:
    """The data of a path: the land of the sheet, to be filled by the rule `evenodd`."""
    corners = ((x, y) for x in (sheet.x, sheet.x + sheet.width) for y in (0, sheet.height))
    reach = max(hypot(x - view.at.x, y - view.at.y) for x, y in corners) / view.scale
    pieces = [_clipped(ring, sheet) for ring in _rings(view, reach)]
    kept = (_plain(piece) for piece in pieces if len(piece) > 2 and _area(piece) >= _SPECK)
    return "".join(_path(piece) for piece in kept if len(piece) > 2)


def _rings(view: View, reach: float) -> Iterator[list[Point]]:
    """The rings that may come into a sheet of a reach in kilometres, drawn.

    Of what lies far outside a corner in eight will do. A ring around the other side of the earth
    is turned inside out: another one around all the sheet turns it back, by the rule `evenodd`.
    """
    axes = _axes(view.middle)
    far, outside = cos(_FAR / _RADIUS), cos(min(2 * reach, _FAR) / _RADIUS)
    latitude, longitude = view.middle
    opposite = (-latitude, longitude % 360 - 180)
    for places, ring in _world():
        ups = [_along(axes[2], place) for place in ring]
        if max(ups) > far:
            yield [
                _drawn(place, up, axes, view)
                for at, (place, up) in enumerate(zip(ring, ups, strict=True))
                if up > outside or at % 8 == 0
            ]
            if _is_within(opposite, places):
                size = 10 * WIDTH
                yield [
                    Point(x, y)
                    for x, y in ((-size, -size), (size, -size), (size, size), (-size, size))
                ]


def _is_within(place: tuple[float, float], ring: Sequence[tuple[float, float]]) -> bool:
    """Whether a line from a place to the north crosses a ring once, or thrice."""
    latitude, longitude = place
    crossed = False
    for (north, east), (north_2, east_2) in pairwise([*ring, ring[0]]):
        if (east > longitude) != (east_2 > longitude):
            share = (longitude - east) / (east_2 - east)
            crossed ^= north + share * (north_2 - north) > latitude
    return crossed


def _drawn(place: Vector, up: float, axes: tuple[Vector, Vector, Vector], view: View) -> Point:
    east, north = _along(axes[0], place), _along(axes[1], place)
    flat = hypot(east, north) or 1e-9
    reach = _RADIUS * atan2(flat, up) * view.scale / flat
    return Point(view.at.x + reach * east, view.at.y - reach * north)


def _axes(middle: tuple[float, float]) -> tuple[Vector, Vector, Vector]:
    """East, north and up at a place."""
    phi, lam = map(radians, middle)
    east = (-sin(lam), cos(lam), 0.0)
    north = (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi))
    return east, north, _vector(*middle)


def _vector(latitude: float, longitude: float) -> Vector:
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def _along(axis: Vector, place: Vector) -> float:
    return axis[0] * place[0] + axis[1] * place[1] + axis[2] * place[2]


@cache  # every drawing is made of it
def _world() -> Sequence[tuple[Sequence[tuple[float, float]], Sequence[Vector]]]:
    """The rings, each as latitude and longitude and as vectors."""
    return tuple(map(_ring, _COASTS.read_text(encoding="ascii").splitlines()))


def _ring(line: str) -> tuple[Sequence[tuple[float, float]], Sequence[Vector]]:
    steps = list(map(int, line.split()))
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    places = [(y / _UNITS, x / _UNITS) for x, y in zip(east, north, strict=True)]
    return places, [_vector(*place) for place in places]


def _clipped(ring: list[Point], sheet: Box) -> list[Point]:
    """What of a ring lies in the sheet (Sutherland and Hodgman, 1974)."""
    west, north = sheet.x, sheet.y
    east, south = west + sheet.width, north + sheet.height
    ring = _cut(ring, [point.x - west for point in ring])
    ring = _cut(ring, [east - point.x for point in ring])
    ring = _cut(ring, [point.y - north for point in ring])
    return _cut(ring, [south - point.y for point in ring])


def _cut(ring: list[Point], depths: list[float]) -> list[Point]:
    """The part of a ring whose corners lie at a depth of 0 and more behind an edge."""
    kept = []
    for at, point in enumerate(ring):
        before, depth = depths[at - 1], depths[at]
        if (depth >= 0) != (before >= 0):
            last, share = ring[at - 1], before / (before - depth)
            kept.append(
                Point(last.x + share * (point.x - last.x), last.y + share * (point.y - last.y))
            )
        if depth >= 0:
            kept.append(point)
    return kept


def _plain(ring: list[Point]) -> list[Point]:
    """The ring in whole units, without the corners that show least."""
    corners = [Point(round(it.x), round(it.y)) for it in ring]
    corners = [it for at, it in enumerate(corners) if it != corners[at - 1]]
    at, kept = 0, 0
    while len(corners) > 3 and kept <= len(corners):
        at %= len(corners)
        size = _triangle(corners[at - 1], corners[at], corners[(at + 1) % len(corners)])
        if size < _DETAIL:
            del corners[at]
            at, kept = at - 1, 0
        else:
            at, kept = at + 1, kept + 1
    return corners


def _area(ring: Sequence[Point]) -> float:
    """What a ring encloses, in square units (the shoelace formula)."""
    pairs = pairwise([*ring, ring[0]])
    return abs(sum(a.x * b.y - b.x * a.y for a, b in pairs)) / 2


def _path(ring: Sequence[Point]) -> str:
    steps = " ".join(f"{b.x - a.x:g} {b.y - a.y:g}" for a, b in pairwise(ring))
    return f"M{ring[0].x:g} {ring[0].y:g}l{steps}z".replace(" -", "-")


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
