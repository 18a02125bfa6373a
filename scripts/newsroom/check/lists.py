"""Lists that are none, and paragraphs that become one.

Markdown takes a paragraph that begins with a number and a full stop for a list, and no list where
no empty line is before it or where the marks are not its own: such lines run on as one paragraph.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.check.rule import FILE, rule
from newsroom.document.blocks import PARAGRAPH, Block
from newsroom.document.document import Document
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.text.list_marks import kind_of

_OWN, _COUNT = {"bullet", "number"}, {"number", "counted"}
_BREAK = ("  ", "\\")
"""How a line ends that is to stay one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines of one paragraph that begin like the items of a list."""

    kind: str
    lines: tuple[int, ...]
    """Of the file."""
    marks: tuple[str, ...]
    """What stands before their text."""


@rule(FILE, warning="paragraph-number", apart=True)
def paragraph_number(catalogue: Catalogue) -> Iterator[Problem]:
    """A paragraph that begins with a year and a stop becomes a list. A warning: it may be one."""
    for page in catalogue.pages.values():
        for item in _lone_items(page.document):
            number = _number(page.document.source_of(item))
            if len(number) not in (3, 4):
                continue
            message = say(
                "a paragraph that begins with '{number}.' becomes the item of a list", number=number
            )
            hint = say("for a year, write `{number}\\.`, or begin with a word", number=number)
            yield paragraph_number.problem(page.path, item.line, message, hint)


@rule(FILE, warning="list-marks", apart=True)
def list_marks(catalogue: Catalogue) -> Iterator[Problem]:
    """Lines that look like a list and run on as one paragraph. A warning: they may be verse."""
    for page in catalogue.pages.values():
        for found in marked_lines(page):
            message = say(
                "{count} lines beginning like '{mark}' are not a list and run together as "
                "one paragraph",
                count=len(found.lines),
                mark=found.marks[0].strip(),
            )
            hint = (
                say("put a blank line before the first one")
                if found.kind in _OWN
                else say("begin them with `- ` or `1. `, after a blank line")
            )
            yield list_marks.problem(page.path, found.lines[0], message, hint)


def marked_lines(page: Page) -> Iterator[Marked]:
    """The lines of the page that begin like items and are none, by paragraph and mark."""
    for block in page.document.walk():
        found: dict[str, list[tuple[int, str]]] = {}
        before = ""
        for number, line in enumerate(block.text.split("\n"), block.line):
            kind, mark = kind_of(line)
            if block.kind == PARAGRAPH and kind and not before.endswith(_BREAK):
                found.setdefault(kind, []).append((number, mark))
            before = line
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
        if not _is_in_turn(found):
            continue
        for at, mark in zip(found.lines, found.marks, strict=True):
            lines[at - 1] = lines[at - 1].replace(mark, _as_item(found.kind, mark), 1)
        first = found.lines[0] - 1
        if first and lines[first - 1].strip(" \t>"):
            before, mark, _ = lines[first].partition(">")
            lines.insert(first, "" if before.strip(" \t") else before + mark)
    return "\n".join(lines)


def _number(source: str) -> str:
    """The number an item of a list is written with, behind the marks of what it stands in."""
    mark = source.partition(".")[0].rpartition("]:")[2].strip(" \t>-*+")
    return mark if mark.isdecimal() else ""


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


def _lone_items(document: Document) -> Iterator[Block]:
    """The items of numbered lists with an empty line, or nothing, on either side."""
    for block in document.walk():
        if block.name == "ol":
            ends = [-1, *(item.end for item in block.children)]
            starts = [*(item.line for item in block.children), sys.maxsize]
            for at, item in enumerate(block.children):
                if item.line > ends[at] + 1 and starts[at + 1] > item.end + 1:
                    yield item
