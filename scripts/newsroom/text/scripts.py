"""Letters that are not those a reader takes them for, and the words they stand in.

What is found here looks right, so only a program sees it. `letters.normalise` mends what can be
mended without asking; a word of two scripts is for its author.
"""

import re
import unicodedata
from collections.abc import Iterator

from newsroom.text.doubts import LOOSE_EZAFE
from newsroom.text.letters import LETTERS, VARIANTS, arabic_teh
from newsroom.text.persian import HALF_SPACE, HARAKAT
from newsroom.text.slips import Slip

WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}{HALF_SPACE}\u0300-\u036f])*")
"""Letters and digits with their marks; a compound with a half-space is one word."""
LETTERED_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{HARAKAT}{HALF_SPACE}])*")
"""The same without digits."""

_VARIANT = re.compile(f"[{''.join(VARIANTS)}]")
_SHAPE = re.compile(r"[\u0640\ufb50-\ufdff\ufe70-\ufefc]+")
_JOINED_EZAFE = re.compile(rf"ه{HALF_SPACE}ی(?![{LETTERS}{HARAKAT}{HALF_SPACE}])")
_LATIN = r"A-Za-z\u00c0-\u024f"
# Of the Greek letters those that look like Latin ones; the μ of "μm" does not.
_OTHERS = rf"\u0400-\u04ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικ{LETTERS}"
_MIXED = re.compile(rf"[{_LATIN}](?=[{_OTHERS}])|[{_OTHERS}](?=[{_LATIN}])")


def foreign_letters(text: str) -> Iterator[Slip]:
    """The letters of other keyboards in a Persian text, with the Persian ones (`VARIANTS`)."""
    arabic = set(arabic_teh(text))
    for found in _VARIANT.finditer(text):
        if found.start() not in arabic:
            yield Slip(found.start(), found[0], VARIANTS[found[0]])


def letter_shapes(text: str) -> Iterator[Slip]:
    """Strokes that stretch a letter, and ready-made shapes of letters, run by run."""
    if not text.isascii():
        yield from (Slip(found.start(), found[0]) for found in _SHAPE.finditer(text))


def decomposed_words(text: str) -> Iterator[Slip]:
    """The words whose letters and marks are apart, and what Unicode's form NFC makes of them."""
    if not unicodedata.is_normalized("NFC", text):
        for word in WORD.finditer(text):
            composed = unicodedata.normalize("NFC", word[0])
            if composed != word[0]:
                yield Slip(word.start(), word[0], composed)


def split_ezafes(text: str, lang: str) -> Iterator[Slip]:
    """The words with an ezafe behind a silent «ه», «خانه\u200cی», that has a sign: «خانهٔ».

    «خانه ی» is looked for in Persian only.
    """
    loose = LOOSE_EZAFE.finditer(text) if lang == "fa" else ()
    for found in (*_JOINED_EZAFE.finditer(text), *loose):
        word = word_at(text, found.start())
        written = f"{word} ی" if found[0].endswith(" ی") else word
        yield Slip(found.start(), written, word.removesuffix(f"{HALF_SPACE}ی") + "\u0654")


def mixed_words(text: str) -> Iterator[Slip]:
    """The words with letters of two scripts, each once."""
    after = 0
    for found in _MIXED.finditer(text):
        if found.start() >= after:
            word = word_at(text, found.start())
            after = found.start() + len(word)
            yield Slip(found.start(), word)


def word_at(text: str, position: int) -> str:
    """The word a position lies in; of one longer than a line, what stands around."""
    start = max(position - 60, 0)
    start = max(text.rfind(" ", start, position), text.rfind("\n", start, position), start - 1) + 1
    for word in WORD.finditer(text, start, position + 60):
        if word.end() > position:
            return word[0]
    return text[position]
