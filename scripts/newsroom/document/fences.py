"""Fences: what begins a block of code, and one that nothing in a text closes."""

import re

_FENCE = re.compile(r"^\s*(~{3,})", re.MULTILINE)
_SOURCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[ \t]*source\b", re.MULTILINE)


def source_block(text: str) -> str:
    """A draft's block that holds the text of a source; its fence is longer than any in the text."""
    fence = "~" * max([4, *(len(run) + 1 for run in _FENCE.findall(text))])
    return f"{fence} source\n{text}\n{fence}"


def find_source(text: str) -> int | None:
    """Where a block begins that `newsroom import` puts the text of a source in, if there is one.

    Also where it is indented, so that it is no code and would be shown as a paragraph.
    """
    found = _SOURCE.search(text)
    return found.start() if found else None
