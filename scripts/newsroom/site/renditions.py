"""The sizes of an image as files: as good as their bytes allow, and the same bytes every time."""

import hashlib
from base64 import b64encode
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
from newsroom.record.kept import Kept
from newsroom.record.pictures import read_picture
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
        files = picture.files
        made = _made_of(picture, files, root, kept)
        yield from zip((it.path for it in files), made, strict=True)


def data_address(picture: Picture, root: Path, kept: Kept) -> str:
    """The size of an image that stands within a page, as an address (RFC 2397).

    Raises `UnreadableError`.
    """
    (data,) = _made_of(picture, (picture.inlined,), root, kept)
    return f"data:image/webp;base64,{b64encode(data).decode()}"


def rendition(of: Rendition, root: Path, kept: Kept) -> bytes:
    """The file of one size; as `rendered`."""
    (data,) = _made_of(Picture(of.image), (of,), root, kept)
    return data


def _made_of(
    picture: Picture, files: Iterable[Rendition], root: Path, kept: Kept
) -> Iterator[bytes]:
    data = (root / picture.image.path).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    decoded = cache(partial(_read, picture.image, data))  # not at all where everything is kept
    for it in files:
        key = f"{digest} {it.width} {it.kind} {it.most} {_MADE_BY}"
        yield kept.bytes_of(key, partial(_made, decoded, it))


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
