"""The ZIP of an edition: the same bytes for the same files, and no byte that could differ unseen.

Its comment is the SHA-256 of all that stands before it: readers of ZIP pass over bytes between and
in the heads of files, and some changes of compressed bytes change nothing that is unpacked.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath

_DIGEST = 64
_OLDEST = date(1980, 1, 1)
"""The first day a ZIP can tell."""
_REGULAR = 0o100644 << 16
_UNIX = 3
_LEVEL = 10
"""Of libdeflate: 3.2 % less than zlib's best, and the same bytes whichever zlib a Python has."""
_PACKED = frozenset((".avif", ".jpeg", ".jpg", ".png", ".webp", ".woff2", ".zip"))
"""What is compressed already."""


def write_archive(target: Path, files: Mapping[str, bytes | Path], day: date | None) -> None:
    """Write files by path; all are dated alike, midnight of a day, and everybody may read them."""
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in sorted(files.items()):
            data = content if isinstance(content, bytes) else content.read_bytes()
            _add(archive, path, data, max(day or _OLDEST, _OLDEST))
        archive.comment = bytes(_DIGEST)
    with target.open("r+b") as stream:
        stream.seek(-_DIGEST, 2)
        end = stream.tell()
        stream.seek(0)
        digest = hashlib.sha256(stream.read(end)).hexdigest()
        stream.write(digest.encode())


def _add(archive: zipfile.ZipFile, path: str, data: bytes, day: date) -> None:
    """Add a file with its bytes compressed here: `zipfile` has no place for another compressor."""
    from deflate import deflate_compress

    info = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    info.create_system, info.external_attr = _UNIX, _REGULAR
    packed = data
    if PurePosixPath(path).suffix not in _PACKED:
        info.compress_type, packed = zipfile.ZIP_DEFLATED, bytes(deflate_compress(data, _LEVEL))
    info.CRC, info.file_size, info.compress_size = zlib.crc32(data), len(data), len(packed)
    assert archive.fp is not None  # it is open
    info.header_offset = archive.start_dir
    archive.fp.write(info.FileHeader() + packed)
    archive.start_dir = archive.fp.tell()
    archive.filelist.append(info)


def is_as_written(data: bytes) -> bool:
    """Whether `write_archive` wrote a ZIP as it is, with no byte that stands for nothing.

    Raises what `zipfile` does for what is no ZIP.
    """
    digest = hashlib.sha256(data[:-_DIGEST]).hexdigest().encode()
    if digest != data[-_DIGEST:]:
        return False
    with zipfile.ZipFile(BytesIO(data)) as archive:
        place = 0
        for info in archive.infolist():
            head = info.FileHeader()
            if info.header_offset != place or data[place : place + len(head)] != head:
                return False  # another program could unpack something else
            place += len(head) + info.compress_size
        return place == archive.start_dir and archive.comment == digest
