"""Pictures as cameras, phones and programs save them, and files that are none."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from newsroom.record.documents import ParseContext
from newsroom.record.pictures import MOST_PIXELS, read_picture

from ..photographs import bomb, corners, from_a_phone, quarters, saved

UPRIGHT = ["red", "green", "blue", "white"]
_TURNS = Image.Transpose
AS_SAVED = {
    1: None,
    2: _TURNS.FLIP_LEFT_RIGHT,
    3: _TURNS.ROTATE_180,
    4: _TURNS.FLIP_TOP_BOTTOM,
    5: _TURNS.TRANSPOSE,
    6: _TURNS.ROTATE_90,
    7: _TURNS.TRANSVERSE,
    8: _TURNS.ROTATE_270,
}
"""What a camera that is held so has done to what it saw (Exif 2.32, tag 0x0112)."""


def read(data: bytes) -> Image.Image:
    context = ParseContext("photograph")
    picture = read_picture(data, context)
    assert picture is not None, context.problems
    return picture


def refused(data: bytes) -> str:
    context = ParseContext("photograph")
    assert read_picture(data, context) is None
    (problem,) = context.problems
    return f"{problem.message} [{problem.rule}]"


@pytest.mark.parametrize("orientation", AS_SAVED)
def test_picture_is_turned_upright(orientation: int) -> None:
    turn = AS_SAVED[orientation]
    seen = quarters() if turn is None else quarters().transpose(turn)

    picture = read(from_a_phone(orientation, seen))

    assert picture.size == (800, 600)
    assert corners(picture) == UPRIGHT


def test_nothing_but_the_pixels_is_left() -> None:
    picture = read(from_a_phone(6))

    assert picture.info == {}
    assert dict(picture.getexif()) == {}


def grey_of_sixteen_bits() -> bytes:
    picture = Image.new("I;16", (800, 600))
    picture.paste(40 * 257, (0, 0, 800, 300))
    picture.paste(200 * 257, (0, 300, 800, 600))
    return saved(picture, "PNG")


def test_sixteen_bits_of_grey_become_eight() -> None:
    picture = read(grey_of_sixteen_bits())

    assert picture.getpixel((9, 9)) == (40, 40, 40)
    assert picture.getpixel((9, 590)) == (200, 200, 200)


def clear_below() -> Image.Image:
    picture = quarters().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 300, 800, 600))
    return picture


def palette_clear_below() -> bytes:
    picture = quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=8)
    blue = picture.getpixel((100, 500))
    return saved(picture, "PNG", transparency=blue)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved(quarters()), UPRIGHT),
        (saved(quarters(), "PNG"), UPRIGHT),
        (saved(quarters(), "WEBP", quality=95), UPRIGHT),
        (saved(quarters(), "AVIF", quality=90), UPRIGHT),
        (saved(quarters().convert("CMYK"), quality=95), UPRIGHT),
        (saved(quarters().convert("P"), "PNG"), UPRIGHT),
        (saved(quarters(), progressive=True), UPRIGHT),
        (saved(clear_below(), "PNG"), ["red", "green", "white", "white"]),
        (saved(clear_below(), "WEBP", lossless=True), ["red", "green", "white", "white"]),
        (palette_clear_below(), ["red", "green", "white", "white"]),
    ],
    ids="jpeg png webp avif cmyk palette progressive clear-png clear-webp clear-palette".split(),
)  # fmt: skip
def test_every_kind_of_picture_is_read(data: bytes, expected: list[str]) -> None:
    picture = read(data)

    assert picture.mode == "RGB"
    assert corners(picture) == expected


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_picture_without_colours_is_read(mode: str) -> None:
    picture = read(saved(Image.new("L", (800, 600), 255).convert(mode), "PNG"))

    assert picture.getpixel((5, 5)) == (255, 255, 255)


def profile_of_another_space() -> bytes:
    """A profile of L*a*b*, which no picture of red, green and blue can have."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def profile_that_swaps_red_and_blue() -> bytes:
    """That of sRGB with two colours changed about, so that what it does is plain to see."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    for at in range(132, 132 + 12 * count, 12):
        names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
        data[at : at + 4] = names.get(bytes(data[at : at + 4]), data[at : at + 4])
    return bytes(data)


def test_colours_are_brought_into_srgb_by_the_profile() -> None:
    picture = read(saved(quarters(), "PNG", icc_profile=profile_that_swaps_red_and_blue()))

    assert corners(picture) == ["blue", "green", "red", "white"]


@pytest.mark.parametrize("profile", [b"no profile", profile_of_another_space()])
def test_profile_that_does_not_fit_is_passed_over(profile: bytes) -> None:
    assert corners(read(saved(quarters(), "PNG", icc_profile=profile))) == UPRIGHT


def test_large_picture_comes_at_a_fraction_of_its_size() -> None:
    picture = read(saved(quarters(9600, 7200), quality=30))

    assert picture.size == (4800, 3600)
    assert corners(picture) == UPRIGHT


def test_preview_behind_a_photograph_is_no_film() -> None:
    data = saved(quarters(), "MPO", save_all=True, append_images=[quarters(80, 60)])

    assert corners(read(data)) == UPRIGHT


def moving(kind: str) -> bytes:
    frames = [quarters(80, 60), quarters(80, 60).transpose(_TURNS.ROTATE_180)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


MOVES = "the picture moves; expected one that stands still [image-kind]"
UNKNOWN = "no picture that can be read; expected JPEG, PNG, WebP or AVIF [image-kind]"
PIXELS = f"more than {MOST_PIXELS} pixels; expected a picture of fewer [image-size]"
BROKEN = "the picture breaks off, or contradicts itself [image-kind]"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (moving("PNG"), MOVES),
        (moving("WEBP"), MOVES),
        (moving("AVIF"), MOVES),
        (moving("GIF"), UNKNOWN),
        (HEIC, UNKNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", UNKNOWN),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", UNKNOWN),
        (b"", UNKNOWN),
        (bomb(), PIXELS),
        (saved(Image.new("1", (10_000, 8_001)), "PNG"), PIXELS),
        (saved(quarters())[:3000], BROKEN),
        (saved(quarters(), "PNG")[:-40], BROKEN),
        (saved(quarters(), "WEBP")[:400], BROKEN),
        (bytes(40_000_001), "more than 40000000 bytes; expected a picture of fewer [file-too-large]"),
    ],
    ids="apng webp avif gif heic svg eps empty bomb pixels jpeg-cut png-cut webp-cut heavy".split(),
)  # fmt: skip
def test_what_is_no_photograph_is_refused(data: bytes, expected: str) -> None:
    assert refused(data) == expected


def test_what_is_said_of_a_camera_may_be_broken() -> None:
    data = saved(quarters(), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")

    assert corners(read(data)) == UPRIGHT


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_damage_stops_the_program(kind: str) -> None:
    data = saved(quarters(160, 120), kind)

    for at in range(0, len(data), max(1, len(data) // 60)):
        for damaged in (data[:at], data[:at] + bytes(8) + data[at + 8 :]):
            context = ParseContext("photograph")
            picture = read_picture(damaged, context)
            assert (picture is None) == bool(context.problems)
            assert picture is None or BytesIO(saved(picture))
