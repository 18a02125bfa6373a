"""Which line of a text a position lies on."""

from bisect import bisect_left


class Positions:
    """The lines of a text, counted once however many positions are asked for."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._first = first_line
        self._breaks: list[int] = []
        end = text.find("\n")
        while end >= 0:
            self._breaks.append(end)
            end = text.find("\n", end + 1)

    def line_at(self, position: int) -> int:
        return self._first + bisect_left(self._breaks, position)
