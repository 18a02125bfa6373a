"""The words Persian and English write numbers with.

Values are texts that `Fraction` reads. A word may have more than one reading: "third" is the 3 of a
third meeting and the 1/3 of a third of it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from newsroom.text.persian import FOLD

UNITS: dict[str, dict[str, int]] = {
    "fa": {
        "صفر": 0, "یک": 1, "یکی": 1, "دو": 2, "سه": 3, "چهار": 4, "چار": 4, "پنج": 5, "شش": 6,
        "شیش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10, "یازده": 11, "دوازده": 12, "سیزده": 13,
        "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18, "هیجده": 18, "نوزده": 19,
        "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80,
        "نود": 90, "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500,
        "ششصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
    },
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    },
}  # fmt: skip

SCALES: dict[str, dict[str, int]] = {
    "fa": {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "بیلیون": 10**12, "تریلیون": 10**12},
    "en": {
        "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    },
}  # fmt: skip
"""What multiplies the number before it. The letters count behind digits only: "5m"."""

_FA_ORDINALS = (
    "یکم,اول,نخست,نخستین,اولین|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|"
    "چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم|بیستم"
)
_EN_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)


def _ordinals() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {"fa": {}, "en": {}}
    for value, spellings in enumerate(_FA_ORDINALS.split("|"), 1):
        for word in spellings.split(","):
            found["fa"][word] = value
            if word.endswith("م"):
                found["fa"][f"{word}ین"] = value
    for value, word in enumerate(_EN_ORDINALS.split("|"), 1):
        found["en"][word] = value
    found["fa"] |= {"چهلم": 40, "پنجاهم": 50, "شصتم": 60, "صدم": 100, "هزارم": 1000}
    found["en"] |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
    return found


ORDINALS = _ordinals()

ALLUSIONS: dict[str, dict[str, str]] = {
    "fa": {
        "نیم": "1/2", "نیمی": "1/2", "نصف": "1/2", "ربع": "1/4", "ثلث": "1/3", "جفت": "2",
        "دوباره": "2", "ثانیا": "2", "ثانی": "2", "ثالثا": "3", "ثالث": "3", "دوجین": "12",
        "دهه": "10", "سده": "100", "قرن": "100", "ظهر": "12", "هردو": "2", "هرسه": "3",
        "نیمه": "1/2",
    },
    "en": {
        "half": "1/2", "halves": "1/2", "quarter": "1/4", "quarters": "1/4", "dozen": "12",
        "score": "20", "both": "2", "twice": "2", "double": "2", "doubled": "2", "couple": "2",
        "pair": "2", "twin": "2", "bilateral": "2", "twofold": "2", "again": "2", "another": "2",
        "trilateral": "3", "thrice": "3", "triple": "3", "trio": "3", "threefold": "3",
        "quartet": "4", "decade": "10", "decades": "10", "century": "100", "centuries": "100",
        "noon": "12", "fortnight": "2", "once": "1", "single": "1", "sole": "1",
    },
}  # fmt: skip
"""Words that tell a number in passing: they answer for one, and ask for none themselves."""

_PLURALS = {f"{word}s": value for word, value in ORDINALS["en"].items() if value > 2}
_WORD = re.compile(r"[^\W\d_]+|[0-9]+(?:[./٬٫][0-9]+|[,،][0-9]{3}(?![0-9]))*")
_LONGEST = 40
"""Digits of a number; what is longer is none that anybody compares."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,٬،][0-9]{3})+(?:[.٫][0-9]+)?")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DIGIT_RUN = re.compile(r"[0-9۰-۹٠-٩][0-9۰-۹٠-٩.,٬٫/]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNINGS = {
    word: str(value).strip("0")
    for table in (UNITS, ORDINALS)
    for words in table.values()
    for word, value in words.items()
}
"""What the digits of each word for a number begin with."""
_SCALE_WORDS = frozenset(word for words in SCALES.values() for word in words)
_ANY_DIGIT = re.compile("[0-9۰-۹٠-٩]")
_TELLING = {
    lang: frozenset(
        form
        for word in (
            *(word for word, value in UNITS[lang].items() if value > 1 and word != "نه"),
            *(word for word in SCALES[lang] if len(word) > 2),
            *(word for word, value in ORDINALS[lang].items() if value > 2),
            *(f"{before}و{after}" for before in UNITS["fa"] for after in UNITS["fa"]),
            *_PLURALS,
        )
        for form in (word, word.capitalize())
    )
    for lang in UNITS
}
"""The words a number that is certain has one of."""
_LAST_PARTS = frozenset((*UNITS["fa"], *ORDINALS["fa"]))
_NOTHING = Fraction(0)
_KINDS = {
    lang: {
        **{word: ("allusion", Fraction(value)) for word, value in ALLUSIONS[lang].items()},
        **{word: ("ordinal", Fraction(value)) for word, value in ORDINALS[lang].items()},
        **{word: ("scale", Fraction(value)) for word, value in SCALES[lang].items()},
        **{word: ("unit", Fraction(value)) for word, value in UNITS[lang].items()},
        **dict.fromkeys(("و", "and"), ("and", _NOTHING)),
    }
    for lang in UNITS
}
_KINDS["en"] |= {word: ("ordinal", Fraction(value)) for word, value in _PLURALS.items()}


