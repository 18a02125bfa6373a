"""Half-spaces put back where an extraction or a hurried hand lost them.

«میتواند» and «می تواند» are both «می\u200cتواند», «فرصت ها» is «فرصت\u200cها». A line is read as
words; first every word is mended by itself, then words that belong together are joined. What is
done rests on the word lists of a `Lexicon` and on endings that are never words of their own; what
the lists do not settle is reported and left. After a letter that does not join on to the next (ا د
ر و …) no half-space is needed, so that «شهر ها» becomes «شهرها».
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.text.letters import LETTERS
from newsroom.text.lexicon import (
    COPULAS,
    DEGREES,
    PLURALS,
    POSSESSIVES,
    Lexicon,
    junction,
)
from newsroom.text.persian import HALF_SPACE, HARAKAT
from newsroom.text.verbs import AUXILIARIES, PREFIXES, SIGNS

_WORD = re.compile(rf"[{LETTERS}][{LETTERS}{HARAKAT}{HALF_SPACE}]*")
_GLUED_PLURALS = (
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "هاست", "ها",
)  # fmt: skip
_PLURAL_ROOTS = re.compile(
    "(?:بی|نه|نیمه|گران|پر|خون|شیر|کم|هم)?(?:انتها|منتها|اشتها|تنها|بها|رها|نها|الها)"
    "(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست)?"
)
"""«انتهایش», «پربها»: words of which «ها» is a part."""
_VERB_ENDINGS = ("ایم", "اید", "اند", "ام")
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
    for fits in (_is_prefixed, _is_inflected, _is_conjugated):
        words = _join_pairs(line, words, lexicon, fits)
    words = _join_compounds(line, words, lexicon)
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
    compound = lexicon.compounds.get(part)
    if part in lexicon.keep or len(part) < 4 or _PLURAL_ROOTS.fullmatch(part):
        return part
    if compound and compound.is_loose:
        return part
    return (
        _with_compound(part, (), lexicon)
        or _mend_verb(part, lexicon)
        or _mend_participle(part, lexicon)
        or _mend_plural(part, lexicon)
        or _mend_degree(part, lexicon)
        or _mend_after_heh(part, lexicon)
        or part
    )


def _mend_verb(word: str, lexicon: Lexicon) -> str | None:
    """«میتواند», «نمیشود», «برمیگردد», «میرفتهاند»."""
    for prefix in PREFIXES:
        for sign in ("می", "نمی"):
            start = prefix + sign
            form = word.removeprefix(start)
            if form == word:
                continue
            form = _mend_participle(form, lexicon) or form
            is_like = len(form) > 4 and form.endswith("ند") and not lexicon.begins_kept(word)
            if form in lexicon.verbs or is_like:
                return start + HALF_SPACE + form
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
    if lexicon.takes_heh(stem):
        if ending == "های":  # «نامهای» may be names or a letter
            return None if stem in lexicon.nouns else f"{stem}ه{HALF_SPACE}ای"
        if stem not in lexicon.nouns:
            return None
    if not junction(stem) or len(stem) < 2 or lexicon.joins_plural(stem):
        return None
    mended = _mend_part(stem, lexicon)
    is_certain = ending != "های" or mended != stem or lexicon.is_noun(stem)
    return mended + HALF_SPACE + ending if is_certain else None


def _mend_degree(word: str, lexicon: Lexicon) -> str | None:
    """«بزرگترین»; an unknown word takes «ترین» and not «تر», with which many words end."""
    for ending in ("ترین", "تر"):
        stem = word.removesuffix(ending)
        is_known = stem in lexicon.adjectives or (ending == "ترین" and len(stem) > 2)
        if stem != word and is_known and junction(stem):
            return _mend_part(stem, lexicon) + HALF_SPACE + ending
    return None


def _mend_after_heh(word: str, lexicon: Lexicon) -> str | None:
    """«خانوادهاش», «دستهبندی»: a silent «ه» joins on to nothing."""
    for end in range(3, len(word) - 1):
        stem, rest = word[:end], word[end:]
        if not stem.endswith("ه"):
            continue
        is_second = len(rest) > 3 and rest in lexicon.bound and stem[-2] not in "او"
        if is_second or (
            stem in lexicon.silent_heh
            and (
                rest in POSSESSIVES | DEGREES
                or rest.removesuffix("ی") in lexicon.bound | lexicon.heads
            )
        ):
            return _mend_part(stem, lexicon) + HALF_SPACE + rest
    return None


_Fits = Callable[[str, str, str, Lexicon], bool]
"""Whether the second of two words is joined to the first; the third is the one behind them."""


def _join_pairs(line: str, words: Sequence[Word], lexicon: Lexicon, fits: _Fits) -> list[Word]:
    joined: list[Word] = []
    for at, word in enumerate(words):
        before = joined[-1] if joined else None
        after = words[at + 1].text if at + 1 < len(words) else ""
        if (
            before
            and _is_gap(line, before, word)
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
            if not ends and compound.is_loose:
                return None
            if not ends and compound.text.count(HALF_SPACE) < size - 1:
                return text  # written with a half-space where none is needed: no error
            return HALF_SPACE.join([compound.text, *parts[size:]])
    return None


def _join(first: Word, last: Word, text: str, line: str | None = None) -> Word:
    raw = line[first.start : last.end] if line else f"{first.raw} {last.raw}"
    return replace(first, end=last.end, raw=raw, text=text)


def _is_gap(line: str, first: Word, second: Word) -> bool:
    return line[first.end : second.start] == " "


def _is_doubtful(word: str, lexicon: Lexicon) -> bool:
    """Whether a word looks as if a half-space were missing that no list settles."""
    part = word.rpartition(HALF_SPACE)[2]
    if word in lexicon.keep or part in lexicon.endings | lexicon.keep or lexicon.is_settled(word):
        return False
    if _PLURAL_ROOTS.fullmatch(part):
        return False
    ending = next((end for end in _GLUED_PLURALS if part.endswith(end)), "")
    stem = part.removesuffix(ending)
    if ending and len(stem) > 1 and junction(stem):
        return True
    stems = (part.removesuffix(end) for end in lexicon.doubtful if part.endswith(end))
    return any(len(stem) > 2 and junction(stem) for stem in stems)
