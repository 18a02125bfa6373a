"""Half-spaces put back where an extraction or a hurried hand lost them.

«میتواند» and «می تواند» are both «می\u200cتواند», «فرصت ها» is «فرصت\u200cها». A line is read as
words; first every word is mended by itself, then words that belong together are joined. What is
done rests on the word lists of a `Lexicon` and on endings that are never words of their own; what
the lists do not settle is reported and left. After a letter that does not join on to the next (ا د
ر و …) no half-space is needed, so that «شهر ها» becomes «شهرها».
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.text.letters import PERSIAN_WORD
from newsroom.text.lexicon import (
    COPULAS,
    DEGREES,
    PLURALS,
    POSSESSIVES,
    Lexicon,
    junction,
)
from newsroom.text.mending import is_doubtful, mend_word, with_compound
from newsroom.text.persian import HALF_SPACE
from newsroom.text.verbs import AUXILIARIES, SIGNS

_LONGEST = 4
"""Words a compound may be spread over."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: where it stood, as it stood, and as it is to be."""

    start: int
    end: int
    raw: str
    text: str
    begins_name: bool = False
    """Whether a registered name begins with it: it is no part of the word before it."""

    @property
    def is_changed(self) -> bool:
        """Whether it gets or loses a half-space."""
        return self.raw != self.text


@dataclass(frozen=True, slots=True)
class Restored:
    """A line with its half-spaces, and the words that were changed or are doubtful, in order."""

    text: str
    changed: tuple[Word, ...]
    doubtful: tuple[Word, ...]


def restore(line: str, lexicon: Lexicon) -> Restored:
    """`line` with half-spaces where they belong; letters are never changed, nor their order."""
    words = list(_words_of(line, lexicon))
    for fits in (_is_prefixed, _is_inflected, _is_conjugated):
        words = _join_pairs(line, words, lexicon, fits)
    words = _join_compounds(line, words, lexicon)
    parts, done = [], 0
    for word in words:
        parts += [line[done : word.start], word.text]
        done = word.end
    changed = tuple(word for word in words if word.is_changed)
    doubtful = [word for word in words if is_doubtful(word.text, lexicon)]
    doubtful = sorted([*doubtful, *_of_taste(line, words, lexicon)], key=lambda word: word.start)
    return Restored("".join([*parts, line[done:]]), changed, tuple(doubtful))


def _words_of(line: str, lexicon: Lexicon) -> Iterator[Word]:
    found = list(PERSIAN_WORD.finditer(line))
    raws = tuple(match[0] for match in found)
    for at, match in enumerate(found):
        begins_name = match[0] in lexicon.names and lexicon.begins_name(raws[at:])
        text = mend_word(match[0], lexicon)
        yield Word(match.start(), match.end(), match[0], text, begins_name)


_Fits = Callable[[str, str, str, Lexicon], bool]
"""Whether the second of two words is joined to the first; the third is the one behind them."""


def _join_pairs(line: str, words: Sequence[Word], lexicon: Lexicon, fits: _Fits) -> list[Word]:
    joined: list[Word] = []
    for at, word in enumerate(words):
        before = joined[-1] if joined else None
        after = words[at + 1].text if at + 1 < len(words) else ""
        if (
            before
            and _may_join(line, before, word)
            and (before.text, word.text) not in lexicon.apart
            and (word.text, after) not in lexicon.apart
            and not (before.text in ("می", "نمی") and _is_month(line, joined))
            and fits(before.text, word.text, after, lexicon)
        ):
            joined[-1] = _join(before, word, before.text + junction(before.text) + word.text)
        else:
            joined.append(word)
    return joined


def _is_prefixed(prefix: str, word: str, after: str, lexicon: Lexicon) -> bool:
    """«بی تعادلی»; not «بی ویرگول», "without a comma", which is two words."""
    if prefix not in lexicon.prefixes or word in lexicon.loners or HALF_SPACE in word:
        return False
    return len(word) > 3 and word.endswith(("ی", "انه"))


