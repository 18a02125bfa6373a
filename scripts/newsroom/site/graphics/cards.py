"""Share cards: the picture a page is shown by where somebody passes its address on.

A card has the words in the half where reading begins and the drawing of the story in the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.site.graphics.graphic import Graphic
from newsroom.site.graphics.measure import headline, wrapped
from newsroom.site.graphics.shapes import (
    EAST,
    LARGER,
    MIDDLE,
    TEXT,
    WEST,
    ahead,
    letters,
    standing_alone,
)
from newsroom.text.languages import other_lang

WIDTH, HEIGHT = 1200, 630
"""Pixels, as networks ask for."""

_HALF = WIDTH / 2
_EDGE = 64.0
_ROOM = _HALF - _EDGE - 44
"""For words."""

_SIZES = (56, 52, 48, 45, 42, 39, 36, 33)
"""Of a headline."""

_MOST_LINES = 3
_RULE = 96
"""How long the rule above the name of the site is."""

_AIR = 40.0
"""Left around a drawing that does not fill its half."""

_LEADING = {"fa": 1.45, "en": 1.18}
"""From line to line of a headline, in its size."""

_FACES = {"fa": "Vazirmatn", "en": "Gelasio"}
"""Those of headlines; all other words are in Vazirmatn, whose Latin letters go with both."""


_CRISP = ".nr-graphic__land,.nr-graphic__ring{shape-rendering:crispEdges}"
"""Long edges in shades of grey would be a fifth of the bytes of a map."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, in one language."""

    lang: str
    kicker: str
    """Where and when; of the general card, what the site is."""
    title: str
    site: str
    """The name of the site."""
    other_site: str
    """Its name in the other language, which stands where there is no drawing."""
    graphic: Graphic | None = None

    @property
    def alt(self) -> str:
        """What the card shows, for those who do not see it."""
        return f"{self.title} – {self.graphic.label}" if self.graphic else self.title


def card_uri(lang: str, slug: str) -> str:
    """The path of a card below the folder of the site; without a slug, that of the general one."""
    return f"assets/cards/{lang}/{slug}.png" if slug else f"assets/cards/{lang}.png"


def card_svg(card: Card, rules: str) -> str:
    """The card as a drawing that needs nothing else; `rules` are the colours of its parts."""
    size = f"{TEXT * LARGER[card.lang]:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' font-family="Vazirmatn" font-size="{size}"><style>{rules}{_CRISP}</style>'
        f'<rect class="nr-graphic__ground" width="{WIDTH}" height="{HEIGHT}"/>'
        f'<g class="nr-graphic__drawing">{_picture(card)}{"".join(_words(card))}</g></svg>'
    )


def text_line(
    text: str,
    x: float,
    y: float,
    side: str,
    size: float,
    lang: str,
    *,
    role: str = "",
    is_head: bool = False,
) -> str:
    """A line of a picture at a point of its baseline; a headline is in the face of headlines."""
    anchor = {EAST: "start", WEST: "end", MIDDLE: "middle"}[side]
    css = f' class="nr-graphic__{role}"' if role else ""
    face = f' font-family="{_FACES[lang]}" font-weight="700"' if is_head else ""
    return (
        f'<text{css} x="{x:g}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"{face}>'
        f"{letters(text, lang)}</text>"
    )


def _picture(card: Card) -> str:
    west = _HALF if ahead(card.lang) == EAST else 0.0
    if card.graphic is None:
        middle, other = west + _HALF / 2, other_lang(card.lang)
        size, lines = headline(card.other_site, _HALF - 2 * _AIR, (60, 52, 46, 40), 2)
        first = HEIGHT / 2 + size * 0.35 - (len(lines) - 1) * size * 0.7
        words = (
            text_line(
                line, middle, first + row * size * 1.4, MIDDLE, size, other, role="on", is_head=True
            )
            for row, line in enumerate(lines)
        )
        block = (
            f'<rect class="nr-graphic__block" x="{west:g}" width="{_HALF:g}" height="{HEIGHT}"/>'
        )
        return block + "".join(words)
    drawing = card.graphic.drawing
    parts = standing_alone(drawing, card.lang)
    if drawing.height == HEIGHT:
        return f'<g transform="translate({west:g} 0)">{parts}</g>'
    scale = min((_HALF - 2 * _AIR) / _HALF, (HEIGHT - 2 * _AIR) / drawing.height)
    x, y = west + _HALF * (1 - scale) / 2, (HEIGHT - drawing.height * scale) / 2
    return f'<g transform="translate({x:.1f} {y:.1f})scale({scale:.4f})">{parts}</g>'


def _words(card: Card) -> Iterator[str]:
    """The kicker, the headline and, at the foot, the name of the site below a rule."""
    x, side = _start(card.lang), ahead(card.lang)
    if card.title == card.site:
        yield from _name(card)
        return
    size, lines = headline(card.title, _ROOM, _SIZES, _MOST_LINES)
    y = 112.0
    for line in wrapped(card.kicker, _ROOM, TEXT, face="picture"):
        yield text_line(line, x, y, side, TEXT, card.lang, role="soft")
        y += TEXT * 1.45
    y += size * 0.75
    for line in lines:
        yield text_line(line, x, y, side, size, card.lang, is_head=True)
        y += size * _LEADING[card.lang]
    yield _rule(520, card.lang)
    yield text_line(card.site, x, 566, side, 28, card.lang, role="far", is_head=True)


def _name(card: Card) -> Iterator[str]:
    """Of the general card: the name of the site, and below a rule what it is."""
    x, side = _start(card.lang), ahead(card.lang)
    size, lines = headline(card.title, _ROOM, (72, 64, *_SIZES), _MOST_LINES)
    y = HEIGHT / 2 - (len(lines) - 1) * size * 0.7 - 20
    for line in lines:
        yield text_line(line, x, y, side, size, card.lang, is_head=True)
        y += size * _LEADING[card.lang]
    y -= size * (_LEADING[card.lang] - 1) - 4
    yield _rule(y, card.lang)
    for row, line in enumerate(wrapped(card.kicker, _ROOM, 28, face="picture"), start=1):
        yield text_line(line, x, y + 14 + row * 40, side, 28, card.lang, role="soft")


def _start(lang: str) -> float:
    """Where words begin."""
    return _EDGE if ahead(lang) == EAST else WIDTH - _EDGE


def _rule(y: float, lang: str) -> str:
    start = _start(lang)
    west = start if ahead(lang) == EAST else start - _RULE
    return f'<rect x="{west:g}" y="{y:.0f}" width="{_RULE}" height="3"/>'
