"""Which files make a record, and which have no place in it.

What is not read by the catalogue must not lie below `docs/` or `data/`: MkDocs would publish it
(a page nobody checked, a script, a file in place of one of the theme's), or an editor would wait
for a data file that nobody reads. Names that begin with a dot are left alone, as MkDocs does.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from newsroom.record.causes import cause_of
from newsroom.record.documents import MAX_BYTES
from newsroom.record.kind import Kind
from newsroom.record.kinds import KINDS
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.problems import Problem, say
from newsroom.record.values import ID_FORM, is_id
from newsroom.text.languages import LANGS
from newsroom.text.messages import printable

TOPS = ("docs", "data")
"""The folders of a repository that hold its record."""

ENTRIES = tuple(kind.folder.rpartition("/")[2] for kind in KINDS if not kind.list_key)
"""The folders of `data/` that hold one YAML file an entry."""

_SETTINGS = tuple(f"data/{name}.yml" for name in ("intake", "messages", "orthography", "record"))
IMAGES: Mapping[str, tuple[int, bytes]] = {
    ".avif": (4, b"ftypavif"),
    ".jpeg": (0, b"\xff\xd8\xff"),
    ".jpg": (0, b"\xff\xd8\xff"),
    ".png": (0, b"\x89PNG\r\n\x1a\n"),
    ".webp": (8, b"WEBP"),
}
"""The kinds of images, each with the bytes it is known by and where they stand."""


def survey(
    root: Path, only: Collection[str] | None = None, kinds: tuple[Kind, ...] = KINDS
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files of a record, in an order no file system decides, and what is wrong with others.

    Links are not followed. A folder that cannot be read is a problem. With `only`, a collection of
    paths from the root, the others are passed over.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for place in _walk(root, problems):
        if only is not None and place not in only:
            continue
        path = root / place
        found = list(_problems_of(path, root, kinds))
        problems += found
        if not found:
            files.append(path)
    return tuple(sorted(files)), tuple(problems)


def read_raw(root: Path, only: Collection[str] | None = None) -> dict[str, bytes]:
    """The bytes of the files of a record by path from the root; of an image, none.

    A link, which may lead out of the record, and a file that cannot be read are left out: `survey`
    tells of them. With `only`, a collection of paths, the others are passed over.
    """
    found: dict[str, bytes] = {}
    for place in _walk(root, []):
        if only is not None and place not in only:
            continue
        if place.endswith(tuple(IMAGES)):
            found[place] = b""
            continue
        with suppress(OSError):
            found[place] = _bytes_of(f"{root}/{place}")
    return found


def _bytes_of(name: str) -> bytes:
    """The bytes of a file that is no link, up to one more than are read.

    Four times as fast as a Path, which counts where thousands of files are looked into.
    """
    handle = os.open(name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    try:
        parts, left = [], MAX_BYTES + 1
        while left > 0 and (part := os.read(handle, left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def place_of(path: Path, root: Path) -> str:
    """The path from the root as a message prints it, on one line whatever the name holds."""
    return printable(path.relative_to(root).as_posix())


def _walk(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Every file of a record, and every link, by its path from the root."""

    def note(error: OSError) -> None:
        path = place_of(Path(error.filename), root)
        message = say("cannot be read: {reason}", reason=cause_of(error))
        problems.append(Problem(path, 1, "file-unreadable", message))

    for top in TOPS:
        for folder, folders, files in os.walk(root / top, onerror=note):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            links = [name for name in folders if Path(folder, name).is_symlink()]
            place = Path(folder).relative_to(root).as_posix()
            yield from (f"{place}/{name}" for name in [*files, *links] if name[0] != ".")


def _problems_of(path: Path, root: Path, kinds: tuple[Kind, ...]) -> Iterator[Problem]:
    place = place_of(path, root)
    if path.is_symlink():
        hint = say("put the file itself there")
        yield Problem(
            place,
            1,
            "file-link",
            say("a symbolic link; a record consists of its own files only"),
            hint,
        )
    elif not _is_wanted(path.relative_to(root), kinds):
        hint = say("pages are docs/<lang>/….md, images docs/media/…, data data/<kind>/<id>.yml")
        yield Problem(place, 1, "file-unwanted", say("this file does not belong in a record"), hint)
    elif path.suffix in IMAGES and not _is_image(path):
        message = say(
            "the file is not a {kind} image, in spite of its name", kind=path.suffix[1:].upper()
        )
        yield Problem(place, 1, "image-kind", message, say("save it again in its real format"))
    else:
        for name in _names(path.relative_to(root).parts):
            if not is_id(name):
                message = say(
                    "the name '{value}' is not an id; expected {form}",
                    value=printable(name),
                    form=ID_FORM,
                )
                hint = say("rename it; the name is the address of the page")
                yield Problem(place, 1, "id-form", message, hint)


def _is_image(path: Path) -> bool:
    start, mark = IMAGES[path.suffix]
    try:
        with path.open("rb") as file:
            return file.read(start + len(mark))[start:] == mark
    except OSError:
        return False


def _is_wanted(path: Path, kinds: tuple[Kind, ...]) -> bool:
    match path.parts:
        case ("docs", "media", _, *_):
            return path.suffix in IMAGES
        case ("docs", lang, _, *_) if lang in LANGS:
            return path.suffix == ".md"
        case ("data", "strings", name):
            return name in [f"{lang}.yml" for lang in LANGS]
        case ("data", *_) if path.name != "index.yml":
            place = path.as_posix()
            if path.parent.as_posix() == ADDRESSES:
                return path.suffix == ".yml"
            return place in _SETTINGS or any(kind.holds(place) for kind in kinds)
    return False


def _names(parts: tuple[str, ...]) -> Iterator[str]:
    """The parts of a path that make an address: folders and the name without its ending."""
    if parts[:2] != ("docs", "media"):
        yield from parts[2:-1]
        yield Path(parts[-1]).stem
