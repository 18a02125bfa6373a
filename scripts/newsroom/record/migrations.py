"""The version of the format a record is written in, and what each newer one changes.

A record says its version in `data/record.yml`; one that says none is of version 0. What a file of
an older version has to change is a value here, and reported at its line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated

from newsroom.record.documents import Entries, Items, Node, ParseContext
from newsroom.record.fields import key, schema_of
from newsroom.record.problems import WARNING, Problem, say
from newsroom.record.schema import read_record
from newsroom.record.values import number

FILE = "data/record.yml"


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What is true of a record as a whole."""

    format: Annotated[int, number] = key(
        ("Format", "قالب"),
        "The version of the format of its files, a number.",
        "نسخهٔ قالب فایل‌ها، یک عدد.",
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A key that has another name since a version, or is gone."""

    files: str
    """A pattern of paths from the root, `data/people/*.yml`."""
    key: str
    """Its place, with `*` for each item of a list: `roles.*.office`."""
    new: str = ""
    """What it is called now; empty if it is gone."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What a version of the format changes."""

    version: int
    changes: tuple[Change, ...] = ()


MIGRATIONS = (Migration(1),)
"""By version. The first only writes the version down."""


def read_version(entries: Entries, context: ParseContext) -> RecordFacts | None:
    """What `data/record.yml` says; `None` with the reasons reported."""
    values = read_record(entries, schema_of(RecordFacts), context)
    return RecordFacts(**values) if values else None


def pending(version: int, migrations: Iterable[Migration]) -> tuple[Migration, ...]:
    """The migrations a record of a version has not been through, in order."""
    return tuple(it for it in migrations if it.version > version)


def version_problems(version: int, migrations: Sequence[Migration]) -> Iterator[Problem]:
    """That a record is of another version than the newest; a warning if nothing else changes."""
    newest = migrations[-1].version
    if version > newest:
        message = say(
            "the record has format {version}; this engine knows formats up to {newest}",
            version=version,
            newest=newest,
        )
        hint = say("update the engine")
        yield Problem(FILE, 1, "format-version", message, hint)
    elif version < newest:
        message = say(
            "the record has format {version}; the newest is {newest}",
            version=version,
            newest=newest,
        )
        hint = say(
            "make the changes the other messages ask for, then write `format: {newest}`",
            newest=newest,
        )
        level = "error" if any(it.changes for it in pending(version, migrations)) else WARNING
        yield Problem(FILE, 1, "format-version", message, hint, level)


def report_changes(
    entries: Entries, context: ParseContext, migrations: Iterable[Migration]
) -> None:
    """Report what a file has to change, in place of the unknown keys it was reported for."""
    found = {
        line: (change, migration.version)
        for migration in migrations
        for change in migration.changes
        if PurePosixPath(context.path).match(change.files)
        for line in _lines(entries, change.key.split("."))
    }
    context.problems = [
        it for it in context.problems if it.rule != "key-unknown" or it.line not in found
    ]
    for line, (change, version) in found.items():
        old = change.key.rpartition(".")[2]
        message = say("format {version} has no key '{key}'", version=version, key=old)
        hint = say("rename it to '{key}'", key=change.new) if change.new else say("delete it")
        context.report(line, "format-version", message, hint)


def _lines(node: Node | None, place: Sequence[str]) -> Iterator[int]:
    """The lines of the keys at a place."""
    part, *rest = place
    if isinstance(node, Entries) and not rest and part in node.lines:
        yield node.lines[part]
    elif isinstance(node, Entries) and rest:
        yield from _lines(node.entries.get(part), rest)
    elif isinstance(node, Items) and rest:
        for item in node.items:
            yield from _lines(item, rest)
