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


def key_span(front: yaml.MappingNode, key: str, order: Sequence[str], end: int) -> tuple[int, int]:
    """From which line to which a key of front matter stands with its value; lines from 0.

    Where it is missing the span is empty, and lies where the key belongs by `order`. `end` is the
    line behind the last one.
    """
    names = [name.value for name, _ in front.value]
    starts = [*(name.start_mark.line for name, _ in front.value), end]
    if key in names:
        return starts[names.index(key)], starts[names.index(key) + 1]
    before = order[: order.index(key)]
    place = 1 + max((at for at, name in enumerate(names) if name in before), default=-1)
    return starts[place], starts[place]


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
