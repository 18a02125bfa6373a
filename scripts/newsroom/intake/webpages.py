"""A saved web page as lines: every visible block, in order, with what frames it marked.

lxml reads the page as browsers do. All visible text becomes lines; what is part of the frame (see
`frames` and `data/intake.yml`) is marked removed and listed. That no letter was lost is checked at
the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml import etree, html

from newsroom.intake.frames import Frames
from newsroom.intake.inline import (
    GAP,
    number_apart,
    shown,
    spaced,
    stands_apart,
    without_ours,
)
from newsroom.intake.lines import Line
from newsroom.intake.page_elements import (
    BLOCKS,
    HEADINGS,
    INVISIBLE,
    list_mark,
    names_of,
    text_of,
)
from newsroom.intake.page_heads import PageHead, read_head
from newsroom.record.documents import ParseContext
from newsroom.record.import_rules import ImportRules
from newsroom.record.problems import say

_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)\b[^>]*>", re.IGNORECASE
)
_BEFORE_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->|<(style|script|svg|noscript)\b.*?</\1\s*>|<\?.*?\?>|<(?:link|base)\b[^>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_DEPTH = 200
_KINDS = {
    "li": "item", "td": "row", "th": "row", "figcaption": "caption", "caption": "caption",
    "blockquote": "quote", "address": "byline", "pre": "verse",
}  # fmt: skip
"""Elements in which nothing is a heading."""
_ITEMS = {"description": "deck", "author": "byline"}
_BOLD = frozenset("b strong".split())
_CHANGED = frozenset("updated modified".split())
"""Classes of the `<time>` of a change."""
_RAISED = frozenset("sup sub del s strike ins".split())


@dataclass(frozen=True, slots=True)
class Shown:
    """What an editor is told of a page besides its text: a link, a picture, a quotation."""

    line: int
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A saved page as it is shown, line by line, and what its head says of it."""

    lines: tuple[Line, ...]
    head: PageHead
    links: tuple[Shown, ...] = ()
    pictures: tuple[Shown, ...] = ()
    quotations: tuple[Shown, ...] = ()
    stamps: tuple[str, ...] = ()
    """Of the `<time>` beside the headline."""


def is_web_page(text: str) -> bool:
    """Whether a text is markup; styles and scripts before it, however long, are passed over."""
    start = 0
    while match := _BEFORE_MARKUP.match(text, start):
        start = match.end()
    return _MARKUP.search(text, start, start + 5000) is not None


def read_web_page(text: str, import_rules: ImportRules, context: ParseContext) -> WebPage | None:
    """The lines of a page; `None` with the reason reported."""
    root = _parse(text, context)
    if root is None:
        return None
    head = read_head(root, text)
    frames = Frames(root, import_rules, head.titles)
    walk = _Walk(root, import_rules, frames)
    lines = walk.lines()
    if _letters(root) != "".join(_bare(line.text) for line in lines):
        message = say("a paragraph of the page would be lost")
        context.report(1, "source-paragraph-lost", message, say("save the article as text"))
        return None
    article = [element for element in root.iter() if frames.holds(element)]
    base = _base(root, head)
    return WebPage(
        tuple(
            replace(line, text=("" if line.removed else walk.marks.get(at, "")) + shown(line.text))
            for at, line in enumerate(lines)
        ),
        head,
        tuple(_links(article, base)),
        tuple(_pictures(article, base)),
        tuple(_quotations(article)),
        tuple(_stamps(article)),
    )


