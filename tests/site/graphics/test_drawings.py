"""Drawings as values: what is to scale, what turns round with the language and what does not."""

from itertools import accumulate, combinations, pairwise
from math import hypot, pi

import pytest

from newsroom.site.graphics import dots, locator, moments, squares
from newsroom.site.graphics.coasts import View, land, way
from newsroom.site.graphics.locator import Spot
from newsroom.site.graphics.measure import headline, width, wrapped
from newsroom.site.graphics.shapes import SIZES, Drawing, Shape, Words, standing_alone, svg, weight
from newsroom.site.labels import Box, Point
from newsroom.text.languages import LANGS

from .invented import drawings

SHEET = Box(0, 0, 600, 540)


def shapes(drawing: Drawing, role: str) -> list[Shape]:
    return [it for it in drawing.parts if isinstance(it, Shape) and it.role == role]


def words(drawing: Drawing) -> list[Words]:
    return [it for it in drawing.parts if isinstance(it, Words)]


def box_of(it: Words) -> Box:
    wide = width(it.text, SIZES[it.size], weight(it.size))
    west = {"east": it.x, "west": it.x - wide, "middle": it.x - wide / 2}[it.side]
    return Box(west, it.y - SIZES[it.size] * 0.75, wide, SIZES[it.size] * 0.95)


# A map.


def test_way_is_that_of_the_globe() -> None:
    quarter = 6371 * pi / 2

    assert way((0, 0), (0, 90)) == pytest.approx((quarter, pi / 2))
    assert way((0, 10), (90, 0)) == pytest.approx((quarter, 0))
    assert way((10, 179), (10, -179))[0] == pytest.approx(219, abs=1)


def is_land(data: str, at: tuple[float, float]) -> bool:
    """Whether a point is filled by the rule `evenodd`."""
    crossings = 0
    for piece in data.split("M")[1:]:
        start, _, rest = piece.rstrip("z").replace("-", " -").partition("l")
        steps = list(map(float, f"{start} {rest}".split()))
        ring = list(zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
        for (x, y), (to_x, to_y) in pairwise([*ring, ring[0]]):
            if (x > at[0]) != (to_x > at[0]):
                crossings += y + (at[0] - x) / (to_x - x) * (to_y - y) > at[1]
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((48, 68), True),
        ((42, 51), False),  # the Caspian, which no land is beside on a small sheet
        ((0, -140), False),  # on the other side of the earth lies Africa
        ((-38, -170), False),
        ((-23, -60), True),
        ((70, -40), True),
        ((-25, 135), True),
    ],
)
@pytest.mark.parametrize("scale", [0.05, 0.2, 3])
def test_land_and_sea_are_where_they_are(
    place: tuple[float, float], expected: bool, scale: float
) -> None:
    data = land(View(place, Point(310.3, 200.7), scale), SHEET)

    assert is_land(data, (310.3, 200.7)) == expected


def test_land_is_drawn_across_the_date_line() -> None:
    """Chukotka and Alaska lie on one sheet, on both sides of the strait."""
    data = land(View((66, -170), Point(300, 270), 0.3), SHEET)
    starts = [
        float(piece.split("l")[0].replace("-", " -").split()[0]) for piece in data.split("M")[1:]
    ]

    assert min(starts) < 200
    assert max(starts) > 400


@pytest.mark.parametrize("lang", LANGS)
def test_dot_lies_as_far_from_the_host_as_its_place(lang: str) -> None:
    host, other = Spot((55, 49), "K"), Spot((35, 51), "T", ("2",))
    drawing = locator.locator(host, [other], lang, str)
    (middle,), (dot,) = shapes(drawing, "host"), shapes(drawing, "city")
    ring = shapes(drawing, "ring")[0].values["d"]

    across = float(dot.values["cx"]) - float(middle.values["cx"])
    down = float(dot.values["cy"]) - float(middle.values["cy"])
    reach = float(str(ring).split("A")[1].split()[0])
    scale = reach / int(next(it.text for it in words(drawing) if it.role == "far"))

    assert hypot(across, down) == pytest.approx(way((55, 49), (35, 51))[0] * scale, rel=0.01)
    assert down > 0


def test_geography_does_not_turn_round() -> None:
    spots = [Spot((35, 51), "ت", ("۲",)), Spot((55, 37), "م", ("۷",))]
    fa, en = (locator.locator(Spot((55, 49), "ق"), spots, lang, str) for lang in LANGS)

    for role in ("land", "host", "city", "ray", "ring"):
        assert shapes(fa, role) == shapes(en, role)


def test_what_is_too_far_stands_in_the_list_in_reading_order() -> None:
    far = Spot((-22, -47), "Cordavópolis", ("Brazil · 12,540 km",))
    fa, en = (locator.locator(Spot((55, 49), "K"), [far], lang, str) for lang in LANGS)

    for drawing in (fa, en):
        assert shapes(drawing, "city") == []
        (name,) = (it for it in words(drawing) if it.text == far.name)
        assert locator.HEIGHT < name.y < drawing.height
    assert shapes(en, "arrow")[0].values["d"] != shapes(fa, "arrow")[0].values["d"]
    assert [it.x for it in words(fa)[-2:]] == [600 - it.x for it in words(en)[-2:]]


def test_doubt_is_drawn_otherwise() -> None:
    spot = Spot((35, 51), "T?", ("2",), is_doubtful=True)
    drawing = locator.locator(Spot((55, 49), "K"), [spot], "en", str)

    assert len(shapes(drawing, "doubt")) == 1
    assert shapes(drawing, "city") == []


