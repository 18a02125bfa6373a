"""Sentences: where one ends, whether two say the same words, and which are quotations.

A full stop ends no sentence in a number (2.6, ۲٫۶), after an initial ("A. J. Marvand", «ه. ش.») or
a title ("Dr. Karimi"), nor before a word in lower case. Persian has no case, so there every other
stop, question mark, exclamation mark and ellipsis before a space ends one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from newsroom.text.persian import FOLD, HALF_SPACE

DIGEST = r"[0-9a-f]{6}"
"""The form of a digest, as a pattern. It tells a changed sentence from the one it was, which six
digits do in all but one of 16 million cases; it protects nothing."""

_STOP = re.compile(r"[.!?؟…]+[\"”’»)\]]*(?=\s|$)")
_STOP_AT_END = re.compile(r"[.!?؟؛](?=[\s\"”’»)\]]|$)")
_CLOSING = '"”’»)]'
_OPENING = '"“‘«(['
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_TITLES = frozenset("mr mrs ms dr prof gov gen sen rep hon rev sgt capt st mt vs cf no nos".split())
_LOWER = re.compile(r"\s+[\"“‘(]*[a-zà-öø-ÿ]")
_NUMBER_SIGNS = {"٫": ".", "٬": ",", "٪": "%", "−": "-", "–": "-", "؟": "?"}
_FOLD: dict[int, str | None] = {
    **FOLD,
    **{ord(character): to for character, to in _NUMBER_SIGNS.items()},
    ord(HALF_SPACE): None,
}
# What stays beside letters and digits: the signs of a number, and what makes a question.
# Combining accents fall away, as they do from letters that have them.
_TOLD = re.compile(r"[^\W_]+|[+%$€£?]|(?<=\d)[.,:/ -](?=\d)|(?<!\w)-(?=\d)")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph begins and ends, without the spaces around it."""
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            yield from _stripped(text, start, stop.end())
            start = stop.end()
    yield from _stripped(text, start, len(text))


def holds_stop(text: str) -> bool:
    """Whether a sentence may end in `text`: a stop before a space, a closing mark or the end."""
    return _STOP_AT_END.search(text) is not None


def last_character(text: str) -> str:
    """The last character of `text` before closing quotation marks and brackets; may be empty."""
    return text.rstrip(_CLOSING)[-1:]


def fold_sentence(text: str) -> str:
    """The words and numbers of a sentence, as they are told apart.

    Two sentences fold to the same when they differ in spaces, half-spaces, letters of another
    keyboard, digits of the other script, case, quotation marks or other punctuation alone.
    """
    words = " ".join(text.translate(_FOLD).lower().split())
    return "".join(_TOLD.findall(words))


def sentence_digest(text: str) -> str:
    """Six hexadecimal digits that change when a word or a number of the sentence does."""
    return sha256(fold_sentence(text).encode()).hexdigest()[:6]


class FoldedSentences:
    """Sentences looked for in texts, thousands of them as fast as one.

    Where one may end is found by its last letters, so that a text is gone through once.
    """

    _TAIL = 16

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sentences = frozenset(filter(None, map(fold_sentence, sentences)))
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for sentence in self._sentences:
            self._lengths[sentence[-self._TAIL :]].add(len(sentence))
        self._tails = sorted({len(tail) for tail in self._lengths})

    def stand_in(self, text: str) -> bool:
        """Whether one of them does, whatever stands around it."""
        folded = fold_sentence(text) if self._sentences else ""
        return any(self._ends_at(folded, end) for end in range(1, len(folded) + 1))

    def _ends_at(self, text: str, end: int) -> bool:
        for size in self._tails:
            for length in self._lengths.get(text[max(0, end - size) : end], ()):
                if text[max(0, end - length) : end] in self._sentences:
                    return True
        return False


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if _LOWER.match(text, stop.end()):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    words = text[start : stop.start()].rsplit(maxsplit=1)
    word = words[-1].lstrip(_OPENING) if words else ""
    return not _INITIALS.fullmatch(word) and word.lower() not in _TITLES


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without spaces at its ends; nothing where it holds no letter and no digit."""
    if any(char.isalnum() for char in text[start:end]):
        part = text[start:end]
        yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
