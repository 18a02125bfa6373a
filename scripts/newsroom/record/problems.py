"""A defect in the content, as a value: found, collected and reported, never raised."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, Protocol, cast

from newsroom.text.messages import Message, printable, say

__all__ = [
    "ERROR",
    "UNKNOWN_RULES",
    "WARNING",
    "Message",
    "Problem",
    "ReadingRule",
    "did_you_mean",
    "errors_of",
    "line_of",
    "say",
    "unknown",
    "unknown_rule",
]

ERROR, WARNING = "error", "warning"
"""An error keeps content from being published; a warning is for somebody to look at."""

ReadingRule = Literal[
    "article-unknown", "character-forbidden", "colour-contrast", "counterpart-missing",
    "date-impossible", "draft-unsettled", "entry-unknown", "event-unknown", "file-exists",
    "file-link", "file-not-utf8", "file-too-large", "file-unreadable", "file-unwanted",
    "file-unwritable", "format-version", "front-matter-missing", "front-matter-open",
    "id-duplicate", "id-form", "image-kind", "image-size", "key-missing", "key-order",
    "key-unknown", "markup-run", "organisation-unknown", "participant-unknown", "place-unknown",
    "source-bidi", "source-binary", "source-changed", "source-date", "source-derived-unused",
    "source-empty", "source-encoding", "source-known", "source-language", "source-line",
    "source-markup", "source-missing", "source-name", "source-number", "source-office",
    "source-paragraph-lost", "source-quotation", "source-speaker", "source-too-large",
    "source-unknown", "strings-differ", "submission-empty", "submission-file", "submission-form",
    "submission-value", "text-markup", "text-mojibake", "value-form", "value-kind", "value-long",
    "value-repeated", "value-unknown", "wording-shared", "yaml-anchor", "yaml-depth",
    "yaml-duplicate-key", "yaml-key", "yaml-not-a-mapping", "yaml-syntax", "yaml-tag",
]  # fmt: skip
"""The ids of what is found while files, sources and submissions are read and written: all errors.

The other rules are declared where they are written, with `rule`; `check.rules.LEVELS` has both.
"""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file, with its place, its rule and what to do."""

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
    level: str = ERROR

    def __str__(self) -> str:
        message = _on_one_line(self.message)
        text = f"{self.path}:{self.line}: {self.level}: {message}  [{self.rule}]"
        return f"{text}\n  hint: {_on_one_line(self.hint)}" if self.hint else text


class Located(Protocol):
    """What every record has: where it was read."""

    @property
    def path(self) -> str: ...
    @property
    def lines(self) -> Mapping[str, int]: ...


def line_of(entry: Located, place: str) -> int:
    """The line of a value by its place in the file, `roles.0.source`; 1 where it has none."""
    return entry.lines.get(place, 1)


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that keep content from being published."""
    return tuple(problem for problem in problems if problem.level == ERROR)


def _on_one_line(text: str) -> str:
    """`text` as a terminal can be trusted with it: a value may hold anything."""
    return printable(text)[:600]


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known value, or says where they are; may be empty."""
    close = get_close_matches(value, list(known), n=1, cutoff=0.6)
    return say("did you mean '{value}'?", value=close[0]) if close else ""


def unknown(kind: str, id: str) -> Message:
    """What is said of a reference that leads nowhere."""
    known = _UNKNOWN.get(kind)
    return known(id) if known else say("unknown id '{id}' of the kind '{kind}'", id=id, kind=kind)


def unknown_rule(kind: str) -> ReadingRule:
    """The id of the rule it breaks: one for each kind that has a message of its own."""
    rule = f"{kind}-unknown" if kind in _UNKNOWN else "entry-unknown"
    return cast(ReadingRule, rule)  # a test holds the list to the kinds


_UNKNOWN: Mapping[str, Callable[[str], Message]] = {
    "article": lambda id: say("unknown article '{id}'", id=id),
    "event": lambda id: say("unknown event '{id}'", id=id),
    "figure": lambda id: say("unknown figure '{id}'", id=id),
    "organisation": lambda id: say("unknown organisation '{id}'", id=id),
    "participant": lambda id: say("unknown participant '{id}'", id=id),
    "place": lambda id: say("unknown place '{id}'", id=id),
    "source": lambda id: say("unknown source '{id}'", id=id),
}
UNKNOWN_RULES = (*(f"{kind}-unknown" for kind in _UNKNOWN), "entry-unknown")
"""The ids of all rules that a reference may break."""
