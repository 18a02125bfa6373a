"""Spellings: a name is written as an entry of the record has it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.check.rule import WORDS, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.languages import LANGS
from newsroom.text.likeness import is_one_slip, skeleton, with_one_guttural
from newsroom.text.persian import fold_word
from newsroom.text.quotations import blank_quotations
from newsroom.text.scripts import LETTERED_WORD

_SHORTEST_BESIDE = 4
"""Letters of a word that is compared because the rest of its name stands beside it."""
_SHORTEST_NAME = 5
_SHORTEST_SKELETON = 5
"""Letters of a word that is compared alone: short ones are near to many that are no names."""


@rule(WORDS, warning="name-spelling")
def name_spelling(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """A name by a spelling nobody has registered is not linked, not listed and not found.

    Reported is a word one slip away from that of a name when the rest of the name stands beside
    it, or a long surname alone. A warning: it may be the name of somebody else.
    """
    if catalogue.unread_ids("participant"):
        return  # the name may be that of an entry nobody could read
    spellings = {lang: _Spellings.of(catalogue.participants.values(), lang) for lang in LANGS}
    for segment in segments:
        text = blank_quotations(segment.text)
        for position, wording, name in spellings[segment.lang].find(text):
            message = say(
                "'{wording}' resembles '{name}', but no entry has this spelling",
                wording=wording,
                name=name,
            )
            hint = say("spell the name as in its entry, or add this spelling to its 'aliases'")
            yield name_spelling.at(segment, position, message, hint)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What there is to know of a word by itself."""

    folded: str
    is_strange: bool
    """It may be a name, and none has it."""
    is_near: bool
    """It is a name, or near to one: worth a look at its neighbours."""
    name: str | None
    """The name it is taken for when it stands alone."""


class _Readings(dict[str, _Reading]):
    """Words as they are read; most words of a text have been met before."""

    def __init__(
        self, known: frozenset[str], beside: frozenset[str], alone: Mapping[str, str]
    ) -> None:
        """`known` are the words of all names, `beside` those that names of several words have,
        `alone` names of one word by their traits."""
        super().__init__()
        self._known, self._beside, self._alone = known, beside, alone

    def __missing__(self, word: str) -> _Reading:
        folded = fold_word(word)
        is_strange = (
            folded not in self._known and len(folded) >= _SHORTEST_BESIDE and not word[0].islower()
        )
        names = map(self._alone.get, _traits(folded)) if is_strange else ()
        name = next(filter(None, names), None)
        reading = _Reading(folded, is_strange, bool(name) or folded in self._beside, name)
        self[word] = reading
        return reading


@dataclass(frozen=True, slots=True)
class _Spellings:
    """The names of one language, as a slip may be told from them."""

    after: Mapping[str, Mapping[str, str]]
    """Words that follow another in the name of a person, each with that name."""
    before: Mapping[str, Mapping[str, str]]
    readings: "_Readings"

    @classmethod
    def of(cls, participants: Iterable[Participant], lang: str) -> "_Spellings":
        after: dict[str, dict[str, str]] = defaultdict(dict)
        before: dict[str, dict[str, str]] = defaultdict(dict)
        alone: dict[str, str] = {}
        known: set[str] = set()
        for entry in participants:
            for spelling in entry.spellings(lang):
                words = [fold_word(word) for word in LETTERED_WORD.findall(spelling)]
                known.update(words)
                if len(words) == 1 and entry.kind != "organisation":
                    alone |= dict.fromkeys(_traits(words[0]), spelling)
                if entry.kind == "person":
                    for first, second in pairwise(words):
                        after[first][second] = spelling
                        before[second][first] = spelling
        beside = frozenset((*after, *before))
        return cls(after, before, _Readings(frozenset(known), beside, alone))

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Position and wording of each spelling that is a slip, and the name it is near to."""
        readings = self.readings
        read = [readings[word] for word in LETTERED_WORD.findall(text)]
        near = [at for at, word in enumerate(read) if word.is_near]
        slips = dict(slip for at in near for slip in self._slips_at(at, read))
        if not slips:
            return
        words = list(LETTERED_WORD.finditer(text))
        for at, (other, name) in sorted(slips.items()):
            first, second = sorted((at, other))
            gap = text[words[first].end() : words[second].start()]
            if at == other or gap == " ":
                yield words[at].start(), words[at][0], name

    def _slips_at(
        self, at: int, read: Sequence["_Reading"]
    ) -> Iterator[tuple[int, tuple[int, str]]]:
        """Which word is a slip, and the one that shows it: a word itself, or a neighbour of it."""
        if name := read[at].name:
            yield at, (at, name)
        for other, known in ((at + 1, self.after), (at - 1, self.before)):
            if 0 <= other < len(read) and read[other].is_strange:
                near = known.get(read[at].folded)
                if near and (name := _nearest(read[other].folded, near)):
                    yield other, (at, name)


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
