"""The ZIP of an edition: the same bytes for the same files, and no byte that could differ unseen.

Its comment is the SHA-256 of all that stands before it: readers of ZIP pass over bytes between and
in the heads of files, and some changes of compressed bytes change nothing that is unpacked.
"""

import hashlib
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath

_DIGEST = 64
_OLDEST = date(1980, 1, 1)
"""The first day a ZIP can tell."""
_REGULAR = 0o100644 << 16
_UNIX = 3
_PACKED = frozenset((".avif", ".jpeg", ".jpg", ".png", ".webp", ".woff2", ".zip"))
"""What is compressed already."""


def write_archive(target: Path, files: Mapping[str, bytes | Path], day: date | None) -> None:
    """Write files by path; all are dated alike, midnight of a day, and everybody may read them."""
    told = max(day or _OLDEST, _OLDEST)
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(path, (told.year, told.month, told.day, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _REGULAR
            is_packed = PurePosixPath(path).suffix in _PACKED
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            data = content if isinstance(content, bytes) else content.read_bytes()
            archive.writestr(info, data, compresslevel=9)
        archive.comment = bytes(_DIGEST)
    with target.open("r+b") as stream:
        stream.seek(-_DIGEST, 2)
        end = stream.tell()
        stream.seek(0)
        digest = hashlib.sha256(stream.read(end)).hexdigest()
        stream.write(digest.encode())


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
