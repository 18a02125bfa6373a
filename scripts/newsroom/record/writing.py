"""Records as text: YAML that `documents` reads back to the same, in the order given."""

import json
from collections.abc import Mapping, Sequence

import yaml

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"]

_MARKUP = frozenset("\n:#&*!|>%@`{}[],'\"<")
_WORDS = frozenset("true false yes no on off null ~".split())


def write_yaml(values: Mapping[str, Value]) -> str:
    """`key: value` lines; what is nested stands in braces and brackets."""
    return "".join(f"{key}: {_written(value)}\n" for key, value in values.items())


def write_document(front_matter: Mapping[str, Value], body: str) -> str:
    """A page: its front matter and its text."""
    return f"---\n{write_yaml(front_matter)}---\n\n{body.strip()}\n"


def place_of(
    key: str, mapping: yaml.MappingNode, order: Sequence[str], end: int
) -> tuple[int, int]:
    """From which line to which a key of a mapping stands in a text, or is to stand.

    `order` are the keys of its kind; `end` is the line behind the mapping, counted from 0.
    """
    keys = [(name.value, name.start_mark.line) for name, _ in mapping.value]
    for at, (name, line) in enumerate(keys):
        if name == key:
            return line, keys[at + 1][1] if keys[at + 1 :] else end
    before = order[: order.index(key)]
    line = next((line for name, line in keys if name not in before), end)
    return line, line


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        is_text = value[:1].isalnum() and _MARKUP.isdisjoint(value) and value.strip() == value
        is_plain = is_text and value.lower() not in _WORDS
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_written(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(_written, value)) + "]"
