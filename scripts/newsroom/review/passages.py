"""A page as it is compared: sections, and in them blocks, each with its line.

Read from the Markdown as it stands, not as it is rendered, since what is reported must name a line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsroom.record.articles import Page, split_heading
from newsroom.record.sections import HEAD, LEAD
from newsroom.text.matching import changes
from newsroom.text.positions import Positions

_HEADING = re.compile(r"#{1,6}[ \t]+.*")
_END = "\x00"
"""Stands behind the last line of a text."""
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([a-z]+)")
_ITEM = re.compile(r" {0,3}(?:[-*+]|[0-9۰-۹]{1,4}[.)])[ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:")
_UNSAID = re.compile(
    r"(?<=\])\([^)\n]{0,2000}+\)"  # where a link leads
    r"|(?<=\])\[[^\]\n]*\]"
    r"|\[\^[^\[\]\n]+\]:?"
    r"|<[^<>\n]*>"
    r"|https?://[^\s)>]+"
    r"|\{[^{}\n]*\}"
    r"|^ {0,3}\[[^\]\n]+\]:.*$",
    re.MULTILINE,
)
_COUNT = re.compile(r"^[ \t]*([0-9۰-۹]{1,4})[.)](?=[ \t])", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """What stands between two empty lines; a note or a list as a whole."""

    kind: str
    """`paragraph`, `heading`, `list`, `quotation`, `table`, `footnote`; `note:` and the kind of a
    note."""
    line: int
    text: str
    """As it was written; code is blank."""

    @property
    def words(self) -> str:
        """The text with blanks for what a reader does not see, sign for sign.

        A list that begins with 1 is only counted; the numbers of another are told, as those of
        "1402. In that year …", which Markdown takes for one.
        """
        if not any(sign in self.text for sign in "[{</:.)"):
            return self.text
        text = _UNSAID.sub(lambda found: " " * len(found[0]), self.text)
        first = _COUNT.match(text)
        if first and self.kind == "list" and int(first[1]) != 1:
            return text
        return _COUNT.sub(lambda found: " " * len(found[0]), text)

    def line_at(self, position: int) -> int:
        """The line a place of the text is in."""
        return self._positions.line_at(position)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.line)


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    """That of its heading, or `HEAD` or `LEAD`, as a translation records it."""
    line: int
    blocks: tuple[Block, ...]


BlockPair = tuple[Block | None, Block | None]
"""What stands beside each other in two languages; `None` where one says nothing."""


def sections_of(page: Page) -> tuple[Section, ...]:
    """The sections of a page in order: title and summary, what comes before a heading, the rest."""
    title, summary = page.lines.get("title", 1), page.lines.get("summary", 1)
    front = Block("title", title, page.title), Block("summary", summary, page.summary)
    sections = [Section(HEAD, title, front)]
    id, line, blocks = LEAD, page.body_line, list[Block]()
    for block in _blocks(page):
        if block.kind == "heading":
            sections.append(Section(id, line, tuple(blocks)))
            heading, named = split_heading(block.text)
            id, line, blocks = named or heading, block.line, []
        blocks.append(block)
    return *sections, Section(id, line, tuple(blocks))


def pair_blocks(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[BlockPair]:
    """The blocks of a section side by side, the n-th and the n-th where the kinds are the same."""
    kinds = [block.kind for block in ours], [block.kind for block in theirs]
    at = other = 0
    for start, end, other_start, other_end in changes(*kinds):
        yield from zip(ours[at:start], theirs[other:other_start], strict=True)
        yield from ((block, None) for block in ours[start:end])
        yield from ((None, block) for block in theirs[other_start:other_end])
        at, other = end, other_end
    yield from zip(ours[at:], theirs[other:], strict=True)


def items_of(block: Block) -> int:
    """How many items a list has at its outer level."""
    return sum(bool(_ITEM.match(line)) for line in block.text.split("\n"))


def _blocks(page: Page) -> Iterator[Block]:
    """The blocks of the body in order; what is indented belongs to the one before."""
    start, lines = 0, list[str]()
    for number, line in enumerate([*page.prose.split("\n"), _END]):
        if lines and line.strip() and _begins_another(lines, line):
            yield _block(page.body_line + start, lines)
            lines = []
        if lines or line.strip():
            start = start if lines else number
            lines.append(line)


def _begins_another(lines: Sequence[str], line: str) -> bool:
    """Whether a line begins a block of its own behind the ones given."""
    if _HEADING.fullmatch(line) or _HEADING.fullmatch(lines[-1]):
        return True
    if lines[-1].strip():
        return line == _END
    is_held = any(form.match(lines[0]) for form in (_NOTE, _FOOTNOTE, _ITEM))
    is_within = is_held and line.startswith(("    ", "\t"))
    return not is_within and not (_ITEM.match(lines[0]) and _ITEM.match(line))


def _block(line: int, lines: Sequence[str]) -> Block:
    text = "\n".join(lines).rstrip()
    first = lines[0]
    if _HEADING.fullmatch(first):
        return Block("heading", line, text)
    if note := _NOTE.match(first):
        return Block(f"note:{note[1]}", line, text)
    for kind, form in (("list", _ITEM), ("footnote", _FOOTNOTE)):
        if form.match(first):
            return Block(kind, line, text)
    mark = first.lstrip()[:1]
    return Block({">": "quotation", "|": "table"}.get(mark, "paragraph"), line, text)
