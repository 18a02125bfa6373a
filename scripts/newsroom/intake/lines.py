"""A source as lines: what stays, and what is taken off with the reason why."""

import re
from dataclasses import dataclass, replace
from functools import cache

from newsroom.record.cues import Cues, LineRule
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.date_words import fold_signs
from newsroom.text.messages import say
from newsroom.text.persian import fold_name

_PLACES = {
    "{number}": r"[0-9][0-9.,٬]*",
    "{date}": r"(?P<date>.{3,80}?)",
    "{any}": r"(?P<any>.{0,200}?)",
}
_SPACES = re.compile(r"\s+")
REPEATED = say("repeated")
"""Why a line goes that stands a second time."""
_HEAD = 8
"""Lines on top in which a title is sought."""
_BETWEEN = re.compile(r"[\s\-،,:|()/]*(?:ساعت|at)?[\s\-،,:|()/]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, or a block of a page."""

    number: int
    """Where it stands in the source, from 1."""
    text: str
    kind: str = ""
    """`heading` where the source marks it as one."""
    removed: str = ""
    """Why it is no part of the article; empty for what stays."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read off the lines that went: each with its line."""

    published: tuple[tuple[int, FoundDate], ...] = ()
    viewed: tuple[tuple[int, FoundDate], ...] = ()
    publisher: tuple[tuple[int, str], ...] = ()


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text that hold anything."""
    return tuple(
        Line(number, line.strip())
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )


def take_off(lines: tuple[Line, ...], cues: Cues) -> tuple[tuple[Line, ...], Taken]:
    """The lines with those marked removed that a rule knows, and what was read off them."""
    rules = [(rule, _expression(rule)) for rule in cues.lines]
    marked: list[Line] = []
    dates: dict[str, list[tuple[int, FoundDate]]] = {"published": [], "viewed": []}
    publishers: list[tuple[int, str]] = []
    for line in lines:
        found = None if line.removed or len(line.text) > 300 else _rule_of(line, rules)
        if found:
            rule, value = found
            line = replace(line, removed=say("rule '{rule}'", rule=rule.line))
            if isinstance(value, FoundDate) and rule.takes in dates:
                dates[rule.takes].append((line.number, value))
            elif isinstance(value, str) and value and rule.takes == "publisher":
                publishers.append((line.number, value))
        marked.append(line)
    taken = Taken(tuple(dates["published"]), tuple(dates["viewed"]), tuple(publishers))
    return _without_repeats(marked), taken


@cache  # compiling the rules anew was a tenth of every import
def _expression(rule: LineRule) -> re.Pattern[str]:
    pattern = re.escape(_folded(rule.line))
    for place, expression in _PLACES.items():
        pattern = pattern.replace(re.escape(place), expression)
    return re.compile(pattern.replace(r"\ ", " ?") + r" ?[:.!…]?", re.IGNORECASE)


def _folded(text: str) -> str:
    return _SPACES.sub(" ", fold_signs(text)).strip()


def _rule_of(
    line: Line, rules: list[tuple[LineRule, re.Pattern[str]]]
) -> tuple[LineRule, FoundDate | str | None] | None:
    text = _folded(line.text)
    for rule, expression in rules:
        match = expression.fullmatch(text)
        if not match:
            continue
        groups = match.groupdict()
        if "date" not in groups:
            return rule, (line.text[-len(groups["any"]) :] if groups.get("any") else None)
        if date := _whole_date(groups["date"]):
            return rule, date
    return None


def _whole_date(text: str) -> FoundDate | None:
    """The date a text is and nothing else."""
    found = find_dates(text)
    rest = text
    for date in reversed(found):
        rest = rest[: date.start] + rest[date.end :]
    return found[0] if found and _BETWEEN.fullmatch(rest) else None


def _without_repeats(lines: list[Line]) -> tuple[Line, ...]:
    """A line from the head of a page that stands again, as titles do, goes the second time."""
    head = [line for line in lines if not line.removed][:_HEAD]
    titles = {
        fold_name(line.text): line.number
        for line in reversed(head)
        if len(line.text) <= 200 and len(line.text.split()) > 2 and line.text[-1] not in ".!?؟"
    }
    return tuple(
        replace(line, removed=REPEATED)
        if not line.removed and titles.get(fold_name(line.text), line.number) < line.number
        else line
        for line in lines
    )
