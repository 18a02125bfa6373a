"""Words that are written as one in one place of the record and apart in another.

«حمل\u200cونقل», «حملونقل» and «حمل و نقل» are one word, and so are «کلان\u200cشهر» and «کلان شهر».
Nothing is listed: neighbours are filed as one word as well where the record writes the same letters
as one word anywhere. A query is read in the same way (`overrides/assets/scripts/search/query.js`).
"""

from collections.abc import Iterable, Iterator, Sequence, Set

from newsroom.text.stems import (
    AFFIXES,
    LINKS,
    SHORTEST,
    STOP_WORDS,
    WORD,
    Stemmer,
    fold,
    without_joints,
)

_LOOSE = STOP_WORDS | AFFIXES


class Compounds:
    """Finds them in texts, which come as what stands between two blanks."""

    def __init__(self, chunks: Iterable[str], stemmer: Stemmer) -> None:
        """Learn the words of `chunks`, which are all those of a language."""
        self._stemmer = stemmer
        words = {
            chunk: [without_joints(fold(word[0])) for word in WORD.finditer(chunk)]
            for chunk in chunks
        }
        known = {word for found in words.values() for word in found if word.isalpha()}
        self._whole = {stemmer.joined([word]) for word in known}
        heads = set(_heads(known | self._whole))
        self._openers = {
            chunk
            for chunk, found in words.items()
            if found and found[-1] in heads and chunk[-1].isalpha()
        }
        self._met: dict[tuple[str, ...], tuple[str, ...]] = {}

    def among(self, chunks: Sequence[str]) -> Iterator[str]:
        """Yield the term of each compound that is written apart in a text."""
        openers = self._openers
        for place in [place for place, chunk in enumerate(chunks) if chunk in openers]:
            after = chunks[place + 1 : place + 3]
            if len(after) == 2 and after[0] in LINKS:
                yield from self._joined(chunks[place], *after)
            elif after:
                yield from self._joined(chunks[place], after[0])

    def _joined(self, *chunks: str) -> tuple[str, ...]:
        """The term of neighbours, if they are one word elsewhere. Most have been met before."""
        if chunks not in self._met:
            self._met[chunks] = tuple(self._read(*chunks))
        return self._met[chunks]

    def _read(self, opener: str, *others: str) -> Iterator[str]:
        match = WORD.match(others[-1])
        if not match:
            return
        first, last = WORD.findall(opener)[-1], match[0]
        # Common words are a compound with a link only: «بود و نبود».
        if len(others) == 2 or _LOOSE.isdisjoint((fold(first), fold(last))):
            term = self._stemmer.joined([first, *others[:-1], last])
            if len(last) >= SHORTEST and term in self._whole:
                yield term


def _heads(words: Set[str]) -> Iterator[str]:
    """The words that another begins with, when what follows in it is a word, too."""
    for word in words:
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            if word[:cut] in words and not words.isdisjoint(_tails(word[cut:])):
                yield word[:cut]


def _tails(rest: str) -> Iterator[str]:
    yield rest
    for link in LINKS:
        if rest.startswith(link) and len(rest) >= len(link) + SHORTEST:
            yield rest.removeprefix(link)
