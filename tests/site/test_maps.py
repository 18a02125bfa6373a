import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, combinations
from math import hypot

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.place import Place
from newsroom.record.options import Extent, Options
from newsroom.site.labels import Box, Line, Mark, Point, place_labels
from newsroom.site.locale_views import LocaleView
from newsroom.site.maps import (
    CENTRE,
    FORMATS,
    WORLD,
    City,
    CityMap,
    Drawing,
    Format,
    city_map,
    draw,
    frame_around,
    frame_of,
    project,
)

from ..conftest import CITY, EVENT, ROOT, WriteRecord, sample_record
from ..pages import BuiltPage

CATALOGUE = sample_record()
CITIES = [CATALOGUE.participants[id] for id in ("talmiz", "bandarin", "sahelan")]
OUTLINE = ROOT / "overrides" / "partials" / "outline.html"
STYLES = sorted((ROOT / "overrides" / "assets").rglob("*.css"))


def map_of(lang: str, catalogue: Catalogue = CATALOGUE) -> CityMap:
    return city_map(LocaleView(catalogue, lang))


def synthetic_cities(count: int) -> list[City]:
    """Cities all over the world, every third within two degrees of the one before."""
    draws = random.Random(5)
    cities: list[City] = []
    at = (0.0, 0.0)
    for number in range(count):
        near = (at[0] + draws.uniform(-2, 2), at[1] + draws.uniform(-2, 2))
        at = near if number % 3 == 2 else (draws.uniform(-50, 65), draws.uniform(-165, 175))
        name = {"fa": draws.choice(["شهر", "سن‌پترزبورگ", "گوانگ‌ژو"]), "en": f"City {number}"}
        entry = Place(
            id=f"city-{number}", path="", lines={}, subkind="city", name=name, coordinates=at
        )
        cities.append(City(entry, draws.randrange(9)))
    return cities


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    """The pairs of labels, dots and lines that lie on one another, a dot's own line excepted."""
    found = []
    labelled = [(dot, dot.label) for dot in drawing.dots if dot.label]
    for (one, label), (other, second) in combinations(labelled, 2):
        pair = (one.city.participant.id, other.city.participant.id)
        lines = [(label.line, second), (second.line, label)]
        if label.box.overlaps(second.box) or any(li and li.meets(la.box) for li, la in lines):
            found.append(pair)
        if label.line and second.line and label.line.crosses(second.line):
            found.append(pair)
    for one, label in labelled:
        for other in drawing.dots:
            box = Mark(other.at, other.radius, "").box
            own = one is other
            if label.box.overlaps(box) or (not own and label.line and label.line.meets(box)):
                found.append((one.city.participant.id, other.city.participant.id))
    return found


def outline_rings() -> list[list[Point]]:
    """The corners of the outlines, in whole units of the world."""
    data = re.findall(r' d="([^"]+)"', OUTLINE.read_text(encoding="utf-8"))[0]
    rings = []
    for ring in data.strip("Mz").split("zM"):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        across, down = accumulate(numbers[0::2]), accumulate(numbers[1::2])
        rings.append([Point(x, y) for x, y in zip(across, down, strict=True)])
    return rings


def is_land(rings: Sequence[Sequence[Point]], at: Point) -> bool:
    """Whether a ray from `at` to the east crosses the shores an odd number of times."""
    crossings = 0
    for ring in rings:
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (one.y > at.y) != (other.y > at.y):
                share = (at.y - one.y) / (other.y - one.y)
                crossings += one.x + share * (other.x - one.x) > at.x
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("latitude", "length", "distance"),
    # Flex Projector's table of the projection, which the polynomial follows to a thousandth.
    [(0, 1, 0), (30, 0.9570, 0.3720), (45, 0.9006, 0.5571), (60, 0.8196, 0.7346)],
)
def test_known_parallels_lie_where_the_projection_puts_them(
    latitude: float, length: float, distance: float
) -> None:
    pole = project(90, CENTRE)

    east, west = project(latitude, CENTRE + 90), project(-latitude, CENTRE - 90)

    assert (east.x, west.x) == (pytest.approx(500 * length, abs=1), pytest.approx(-east.x))
    assert (east.y, west.y) == (pytest.approx(pole.y * distance, abs=1), pytest.approx(-east.y))


