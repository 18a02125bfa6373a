"""Which entries each term finds, and how much it weighs in each.

The weight of a term, 1 to 31, is settled here, so that the browser has only to add: a word of a
short name weighs most, of a long one less, then headings, then what the text says often for its
length. What an entry mentions is filed under every spelling of it in both scripts, so a name is
found however it is written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations

from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.site.compounds import Compounds
from newsroom.site.entries import Entry
from newsroom.site.spellings import Spellings
from newsroom.text.dates import GREGORIAN, SOLAR, Period, year_in
from newsroom.text.languages import LANGS
from newsroom.text.months import MonthReader, date_terms
from newsroom.text.stems import Stemmer, fold, terms_of, words_of

_HEAVIEST = 31
_BODY, _HEADING, _NAME, _SHORT_NAME = 10, 8, 10, 18
"""Weights: of a word that stands often in a text, of one in a heading, of one in a name, and what a
name of one word has besides; a longer one has a share of it."""

_DAY, _DAYS = 8, 3
"""How often the day of an entry is taken to stand in its text, or each day of several."""

_BEFORE, _AFTER = 4, 5
"""How far a date may reach before the name of its month, and from it on: "the third day of Tir"."""

# The same days, months and years stand around every date: a tenth of the work.
_fold = lru_cache(maxsize=4096)(fold)


class Terms:
    """The entries of a language by the terms they are found by."""

    def __init__(
        self,
        entries: Sequence[Entry],
        spellings: Spellings,
        stemmer: Stemmer,
        months: MonthReader,
        numbers: Mapping[str, int],
    ) -> None:
        """`entries` are all those of the language, to be added in the order of their numbers."""
        self.postings: dict[str, list[int]] = defaultdict(list)
        """For each term, the numbers of its entries times 32 plus the weight, ascending."""
        self._chunks = _Chunks(stemmer, months)
        self._months, self._numbers = months, numbers
        names = {
            id: [name for lang in LANGS for name in its[lang]] for id, its in spellings.items()
        }
        texts = (text for entry in entries for text in (_text_of(entry), entry.title, *entry.names))
        chunks = set(" ".join(chain.from_iterable(names.values())).split())
        for text in texts:
            chunks.update(text.split())
        self._compounds = Compounds(chunks, stemmer)
        self._spelled = {
            id: dict.fromkeys(term for name in its for term in self._terms_of(name))
            for id, its in names.items()
        }

    def add(self, entry: Entry) -> None:
        """File an entry, whose number must be higher than those before it."""
        counts = self._counts(entry)
        scale = _scale(len(counts), max(counts.values(), default=0))
        weights = {term: scale[count] for term, count in counts.items()}
        for section in entry.sections:
            for term in self._terms_of(section.heading):
                weights[term] = max(weights[term], _HEADING)
        weights |= self._weights_of_names(entry, weights)
        weights |= dict.fromkeys(_filters(entry), 1)
        base = self._numbers[entry.key] * 32
        postings = self.postings
        for term, weight in weights.items():
            postings[term].append(base + weight)

    def lines(self, aliases: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Yield every term with its line, in order."""
        for term in sorted(self.postings):
            codes = self.postings[term]
            steps = [code - (last & -32) for last, code in zip([0, *codes], codes, strict=False)]
            line = f"{term} {' '.join([f'{step:x}' for step in steps])}"
            same = aliases.get(term)
            yield term, f"{line} ={' '.join(same)}" if same else line

    def _counts(self, entry: Entry) -> dict[str, int]:
        """How often each term stands in the text of an entry; what it mentions counts once."""
        counts: dict[str, int] = {}
        for id in entry.mentions:
            counts |= dict.fromkeys(self._spelled[id], 0)
        chunks = _text_of(entry).split()
        counts |= Counter(chain.from_iterable(map(self._chunks.__getitem__, chunks)))
        for term in chain(self._dates_among(chunks), self._compounds.among(chunks)):
            counts[term] = counts.get(term, 0) + 1
        for period in entry.dates:
            filed = date_terms(period)
            # The one day of an event tells more than each of several.
            counts |= dict.fromkeys(filed, _DAY if len(filed) == 2 else _DAYS)
        return counts

    def _weights_of_names(self, entry: Entry, texts: Mapping[str, int]) -> dict[str, int]:
        """The weights of the terms of what an entry is called; `texts` are those of its text."""
        weights: dict[str, int] = {}
        for name in dict.fromkeys((entry.title, *entry.names)):
            terms = self._terms_of(name)
            for term in terms:
                weight = _NAME + _SHORT_NAME // len(terms) + texts.get(term, 0) // 3
                weights[term] = max(weights.get(term, 0), min(_HEAVIEST, weight))
        return weights

    def _dates_among(self, chunks: Sequence[str]) -> Iterator[str]:
        """The terms of the dates in a text, read around the names of months only."""
        named = self._chunks.months.intersection(chunks)
        if not named:
            return
        for place in [place for place, chunk in enumerate(chunks) if chunk in named]:
            around = " ".join(chunks[max(0, place - _BEFORE) : place + _AFTER])
            yield from self._months.terms([_fold(word) for word in words_of(around)])

    def _terms_of(self, text: str) -> list[str]:
        chunks = text.split()
        return [
            *chain.from_iterable(map(self._chunks.__getitem__, chunks)),
            *self._compounds.among(chunks),
        ]


