"""The check of an edition: a folder or a ZIP held to its list, its signature and a key.

`valid` is said only when every listed file was read and is as listed, none is there besides, and
the list is signed with the key that was given: by somebody else than the edition, which a forger
would have given a key and a signature of his own.
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

from newsroom.edition.archives import is_as_written
from newsroom.edition.manifest import KEY, SIGNATURE, SUMS, UNLISTED, digest_of, read_manifest
from newsroom.edition.minisign import ForgedError, KeyFormError, PublicKey, signed_words
from newsroom.record.problems import Message, say

Files = Mapping[str, Callable[[], IO[bytes]]]
"""What opens each file of an edition, by its path in it."""
_UNREADABLE = (OSError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What reading raises for a file that is damaged, or that may not be read."""


class Standing(StrEnum):
    """What can be said of an edition."""

    VALID = "valid"
    SIGNED = "signed"
    """Complete and signed; nobody has said whose key it has to be."""
    UNSIGNED = "unsigned"
    """Complete; nothing says who made it."""
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check has found."""

    problems: tuple[Message, ...]
    """What is wrong, one a file."""
    count: int
    """How many listed files were read and are as listed."""
    key: PublicKey | None = None
    """The key whose signature is right; `None` where none is."""
    words: str = ""
    """What was signed with the list: the name of the record and the day of the edition."""
    is_given: bool = False
    """Whether that key is the one that was given."""

    @property
    def standing(self) -> Standing:
        """What can be said of the edition."""
        if self.problems:
            return Standing.INVALID
        if not self.key:
            return Standing.UNSIGNED
        return Standing.VALID if self.is_given else Standing.SIGNED


def check_edition(place: Path, given: PublicKey | None) -> Verdict:
    """Check the edition in a folder or a ZIP; `given` is the key it has to be signed with."""
    if place.is_dir():
        return check_files(_files_in(place), given)
    data = place.read_bytes()
    try:
        if is_as_written(data):
            with _archived(data) as files:
                return check_files(files, given)
    except (*_UNREADABLE, ValueError, struct.error):
        pass  # whatever a reader of ZIP stumbles over
    return Verdict((say("damaged, or not the archive of an edition"),), 0)


def check_files(files: Files, given: PublicKey | None) -> Verdict:
    """Check an edition by its files."""
    try:
        with files[SUMS]() as stream:
            sums = stream.read()
        listed = read_manifest(sums)
    except (KeyError, ValueError, *_UNREADABLE):
        return Verdict(
            (say("'{file}', the list of the files, is missing or damaged", file=SUMS),), 0
        )
    problems, count = [], 0
    for path, digest in listed.items():
        problem = _problem_of(path, digest, files)
        problems += [problem] if problem else []
        count += problem is None
    extra = sorted(files.keys() - listed.keys() - UNLISTED)
    problems += [say("'{file}' is not part of the edition", file=path) for path in extra]
    if SIGNATURE not in files:
        if KEY in listed:
            problems.append(say("'{file}' is missing", file=SIGNATURE))
        return Verdict(tuple(problems), count)
    try:
        key = given or PublicKey.read(_text(files, KEY))
        words = signed_words(sums, _text(files, SIGNATURE), key)
    except (KeyError, KeyFormError, ForgedError, UnicodeDecodeError, *_UNREADABLE):
        forged = say("the signature is not that of the key {key}", key=given.line if given else KEY)
        return Verdict((*problems, forged), count)
    return Verdict(tuple(problems), count, key, words, given is not None)


def _problem_of(path: str, digest: str, files: Files) -> Message | None:
    """What is wrong with a listed file."""
    if path not in files:
        return say("'{file}' is missing", file=path)
    try:
        with files[path]() as stream:
            is_same = digest_of(stream) == digest
    except _UNREADABLE:
        return say("'{file}' cannot be read", file=path)
    return None if is_same else say("'{file}' was changed", file=path)


def _text(files: Files, path: str) -> str:
    with files[path]() as stream:
        return stream.read().decode()


def _files_in(folder: Path) -> Files:
    found: dict[str, Callable[[], IO[bytes]]] = {}
    for here, folders, names in os.walk(folder):
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in (*names, *links):  # a link stands for a file, which cannot be read
            path = Path(here, name)
            found[path.relative_to(folder).as_posix()] = partial(_opened, path)
    return found


def _opened(path: Path) -> IO[bytes]:
    if path.is_symlink():
        raise OSError("a symbolic link")
    return path.open("rb")


@contextmanager
def _archived(data: bytes) -> Iterator[Files]:
    """The files of a ZIP by their paths below its one folder.

    What is not in the folder of the list, or there twice, is a file besides by its whole path.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        top = next(
            (
                name[: -len(SUMS)]
                for name in names
                if name.count("/") == 1 and name.endswith(f"/{SUMS}")
            ),
            "",
        )
        files: dict[str, Callable[[], IO[bytes]]] = {}
        for name in names:
            path = name.removeprefix(top) if name.startswith(top) else name
            path = name if path in files else path
            files[path] = partial(archive.open, name)
        yield files
