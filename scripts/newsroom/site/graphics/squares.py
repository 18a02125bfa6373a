"""Two numbers to scale: two squares, the smaller inside the larger, by their areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from newsroom.site.graphics.measure import wrapped
from newsroom.site.graphics.shapes import SIZES, WIDTH, Drawing, Shape, Words, ahead, along

KIND = "figures"

_EDGE = 34.0
"""Between the edge of the large square and what is in it."""

_ABOVE = 150.0
"""A small square up to this wide has its words above it; a wider one beside or in it."""

_BESIDE = 240.0
"""The least room for words beside it."""

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
    base = WIDTH - _EDGE
    start = _EDGE if ahead(lang) == "east" else WIDTH - _EDGE - side
    parts: list[Shape | Words] = [
        Shape("rect", "block", {"width": WIDTH, "height": WIDTH}),
        Shape("rect", "spark", {"x": start, "y": base - side, "width": side, "height": side}),
        *_words(large, _EDGE, _EDGE, WIDTH - 2 * _EDGE, "on", lang),
    ]
    if side <= _ABOVE:
        words = list(_words(small, _EDGE, 0, WIDTH - 2 * _EDGE, "lit", lang))
        rise = base - side - 22 - _end(words)
        parts += [Words(it.text, it.x, it.y + rise, it.side, it.size, it.role) for it in words]
    elif WIDTH - 3 * _EDGE - side >= _BESIDE:
        room = WIDTH - 3 * _EDGE - side
        words = list(_words(small, 2 * _EDGE + side, 0, room, "lit", lang))
        rise = base - _end(words) - 6
        parts += [Words(it.text, it.x, it.y + rise, it.side, it.size, it.role) for it in words]
    else:
        top = base - side + 16
        parts += _words(small, _EDGE + 20, top, side - 40, "in", lang)
    return Drawing(KIND, WIDTH, tuple(parts))


def _words(
    amount: Amount, start: float, top: float, room: float, role: str, lang: str
) -> Iterator[Words]:
    """The number, its source, and what it counts, where that takes few lines."""
    x, side = along(start, lang), ahead(lang)
    y = top
    for size, text, most in (
        ("amount", amount.printed, 2),
        ("name", amount.source, 2),
        ("note", amount.what, _MOST_LINES),
    ):
        lines = wrapped(text, room, SIZES[size], "regular" if size == "note" else "bold")
        if len(lines) > most:
            continue
        for line in lines:
            y += SIZES[size] * (1.1 if size == "amount" else 1.3)
            yield Words(line, x, y, side, size, role)


def _end(words: list[Words]) -> float:
    """The last baseline."""
    return words[-1].y if words else 0.0
