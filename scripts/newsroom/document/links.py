"""Links and images, as Markdown and HTML write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.document.tags import tags_in

_BRACKET = re.compile(r"\\.|!?\[|\]")
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()<>]|\([^\s()]{0,2000}\)){0,2000}+))"
    r"(?:[ \t\n][^)\n]{0,2000})?\)"
)
_LABEL = re.compile(r"\[([^\]\[\n]{0,200})\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^\s<>]{0,2000})>")
_NOTE_MARK = re.compile(r"(?<![!\\])\[\^([^\[\]\n]+)\]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image."""

    position: int
    """Where it begins in the text."""
    target: str
    """As it is written; empty for one that names a label."""
    text: str
    """What stands for it: the text of a link, the alternative text of an image."""
    is_image: bool = False
    label: str = ""
    """Of `[text][label]`, and of `[text][]`."""
    is_auto: bool = False
    """Of `<https://a.example/>`, which is its own text."""
    place: int = field(default=0, compare=False)
    """Where its target stands in the text, or else its label."""


def links_in(text: str, written: str = "") -> Iterator[Link]:
    """The links and images of a text without code, in the order they begin.

    `written` is the same text with its code, which may be the text of a link.
    `[text]` alone is none: it is a link only where the label is defined.
    """
    found: list[Link] = []
    if "](" in text or "][" in text:
        found += _markdown_links(text, written or text)
    if "<" in text:
        found += [Link(it.start(), it[1], it[1], is_auto=True) for it in _AUTOLINK.finditer(text)]
        found += _html_links(text, written or text)
    yield from sorted(found, key=lambda link: link.position)


def footnote_marks(text: str) -> Iterator[tuple[int, str]]:
    """Where a text refers to footnotes, and the label of each; where one is given is no mark."""
    for mark in _NOTE_MARK.finditer(text):
        before = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
        if before.strip(" \t>") or not text.startswith(":", mark.end()):
            yield mark.start(), mark[1]


def _markdown_links(text: str, written: str) -> Iterator[Link]:
    open_at: list[tuple[int, int]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] != "]":
            if bracket[0][0] != "\\":
                open_at.append(bracket.span())
            continue
        start, inner = open_at.pop() if open_at else (-1, -1)
        if start < 0 or text[bracket.end() : bracket.end() + 1] not in ("(", "["):
            continue
        said, is_image = written[inner : bracket.start()], text[start] == "!"
        if target := _TARGET.match(text, bracket.end()):
            group = 1 if target[1] else 2
            place = target.start(group)
            yield Link(start, target[group] or "", said, is_image, place=place)
        elif label := _LABEL.match(text, bracket.end()):
            place = label.start(1) if label[1] else inner
            yield Link(start, "", said, is_image, label=label[1] or said, place=place)


def _html_links(text: str, written: str) -> Iterator[Link]:
    for tag in tags_in(text):
        if tag.name == "img":
            src, alt = tag.attributes.get("src", ""), tag.attributes.get("alt", "")
            yield Link(tag.position, src, alt, is_image=True)
        elif tag.name == "a" and "href" in tag.attributes:
            href = tag.attributes["href"]
            place = text.find(href, tag.position)
            yield Link(tag.position, href, _said(written, tag.end), place=place)


def _said(text: str, start: int) -> str:
    """What stands between a tag, which ends at the next `>`, and the end of its element."""
    end = text.find("</a", start, start + 2_000)
    return text[start:end].removeprefix(">") if end >= 0 else ""
