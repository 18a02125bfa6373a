"""A large count as dots, each standing for the same number; nothing is rounded."""

from collections.abc import Iterator
from math import ceil

from newsroom.site.graphics.measure import width, wrapped
from newsroom.site.graphics.shapes import SIZES, WIDTH, Drawing, Shape, Words, ahead, along

KIND = "dots"

LEAST = 1000
"""A smaller count needs no drawing."""

_COLUMNS = range(83, 49, -1)
"""Dots in a row: with more they would lie closer than 4 pixels on a phone."""

_MOST = 2400
"""Dots of a drawing."""

_FEWEST = 150


def per_dot(count: int) -> int:
    """What a dot stands for: the smallest round number that gives few enough dots.

    One that leaves no rest, where there is one.
    """
    fitting = [
        size * power
        for power in (int("1" + "0" * zeros) for zeros in range(15))
        for size in (1, 2, 5)
        if _FEWEST <= ceil(count / (size * power)) <= _MOST
    ]
    return next((it for it in fitting if count % it == 0), fitting[0])


def dots(count: int, printed: str, what: str, lang: str) -> Drawing:
    """`count`, at least `LEAST`, as dots below the number as it is `printed` and `what` it counts.

    A rest that is no whole dot is a ring at the end.
    """
    each = per_dot(count)
    whole, rest = divmod(count, each)
    words = list(_head(printed, what, lang))
    top = words[-1].y + 30
    columns = next((it for it in _COLUMNS if (whole + bool(rest)) % it == 0), _COLUMNS[0])
    step = WIDTH / columns
    rows = ceil((whole + bool(rest)) / columns)
    data = "".join(
        _row(min(columns, whole - row * columns), top + (row + 0.5) * step, step, lang)
        for row in range(ceil(whole / columns))
    )
    path: dict[str, str | float] = {
        "d": data,
        "stroke-dasharray": f"0.01 {step - 0.01:.4f}",
        "stroke-width": step * 0.58,
    }
    parts: list[Shape | Words] = [*words, Shape("path", "dots", path)]
    if rest:
        x = along((whole % columns + 0.5) * step, lang)
        y = top + (whole // columns + 0.5) * step
        parts.append(Shape("circle", "rest", {"cx": x, "cy": y, "r": step * 0.25}))
    return Drawing(KIND, round(top + rows * step + 4), tuple(parts))


def _row(count: int, y: float, step: float, lang: str) -> str:
    """A dashed line with round ends and no length to its dashes: dots, in a few bytes.

    A third of a step longer, so that no browser loses the last one in rounding.
    """
    sign = 1 if ahead(lang) == "east" else -1
    x = along(step / 2, lang)
    return f"M{x:.2f} {y:.2f}h{sign * ((count - 1) * step + step / 3):.2f}"


def _head(printed: str, what: str, lang: str) -> Iterator[Words]:
    x, side = along(0, lang), ahead(lang)
    size = "value" if width(printed, SIZES["value"], "bold") <= WIDTH else "amount"
    y = SIZES[size] * 0.95
    yield Words(printed, x, y, side, size, "count")
    y += 18
    for line in wrapped(what, WIDTH, SIZES["text"]):
        y += SIZES["text"] * 1.35
        yield Words(line, x, y, side, "text")
