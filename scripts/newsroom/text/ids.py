"""Ids as texts and files have them: whole, between signs that are no part of one."""

import re
from collections.abc import Iterator

_ANY = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")


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


def has_id(data: bytes, id: str) -> bool:
    """Whether an id stands in the bytes of a file."""
    # The bytes are looked for first, because that is many times faster.
    word = id.encode()
    return word in data and bool(
        re.search(rb"(?<![a-z0-9-])%s(?![a-z0-9-])" % re.escape(word), data)
    )
