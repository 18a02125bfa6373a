"""Spaces and half-spaces: where words end, and where their parts do."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsroom.check.rule import TEXT, WORDS, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.half_spaces import restore
from newsroom.text.letters import LETTERS
from newsroom.text.lexicon import Lexicon, WordLists
from newsroom.text.persian import HALF_SPACE, HARAKAT
from newsroom.text.suspects import Suspects

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
        re.MULTILINE,
    ),
    "en": re.compile(
        rf"{_ANYWHERE}|(?<=[\w)\]”’]) +(?=[,;?!.:)](?:[\s”)*]|$))|(?<=[“(]) +|(?<! ) +(?=”)"
        r"|(?<=[A-Za-z][,;])(?=[A-Za-z])|(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])",
        re.MULTILINE,
    ),
}
_PLACES = {
    "fa": re.compile(rf" [ ،؛؟!.:»)]|{_ODD}|[«(‹] |[،؛.؟!:)][{LETTERS}]|[{LETTERS}]\("),
    "en": re.compile(rf" [ ,;?!.:)”]|{_ODD}|[“(] |[,;.?!][A-Za-z]"),
}
"""Two signs that stand side by side in every wrong space, to pass by most lines in one look."""
_SAMPLE = re.compile(r"«[^«»\s]+(?: [^«»\s]+)?»")
_MARKER = re.compile(r"[ \t>]*(?:[-*+:]|[0-9۰-۹]{1,9}[.)])[ \t]+")
"""What an item of a list begins with; the spaces after it are for its shape."""


@rule(TEXT, warning="space-wrong")
def space_wrong(segment: TextSegment) -> Iterator[Problem]:
    """Spaces part words, one at a time, and belong after a sign and not before it: a warning."""
    if not _PLACES[segment.lang].search(segment.text):
        return
    for line, text in enumerate(segment.text.split("\n"), segment.line):
        if not _PLACES[segment.lang].search(text):
            continue
        if text.lstrip().startswith("|"):
            continue  # a table, drawn with spaces
        marker = _MARKER.match(text)
        for found in _SPACE[segment.lang].finditer(text, marker.end() if marker else 0):
            before, after = text[max(found.start() - 12, 0) : found.start()], text[found.end() :]
            message = (
                say("a space too many, or of the wrong kind, after '{text}'", text=_last(before))
                if found[0]
                else say("a space is missing before '{text}'", text=after[:12].split(" ")[0])
            )
            yield space_wrong.problem(segment.path, line, message)


@rule(TEXT, error="half-space-wrong")
def half_space_wrong(segment: TextSegment) -> Iterator[Problem]:
    """A half-space that parts nothing is not seen, and hides its word from a search: an error."""
    if HALF_SPACE not in segment.text and "\u00ac" not in segment.text:
        return
    for found in _HALF_SPACE.finditer(segment.text):
        start = found.start()
        around = segment.text[max(start - 12, 0) : start + 12].replace("\n", " ")
        message = say(
            "a half-space that stands between no two Persian letters: '{text}'", text=around.strip()
        )
        hint = say("delete it; one half-space stands between two letters of one word")
        yield half_space_wrong.problem(segment.path, segment.line_at(start), message, hint)


@rule(WORDS, warning="half-space-missing")
def half_space_missing(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """«میتواند» and «می تواند» are «می\u200cتواند»; a warning, since it rests on lists of words.

    A word or two in quotation marks are a sample of how somebody spells.
    """
    lexicon, suspects = _looked_for(catalogue.word_lists)
    for segment in segments:
        if segment.lang != "fa":
            continue
        for line, text in enumerate(segment.text.split("\n"), segment.line):
            if not suspects.may_want(text):
                continue
            for word in restore(_SAMPLE.sub("\ufffc", text), lexicon).changed:
                message = say("'{word}'; expected '{expected}'", word=word.raw, expected=word.text)
                hint = say(
                    "`newsroom tidy` puts it right; a word that is right as it stands"
                    " belongs in data/orthography.yml"
                )
                yield half_space_missing.problem(segment.path, line, message, hint)


@lru_cache(maxsize=1)
def _looked_for(word_lists: WordLists) -> tuple[Lexicon, Suspects]:
    """What the lists unfold into, and what to look for by it; kept as the lexicon is."""
    lexicon = Lexicon.of(word_lists)
    return lexicon, Suspects(lexicon)


def _last(text: str) -> str:
    return text.split(" ")[-1]
