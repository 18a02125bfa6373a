"""The version of the format a record is written in, and what each newer one changes.

A record says its version in `data/record.yml`; one that says none is of version 0. What a file of
an older version has to change is a value here, and reported at its line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    values: Mapping[str, str] = field(default_factory=dict)
    """Where the key stays, the values that are called otherwise, by what they were called."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What a version of the format changes."""

    version: int
    changes: tuple[Change, ...] = ()
    takes_words: bool = False
    """Whether the engine has the words of the interface and its messages from then on."""
    copies: frozenset[str] = frozenset()
    """The SHA-256 of files that go where they are as the engine gave them; it has them itself."""

    @property
    def keys(self) -> tuple[Change, ...]:
        """The changes of keys: a value that is no more known is reported for itself."""
        return tuple(change for change in self.changes if not change.values)


MIGRATIONS = (
    Migration(
        1,
        (Change("data/organisations/*.yml", "kind", values={"series": "conference"}),),
        takes_words=True,
        copies=frozenset(
            (
                "a35f5274e9ca211d695541019f458a17f17e49c69750bc94eb65a2b21a4e06ba",
                "cd20326573cbb098d3b45c105c4d108298c3950a5c22b7b5fa50a3c8894b1140",
                "ee7c1b9c49c61877c321c6a3124c304c40433f7cb2e0e5f2e860a110fffce4e1",
            )
        ),
    ),
)
"""By version. The first writes the version down and leaves to the engine what is the engine's."""


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
        hint = say("`newsroom upgrade` makes the changes; see them first with --dry-run")
        level = "error" if any(it.keys for it in pending(version, migrations)) else WARNING
        yield Problem(FILE, 1, "format-version", message, hint, level)


def report_changes(
    entries: Entries, context: ParseContext, migrations: Iterable[Migration]
) -> None:
    """Report what a file has to change, in place of the unknown keys it was reported for."""
    found = {
        line: (change, migration.version)
        for migration in migrations
        for change in migration.keys
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
