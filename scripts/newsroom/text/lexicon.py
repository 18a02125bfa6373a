"""The word lists half-spaces are restored with, unfolded into the forms that are looked up."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from newsroom.text.letters import PERSIAN_WORD
from newsroom.text.persian import HALF_SPACE
from newsroom.text.verbs import forms_after_sign, participles

PLURALS = frozenset("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست".split())
"""Endings of the plural that may stand alone by mistake."""

_JOINED = frozenset("بپتثجچحخسشصضطظعغفقکگلمنهیئ")
"""Letters that join on to the next; after them an ending needs its half-space."""

POSSESSIVES = frozenset("ام ات اش مان تان شان".split())
"""Endings that stand apart after «ه» and «ی» only."""

COPULAS = frozenset("ام ای اند ایم اید".split())
"""What is left of "to be" behind a word."""

DEGREES = frozenset(
    "تر تری ترم ترند تریم ترها ترهای ترین ترینی ترینها ترینهای ترینش ترینشان".split()
)

_NOUN_ENDINGS = ("ی", "ه", "ات", "ستان", "مان", "یان", "یون", "ترین", "گاه", "یسم", "یست", "ینگ")
"""A word that ends so takes the plural, and never is another one without its «ه»."""

_ARABIC_NOUN = re.compile("[بجحدذرزصضطعغقکگلمنوی]ت$")
"""«حکومت», «دخالت»: not the stem of a participle, as those of «ساخته», «گفته» and «بسته» are."""

_TEETH = {**dict.fromkeys("بپتثنیئ", 1), **dict.fromkeys("سش", 3)}
_MOST_TEETH = 3
"""The Academy lets the plural join a word of so many teeth: «سالها» is right beside «سال‌ها»."""

_PLURALS = tuple(sorted(PLURALS))
_OTHER_ENDINGS = ("ی", "ان", "انی")
_VOWELS = ("ی", "ه", "ا", "و")
"""Behind these stands none of the other endings."""


_LOOSE = re.compile("(?:[^ه]|[او]ه)~[^آا]|[ادذرزژو]~")
"""Where a compound is right as one word, too: nobody writes a silent «ه» or an «آ» within one."""


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound as it is written, and where, in letters, its parts end."""

    text: str
    joints: frozenset[int]
    is_loose: bool = False
    """Right as one word, too."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists as data holds them; see `data/orthography.yml` for what each is for.

    Compounds are written with `|` where a half-space stands, `~` where one is put in place of a
    space but not into a word written as one (`هم~زمان`), and `+` where the parts close up.
    """

    keep: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    loners: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    silent_heh: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    families: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    bound: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    splits: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `half_spaces` looks words up in."""

    keep: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    loners: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    """Forms that follow «می»."""
    participles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    silent_heh: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    """Second parts of the families of compounds."""
    compounds: Mapping[str, Compound] = field(default_factory=dict)
    """By their letters alone."""
    bound: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    splits: Mapping[str, str] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()
    endings: frozenset[str] = PLURALS | POSSESSIVES | COPULAS | DEGREES | {"می", "نمی"}
    names: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """The words of registered names by the first of them; nothing is joined on to its front."""

    @classmethod
    def of(cls, lists: WordLists, names: Iterable[str] = ()) -> "Lexicon":
        """What the lists unfold into, for a record with these Persian names."""
        words = sorted({tuple(PERSIAN_WORD.findall(name)) for name in names} - {()})
        by_first = groupby(words, lambda it: it[0])
        return replace(cls._of(lists), names={first: tuple(its) for first, its in by_first})

    @classmethod
    @lru_cache(maxsize=1)
    def _of(cls, lists: WordLists) -> "Lexicon":
        """Kept, since it takes as long as checking a small record."""
        return cls(
            keep=frozenset(lists.keep),
            apart=frozenset(_pairs(lists.apart)),
            loners=frozenset(lists.loners),
            verbs=frozenset(forms_after_sign(lists.present, lists.past)),
            participles=frozenset(participles(lists.present, lists.past)),
            nouns=frozenset((*lists.nouns, *lists.parted)),
            parted=frozenset((*lists.parted, *lists.silent_heh)),
            silent_heh=frozenset(lists.silent_heh),
            adjectives=frozenset(lists.adjectives),
            heads=frozenset(second for _, seconds in lists.families for second in seconds),
            compounds=_compounds(lists),
            bound=frozenset(lists.bound),
            prefixes=frozenset(lists.prefixes),
            splits={word.replace("_", ""): word.replace("_", " ") for word in lists.splits},
            doubtful=lists.doubtful,
        )

    def begins_name(self, words: tuple[str, ...]) -> bool:
        """Whether the words begin with those of a registered name."""
        return any(words[: len(it)] == it for it in self.names.get(words[0], ()))

    def is_noun(self, stem: str) -> bool:
        """Whether a list or its ending says that a word is a noun."""
        return (
            stem in self.nouns
            or stem.endswith(_NOUN_ENDINGS)
            or _ARABIC_NOUN.search(stem) is not None
        )

    def begins_kept(self, word: str) -> bool:
        """Whether a word that is kept as it is stands at the beginning: «میزبانند»."""
        return any(word[:end] in self.keep for end in range(4, len(word)))

    def takes_heh(self, stem: str) -> bool:
        """Whether the stem with a silent «ه» is a word, so that «ای» may be behind it."""
        return f"{stem}ه" in self.silent_heh or f"{stem}ه" in self.participles

    def joins_plural(self, stem: str) -> bool:
        """Whether the plural may be written on to the word as well: a matter of taste."""
        if stem in self.parted or stem.endswith("ی"):
            return False
        if stem.endswith("ه") and stem[-2:-1] not in ("ا", "و"):
            return False
        return sum(_TEETH.get(letter, 0) for letter in stem) <= _MOST_TEETH

    def is_settled(self, word: str) -> bool:
        """Whether a list knows the word, so that there is nothing to doubt."""
        bare = word.split(HALF_SPACE)[0]
        known = (self.nouns, self.silent_heh, self.adjectives, self.keep, self.compounds)
        return any(bare in words for words in known)


def junction(stem: str) -> str:
    """What stands between a word and its ending: a half-space where the letters would join."""
    return HALF_SPACE if stem[-1:] in _JOINED else ""


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in words:
        first, _, second = pair.partition("_")
        yield first, second


def _compounds(lists: WordLists) -> dict[str, Compound]:
    """Every form a compound is met in, by its letters."""
    written = list(lists.compounds)
    for firsts, seconds in lists.families:
        written += [_family_member(first, second) for first in firsts for second in seconds]
    forms: dict[str, Compound] = {}
    for word in written:
        text = word.replace("|", HALF_SPACE).replace("~", HALF_SPACE).replace("+", "")
        joints, letters = _joints(word), text.replace(HALF_SPACE, "")
        is_loose = _LOOSE.search(word) is not None  # no ending has a mark that says so
        forms.setdefault(letters, Compound(text, joints, is_loose))
        parted, joint = joints | {len(letters)}, junction(word)
        for ending in _PLURALS:
            plural = Compound(text + joint + ending, parted, is_loose)
            forms.setdefault(letters + ending, plural)
        for ending in () if word.endswith(_VOWELS) else _OTHER_ENDINGS:
            forms.setdefault(letters + ending, Compound(text + ending, joints, is_loose))
    return forms


def _family_member(first: str, second: str) -> str:
    """Both joined as the last letter of the first asks for, or as the mark behind it says."""
    if first.endswith("~"):
        return first + second
    return f"{first}{'|' if junction(first) else '+'}{second}"


def _joints(form: str) -> frozenset[int]:
    joints, length = set(), 0
    for character in form:
        if character in "|~+":
            joints.add(length)
        else:
            length += 1
    return frozenset(joints)
