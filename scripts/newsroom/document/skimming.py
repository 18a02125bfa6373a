"""A page skimmed: what it takes to look a value up in many of them, without parsing any."""

import re
from collections.abc import Iterator

from newsroom.document.front_matter import find_front_matter

_HEADLINES = re.compile(r"^(?:title|summary):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:^.*\S.*$\n?)+", re.MULTILINE)


def front_value(data: bytes, key: str) -> str:
    """A value of the front matter that stands on the line of its key; empty if none does."""
    name = f"\n{key}:".encode()
    start, end = data.find(name), data.find(b"\n---", 3)
    if not 0 <= start < end:
        return ""
    line = data[start + len(name) : data.find(b"\n", start + 1)]
    return line.decode("utf-8", "replace").partition(" #")[0].strip(" \t\r'\"")


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """Title, summary and what stands between empty lines, each with its first line."""
    front = find_front_matter(text)
    first, last, body = front or (0, 0, 0)
    for found in _HEADLINES.finditer(text, first, last):
        yield text.count("\n", 0, found.start()) + 1, found[1]
    for found in _PARAGRAPH.finditer(text, body):
        yield text.count("\n", 0, found.start()) + 1, found[0]
