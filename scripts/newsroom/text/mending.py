"""Half-spaces within a word that is written as one: «میتواند», «همکاریها», «بزرگترین»."""

import re

from newsroom.text.lexicon import DEGREES, POSSESSIVES, Lexicon, junction
from newsroom.text.persian import HALF_SPACE
from newsroom.text.verbs import PREFIXES

_GLUED_PLURALS = (
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "هاست", "ها",
)  # fmt: skip
_PLURAL_ROOTS = re.compile(
    "(?:بی|نه|نیمه|گران|پر|خون|شیر|کم|هم)?(?:انتها|منتها|اشتها|تنها|بها|رها)"
    "(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست)?"
)
"""«انتهایش», «پربها»: words of which «ها» is a part."""
_VERB_ENDINGS = ("ایم", "اید", "اند", "ام")


def mend_word(word: str, lexicon: Lexicon) -> str:
    """A word with the half-spaces it needs inside; as it was when nothing is certain."""
    if word in lexicon.splits:
        return lexicon.splits[word]
    if word in lexicon.keep:
        return word
    parts = word.split(HALF_SPACE)
    mended = [part if part in lexicon.endings else _mend_part(part, lexicon) for part in parts]
    text = HALF_SPACE.join(mended)
    return with_compound(text, (), lexicon) or text


def is_doubtful(word: str, lexicon: Lexicon) -> bool:
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


def with_compound(text: str, ends: tuple[int, ...], lexicon: Lexicon) -> str | None:
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


def _mend_part(part: str, lexicon: Lexicon) -> str:
    compound = lexicon.compounds.get(part)
    if part in lexicon.keep or len(part) < 4 or _PLURAL_ROOTS.fullmatch(part):
        return part
    if compound and compound.is_loose:
        return part
    return (
        with_compound(part, (), lexicon)
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
