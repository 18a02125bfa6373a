"""Spaces and half-spaces that stand where none belongs, and spaces that are missing.

Half-spaces that are missing within words are found by `half_spaces`, by lists of words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.text.letters import LETTERS
from newsroom.text.persian import HALF_SPACE, HARAKAT
from newsroom.text.positions import lines_of
from newsroom.text.slips import Slip

_LETTER = rf"{LETTERS}{HARAKAT}"
_HALF_SPACE = re.compile(
    rf"{HALF_SPACE}{{2,}}|(?<![{_LETTER}*_\ufffc]){HALF_SPACE}|{HALF_SPACE}(?![{LETTERS}*_\ufffc])"
    rf"|(?<=[{_LETTER}])\u00ac(?=[{LETTERS}])"
)
_ODD = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ANYWHERE = _ODD + r"|(?<=[^\s|]) {2,}(?=[^\s|])"
_SPACE = {
    "fa": re.compile(
        rf"{_ANYWHERE}|(?<=[\w»)\]”]) +(?=[،؛؟!.:»)](?:[\s»)*]|$))|(?<=[«(‹]) +"
        rf"|(?<=[،؛])(?=[{LETTERS}])|(?<=[{LETTERS}]{{2}}[.؟!:])(?=[{LETTERS}])"
        rf"|(?<=[{LETTERS}])(?=\([{LETTERS}])|(?<=[{LETTERS}]\))(?=[{LETTERS}])",
    ),
    "en": re.compile(
        rf"{_ANYWHERE}|(?<=[\w)\]”’]) +(?=[,;?!.:)](?:[\s”)*]|$))|(?<=[“(]) +|(?<! ) +(?=”)"
        r"|(?<=[A-Za-z][,;])(?=[A-Za-z])|(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])",
    ),
}
_PLACES = {
    "fa": re.compile(rf" [ ،؛؟!.:»)]|{_ODD}|[«(‹] |[،؛.؟!:)][{LETTERS}]|[{LETTERS}]\("),
    "en": re.compile(rf" [ ,;?!.:)”]|{_ODD}|[“(] |[,;.?!][A-Za-z]"),
}
"""Two characters that stand side by side in every wrong space: most lines are passed by sooner."""
_MARKER = re.compile(r"[ \t>]*(?:[-*+:]|[0-9۰-۹]{1,9}[.)])[ \t]+")
"""What an item of a list begins with; the spaces after it are for its shape."""


class WrongSpace(NamedTuple):
    """A space too many or of the wrong kind behind a word, or one that is missing before it."""

    position: int
    word: str
    """As far as twelve characters show it; empty where other characters stand there."""
    is_missing: bool


def wrong_spaces(text: str, lang: str) -> Iterator[WrongSpace]:
    """Where spaces are wrong; tables, which are drawn with spaces, are passed over."""
    if not _PLACES[lang].search(text):
        return
    for start, line in lines_of(text):
        if not _PLACES[lang].search(line) or line.lstrip().startswith("|"):
            continue
        marker = _MARKER.match(line)
        for found in _SPACE[lang].finditer(line, marker.end() if marker else 0):
            before = line[max(found.start() - 12, 0) : found.start()].split(" ")[-1]
            after = line[found.end() : found.end() + 12].split(" ")[0]
            word = before if found[0] else after
            yield WrongSpace(start + found.start(), word, is_missing=not found[0])


def wrong_half_spaces(text: str) -> Iterator[Slip]:
    """Half-spaces that stand between no two Persian letters, with what is around them."""
    if HALF_SPACE in text or "\u00ac" in text:
        for found in _HALF_SPACE.finditer(text):
            around = text[max(found.start() - 12, 0) : found.start() + 12]
            yield Slip(found.start(), around.replace("\n", " ").strip())