# Figures to scale.


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ratio", [2, 4, 12, 40, 1040])
def test_areas_are_to_scale(lang: str, ratio: int) -> None:
    amounts = (squares.Amount(5000, "5,000", "a", "b"), squares.Amount(5000 * ratio, "9", "c", "d"))
    drawing = squares.squares(*amounts, lang)
    (large,), (small,) = shapes(drawing, "block"), shapes(drawing, "spark")

    assert float(large.values["width"]) ** 2 / float(small.values["width"]) ** 2 == pytest.approx(
        ratio
    )
    assert small.values["width"] == small.values["height"]
    assert squares.squares(*reversed(amounts), lang) == drawing


# A count.


def counted(drawing: Drawing) -> int:
    """The dots of a drawing, from the length of its rows."""
    (path,) = shapes(drawing, "dots")
    step = sum(float(it) for it in str(path.values["stroke-dasharray"]).split())
    rows = str(path.values["d"]).split("M")[1:]
    return sum(int(abs(float(row.split("h")[1])) / step) + 1 for row in rows)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("count", [1000, 1001, 1827, 13_470, 18_260, 99_991, 7_000_000, 8_104_999])
def test_dots_are_the_count_and_nothing_is_rounded(lang: str, count: int) -> None:
    drawing = dots.dots(count, f"{count:,}", "boats", lang)
    each, rest = dots.per_dot(count), count % dots.per_dot(count)

    assert counted(drawing) * each + rest == count
    assert len(shapes(drawing, "rest")) == bool(rest)
    assert counted(drawing) <= 2400


def test_dots_lie_four_pixels_apart_on_a_phone() -> None:
    for count in (1000, 18_260, 240_000, 2_399_000):
        (path,) = shapes(dots.dots(count, "n", "boats", "en"), "dots")
        step = sum(float(it) for it in str(path.values["stroke-dasharray"]).split())

        assert step * 350 / 600 >= 4


# A line of time.


def test_states_are_told_apart_by_shape() -> None:
    entries = [moments.Moment("2024", it, it, it) for it in ("held", "planned", "proposed")]
    drawing = moments.moments(entries, "en")

    marks = [it.role for it in drawing.parts if isinstance(it, Shape) and it.role != "rail"]
    assert marks == ["disc", "hoop", "rhombus"]


def test_date_of_several_entries_stands_once() -> None:
    entries = [moments.Moment("2023", "a", "x", "held"), moments.Moment("2023", "b", "x", "held")]

    assert [it.text for it in words(moments.moments(entries, "en"))] == ["2023", "a", "x", "b", "x"]


@pytest.mark.parametrize("kind", ["squares", "dots", "time"])
def test_reading_order_turns_round(kind: str) -> None:
    def drawn(lang: str) -> Drawing:
        if kind == "squares":
            return squares.squares(
                squares.Amount(1, "1", "a", "b"), squares.Amount(1000, "2", "c", "d"), lang
            )
        if kind == "dots":
            return dots.dots(1234, "1", "boats", lang)
        return moments.moments([moments.Moment("1", "2", "3", "held")], lang)

    fa, en = drawn("fa"), drawn("en")

    assert [it.x for it in words(fa)] == [600 - it.x for it in words(en)]
    assert {it.side for it in words(fa)} == {"west"}
    assert {it.side for it in words(en)} == {"east"}


# Words.


@pytest.mark.parametrize("lang", LANGS)
def test_words_of_fifty_drawings_stand_apart_and_on_the_sheet(lang: str) -> None:
    for name, drawing in drawings(lang):
        sheet = Box(-1, -1, 602, drawing.height + 2)
        boxes = [(it.text, box_of(it)) for it in words(drawing)]

        assert all(sheet.holds(box) for _, box in boxes), name
        assert [(a[0], b[0]) for a, b in combinations(boxes, 2) if a[1].overlaps(b[1])] == [], name


def test_persian_letters_are_measured_in_the_form_they_take() -> None:
    assert width("سس", 100) < 2 * width("س", 100)
    assert width("س\u200cس", 100) == pytest.approx(2 * width("س", 100))
    assert width("سَ", 100) == width("س", 100)
    assert width("漢", 100) >= 100


def test_lines_are_even_and_none_is_too_wide() -> None:
    text = "one two three four five six seven"
    lines = wrapped(text, 120, 20)

    assert " ".join(lines) == text
    assert all(width(line, 20) <= 120 for line in lines)
    assert len(lines[-1]) >= len(lines[0]) - 6


@pytest.mark.parametrize("lang", LANGS)
def test_headline_has_three_lines_at_most(lang: str) -> None:
    word = {"fa": "شهرداری‌ها ", "en": "harbour "}[lang]
    for count in (1, 3, 5, 40):
        _, lines = headline(word * count, 490, (56, 45, 33), 3)

        assert len(lines) <= 3
        assert all(width(line, 33, "bold", "head") <= 490 for line in lines)
        assert lines[-1].endswith("…") == (count == 40)


@pytest.mark.parametrize("lang", LANGS)
def test_svg_has_a_name_and_neither_style_nor_id(lang: str) -> None:
    for _, drawing in drawings(lang):
        written = svg(drawing, lang, '"۲" < ۳')

        assert 'role="img"' in written
        assert " &lt; " in written and 'aria-label="&quot;' in written
        assert " style=" not in written and " id=" not in written and "<script" not in written
        assert "nan" not in written and "inf" not in written


def test_line_for_a_picture_is_told_its_direction() -> None:
    drawing = Drawing("time", 10, (Words("قاوان", 590, 5, "west", "name"),))

    assert 'text-anchor="end"' in standing_alone(drawing, "fa")
    assert "\u2067قاوان\u2069" in standing_alone(drawing, "fa")
    assert 'text-anchor="start"' in svg(drawing, "fa", "x")