def test_projection_gives_what_proj_gives() -> None:
    point = project(1, CENTRE + 2)

    # +proj=natearth +a=6400000 of a place 2° east and 1° north; our globe has another radius.
    assert point.x / point.y == pytest.approx(-194507.265258 / 112508.737358)


@pytest.mark.parametrize(("longitude", "x"), [(CENTRE, 0), (-168.3, -999.4), (191.5, 999.4)])
def test_sheet_is_cut_in_the_bering_strait(longitude: float, x: float) -> None:
    assert project(0, longitude).x == pytest.approx(x, abs=0.5)


def test_north_is_up_and_east_is_on_the_one_side_in_every_language() -> None:
    for lang in ("fa", "en"):
        for drawing in map_of(lang).drawings:
            at = {dot.city.participant.id: dot.at for dot in drawing.dots}
            assert at["cordavopolis"].x < at["torvalia"].x < at["kavan"].x
            assert at["kavan"].y < at["talmiz"].y < at["delvar"].y < at["bandarin"].y


def test_outlines_and_cities_are_projected_alike() -> None:
    rings = outline_rings()

    cities = [entry for entry in CATALOGUE.participants.values() if entry.coordinates]
    assert len(cities) == 8
    for city in cities:
        assert city.coordinates is not None
        assert is_land(rings, project(*city.coordinates)), city.id
    for sea in ((42, 51), (0, -30), (43, 34), (-30, 80), (20, 160)):  # the Caspian first
        assert not is_land(rings, project(*sea)), sea


def test_outlines_are_light_and_lie_within_the_world() -> None:
    corners = [corner for ring in outline_rings() for corner in ring]

    assert len(gzip.compress(OUTLINE.read_bytes(), 9)) <= 2_600
    assert all(WORLD.holds(Box(corner.x, corner.y, 0, 0)) for corner in corners)
    # No shore runs from one edge of the sheet to the other.
    for ring in outline_rings():
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert hypot(other.x - one.x, other.y - one.y) < 200


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_city_of_the_record_has_its_label_and_none_collide(lang: str) -> None:
    drawn = map_of(lang)

    for drawing in drawn.drawings:
        assert len(drawing.dots) == len(drawn.cities) == 8
        assert [dot.city.participant.id for dot in drawing.dots if not dot.label] == []
        assert collisions(drawing) == []


