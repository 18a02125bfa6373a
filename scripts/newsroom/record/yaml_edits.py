"""YAML changed in place: keys and items taken out, keys and values renamed, all else as it was.

Comments, quotes and the order of lines stay, so that a diff shows what changed and nothing more.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

Place = tuple[str, ...]
"""Where a node stands: the keys and the numbers of items that lead to it."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to change of a text, by place."""

    is_gone: Callable[[Place, yaml.Node], bool] = lambda _place, _node: False
    """Whether a key with its value, or an item, is taken out."""
    key: Callable[[Place], str] = lambda _place: ""
    """The new name of a key; empty where it stays."""
    value: Callable[[Place, str], str] = lambda _place, _text: ""
    """The new text of a value; empty where it stays."""


def edited(text: str, edits: Edits) -> str:
    """A text with its edits; empty if all of it is gone. Raises `yaml.YAMLError` for no YAML."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is None:
        return text
    editing = _Editing(text, edits)
    if not editing.keeps(root, ()):
        return ""
    for start, end, new in sorted(editing.changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


class _Editing:
    def __init__(self, text: str, edits: Edits) -> None:
        self._text, self._edits = text, edits
        self.changes: list[tuple[int, int, str]] = []
        """Spans of the text with what is to stand there."""

    def keeps(self, node: yaml.Node, place: Place) -> bool:
        """Note the changes within a node; whether anything of it is left."""
        parts = list(_parts(node, place))
        known = len(self.changes)
        left = [self._part(*part) for part in parts]
        if parts and not any(left):
            del self.changes[known:]  # it goes as a whole
            return False
        first = left.index(True) if parts else 0
        if first and self._is_begun_within_a_line(node):
            # What goes shares its line with a hyphen that stays: the first that is left moves up.
            self.changes.append((node.start_mark.index, self._begin(node, parts[first][0]), ""))
            parts, left = parts[first:], left[first:]
        gone = [part for part, is_left in zip(parts, left, strict=True) if not is_left]
        self.changes += (self._cut(node, begin, child) for begin, child, _ in gone)
        return True

    def _is_begun_within_a_line(self, node: yaml.Node) -> bool:
        start = node.start_mark.index
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return not _is_flow(node) and bool(line.strip())

    def _begin(self, parent: yaml.Node, part: yaml.Node) -> int:
        """Where a part begins, the hyphen of an item counted."""
        start = int(part.start_mark.index)
        is_list = isinstance(parent, yaml.SequenceNode)
        return self._text.rindex("-", 0, start) if is_list else start

    def _part(self, begin: yaml.Node, child: yaml.Node, place: Place) -> bool:
        if self._edits.is_gone(place, child) or not self.keeps(child, place):
            return False
        if begin is not child and (name := self._edits.key(place)):
            self._replace(begin, name)
        if isinstance(child, yaml.ScalarNode) and (new := self._edits.value(place, child.value)):
            self._replace(child, new)
        return True

    def _replace(self, node: yaml.Node, new: str) -> None:
        self.changes.append((node.start_mark.index, node.end_mark.index, new))

    def _cut(self, parent: yaml.Node, begin: yaml.Node, child: yaml.Node) -> tuple[int, int, str]:
        start, end = begin.start_mark.index, self._end(child)
        if not _is_flow(parent):  # its lines, with the hyphen of an item
            start = self._text.rfind("\n", 0, start) + 1
            end = self._text.find("\n", end) + 1 or len(self._text)
            return start, end, ""
        rest = self._text[end:].lstrip()
        if rest.startswith(","):
            end = len(self._text) - len(rest[1:].lstrip())
        else:
            start = len(self._text[:start].rstrip().removesuffix(","))
        return start, end, ""

    def _end(self, node: yaml.Node) -> int:
        """Where the last character of a node stands: the mark of a block lies behind it."""
        if isinstance(node, yaml.ScalarNode):
            end = int(node.end_mark.index)
            return len(self._text[:end].rstrip()) if node.style in ("|", ">") else end
        if _is_flow(node) or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)


def _is_flow(node: yaml.Node) -> bool:
    """Whether it stands in braces or brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _parts(node: yaml.Node, place: Place) -> Iterator[tuple[yaml.Node, yaml.Node, Place]]:
    """What a node holds: where each part begins, its value, and its place."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, value, (*place, str(key.value))
    elif isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            yield item, item, (*place, str(at))
