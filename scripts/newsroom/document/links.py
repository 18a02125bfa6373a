"""Links and images, as Markdown and HTML write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKET = re.compile(r"\\.|!?\[|\]")
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()<>]|\([^\s()]{0,2000}\)){0,2000}+))"
    r"(?:[ \t\n][^)\n]{0,2000})?\)"
)
_LABEL = re.compile(r"\[([^\]\[\n]{0,200})\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^\s<>]{0,2000})>")
_TAG = re.compile(r"<(a|img)(?=[\s/>])([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]{1,200})(?:[ \t\n]{0,9}=[ \t\n]{0,9}("[^"]*"|'[^']*'|[^\s"'<>]+))?"""
)

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
    is_html: bool = False


def links_in(text: str) -> Iterator[Link]:
    """The links and images of a text without code, in the order they begin.

    `[text]` alone is none: it is a link only where the label is defined.
    """
    found: list[Link] = []
    if "](" in text or "][" in text:
        found += _markdown_links(text)
    if "<" in text:
        found += [Link(it.start(), it[1], it[1]) for it in _AUTOLINK.finditer(text)]
        found += _html_links(text)
    yield from sorted(found, key=lambda link: link.position)


def footnote_marks(text: str) -> Iterator[tuple[int, str]]:
    """Where a text refers to footnotes, and the label of each; where one is given is no mark."""
    for mark in _NOTE_MARK.finditer(text):
        before = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
        if before.strip(" \t>") or not text.startswith(":", mark.end()):
            yield mark.start(), mark[1]


def _markdown_links(text: str) -> Iterator[Link]:
    open_at: list[tuple[int, int]] = []
    for sign in _BRACKET.finditer(text):
        if sign[0] != "]":
            if sign[0][0] != "\\":
                open_at.append(sign.span())
            continue
        start, inner = open_at.pop() if open_at else (-1, -1)
        if start < 0 or text[sign.end() : sign.end() + 1] not in ("(", "["):
            continue
        said, is_image = text[inner : sign.start()], text[start] == "!"
        if target := _TARGET.match(text, sign.end()):
            yield Link(start, target[1] or target[2] or "", said, is_image)
        elif label := _LABEL.match(text, sign.end()):
            yield Link(start, "", said, is_image, label=label[1] or said)


def _html_links(text: str) -> Iterator[Link]:
    for tag in _TAG.finditer(text):
        values = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(tag[2])}
        if tag[1].lower() == "img":
            yield Link(
                tag.start(), values.get("src", ""), values.get("alt", ""), True, is_html=True
            )
        elif "href" in values:
            yield Link(tag.start(), values["href"], _said(text, tag.end()), is_html=True)


def _said(text: str, start: int) -> str:
    """What stands between a tag and the next one."""
    end = text.find("<", start, start + 2_000)
    return text[start:end] if end >= 0 else ""
