"""Spellings: a name is written as an entry of the record has it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.passages import Passage
from newsroom.record.problems import WARNING, Problem, say
from newsroom.text.languages import LANGS
from newsroom.text.likeness import is_one_slip, skeleton, with_one_guttural
from newsroom.text.persian import HALF_SPACE, HARAKAT, fold_word
from newsroom.text.quotations import blank_quotations

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{HARAKAT}{HALF_SPACE}])*")
_SHORTEST_BESIDE = 4
"""Letters of a word that is compared because the rest of its name stands beside it."""
_SHORTEST_NAME = 5
_SHORTEST_SKELETON = 5
"""Letters of a word that is compared alone: short ones are near to many that are no names."""


def name_spelling(catalogue: Catalogue, passages: Sequence[Passage]) -> Iterator[Problem]:
    """A name by a spelling nobody has registered is not linked, not listed and not found.

    Reported is a word one slip away from that of a name when the rest of the name stands beside
    it, or a long surname alone. A warning: it may be the name of somebody else.
    """
    spellings = {lang: _Spellings.of(catalogue.participants.values(), lang) for lang in LANGS}
    for passage in passages:
        text = blank_quotations(passage.text)
        for position, wording, name in spellings[passage.lang].find(text):
            message = say(
                "'{wording}' is near to '{name}', and no entry spells it so",
                wording=wording,
                name=name,
            )
            hint = say("write the name as its entry has it, or add the spelling to its 'aliases'")
            line = passage.line_at(position)
            yield Problem(passage.path, line, "name-spelling", message, hint, WARNING)


@dataclass(frozen=True, slots=True)
class _Spellings:
    """The names of one language, as a slip may be told from them."""

    after: Mapping[str, Mapping[str, str]]
    """Words that follow another in the name of a person, each with that name."""
    before: Mapping[str, Mapping[str, str]]
    alone: Mapping[str, str]
    """Names of one word by what is left of them when what is confused is made equal."""
    known: frozenset[str]
    """Every word of every spelling."""

    @classmethod
    def of(cls, participants: Iterable[Participant], lang: str) -> "_Spellings":
        after: dict[str, dict[str, str]] = defaultdict(dict)
        before: dict[str, dict[str, str]] = defaultdict(dict)
        alone: dict[str, str] = {}
        known: set[str] = set()
        for entry in participants:
            for spelling in entry.spellings(lang):
                words = [fold_word(word) for word in _WORD.findall(spelling)]
                known.update(words)
                if len(words) == 1 and entry.kind != "organisation":
                    alone |= dict.fromkeys(_traits(words[0]), spelling)
                if entry.kind == "person":
                    for first, second in pairwise(words):
                        after[first][second] = spelling
                        before[second][first] = spelling
        return cls(after, before, alone, frozenset(known))

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Position and wording of each spelling that is a slip, and the name it is near to."""
        found = list(_WORD.finditer(text))
        words = [fold_word(match[0]) for match in found]
        gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
        for at, word in enumerate(words):
            wording = found[at][0]
            if word in self.known or len(word) < _SHORTEST_BESIDE or wording[0].islower():
                continue
            name = None
            if at and gaps[at - 1] == " ":
                name = _nearest(word, self.after.get(words[at - 1], {}))
            if not name and at < len(gaps) and gaps[at] == " ":
                name = _nearest(word, self.before.get(words[at + 1], {}))
            name = name or next(filter(None, map(self.alone.get, _traits(word))), None)
            if name:
                yield found[at].start(), wording, name


def _nearest(word: str, known: Mapping[str, str]) -> str | None:
    """The name one of whose words this is a slip of; a word with an ending is another word."""
    for other, name in known.items():
        is_longer = word.startswith(other) or len(other) < _SHORTEST_BESIDE
        if not is_longer and (is_one_slip(word, other) or skeleton(word) == skeleton(other)):
            return name
    return None


def _traits(word: str) -> Iterator[str]:
    """By what a word alone is taken for a name."""
    if len(word) >= _SHORTEST_NAME:
        yield f"guttural {with_one_guttural(word)}"
    if len(bare := skeleton(word)) >= _SHORTEST_SKELETON:
        yield f"skeleton {bare}"
