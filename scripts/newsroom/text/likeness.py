"""Spellings that differ by a slip: one letter, or letters that are taken for each other."""

import re

from newsroom.text.persian import fold_word

_GUTTURALS = re.compile("[کغق]|gh|kh|q|k|c(?!h)")
_CONFUSED = (
    (re.compile("ou|oo|u|w"), "o"),
    (re.compile("ei|ey|ai|ay|ee|y|e"), "i"),
    (re.compile("[اوی]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Vowels, and letters written once or twice."""


def with_one_guttural(word: str) -> str:
    """A word with one letter for those that «قزوین» and "Qazvin" are written with now and then."""
    return _GUTTURALS.sub("k", fold_word(word))


def skeleton(word: str) -> str:
    """A word without the letters transliterations disagree on, to compare it by."""
    word = with_one_guttural(word)
    for confused, letter in _CONFUSED:
        word = confused.sub(letter, word)
    return word


def is_one_slip(word: str, other: str) -> bool:
    """Whether two words differ by a letter more, less or other, or by two that are swapped."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, others = word[start:], other[start:]
    if len(rest) != len(others):
        return rest[1:] == others or rest == others[1:]
    return rest[1:] == others[1:] or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
