"""Half-spaces put back where an extraction or a hurried hand lost them.

«میتواند» and «می تواند» are both «می\u200cتواند», «فرصت ها» is «فرصت\u200cها». A line is read as
words; first every word is mended by itself, then words that belong together are joined. What is
done rests on the word lists of a `Lexicon` and on endings that are never words of their own; what
the lists do not settle is reported and left. After a letter that does not join on to the next (ا د
ر و …) no half-space is needed, so that «شهر ها» becomes «شهرها».
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.text.letters import LETTERS
from newsroom.text.lexicon import PLURALS, Lexicon, junction
from newsroom.text.persian import HALF_SPACE, HARAKAT

_WORD = re.compile(rf"[{LETTERS}][{LETTERS}{HARAKAT}{HALF_SPACE}]*")
_GLUED_PLURALS = ("هایشان", "هایمان", "هایی", "هایش", "های", "ها")
_VERB_ENDINGS = ("ایم", "اید", "اند", "ام")
_PREFIXES = ("", "بر", "در", "باز", "فرا", "وا", "فرو")
SIGNS = frozenset(prefix + sign for prefix in _PREFIXES for sign in ("می", "نمی"))
"""What stands before a verb and is joined to it."""
_LONGEST = 4
"""Words a compound may be spread over."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: where it stood, as it stood, and as it is to be."""

    start: int
    end: int
    raw: str
    text: str

    @property
    def is_changed(self) -> bool:
        return self.raw != self.text


@dataclass(frozen=True, slots=True)
class Restored:
    """A line with its half-spaces, and the words that were changed or are doubtful, in order."""

    text: str
    changed: tuple[Word, ...]
    doubtful: tuple[Word, ...]


def restore(line: str, lexicon: Lexicon) -> Restored:
    """`line` with half-spaces where they belong; letters are never changed, nor their order."""
    words = [
        Word(match.start(), match.end(), match[0], mend_word(match[0], lexicon))
        for match in _WORD.finditer(line)
    ]
    for join in (_join_endings, _join_verbs, _join_compounds):
        words = join(line, words, lexicon)
    parts, done = [], 0
    for word in words:
        parts += [line[done : word.start], word.text]
        done = word.end
    changed = tuple(word for word in words if word.is_changed)
    doubtful = tuple(word for word in words if _is_doubtful(word.text, lexicon))
    return Restored("".join([*parts, line[done:]]), changed, doubtful)


def mend_word(word: str, lexicon: Lexicon) -> str:
    """A word with the half-spaces it needs inside; as it was when nothing is certain."""
    if word in lexicon.splits:
        return lexicon.splits[word]
    if word in lexicon.keep:
        return word
    parts = word.split(HALF_SPACE)
    mended = [part if part in lexicon.endings else _mend_part(part, lexicon) for part in parts]
    text = HALF_SPACE.join(mended)
    return _with_compound(text, (), lexicon) or text


def _mend_part(part: str, lexicon: Lexicon) -> str:
    if part in lexicon.keep or len(part) < 4:
        return part
    return (
        _with_compound(part, (), lexicon)
        or _mend_verb(part, lexicon)
        or _mend_participle(part, lexicon)
        or _mend_plural(part, lexicon)
        or _mend_degree(part, lexicon)
        or part
    )


def _mend_verb(word: str, lexicon: Lexicon) -> str | None:
    """«میتواند», «نمیشود», «برمیگردد»."""
    for prefix in _PREFIXES:
        for sign in ("می", "نمی"):
            start = prefix + sign
            if word.startswith(start) and word[len(start) :] in lexicon.glued_verbs:
                return start + HALF_SPACE + word[len(start) :]
    return None


def _mend_participle(word: str, lexicon: Lexicon) -> str | None:
    """«کردهاند», «شدهایم», and «شدهاست», which is two words."""
    if word.endswith("است") and word[:-3] in lexicon.participles:
        return f"{word[:-3]} است"
    for ending in _VERB_ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) in lexicon.participles:
            return word.removesuffix(ending) + HALF_SPACE + ending
    return None


def _mend_plural(word: str, lexicon: Lexicon) -> str | None:
    """«همکاریها», «دانشگاههای»; and «منطقهای», which is «منطقه\u200cای»."""
    ending = next((end for end in _GLUED_PLURALS if word.endswith(end)), None)
    if ending is None:
        return None
    stem = word.removesuffix(ending)
    if stem + "ه" in lexicon.silent_heh:
        if ending == "های":  # «نامهای» may be names or a letter
            return None if stem in lexicon.nouns else f"{stem}ه{HALF_SPACE}ای"
        if stem not in lexicon.nouns:
            return None
    if not junction(stem) or (len(stem) < 3 and stem not in lexicon.nouns):
        return None
    mended = _mend_part(stem, lexicon)
    is_certain = ending != "های" or mended != stem or lexicon.is_noun(stem)
    return mended + HALF_SPACE + ending if is_certain else None