@pytest.mark.parametrize("sheet", FORMATS, ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize("count", [40, 100, 200])
def test_labels_of_many_cities_never_collide(sheet: Format, lang: str, count: int) -> None:
    drawing = draw(synthetic_cities(count), lang, sheet)

    labelled = [dot for dot in drawing.dots if dot.label]
    page = Box(0, 0, sheet.width, drawing.height)
    assert collisions(drawing) == []
    assert all(page.holds(dot.label.box) for dot in labelled if dot.label)
    assert len(drawing.dots) == count
    assert len(labelled) >= 3


def test_the_order_of_the_cities_does_not_change_the_map() -> None:
    cities = synthetic_cities(60)

    assert draw(cities, "fa", FORMATS[0]) == draw(cities[::-1], "fa", FORMATS[0])


def test_labels_are_in_the_language_and_the_twin_in_its_alphabet() -> None:
    def names(lang: str) -> list[str]:
        return [city.participant.name[lang] for city in map_of(lang).cities]

    assert names("en")[:3] == ["Bandarin", "Cordavópolis", "Delvaran"]
    assert names("fa")[:3] == ["بندرین", "تلمیز", "توروالیا"]


def test_label_is_anchored_at_its_dot_in_the_direction_of_the_language() -> None:
    sheet = Box(0, 0, 200, 100)

    (ahead,) = place_labels([Mark(Point(100, 50), 3, "Kavan")], sheet, 10, "en")
    (behind,) = place_labels([Mark(Point(100, 50), 3, "قاوان")], sheet, 10, "fa")
    (turned,) = place_labels([Mark(Point(190, 50), 3, "Kavan")], sheet, 10, "en")

    assert ahead and ahead.anchor == "start" and ahead.at.x > 103
    assert behind and behind.anchor == "start" and behind.at.x < 97
    assert turned and turned.anchor == "end" and turned.at.x < 187


def test_crowded_label_stands_apart_with_a_line_and_a_lost_one_is_left_out() -> None:
    marks = [Mark(Point(100, 50), 3, "Kavan")] * 30

    labels = place_labels(marks, Box(0, 0, 200, 100), 10, "en")

    assert labels[0] is not None and labels[0].line is None
    assert any(label and label.line for label in labels)
    assert None in labels


def test_line_meets_what_it_touches_only() -> None:
    box = Box(0, 0, 10, 10)

    assert Line(Point(-5, 5), Point(15, 5)).meets(box)
    assert Line(Point(2, 2), Point(3, 3)).meets(box)
    assert not Line(Point(-5, 11), Point(15, 11)).meets(box)
    assert not Line(Point(-5, 0), Point(0, -5)).meets(box)


@pytest.mark.parametrize("place", [(55.8, 49.1), (-54, -68), (70, 179), (0, 0)])
def test_frame_of_one_city_shows_a_continent_and_stays_in_the_world(
    place: tuple[float, float],
) -> None:
    point = project(*place)

    frame = frame_around([point], 1.7)

    assert frame.width >= 500
    assert WORLD.holds(frame)
    assert frame.holds(Box(point.x, point.y, 0, 0))


def test_more_events_make_a_larger_dot() -> None:
    (wide, _) = map_of("en").drawings
    radius = {dot.city.participant.id: dot.radius for dot in wide.dots}

    assert radius["kavan"] > radius["talmiz"] == radius["delvar"] == radius["bandarin"] > 0
    drawn = draw(
        [City(entry, count) for entry, count in zip(CITIES, (3, 1, 0), strict=True)],
        "en",
        FORMATS[0],
    )
    assert [dot.radius for dot in drawn.dots] == sorted(
        {dot.radius for dot in drawn.dots}, reverse=True
    )


def test_dot_counts_what_took_place_in_the_city(write_record: WriteRecord) -> None:
    other = CITY.replace("Kavan", "Yazd").replace("قاوان", "یزد").replace("کاوان", "یزت")
    named = EVENT.replace("participants: [", "participants: [yazd, ")
    catalogue, problems = Catalogue.load(
        write_record(
            {
                "data/places/kavan.yml": CITY + "coordinates: [55.8, 49.11]\n",
                "data/places/yazd.yml": other + "coordinates: [31.9, 54.37]\n",
                "data/events/meeting.yml": named,
                "data/events/elsewhere.yml": named.replace("place: kavan\n", ""),
                "data/events/plan.yml": named.replace("held", "planned"),
                "data/events/idea.yml": named.replace("held", "proposed"),
            }
        )
    )
    assert problems == ()

    counts = {city.participant.id: city.events for city in map_of("en", catalogue).cities}

    assert counts == {"kavan": 1, "yazd": 0}


@pytest.mark.parametrize(
    ("lang", "path", "kavan", "talmiz"),
    [
        ("fa", "participants/index.html", "۷ رویداد در این شهر", "فقط نام برده شده"),
        ("en", "en/participants/index.html", "7 events held here", "mentioned only"),
    ],
)
def test_map_says_what_a_dot_counts(
    pages: dict[str, BuiltPage], lang: str, path: str, kavan: str, talmiz: str
) -> None:
    names = {id: CATALOGUE.participants[id].name[lang] for id in ("kavan", "talmiz")}
    said: dict[str, list[str]] = {}
    for element in pages[path].elements:
        if "nr-map__item" in element.classes:
            said.setdefault("list", []).append(" ".join(element.text.split()))
        if "nr-map__city" in element.classes:
            said.setdefault("dots", []).append(element.attributes["aria-label"])

    for texts in said.values():
        assert sum(names["kavan"] in it and kavan in it for it in texts) in (1, len(FORMATS))
        assert sum(names["talmiz"] in it and talmiz in it for it in texts) in (1, len(FORMATS))
    assert said.keys() == {"list", "dots"}
    named = [it for it in pages[path].elements if "nr-map__city--named" in it.classes]
    assert len(named) == len(FORMATS) * 7


def test_city_without_coordinates_is_not_drawn(write_record: WriteRecord) -> None:
    bare, _ = Catalogue.load(write_record())
    assert map_of("en", bare) == CityMap((), ())

    placed = CITY + "coordinates: [55.8, 49.11]\n"
    catalogue, _ = Catalogue.load(write_record({"data/places/kavan.yml": placed}))
    (city,) = map_of("en", catalogue).cities
    assert (city.participant.id, city.events) == ("kavan", 1)


def test_style_never_enlarges_a_label() -> None:
    style = "".join(file.read_text(encoding="utf-8") for file in STYLES)
    drawn = [float(found) for found in re.findall(r"--nr-drawn: ([\d.]+);", style)]

    for sheet in FORMATS:
        size = rf"nr-map__sheet--{sheet.name} {{\s*font-size: calc\(([\d.]+)px \* var\(--nr-drawn"
        sizes = [float(found) for found in re.findall(size, style)]
        assert sizes and max(sizes) * max(drawn) < sheet.text


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_label_is_anchored_in_its_own_box_so_that_it_may_shrink(lang: str) -> None:
    for drawing in map_of(lang).drawings:
        for dot in drawing.dots:
            assert dot.label
            assert dot.label.box.grown(0.1).holds(Box(dot.label.at.x, dot.label.at.y, 0, 0))


EXTENTS = [
    Extent((25.0, 44.0), (40.0, 64.0)),
    Extent((-35.0, -60.0), (10.0, 100.0)),
    Extent((50.0, -10.0), (70.0, 40.0)),
]


@pytest.mark.parametrize("extent", EXTENTS)
@pytest.mark.parametrize("shape", [sheet.shape for sheet in FORMATS])
def test_frame_of_an_extent_shows_all_of_it(extent: Extent, shape: float) -> None:
    (south, west), (north, east) = extent.south_west, extent.north_east

    frame = frame_of(extent, shape)

    for latitude in (south, (south + north) / 2, north):
        for longitude in (west, (west + east) / 2, east):
            point = project(latitude, longitude)
            assert frame.x - 1e-6 <= point.x <= frame.x + frame.width + 1e-6
            assert frame.y - 1e-6 <= point.y <= frame.y + frame.height + 1e-6


def test_city_outside_the_extent_is_listed_and_not_drawn() -> None:
    inside = CITIES[0].coordinates
    assert inside
    extent = Extent((inside[0] - 1, inside[1] - 1), (inside[0] + 1, inside[1] + 1))
    whole = map_of("en")

    found = map_of("en", replace(CATALOGUE, options=Options(map=extent)))

    assert found.cities == whole.cities
    for drawing in found.drawings:
        assert [dot.city.participant for dot in drawing.dots] == [CITIES[0]]


def test_extent_without_a_city_has_no_map() -> None:
    nowhere = Extent((-60.0, -150.0), (-50.0, -140.0))

    assert map_of("fa", replace(CATALOGUE, options=Options(map=nowhere))) == CityMap((), ())
