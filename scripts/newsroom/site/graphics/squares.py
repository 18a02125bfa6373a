"""Two numbers to scale: two squares, the smaller inside the larger, by their areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from newsroom.site.graphics.measure import width, wrapped
from newsroom.site.graphics.shapes import (
    EAST,
    SIZES,
    WIDTH,
    Drawing,
    Shape,
    Words,
    ahead,
    along,
    lowered,
    weight,
)

KIND = "figures"

_EDGE = 34.0
"""Between the edge of the large square and what is in it."""

_ABOVE = 150.0
"""A small square up to this wide has its words above it; a wider one beside it or in it."""

_BESIDE = 240.0
"""The least room for words beside it."""

_ROOMY = 330.0
"""With a small square wider than this the words of the large one stand above both."""

_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, as it is printed, and who says it of what."""

    value: float
    printed: str
    source: str
    what: str


def squares(one: Amount, other: Amount, lang: str) -> Drawing:
    """The two amounts to scale; the larger square is as wide as the drawing."""
    small, large = sorted((one, other), key=lambda it: it.value)
    side = WIDTH * sqrt(small.value / large.value)
    room = WIDTH - 2 * _EDGE
    widest = max(width(it.printed, SIZES["amount"], "bold") for it in (one, other))
    size = "amount" if widest <= room else "sum"
    is_in = side <= _ROOMY
    edge = _EDGE if is_in else 0
    head = list(_words(large, size, edge, WIDTH - 2 * edge, "on" if is_in else "", lang))
    head = [lowered(it, edge) for it in head]
    top = 0 if is_in else _end(head) + 24
    start = _EDGE if ahead(lang) == EAST else WIDTH - _EDGE - side
    inner = Shape(
        "rect", "spark", {"x": start, "y": room + _EDGE - side, "width": side, "height": side}
    )
    parts: list[Shape | Words] = [
        Shape("rect", "block", {"width": WIDTH, "height": WIDTH}),
        inner,
        *_beside(small, side, size, lang),
    ]
    return Drawing(KIND, WIDTH + top, (*(lowered(it, top) for it in parts), *head))


def _beside(small: Amount, side: float, size: str, lang: str) -> Iterator[Words]:
    """The words of the small square: above it, beside it, or in it."""
    base = WIDTH - _EDGE
    left = WIDTH - 3 * _EDGE - side
    if side <= _ABOVE:
        words = list(_words(small, size, _EDGE, WIDTH - 2 * _EDGE, "lit", lang))
        top = base - side - 22 - _end(words)
    elif left >= _BESIDE:
        words = list(_words(small, "sum", 2 * _EDGE + side, left, "lit", lang))
        top = base - 6 - _end(words)
    else:
        words = list(_words(small, "sum", _EDGE + 20, side - 40, "in", lang))
        top = base - side + 16
    yield from (lowered(it, top) for it in words)


def _words(
    amount: Amount, size: str, start: float, room: float, role: str, lang: str
) -> Iterator[Words]:
    """The number, its source, and what it counts, each where it takes few lines, from 0 down."""
    x, side = along(start, lang), ahead(lang)
    y = 0.0
    for kind, text, most in (
        (size, amount.printed, 2),
        ("name", amount.source, 2),
        ("note", amount.what, _MOST_LINES),
    ):
        lines = wrapped(text, room, SIZES[kind], weight(kind))
        for line in lines if len(lines) <= most else ():
            y += SIZES[kind] * (1.1 if kind == size else 1.35)
            yield Words(line, x, y, side, kind, role)


def _end(words: list[Words]) -> float:
    """The last baseline."""
    return words[-1].y if words else 0.0
