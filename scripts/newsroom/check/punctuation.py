"""Punctuation: the signs of the page's language, and pairs that close.

They are seen, and seldom misread: a warning.
"""

import re
from collections.abc import Iterator

from newsroom.check.rule import TEXT, rule
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.letters import LETTERS
from newsroom.text.persian import HARAKAT

_SIGNS = {",": "،", ";": "؛", "?": "؟", "،": ",", "؛": ";", "؟": "?", "٪": "%"}
_LATIN_SIGN = re.compile(rf"(?<=[{LETTERS}{HARAKAT}۰-۹»)])[,;?](?=[\s»)*؟!]|$)", re.MULTILINE)
_PERSIAN_SIGN = re.compile(r"(?<=[A-Za-z0-9\u00c0-\u024f’”)])[،؛؟٪]")
_DOTS = re.compile(r"(?<!\.)\.{3,}")
_PERSIAN = re.compile(rf"[{LETTERS}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_MARKS = {
    "fa": re.compile(rf"\"|“[^“”\n]*[{LETTERS}][^“”\n]*”?|(?<=[{LETTERS}])'|'(?=[{LETTERS}])"),
    "en": re.compile(rf"[\"']|«[^«»\n{LETTERS}]*[A-Za-z][^«»\n{LETTERS}]*»?"),
}
_EXPECTED = {"fa": "«…», and ‹…› inside", "en": "“…”, ‘…’ inside, and ’ for an apostrophe"}

_PAIRS = {"(": ")", "«": "»", "‹": "›", "“": "”"}
_BRACKET = re.compile(r"[()«»‹›“”]|\n[ \t>]*\n")
_LABEL = re.compile(rf"(?:^|[\s(،,؛;])(?:[\w{HARAKAT}]{{1,4}}|:-?)$")
"""What a closing bracket may end that no other opens: «الف)», "b)", ":-)"."""


@rule(TEXT, warning="punctuation-foreign")
def punctuation_foreign(segment: TextSegment) -> Iterator[Problem]:
    """A Latin comma in Persian hangs the wrong way round, and a Persian one in English, too."""
    pattern = _LATIN_SIGN if segment.lang == "fa" else _PERSIAN_SIGN
    for found in pattern.finditer(segment.text):
        message = say(
            "the sign '{sign}'; expected '{expected}'", sign=found[0], expected=_SIGNS[found[0]]
        )
        line = segment.line_at(found.start())
        yield punctuation_foreign.problem(segment.path, line, message)


@rule(TEXT, warning="ellipsis-dots")
def ellipsis_dots(segment: TextSegment) -> Iterator[Problem]:
    """An ellipsis is one sign, so that it is never parted at the end of a line."""
    for found in _DOTS.finditer(segment.text):
        message = say("'{dots}'; expected the one sign '…'", dots=found[0])
        line = segment.line_at(found.start())
        yield ellipsis_dots.problem(segment.path, line, message)


@rule(TEXT, warning="quotation-marks")
def quotation_marks(segment: TextSegment) -> Iterator[Problem]:
    """Quotation marks say where a quotation begins and ends, and in which language it is told."""
    own = _PERSIAN if segment.lang == "fa" else _LATIN
    if not own.search(segment.text):
        return
    for found in _MARKS[segment.lang].finditer(segment.text):
        message = say(
            "the mark '{mark}'; expected {expected}",
            mark=found[0][0],
            expected=_EXPECTED[segment.lang],
        )
        line = segment.line_at(found.start())
        yield quotation_marks.problem(segment.path, line, message)


@rule(TEXT, warning="bracket-unpaired")
def bracket_unpaired(segment: TextSegment) -> Iterator[Problem]:
    """An open bracket or quotation, or one typed the wrong way round, which right-to-left hides."""
    open_signs: list[re.Match[str]] = []
    for found in _BRACKET.finditer(segment.text):
        sign = found[0]
        if sign in _PAIRS:
            open_signs.append(found)
        elif sign[0] == "\n":
            yield from (_unpaired(segment, left) for left in open_signs)
            open_signs = []
        elif open_signs and _PAIRS[open_signs[-1][0]] == sign:
            open_signs.pop()
        elif sign != ")" or not _ends_label(segment.text, found.start()):
            yield _unpaired(segment, found)
    yield from (_unpaired(segment, left) for left in open_signs)


def _ends_label(text: str, position: int) -> bool:
    return _LABEL.search(text[max(position - 12, 0) : position]) is not None


def _unpaired(segment: TextSegment, found: re.Match[str]) -> Problem:
    message = say("'{sign}' has no counterpart in its paragraph", sign=found[0])
    hint = say("close it, or turn it round: the key for ( and ) is swapped in some layouts")
    line = segment.line_at(found.start())
    return bracket_unpaired.problem(segment.path, line, message, hint)
