"""Which files make a record, and which have no place in it.

What is not read by the catalogue must not lie below `docs/` or `data/`: MkDocs would publish it
(a page nobody checked, a script, a file in place of one of the theme's), or an editor would wait
for a data file that nobody reads. Names that begin with a dot are left alone, as MkDocs does.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsroom.record.participants import FOLDERS
from newsroom.record.problems import Problem
from newsroom.record.schema import ID_FORM, is_id
from newsroom.text.languages import LANGS

ENTRIES = (*FOLDERS, "disagreements", "events", "sources")
"""The folders of `data/` that hold one YAML file an entry."""

LISTS = ("glossary", "figures", "intake", "orthography")
IMAGES: Mapping[str, tuple[int, bytes]] = {
    ".avif": (4, b"ftypavif"),
    ".jpeg": (0, b"\xff\xd8\xff"),
    ".jpg": (0, b"\xff\xd8\xff"),
    ".png": (0, b"\x89PNG\r\n\x1a\n"),
    ".webp": (8, b"WEBP"),
}
"""The kinds of images, each with the bytes it is known by and where they stand."""

_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def survey(root: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files of a record, in an order no file system decides, and what is wrong with others.

    Links are not followed. A folder that cannot be read is a problem.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for top in ("docs", "data"):
        for path in _walk(root / top, root, problems):
            found = list(_problems_of(path, root))
            problems += found
            if not found:
                files.append(path)
    return tuple(sorted(files)), tuple(problems)


def place_of(path: Path, root: Path) -> str:
    """The path from the root as a message prints it, on one line whatever the name holds."""
    return _CONTROLS.sub("?", path.relative_to(root).as_posix())


def _walk(top: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below a folder, and every link."""

    def note(error: OSError) -> None:
        path = place_of(Path(error.filename), root)
        problems.append(Problem(path, 1, "file-unreadable", f"cannot be read: {error.strerror}"))

    for folder, folders, files in os.walk(top, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in [*files, *links] if not name.startswith("."))


def _problems_of(path: Path, root: Path) -> Iterator[Problem]:
    place = place_of(path, root)
    if path.is_symlink():
        hint = "put the file itself there"
        yield Problem(place, 1, "file-link", "a link; only files of its own make a record", hint)
    elif not _is_wanted(path.relative_to(root).parts):
        hint = "pages are docs/<lang>/….md, images docs/media/…, data data/<kind>/<id>.yml"
        yield Problem(place, 1, "file-unwanted", "a record has no such file", hint)
    elif path.suffix in IMAGES and not _is_image(path):
        message = f"the file is no {path.suffix[1:].upper()} image, whatever its name says"
        yield Problem(place, 1, "image-kind", message, "save it anew as what it is")
    else:
        for name in _names(path.relative_to(root).parts):
            if not is_id(name):
                message = f"the name '{_CONTROLS.sub('?', name)}' is not an id; expected {ID_FORM}"
                hint = "rename it; the name is the address of the page"
                yield Problem(place, 1, "id-form", message, hint)


def _is_image(path: Path) -> bool:
    start, mark = IMAGES[path.suffix]
    try:
        with path.open("rb") as file:
            return file.read(start + len(mark))[start:] == mark
    except OSError:
        return False


def _is_wanted(parts: tuple[str, ...]) -> bool:
    suffix = Path(parts[-1]).suffix
    match parts:
        case ("docs", "media", _, *_):
            return suffix in IMAGES
        case ("docs", lang, _, *_) if lang in LANGS:
            return suffix == ".md"
        case ("data", "strings", name):
            return name in [f"{lang}.yml" for lang in LANGS]
        case ("data", folder, _) if folder in ENTRIES:
            return suffix == ".yml" and parts[-1] != "index.yml"
        case ("data", name):
            return name in [f"{name}.yml" for name in LISTS]
    return False


def _names(parts: tuple[str, ...]) -> Iterator[str]:
    """The parts of a path that make an address: folders and the name without its ending."""
    if parts[:2] != ("docs", "media"):
        yield from parts[2:-1]
        yield Path(parts[-1]).stem
