"""Which entries each term finds, and how much it weighs in each.

The weight of a term, 1 to 31, is settled here, so that the browser has only to add: a word of a
short name weighs most, of a long one less, then headings, then what the text says often for its
length. What an entry mentions is filed under every spelling of it in both scripts, so a name is
found however it is written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newsroom.publish.entries import Entry
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.text.dates import GREGORIAN, SOLAR, Period, year_in
from newsroom.text.languages import LANGS
from newsroom.text.months import MonthReader, date_terms
from newsroom.text.stems import Stemmer, fold, terms_of, words_of

_HEAVIEST = 31
_BODY, _HEADING, _NAME, _SHORT_NAME = 10, 8, 10, 18
"""Weights: of a word that stands often in a text, of one in a heading, of one in a name, and what a
name of one word has besides; a longer one has a share of it."""


class Terms:
    """The entries of a language by the terms they are found by."""

    def __init__(
        self,
        catalogue: Catalogue,
        stemmer: Stemmer,
        months: MonthReader,
        numbers: Mapping[str, int],
    ) -> None:
        self.postings: dict[str, list[int]] = defaultdict(list)
        """For each term, the numbers of its entries times 32 plus the weight, ascending."""
        self._chunks = _Chunks(stemmer)
        self._months, self._numbers = months, numbers
        self._spelled = {
            id: tuple(
                dict.fromkeys(
                    term
                    for lang in LANGS
                    for name in entry.spellings(lang)
                    for chunk in name.split()
                    for term in self._chunks[chunk]
                )
            )
            for id, entry in catalogue.participants.items()
        }

    def add(self, entry: Entry) -> None:
        """File an entry, whose number must be higher than those before it."""
        weights = self._weights_of_text(entry)
        for heading in (section.heading for section in entry.sections if section.heading):
            for chunk in heading.split():
                for term in self._chunks[chunk]:
                    weights[term] = max(weights[term], _HEADING)
        texts = weights.copy()
        for name in {entry.title: None, **dict.fromkeys(entry.names)}:
            terms = [term for chunk in name.split() for term in self._chunks[chunk]]
            for term in terms:
                named = _NAME + _SHORT_NAME // len(terms) + texts.get(term, 0) // 3
                weights[term] = max(weights.get(term, 0), min(_HEAVIEST, named))
        for term in _filters(entry):
            weights[term] = 1
        base = self._numbers[entry.key] * 32
        postings = self.postings
        for term, weight in weights.items():
            postings[term].append(base + weight)

    def lines(self, aliases: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Yield every term with its line, in order."""
        for term in sorted(self.postings):
            codes = self.postings[term]
            steps = [code - (last & -32) for last, code in zip([0, *codes], codes, strict=False)]
            line = f"{term} {' '.join(map('{:x}'.format, steps))}"
            same = aliases.get(term)
            yield term, f"{line} ={' '.join(same)}" if same else line

    def _weights_of_text(self, entry: Entry) -> dict[str, int]:
        counts: dict[str, int] = {}
        text = _text_of(entry)
        for chunk, count in Counter(text.split()).items():
            for term in self._chunks[chunk]:
                counts[term] = counts.get(term, 0) + count
        for id in entry.mentions:
            for term in self._spelled[id]:
                counts[term] = counts.get(term, 0) or 1
        if not self._months.months.keys().isdisjoint(counts):
            words = [fold(word) for word in words_of(text)]
            for term in self._months.terms(words):
                counts[term] = counts.get(term, 0) + 1
        for period in entry.dates:
            filed = date_terms(period)
            for term in filed:
                # The one day of an event tells more than each of several.
                counts[term] = counts.get(term, 0) + (8 if len(filed) == 2 else 3)
        scale = _scale(len(counts))
        last = len(scale) - 1
        return {term: scale[min(count, last)] for term, count in counts.items()}


def protected_names(catalogue: Catalogue) -> Iterator[str]:
    """The names no ending is taken from: of people and places, and those of one word.

    A long name of an organisation is made of common words, which stand in texts with other endings.
    """
    for entry in catalogue.participants.values():
        for lang in LANGS:
            for name in entry.spellings(lang):
                if entry.kind != "organisation" or " " not in name:
                    yield name


def aliases_of(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """For each word of a name, how else it is written: Kazan, «قازان», «کازان».

    Names of one word stand for each other; of people also the words in the same place of a name in
    both languages, and of two spellings that share a word in its place.
    """
    same: dict[str, set[str]] = defaultdict(set)
    for entry in catalogue.participants.values():
        for one, other in _equal_names(entry):
            for word, written in zip(one, other, strict=True):
                same[word].add(written)
                same[written].add(word)
    return {word: tuple(sorted(others - {word})) for word, others in same.items()}


class _Chunks(dict[str, tuple[str, ...]]):
    """The terms of what stands between two blanks. Most of it has been met before."""

    def __init__(self, stemmer: Stemmer) -> None:
        super().__init__()
        self._stemmer = stemmer

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        terms = self[chunk] = tuple(terms_of(chunk, self._stemmer))
        return terms


def _text_of(entry: Entry) -> str:
    """All the words of an entry; its lead counts twice."""
    parts = [entry.lead, entry.lead, *entry.asides]
    for section in entry.sections:
        parts += (section.heading, section.text)
    return " ".join(parts)


def _scale(length: int) -> tuple[int, ...]:
    """The weight of a term by how often it stands in a text of so many different ones."""
    slowness = 0.6 + length / 160
    return tuple(round(_BODY * count / (count + slowness)) or 1 for count in range(17))


def _filters(entry: Entry) -> Iterator[str]:
    for period in entry.dates:
        yield from (f"@{year}" for year in _years(period))
    yield from (f"@{id}" for id in entry.places)
    yield from (f"~{id}" for id in entry.mentions)


def _years(period: Period) -> Iterator[int]:
    """The years of both calendars a period touches."""
    for calendar in (GREGORIAN, SOLAR):
        yield from range(year_in(period.start, calendar), year_in(period.end, calendar) + 1)


def _equal_names(entry: Participant) -> Iterator[tuple[list[str], list[str]]]:
    """Pairs of spellings of a participant that can be read word by word against each other."""
    stemmer = Stemmer(name for lang in LANGS for name in entry.spellings(lang))

    def words(name: str) -> list[str]:
        return [stemmer.terms(word)[0] for word in words_of(name)]

    spellings = [words(name) for lang in LANGS for name in entry.spellings(lang)]
    both = [tuple(map(words, name.values())) for name in (entry.name, entry.full_name) if name]
    for one, other in combinations(spellings, 2):
        if len(one) == len(other):
            shared = any(word == written for word, written in zip(one, other, strict=True))
            is_person = entry.kind == "person"
            if len(one) == 1 or (is_person and (shared or (one, other) in both)):
                yield one, other