class Word(NamedTuple):
    """A word of a text that numbers are made of, or another one."""

    start: int
    end: int
    text: str
    kind: str = ""
    """`unit`, `digits`, `scale`, `ordinal`, `allusion`, `and`; empty for another word."""
    value: Fraction = Fraction(0)
    also: Fraction | None = None
    """The other reading of digits: «۲/۶» is 2.6 or 2/6."""
    gap: str = ""
    """What stands between the word before and this one."""


def may_count(text: str, words: Iterable[str], lang: str) -> bool:
    """Whether a text, given with its words, may hold a number that is certain.

    To read it word for word costs ten times as much.
    """
    return not _TELLING[lang].isdisjoint(words) or _ANY_DIGIT.search(text) is not None


def may_begin(text: str, beginnings: Collection[str]) -> bool:
    """Whether a text may tell a number that begins with one of these digits, zeros left out.

    In digits, or in a word its own words begin with. To read every text number by number costs
    fifty times as much.
    """
    runs = (run.translate(FOLD) for run in _DIGIT_RUN.findall(text))
    found = {"".join(filter(str.isdecimal, run)).strip("0") for run in runs}
    words = frozenset(_LETTERS.findall(text.lower()))
    words |= {part for word in words for part in word.split("و")}  # «صدوپنجاه»
    found |= {_BEGINNINGS[word] for word in words if word in _BEGINNINGS}
    is_scaled = not words.isdisjoint(_SCALE_WORDS)  # «۱۸ هزار و ۲۶۰» begins with its 18
    return any(
        known == part or (is_scaled and part and known.startswith(part))
        for known in beginnings
        for part in found
    )


def words_of(text: str, folded: str, lang: str) -> Iterator[Word]:
    """The words of a text; a Persian compound, «صدوپنجاه», as the words it is made of."""
    end = 0
    for match in _WORD.finditer(folded):
        gap, end = text[end : match.start()], match.end()
        known = _known(match[0], match.start(), match.end(), gap, lang)
        parts = _parted(match[0]) if lang == "fa" and not known.kind else ()
        if not parts:
            yield known
            continue
        for part, offset in parts:
            start = match.start() + offset
            yield _known(part, start, start + len(part), gap, lang)
            gap = ""
    yield Word(len(text), len(text), "", gap=text[end:])


def _parted(word: str) -> tuple[tuple[str, int], ...]:
    """«صدوپنجاه» and the «ویک» of «بیست‌ویک» as their parts, with their places."""
    if "و" not in word:
        return ()
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        if letter == "و" and after in _LAST_PARTS and (not before or before in UNITS["fa"]):
            parts = (before, 0), ("و", at), (after, at + 1)
            return tuple(part for part in parts if part[0])
    if word.startswith("دو") and word[2:] in ORDINALS["fa"]:  # «دوسوم»
        return ("دو", 0), (word[2:], 2)
    return ()


def _known(word: str, start: int, end: int, gap: str, lang: str) -> Word:
    if "0" <= word[0] <= "9":
        value, also = _value(word[:_LONGEST].rstrip("./,٬٫،"), lang)
        return Word(start, end, word, "digits", value, also, gap)
    kind, number = _KINDS[lang].get(word, ("", _NOTHING))
    return Word(start, end, word, kind, number, None, gap)


def _value(digits: str, lang: str) -> tuple[Fraction, Fraction | None]:
    """What digits with their separators mean, and what else they may."""
    if _GROUPED.fullmatch(digits):
        return Fraction(re.sub("[,٬،]", "", digits).replace("٫", ".")), None
    if digits.isdecimal():
        return Fraction(int(digits)), None
    plain = digits.replace("٫", ".").replace("،", ".").replace("٬", ".").replace(",", ".")
    if "/" in plain:
        before, _, after = plain.partition("/")
        if not after.isdigit() or not before.isdigit() or not int(after):
            return Fraction(re.sub(r"\D.*", "", plain)), None
        ratio = Fraction(int(before), int(after))
        return (Fraction(f"{before}.{after}"), ratio) if lang == "fa" else (ratio, None)
    if plain.count(".") > 1:
        return Fraction(re.sub(r"\D", "", plain)), None
    also = Fraction(plain.replace(".", "")) if lang == "fa" and _DOTTED.fullmatch(digits) else None
    return Fraction(plain), also