def _mend_degree(word: str, lexicon: Lexicon) -> str | None:
    """«بزرگترین»."""
    for ending in ("ترین", "تر"):
        stem = word.removesuffix(ending)
        if stem != word and stem in lexicon.adjectives and junction(stem):
            return stem + HALF_SPACE + ending
    return None


def _join_endings(line: str, words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Endings that stand alone go to the word before them: «فرصت ها», «کمیته ای», «مهم ترین»."""
    joined: list[Word] = []
    for at, word in enumerate(words):
        before = joined[-1] if joined else None
        after = words[at + 1].text if at + 1 < len(words) else ""
        if before and _is_gap(line, before, word) and _takes(before.text, word.text, lexicon):
            pair = (word.text, after)
            if pair not in lexicon.apart and (before.text, word.text) not in lexicon.apart:
                joined[-1] = _join(before, word, before.text + junction(before.text) + word.text)
                continue
        joined.append(word)
    return joined


def _takes(stem: str, ending: str, lexicon: Lexicon) -> bool:
    if len(stem) < 2 or stem in lexicon.loners:
        return False
    last = stem.rpartition(HALF_SPACE)[2]
    if ending in PLURALS:
        return stem not in PLURALS and last not in lexicon.endings
    if ending.partition(HALF_SPACE)[0] in lexicon.bound:
        return last not in lexicon.endings and not _is_verb(stem, lexicon)
    if ending in ("اند", "ایم", "اید", "ای"):
        return stem.endswith("ه") and len(stem) > 2
    if ending == "ام":
        return last in lexicon.participles
    return ending == "ترین" or (ending == "تر" and last in lexicon.adjectives)


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    sign, _, form = word.partition(HALF_SPACE)
    return word in lexicon.verbs or (sign in ("می", "نمی") and form in lexicon.verbs)


def _join_verbs(line: str, words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """«می تواند»; not the May of «۱۲ می رسید»."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            before
            and _is_gap(line, before, word)
            and before.text in SIGNS
            and word.text in lexicon.verbs
            and not _is_month(line, joined)
        ):
            joined[-1] = _join(before, word, before.text + HALF_SPACE + word.text)
        else:
            joined.append(word)
    return joined


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
            if word := _compound_of(line, run, lexicon):
                joined.append(word)
                at += size
                break
        else:
            joined.append(words[at])
            at += 1
    return joined


def _compound_of(line: str, run: Sequence[Word], lexicon: Lexicon) -> Word | None:
    for first, second in pairwise(run):
        if not _is_gap(line, first, second) or (first.text, second.text) in lexicon.apart:
            return None
    text = "".join(word.text for word in run)
    ends, length = [], 0
    for word in run[:-1]:
        length += len(word.text.replace(HALF_SPACE, ""))
        ends.append(length)
    compound = _with_compound(text, tuple(ends), lexicon)
    return _join(run[0], run[-1], compound, line) if compound else None


def _with_compound(text: str, ends: tuple[int, ...], lexicon: Lexicon) -> str | None:
    """`text` with the compound it begins with as the list has it, its endings kept.

    `ends` are the places, in letters, where words were parted; the compound must be parted there,
    too.
    """
    parts = text.split(HALF_SPACE)
    for size in range(len(parts), 0, -1):
        compound = lexicon.compounds.get("".join(parts[:size]))
        if compound and set(ends) <= compound.joints:
            rest = parts[size:]
            if not ends and compound.is_loose:
                return None
            if size > 1 and not ends and HALF_SPACE not in compound.text:
                return text  # written with a half-space where none is needed: no error
            return HALF_SPACE.join([compound.text, *rest])
    return None


def _join(first: Word, last: Word, text: str, line: str | None = None) -> Word:
    raw = line[first.start : last.end] if line else f"{first.raw} {last.raw}"
    return replace(first, end=last.end, raw=raw, text=text)


def _is_gap(line: str, first: Word, second: Word) -> bool:
    return line[first.end : second.start] == " "


def _is_doubtful(word: str, lexicon: Lexicon) -> bool:
    """Whether a word looks as if a half-space were missing that no list settles."""
    part = word.rpartition(HALF_SPACE)[2]
    if word in lexicon.keep or part in lexicon.endings or lexicon.is_settled(word):
        return False
    stems = (part.removesuffix(end) for end in (*lexicon.doubtful, "های") if part.endswith(end))
    return any(len(stem) > 2 and junction(stem) for stem in stems)
