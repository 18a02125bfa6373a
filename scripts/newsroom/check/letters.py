"""Letters: Persian words in Persian letters, and every word in one script.

What a reader cannot see is an error, since nobody would notice it and a search would miss the word.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from newsroom.check.rule import TEXT, rule
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.record.values import about_mojibake
from newsroom.text.doubts import LOOSE_EZAFE
from newsroom.text.letters import LETTERS, VARIANTS, arabic_teh
from newsroom.text.messages import code_point
from newsroom.text.mojibake import mojibake
from newsroom.text.persian import HALF_SPACE, HARAKAT

MAX_REPORTED = 20
"""Runs in a wrong encoding that are looked at; they come in heaps."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}{HALF_SPACE}\u0300-\u036f])*")
_VARIANT = re.compile(f"[{''.join(VARIANTS)}]")
_FORM = re.compile(r"[\u0640\ufb50-\ufdff\ufe70-\ufefc]+")
_JOINED_EZAFE = re.compile(rf"ه{HALF_SPACE}ی(?![{LETTERS}{HARAKAT}{HALF_SPACE}])")

_LATIN = r"A-Za-z\u00c0-\u024f"
_CYRILLIC = r"\u0400-\u04ff"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικ"
"""Greek letters that look like Latin ones; the μ of "μm" does not."""
_MIXED = re.compile(
    rf"[{_LATIN}](?=[{_CYRILLIC}{_GREEK}{LETTERS}])"
    rf"|[{_CYRILLIC}{_GREEK}{LETTERS}](?=[{_LATIN}])"
)


@rule(TEXT, error="letter-arabic")
def letter_arabic(segment: TextSegment) -> Iterator[Problem]:
    """Arabic letters look like Persian ones, and are others to every search and sorting."""
    if segment.lang != "fa":
        return
    arabic = set(arabic_teh(segment.text))
    for found in _VARIANT.finditer(segment.text):
        if found.start() in arabic:
            continue
        message = say(
            "the letter '{letter}' in '{word}'; Persian has '{expected}'",
            letter=found[0],
            word=_word_at(segment.text, found.start()),
            expected=VARIANTS[found[0]],
        )
        hint = say("`newsroom tidy` puts it right")
        yield letter_arabic.problem(segment.path, segment.line_at(found.start()), message, hint)


@rule(TEXT, error="letter-form")
def letter_form(segment: TextSegment) -> Iterator[Problem]:
    """Stretched letters and ready-made shapes are no letters to a search; fonts make the shapes."""
    if segment.text.isascii():
        return
    for found in _FORM.finditer(segment.text):
        message = say(
            "{sign} in '{word}' is a shape and no letter",
            sign=code_point(found[0][0]),
            word=_word_at(segment.text, found.start()),
        )
        hint = say("`newsroom tidy` puts it right")
        yield letter_form.problem(segment.path, segment.line_at(found.start()), message, hint)
    if unicodedata.is_normalized("NFC", segment.text):
        return
    for line, text in enumerate(segment.text.split("\n"), segment.line):
        for word in _WORD.findall(text):
            if not unicodedata.is_normalized("NFC", word):
                message = say("'{word}' is written with letters and marks apart", word=word)
                hint = say("type it anew, or save the file in Unicode's form NFC")
                yield letter_form.problem(segment.path, line, message, hint)


@rule(TEXT, warning="ezafe-form")
def ezafe_form(segment: TextSegment) -> Iterator[Problem]:
    """The site writes the ezafe after a silent «ه» one way, «خانهٔ او», so that words are found."""
    loose = LOOSE_EZAFE.finditer(segment.text) if segment.lang == "fa" else ()
    for found in (*_JOINED_EZAFE.finditer(segment.text), *loose):
        word = _word_at(segment.text, found.start())
        is_loose = found[0].endswith(" ی")
        message = say(
            "'{word}'; the site writes '{expected}'",
            word=f"{word} ی" if is_loose else word,
            expected=word.removesuffix(f"{HALF_SPACE}ی") + "\u0654",
        )
        line = segment.line_at(found.start())
        yield ezafe_form.problem(segment.path, line, message)


@rule(TEXT, error="script-mixed")
def script_mixed(segment: TextSegment) -> Iterator[Problem]:
    """A letter of another script in a word looks right and is found by nobody."""
    after = 0
    for found in _MIXED.finditer(segment.text):
        if found.start() < after:
            continue
        word = _word_at(segment.text, found.start())
        after = found.start() + len(word)
        message = say("the word '{word}' mixes scripts", word=word)
        hint = say("type it anew in one script; a space parts words of two")
        yield script_mixed.problem(segment.path, segment.line_at(found.start()), message, hint)


@rule(TEXT, error="text-mojibake")
def text_mojibake(segment: TextSegment) -> Iterator[Problem]:
    """Text read in a wrong encoding is read by nobody; once a line, since it comes in heaps."""
    last = 0
    for position, wording, meant in islice(mojibake(segment.text), MAX_REPORTED):
        line = segment.line_at(position)
        if line != last:
            message, hint = about_mojibake(wording, meant)
            yield text_mojibake.problem(segment.path, line, message, hint)
        last = line


def _word_at(text: str, position: int) -> str:
    """The word a position lies in; of one longer than a line, what stands around."""
    start = max(position - 60, 0)
    start = max(text.rfind(" ", start, position), text.rfind("\n", start, position), start - 1) + 1
    for word in _WORD.finditer(text, start, position + 60):
        if word.end() > position:
            return word[0]
    return text[position]
