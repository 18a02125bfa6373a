"""Faults and oddities put into a small record, and where each is to be reported."""

import base64
import shutil
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
RECORD = HERE / "record"
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Seed:
    """Changes to some files of the record, and what the check is to say of them."""

    name: str
    changes: tuple[Mapping[str, Any], ...]
    rule: str | None
    at: str | None
    plus: int
    is_held_out: bool


def seeds(file: str) -> tuple[Seed, ...]:
    """The seeds of `faults.yml` or `oddities.yml`; every third fault is held out."""
    entries = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return tuple(
        Seed(
            entry["name"],
            (entry, entry["also"]) if "also" in entry else (entry,),
            entry.get("rule"),
            entry.get("at"),
            entry.get("plus", 0),
            index % 3 == 2,
        )
        for index, entry in enumerate(entries)
    )


def write_base(root: Path) -> None:
    """The record without a fault."""
    shutil.copytree(RECORD, root)


class Planted:
    """A seed in the record below `root`, until the block ends; knows where it is to be found."""

    def __init__(self, seed: Seed, root: Path) -> None:
        self.seed, self.root = seed, root
        self.expected = ""
        self._before: dict[Path, bytes | None] = {}

    def __enter__(self) -> "Planted":
        for change in reversed(self.seed.changes):
            line = self._apply(change)
        where = self.seed.at or f"{self.seed.changes[0]['in']}:{line + self.seed.plus}"
        self.expected = f"{where} [{self.seed.rule}]"
        return self

    def __exit__(self, *_: object) -> None:
        for file, data in self._before.items():
            if data is None:
                file.unlink()
            else:
                file.write_bytes(data)

    def _apply(self, change: Mapping[str, Any]) -> int:
        """Change a file; gives the line the change begins on."""
        file = self.root / change["in"]
        before = file.read_bytes() if file.exists() else None
        self._before.setdefault(file, before)
        file.parent.mkdir(exist_ok=True)
        if "delete" in change:
            file.unlink()
        elif "write" in change:
            file.write_text(change["write"], encoding="utf-8")
        elif "image" in change:
            file.write_bytes(image_bytes(change["image"]))
        else:
            text = (before or b"").decode("utf-8")
            if "add" in change:
                file.write_text(text + change["add"], encoding="utf-8")
                return text.count("\n") + 1
            find, put = change["find"], change["put"]
            assert text.count(find) == 1, (
                f"{change['name']}: {find!r} stands {text.count(find)} times"
            )
            file.write_text(text.replace(find, put), encoding="utf-8")
            start = text.index(find) + _shared(find, put)
            return text.count("\n", 0, start) + 1
        return 1


def _shared(find: str, put: str) -> int:
    """Signs two texts have in common at their beginning."""
    pairs = zip(find, put, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), 0)


def image_bytes(name: str) -> bytes:
    """An image made for a seed, `@png-wide`; or the bytes themselves in Base64."""
    return dict(_images())[name] if name.startswith("@") else base64.b64decode(name)


def _images() -> Iterator[tuple[str, bytes]]:
    yield "@png", _png()
    yield "@png-wide", _png(width=4000)
    yield "@png-heavy", _png(_chunk(b"IDAT", bytes(500_000)))
    yield "@png-text", _png(_chunk(b"tEXt", b"Comment\0taken at home"))
    yield "@png-cut", _png()[:-14]
    yield "@jpeg-exif", _jpeg(b"\xff\xe1" + struct.pack(">H", 10) + b"Exif\0\0..")
    yield "@jpeg-wide", _jpeg(width=5000)
    yield "@webp-xmp", _webp(b"XMP " + struct.pack("<I", 4) + b"<x/>")
    yield "@avif-exif", _avif()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(extra: bytes = b"", width: int = 1) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + extra + body + _chunk(b"IEND", b"")


def _jpeg(extra: bytes = b"", width: int = 8) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 8, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04JF" + extra + frame + b"\xff\xda\x00\x02..\xff\xd9"


def _webp(extra: bytes = b"") -> bytes:
    head = b"VP8X" + struct.pack("<I", 10) + bytes(4) + b"\x07\0\0\x07\0\0"
    return b"RIFF" + struct.pack("<I", 4 + len(head + extra)) + b"WEBP" + head + extra


def _avif() -> bytes:
    size = struct.pack(">I4sIII", 20, b"ispe", 0, 8, 8)
    exif = struct.pack(">I4sIHH4s", 20, b"infe", 2 << 24, 2, 0, b"Exif")
    meta = struct.pack(">I4sI", 12 + len(size + exif), b"meta", 0) + size + exif
    return struct.pack(">I4s4sI", 16, b"ftyp", b"avif", 0) + meta
