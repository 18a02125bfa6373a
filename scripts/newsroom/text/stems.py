"""Words as search compares them: one folding and one light stemming, for index and query alike.

What a word becomes is decided by the tables of this module and nothing else. `stem_tables` hands
them to the browser, where `assets/scripts/search/words.js` reads them the same way; a test holds
both against the same words. Persian loses its plural and comparative endings, a linking «ی» after a
vowel and the «می» of its verbs; never «ان», «ات» or «ی» alone, which end as many names as plurals.
English loses plurals, -ing, -ed, a last -e, and its British or American spelling.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from newsroom.text.persian import FOLD, HALF_SPACE, HARAKAT, fold_word

_MARKS = rf"{HARAKAT}\u0300-\u036f\u0640"
WORD = re.compile(
    r"\d+(?:[.,٫٬]\d+)*(?!\w)"
    rf"|[^\W_](?:[^\W_]|[{_MARKS}]|[{HALF_SPACE}'’](?=[^\W_]))*(?:\+(?!\w))?"
)
"""A word: a number with its separators, or letters with what joins them, «کتاب\u200cخانه»."""

HIDDEN = (
    "\u00ad\u061c\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Signs a reader cannot see and may have copied along; they are dropped before words are sought."""

_SEPARATORS = str.maketrans({",": None, "٬": None, "٫": "."})
_JOINTS = str.maketrans("", "", f"{HALF_SPACE}'’\u0640")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5]")


class Rule(NamedTuple):
    """One ending and what stands in its place when at least `least` letters are left before it."""

    ending: str
    put: str = ""
    least: int = 3
    vowel: bool = False
    """Whether what is left must have a vowel: "meeting", not "king"."""


def _endings(words: str, least: int = 3, vowel: bool = False) -> tuple[Rule, ...]:
    return tuple(Rule(word, "", least, vowel) for word in words.split())


_PERSIAN_STEPS = (
    _endings("هایشان هایتان هایمان هایی هایم هایت هایش های ها", least=2),
    _endings("ترین"),
    (
        Rule("شناسان", "شناس"),
        Rule("مندان", "مند"),
        Rule("انیان", "انی"),
        Rule("اران", "ار", 2),
        Rule("گران", "گر"),
        Rule("وران", "ور"),
        Rule("دگان", "ده", 2),
    ),
    (Rule("ای", "ا", 2), Rule("وی", "و", 2)),
)
_ENGLISH_STEPS = (
    (
        Rule("sses", "ss", 1),
        Rule("ies", "y", 2),
        Rule("xes", "x", 1),
        Rule("ches", "ch", 1),
        Rule("shes", "sh", 1),
        Rule("us", "us", 0),
        Rule("ss", "ss", 0),
        Rule("is", "is", 0),
        Rule("s"),
    ),
    (Rule("eed", "ee", 2), *_endings("ing ed", vowel=True)),
    tuple(Rule(letter * 2, letter, 2) for letter in "bdgmnprt"),
    (Rule("ization", "isation", 2), Rule("mme", "m", 2), Rule("our", "or"), Rule("e")),
    (Rule("iz", "is", 2),),
)
"""In each step the first rule whose ending fits is the one that counts."""

_VOWELS = frozenset("aeiouy")

_WHOLE = frozenset(
    "تنها تنهایی انها اینها بها بهای انتها انتهای منتها رها رهایی اشتها فقها باران یاران نگران "
    "دوران ایران تهران بهاران میدان میدانی برای جای پای رای سوی روی وی".split()
)
"""Words that only look as if they had an ending, folded."""

AFFIXES = frozenset(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین ای ی ام ات اش اند ایم اید مان تان "
    "شان می نمی".split()
)
"""Parts of a word that stand apart from it by a half-space, or by a careless space."""

_VERB_BEGINNINGS = ("نمی", "می")
_VERB_STEMS = frozenset(
    "کن کرد شو شد گو گفت خواه خواست توان توانست ده داد رو رفت ای امد باش بود دان دانست گیر گرفت "
    "گذار گذاشت رس رسید اور اورد یاب یافت ساز ساخت نویس نوشت خوان خواند بین دید دار داشت پذیر "
    "پذیرفت خیز مان ماند گرد گشت نه نهاد سنج پرس پرسید شمار شمرد افزا افزود کوش کوشید بر برد "
    "پرداز پرداخت نام نامید نگر نگریست اندیش شناس شناخت گستر فرست فرستاد پوش بخش بخشید "
    "افت افتاد".split()
)
_VERB_ENDINGS = ("یم", "ید", "ند", "م", "ی", "د", "")

_PERSIAN_STOP_WORDS = frozenset(
    "و در به از که را با این ان برای است بود شد شده می های ها تا بر هم یا نیز خود هر یک چه کی "
    "کجا چرا چگونه چطور کدام ایا چیست کیست کجاست باید دارد داد کرد کرده شود بین درباره پس اما "
    "اگر ولی چند".split()
)
_ENGLISH_STOP_WORDS = frozenset(
    "a i an and are as at be been by did do does for from had has have how in into is it its of "
    "on or that the their there these this those to was were what when where which who whom whose "
    "why will with about s".split()
)
STOP_WORDS = _PERSIAN_STOP_WORDS | _ENGLISH_STOP_WORDS
"""Words too common to find anything by."""

LINKS = ("و", "به", "تا", "در", "بر")
"""Common words that may stand inside of a word: «حمل و نقل», «رو به رو», «سر تا سر»."""

SHORTEST = 2
"""Letters a half of a compound has at least."""


