"""Python-Markdown as the site has it.

Every footnote and definition is kept, and numbers of either script make lists: «۱۴۰۲. در این سال …»
is one that begins with 1402.
"""

import re
from functools import cache
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor

from newsroom.document.plain import register_plain

EXTENSIONS = ("admonition", "attr_list", "pymdownx.details", "toc", "tables", "fenced_code")
"""Those of the settings and of MkDocs, besides footnotes."""
_ITEM = re.compile(r" {0,3}(([0-9۰-۹٠-٩]{1,9})\.) +(.*)")
"""An item, as CommonMark has it: of a number of more digits a browser would make nothing."""


class Footnotes(FootnoteExtension):
    """Footnotes, with every one that was written, also where two have one label."""

    written: list[tuple[str, str]]

    def reset(self) -> None:
        """Forget the footnotes of the text before."""
        super().reset()
        self.written = []

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802  (Python-Markdown's name)
        """Keep a footnote by its label."""
        super().setFootnote(id, text)
        self.written.append((id, text))


class References(dict[str, tuple[str, str]]):
    """Definitions of links, with every one that was written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[tuple[str, str]] = []

    def __setitem__(self, label: str, value: tuple[str, str]) -> None:
        super().__setitem__(label, value)
        self.written.append((label, value[0]))


@cache  # making a parser takes as long as parsing a page
def block_parser() -> tuple[Markdown, Footnotes]:
    """The one parser of blocks, to be reset before each text, and its footnotes."""
    footnotes = Footnotes()
    md = Markdown(extensions=[*EXTENSIONS, footnotes])
    register_lists(md)
    register_plain(md)
    return md, footnotes


def register_lists(md: Markdown) -> None:
    """Put lists of bullets and of numbers, in either script, in place of the parser's own."""
    md.parser.blockprocessors.register(_OrderedLists(md.parser), "olist", 40)
    md.parser.blockprocessors.register(SaneUListProcessor(md.parser), "ulist", 30)


class _OrderedLists(SaneOListProcessor):
    """Lists of numbers alone, each item with its number as `value` until the tree is finished.

    The parser's own reads the number of the first item, as it is written, which browsers do not
    understand in Persian; and it lets a number go on a list of bullets, where it would be lost.
    """

    LAZY_OL = True  # `start` is written when the tree is finished

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = self.CHILD_RE = _ITEM

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        numbers = [int(item[2]) for item in map(_ITEM.match, blocks[0].split("\n")) if item]
        super().run(parent, blocks)
        last = self.lastChild(parent)
        ordered = parent if parent.tag in ("ol", "ul") or last is None else last
        if ordered.tag == "ol":
            for item, number in zip(ordered[-len(numbers) :], numbers, strict=True):
                item.set("value", str(number))
