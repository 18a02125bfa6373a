"""A first suggestion of a name in the other script, letter by letter; an editor settles it."""

import re
from collections.abc import Mapping

from newsroom.text.persian import HALF_SPACE, fold_word

_WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
_PERSIAN_UNITS = (
    "sch:ش sh:ش ch:چ kh:خ gh:غ zh:ژ th:ت ph:ف ck:ک oo:و ou:و ee:ی ea:ی ai:ای ay:ای ei:ی "
    "a:ا b:ب c:ک d:د e: f:ف g:گ h:ه i:ی j:ج k:ک l:ل m:م n:ن o:و p:پ q:ک r:ر s:س t:ت u:و v:و w:و "
    "x:کس y:ی z:ز"
)
_LATIN_UNITS = (
    "ا:a آ:a ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z ع: "
    "غ:gh ف:f ق:q ک:k گ:g ل:l م:m ن:n و:o ه:h ی:i ئ:y ء:"
)


def _table(units: str) -> Mapping[str, str]:
    return {one: other for one, _, other in (unit.partition(":") for unit in units.split())}


_TO_PERSIAN, _TO_LATIN = _table(_PERSIAN_UNITS), _table(_LATIN_UNITS)
_UNIT = re.compile("|".join(sorted(_TO_PERSIAN, key=len, reverse=True)))


def transliterate(name: str, lang: str) -> str:
    """`name`, written in `lang`, in the letters of the other language; may be empty."""
    write = _word_to_persian if lang == "en" else _word_to_latin
    return " ".join(filter(None, map(write, _WORD.findall(name))))


def _word_to_latin(word: str) -> str:
    letters = (_TO_LATIN.get(letter, "") for letter in word.replace(HALF_SPACE, ""))
    return "".join(letters).capitalize()


def _word_to_persian(word: str) -> str:
    plain = fold_word(word)
    letters = _UNIT.sub(lambda unit: _TO_PERSIAN[unit[0]], plain)
    letters = "".join(letter for letter in letters if not letter.isascii())
    if plain.startswith("a"):
        return "آ" + letters.removeprefix("ا")
    return "ا" + letters if plain[:1] in "eiou" and not letters.startswith("ا") else letters
