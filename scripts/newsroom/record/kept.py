"""What takes time to make is kept beside the record, by all it is made of, for the next time.

Nothing depends on it: what is missing, damaged or of another version is made anew, with the same
bytes. A file holds the digest of its content and then the content.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = ".newsroom-cache"
"""Where it is kept, from the root of a record."""
FOUND = "found"
"""The file there that a check keeps for the next; no build forgets it."""
_DIGEST = 32


def digest_of(text: str) -> str:
    """What tells a text from any other, in 32 letters."""
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


class Kept:
    """The bytes kept in a folder; one object a build, or a check."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def bytes_of(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The content for a key, which names all it hangs on; `make` makes what is not kept."""
        name = hashlib.sha256(key.encode()).hexdigest()
        self._used.add(name)
        data = self.read(name)
        if data is None:
            data = make()
            self.write(name, data)
        return data

    def forget_others(self) -> None:
        """Delete what this build had no use for; to be called when it has all it needs."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in (*self._used, FOUND, ".gitignore"):
                    file.unlink(missing_ok=True)

    def read(self, name: str) -> bytes | None:
        """The content of a file of the folder; `None` where there is none, or a damaged one."""
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        return content if hashlib.sha256(content).digest() == digest else None

    def write(self, name: str, data: bytes) -> None:
        """Keep the content of a file; where the disk is full or only to be read, none is kept."""
        with suppress(OSError):
            self._write(name, data)

    def _write(self, name: str, data: bytes) -> None:
        """In one step: another build may be reading."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(data).digest() + data)
            Path(new).replace(self._folder / name)
        except BaseException:
            Path(new).unlink(missing_ok=True)
            with suppress(OSError):  # it goes only if nothing is in it
                self._folder.rmdir()
            raise
        ignored = self._folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8", newline="\n")
