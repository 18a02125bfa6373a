"""Markdown text becomes a tree of blocks with lines.

Python-Markdown itself says what is a block, with the extensions and list processors of the site: a
second parser would have to repeat its rules. Its tree has no lines, but it has every line of text
exactly once, in order, and without the marks of the blocks around it. So the lines are found again
from top to bottom: the next text of the tree is the end of the next line of the source that has
nothing but such marks before it. That is exact, and costs a quarter of rendering a page.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from xml.etree import ElementTree as etree

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from newsroom.document import blocks
from newsroom.document.blocks import Block
from newsroom.document.origins import Source
from newsroom.document.parsers import References, block_parser
from newsroom.document.words import split_heading
from newsroom.text.positions import Positions

_DEFINED = re.compile(r"(?:[ >]|[-*+] |[0-9۰-۹٠-٩]{1,9}\. )*+\[([^\[\]]*)\]:")
_DELIMITERS = re.compile(r"[ >|:-]*-[ |:-]*")
_RULE = re.compile(r"(?:[ >]|[0-9۰-۹٠-٩]{1,9}\. |\+ )*+[-_* ]{3,}")
_UNDERLINE = re.compile(r"[ >]*+(?:=+|-+) *")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_CONTAINERS = {
    "ul": blocks.LIST,
    "ol": blocks.LIST,
    "li": blocks.ITEM,
    "blockquote": blocks.QUOTATION,
}


def parse_blocks(text: str, first_line: int = 0) -> tuple[Block, ...]:
    """The blocks of a text in the order of its lines, definitions and footnotes where they stand.

    `first_line` is the number of the first. Never raises; a text beyond the limits of the record
    takes long.
    """
    return _Parse(text, first_line).blocks()


def _html_start(text: str, html: str, done: int) -> int:
    """Where a block of HTML begins: at the margin, or in the line the one before ends in."""
    at = text.find(html, done)
    while at >= 0:
        margin = text.rfind("\n", 0, at) + 1
        if margin < done or (at - margin < 4 and text[margin:at].isspace()) or margin == at:
            return at
        at = text.find(html, at + 1)
    return done


class _Parse:
    """One text on its way through the parser."""

    def __init__(self, text: str, first_line: int) -> None:
        self._md, self._footnotes = block_parser()
        self._md.reset()
        self._references = References()
        self._md.references = self._references
        # Empty lines in front mean nothing to the parser, and spare every block another number.
        text, self._first = "\n" * first_line + text, first_line
        self._lines: list[str] = self._md.preprocessors["normalize_whitespace"].run([text])
        self._lines = self._lines[: text.count("\n") + 1]
        self._stashed: list[Block] = []
        """Code and HTML that the parser puts aside, by the number of its placeholder."""

    def blocks(self) -> tuple[Block, ...]:
        root = etree.Element("div")
        self._md.parser.parseChunk(root, "\n".join(self._without_html(*self._without_code())))
        trees = list(self._footnote_trees())
        taken = {at for block in self._stashed for at in range(block.line, block.end + 1)}
        starts = self._defined(taken)
        definitions = [*self._definitions(starts)]
        taken.update(at for one in definitions for at in range(one.line, one.end + 1))
        notes = [*self._notes(trees, starts, self._left(taken.union(*starts.values())))]
        taken.update(at for note in notes for at in range(note.line, note.end + 1))
        source = Source(self._lines, self._left(taken), self._first)
        found = [*self._children(root, source), *definitions, *notes]
        return tuple(sorted(found, key=lambda block: block.line))

    def _left(self, taken: Collection[int]) -> list[int]:
        """The lines that hold something and are not taken."""
        return [at for at, line in enumerate(self._lines) if line.strip() and at not in taken]

    def _without_code(self) -> tuple[list[str], list[int]]:
        """The lines with a placeholder for each fenced block, and where each line comes from."""
        text = "\n".join(self._lines)
        spots = Positions(text, 0)
        lines, origins, done, at = list[str](), list[int](), 0, 0
        while found := FencedBlockPreprocessor.FENCED_BLOCK_RE.search(text, at):
            at = found.end("attrs") if found["attrs"] else found.end()
            if found["attrs"] and get_attrs_and_remainder(found["attrs"])[1]:
                continue
            at = found.end()
            start, end = spots.line_at(found.start()), spots.line_at(found.end())
            code = Block(blocks.CODE, start, end, found["code"].removesuffix("\n"))
            lines += [*self._lines[done:start], "", self._put_aside(code), ""]
            origins += [*range(done, start), start, start, start]
            done = end + 1
        return [*lines, *self._lines[done:]], [*origins, *range(done, len(self._lines))]

    def _put_aside(self, block: Block) -> str:
        self._stashed.append(block)
        return self._md.htmlStash.store("")

    def _without_html(self, lines: list[str], origins: list[int]) -> list[str]:
        """The lines with a placeholder for each block of HTML."""
        count = len(self._stashed)
        text = "\n".join(lines)
        spots = Positions(text, 0)
        prepared: list[str] = self._md.preprocessors["html_block"].run([*lines, "", ""])
        done = self._first
        for raw in self._md.htmlStash.rawHtmlBlocks[count:]:
            html = str(raw).strip("\n")
            start = _html_start(text, html, done)
            done = start + len(html)
            line, end = (origins[spots.line_at(at)] for at in (start, max(start, done - 1)))
            self._stashed.append(Block(blocks.HTML, line, end, html))
        return prepared

    def _footnote_trees(self) -> Iterator[tuple[str, etree.Element]]:
        """The footnotes in the order they were written; those in footnotes are found last."""
        for label, text in self._footnotes.written:
            tree = etree.Element("div")
            self._md.parser.parseChunk(tree, text)
            yield label, tree

    def _defined(self, taken: Collection[int]) -> dict[str, list[int]]:
        """The lines that define each label, the last one first."""
        lines = defaultdict[str, list[int]](list)
        for at in range(len(self._lines) - 1, -1, -1):
            if at not in taken and (found := _DEFINED.match(self._lines[at])):
                lines[found[1].strip().lower()].append(at)
        return lines

    def _definitions(self, starts: Mapping[str, list[int]]) -> Iterator[Block]:
        for label, target in self._references.written:
            if left := starts.get(label):
                line = left.pop()
                is_below = target not in self._lines[line]
                written = _DEFINED.match(self._lines[line])
                name = written[1].strip() if written else label
                yield Block(blocks.DEFINITION, line, line + is_below, target, name=name)

    def _notes(
        self,
        trees: Iterable[tuple[str, etree.Element]],
        starts: Mapping[str, list[int]],
        lines: Sequence[int],
    ) -> Iterator[Block]:
        """The footnotes of the trees, each with those of `lines` that stand below its beginning."""
        for label, tree in trees:
            if left := starts.get(f"^{label}".strip().lower()):
                line = left.pop()
                source = Source(self._lines, [line, *lines[bisect_left(lines, line) :]], line)
                children = tuple(self._children(tree, source))
                yield Block(blocks.FOOTNOTE, line, source.last, children=children, name=label)

    def _children(self, parent: etree.Element, source: Source) -> Iterator[Block]:
        """The blocks of an element, in order."""
        if parent.tag == "li" and parent.text:
            yield from self._texts(blocks.PARAGRAPH, parent.text, source)
        for child in parent:
            yield from self._block(child, source)
            if child.tail and child.tail.strip():
                yield from self._texts(blocks.PARAGRAPH, child.tail, source)

    def _block(self, element: etree.Element, source: Source) -> Iterator[Block]:
        tag, text = element.tag, element.text or ""
        if tag == "summary" or element.get("class") == "admonition-title":
            if '"' in self._lines[source.last]:
                yield Block(blocks.TITLE, source.last, source.last, text)
        elif tag == "p":
            yield from self._texts(blocks.PARAGRAPH, text, source)
        elif tag in _HEADINGS:
            yield self._heading(int(tag[1]), text, source)
        elif tag == "pre":
            yield from self._texts(blocks.CODE, unescape(element[0].text or ""), source)
        elif tag == "hr":
            at = source.find(lambda at: bool(_RULE.fullmatch(self._lines[at])))
            yield Block(blocks.RULE, at, at)
        elif tag == "table":
            yield self._table(element, source)
        else:
            yield self._container(element, source)

    def _texts(self, kind: str, text: str, source: Source) -> Iterator[Block]:
        """The text of an element; placeholders in it are the blocks they stand for.

        A definition or the like that stood between two lines leaves an empty one.
        """
        lines = list[str]()
        first = -1
        for line in text.strip("\n").split("\n"):
            if found := HTML_PLACEHOLDER_RE.fullmatch(line.strip()):
                if lines:
                    yield Block(kind, first, source.last, "\n".join(lines))
                    lines, first = [], -1
                yield self._aside(int(found[1]), source)
            elif line.strip():
                at = source.find_text(line)
                first = at if first < 0 else first
                lines += [*[""] * (at - first - len(lines)), line]
        if lines:
            yield Block(kind, first, source.last, "\n".join(lines))

    def _aside(self, number: int, source: Source) -> Block:
        """What a placeholder stands for; the lines go on behind it."""
        block = self._stashed[number]
        source.last = max(source.last, block.end)
        return block

    def _heading(self, level: int, text: str, source: Source) -> Block:
        line = source.find_text(text)
        is_underlined = not source.marks_of(line).rstrip().endswith("#")
        if is_underlined and _UNDERLINE.fullmatch(self._lines[min(line + 1, len(self._lines) - 1)]):
            source.pass_over(line + 1)
        title, id = split_heading(text)
        return Block(blocks.HEADING, line, source.last, title, level=level, id=id)

    def _table(self, element: etree.Element, source: Source) -> Block:
        def is_head(at: int) -> bool:
            is_last = at + 1 == len(self._lines)
            return not is_last and bool(_DELIMITERS.fullmatch(self._lines[at + 1]))

        rows = list[Block]()
        for number, _ in enumerate(element.iter("tr")):
            line = source.find(is_head) if number == 0 else source.find(lambda _: True)
            rows.append(Block(blocks.ROW, line, line, self._lines[line].strip(" >")))
            if number == 0:
                source.pass_over(line + 1)
        return Block(blocks.TABLE, rows[0].line, source.last, children=tuple(rows))

    def _container(self, element: etree.Element, source: Source) -> Block:
        """A block that holds others."""
        kind, name = _CONTAINERS.get(element.tag, blocks.ADMONITION), ""
        line = -1
        if kind == blocks.ADMONITION:
            line = source.find_head()
            name = element.get("class", "").removeprefix("admonition ")
        children = tuple(self._children(element, source))
        if not children and line < 0:
            line = source.find_empty()
        elif line < 0:
            line = children[0].line
        name = element.tag if kind == blocks.LIST else name
        end = max(source.last, line) if children else line
        return Block(kind, line, end, children=children, name=name)
