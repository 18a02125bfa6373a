"""Keys of a YAML text put in order, every value and every sign of it kept."""

from collections.abc import Sequence
from typing import Any

import yaml

from newsroom.document.front_matter import find_front_matter


def in_order(text: str, key: str, order: Sequence[str]) -> str:
    """`text` with the mapping that holds `key` in order; as it is where that is not certain.

    `text` is a data file or a page with front matter; `key` goes by its place, `roles.0.office`.
    Where a comment stands among the keys nobody can tell which of them it speaks of.
    """
    start, end, _ = find_front_matter(text) or (0, len(text), 0)
    before = text[start:end]
    try:
        root = yaml.compose(before, Loader=yaml.CSafeLoader)
        node = _holder(root, key.split(".")[:-1])
        after = _reordered(before, node, order) if node else before
        is_same = _values(yaml.compose(after, Loader=yaml.CSafeLoader)) == _values(root)
    except (yaml.YAMLError, RecursionError):
        return text
    return text[:start] + after + text[end:] if is_same else text


def _holder(node: yaml.Node | None, place: Sequence[str]) -> yaml.MappingNode | None:
    """The mapping at a place."""
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == part]
        elif isinstance(node, yaml.SequenceNode) and part.isdigit():
            found = node.value[int(part) : int(part) + 1]
        else:
            return None
        if not found:
            return None
        node = found[0]
    return node if isinstance(node, yaml.MappingNode) else None


def _reordered(text: str, node: yaml.MappingNode, order: Sequence[str]) -> str:
    """The entries of a mapping sorted; what stands between them stays where it is."""
    keys = [key.value for key, _ in node.value]
    starts = [key.start_mark.index for key, _ in node.value]
    stop = node.value[-1][1].end_mark.index
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], stop], strict=True)]
    if not set(keys) <= set(order) or _has_comment(text, starts[0], stop):
        return text
    ends = ", \t\n" if node.flow_style else " \t\n"
    bodies = [part.rstrip(ends) for part in parts]
    gaps = [part[len(body) :] for part, body in zip(parts, bodies, strict=True)]
    ranked = sorted(range(len(keys)), key=lambda at: order.index(keys[at]))
    whole = "".join(bodies[at] + gap for at, gap in zip(ranked, gaps, strict=True))
    return text[: starts[0]] + whole + text[stop:]


def _has_comment(text: str, start: int, stop: int) -> bool:
    """Whether a comment stands on the lines of a part of a text, or on the one above it."""
    above = text.rfind("\n", 0, start)
    first = text.rfind("\n", 0, max(above, 0)) + 1
    last = text.find("\n", stop)
    lines = text[first : last if last >= 0 else len(text)].split("\n")
    return any(mark in f" {line}" for line in lines for mark in (" #", "\t#"))


def _values(node: yaml.Node | None) -> Any:
    """What a text says, whatever the order of its keys."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _values(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_values(item) for item in node.value]
    return node.value if node else None
