"""The list of the files of an edition with their digests, in the form of `sha256sum`."""

import hashlib
from collections.abc import Mapping
from typing import IO

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
KEY = "edition.pub"
"""The public key of who signed it. It comes with the edition, so it proves nothing by itself."""
UNLISTED = frozenset((SUMS, SIGNATURE))
"""The files that cannot be listed: the list itself, and its signature."""
_PART = 1 << 18
_HEX, _DIGITS = 64, frozenset("0123456789abcdef")


def manifest(digests: Mapping[str, str]) -> str:
    """The list, sorted by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))


def read_manifest(data: bytes) -> dict[str, str]:
    """The digests of a list by path; raises `ValueError` unless `manifest` would make the same."""
    found: dict[str, str] = {}
    for line in data.decode().splitlines():
        digest, path = line[:_HEX], line[_HEX + 2 :]
        if len(digest) != _HEX or not _DIGITS.issuperset(digest) or not path:
            raise ValueError(line)
        found[path] = digest
    if not found or manifest(found).encode() != data:
        raise ValueError("the list is not as it was made")
    return found


def digest_of(stream: IO[bytes]) -> str:
    """The SHA-256 of what a stream holds."""
    digest = hashlib.sha256()
    while part := stream.read(_PART):
        digest.update(part)
    return digest.hexdigest()