def fold(word: str) -> str:
    """`word` as it is compared: see `persian.fold_word`; besides, ligatures are letters (Unicode
    NFKC) and a number has no thousands separators."""
    if word[0].isdecimal():
        word = word.translate(_SEPARATORS)
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return fold_word(word)


def without_joints(word: str) -> str:
    """A folded word without half-spaces, apostrophes and strokes that stretch it."""
    return word.translate(_JOINTS)


def stem(word: str) -> str:
    """A folded word without its endings; both «شهرداری\u200cهای» and «شهرداریهای» are «شهرداری»."""
    if word in _WHOLE or len(word) < 4:
        return word
    if _ARABIC_LETTER.search(word):
        return _verb_stem(word) or _apply(_PERSIAN_STEPS, word)
    return _apply(_ENGLISH_STEPS, word) if word[0].isalpha() else word


class Stemmer:
    """Makes words into the terms they are filed and sought under; names keep their endings."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = frozenset(part for name in names for part in _folded_parts(name))

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms of a word as it is written: the whole of it first, then its parts.

        «می\u200cتوانند» gives «توان» and «توانند», "ABC+" gives "abc+" and "abc". A part that
        begins with «و» is filed without it as well: «نقل» finds «حمل\u200cونقل».
        """
        folded = fold(word)
        if folded.endswith("+"):
            return folded, self._term(folded[:-1])
        whole = self._term(without_joints(folded))
        if HALF_SPACE not in folded:
            return (whole,)
        parts = [part for part in folded.split(HALF_SPACE) if part not in AFFIXES]
        forms = (*parts[:1], *(form for part in parts[1:] for form in _without_and(part)))
        return tuple(dict.fromkeys((whole, *map(self._term, forms))))

    def joined(self, words: Iterable[str]) -> str:
        """The term neighbours would have if they were written as one word, links included."""
        return self._term(without_joints("".join(map(fold, words))))

    def _term(self, word: str) -> str:
        return word if word in self.names else stem(word)


def words_of(text: str) -> Iterator[str]:
    """The words of a text, as they are written."""
    return (match[0] for match in WORD.finditer(text))


def terms_of(text: str, stemmer: Stemmer) -> Iterator[str]:
    """Every term of a text but those too common, in order.

    A word is too common by itself, not by its stem: that of «می\u200cبرد» is «بر».
    """
    for word in words_of(text):
        whole, *parts = stemmer.terms(word)
        if whole not in STOP_WORDS or fold(word) not in STOP_WORDS:
            yield whole
        yield from (part for part in parts if part not in STOP_WORDS)


def stem_tables() -> Mapping[str, Any]:
    """The tables of this module for the browser, in an order that does not change."""
    letters = {chr(code): to for code, to in sorted(FOLD.items()) if to}
    return {
        "from": "".join(letters),
        "to": "".join(letters.values()),
        "drop": "".join(chr(code) for code, to in sorted(FOLD.items()) if not to),
        "hidden": HIDDEN,
        "marks": "[\u0300-\u036f]",
        "word": _for_browser(WORD.pattern),
        "arabic": _ARABIC_LETTER.pattern,
        "joints": "".join(map(chr, sorted(_JOINTS))),
        "separators": "".join(chr(code) for code in sorted(_SEPARATORS) if not _SEPARATORS[code]),
        "steps": {"fa": _as_lists(_PERSIAN_STEPS), "en": _as_lists(_ENGLISH_STEPS)},
        "whole": _listed(_WHOLE),
        "affixes": _listed(AFFIXES),
        "verbs": [list(_VERB_BEGINNINGS), _listed(_VERB_STEMS), list(_VERB_ENDINGS)],
        "stop": _listed(STOP_WORDS),
        "links": list(LINKS),
        "shortest": SHORTEST,
    }


def _for_browser(pattern: str) -> str:
    """A pattern with the classes of JavaScript, which knows letters by their Unicode property."""
    classes = {r"[^\W_]": r"[\p{L}\p{N}]", r"\d": r"\p{Nd}", r"\w": r"[\p{L}\p{N}_]"}
    for ours, theirs in classes.items():
        pattern = pattern.replace(ours, theirs)
    return pattern


def _as_lists(steps: Iterable[tuple[Rule, ...]]) -> list[list[list[str | int]]]:
    return [[[*rule[:-1], int(rule.vowel)] for rule in step] for step in steps]


def _listed(words: Collection[str]) -> str:
    return " ".join(sorted(words))


def _without_and(part: str) -> tuple[str, ...]:
    """A part of a compound; without the «و» it begins with as well, if it does."""
    link = LINKS[0]
    is_linked = part.startswith(link) and len(part) >= len(link) + SHORTEST
    return (part, part.removeprefix(link)) if is_linked else (part,)


def _folded_parts(name: str) -> Iterator[str]:
    for word in words_of(name):
        folded = fold(word)
        yield without_joints(folded)
        yield from folded.split(HALF_SPACE)


def _apply(steps: Iterable[tuple[Rule, ...]], word: str) -> str:
    for step in steps:
        for rule in step:
            if word.endswith(rule.ending):
                left = word[: len(word) - len(rule.ending)]
                has_vowel = not _VOWELS.isdisjoint(left)
                if len(left) >= rule.least and (has_vowel or not rule.vowel):
                    word = left + rule.put
                    break
    return word


def _verb_stem(word: str) -> str | None:
    """The stem of «می‌توانند», if the word is one of the verbs that are known."""
    for beginning in _VERB_BEGINNINGS:
        if word.startswith(beginning):
            rest = word[len(beginning) :]
            for ending in _VERB_ENDINGS:
                root = rest.removesuffix(ending) if ending else rest
                if rest.endswith(ending) and root in _VERB_STEMS:
                    return root
    return None
