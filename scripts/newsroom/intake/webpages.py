"""A saved web page as lines: every visible block, in order, with what frames it marked.

lxml reads the page as browsers do. Nothing is picked out by guess-work: all visible text becomes
lines, and what lies in an element of the frame (navigation, comments, share bars; see
`data/intake.yml`) is marked removed and listed. That no letter was lost is checked at the end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree, html

from newsroom.intake.lines import Line
from newsroom.record.cues import Cues
from newsroom.record.documents import Reading
from newsroom.record.problems import say

_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)\b[^>]*>", re.IGNORECASE
)
_INVISIBLE = frozenset("script style noscript template head title svg math object iframe".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
    "nav ol option p pre section select summary table tbody td textarea tfoot th thead tr "
    "ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PILLARS = frozenset("html body main article".split())
_SPACES = re.compile(r"\s+")
_CLASS_PART = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAX_DEPTH = 200
_METAS = {
    "title": ("og:title", "twitter:title"),
    "publisher": ("og:site_name", "article:publisher", "publisher"),
    "published": ("article:published_time", "datepublished", "date", "dc.date"),
}


@dataclass(frozen=True, slots=True)
class WebPage:
    lines: tuple[Line, ...]
    metas: Mapping[str, str]
    """What the head of the page says: `title`, `publisher`, `published`, where it does."""


def is_web_page(text: str) -> bool:
    return _MARKUP.search(text[:5000]) is not None


def read_web_page(text: str, cues: Cues, reading: Reading) -> WebPage | None:
    """The lines of a page; `None` with the reason reported."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        reading.report(
            1,
            "source-markup",
            say("this is not HTML that can be read"),
            say("save the page again, or as text"),
        )
        return None
    if any("depth" in error.message.lower() for error in parser.error_log):
        hint = say("save the article as text")
        reading.report(
            1, "source-markup", say("nested deeper than {most} elements", most=_MAX_DEPTH), hint
        )
        return None
    lines, metas = _Walk(root, cues).lines(), _metas(root)
    if _letters(root) != "".join("".join(line.text.split()) for line in lines):
        message = say("a paragraph of the page would be lost")
        reading.report(1, "source-paragraph-lost", message, say("save the article as text"))
        return None
    return WebPage(tuple(lines), metas)


class _Walk:
    """Goes through a page once and breaks its text into blocks."""

    def __init__(self, root: html.HtmlElement, cues: Cues) -> None:
        self._elements = frozenset(cues.elements)
        self._classes = frozenset(cues.classes)
        self._sizes = _sizes(root)
        self._size = self._sizes[root]
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._root = root

    def lines(self) -> list[Line]:
        self._visit(self._root, "")
        return self._lines

    def _visit(self, element: html.HtmlElement, why: str) -> None:
        if not isinstance(element.tag, str) or element.tag in _INVISIBLE:
            return
        inside = why or self._frame_of(element)
        is_apart = element.tag in _BLOCKS or inside != why
        if is_apart:
            self._flush(element, why)
        self._parts.append(element.text or "")
        for child in element:
            self._visit(child, inside)
            self._parts.append(child.tail or "")
        if is_apart:
            self._flush(element, inside, "heading" if element.tag in _HEADINGS else "")

    def _flush(self, element: html.HtmlElement, why: str, kind: str = "") -> None:
        text = _SPACES.sub(" ", "".join(self._parts)).strip()
        self._parts.clear()
        if text:
            self._lines.append(Line(element.sourceline or 1, text, kind, why))

    def _frame_of(self, element: html.HtmlElement) -> str:
        """Why an element is part of the frame; empty when it is not.

        What holds half of the page is none, whatever it is called.
        """
        if element.tag in _PILLARS or self._sizes.get(element, 0) * 2 > self._size:
            return ""
        if element.tag in self._elements:
            return say("element '{name}'", name=element.tag)
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            return say("hidden")
        named = f"{element.get('class', '')} {element.get('id', '')}"
        parts = {part.lower() for part in _CLASS_PART.findall(named)}
        found = sorted(parts & self._classes)
        return say("class '{name}'", name=found[0]) if found else ""


def _sizes(root: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """How much text each element holds."""
    sizes: dict[html.HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if element.tag in _INVISIBLE:
            continue
        inside = sum(sizes.get(child, 0) + len(child.tail or "") for child in element)
        sizes[element] = len(element.text or "") + inside
    return sizes


def _letters(root: html.HtmlElement) -> str:
    """Everything visible, without spaces; takes the invisible out of the page."""
    etree.strip_elements(root, *_INVISIBLE, with_tail=False)
    return "".join("".join(root.itertext()).split())


def _metas(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    contents = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get(
            "content"
        )
        or ""
        for meta in root.iter("meta")
    }
    for key, names in _METAS.items():
        value = next((contents[name] for name in names if contents.get(name, "").strip()), "")
        if value:
            found[key] = _SPACES.sub(" ", value).strip()[:300]
    if "published" not in found:
        times = (time.get("datetime") or "" for time in root.iter("time"))
        time = next((time for time in times if time[:4].isdigit()), "")
        found |= {"published": time[:40]} if time else {}
    return found
