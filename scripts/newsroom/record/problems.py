"""A defect in the content, as a value: found, collected and reported, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    path: str
    """From the repository root, with `/`."""
    line: int
    """From 1."""
    rule: str
    """The id of the rule that was broken, `subject-defect`."""
    message: str
    """What is wrong and what was expected; no full stop."""
    hint: str = ""
    """What to do about it; may be empty."""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: error: {_on_one_line(self.message)}  [{self.rule}]"
        return f"{text}\n  hint: {_on_one_line(self.hint)}" if self.hint else text


def _on_one_line(text: str) -> str:
    """`text` as a terminal can be trusted with it: a value may hold anything."""
    return "".join(char if char.isprintable() or char == "\u200c" else "?" for char in text)[:600]


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known value, or says where they are; may be empty."""
    close = get_close_matches(value, list(known), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""
