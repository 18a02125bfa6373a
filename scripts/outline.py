"""Draw the outlines of the map from Natural Earth's land; see `overrides/partials/README.md`."""

import json
import sys
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import newsroom.record.kinds  # noqa: F401  # first: the participants import it half made
from coast import places_of
from newsroom.site.labels import Point
from newsroom.site.maps import project

SOUTH = -60
"""Land wholly south of it, in degrees, is left out: Antarctica."""

DETAIL = 30.0
"""A corner goes when the triangle it makes with its neighbours is smaller, in square units."""

LEAST = 36.0
"""Islands go when they are smaller, in square units."""

LINE = 120
"""Characters."""

NOTE = "{#- Natural Earth's land (public domain); how it is made: README.md beside. -#}\n"

Ring = list[tuple[int, int]]


def outline(topology: dict[str, Any]) -> str:
    """The data of an SVG path: whole units, each step relative to the one before."""
    rings = (simplify(ring) for ring in read_rings(topology))
    kept = sorted((ring for ring in rings if len(ring) > 2 and area(ring) >= LEAST), key=area)
    return "".join(path_of(ring) for ring in reversed(kept))


def read_rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """The rings of the land of a TopoJSON file, in units of the map, without Antarctica."""
    for places in places_of(topology):
        if max(latitude for latitude, _ in places) > SOUTH:
            yield [_unit(*place) for place in places]


def simplify(ring: Ring) -> Ring:
    """The ring without the corners that show least (Visvalingam and Whyatt, 1993)."""
    corners = list(ring)
    while len(corners) > 3:
        sizes = [_triangle(corners, at) for at in range(len(corners))]
        least = min(sizes)
        if least >= DETAIL:
            break
        del corners[sizes.index(least)]
    return corners


def area(ring: Ring) -> float:
    """The area a ring encloses, in square units of the map (the shoelace formula)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * after_y - after_x * y for (x, y), (after_x, after_y) in pairs)) / 2


def path_of(ring: Ring) -> str:
    """A closed ring as data of an SVG path, in relative steps."""
    steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(ring)]
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _unit(latitude: float, longitude: float) -> tuple[int, int]:
    point: Point = project(latitude, longitude)
    return round(point.x), round(point.y)


def _triangle(corners: Ring, at: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = corners[at - 1], corners[at], corners[(at + 1) % len(corners)]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


if __name__ == "__main__":
    data = outline(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    path = f'<path id="nr-outline" vector-effect="non-scaling-stroke" d="{data}"/>'
    sys.stdout.write(f"{NOTE}{textwrap.fill(path, LINE, break_on_hyphens=False)}\n")
