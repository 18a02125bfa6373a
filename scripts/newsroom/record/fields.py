"""Fields: a frozen dataclass whose annotations say how a file is read and what it refers to.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Camera(Entry):
        name: Bilingual = key(("Name", "نام"), "The name, in both languages.", "نام، به دو زبان.")
        owner: PersonId | None = key(
            ("Owner", "مالک"), "Who owns it: an id.", "مالک آن: یک شناسه.", default=None
        )

The order of the fields is that of the keys in a file; one with a default may be left out. Reader,
references, order of keys, JSON Schema, the guide's tables and the form are made of this alone.
"""

import types
from collections.abc import Collection, Hashable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Self, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from newsroom.record.documents import Entries, ParseContext
from newsroom.record.forms import Reader
from newsroom.record.schema import Field, Schema, by_lang, is_complete, many, read_record, record
from newsroom.record.values import coordinates, day, flag, period, prose, text
from newsroom.text.dates import Period
from newsroom.text.languages import Bilingual

_KEY = "newsroom.key"

Prose = Annotated[str, prose]
"""A text of one or more sentences; a plain `str` is one line."""
BilingualProse = Annotated[Bilingual, by_lang(prose)]
Day = Annotated[Period, day]
"""One day; a plain `Period` may be less exact."""

_READERS: Mapping[Any, Reader] = {
    str: text,
    bool: flag,
    Period: period,
    Bilingual: by_lang(text),
    Mapping[str, tuple[str, ...]]: by_lang(many(text), required=False),
    tuple[float, float]: coordinates,
}


@dataclass(frozen=True, slots=True)
class _Key:
    label: tuple[str, ...]
    """In English and in Persian; empty where no form shows the field."""
    en: str
    fa: str
    name: str


def key(
    label: tuple[str, str],
    en: str,
    fa: str,
    *,
    default: Any = MISSING,
    factory: Any = MISSING,
    name: str = "",
) -> Any:
    """A field that stands in a file: what a form calls it, and what it holds, in a sentence.

    Both in English first, then in Persian. A field without a default, or a `factory` of it, is
    required. `name` is the key where the attribute has another name.
    """
    metadata = {_KEY: _Key(label, en, fa, name)}
    if factory is not MISSING:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def setting(doc: str, *, default: Any = MISSING) -> Any:
    """A field of a file of settings: explained in one English sentence, and in no form."""
    return field(default=default, metadata={_KEY: _Key((), doc, "", "")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something the record knows by an id: a file of its own, or an item of a list."""

    id: str
    path: str
    lines: Mapping[str, int]
    """The line of each value in the file, by its place: `roles.0.source`."""

    @classmethod
    def settle(cls, values: dict[str, Any], line: int, context: ParseContext) -> bool:
        """Complete the values an entry is built of; false with the reason reported."""
        return True

    def without(self, drafts: Collection[str]) -> Self | None:
        """The entry without what it says of these articles; `None` if nothing would be left."""
        return self


E = TypeVar("E", bound=Entry)


def schema_of(declared: type[Any]) -> Schema:
    """The table of the fields a dataclass declares itself, in their order."""
    return _table(cast(Hashable, declared))


@cache  # made for each file anew it would add a fifth to the time of reading one
def _table(declared: Any) -> Schema:
    hints = get_type_hints(declared, include_extras=True)
    known = {it.name: it for it in fields(declared)}
    # Those of the class itself: a field that a base declares, too, would stand in that one's order.
    own = [known[name] for name in get_annotations(declared) if name in known]
    return tuple(
        Field(
            said.name or it.name,
            reader_of(hints[it.name]),
            said.en,
            required=it.default is MISSING and it.default_factory is MISSING,
            persian=said.fa,
            attribute=it.name,
            label=dict(zip(("en", "fa"), said.label, strict=True)) if said.label else None,
        )
        for it in own
        if (said := it.metadata.get(_KEY))
    )


def reader_of(hint: Any) -> Reader:
    """The reader of an annotation; raises `TypeError` for one that no file could hold."""
    inner = get_args(hint)
    origin = get_origin(hint)
    if origin is Annotated:  # first: the reader of a table cannot be hashed
        return next(it for it in hint.__metadata__ if isinstance(it, Reader))
    if hint in _READERS:
        return _READERS[hint]
    if origin in (Union, types.UnionType):
        return reader_of(next(it for it in inner if it is not types.NoneType))
    if origin is tuple:
        return many(reader_of(inner[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return record(schema_of(hint), hint)
    raise TypeError(f"no file could hold a {hint!r}")


def read_entry(declared: type[E], id: str, entries: Entries, context: ParseContext) -> E | None:
    """The entry a mapping describes; `None` with the reasons reported."""
    schema = schema_of(declared)
    values = read_record(entries, schema, context)
    if not is_complete(values, schema) or not declared.settle(values, entries.line, context):
        return None
    return declared(id=id, path=context.path, lines=dict(context.lines), **values)
