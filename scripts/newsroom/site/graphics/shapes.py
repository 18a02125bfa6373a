"""Drawings as values, and the SVG they are written as.

A drawing is 600 units wide, in whole units or tenths, and has no colour of its own: every part has
a class, `nr-graphic__land`, which the style sheet and the share card give theirs. Letters are sized
by their class, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from newsroom.text.bidi import LRI, PDI, RLI, isolate_plain
from newsroom.text.languages import direction

WIDTH = 600.0

EAST, WEST, MIDDLE = "east", "west", "middle"
"""On which side of its point a text stands. Geography does not turn round with the language."""

SIZES: Mapping[str, float] = {"value": 92, "amount": 58, "head": 31, "name": 27, "text": 24, "note": 23}
"""The sizes of letters by role, in units of the drawing, as they are on a phone: the style sheet
makes them smaller where a drawing is wide, never larger, so what fits there fits everywhere."""

BOLD = frozenset(("value", "amount", "head", "name"))


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of SVG: `circle`, `path`, `rect`."""

    element: str
    role: str
    values: Mapping[str, str | float]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `size` is the key of `SIZES`."""

    text: str
    x: float
    y: float
    """Of the baseline."""
    side: str
    size: str
    role: str = ""
    """What colours it; nothing for ink."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, from back to front."""

    kind: str
    height: float
    parts: Sequence[Shape | Words]


def ahead(lang: str) -> str:
    """The side on which words stand that begin at a point."""
    return EAST if direction(lang) == "ltr" else WEST


def along(x: float, lang: str) -> float:
    """A distance from the edge where reading begins, as a distance from the west edge."""
    return x if direction(lang) == "ltr" else WIDTH - x


def weight(size: str) -> str:
    """The weight of the letters of a size."""
    return "bold" if size in BOLD else "regular"


def svg(drawing: Drawing, lang: str, label: str) -> str:
    """The drawing for a page in a language, with `label` for those who do not see it."""
    parts = "".join(_written(part, lang) for part in drawing.parts)
    return (
        f'<svg class="nr-graphic__drawing nr-graphic__drawing--{drawing.kind}" role="img"'
        f' viewBox="0 0 {_number(WIDTH)} {_number(drawing.height)}"'
        f' aria-label="{escape(isolate_plain(label, lang))}">{parts}</svg>'
    )


def standing_alone(drawing: Drawing, lang: str) -> str:
    """The parts of the drawing for a picture.

    Who makes one lays every line out from left to right: each is told its direction by controls.
    """
    return "".join(_written(part, lang, in_page=False) for part in drawing.parts)


def _written(part: Shape | Words, lang: str, *, in_page: bool = True) -> str:
    if isinstance(part, Shape):
        values = "".join(f' {key}="{_number(value)}"' for key, value in part.values.items())
        return f'<{part.element} class="nr-graphic__{part.role}"{values}/>'
    is_turned = in_page and direction(lang) == "rtl"
    anchor = {EAST: "end" if is_turned else "start", WEST: "start" if is_turned else "end"}
    text = isolate_plain(part.text, lang)
    if not in_page:
        text = f"{RLI if direction(lang) == 'rtl' else LRI}{text}{PDI}"
    css = " ".join(f"nr-graphic__{it}" for it in (part.size, part.role) if it)
    return (
        f'<text class="{css}" x="{_number(part.x)}" y="{_number(part.y)}"'
        f' text-anchor="{anchor.get(part.side, MIDDLE)}">{escape(text, quote=False)}</text>'
    )


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
