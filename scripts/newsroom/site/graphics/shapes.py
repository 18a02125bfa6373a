"""Drawings as values, and the SVG they are written as.

A drawing is 600 units wide, in whole units or tenths, and has no colour of its own: every part has
a class, `nr-graphic__land`, which the style sheet and the share card give theirs. Letters are sized
by their class, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TypeVar

from newsroom.text.bidi import LRI, PDI, RLI, isolate_plain
from newsroom.text.languages import direction

WIDTH = 600.0

EAST, WEST, MIDDLE = "east", "west", "middle"
"""On which side of its point a text stands. Geography does not turn round with the language."""

TEXT = 24.0
"""The size of letters on a phone, in units of the drawing. The style sheet makes it smaller where a
drawing is wide, never larger: what fits on a phone fits everywhere."""

SIZES: Mapping[str, float] = {
    "value": 92,
    "amount": 58,
    "sum": 42,
    "head": 1.3 * TEXT,
    "name": 1.125 * TEXT,
    "text": TEXT,
    "note": 0.95 * TEXT,
}
"""The sizes of letters by role, in units of the drawing, as they are on a phone."""

LARGER: Mapping[str, float] = {"fa": 1.0625, "en": 1}
"""Persian letters are small for their size, and get a sixteenth more. Their widths say so, too."""

_FIXED = frozenset(("value", "amount", "sum"))
"""Those that grow and shrink with the drawing alone."""

BOLD = frozenset(("value", "amount", "sum", "head", "name"))


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


Part = TypeVar("Part", Shape, Words, Shape | Words)


def lowered(part: Part, by: float) -> Part:
    """The part so much lower down."""
    if isinstance(part, Words):
        return replace(part, y=part.y + by)
    values = {**part.values, "transform": f"translate(0 {_number(by)})"} if by else part.values
    return replace(part, values=values)


def svg(drawing: Drawing, lang: str, label: str) -> str:
    """The drawing for a page in a language, with `label` for those who do not see it."""
    parts = "".join(_written(part, lang) for part in drawing.parts)
    size = f"{TEXT * LARGER[lang]:g}"
    return (
        f'<svg class="nr-graphic__drawing nr-graphic__drawing--{drawing.kind}" role="img"'
        f' viewBox="0 0 {_number(WIDTH)} {_number(drawing.height)}" font-size="{size}"'
        f' aria-label="{escape(isolate_plain(label, lang))}">{parts}</svg>'
    )


def standing_alone(drawing: Drawing, lang: str) -> str:
    """The parts of the drawing for a picture."""
    return "".join(_written(part, lang, in_page=False) for part in drawing.parts)


def letters(text: str, lang: str) -> str:
    """A line for a picture: it is told its direction, since all are laid out from left to right."""
    begin = RLI if direction(lang) == "rtl" else LRI
    return escape(f"{begin}{isolate_plain(text, lang)}{PDI}", quote=False)


def _written(part: Shape | Words, lang: str, *, in_page: bool = True) -> str:
    if isinstance(part, Shape):
        values = "".join(f' {key}="{_number(value)}"' for key, value in part.values.items())
        return f'<{part.element} class="nr-graphic__{part.role}"{values}/>'
    is_turned = in_page and direction(lang) == "rtl"
    anchor = {EAST: "end" if is_turned else "start", WEST: "start" if is_turned else "end"}
    text = escape(isolate_plain(part.text, lang), quote=False)
    if not in_page:
        text = letters(part.text, lang)
    css = f' class="nr-graphic__{part.role}"' if part.role else ""
    bold = ' font-weight="700"' if part.size in BOLD else ""
    side = anchor.get(part.side, MIDDLE)
    return (
        f'<text{css} x="{_number(part.x)}" y="{_number(part.y)}" text-anchor="{side}"'
        f' font-size="{_size(part.size, lang)}"{bold}>{text}</text>'
    )


def _size(size: str, lang: str) -> str:
    units = SIZES[size]
    return f"{units * LARGER[lang]:g}" if size in _FIXED else f"{units / TEXT:g}em"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