def _is_inflected(stem: str, ending: str, after: str, lexicon: Lexicon) -> bool:
    """Endings that stand alone: «فرصت ها», «کمیته ای», «مهم ترین», «خانواده اش»."""
    if len(stem) < 2 or stem in lexicon.loners or stem in SIGNS:
        return False
    last = stem.rpartition(HALF_SPACE)[2]
    if ending in PLURALS:
        return stem not in PLURALS and last not in lexicon.endings
    if ending.partition(HALF_SPACE)[0] in lexicon.bound:
        return last not in lexicon.endings and not _is_verb(stem, lexicon)
    if ending in DEGREES:
        if last in lexicon.adjectives or ending == "ترین":
            return True
        is_other = last in lexicon.nouns or last in lexicon.endings - {"ای"}
        return not is_other and not _is_verb(stem, lexicon)
    if ending == "اند" and not _is_verb(stem, lexicon):
        return len(stem) > 2
    if ending == "ام" and after.startswith("ال"):
        return False  # «ام القرا»
    return ending in COPULAS | POSSESSIVES and stem.endswith(("ه", "ی")) and len(stem) > 2


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    sign, _, form = word.partition(HALF_SPACE)
    return word in lexicon.verbs or (sign in ("می", "نمی") and form in lexicon.verbs)


def _is_conjugated(sign: str, form: str, after: str, lexicon: Lexicon) -> bool:
    """«می تواند»; not the May of «۱۲ می رسید»."""
    if sign not in SIGNS:
        return False
    return form in lexicon.verbs or (len(form) > 3 and form.endswith(("ند", "یم", "ید")))


def _is_month(line: str, words: Sequence[Word]) -> bool:
    """Whether the last word is the month of May: after a number, or after «ماه»."""
    start = words[-1].start
    is_numbered = bool(re.search(r"[0-9۰-۹]\s*$", line[max(start - 4, 0) : start]))
    return is_numbered or (len(words) > 1 and words[-2].text in ("ماه", "اول"))


def _join_compounds(line: str, words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Compounds of the list, spread over two to four words: «بین المللی», «حمل و نقل»."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 1, -1):
            run = words[at : at + size]
            after = words[at + size] if at + size < len(words) else None
            if _is_verb_of(line, run, after, lexicon):
                continue
            if _has_apart(run, lexicon):
                continue
            if word := _compound_of(line, run, lexicon):
                joined.append(word)
                at += size
                break
        else:
            joined.append(words[at])
            at += 1
    return joined


def _is_verb_of(line: str, run: Sequence[Word], after: Word | None, lexicon: Lexicon) -> bool:
    """Whether the words are a verb: «افزایش یافته است», «آسیب دیده\u200cاند»."""
    stem, _, ending = run[-1].text.partition(HALF_SPACE)
    if stem not in lexicon.participles:
        return False
    is_next = after is not None and _is_gap(line, run[-1], after)
    return ending in COPULAS or (is_next and after is not None and after.text in AUXILIARIES)


def _of_taste(line: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Compounds that may as well stand apart, «هیچ کس», «گفت و گو»: they are told and left."""
    end = 0
    for at, word in enumerate(words):
        for size in range(_LONGEST, 1, -1):
            run = words[at : at + size]
            if word.start < end or not _has_apart(run, lexicon):
                continue
            if compound := _compound_of(line, run, lexicon):
                end = compound.end
                yield replace(compound, text=compound.raw)


def _has_apart(run: Sequence[Word], lexicon: Lexicon) -> bool:
    return any((first.text, second.text) in lexicon.apart for first, second in pairwise(run))


def _compound_of(line: str, run: Sequence[Word], lexicon: Lexicon) -> Word | None:
    if not all(_may_join(line, first, second) for first, second in pairwise(run)):
        return None
    text = "".join(word.text for word in run)
    ends, length = [], 0
    for word in run[:-1]:
        length += len(word.text.replace(HALF_SPACE, ""))
        ends.append(length)
    compound = with_compound(text, tuple(ends), lexicon)
    return _join(run[0], run[-1], compound, line) if compound else None


def _join(first: Word, last: Word, text: str, line: str | None = None) -> Word:
    raw = line[first.start : last.end] if line else f"{first.raw} {last.raw}"
    return replace(first, end=last.end, raw=raw, text=text)


def _may_join(line: str, first: Word, second: Word) -> bool:
    return not second.begins_name and _is_gap(line, first, second)


def _is_gap(line: str, first: Word, second: Word) -> bool:
    return line[first.end : second.start] == " "
