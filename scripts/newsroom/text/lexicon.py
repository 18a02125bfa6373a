"""The word lists half-spaces are restored with, unfolded into the forms that are looked up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.text.persian import HALF_SPACE

PLURALS = frozenset("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست".split())
"""Endings of the plural that may stand alone by mistake."""

_JOINED = frozenset("بپتثجچحخسشصضطظعغفقکگلمنهیئ")
"""Letters that join on to the next; after them an ending needs its half-space."""

_PERSONS = ("م", "ی", "د", "یم", "ید", "ند")
_PAST_PERSONS = ("", "م", "ی", "یم", "ید", "ند")
_SECOND = frozenset({"ی"})
"""The ending of the second person: «میدانی» is a word of its own, and news address nobody."""

_NOUN_ENDINGS = ("ی", "ه", "ات", "ستان", "مان", "یان")
"""A word that ends so takes the plural, and never is another one without its «ه»."""

_INFLECTIONS = ("ی", "ان", "انی", *sorted(PLURALS))


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
    silent_heh: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    families: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    bound: tuple[str, ...] = ()
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
    glued_verbs: frozenset[str] = frozenset()
    """Those that may be told apart when nothing parts them from «می»."""
    participles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    silent_heh: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    compounds: Mapping[str, Compound] = field(default_factory=dict)
    """By their letters alone."""
    bound: frozenset[str] = frozenset()
    splits: Mapping[str, str] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()
    endings: frozenset[str] = PLURALS | {"ای", "اند", "ام", "ایم", "اید", "تر", "ترین", "می", "نمی"}

    @classmethod
    def of(cls, lists: WordLists) -> "Lexicon":
        past = _with_negation(lists.past)
        return cls(
            keep=frozenset(lists.keep),
            apart=frozenset(_pairs(lists.apart)),
            loners=frozenset(lists.loners),
            verbs=frozenset(_verb_forms(lists)),
            glued_verbs=frozenset(_verb_forms(lists, without=_SECOND)),
            participles=frozenset(f"{stem}ه" for stem in past),
            nouns=frozenset(lists.nouns),
            silent_heh=frozenset(lists.silent_heh),
            adjectives=frozenset(lists.adjectives),
            compounds=_compounds(lists),
            bound=frozenset(lists.bound),
            splits={word.replace("_", ""): word.replace("_", " ") for word in lists.splits},
            doubtful=lists.doubtful,
        )

    def is_noun(self, stem: str) -> bool:
        return stem in self.nouns or stem.endswith(_NOUN_ENDINGS)

    def is_settled(self, word: str) -> bool:
        """Whether a list knows the word, so that there is nothing to doubt."""
        bare = word.split(HALF_SPACE)[0]
        known = (self.nouns, self.silent_heh, self.adjectives, self.keep, self.compounds)
        return any(bare in words for words in known)


def junction(stem: str) -> str:
    """What stands between a word and its ending: a half-space where the letters would join."""
    return HALF_SPACE if stem[-1:] in _JOINED else ""


def _verb_forms(lists: WordLists, without: frozenset[str] = frozenset()) -> Iterator[str]:
    for stem in lists.present:
        yield from (stem + person for person in _PERSONS if person not in without)
    for stem in lists.past:
        yield from (stem + person for person in _PAST_PERSONS if person not in without)
        yield stem + "ه"
        yield stem + "ه" + HALF_SPACE + "اند"


def _with_negation(stems: Iterable[str]) -> Iterator[str]:
    for stem in stems:
        yield stem
        yield f"نی{stem.replace('آ', 'ا', 1)}" if stem.startswith("آ") else f"ن{stem}"


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in words:
        first, _, second = pair.partition("_")
        yield first, second


def _compounds(lists: WordLists) -> dict[str, Compound]:
    """Every form a compound is met in, by its letters."""
    written = list(lists.compounds)
    for firsts, seconds in lists.families:
        # «بیکار» is right, and «کننده» is never glued to a noun by mistake alone.
        joints = {first: junction(first) and ("~" if len(first) < 3 else "|") for first in firsts}
        written += [
            f"{first}{joints[first] or '+'}{second}" for first in firsts for second in seconds
        ]
    forms: dict[str, Compound] = {}
    for word in written:
        for form in _inflected(word):
            text = form.replace("|", HALF_SPACE).replace("~", HALF_SPACE).replace("+", "")
            compound = Compound(text, _joints(form), "~" in form)
            forms.setdefault(text.replace(HALF_SPACE, ""), compound)
    return forms


def _inflected(word: str) -> Iterator[str]:
    yield word
    for ending in _INFLECTIONS:
        if ending in PLURALS:
            yield f"{word}{'|' if junction(word) else '+'}{ending}"
        elif not word.endswith(("ی", "ه", "ا", "و")):
            yield word + ending


def _joints(form: str) -> frozenset[int]:
    joints, length = set(), 0
    for sign in form:
        if sign in "|~+":
            joints.add(length)
        else:
            length += 1
    return frozenset(joints)
