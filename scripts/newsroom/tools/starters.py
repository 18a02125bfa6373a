"""The files a record of its own begins with: settings, empty pages, and an example to look at.

They lie as files in `defaults/starter/`, with `@name@` where a text stands and `@"name"@` where it
stands in quotes. Workflows, forms and the settings of VS Code are those of the engine's repository,
byte by byte; in the wheel they lie in `newsroom/repository/`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from newsroom.defaults import repository_folder
from newsroom.record.licence import Licence
from newsroom.record.migrations import MIGRATIONS
from newsroom.text.languages import LANGS, Bilingual

SHARED = (".github/workflows", ".github/ISSUE_TEMPLATE", ".vscode")
"""Folders that a record has from the engine's repository as they are."""
_MADE = (".vscode/schemas",)
_RENAMED = {"gitignore": ".gitignore"}  # in our own repository Git would take it for one of ours
_PLACE = re.compile(r'@(?P<name>[a-z_]+)@|@"(?P<quoted>[a-z_]+)"@')


@dataclass(frozen=True, slots=True)
class Starter:
    """What a new record is told of itself."""

    name: Bilingual
    tagline: Bilingual
    address: str
    """Of its site, with the `/` at the end."""
    licence: Licence
    engine: str
    """What pip is to install the engine from."""
    engine_with_editions: str


def starter_files(starter: Starter, *, is_empty: bool = False) -> dict[str, str]:
    """The files of a new record by path; without the example where it is to be empty."""
    values = _values(starter)
    trees = ("record",) if is_empty else ("record", "example")
    own = Path(str(files("newsroom.defaults") / "starter"))
    found = {
        _RENAMED.get(path, path): _filled(text, values)
        for tree in trees
        for path, text in _texts(own / tree)
    }
    for folder in SHARED:
        for path, text in _texts(repository_folder() / folder):
            if not f"{folder}/{path}".startswith(_MADE):
                found[f"{folder}/{path}"] = text
    return dict(sorted(found.items()))


def _values(starter: Starter) -> Mapping[str, str]:
    licence = starter.licence
    return {
        **{f"name_{lang}": starter.name[lang] for lang in LANGS},
        **{f"tagline_{lang}": starter.tagline[lang] for lang in LANGS},
        "address": starter.address,
        "licence": licence.name,
        "licence_title": licence.title,
        "licence_path": licence.path,
        "engine": starter.engine,
        "engine_with_editions": starter.engine_with_editions,
        "format": str(MIGRATIONS[-1].version),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its values; raises `KeyError` for one there is not."""

    def fill(place: re.Match[str]) -> str:
        if place["name"]:
            return values[place["name"]]
        return json.dumps(values[place["quoted"]], ensure_ascii=False)

    return _PLACE.sub(fill, text)


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(it for it in folder.rglob("*") if it.is_file()):
        yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")
