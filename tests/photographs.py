"""Pictures made for tests: no photograph of anybody lies in the repository."""

import struct
from io import BytesIO
from random import Random
from typing import Any
from zlib import crc32

from PIL import Image, ImageDraw, ImageFilter

RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 200), (255, 255, 255)
GPS = 0x8825
ORIENTATION = 0x0112


def quarters(width: int = 800, height: int = 600) -> Image.Image:
    """Red and green above blue and white: any turn and any reflection shows."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    middle, half = width // 2, height // 2
    draw.rectangle((0, 0, middle, half), RED)
    draw.rectangle((middle, 0, width, half), GREEN)
    draw.rectangle((0, half, middle, height), BLUE)
    draw.rectangle((middle, half, width, height), WHITE)
    return picture


def corners(picture: Image.Image) -> list[str]:
    """What stands in its quarters, row by row."""
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    found = []
    for x, y in places:
        pixel = picture.convert("RGB").getpixel((int(picture.width * x), int(picture.height * y)))
        assert isinstance(pixel, tuple)
        near = min(
            names, key=lambda name: sum(abs(a - b) for a, b in zip(pixel, names[name], strict=True))
        )
        found.append(near)
    return found


def scene(width: int, height: int, seed: int = 1, grain: int = 14) -> Image.Image:
    """Something as hard to compress as a street: a sky, many sharp edges, and grain."""
    random = Random(seed)
    sky = Image.linear_gradient("L").resize((width, height))
    picture = Image.merge(
        "RGB", (sky, sky.point(lambda it: 200 - it // 2), sky.point(lambda it: 255 - it))
    )
    draw = ImageDraw.Draw(picture)
    for _ in range(400):
        x, y = random.randrange(width), random.randrange(height // 4, height)
        box = (x, y, x + random.randrange(4, width // 9), y + random.randrange(4, height // 7))
        draw.rectangle(box, tuple(random.randrange(256) for _ in range(3)))
    noise = Image.frombytes("L", (width, height), random.randbytes(width * height))
    noise = noise.filter(ImageFilter.GaussianBlur(0.6))
    return Image.blend(picture, Image.merge("RGB", (noise, noise, noise)), grain / 100)


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def from_a_phone(orientation: int = 1, picture: Image.Image | None = None) -> bytes:
    """A JPEG as a phone saves it: turned by what it says, with the place it was taken at."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Maker of phones"
    exif.get_ifd(GPS).update({1: "N", 2: (55.0, 47.0, 26.0), 3: "E", 4: (49.0, 7.0, 20.0)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
    return saved(picture or quarters(), exif=exif, comment=b"taken at home", xmp=xmp, quality=95)


def bomb() -> bytes:
    """A PNG of some hundred bytes that says it is of a billion pixels."""
    data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = struct.pack(">II", 40_000, 40_000)
    data[29:33] = struct.pack(">I", crc32(data[12:29]))
    return bytes(data)
