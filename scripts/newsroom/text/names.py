"""Finding registered names in running text, in either script.

A text is read as words; a word is letters and digits with their marks, so the half-space parts a
compound into its members («کتاب\u200cخانه» is two), while both ends of a match must still be ends
of a whole orthographic word: the half-space belongs to its word (Unicode UAX #29, rule WB4), and
"علی" is not in "علی\u200cآباد". Aliases wait in a dictionary by their first word, longest first, so
the cost grows with the text and not with the registry.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.text.messages import Message, say
from newsroom.text.persian import HALF_SPACE, HARAKAT, fold_word

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}\u0300-\u036f])*(?:\+(?!\w))?")

_JOINTS = {"", "-", "\u2010", "\u2011", "'", "’"}
"""What may stand between two words of one name, besides space and half-space."""

_COMMAS = {",", "،"}
"""What may stand there too, in a name that is a list: "Cities, Municipalities and …"."""

_ENDINGS = frozenset(
    "ها های هایی هایش هایشان ی ای اش ام ات اند شان مان تان".split()  # after a half-space
)


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of a participant or a term."""

    text: str
    target_id: str
    """Who or what it stands for, by an id of the caller's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: code points `start` to `end` of it."""

    start: int
    end: int
    target_id: str


COMPOUND = say("a half-space joins it to another word")
CASE = say("its first letter is not a capital there")
GAP = say("its words are not adjacent there")


@dataclass(frozen=True, slots=True)
class Refusal(Mention):
    """The words of a name that are no mention of it."""

    why: Message


@dataclass(frozen=True, slots=True)
class _Alias:
    words: tuple[str, ...]
    target_id: str
    capital: bool
    joints: frozenset[str]


class _Folded(dict[str, str]):
    """Words as they are compared. Most words of a text have been met before."""

    def __missing__(self, word: str) -> str:
        folded = self[word] = fold_word(word)
        return folded


class _Beginnings(dict[str, bool]):
    """Whether a name may begin with a word; most begin none, and one look-up settles it."""

    def __init__(self, aliases: Mapping[str, object]) -> None:
        super().__init__()
        self._aliases = aliases

    def __missing__(self, word: str) -> bool:
        folded = fold_word(word)
        begins = folded in self._aliases or _without_ezafe(folded) in self._aliases
        self[word] = begins
        return begins


class Matcher:
    """Finds names by any registered spelling."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._aliases: dict[str, list[_Alias]] = {}
        for name in names:
            joints = frozenset(_JOINTS | (_COMMAS & set(name.text)))
            for words in _spellings(name.text):
                alias = _Alias(words, name.target_id, name.text[:1].isupper(), joints)
                self._aliases.setdefault(words[0], []).append(alias)
        for aliases in self._aliases.values():
            aliases.sort(key=lambda alias: -len(alias.words))
        self._begins = _Beginnings(self._aliases)
        self._folded = _Folded()

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in `text`, left to right, longest name first, without overlap.

        Positions are code points of `text` as given; matching is done on folded words (see
        `persian.fold_word`). An ezafe («روسیهٔ», «روسیه\u200cی», «آمریکای») and plural endings after
        a half-space belong to the mention. A name written with a capital matches only text that
        begins with one. Never raises.
        """
        return self._find(text, [])

    def refusals(self, text: str) -> tuple[Refusal, ...]:
        """The words of names in `text` that `find` does not take for mentions, and why."""
        refused: list[Refusal] = []
        for _ in self._find(text, refused):
            pass
        return tuple(refused)

    def _find(self, text: str, refused: list[Refusal]) -> Iterator[Mention]:
        spelled = _WORD.findall(text)
        begins, fold = self._begins, self._folded
        starts = [at for at, word in enumerate(spelled) if begins[word]]
        if not starts:
            return
        words = list(_WORD.finditer(text))
        folded = [fold[word] for word in spelled]
        after = 0
        for position in starts:
            if position < after:
                continue
            found = self._at(text, words, folded, position, refused)
            if found:
                mention, after = found
                yield mention

    def _at(
        self,
        text: str,
        words: list[re.Match[str]],
        folded: list[str],
        position: int,
        refused: list[Refusal],
    ) -> tuple[Mention, int] | None:
        """The longest mention that begins with this word, and the position after it."""
        start = words[position].start()
        second = folded[position + 1] if position + 1 < len(folded) else ""
        seconds = (second, _without_ezafe(second))
        for alias in self._candidates(folded[position]):
            # A hundred names may begin with "City" or «شهرداری»: most differ in their second word.
            if len(alias.words) > 1 and alias.words[1] not in seconds:
                continue
            after = position + len(alias.words)
            found = tuple(folded[position:after])
            if found != alias.words and not _matches_with_ezafe(alias.words, found):
                continue
            why = _obstacle(text, words, position, after, alias)
            if why is None and _is_joined(text, words, after - 1):
                if folded[after] in _ENDINGS and not _is_joined(text, words, after):
                    after += 1
                else:
                    why = COMPOUND
            end = words[after - 1].end()
            if why is None:
                return Mention(start, end, alias.target_id), after
            refused.append(Refusal(start, end, alias.target_id, why))
        return None

    def _candidates(self, word: str) -> Sequence[_Alias]:
        """The aliases that begin with a word, with or without the ezafe it may carry."""
        aliases = self._aliases.get(word, ())
        bare = _without_ezafe(word)
        return [*aliases, *self._aliases.get(bare, ())] if bare else aliases


def _obstacle(
    text: str, words: list[re.Match[str]], position: int, after: int, alias: _Alias
) -> Message | None:
    """Why the words of an alias are no mention of it, as far as what is before them and between."""
    first = text[words[position].start()]
    if _is_joined(text, words, position - 1):
        return COMPOUND
    if alias.capital and not first.isupper() and first.isascii():
        return CASE
    gaps = range(position, after - 1)
    is_whole = all(_is_name_gap(text, words, gap, alias.joints) for gap in gaps)
    return None if is_whole else GAP


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The word sequences a name may stand as: parted at half-spaces, and with them closed up."""
    parted = tuple(fold_word(word) for word in _WORD.findall(name))
    closed = tuple(fold_word(word) for word in _WORD.findall(name.replace(HALF_SPACE, "")))
    yield from dict.fromkeys(words for words in (parted, closed) if words)


def _matches_with_ezafe(alias: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if len(alias) != len(words):
        return False
    for wanted, word in zip(alias, words, strict=True):
        if word != wanted and _without_ezafe(word) != wanted:
            return False
    return True


def _without_ezafe(word: str) -> str | None:
    """`word` without the «ی» that links it to the next after a vowel: «آمریکای» → «آمریکا»."""
    return word[:-1] if len(word) > 3 and word[-1] == "ی" and word[-2] in "او" else None


def _gap(text: str, words: list[re.Match[str]], position: int) -> str | None:
    """What stands between the word at `position` and the next; `None` at either end."""
    if not 0 <= position < len(words) - 1:
        return None
    return text[words[position].end() : words[position + 1].start()]


def _is_joined(text: str, words: list[re.Match[str]], position: int) -> bool:
    """Whether the word at `position` and the next are parts of one word."""
    return _gap(text, words, position) == HALF_SPACE


def _is_name_gap(
    text: str, words: list[re.Match[str]], position: int, joints: frozenset[str]
) -> bool:
    gap = _gap(text, words, position)
    if gap is None:
        return False
    joint = gap.replace(HALF_SPACE, " ").strip()
    is_initial = len(words[position][0]) == 1 and joint == "."
    return joint in joints or is_initial
