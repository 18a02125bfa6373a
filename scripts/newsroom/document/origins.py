"""The lines of a text, found again for what the parser has made of them."""

import re
from collections.abc import Callable, Sequence

_AHEAD = 64
"""How many lines are looked at for a text: empty items and the like have none."""
_MARKS = re.compile(
    r"(?:[ >]|[-*+](?: |$)|[0-9۰-۹٠-٩]{1,9}\.(?: |$)|\[\^[^\]]*\]:)*+(?:#{1,6} *+)?"
)
"""What stands in front of the text of a line."""
_HEAD = ("!!!", "???")


class Source:
    """The lines of a text that are left to find, from top to bottom."""

    def __init__(self, lines: Sequence[str], left: Sequence[int], start: int = 0) -> None:
        self._lines, self._left = lines, left
        self._next = 0
        self.last = start
        """The line that was found last."""

    def find(self, is_it: Callable[[int], bool]) -> int:
        """The next line that is the one; the last one found where none is."""
        for at in range(self._next, min(self._next + _AHEAD, len(self._left))):
            if is_it(self._left[at]):
                self._next, self.last = at + 1, self._left[at]
                break
        return self.last

    def find_text(self, text: str) -> int:
        """The next line with this text behind its marks."""
        text = text.strip(" #")

        def ends_with_it(at: int) -> bool:
            line = self._lines[at].rstrip(" #")
            return line.endswith(text) and len(line) - len(text) <= len(self.marks_of(at))

        return self.find(ends_with_it)

    def find_head(self) -> int:
        """The next line that begins an admonition behind its marks."""
        return self.find(lambda at: self._lines[at].startswith(_HEAD, len(self.marks_of(at))))

    def find_empty(self) -> int:
        """The next line, if it is nothing but marks."""
        is_next = self._next < len(self._left)
        at = self._left[self._next] if is_next else self.last
        if (
            is_next
            and len(self.marks_of(at)) == len(self._lines[at])
            and "#" not in self._lines[at]
        ):
            self._next, self.last = self._next + 1, at
        return self.last

    def pass_over(self, at: int) -> None:
        """Let a line be the last one found, where it is the next."""
        if self._next < len(self._left) and self._left[self._next] == at:
            self._next, self.last = self._next + 1, at

    def marks_of(self, at: int) -> str:
        """What stands before the text of a line."""
        found = _MARKS.match(self._lines[at])
        return found[0] if found else ""
