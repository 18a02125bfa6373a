"""Pictures made of drawings: PNG with a palette, the same bytes every time."""

from collections.abc import Sequence
from io import BytesIO
from typing import cast

import resvg_py
from PIL import Image

from newsroom.site.graphics.fonts import FONTS

Colour = tuple[int, int, int]

_COLOURS, _FEWEST = 128, 32
MOST = 30_000
"""Bytes of a picture, at most."""


def png(svg: str) -> bytes:
    """The picture of an SVG in the fonts of the engine; its colours are few."""
    image = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(it) for it in FONTS]
    )
    with Image.open(BytesIO(bytes(image))) as full:
        flat = full.convert("RGB")
    colours = _COLOURS
    while len(data := _with_palette(flat, _named(svg), colours)) > MOST and colours > _FEWEST:
        colours //= 2
    return data


def icon(svg: str, size: int) -> bytes:
    """The picture of an icon without letters, as many pixels wide and high."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))


def _with_palette(image: Image.Image, named: Sequence[Colour], most: int) -> bytes:
    """The image in the colours it is drawn with and those it has most of besides: their blends."""
    counts = cast(list[tuple[int, Colour]], image.getcolors(image.width * image.height))
    common = (colour for _, colour in sorted(counts, key=lambda it: (-it[0], it[1])))
    kept = [*dict.fromkeys((*named, *common))][:most]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour])
    buffer = BytesIO()
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _named(svg: str) -> Sequence[Colour]:
    """The colours an SVG names, written `#16202a`."""
    digits = (part[:6] for part in svg.split("#")[1:])
    named = sorted({it for it in digits if len(it) == 6 and set(it) <= set("0123456789abcdef")})
    return [cast(Colour, tuple(bytes.fromhex(it))) for it in named]
