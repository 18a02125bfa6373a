"""A name nobody has registered, and how texts fall into the pieces names are sought in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u200c'’-])*")
_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)([.!?؟؛:])\s+|(\n)+|([«»“”\"()،,؛])"
)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name beside an office, a title or a verb of speech that no entry bears."""

    text: str
    kind: str
    """`person` or `organisation`."""
    beside: str
    """The word that betrayed it."""


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of a text between its signs, and the sign behind each."""
    start = 0
    for end in _ENDS.finditer(text):
        yield text[start : end.start()], end[0].strip()[:1] or "\n"
        start = end.end()
    yield text[start:], "\n"
