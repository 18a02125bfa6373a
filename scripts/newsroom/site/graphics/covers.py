"""The cover of a book: what the record is called, and its cities on the map of the world."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.site.graphics.cards import text_line
from newsroom.site.graphics.measure import headline, wrapped
from newsroom.site.graphics.shapes import MIDDLE, SIZES
from newsroom.site.maps import City, Format, draw
from newsroom.text.languages import other_lang

WIDTH, HEIGHT = 1200, 1600
"""Pixels."""

_ROOM = WIDTH - 160.0
_SIZES = (112, 96, 84, 72, 60)
"""Of the title."""
_MOST_LINES = 3
_MAP = Format("cover", WIDTH, 1.35, SIZES["text"])


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says, in one language."""

    lang: str
    title: str
    other_title: str
    """That in the other language."""
    lines: tuple[str, ...]
    """What the book is, and of when."""
    cities: tuple[City, ...]


def cover_svg(cover: Cover, rules: str, land: str) -> str:
    """The cover as a drawing; `rules` are the colours of its parts, `land` the outlines as SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' font-family="Vazirmatn"><style>{rules}</style>'
        f'<rect class="nr-graphic__block" width="{WIDTH}" height="{HEIGHT}"/>'
        f"{_map(cover, land) if cover.cities else ''}{''.join(_words(cover))}</svg>"
    )


def _map(cover: Cover, land: str) -> str:
    drawn = draw(cover.cities, cover.lang, _MAP)
    dots = "".join(
        f'<circle class="nr-graphic__spark" cx="{dot.at.x}" cy="{dot.at.y}" r="{dot.radius}"/>'
        for dot in drawn.dots
    )
    shift = f"translate({drawn.shift.x} {drawn.shift.y}) scale({drawn.scale})"
    return (
        f'<svg y="{HEIGHT - drawn.height:g}" width="{WIDTH}" height="{drawn.height}">'
        f'<g class="nr-graphic__on" opacity="0.14" transform="{shift}">{land}</g>{dots}</svg>'
    )


def _words(cover: Cover) -> Iterator[str]:
    size, lines = headline(cover.title, _ROOM, _SIZES, _MOST_LINES)
    y, lang = 230.0, cover.lang
    for line in lines:
        yield text_line(line, WIDTH / 2, y, MIDDLE, size, lang, role="on", is_head=True)
        y += size * 1.3
    other = other_lang(lang)
    for line in wrapped(cover.other_title, _ROOM, 52, face="picture"):
        yield text_line(line, WIDTH / 2, y, MIDDLE, 52, other, role="on")
        y += 76
    y += 24
    rule = f'x="{WIDTH / 2 - 60:g}" y="{y:.0f}" width="120" height="4"'
    yield f'<rect class="nr-graphic__spark" {rule}/>'
    for text in cover.lines:
        for line in wrapped(text, _ROOM, 36, face="picture"):
            y += 58
            yield text_line(line, WIDTH / 2, y, MIDDLE, 36, lang, role="on")
