"""Which line of a text a position lies on."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate


class Positions:
    """The lines of a text, counted once however many positions are asked for."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._first = first_line
        self._ends = list(accumulate(len(line) + 1 for line in text.split("\n")))

    def line_at(self, position: int) -> int:
        """The line of a code point of the text, the first one being `first_line`."""
        return self._first + bisect_right(self._ends, position)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, each with the position it begins at."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
