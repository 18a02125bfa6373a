"""What the engine itself brings (`newsroom.defaults`), and how a record adds to its lists."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from newsroom.defaults import default_text
from newsroom.record.documents import Entries, ParseContext, read_yaml
from newsroom.record.problems import say

Value = TypeVar("Value")

_REMOVE = "-"
"""What stands before a word of the engine that a record goes without."""


def read_default(name: str, read: Callable[[Entries, ParseContext], Value]) -> Value:
    """What a file of the engine holds; raises `ValueError` with the problems of a faulty one."""
    context = ParseContext(name)
    entries = read_yaml(default_text(name), context)
    value = read(entries, context) if entries else None
    if value is None or context.problems:
        raise ValueError(context.problems)
    return value


def extended(
    default: object, own: Mapping[str, tuple[Any, ...]], context: ParseContext
) -> dict[str, Any]:
    """The lists a record has, each with what the engine has in the field of `default` of that name.

    What the record lists anew stands in place of what the engine has: a line of an import is known
    by its words, a language by its id. `-word` removes a word; one that is not there is reported.
    """
    changed = {}
    for key, items in own.items():
        known = {_key_of(item): item for item in getattr(default, key)}
        for item in items:
            if not isinstance(item, str) or not item.startswith(_REMOVE):
                known[_key_of(item)] = item
            elif known.pop(item.removeprefix(_REMOVE), None) is None:
                message = say(
                    "'{value}' removes a word the engine does not list in '{key}'",
                    value=item,
                    key=key,
                )
                context.report(context.lines[key], "key-unknown", message)
        changed[key] = tuple(known.values())
    return changed


def _key_of(item: Any) -> Any:
    """What an item of a list is known by: its first field, or itself."""
    return getattr(item, fields(item)[0].name) if is_dataclass(item) else item
