"""Write the coasts drawings are made with, from Natural Earth's land.

See `scripts/newsroom/site/graphics/README.md`.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

SOUTH = -60
"""Land wholly south of it, in degrees, is left out: Antarctica."""

STEP = 25
"""Units of the file to a degree."""

DETAIL = 0.01
"""A corner goes when the triangle it makes with its neighbours is smaller, in square degrees."""

LEAST = 0.06
"""Islands and lakes go when they are smaller, in square degrees."""

Ring = list[tuple[float, float]]


def coast(topology: dict[str, Any]) -> str:
    """A ring a line, the largest first: longitude and latitude in units, then the steps."""
    rings = (simplified(ring) for ring in rings_of(topology))
    kept = sorted((ring for ring in rings if len(ring) > 3 and area(ring) >= LEAST), key=area)
    return "".join(f"{line_of(ring)}\n" for ring in reversed(kept))


def rings_of(topology: dict[str, Any]) -> Iterator[Ring]:
    """The rings of the land of a TopoJSON file, as longitude and latitude."""
    for places in places_of(topology):
        if max(latitude for latitude, _ in places) > SOUTH:
            yield [(longitude, latitude) for latitude, longitude in places]


def places_of(topology: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    """The rings of the land of a TopoJSON file: latitude and longitude of their corners."""
    arcs = [list(_places(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for indexes in polygon:
                yield [place for index in indexes for place in _arc(arcs, index)[:-1]]


def simplified(ring: Ring) -> Ring:
    """The ring without the corners that show least (Visvalingam and Whyatt, 1993)."""
    before = [at - 1 for at in range(len(ring))]
    after = [*range(1, len(ring)), 0]
    before[0] = len(ring) - 1
    left, gone = len(ring), set[int]()

    def size(at: int) -> float:
        return triangle(ring[before[at]], ring[at], ring[after[at]])

    waiting = [(size(at), at) for at in range(len(ring))]
    heapify(waiting)
    while waiting and left > 3:
        least, at = heappop(waiting)
        if at in gone or least != size(at):
            continue
        if least >= DETAIL:
            break
        gone.add(at)
        left -= 1
        after[before[at]], before[after[at]] = after[at], before[at]
        for beside in (before[at], after[at]):
            heappush(waiting, (size(beside), beside))
    return [place for at, place in enumerate(ring) if at not in gone]


def triangle(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
    """The area between three corners, in square degrees."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def area(ring: Ring) -> float:
    """The area a ring encloses, in square degrees (the shoelace formula)."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]]))) / 2


def line_of(ring: Ring) -> str:
    """A ring in whole units: its first corner, then the steps from each to the next."""
    units = [(round(x * STEP), round(y * STEP)) for x, y in ring]
    steps = [(u - x, v - y) for (x, y), (u, v) in pairwise(units) if (x, y) != (u, v)]
    return " ".join(f"{x} {y}" for x, y in [units[0], *steps])


def _places(
    arc: Sequence[Sequence[int]], transform: dict[str, list[float]]
) -> Iterator[tuple[float, float]]:
    """Latitude and longitude of each corner; TopoJSON keeps the steps between them."""
    (scale_x, scale_y), (start_x, start_y) = transform["scale"], transform["translate"]
    across, down = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
    for x, y in zip(across, down, strict=True):
        yield y * scale_y + start_y, x * scale_x + start_x


def _arc(arcs: list[list[tuple[float, float]]], index: int) -> list[tuple[float, float]]:
    return arcs[index] if index >= 0 else arcs[~index][::-1]


if __name__ == "__main__":
    sys.stdout.write(coast(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
