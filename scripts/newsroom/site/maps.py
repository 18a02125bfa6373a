"""The map of the cities: where they lie on paper, how much of the world is shown, their dots.

The outlines are Natural Earth's, drawn beforehand (`overrides/partials/outline.html`) in the
units `project` gives; a page carries them once. They are laid out twice, wide and narrow, because
a label that reads well on a desk is a speck on a telephone; the style sheet shows one of the two.
Land only, no borders: a map of cities has no need to take sides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import radians, sqrt

from newsroom.record.options import Extent
from newsroom.record.participants import Participant
from newsroom.site.labels import Box, Label, Mark, Point, place_labels
from newsroom.site.locale_views import LocaleView

CENTRE = 11.6
"""The meridian in the middle, in degrees east: the sheet is cut in the Bering Strait, not Asia."""

WORLD = Box(-1000.0, -505.0, 2000.0, 865.0)
"""What the outlines cover: all longitudes, from 83° north to 57° south."""

_RADIUS = 365.6
"""Of the globe, in units of the outlines: the equator is 2,000 long."""

_MARGIN = 0.16
"""Left around the cities, as a share of the longer side they take."""

_LEAST = 500.0
"""The narrowest frame, a quarter of the world: a single city is shown among continents."""

_SMALLEST_DOT, _LARGEST_DOT = 0.2, 0.46
"""Radii, as shares of the size of the labels."""

_MANY = 40
"""With more cities than these the dots are drawn smaller, so that together they cover no more."""


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet to draw on. Its units are pixels at the least width it is shown at."""

    name: str
    width: float
    shape: float
    """Width by height, unless the world ends before."""
    text: float
    """The size of the labels; the style sheet may make them smaller, never larger."""


FORMATS = (Format("wide", 560, 1.72, 13.5), Format("narrow", 280, 1.22, 12.5))


@dataclass(frozen=True, slots=True)
class City:
    """A city of the record that has coordinates."""

    participant: Participant
    events: int
    """How many took place in it; its dot grows with them."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A city on a sheet."""

    city: City
    at: Point
    radius: float
    label: Label | None
    """`None` where there was no room; the list beside the map has the name."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map on one sheet, in the units of its format."""

    format: Format
    height: float
    scale: float
    """By this the outlines are enlarged, after which they are moved by `shift`."""
    shift: Point
    dots: tuple[Dot, ...]
    """The largest first, so that none is hidden below another."""


@dataclass(frozen=True, slots=True)
class CityMap:
    """The map in one language; empty without cities."""

    cities: tuple[City, ...]
    """In the order of the language's alphabet: the text twin."""
    drawings: tuple[Drawing, ...]
    """One for each of `FORMATS`."""


def city_map(locale: LocaleView) -> CityMap:
    """The cities of the record in one language; without cities there is nothing to draw."""
    cities = tuple(
        City(entry, locale.held_in(entry))
        for initial in locale.index.groups["city"]
        for entry in initial.participants
        if entry.coordinates
    )
    extent = locale.catalogue.options.map
    drawn = [
        city
        for city in cities
        if (place := city.participant.coordinates) and (extent is None or extent.holds(place))
    ]
    if not drawn:
        return CityMap((), ())
    return CityMap(cities, tuple(draw(drawn, locale.lang, sheet, extent) for sheet in FORMATS))


def draw(cities: Sequence[City], lang: str, sheet: Format, extent: Extent | None = None) -> Drawing:
    """The map of `cities` on one sheet; the same cities always give the same map.

    It shows `extent`, or where none is given what lies around them.
    """
    ranked = sorted(cities, key=lambda city: (-city.events, city.participant.id))
    points = [project(*place) for city in ranked if (place := city.participant.coordinates)]
    frame = frame_of(extent, sheet.shape) if extent else frame_around(points, sheet.shape)
    scale = round(sheet.width / frame.width, 4)
    shift = _rounded(-frame.x * scale, -frame.y * scale)
    height = round(frame.height * scale, 1)
    places = [_rounded(point.x * scale + shift.x, point.y * scale + shift.y) for point in points]
    names = [city.participant.name[lang] for city in ranked]
    marks = list(map(Mark, places, _radii(ranked, sheet.text), names))
    labels = place_labels(marks, Box(0, 0, sheet.width, height), sheet.text, lang)
    dots = (
        Dot(city, mark.at, mark.radius, label)
        for city, mark, label in zip(ranked, marks, labels, strict=True)
    )
    return Drawing(sheet, height, scale, shift, tuple(dots))


def project(latitude: float, longitude: float) -> Point:
    """A place, given in degrees, in units of the outlines; y grows towards the south.

    The Natural Earth projection as a polynomial (Šavrič, Jenny, Patterson, Petrovič and Hurni,
    2011), whose middle is where `CENTRE` meets the equator.
    """
    phi = radians(latitude)
    square = phi * phi
    fourth = square * square
    length = 0.8707 - 0.131979 * square - 0.013791 * fourth
    length += fourth**2 * square * (0.003971 - 0.001529 * square)
    height = 1.007226 + 0.015085 * square
    height += fourth * square * (-0.044475 + 0.028874 * square - 0.005916 * fourth)
    east = (longitude - CENTRE + 180) % 360 - 180
    return Point(_RADIUS * radians(east) * length, -_RADIUS * phi * height)


def frame_around(points: Sequence[Point], shape: float) -> Box:
    """The part of the world to show: the points with a margin, `shape` times as wide as high."""
    across, down = [point.x for point in points], [point.y for point in points]
    wide, high = max(across) - min(across), max(down) - min(down)
    margin = 2 * _MARGIN * max(wide, high)
    width = min(max(wide + margin, (high + margin) * shape, _LEAST), WORLD.width)
    height = min(max(width / shape, high + margin), WORLD.height)
    return _around(across, down, width, height)


def frame_of(extent: Extent, shape: float) -> Box:
    """The part of the world to show: all of an extent, and as much beside it as the sheet has."""
    (south, west), (north, east) = extent.south_west, extent.north_east
    middle = (min(max(0.0, south), north), (west + east) / 2)  # the widest of its parallels
    edges = [(lat, lon) for lat in (south, middle[0], north) for lon in (west, middle[1], east)]
    points = [project(*edge) for edge in edges]
    across, down = [point.x for point in points], [point.y for point in points]
    wide, high = max(across) - min(across), max(down) - min(down)
    width = min(max(wide, high * shape), WORLD.width)
    return _around(across, down, width, min(max(width / shape, high), WORLD.height))


def _around(across: Sequence[float], down: Sequence[float], width: float, height: float) -> Box:
    """A box of a size around the middle of some points, in the world."""
    return Box(
        _within((min(across) + max(across) - width) / 2, WORLD.x, WORLD.width - width),
        _within((min(down) + max(down) - height) / 2, WORLD.y, WORLD.height - height),
        width,
        height,
    )


def _within(start: float, least: float, room: float) -> float:
    return min(max(start, least), least + room)


def _rounded(x: float, y: float) -> Point:
    return Point(round(x, 1), round(y, 1))


def _radii(cities: Sequence[City], text: float) -> Iterator[float]:
    """Radii whose square grows with the number of events."""
    most = max(city.events for city in cities) or 1
    size = text * min(1, sqrt(_MANY / len(cities)))
    for city in cities:
        share = sqrt(city.events / most)
        yield round(size * (_SMALLEST_DOT + share * (_LARGEST_DOT - _SMALLEST_DOT)), 1)
