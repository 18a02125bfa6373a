"""The sizes of an image as files: as good as their bytes allow, and the same bytes every time."""

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageFilter, features

from newsroom.record.documents import ParseContext
from newsroom.record.images import Image as RecordImage
from newsroom.record.pictures import read_picture
from newsroom.site.kept import Kept
from newsroom.site.photographs import Picture, Rendition, UnreadableError

_LOSSLESS = 101
_QUALITIES = (76, 68, 60, 52, 44, 36, 28, 20)
_BLURS = (1, 2, 4, 8)
"""Radii in pixels, for what is all grain: there is nothing in it to be seen."""
_LADDER = (
    (_LOSSLESS, 0),
    *((it, 0) for it in _QUALITIES),
    *((_QUALITIES[-1], it) for it in _BLURS),
)
"""Quality and blur, the best first; without loss only for a drawing, which a PNG is as a rule."""
_FORMATS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "webp": ("WEBP", {"method": 4}),
    "jpg": ("JPEG", {"optimize": True, "progressive": True}),
}
_MADE_BY = repr(
    (
        PIL.__version__,
        *map(features.version, ("webp", "libjpeg_turbo")),
        _QUALITIES,
        _BLURS,
        _FORMATS,
    )
)
"""What the bytes of a rendition hang on besides the image."""


def rendered(pictures: Iterable[Picture], root: Path, kept: Kept) -> Iterator[tuple[str, bytes]]:
    """Yield the files of some pictures, path and content, each made where it is not kept.

    `root` is the folder of the record. Raises `UnreadableError`.
    """
    for picture in pictures:
        yield from _files_of(picture, root, kept)


def _files_of(picture: Picture, root: Path, kept: Kept) -> Iterator[tuple[str, bytes]]:
    data = (root / picture.image.path).read_bytes()
    decoded = cache(partial(_read, picture.image, data))  # not at all where everything is kept
    for it in picture.files:
        yield it.path, _kept(it, data, decoded, kept)


def rendition(of: Rendition, root: Path, kept: Kept) -> bytes:
    """The file of one size; as `rendered`."""
    data = (root / of.image.path).read_bytes()
    return _kept(of, data, partial(_read, of.image, data), kept)


def _kept(of: Rendition, data: bytes, decoded: Callable[[], Image.Image], kept: Kept) -> bytes:
    digest = hashlib.sha256(data).hexdigest()
    return kept.bytes_of(
        f"{digest} {of.width} {of.kind} {of.most} {_MADE_BY}", partial(_made, decoded, of)
    )


def _read(image: RecordImage, data: bytes) -> Image.Image:
    context = ParseContext(image.path)
    picture = read_picture(data, context)
    if picture is None:
        raise UnreadableError(context.problems)
    return picture


def _made(decoded: Callable[[], Image.Image], rendition: Rendition) -> bytes:
    """The file of a rendition, of the best quality its bytes allow; blurred before it has more."""
    size = (rendition.width, rendition.height)
    small = decoded().resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    encoded = cache(partial(_encoded, small, rendition.kind))
    is_drawing = rendition.image.path.endswith(".png") and rendition.kind == "webp"
    steps = _LADDER if is_drawing else _LADDER[1:]

    def fits(step: tuple[int, int]) -> bool:
        return len(encoded(*step)) <= rendition.most

    # Most pictures fit at once, and some not before the last step.
    return encoded(*steps[0 if fits(steps[0]) else bisect_left(steps[:-1], True, lo=1, key=fits)])


def _encoded(picture: Image.Image, kind: str, quality: int, blur: int) -> bytes:
    name, options = _FORMATS[kind]
    buffer = BytesIO()
    seen = picture.filter(ImageFilter.GaussianBlur(blur)) if blur else picture
    if quality == _LOSSLESS:
        seen.save(buffer, name, lossless=True, **options)
    else:
        seen.save(buffer, name, quality=quality, **options)
    return buffer.getvalue()
