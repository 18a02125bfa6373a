"""A page as it was written: its blocks, its headings, its prose and where its links lead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.document.blocks import CODE, DEFINITION, FOOTNOTE, HEADING, HTML, Block
from newsroom.document.links import Link, footnote_marks, links_in
from newsroom.document.parsing import parse_blocks
from newsroom.text.positions import Positions

_CODE = re.compile(r"(?<![`\\])(`{1,3})(?!`).{0,1000}?(?<!`)\1(?!`)", re.DOTALL)
_ANY = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Document:
    """A text in Markdown, parsed once."""

    text: str
    first_line: int
    """The line of the file the text begins on."""
    blocks: tuple[Block, ...]
    """Those that stand in no other, in the order of their lines."""

    def walk(self) -> Iterator[Block]:
        """Yield every block, each before those it holds."""
        for block in self.blocks:
            yield from block.walk()

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """Those in quotations, lists, admonitions and footnotes, too."""
        return tuple(block for block in self.walk() if block.kind == HEADING)

    @cached_property
    def sections(self) -> tuple["Section", ...]:
        """What stands before the first heading, which may be nothing, and under each one."""
        sections, heading, blocks = list[Section](), None, list[Block]()
        for block in self.blocks:
            for part in _opened(block):
                if part.kind == HEADING:
                    sections.append(Section(heading, tuple(blocks)))
                    heading, blocks = part, []
                blocks.append(part)
        return *sections, Section(heading, tuple(blocks))

    @cached_property
    def prose(self) -> str:
        """The text with blanks for code, character for character."""
        if "`" not in self.text and not any(block.kind == CODE for block in self.walk()):
            return self.text
        lines = self.text.split("\n")
        for block in self.walk():
            if block.kind != CODE and (block.kind == HTML or "`" not in block.text):
                continue
            span = slice(block.line - self.first_line, block.end + 1 - self.first_line)
            form = _ANY if block.kind == CODE else _CODE
            lines[span] = form.sub(_blank, "\n".join(lines[span])).split("\n")
        return "\n".join(lines)

    def source_of(self, block: Block) -> str:
        """The lines of the prose a block is from, with the marks of the blocks around it."""
        return "\n".join(
            self._lines[block.line - self.first_line : block.end + 1 - self.first_line]
        )

    def text_of(self, section: "Section") -> str:
        """A section as it was written, below its heading."""
        below = [block for block in section.blocks if block is not section.heading]
        if not below:
            return ""
        start, end = below[0].line - self.first_line, below[-1].end + 1 - self.first_line
        return "\n".join(self.text.split("\n")[start:end])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links and images of the prose in the order of the page, in Markdown and in HTML."""
        return tuple(links_in(self.prose, self.text))

    @cached_property
    def definitions(self) -> tuple[Block, ...]:
        """The definitions of links, `[name]: target`, in the order of the page."""
        return tuple(block for block in self.walk() if block.kind == DEFINITION)

    @cached_property
    def footnotes(self) -> tuple[Block, ...]:
        """What `[^label]` refers to, in the order of the page."""
        return tuple(block for block in self.walk() if block.kind == FOOTNOTE)

    @cached_property
    def footnote_marks(self) -> tuple[tuple[int, str], ...]:
        """Where the prose refers to footnotes, with the label of each."""
        return tuple(footnote_marks(self.prose))

    @cached_property
    def targets(self) -> tuple[tuple[int, str], ...]:
        """Where the links, images and definitions lead, as written, each with its line."""
        found = [(self.line_at(it.position), it.target) for it in self.links if not it.label]
        return tuple(sorted([*found, *((it.line, it.text) for it in self.definitions)]))

    def target_of(self, label: str) -> str:
        """Where the links with a label lead; empty if it is not defined."""
        return self._targets.get(" ".join(label.lower().split()), "")

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        return {" ".join(it.name.lower().split()): it.text for it in self.definitions}

    def line_at(self, position: int) -> int:
        """The line of the file a position of the text, or of the prose, lies on."""
        return self._positions.line_at(position)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.first_line)

    @cached_property
    def _lines(self) -> list[str]:
        return self.prose.split("\n")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading, up to the next one of any level."""

    heading: Block | None
    """`None` before the first one."""
    blocks: tuple[Block, ...]
    """The heading first. A block that holds a heading is not among them, but what it holds is."""


def parse(text: str, first_line: int = 1) -> Document:
    """The document of a text that begins on a line of its file."""
    return Document(text, first_line, parse_blocks(text, first_line))


def _opened(block: Block) -> Iterator[Block]:
    """The block, or what it holds where there is a heading in it."""
    if block.kind != HEADING and any(it.kind == HEADING for it in block.walk()):
        for child in block.children:
            yield from _opened(child)
    else:
        yield block


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0])
