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

from newsroom.site.labels import Box, Point

_COASTS = Path(__file__).with_name("coasts.txt")
_UNITS = 25
"""Of the file to a degree."""

_RADIUS = 6371.0
"""Of the earth, in kilometres (the mean radius of the WGS 84 ellipsoid)."""

_FAR = 8000.0
"""Kilometres. A ring that is nowhere nearer holds none of a drawing; one around the other side of
the earth would be turned inside out."""

_DETAIL = 1.6
"""A corner of a coast goes when the triangle it makes is smaller, in square units."""

_SPECK = 40.0
"""Islands go when they are smaller, in square units."""

Places = Sequence[tuple[float, float]]
"""Latitude and longitude, in degrees."""


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
    (phi, lam), (psi, mu) = map(radians, start), map(radians, end)
    turn = mu - lam
    east = cos(psi) * sin(turn)
    north = cos(phi) * sin(psi) - sin(phi) * cos(psi) * cos(turn)
    up = sin(phi) * sin(psi) + cos(phi) * cos(psi) * cos(turn)
    return _RADIUS * atan2(hypot(east, north), up), atan2(east, north)


def land(view: View, sheet: Box) -> str:
    """The data of a path: the land of the sheet, to be filled by the rule `evenodd`."""
    pieces = (_clipped(ring, sheet) for ring in _rings(view))
    kept = (_plain(piece) for piece in pieces if len(piece) > 2 and _area(piece) >= _SPECK)
    return "".join(_path(piece) for piece in kept if len(piece) > 2)


def _rings(view: View) -> Iterator[list[Point]]:
    for ring in _world():
        if min(way(view.middle, place)[0] for place in ring[:: max(1, len(ring) // 40)]) < _FAR:
            yield [view.point(place) for place in ring]


@cache  # six drawings of a page are made of it
def _world() -> tuple[Places, ...]:
    return tuple(map(_ring, _COASTS.read_text(encoding="ascii").splitlines()))


def _ring(line: str) -> Places:
    steps = list(map(int, line.split()))
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(y / _UNITS, x / _UNITS) for x, y in zip(east, north, strict=True)]


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
