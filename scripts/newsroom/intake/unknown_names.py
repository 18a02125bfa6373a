"""Names that no entry bears: found beside an office, a title or a verb of speech.

In Latin letters a capital is asked for, too. A script without capitals has other means: lists of
given names, the endings of surnames, and the words that are no name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from newsroom.record.import_rules import ImportRules
from newsroom.text.lexicon import Lexicon
from newsroom.text.persian import HALF_SPACE, WORD, fold_word

_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)([.!?؟؛:])\s+|(\n)+|([«»“”\"()،,؛])"
)
_PARTICLES = frozenset("de da do dos del la van von bin ibn al el".split())
_LINKS = frozenset("of the and for".split())
"""What stands inside the name of an organisation, too."""
_SEVERAL = 200
"""Characters behind "Messrs" in which names are sought."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name beside an office, a title or a verb of speech that no entry bears."""

    text: str
    kind: str
    """`person` or `organisation`."""
    beside: str
    """The word that betrayed it."""


def latin_names(text: str, import_rules: ImportRules) -> Iterator[UnknownName]:
    """Runs of capitals beside an office, a title or a verb of speech, or with a body's word.

    An office may stand in the next piece, too: "Anna Bell, the mayor of Northport".
    """
    offices, honorifics = set(import_rules.offices), set(import_rules.honorifics)
    speech, bodies = set(import_rules.speech), set(import_rules.bodies)
    cues = offices | honorifics | speech
    excluded = offices | honorifics | set(import_rules.common)
    waiting, office = "", ""
    for piece, end in _pieces(text):
        words = piece.split()
        heads = [word.lower().strip(".") for word in words[:4]]
        beside = next((word for word in heads if word in offices | speech), "")
        if waiting and beside:
            yield UnknownName(waiting, "person", beside)
        at, before_last = 0, office
        office = next((word.lower() for word in words[-1:] if word.lower() in offices), "")
        waiting = ""
        while at < len(words):
            run = _capital_run(words[at:], excluded, bodies)
            before = words[at - 1].lower().strip(".") if at else before_last
            if len(run) < 2 and not (run and before in honorifics):
                at += 1
                continue
            after = words[at + len(run)].lower().strip(".,") if at + len(run) < len(words) else ""
            name = " ".join(run).strip(",.;:’'")
            body = next((word for word in run if word.lower().strip(",.") in bodies), "")
            beside = next((cue for cue in (before, after) if cue in cues), "")
            if body:
                yield UnknownName(name, "organisation", body)
            elif beside:
                yield UnknownName(name, "person", beside)
            elif end == "," and at + len(run) == len(words):
                waiting = name
            at += len(run)


class PersianNames:
    """Finds names in Persian letters beside an office, a title or a verb of speech.

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
        self._cues = self._titles | frozenset(map(fold_word, import_rules.speech))
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
        for piece, end in _pieces(text):
            words = WORD.findall(piece)
            folded = [fold_word(word) for word in words]
            # «سارا رستگار، مدیرکل …، گفت»: the name stands between commas, its office behind it.
            if waiting and folded and folded[0] in self._cues:
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
            if fold in self._cues and 2 <= at <= 3 and all(map(self._is_like, words[:at])):
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
        beginning = folded[start : min(start + 2, max(start, run - 1))]
        given = len([*takewhile(self._given.__contains__, beginning)])
        if given:
            length = given + 1
            # A surname may go on with a word of its own: «قاسم زاده».
            goes_on = start + length < len(folded) and folded[start + length] in self._surnames
            return min(length + goes_on, most)
        if not most:
            return 0
        after = folded[start + 2] if start + 2 < len(folded) else ""
        is_closed = after in self._cues or (start + 2 == len(folded) and end == "،")
        is_surname = most > 1 and folded[start + 1].endswith(self._surnames)
        if most > 1 and (is_surname or is_closed):
            return 2
        return 1 if is_address else 0

    def _is_like(self, word: str) -> bool:
        """Whether a word may be part of a name: no known word, form of a verb or plural."""
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
            for part in " ".join(match[1].split()).replace(" و ", "،").split("،"):
                words = WORD.findall(part)
                folded = [fold_word(word) for word in words]
                whole = 1 < len(words) <= 3 and folded[0] not in self._given
                whole = whole and all(map(self._is_like, words))
                length = len(words) if whole else self._length(words, folded, 0, True, "")
                if length:
                    yield UnknownName(" ".join(words[:length]), "person", beside)
                if length != len(words):
                    break


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of a text between punctuation marks, and the mark behind each."""
    start = 0
    for end in _ENDS.finditer(text):
        yield text[start : end.start()], end[0].strip()[:1] or "\n"
        start = end.end()
    yield text[start:], "\n"


def _capital_run(words: Sequence[str], excluded: set[str], bodies: set[str]) -> list[str]:
    """The words of a name that `words` begin with; empty where they begin with none."""
    run: list[str] = []
    is_body = False
    for word in words:
        bare = word.strip(",.;:’'“”")
        particles = _PARTICLES | _LINKS if is_body else _PARTICLES
        is_particle = bool(run) and bare.lower() in particles and word == bare
        if not is_particle and (not _is_capitalised(bare) or bare.lower() in excluded):
            break
        run.append(word)
        is_body = is_body or bare.lower() in bodies
        if word != bare:
            break
    while run and run[-1].lower() in _PARTICLES | _LINKS:
        run.pop()
    return run


def _is_capitalised(word: str) -> bool:
    """Whether a word is of letters, with a capital first, or of such joined: "O'Hara-Bell"."""
    parts = word.replace("’", "'").replace("-", "'").split("'")
    return word[:1].isupper() and all(map(str.isalpha, parts))
