"""A raw source as what can be looked up in it: its paragraphs with their facts.

A line of the file is a paragraph. A page is held against the paragraphs it retells, found by the
words it has in common with them; so a number that the source has of something else does not do.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.check.claims import offices_beside, unit_behind
from newsroom.check.fact_words import common_beginnings, common_names, many_offices, offices
from newsroom.check.facts import Names
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.source import Source
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.dates import Period
from newsroom.text.forms import Forms
from newsroom.text.languages import LANGS
from newsroom.text.names import Mention
from newsroom.text.numbers import find_numbers
from newsroom.text.persian import fold_word
from newsroom.text.sentences import fold_sentence, sentence_spans
from newsroom.text.stems import STOP_WORDS, WORD, Stemmer

_LEAST, _SHARE = 4.0, 0.5
"""The weight of words a sentence has at least in common with one that is retold, and which part of
that of the sentence with most: a word's weight is the logarithm of how rare it is in the source."""
_PRONOUNS = frozenset("وی او ایشان he she him her".split())


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A number of a source."""

    readings: frozenset[str]
    unit: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: int
    text: str
    numbers: tuple[FoundValue, ...]
    dates: tuple[FoundDate, ...]
    names: frozenset[str]
    """The ids of those it names, by any spelling of either language."""
    persons: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    """What stands beside the names of persons, by their ids."""
    named_offices: frozenset[str]
    many_offices: frozenset[str]
    """Those it names in the plural, which are nobody's: "mayors and vice-mayors"."""
    common: frozenset[str]
    words: str
    folded: str


class SourceText:
    """The text of one raw source, in the record of a catalogue."""

    def __init__(self, source: Source, text: str, names: "SourceNames") -> None:
        self.id, self.lang, self.published = source.id, source.language, source.published
        self.publishers = names.all_in(" ".join((source.publisher or {}).values()))
        """The ids of those who published it."""
        lang, near = source.language, source.published or source.not_before
        lines = [(at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
        self.paragraphs = tuple(_paragraph(at, line, lang, near, names) for at, line in lines)

    @cached_property
    def folded(self) -> str:
        return " ".join(paragraph.folded for paragraph in self.paragraphs)

    @cached_property
    def _sentences(self) -> tuple[tuple[int, frozenset[str]], ...]:
        return tuple(
            (number, terms(paragraph.text[start:end]))
            for number, paragraph in enumerate(self.paragraphs)
            for start, end in sentence_spans(paragraph.text)
        )

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        counts = Counter(term for _, found in self._sentences for term in found)
        return {term: math.log(1 + len(self._sentences) / counts[term]) for term in counts}

    def retold_by(self, text: str) -> frozenset[int] | None:
        """The numbers of the paragraphs that a text in the language of the source retells.

        `None` where it has too few words in common with any.
        """
        words, weights = terms(text), self._weights
        scores = [(sum(weights[it] for it in words & found), at) for at, found in self._sentences]
        most = max(scores, default=(0.0, 0))[0]
        if most < _LEAST:
            return None
        return frozenset(at for score, at in scores if score >= _SHARE * most)

    @cached_property
    def speakers(self) -> tuple[frozenset[str], ...]:
        """Of each paragraph who may speak in it: whom it names, or whom a pronoun goes back to."""
        found: list[frozenset[str]] = []
        for paragraph in self.paragraphs:
            first = WORD.findall(paragraph.text)[:3]
            goes_back = not paragraph.persons or not _PRONOUNS.isdisjoint(first)
            before = found[-1] if found and goes_back else frozenset()
            found.append(paragraph.persons | before)
        return tuple(found)

    @cached_property
    def offices(self) -> Mapping[str, frozenset[str]]:
        """All that stands beside the name of a person anywhere, by the ids of persons."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for paragraph in self.paragraphs:
            for id, ids in paragraph.offices.items():
                found[id] |= ids
        return found


class SourceNames:
    """Finds whom a source names, by every spelling the record has, however its words are joined."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.participants = catalogue.participants
        self._names = Names(catalogue)
        self._forms = Forms(
            {
                id: [spelling for lang in LANGS for spelling in entry.spellings(lang)]
                for id, entry in self.participants.items()
            }
        )

    def find(self, text: str) -> list[Mention]:
        return [
            Mention(form.start, form.end, id)
            for form in self._forms.find(text)
            for id in sorted(form.ids)
        ]

    def all_in(self, text: str) -> frozenset[str]:
        """Whom a text names, also within the name of another, the Moscow of the Moscow Duma, and
        of a place what is made of its name, "Brazilian"."""
        made = {mention.target_id for mention in self._names.of_places.find(text)}
        return self._forms.ids_in(text) | made


def terms(text: str) -> frozenset[str]:
    stemmer = _STEMMER
    return frozenset(
        term
        for word in WORD.findall(text)
        for term in stemmer.terms(word)
        if term not in STOP_WORDS
    )


_STEMMER = Stemmer()


def _paragraph(
    line: int, text: str, lang: str, near: Period | None, names: SourceNames
) -> Paragraph:
    dates = find_dates(text, near)
    taken = [(it.start, it.end) for it in dates if it.period and it.calendar]
    numbers = tuple(
        FoundValue(it.readings, unit_behind(text, it.end, lang))
        for it in find_numbers(text, lang, taken)
    )
    mentions = names.find(text)
    persons = [it for it in mentions if names.participants[it.target_id].kind == "person"]
    beside: dict[str, frozenset[str]] = defaultdict(frozenset)
    for person, forms in offices_beside(text, mentions, persons, lang, is_loose=True).items():
        for form in forms:
            beside[person.target_id] |= form.ids
    return Paragraph(
        line,
        text,
        numbers,
        dates,
        names.all_in(text),
        frozenset(it.target_id for it in persons),
        beside,
        frozenset(id for form in offices()[lang].find_loosely(text) for id in form.ids),
        many_offices()[lang].ids_in(text),
        _common_in(text, lang),
        fold_word(text),
        fold_sentence(text),
    )


def _common_in(text: str, lang: str) -> frozenset[str]:
    """Countries and the like, also where the next word is glued on, and the language itself."""
    glued = " ".join(common_beginnings().find(text))
    return common_names().ids_in(text) | common_names().ids_in(glued) | {_LANGUAGES[lang]}


_LANGUAGES = {"fa": "persian", "en": "english"}
