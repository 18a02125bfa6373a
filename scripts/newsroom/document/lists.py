"""Lists of numbers, as the site has them: «۱۴۰۲. در این سال …» is a list that begins with 1402."""

import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor

_ITEM = re.compile(r" {0,3}(([0-9۰-۹٠-٩]{1,9})\.) +(.*)")
"""An item, as CommonMark has it: of a number of more digits a browser would make nothing."""


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
