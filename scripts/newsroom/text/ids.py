"""Ids, and names, as texts and files have them: whole, between signs that are no part of one."""

import re
from collections.abc import Iterable, Iterator

from newsroom.text.persian import HALF_SPACE

_ANY = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBERS = re.compile(r"(\d+)")
_SPACED = rb"(?:\s|%s)*" % HALF_SPACE.encode()
"""Spaces and half-spaces in UTF-8."""
_BEGIN, _END = rb"(?<![A-Za-z0-9-])", rb"(?![A-Za-z0-9]|-[a-z0-9])"


def _whole(id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_-]){re.escape(id)}(?![A-Za-z0-9_-])")


def count_id(text: str, id: str) -> int:
    """How often an id stands in a text."""
    return len(_whole(id).findall(text))


def replace_id(text: str, old: str, new: str) -> str:
    """A text with another id in the place of one."""
    return _whole(old).sub(new, text)


def ids_in(data: bytes) -> Iterator[bytes]:
    """Whatever may be an id in the bytes of a file; most are words that just look like one."""
    return (found[0] for found in _ANY.finditer(data))


def id_order(id: str) -> tuple[list[str | tuple[int, str]], str]:
    """How ids are sorted: numbers in them by their value."""
    parts = _NUMBERS.split(id)
    # Numbers stand at the odd places, so that strings and numbers are never compared.
    return [(int(it), it) if at % 2 else it for at, it in enumerate(parts)], id


class Pointers:
    """What files write to refer to something: ids and names, looked for in their bytes."""

    def __init__(self, pointers: Iterable[str]) -> None:
        self._forms: list[tuple[bytes, re.Pattern[bytes]]] = []
        for pointer in set(pointers):
            parts = [part.encode() for part in pointer.replace(HALF_SPACE, " ").split()]
            form = re.compile(_BEGIN + _SPACED.join(map(re.escape, parts)) + _END)
            # The longest word is looked for first, because that is many times faster.
            self._forms.append((max(parts, key=len), form))

    def stand_in(self, data: bytes) -> bool:
        """Whether one does, however its parts are spaced."""
        return any(word in data and form.search(data) for word, form in self._forms)
