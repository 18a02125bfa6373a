"""Names in Persian letters that no entry bears: a script without capitals has other signs."""

import re
from collections.abc import Iterator, Sequence

from newsroom.intake.name_words import WORD, UnknownName, pieces
from newsroom.record.import_rules import ImportRules
from newsroom.text.lexicon import Lexicon
from newsroom.text.persian import HALF_SPACE, fold_word

_JOINTS = re.compile(r"\s+و\s+|،")
_SEVERAL = 200
"""Signs behind "Messrs" in which names are sought."""


class PersianNames:
    """Finds names beside an office, a title or a verb of speech.

    `known` are the words of registered names, `plain` those and all others that are no name.
    """

    def __init__(
        self,
        import_rules: ImportRules,
        lexicon: Lexicon,
        known: frozenset[str],
        plain: frozenset[str],
    ) -> None:
        self._lexicon, self._known = lexicon, known
        self._offices = frozenset(map(fold_word, import_rules.offices))
        self._honorifics = frozenset(map(fold_word, import_rules.honorifics))
        self._titles = self._offices | self._honorifics
        self._speech = frozenset(map(fold_word, import_rules.speech))
        self._given = frozenset(fold_word(name.partition("=")[0]) for name in import_rules.given)
        self._surnames = tuple(map(fold_word, import_rules.surnames))
        self._plain = plain | frozenset(map(fold_word, import_rules.realms))
        plurals = "|".join(map(re.escape, import_rules.plural_honorifics))
        self._several = (
            re.compile(rf"\b(?:{plurals})\s+([^.؛:!?\n]{{3,{_SEVERAL}}})") if plurals else None
        )

    def find(self, text: str) -> Iterator[UnknownName]:
        """The names of a text, some of them more than once."""
        yield from self._after_plurals(text)
        waiting: list[str] = []
        for piece, end in pieces(text):
            words = WORD.findall(piece)
            folded = [fold_word(word) for word in words]
            # «سارا رستگار، مدیرکل …، گفت»: the name stands between commas, its office behind it.
            if waiting and folded and folded[0] in self._titles | self._speech:
                yield UnknownName(" ".join(waiting), "person", words[0])
            is_name = 2 <= len(words) <= 3 and all(map(self._is_like, words))
            waiting = words if is_name else []
            yield from self._beside(words, folded, end)

    def _beside(
        self, words: Sequence[str], folded: Sequence[str], end: str
    ) -> Iterator[UnknownName]:
        for at, fold in enumerate(folded):
            if fold in self._titles:
                start = at + 1
                while start < len(words) and start < at + 4 and self._is_passed(folded[start]):
                    start += 1
                if length := self._length(words, folded, start, fold in self._honorifics, end):
                    yield UnknownName(" ".join(words[start : start + length]), "person", words[at])
            is_speaker = fold in self._titles | self._speech and 2 <= at <= 3
            if is_speaker and all(map(self._is_like, words[:at])):
                yield UnknownName(" ".join(words[:at]), "person", words[at])

    def _is_passed(self, fold: str) -> bool:
        """A word between an office and the name: the place it is of, another title."""
        return fold not in self._given and (fold in self._known or fold in self._titles)

    def _length(
        self, words: Sequence[str], folded: Sequence[str], start: int, is_address: bool, end: str
    ) -> int:
        """How many words of those from `start` on are a name; 0 where none is.

        A given name is followed by a surname. Without one, a title is followed by a surname alone,
        unless the words end where a name does: before a comma or what somebody said.
        """
        run = start
        while run < min(len(words), start + 4) and (
            self._is_like(words[run]) or (run > start and folded[run] in self._surnames)
        ):
            run += 1
        most = run - start
        given = start
        while given < min(start + 2, run - 1) and folded[given] in self._given:
            given += 1
        if given > start:
            length = given - start + 1
            return min(length + self._endings(folded, start + length), most)
        if not most:
            return 0
        after = folded[start + 2] if start + 2 < len(folded) else ""
        is_closed = after in self._titles | self._speech or (
            start + 2 == len(folded) and end == "،"
        )
        is_surname = most > 1 and folded[start + 1].endswith(self._surnames)
        if most > 1 and (is_surname or is_closed):
            return 2
        return 1 if is_address else 0

    def _endings(self, folded: Sequence[str], at: int) -> int:
        """1 where a surname goes on with a word of its own: «قاسم زاده»."""
        return int(at < len(folded) and folded[at] in self._surnames)

    def _is_like(self, word: str) -> bool:
        fold = fold_word(word)
        if fold in self._given:
            return True
        is_name = fold.endswith(self._surnames)
        is_form = fold in self._lexicon.participles or fold in self._lexicon.verbs
        is_form = is_form or (HALF_SPACE in word and not is_name)
        is_plural = word.endswith(("های", "ها", "هایی"))
        return len(word) > 2 and not is_form and not is_plural and fold not in self._plain

    def _after_plurals(self, text: str) -> Iterator[UnknownName]:
        """«آقایان مهران نیکزاد و بهروز دلاور»: names joined by commas and «و»."""
        for match in self._several.finditer(text) if self._several else ():
            beside = match[0].split()[0]
            for part in _JOINTS.split(match[1]):
                words = WORD.findall(part)
                folded = [fold_word(word) for word in words]
                whole = 1 < len(words) <= 3 and folded[0] not in self._given
                whole = whole and all(map(self._is_like, words))
                length = len(words) if whole else self._length(words, folded, 0, True, "")
                if length:
                    yield UnknownName(" ".join(words[:length]), "person", beside)
                if length != len(words):
                    break
