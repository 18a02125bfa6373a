"""Lists that are none, and paragraphs that become one.

Markdown takes a paragraph that begins with a number and a full stop for a list, and no list where
no empty line is before it or where the marks are not its own: such lines run on as one paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import WARNING, Problem, say
from newsroom.text.list_marks import kind_of

_DIGITS = "0-9۰-۹٠-٩"
_FRONT = r"[ \t>]*"
_YEAR = re.compile(
    rf"{_FRONT}(?:[-*+][ \t]+|\[\^[^\]\n]+\]:[ \t]*)?([{_DIGITS}]{{3,4}})\.[ \t]+(?=\S)"
)
_ITEM = re.compile(rf"{_FRONT}(?:[-*+]|[{_DIGITS}]{{1,9}}\.)[ \t]")
_OWN, _COUNT = {"bullet", "number"}, {"number", "counted"}
_NO_PARAGRAPH = re.compile(r"[ \t]*(?:\||#{1,6}[ \t]|<[A-Za-z!/]|!!!|\?\?\?|\[\^?[^\]\n]+\]:)")
_RULED = re.compile(r"[ \t]*:?-[-:| \t]*\|[-:| \t]*")
_BREAK = ("  ", "\\")
"""How a line ends that is to stay one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines of one paragraph that begin like the items of a list."""

    kind: str
    lines: tuple[int, ...]
    """Counted from the first line of the body, which is 0."""
    marks: tuple[str, ...]
    """What stands before their text."""


def paragraph_number(catalogue: Catalogue) -> Iterator[Problem]:
    """A paragraph that begins with a year and a stop becomes a list. A warning: it may be one."""
    for page in catalogue.pages.values():
        for block in _blocks(page):
            found = _YEAR.match(block[0][1])
            if not found or any(_YEAR.match(line) for _, line in block[1:]):
                continue
            message = say(
                "a paragraph that begins with '{number}.' becomes the item of a list",
                number=found[1],
            )
            hint = say("for a year, write `{number}\\.`, or let a word begin it", number=found[1])
            line = page.body_line + block[0][0]
            yield Problem(page.path, line, "paragraph-number", message, hint, WARNING)


def list_marks(catalogue: Catalogue) -> Iterator[Problem]:
    """Lines that look like a list and run on as one paragraph. A warning: they may be verse."""
    for page in catalogue.pages.values():
        for found in marked_lines(page):
            message = say(
                "{count} lines that begin like '{mark}' are no list and run on as one paragraph",
                count=len(found.lines),
                mark=found.marks[0].strip(),
            )
            hint = (
                say("put an empty line before the first one")
                if found.kind in _OWN
                else say("begin them with `- ` or `1. `, behind an empty line")
            )
            line = page.body_line + found.lines[0]
            yield Problem(page.path, line, "list-marks", message, hint, WARNING)


def marked_lines(page: Page) -> Iterator[Marked]:
    """The lines of the page that begin like items and are none, by paragraph and mark."""
    for block in _blocks(page):
        first = block[0][1]
        if _NO_PARAGRAPH.match(first) or any(_RULED.fullmatch(line) for _, line in block):
            continue
        is_list, own = bool(_ITEM.match(first)), kind_of(first)[0]
        found: dict[str, list[tuple[int, str]]] = {}
        before = ""
        for number, line in block:
            kind, mark = kind_of(line)
            is_nested = is_list and line[:1] in " \t" and kind in _OWN
            is_kept = before.endswith(_BREAK)
            before = line
            if kind and not is_nested and not is_kept and not (is_list and kind == own):
                found.setdefault(kind, []).append((number, mark))
        for kind, marked in found.items():
            if len(marked) > 1:
                lines, marks = zip(*marked, strict=True)
                yield Marked(kind, lines, marks)


def with_lists(text: str, page: Page) -> str:
    """The file of a page with its lines of marks as the lists they are meant to be.

    What may be speech or verse, behind dashes, and letters, which Markdown does not count by, are
    left alone, and so are numbers out of turn.
    """
    lines = text.split("\n")
    for found in reversed([it for it in marked_lines(page) if it.kind not in ("dash", "letter")]):
        start = page.body_line - 1
        if not _is_in_turn(found):
            continue
        for at, mark in zip(found.lines, found.marks, strict=True):
            lines[start + at] = lines[start + at].replace(mark, _as_item(found.kind, mark), 1)
        first = start + found.lines[0]
        if first and lines[first - 1].strip(" \t>"):
            quoted = re.match(r"[ \t]*>?", lines[first])
            lines.insert(first, quoted[0].rstrip() if quoted else "")
    return "\n".join(lines)


def _is_in_turn(found: Marked) -> bool:
    """Whether numbers follow upon each other, so that a list of them says the same."""
    if found.kind not in _COUNT:
        return True
    numbers = [int("".join(filter(str.isdigit, mark))) for mark in found.marks]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _as_item(kind: str, mark: str) -> str:
    if kind == "sign":
        return "- "
    return f"{''.join(filter(str.isdigit, mark))}. " if kind == "counted" else mark


def _blocks(page: Page) -> Iterator[Sequence[tuple[int, str]]]:
    """The lines between two empty ones, each with its number."""
    lines = enumerate(page.document.prose.split("\n"))
    for is_empty, block in groupby(lines, key=lambda line: not line[1].strip(" \t>")):
        if not is_empty:
            yield list(block)
