"""Images: what their first bytes say of size and of what else they carry.

Nothing is decoded. Each of the four formats is a row of pieces with a name and a length, which are
gone through by their heads; what does not hold together is no image (`None`).
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MAX_READ = 40_000_000
"""Bytes of a file that are looked at; none on a site is so large."""
MOST_BYTES, MOST_SIDE = 400_000, 2_400
"""What an image of the record has at most, the side in pixels: twice the widest column."""

PHOTOGRAPHS = "media/news"
"""Where the photographs of articles lie below `docs/`; a site has sizes made of them."""

_PNG_TEXTS = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "Exif"}
_WEBP_TEXTS = {b"EXIF": "Exif", b"XMP ": "XMP"}
_JPEG_TEXTS = {0xED: "IPTC", 0xFE: "a comment"}
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_AVIF_TEXTS = {b"Exif": "Exif", b"mime": "XMP"}

Facts = tuple[int, int, tuple[str, ...]]
"""Width, height, and the kinds of metadata."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the record, as far as its first bytes tell of it."""

    path: str
    """From the repository root."""
    bytes: int
    width: int
    height: int
    metadata: tuple[str, ...]
    """The kinds it carries: Exif, XMP, IPTC, text."""


def read_image(file: Path, path: str) -> Image | None:
    """The facts of an image; `None` when the file breaks off or is not what its name says."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_READ)
        width, height, metadata = _READERS[file.suffix](data)
    except (OSError, ValueError, IndexError, struct.error):
        return None
    if not width or not height:
        return None
    return Image(path, file.stat().st_size, width, height, tuple(dict.fromkeys(metadata)))


def _png(data: bytes) -> Facts:
    size, metadata, is_whole = (0, 0), [], False
    for kind, start, _ in _chunks(data, 8, ">I4s", tail=4):
        if kind == b"IHDR":
            size = struct.unpack_from(">II", data, start)
        elif kind in _PNG_TEXTS:
            metadata.append(_PNG_TEXTS[kind])
        is_whole = kind == b"IEND"
    if not is_whole:
        raise ValueError("breaks off")
    return *size, tuple(metadata)


def _webp(data: bytes) -> Facts:
    size, metadata = (0, 0), []
    for kind, start, _ in _chunks(data, 12, "<4sI"):
        if kind == b"VP8X":
            size = (1 + _uint24(data, start + 4), 1 + _uint24(data, start + 7))
        elif kind == b"VP8 " and size == (0, 0):
            width, height = struct.unpack_from("<HH", data, start + 6)
            size = (width & 0x3FFF, height & 0x3FFF)
        elif kind == b"VP8L" and size == (0, 0):
            (bits,) = struct.unpack_from("<I", data, start + 1)
            size = (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
        elif kind in _WEBP_TEXTS:
            metadata.append(_WEBP_TEXTS[kind])
    return *size, tuple(metadata)


def _jpeg(data: bytes) -> Facts:
    size, metadata, at = (0, 0), [], 2
    while data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF:  # a filler
            at += 1
            continue
        if mark in (0xD9, 0xDA):  # the picture itself begins
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2:
            raise ValueError("no length")
        if mark in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        elif mark == 0xE1:
            metadata.append("XMP" if data[at + 4 : at + 8] == b"http" else "Exif")
        elif mark in _JPEG_TEXTS:
            metadata.append(_JPEG_TEXTS[mark])
        at += 2 + length
    return *size, tuple(metadata)


def _avif(data: bytes) -> Facts:
    """The largest of its pictures (the others are previews and channels), and its texts."""
    sizes, metadata = [(0, 0)], []
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"meta":
            head = data[start:end]
            sizes += [struct.unpack_from(">II", head, at + 4) for at in _ends_of(b"ispe", head)]
            items = {head[at + 8 : at + 12] for at in _ends_of(b"infe", head)}
            metadata = [_AVIF_TEXTS[item] for item in sorted(items & _AVIF_TEXTS.keys())]
    return *max(sizes), tuple(metadata)


_READERS: Mapping[str, Callable[[bytes], Facts]] = {
    ".avif": _avif,
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".png": _png,
    ".webp": _webp,
}


def _chunks(data: bytes, at: int, head: str, tail: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each piece, `tail` bytes after each passed over."""
    while at + 8 <= len(data):
        first, second = struct.unpack_from(head, data, at)
        kind, length = (second, first) if isinstance(first, int) else (first, second)
        if at + 8 + length > len(data):
            raise ValueError("breaks off")
        yield kind, at + 8, at + 8 + length
        at += 8 + length + (tail or length % 2)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while at + 8 <= end:
        length, kind = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, start)
            start += 8
        length = length or end - at
        if length < 8 or at + length > end:
            raise ValueError("breaks off")
        yield kind, start, at + length
        at += length


def _ends_of(name: bytes, data: bytes) -> Iterator[int]:
    """Where each box of a name goes on behind it."""
    at = data.find(name)
    while at >= 0:
        yield at + len(name)
        at = data.find(name, at + len(name))


def _uint24(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")
