"""A quick look at whether a line may want a half-space, before `half_spaces` reads it word by word.

It errs to one side only: what `restore` would change is always suspect. Words are met again and
again, so the verdict on each is kept for as long as the `Suspects` are.
"""

from collections.abc import Iterator

from newsroom.text.letters import PERSIAN_WORD
from newsroom.text.lexicon import COPULAS, DEGREES, PLURALS, POSSESSIVES, Compound, Lexicon
from newsroom.text.mending import mend_word
from newsroom.text.persian import HALF_SPACE
from newsroom.text.verbs import SIGNS

_FOLLOWERS = PLURALS | COPULAS | POSSESSIVES | DEGREES
"""Endings that stand alone by mistake."""

_PLAIN, _BEGINS, _SUSPECT = range(3)


class Suspects:
    """What to look for in a line."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pairs = {
            pair for key, found in lexicon.compounds.items() for pair in _pairs_of(key, found)
        }
        self._verdicts = _Verdicts(lexicon, frozenset(first for first, _ in self._pairs))

    def may_want(self, line: str) -> bool:
        """Whether `restore` may change the line."""
        words = PERSIAN_WORD.findall(line)
        verdicts = self._verdicts
        for at, word in enumerate(words):
            verdict = verdicts[word]
            if verdict == _SUSPECT:
                return True
            if verdict == _BEGINS and at + 1 < len(words) and self._meet(word, words[at + 1]):
                return True
        return False

    def _meet(self, first: str, second: str) -> bool:
        """Whether two words may be the beginning of a compound, the second with endings or not."""
        first = first.replace(HALF_SPACE, "")
        letters = ""
        for part in second.split(HALF_SPACE):
            letters += part
            if (first, letters) in self._pairs:
                return True
        return False


class _Verdicts(dict[str, int]):
    def __init__(self, lexicon: Lexicon, beginnings: frozenset[str]) -> None:
        super().__init__()
        self._lexicon, self._beginnings = lexicon, beginnings

    def __missing__(self, word: str) -> int:
        first = word.partition(HALF_SPACE)[0]
        is_ending = first in _FOLLOWERS or first in self._lexicon.bound
        parts = self._lexicon.prefixes | SIGNS
        if is_ending or word in parts or mend_word(word, self._lexicon) != word:
            verdict = _SUSPECT
        else:
            begins = word.replace(HALF_SPACE, "") in self._beginnings
            verdict = _BEGINS if begins else _PLAIN
        self[word] = verdict
        return verdict


def _pairs_of(letters: str, compound: Compound) -> Iterator[tuple[str, str]]:
    """The first two words a compound may have been parted into."""
    ends = sorted({*compound.joints, len(letters)})
    for at, first in enumerate(ends):
        for second in ends[at + 1 :]:
            yield letters[:first], letters[first:second]
