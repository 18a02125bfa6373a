"""The dates of a text, read around what may be one: to read every word costs ten times that.

A cue is the name of a month, or digits that stand like those of 2024/6/21. A weekday or "yesterday"
is none.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.date_words import month_names
from newsroom.text.dates import Period


def _written(*, is_common: bool) -> list[str]:
    """The names of months as texts have them: June, JUNE, «تیر»."""
    names = [name for _, name, _, common in month_names() if common is is_common]
    return [form for name in names for form in dict.fromkeys((name.capitalize(), name.upper()))]


def _cue(names: Iterable[str], before: str = "") -> str:
    return rf"(?<![^\W\d_]){before}(?:{'|'.join(names)})(?:ماه)?(?![^\W\d_])"


_PLAIN, _COMMON = _written(is_common=False), _written(is_common=True)
_MONTHS = frozenset((*_PLAIN, *_COMMON, *(f"{name}ماه" for name in (*_PLAIN, *_COMMON))))
_YMD = r"[0-9۰-۹٠-٩]{4}[/.-][0-9۰-۹٠-٩]{1,2}[/.-]|[/.-][0-9۰-۹٠-٩]{4}"
_IS_YMD = re.compile(_YMD)
CUE = re.compile(f"{_YMD}|{_cue(_PLAIN)}|" + _cue(_COMMON, r"[0-9۰-۹][0-9۰-۹]?[ \u00a0\u200c]*"))
"""A month that is a common word, too, is a cue behind a number only."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = 60, 40
"""How far around a cue the rest of its date may stand, in characters."""


def letter_words(text: str) -> frozenset[str]:
    """The runs of letters of a text: by them it is told whether it needs a closer look."""
    return frozenset(_LETTERS.findall(text))


def dates_at_cues(text: str, words: Set[str], near: Period) -> Iterator[FoundDate]:
    """The dates of a text, given with its `letter_words`; those without a year are near `near`."""
    if _MONTHS.isdisjoint(words) and not _IS_YMD.search(text):
        return
    for start, end in _stretches(text):
        for found in find_dates(text[start:end], near):
            yield replace(found, start=found.start + start, end=found.end + start)


def _stretches(text: str) -> list[tuple[int, int]]:
    """The parts of a text around its cues, from blank to blank, those that touch as one."""
    found: list[tuple[int, int]] = []
    for cue in CUE.finditer(text):
        start = text.rfind(" ", 0, max(0, cue.start() - _BEFORE)) + 1
        end = text.find(" ", min(len(text), cue.end() + _BEHIND))
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, len(text) if end < 0 else end))
    return found