def _parse(text: str, context: ParseContext) -> html.HtmlElement | None:
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        plain = without_ours(text).encode("utf-8", "replace")
        root = html.document_fromstring(plain, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        message = say("the HTML cannot be read")
        context.report(1, "source-markup", message, say("save the page again, or as text"))
        return None
    if any("depth" in error.message.lower() for error in parser.error_log):
        message = say("nested deeper than {most} elements", most=_MAX_DEPTH)
        context.report(1, "source-markup", message, say("save the article as text"))
        return None
    return root


class _Walk:
    """Goes through a page once and breaks its text into blocks."""

    def __init__(self, root: html.HtmlElement, import_rules: ImportRules, frames: Frames) -> None:
        self._root, self._frames = root, frames
        named = {
            "deck": import_rules.decks,
            "kicker": import_rules.kickers,
            "byline": import_rules.bylines,
            "meta": import_rules.metas,
            "caption": import_rules.captions,
            "verse": import_rules.verses,
        }
        self._named = {word: kind for kind, words in named.items() for word in words}
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._is_solid = False
        """Inside a headline or a row of a table nothing breaks the line."""
        self._mark = ""
        self._counts: dict[html.HtmlElement, int] = {}
        self.marks: dict[int, str] = {}
        """What stands before an item of a list, by the index of its line."""

    def lines(self) -> list[Line]:
        """The blocks of the page in order, each with its kind and why it is no part of the text."""
        self._visit(self._root, "", "")
        return self._lines

    def _visit(self, element: html.HtmlElement, why: str, kind: str) -> None:
        if not isinstance(element.tag, str) or element.tag in INVISIBLE:
            return
        inside = why or self._frames.why(element)
        is_whole = element is self._frames.headline or _is_row(element)
        is_apart = is_whole or element.tag in BLOCKS or inside != why
        breaks = is_apart and not self._is_solid
        own = self._kind_of(element, kind)
        if breaks:
            self._flush(element, why, kind)
            self._mark = list_mark(element, self._counts) or self._mark
        was_solid, self._is_solid = self._is_solid, self._is_solid or is_whole
        self._read(element, inside, own, is_apart and not breaks)
        self._is_solid = was_solid
        if breaks:
            self._flush(element, inside, "heading" if _is_heading(element, own) else own)

    def _read(self, element: html.HtmlElement, why: str, kind: str, is_glued: bool) -> None:
        """Takes the text of an element and of those in it; a block in a solid line stands apart."""
        if is_glued:
            self._parts.append(spaced(element, bool("".join(self._parts).strip())))
        self._parts.append(element.text or "")
        for child in element:
            if stands_apart(child):
                self._parts.append(GAP)
            if child.tag in _RAISED:
                self._parts.append(number_apart("".join(self._parts[-6:]), child))
            self._visit(child, why, kind)
            tail = child.tail or ""
            if child.tag in _RAISED:
                self._parts.append(number_apart("".join(self._parts[-6:]), child, tail))
            self._parts.append(tail)

    def _kind_of(self, element: html.HtmlElement, kind: str) -> str:
        """What an element makes of the lines in it; the inner says it better."""
        if element is self._frames.headline:
            return "title"
        if own := _KINDS.get(element.tag):
            return own
        if item := _ITEMS.get(element.get("itemprop", "").lower()):
            return item
        words = (names[-1] for names in names_of(element) if names and "with" not in names)
        return next((self._named[word] for word in words if word in self._named), kind)

    def _flush(self, element: html.HtmlElement, why: str, kind: str = "") -> None:
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            if self._mark:
                self.marks[len(self._lines)] = self._mark
            self._mark = ""
            self._lines.append(Line(element.sourceline or 1, text, kind, why))


def _is_row(element: html.HtmlElement) -> bool:
    """Whether an element is a row of figures or names: its cells hold no blocks of text."""
    if element.tag != "tr":
        return False
    blocks = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "article", "section")
    return next(element.iter(*blocks), None) is None and len(text_of(element)) < 1000


def _is_heading(element: html.HtmlElement, kind: str) -> bool:
    """A heading is called one, or is a paragraph all in bold; no caption and no item is."""
    if kind:
        return False
    if element.tag in HEADINGS:
        return True
    if element.tag not in ("p", "div") or (element.text or "").strip() or len(element) != 1:
        return False
    return element[0].tag in _BOLD and not (element[0].tail or "").strip()


def _letters(root: html.HtmlElement) -> str:
    """Everything visible, without spaces; takes the invisible out of the page."""
    etree.strip_elements(root, *INVISIBLE, with_tail=False)
    return _bare("".join(root.itertext()))


def _bare(text: str) -> str:
    """A text without spaces and private characters."""
    return without_ours("".join(text.split()))


def _base(root: html.HtmlElement, head: PageHead) -> str:
    base = next((one.get("href") or "" for one in root.iter("base")), "")
    return base or head.address or ""


def _links(article: list[html.HtmlElement], base: str) -> Iterator[Shown]:
    for element in article:
        address = (element.get("href") or "").strip() if element.tag == "a" else ""
        if address and not address.lower().startswith(("#", "javascript:")):
            yield Shown(element.sourceline or 1, text_of(element)[:80], _absolute(address, base))


def _pictures(article: list[html.HtmlElement], base: str) -> Iterator[Shown]:
    for element in article:
        if element.tag not in ("img", "amp-img"):
            continue
        captions = (one for up in element.iterancestors("figure") for one in up.iter("figcaption"))
        caption = next(map(text_of, captions), "")
        said = " · ".join(filter(None, dict.fromkeys((element.get("alt", "").strip(), caption))))
        address = element.get("data-src") or element.get("src") or ""
        if not address.startswith("data:"):
            yield Shown(element.sourceline or 1, said[:200], _absolute(address.strip(), base))


def _absolute(address: str, base: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _quotations(article: list[html.HtmlElement]) -> Iterator[Shown]:
    for element in article:
        if element.tag in ("blockquote", "q"):
            yield Shown(element.sourceline or 1, text_of(element)[:200])


def _stamps(article: list[html.HtmlElement]) -> Iterator[str]:
    """When the page says beside its headline, or as an item of its article, that it came out."""
    for element in article:
        words = {word for names in names_of(element) for word in names}
        item = element.get("itemprop", "").lower()
        if item == "datemodified" or ("published" not in words and words & _CHANGED):
            continue
        stamp = element.get("datetime") or (element.get("content") if item else "") or ""
        is_of_article = item == "datepublished" or (element.tag == "time" and not _in_text(element))
        if is_of_article and stamp[:4].isdigit():
            yield stamp[:40]


def _in_text(element: html.HtmlElement) -> bool:
    """Whether a `<time>` is a day told in a sentence."""
    paragraph = next(element.iterancestors("p", "li", "td", "blockquote"), None)
    return paragraph is not None and len(text_of(paragraph)) > 2 * len(text_of(element)) + 40
