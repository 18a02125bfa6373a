"""What the last check found, page by page: what has not changed since is not judged again.

A finding is remembered by the digests of all that it follows from: the versions of a page, or a
file of data, the few entries its dates are near to, and what every text is held against, such as
names, terms and words. So there is nothing to invalidate: what changes has another key. The
findings are those of a check that remembers nothing; a test edits at random and compares.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import newsroom
from newsroom.record.articles import GLOSSARY
from newsroom.record.catalogue import Catalogue
from newsroom.record.kept import FOUND, Kept, digest_of
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.paragraph_ids import file_of
from newsroom.record.problems import Message, Problem
from newsroom.text.messages import message_of

_APART = (f"{ADDRESSES}/", "data/events/", "data/sources/")
"""Data that a page is judged by only where it names it."""
_JUDGING = ("text", "document", "record", "check", "defaults")
"""The packages that a finding follows from."""

Value = list[Any]
"""What is remembered of a unit, as JSON has it."""


class Memory:
    """Values by key, as the last check left them."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Without `kept` nothing is remembered."""
        self._kept = kept
        self._before = self._read()
        self._now: dict[str, Value] = {}

    def values(
        self, keys: Mapping[str, str], make: Callable[[Collection[str]], Mapping[str, Value]]
    ) -> dict[str, Value]:
        """The value of each unit by its key; `make` gives those of the units not remembered."""
        known = {unit: self._before[key] for unit, key in keys.items() if key in self._before}
        made = make(keys.keys() - known.keys())
        found = {**known, **made}
        self._now |= {keys[unit]: value for unit, value in found.items()}
        return found

    def write(self) -> None:
        """Leave what this check has found for the next one."""
        if self._kept and self._now.keys() != self._before.keys():
            text = json.dumps(self._now, separators=(",", ":"))
            self._kept.write(FOUND, text.encode())

    def _read(self) -> dict[str, Value]:
        data = self._kept.read(FOUND) if self._kept else None
        try:
            found = json.loads(data) if data else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def keys_of(catalogue: Catalogue) -> dict[str, str]:
    """The key of each unit: the path of a page below its language, or that of a file of data.

    Two catalogues give a unit one key only if the same is found in it, by whatever rule judges the
    texts of one unit.
    """
    files: dict[str, list[str]] = defaultdict(list)
    for page in catalogue.pages.values():
        files[page.uri].append(page.path)
    for article in catalogue.articles.values():
        named = [catalogue.events[id].path for id in article.events if id in catalogue.events]
        known = [catalogue.sources.get(id) for id in article.all_sources]
        sources = [source.path for source in known if source]
        files[article.uri] += [file_of(article.slug), *named, *sources]
    files |= {path: [path] for path in units_of(catalogue).values() if path not in files}
    common = _common(catalogue)
    digests = catalogue.digests
    return {
        unit: digest_of("\n".join((common, unit, *(f"{it} {digests.get(it)}" for it in paths))))
        for unit, paths in files.items()
    }


def units_of(catalogue: Catalogue) -> dict[str, str]:
    """The unit that each file with a text belongs to, by path."""
    pages = {page.path: page.uri for page in catalogue.pages.values()}
    return {**{it.path: it.path for it in catalogue.values}, **pages}


def by_unit(
    problems: Iterable[Problem], units: Mapping[str, str], fresh: Collection[str]
) -> Mapping[str, Value]:
    """The problems of each of the fresh units, as they are remembered."""
    found: dict[str, Value] = {unit: [] for unit in fresh}
    for problem in problems:
        unit = units.get(problem.path, "")
        if unit in found:
            found[unit].append(_packed(problem))
    return found


def problems_of(values: Iterable[Value]) -> Iterator[Problem]:
    """The problems that were remembered."""
    for value in values:
        for path, line, rule, message, hint, level in value:
            yield Problem(path, line, rule, _unpacked(message), _unpacked(hint), level)


def _common(catalogue: Catalogue) -> str:
    """What every text is held against, and the engine that does."""
    listed = [
        f"{path} {digest}"
        for path, digest in sorted(catalogue.digests.items())
        if (path.startswith("data/") and not path.startswith(_APART)) or path.endswith(GLOSSARY)
    ]
    images = [str(astuple(image)) for _, image in sorted(catalogue.media.items())]
    unread = sorted(catalogue.unread)
    return digest_of(repr((_engine(), bool(catalogue.paragraph_ids), listed, images, unread)))


@cache
def _engine() -> str:
    """What tells the engine that judges from one that might judge otherwise."""
    root = Path(newsroom.__file__).parent
    files = (it for folder in _JUDGING for it in sorted((root / folder).rglob("*.*")))
    texts = (it.read_text(encoding="utf-8") for it in files if it.suffix in (".py", ".yml"))
    return digest_of("".join((sys.version, version("markdown"), version("pyyaml"), *texts)))


def _packed(problem: Problem) -> Sequence[Any]:
    told = (_told(problem.message), _told(problem.hint))
    return (problem.path, problem.line, problem.rule, *told, problem.level)


def _told(said: object) -> object:
    """A message as what it is made of, and any other value as it is."""
    if isinstance(said, Message):
        return {said.template: {name: _told(value) for name, value in said.values.items()}}
    if type(said) not in (str, int):
        raise TypeError(said)  # a rule whose messages hold anything else cannot be remembered
    return said


def _unpacked(told: Any) -> Any:
    if not isinstance(told, dict):
        return told
    ((template, values),) = told.items()
    return message_of(template, {name: _unpacked(value) for name, value in values.items()})
