"""Punctuation that is not that of its language, and brackets that are open on one side."""

import re
from collections.abc import Iterator

from newsroom.text.letters import LETTERS, has_persian
from newsroom.text.persian import HARAKAT
from newsroom.text.slips import Slip

_COUNTERPARTS = {",": "،", ";": "؛", "?": "؟", "،": ",", "؛": ";", "؟": "?", "٪": "%"}
_FOREIGN = {
    "fa": re.compile(rf"(?<=[{LETTERS}{HARAKAT}۰-۹»)])[,;?](?=[\s»)*؟!]|$)", re.MULTILINE),
    "en": re.compile(r"(?<=[A-Za-z0-9\u00c0-\u024f’”)])[،؛؟٪]"),
}
_DOTS = re.compile(r"(?<!\.)\.{3,}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_MARKS = {
    "fa": re.compile(rf"\"|“[^“”\n]*[{LETTERS}][^“”\n]*”?|(?<=[{LETTERS}])'|'(?=[{LETTERS}])"),
    "en": re.compile(rf"[\"']|«[^«»\n{LETTERS}]*[A-Za-z][^«»\n{LETTERS}]*»?"),
}

_PAIRS = {"(": ")", "«": "»", "‹": "›", "“": "”"}
_BRACKET = re.compile(r"[()«»‹›“”]|\n[ \t>]*\n")
_LABEL = re.compile(rf"(?:^|[\s(،,؛;])(?:[\w{HARAKAT}]{{1,4}}|:-?)$")
"""What a closing bracket may end that no other opens: «الف)», "b)", ":-)"."""


def foreign_marks(text: str, lang: str) -> Iterator[Slip]:
    """The commas, semicolons and question marks of the other script, with those of `lang`."""
    for found in _FOREIGN[lang].finditer(text):
        yield Slip(found.start(), found[0], _COUNTERPARTS[found[0]])


def ellipses(text: str) -> Iterator[Slip]:
    """Three or more full stops that stand for one character."""
    return (Slip(found.start(), found[0], "…") for found in _DOTS.finditer(text))


def foreign_quotes(text: str, lang: str) -> Iterator[Slip]:
    """The quotation marks that are typewriter's or the other script's, in a text with words."""
    has_words = has_persian(text) if lang == "fa" else _LATIN.search(text)
    if has_words:
        for found in _MARKS[lang].finditer(text):
            yield Slip(found.start(), found[0][0])


def unpaired_brackets(text: str) -> Iterator[Slip]:
    """The brackets and quotation marks without a counterpart in their paragraph."""
    opened: list[Slip] = []
    for found in _BRACKET.finditer(f"{text}\n\n"):
        mark, position = found[0], found.start()
        if mark in _PAIRS:
            opened.append(Slip(position, mark))
        elif mark[0] == "\n":
            yield from opened
            opened = []
        elif opened and _PAIRS[opened[-1].written] == mark:
            opened.pop()
        elif mark != ")" or not _LABEL.search(text[max(position - 12, 0) : position]):
            yield Slip(position, mark)
