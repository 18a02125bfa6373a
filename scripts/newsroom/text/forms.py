"""Finding the listed spellings of something, whether their parts are written together or apart.

«مدیر کل», «مدیرکل» and "vice-mayor", "vice mayor" are one spelling each: only where words begin and
end counts. A Persian plural ending belongs to its word. The cost grows with the text and not with
the list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.text.persian import HARAKAT, fold_word

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}])*")
_ENDINGS = ("های", "ها")


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling found at code points `start` to `end` of a text."""

    start: int
    end: int
    ids: frozenset[str]
    """All it may stand for: "president" is an office of a state and one of an association."""


class Forms:
    """Finds the spellings of a list; see the module."""

    def __init__(self, spellings: Mapping[str, Iterable[str]], *, parts: bool = True) -> None:
        """`spellings` by the id of what they stand for; several ids may share one.

        Without `parts` a text must divide into words where a spelling does: «آن دو را» is not
        «آندورا».
        """
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._parts, self._most_words = parts, 1
        for id, forms in spellings.items():
            for form in forms:
                words = [fold_word(word) for word in _WORD.findall(form)]
                self._ids.setdefault(self._key(words), set()).add(id)
                # Written apart, «مدیرکل» has a word more than it has written together.
                self._most_words = max(self._most_words, len(words) + 2 * parts)
        self._longest = max((sum(map(len, key)) for key in self._ids), default=0)

    def find(self, text: str) -> Iterator[Form]:
        """Yield the spellings in `text` from left to right, the longest first, without overlap."""
        end = 0
        for form in self._all(text, longest=True):
            if form.start >= end:
                end = form.end
                yield form

    def find_loosely(self, text: str) -> Iterator[Form]:
        """Yield what `find` does, and what a longer spelling begins with, from left to right.

        «رئیس جمهوری» begins with «رئیس» and may be read so; a deputy mayor is no mayor.
        """
        starts = {form.start for form in self.find(text)}
        return (form for form in self._all(text, longest=False) if form.start in starts)

    def ids_in(self, text: str) -> frozenset[str]:
        """What any spelling in `text` stands for, also those within longer ones."""
        return frozenset(id for form in self._all(text, longest=False) for id in form.ids)

    def _key(self, words: Sequence[str]) -> tuple[str, ...]:
        return ("".join(words),) if self._parts else tuple(words)

    def _all(self, text: str, *, longest: bool) -> Iterator[Form]:
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        folded = [fold_word(text[start:end]) for start, end in words]
        for at in range(len(words)):
            found = list(self._from(folded, at))
            for count, ids in found[-1:] if longest else found:
                yield Form(words[at][0], words[at + count - 1][1], frozenset(ids))

    def _from(self, folded: Sequence[str], at: int) -> Iterator[tuple[int, Iterable[str]]]:
        """Each spelling that begins with the word at `at`: how many words it has, and its ids."""
        length = 0
        for count, word in enumerate(folded[at : at + self._most_words], 1):
            length += len(word)
            if length > self._longest + len(_ENDINGS[0]):
                return
            words = folded[at : at + count - 1]
            for form in (word, *(word.removesuffix(ending) for ending in _ENDINGS)):
                if ids := self._ids.get(self._key([*words, form])):
                    yield count, ids
                    break


class Beginnings:
    """Finds the spellings that words begin with, whatever is glued to them."""

    def __init__(self, spellings: Iterable[str]) -> None:
        longest_first = sorted(sorted(set(spellings)), key=len, reverse=True)
        self._form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})")

    def find(self, text: str) -> Iterator[str]:
        """Yield the spellings from left to right, the longest that a word begins with."""
        return (found[0] for found in self._form.finditer(text))
