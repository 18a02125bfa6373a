"""A first suggestion of a name in the other script, letter by letter; an editor settles it."""

import re
from collections.abc import Mapping, Sequence

from newsroom.text.persian import HALF_SPACE, fold_word

_PERSIAN_UNITS = (
    "sch:ش sh:ش ch:چ kh:خ gh:غ zh:ژ th:ت ph:ف ck:ک oo:و ou:و ee:ی ea:ی ai:ای ay:ای ei:ی "
    "a:ا b:ب c:ک d:د e: f:ف g:گ h:ه i:ی j:ج k:ک l:ل m:م n:ن o:و p:پ q:ک r:ر s:س t:ت u:و v:و w:و "
    "x:کس y:ی z:ز"
)
_LATIN_UNITS = (
    "ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z "
    "غ:gh ف:f ق:q ک:k گ:g ل:l م:m ن:n ه:h ئ:y"
)


def _table(units: str) -> Mapping[str, str]:
    return {one: other for one, _, other in (unit.partition(":") for unit in units.split())}


_TO_PERSIAN, _TO_LATIN = _table(_PERSIAN_UNITS), _table(_LATIN_UNITS)
_VOWELS = frozenset(("a", "i", "u", "eh"))
_SONANTS = frozenset("r l n m s sh f kh y".split())
"""Consonants another may follow at the end of a word: «رستم» asks for a vowel, «نبرد» for none."""
_ENDINGS = {
    "زاده": "zadeh", "پور": "pour", "نیا": "nia", "فر": "far", "نژاد": "nejad", "یان": "ian",
    "دوست": "doust", "منش": "manesh", "تبار": "tabar", "پناه": "panah", "خواه": "khah",
    "وند": "vand",
}  # fmt: skip
_SON = "پور"
"""Stands before a name as well as behind one."""
_UNIT = re.compile("|".join(sorted(_TO_PERSIAN, key=len, reverse=True)))


def transliterate(name: str, lang: str, given: Mapping[str, str] | None = None) -> str:
    """`name`, written in `lang`, in the letters of the other language; may be empty.

    `given` are given names in Latin letters by their folded Persian ones.
    """
    words = "".join(char if char.isalpha() or char == HALF_SPACE else " " for char in name).split()
    if lang == "en":
        return " ".join(filter(None, map(_word_to_persian, words)))
    return " ".join(filter(None, (_word_to_latin(word, given or {}) for word in words)))


def _word_to_latin(word: str, given: Mapping[str, str]) -> str:
    return "".join(_part_to_latin(part, given) for part in word.split(HALF_SPACE)).capitalize()


def _part_to_latin(part: str, given: Mapping[str, str]) -> str:
    """A part of a word by the lists, or letter by letter: vowels Persian does not write are "a"."""
    plain = fold_word(part)
    if plain in given:
        return given[plain].lower()
    ending = next((end for end in _ENDINGS if plain.endswith(end) and plain != end), "")
    if ending and len(plain) > len(ending) + 1:
        return _part_to_latin(plain.removesuffix(ending), given) + _ENDINGS[ending]
    if plain.startswith(_SON) and len(plain) > len(_SON) + 1:
        return _ENDINGS[_SON] + _part_to_latin(plain.removeprefix(_SON), given)
    return _ENDINGS.get(plain) or _voiced(_sounds(plain))


def _sounds(word: str) -> list[str]:
    """The sounds of a word as it is written, in order."""
    sounds: list[str] = []
    for at, letter in enumerate(word):
        before = sounds[-1] if sounds else ""
        after = word[at + 1 : at + 2]
        if letter == "ا":
            sounds.append("a")
        elif letter == "و":
            sounds.append("v" if not before or before in _VOWELS or after in ("ا", "ی") else "u")
        elif letter == "ی":
            is_glide = not before or before in _VOWELS or after in ("ا", "و")
            sounds.append("y" if is_glide and after else "i")
        elif letter == "ع":
            sounds += ["a"] if after not in ("ا", "ی", "و", "") and before not in _VOWELS else []
        elif letter == "ه" and not after and before and before not in _VOWELS:
            sounds.append("eh")
        elif latin := _TO_LATIN.get(letter):
            sounds.append(latin)
    return sounds


def _voiced(sounds: Sequence[str]) -> str:
    """The sounds with an "a" where a syllable would begin, or end, with too many consonants."""
    written: list[str] = []
    run = 0
    for at, sound in enumerate(sounds):
        run = 0 if sound in _VOWELS else run + 1
        is_last = at + 1 == len(sounds)
        is_start = run == at + 1
        is_crowded = run == 3 or (is_start and run == 2)
        is_harsh = is_last and run == 2 and written[-1:] and written[-1] not in _SONANTS
        if is_crowded or is_harsh:
            written.append("a")
            run = 1
        written.append(sound)
    return "".join(written)


def _word_to_persian(word: str) -> str:
    plain = fold_word(word)
    letters = _UNIT.sub(lambda unit: _TO_PERSIAN[unit[0]], plain)
    letters = "".join(letter for letter in letters if not letter.isascii())
    if plain.startswith("a"):
        return "آ" + letters.removeprefix("ا")
    return "ا" + letters if plain[:1] in "eiou" and not letters.startswith("ا") else letters