def protected_names(catalogue: Catalogue) -> Iterator[str]:
    """The names no ending is taken from: of people and places, and those of one word.

    A long name of an organisation is made of common words, which stand in texts with other endings.
    """
    for entry in catalogue.participants.values():
        for lang in LANGS:
            for name in entry.spellings(lang):
                if entry.kind != "organisation" or " " not in name:
                    yield name


def aliases_of(catalogue: Catalogue, spellings: Spellings) -> dict[str, tuple[str, ...]]:
    """For each word of a name, how else it is written: Qazvin, «قزوین», «غزوین».

    Names of one word stand for each other; of people also the words in the same place of a name in
    both languages, and of two spellings that share a word in its place.
    """
    same: dict[str, set[str]] = defaultdict(set)
    for entry in catalogue.participants.values():
        for one, other in _equal_names(entry, spellings[entry.id]):
            for word, written in zip(one, other, strict=True):
                same[word].add(written)
                same[written].add(word)
    return {word: tuple(sorted(others - {word})) for word, others in same.items()}


class _Chunks(dict[str, tuple[str, ...]]):
    """The terms of what stands between two blanks. Most of it has been met before."""

    def __init__(self, stemmer: Stemmer, months: MonthReader) -> None:
        super().__init__()
        self._stemmer, self._names = stemmer, months.months
        self.months: set[str] = set()
        """Those met so far that name a month."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        terms = self[chunk] = tuple(terms_of(chunk, self._stemmer))
        if not self._names.keys().isdisjoint(terms):
            self.months.add(chunk)
        return terms


def _text_of(entry: Entry) -> str:
    """All the words of an entry; its lead counts twice."""
    parts = [entry.lead, entry.lead, *entry.asides]
    for section in entry.sections:
        parts += (section.heading, section.text, section.code)
    return " ".join(parts)


def _scale(length: int, most: int) -> list[int]:
    """The weight of a term by how often it stands in a text of so many different ones."""
    slowness = 0.6 + length / 160
    return [1] + [max(1, round(_BODY * count / (count + slowness))) for count in range(1, most + 1)]


def _filters(entry: Entry) -> Iterator[str]:
    for period in entry.dates:
        yield from (f"@{year}" for year in _years(period))
    yield from (f"@{id}" for id in entry.places)
    yield from (f"~{id}" for id in entry.mentions)
    yield from (f"~topics/{id}" for id in entry.topics)


def _years(period: Period) -> Iterator[int]:
    """The years of both calendars a period touches."""
    for calendar in (GREGORIAN, SOLAR):
        yield from range(year_in(period.start, calendar), year_in(period.end, calendar) + 1)


def _equal_names(
    entry: Participant, spelled: Mapping[str, Sequence[str]]
) -> Iterator[tuple[list[str], list[str]]]:
    """Pairs of spellings of a participant that can be read word by word against each other."""
    names = [name for lang in LANGS for name in spelled[lang]]
    stemmer = Stemmer(names)

    def words(name: str) -> list[str]:
        return [stemmer.terms(word)[0] for word in words_of(name)]

    spellings = [words(name) for name in names]
    both = [tuple(map(words, name.values())) for name in (entry.name, entry.full_name) if name]
    for one, other in combinations(spellings, 2):
        if len(one) == len(other):
            shared = any(word == written for word, written in zip(one, other, strict=True))
            is_person = entry.kind == "person"
            if len(one) == 1 or (is_person and (shared or (one, other) in both)):
                yield one, other
