"""Plain text, for which Python-Markdown need not try every rule.

Most paragraphs begin with a letter and have no sign of Markdown in them, and the parser looks in
each for fifteen kinds of block and sixteen kinds of inline markup. What is certain to be none of
these is let past them. The signs are those of known rules only: with any other extension the parser
tries everything.
"""

import re
from functools import cached_property
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, Registry

_NAME = "newsroom-plain"
_BLOCKS = (
    "empty indent code hashheader setextheader hr olist ulist quote reference paragraph"
    " footnote table admonition details"
).split()
"""What begins a block with a letter is a paragraph, or a table, which has a `|`."""
_INLINE = (
    "backtick escape reference link image_link image_reference short_reference short_image_ref"
    " autolink automail linebreak html entity not_strong em_strong em_strong2 footnote"
).split()
"""None of them is without one of the signs."""

_PARAGRAPH = re.compile(r"[^\W\d_][^\n|]*+(?:\n[^\W\d_][^\n|]*+)*+")
_SIGNS = re.compile(r"[\x02\\`\[<&*_]|  \n")


def register_plain(md: Markdown) -> None:
    """Let plain paragraphs and plain texts past the rules of a parser."""
    md.parser.blockprocessors.register(_PlainParagraphs(md.parser), _NAME, 1000)
    # Before the inline rules (20).
    md.treeprocessors.register(_PlainTexts(md), _NAME, 21)


class _PlainParagraphs(ParagraphProcessor):
    def test(self, parent: etree.Element, block: str) -> bool:
        if not self._is_known or self.parser.state.isstate("list"):
            return False
        return _PARAGRAPH.fullmatch(block) is not None

    @cached_property
    def _is_known(self) -> bool:
        return _has_only(self.parser.blockprocessors, [*_BLOCKS, _NAME])


class _PlainTexts(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        if self._is_known:
            for element in root.iter():
                if element.text and not _SIGNS.search(element.text):
                    element.text = AtomicString(element.text)

    @cached_property
    def _is_known(self) -> bool:
        return _has_only(self.md.inlinePatterns, _INLINE)


def _has_only(rules: Registry[Any], names: list[str]) -> bool:
    """Whether every rule has one of the names; a registry does not tell those it has."""
    return len(rules) == sum(name in rules for name in names)
