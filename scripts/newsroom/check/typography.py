"""Letters, digits, punctuation and spaces as the language of a text has them.

What a reader cannot see is an error, since nobody would notice it and a search would miss the word;
what is seen, and right all the same, is a warning. `text/` finds the slips.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from newsroom.check.rule import TEXT, WORDS, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.record.values import about_mojibake
from newsroom.text import digits, punctuation, scripts, spaces
from newsroom.text.half_spaces import restore
from newsroom.text.lexicon import Lexicon, WordLists
from newsroom.text.messages import code_point
from newsroom.text.mojibake import mojibake
from newsroom.text.positions import lines_of
from newsroom.text.quotations import blank_samples
from newsroom.text.suspects import Suspects

MAX_REPORTED = 20
"""Runs in a wrong encoding that are looked at; they come in heaps."""

_TIDY = say("`newsroom tidy` fixes it")
_QUOTES = {"fa": "«…», and ‹…› inside", "en": "“…”, ‘…’ inside, and ’ for an apostrophe"}


@rule(TEXT, error="letter-arabic")
def letter_arabic(segment: TextSegment) -> Iterator[Problem]:
    """Arabic letters look like Persian ones, and are others to every search and sorting."""
    for slip in scripts.foreign_letters(segment.text) if segment.lang == "fa" else ():
        message = say(
            "the letter '{letter}' in '{word}'; Persian uses '{expected}'",
            letter=slip.written,
            word=scripts.word_at(segment.text, slip.position),
            expected=slip.expected,
        )
        yield letter_arabic.at(segment, slip.position, message, _TIDY)


@rule(TEXT, error="letter-form")
def letter_form(segment: TextSegment) -> Iterator[Problem]:
    """Stretched letters and ready-made shapes are no letters to a search; fonts make the shapes."""
    for slip in scripts.letter_shapes(segment.text):
        message = say(
            "{sign} in '{word}' is a presentation form",
            sign=code_point(slip.written[0]),
            word=scripts.word_at(segment.text, slip.position),
        )
        yield letter_form.at(segment, slip.position, message, _TIDY)
    for slip in scripts.decomposed_words(segment.text):
        message = say("'{word}' is not in NFC: letter and mark are separate", word=slip.written)
        hint = say("retype it, or save the file in Unicode NFC")
        yield letter_form.at(segment, slip.position, message, hint)


@rule(TEXT, warning="ezafe-form")
def ezafe_form(segment: TextSegment) -> Iterator[Problem]:
    """The site writes the ezafe after a silent «ه» one way, «خانهٔ او», so that words are found."""
    for at, word, expected in scripts.split_ezafes(segment.text, segment.lang):
        message = say("'{word}'; the site writes '{expected}'", word=word, expected=expected)
        yield ezafe_form.at(segment, at, message)


@rule(TEXT, error="script-mixed")
def script_mixed(segment: TextSegment) -> Iterator[Problem]:
    """A letter of another script in a word looks right and is found by nobody."""
    for slip in scripts.mixed_words(segment.text):
        message = say("the word '{word}' mixes scripts", word=slip.written)
        hint = say("retype it in one script; separate words of two scripts with a space")
        yield script_mixed.at(segment, slip.position, message, hint)


@rule(TEXT, error="text-mojibake")
def text_mojibake(segment: TextSegment) -> Iterator[Problem]:
    """Text read in a wrong encoding is read by nobody; once a line, since it comes in heaps."""
    last = 0
    for position, wording, meant in islice(mojibake(segment.text), MAX_REPORTED):
        line = segment.line_at(position)
        if line != last:
            yield text_mojibake.at(segment, position, *about_mojibake(wording, meant))
        last = line


@rule(TEXT, warning="digit-foreign")
def digit_foreign(segment: TextSegment) -> Iterator[Problem]:
    """Digits of another script slow the reader, and are read in another direction."""
    for at, written, expected in digits.foreign_digits(segment.text, segment.lang):
        message = say(
            "the digits of '{digits}' are of another script; expected '{expected}'",
            digits=written,
            expected=expected,
        )
        yield digit_foreign.at(segment, at, message)


@rule(TEXT, warning="number-sign")
def number_sign(segment: TextSegment) -> Iterator[Problem]:
    """Persian numbers have signs of their own: ۲٫۶ and ۱۸٬۲۶۰ and ۱۲٪."""
    for slip in digits.foreign_number_marks(segment.text) if segment.lang == "fa" else ():
        message = say(
            "the character '{sign}' in a Persian number; expected {expected}",
            sign=slip.written,
            expected="«٪», right after the number"
            if slip.expected == "٪"
            else f"«{slip.expected}»",
        )
        yield number_sign.at(segment, slip.position, message)


@rule(TEXT, warning="punctuation-foreign")
def punctuation_foreign(segment: TextSegment) -> Iterator[Problem]:
    """A Latin comma in Persian hangs the wrong way round, and a Persian one in English, too."""
    for at, sign, expected in punctuation.foreign_marks(segment.text, segment.lang):
        message = say("the character '{sign}'; expected '{expected}'", sign=sign, expected=expected)
        yield punctuation_foreign.at(segment, at, message)


@rule(TEXT, warning="ellipsis-dots")
def ellipsis_dots(segment: TextSegment) -> Iterator[Problem]:
    """An ellipsis is one sign, so that it is never parted at the end of a line."""
    for slip in punctuation.ellipses(segment.text):
        message = say("'{dots}'; expected the single character '…'", dots=slip.written)
        yield ellipsis_dots.at(segment, slip.position, message)


@rule(TEXT, warning="quotation-marks")
def quotation_marks(segment: TextSegment) -> Iterator[Problem]:
    """Quotation marks say where a quotation begins and ends, and in which language it is told."""
    expected = _QUOTES[segment.lang]
    for slip in punctuation.foreign_quotes(segment.text, segment.lang):
        message = say(
            "the mark '{mark}'; expected {expected}", mark=slip.written, expected=expected
        )
        yield quotation_marks.at(segment, slip.position, message)


@rule(TEXT, warning="bracket-unpaired")
def bracket_unpaired(segment: TextSegment) -> Iterator[Problem]:
    """An open bracket or quotation, or one typed the wrong way round, which right-to-left hides."""
    for slip in punctuation.unpaired_brackets(segment.text):
        message = say("'{sign}' has no counterpart in its paragraph", sign=slip.written)
        hint = say("close it or reverse it: some keyboard layouts swap ( and )")
        yield bracket_unpaired.at(segment, slip.position, message, hint)


@rule(TEXT, warning="space-wrong")
def space_wrong(segment: TextSegment) -> Iterator[Problem]:
    """Spaces part words, one at a time, and belong after a sign and not before it: a warning."""
    for space in spaces.wrong_spaces(segment.text, segment.lang):
        message = (
            say("a space is missing before '{text}'", text=space.word)
            if space.is_missing
            else say("an extra space, or one of the wrong kind, after '{text}'", text=space.word)
        )
        yield space_wrong.at(segment, space.position, message)


@rule(TEXT, error="half-space-wrong")
def half_space_wrong(segment: TextSegment) -> Iterator[Problem]:
    """A half-space that parts nothing is not seen, and hides its word from a search: an error."""
    for slip in spaces.wrong_half_spaces(segment.text):
        message = say("a half-space (ZWNJ) outside a Persian word: '{text}'", text=slip.written)
        hint = say("delete it; a word has one half-space between two letters")
        yield half_space_wrong.at(segment, slip.position, message, hint)


@rule(WORDS, warning="half-space-missing")
def half_space_missing(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """«میتواند» and «می تواند» are «می\u200cتواند»; a warning, since it rests on lists of words.

    A word or two in quotation marks are a sample of how somebody spells.
    """
    texts = [it for it in segments if it.lang == "fa"]
    if not texts:
        return  # what it takes is made of long lists of words
    lexicon = catalogue.lexicon
    suspects = _suspects(catalogue.word_lists)
    hint = say(
        "`newsroom tidy` fixes it; add a word that is already correct to data/orthography.yml"
    )
    for segment in texts:
        for start, line in lines_of(segment.text):
            if suspects.may_want(line):
                for word in restore(blank_samples(line), lexicon).changed:
                    message = say(
                        "'{word}'; expected '{expected}'", word=word.raw, expected=word.text
                    )
                    yield half_space_missing.at(segment, start, message, hint)


@lru_cache(maxsize=1)
def _suspects(word_lists: WordLists) -> Suspects:
    """Kept, since it takes as long as checking a small record."""
    return Suspects(Lexicon.of(word_lists))
