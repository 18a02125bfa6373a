"""The ids of paragraphs carried from the text they were recorded with to the text of today.

Each language by itself, by what the paragraphs say: first those that are as they were, then those
that have most words in common, rare ones counting more. What is left of the text is a part of a
paragraph that was split, or new; what is left of the ids is in a paragraph they were merged into,
or gone. A new paragraph takes the id of the one beside it in the other language.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from itertools import chain, count, groupby
from operator import itemgetter
from string import ascii_lowercase

from newsroom.record.articles import Page
from newsroom.record.paragraph_ids import UNDATED, Known, State, in_order
from newsroom.record.passages import LISTED, NOTE, POINT, Passage, passages_of
from newsroom.text.fingerprints import Fingerprint, Likeness, text_digest, word_numbers
from newsroom.text.languages import LANGS
from newsroom.text.matching import beside

_ALIKE, _BACK = 0.5, 0.7
"""How alike two texts are that are one paragraph; and one that was gone and is back."""
_WITHIN = 0.6
"""Which part of a paragraph stands in another one that it was merged into, or split off from."""
_FEW, _SHORT = 5, 0.8
"""So many words in common tell something; with fewer, texts have to be as alike as this."""
_LETTERS = "bcdfghjkmnpqrstvwxz"
"""Of new ids: no vowels, so that they make no words."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The ids of an article as it is today, by language."""

    passages: Mapping[str, Sequence[Passage]]
    ids: Mapping[str, Sequence[str]]
    """Those of the passages, in their order."""
    known: Known
    """All that were ever issued."""

    def former(self, lang: str) -> Mapping[str, tuple[str, ...]]:
        """By the id of a paragraph, those that were merged into it."""
        found: dict[str, list[str]] = defaultdict(list)
        for id in in_order(self.known):
            state = self.known[id].get(lang)
            if state and state.into:
                found[state.into].append(id)
        return {id: tuple(former) for id, former in found.items()}

    def gone(self, lang: str) -> tuple[tuple[str, str], ...]:
        """The ids of what was taken out, each with its day or `UNDATED`."""
        states = ((id, self.known[id].get(lang)) for id in in_order(self.known))
        return tuple((id, state.gone) for id, state in states if state and state.gone)


def carried(versions: Mapping[str, Page], known: Known) -> Carried:
    """The ids of the versions of an article; if none is known, they are issued by number.

    What is known of a language that is not among the versions stays as it is.
    """
    sides = [_Side(lang, passages_of(versions[lang]), known) for lang in LANGS if lang in versions]
    if known:
        for side in sides:
            side.carry()
        for at, side in enumerate(sides):
            _share(sides)
            side.issue({*known, *(id for other in sides[:at] for id in other.ids)})
    else:
        _number(sides)
    now = {id: dict(states) for id, states in known.items()}
    for side in sides:
        for id, state in side.states():
            now.setdefault(id, {})[side.lang] = state
    return Carried(
        {side.lang: side.passages for side in sides},
        {side.lang: tuple(side.ids) for side in sides},
        now,
    )


class _Side:
    """One language while its ids are found; an id that is not known yet is empty."""

    def __init__(self, lang: str, passages: Sequence[Passage], known: Known) -> None:
        self.lang, self.passages = lang, passages
        self.old = {id: known[id][lang] for id in in_order(known) if lang in known[id]}
        self.ids = [""] * len(passages)
        self._digests = [text_digest(it.text) for it in passages]
        self._changed: Sequence[int] = range(len(passages))
        self._within: dict[str, int] = {}
        """In which passage the words of an id are that has none of its own any more."""
        self._words: dict[int, tuple[int, ...]] = {}
        self._likeness: dict[tuple[str, int], Likeness] = {}

    def carry(self) -> None:
        """Give the passages the ids they had."""
        self._take_unchanged(is_near=True)
        self._take_unchanged(is_near=False)
        self._changed = [at for at, id in enumerate(self.ids) if not id]
        self._take_alike()
        self._take_parts()
        self._merge()

    def issue(self, taken: Collection[str]) -> None:
        """Give those passages new ids that have none; `taken` are all that were ever issued."""
        known = {*taken, *self.ids}
        for at, passage in enumerate(self.passages):
            if not self.ids[at]:
                own = self._note_id(at) if passage.form == NOTE else ""
                names = chain([own] if own else (), _names(passage))
                self.ids[at] = next(name for name in names if name not in known)
                known.add(self.ids[at])

    def states(self) -> Iterator[tuple[str, State]]:
        """What is to be known of every id of the language from now on."""
        for at, id in enumerate(self.ids):
            old, passage = self.old.get(id), self.passages[at]
            is_same = old and old.is_live and old.words.digest == self._digests[at]
            yield id, old if old and is_same else State(passage.form, Fingerprint.of(passage.text))
        for id, state in self.old.items():
            if id not in self.ids:
                into = self.ids[self._within[id]] if id in self._within else ""
                gone = "" if into else state.gone or UNDATED
                yield id, replace(state, into=into, gone=gone)

    def _take_unchanged(self, *, is_near: bool) -> None:
        """Passages that are as they were; of those that say the same, what is not gone first.

        With `is_near` those alone that stand in the section they were issued in.
        """
        left: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id in sorted(self.old, key=lambda id: _rank(self.old[id])):
            if id not in self.ids:
                left[self.old[id].form, self.old[id].words.digest].append(id)
        for at, passage in enumerate(self.passages):
            same = left.get((passage.form, self._digests[at]), []) if not self.ids[at] else []
            near = (id for id in same if not is_near or id.partition("_")[0] == passage.section)
            self.ids[at] = next(near, self.ids[at])
            if self.ids[at] in same:
                same.remove(self.ids[at])

    def _take_alike(self) -> None:
        """Passages that were reworded, shortened or added to: the most alike first."""
        pairs = [
            (_rank(state), -self._like(id, at).both, at, id)
            for id, state in self.old.items()
            if id not in self.ids
            for at in self._changed
            if self._is_same(id, at)
        ]
        for _, _, at, id in sorted(pairs):
            if not self.ids[at] and id not in self.ids:
                self.ids[at] = id

    def _is_same(self, id: str, at: int) -> bool:
        like = self._like(id, at)
        if self.old[id].gone:
            return like.both >= _BACK and like.count >= _FEW
        if like.count < _FEW and like.both < _SHORT:
            return False
        is_alike = like.both >= _ALIKE or like.of_new >= _WITHIN
        return like.of_old >= _WITHIN or (is_alike and id == self._nearest_to(at))

    def _nearest_to(self, at: int) -> str:
        """The id of the paragraph that holds most of a passage; of several, the one most alike."""
        likes = ((id, self._like(id, at)) for id, state in self.old.items() if state.is_live)
        return max(likes, key=lambda it: (it[1].of_new, it[1].both), default=("", None))[0]

    def _take_parts(self) -> None:
        """Parts of a paragraph that was split: the first keeps its id where they adjoin."""
        parts: dict[str, list[int]] = defaultdict(list)
        wholes = {self.ids[at]: at for at in self._changed if self.ids[at] in self.old}
        for at in self._changed:
            likes = [(self._like(id, at), id) for id in wholes] if not self.ids[at] else []
            shares = [
                (it.of_new, id) for it, id in likes if it.of_new >= _WITHIN and it.count >= _FEW
            ]
            if shares:
                parts[max(shares)[1]].append(at)
        for id, places in parts.items():
            places = sorted([wholes[id], *places])
            first = places[0] if self._adjoin(places) else wholes[id]
            self.ids[wholes[id]] = ""
            self.ids[first] = id
            for at in places:
                if at != first:
                    self.ids[at] = self._part_of(id)

    def _adjoin(self, places: Sequence[int]) -> bool:
        """Whether nothing but notes stands between passages."""
        between = set(range(places[0], places[-1])).difference(places)
        return all(self.passages[at].form == NOTE for at in between)

    def _part_of(self, id: str) -> str:
        """The first of `id-b`, `id-c` … that the language never had; empty after `id-z`."""
        names = (f"{id}-{letter}" for letter in ascii_lowercase[1:])
        return next((it for it in names if it not in self.ids and it not in self.old), "")

    def _merge(self) -> None:
        """Find the passages in which the words of ids are that no passage has taken."""
        for id, state in self.old.items():
            if id in self.ids or state.gone:
                continue
            if state.into in self.ids and self.ids.index(state.into) not in self._changed:
                self._within[id] = self.ids.index(state.into)
                continue
            likes = ((self._like(id, at), at) for at in self._changed if self.ids[at])
            # Of a short note a neighbour that is about the same has most words by chance.
            found = [
                (it.of_old, at)
                for it, at in likes
                if it.of_old >= (_WITHIN if it.count > _FEW else _SHORT)
            ]
            if found:
                self._within[id] = max(found)[1]
        for at in set(self._within.values()):
            self._put_first(at)

    def _put_first(self, at: int) -> None:
        """Call a passage by the first of the ids that were merged into it just now."""
        own = self.ids[at]
        merged = [id for id, place in self._within.items() if place == at and self.old[id].is_live]
        if not merged or own not in self.old:
            return
        first = min((own, *merged), key=lambda id: self._place_in(at, id))
        if first != own:
            del self._within[first]
            self._within[own] = at
            self.ids[at] = first

    def _place_in(self, at: int, id: str) -> float:
        """How far within a passage, in words, what an id was recorded with stands."""
        words = {it: place for place, it in enumerate(self.words(at))}
        found = [words[it] for it in self.old[id].words.numbers if it in words]
        return sum(found) / len(found) if found else math.inf

    def words(self, at: int) -> tuple[int, ...]:
        """Those of a passage, as `word_numbers` gives them."""
        if at not in self._words:
            self._words[at] = word_numbers(self.passages[at].text)
        return self._words[at]

    def _like(self, id: str, at: int) -> Likeness:
        """What a passage of today has in common with what an id was recorded with."""
        if (id, at) not in self._likeness:
            is_list = LISTED in (self.old[id].form, self.passages[at].form)
            is_other = is_list and self.old[id].form != self.passages[at].form
            words = () if is_other else self.words(at)
            self._likeness[id, at] = self.old[id].words.likeness(words, self._weight)
        return self._likeness[id, at]

    @cached_property
    def _counts(self) -> Counter[int]:
        return Counter(it for state in self.old.values() for it in state.words.numbers)

    def _weight(self, number: int) -> float:
        """What a word tells: the rarer in the article, the more."""
        return math.log(1 + len(self.old) / (self._counts[number] or 1))

    def _note_id(self, at: int) -> str:
        """The id of a new note: that of the paragraph above it, whose note it is."""
        above = self.ids[at - 1] if at and self.passages[at - 1].form != NOTE else ""
        is_same = at and self.passages[at - 1].section == self.passages[at].section
        return f"{above}-note" if above and is_same else ""


def _rank(state: State) -> int:
    """What takes part first: paragraphs, then those that were merged, then those that are gone."""
    return 2 if state.gone else 1 if state.into else 0


def _names(passage: Passage) -> Iterator[str]:
    """Names made of what a passage says, so that those two branches choose are not the same."""
    digest = int(sha256(" ".join(passage.text.split()).encode()).hexdigest(), 16)
    name = ""
    for _ in range(4):
        digest, letter = divmod(digest, len(_LETTERS))
        name += _LETTERS[letter]
    yield f"{passage.section}_{name}"
    yield from (f"{passage.section}_{name}-{number}" for number in count(2))


def _share(sides: Sequence[_Side]) -> None:
    """Give passages without an id that of the one beside them in the other language."""
    if len(sides) < 2:
        return
    one, two = sides
    for at, other in _pairs(one, two):
        for side, place, from_side, from_place in ((one, at, two, other), (two, other, one, at)):
            id = from_side.ids[from_place]
            is_open = not side.ids[place] and id and id not in side.old and id not in side.ids
            if is_open and side.passages[place].form == from_side.passages[from_place].form:
                side.ids[place] = id


def _pairs(one: _Side, two: _Side) -> list[tuple[int, int]]:
    """The passages that stand beside each other: sections by their ids, then those of one id, and
    between them the n-th of a kind."""
    both = {*one.ids} & {*two.ids} - {""}

    def key(side: _Side, at: int) -> Hashable:
        return side.ids[at] if side.ids[at] in both else (side.passages[at].kind,)

    found = []
    for own, other in _sections(one, two):
        for at, place in beside(own, other, lambda at: key(one, at), lambda at: key(two, at)):
            if at is not None and place is not None:
                found.append((at, place))
    return found


def _sections(one: _Side, two: _Side) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The places of the passages of each section in both languages, matched by the section."""
    for own, other in beside(_parts(one), _parts(two), itemgetter(0)):
        yield own[1] if own else (), other[1] if other else ()


def _parts(side: _Side) -> list[tuple[str, list[int]]]:
    places = groupby(range(len(side.passages)), key=lambda at: side.passages[at].section)
    return [(section, [*part]) for section, part in places]


def _number(sides: Sequence[_Side]) -> None:
    """Issue ids for the first time: section and number, an item that of its list with its own.

    The later language has those of what it stands beside in the earlier one; what stands alone
    there is named after its language. `site/paragraphs` gives pages without ids the same.
    """
    for side in sides:
        beside_it: Mapping[int, str] = {}
        suffix = ""
        if side is not sides[0]:
            first, suffix = sides[0], f"_{side.lang}"
            beside_it = {other: first.ids[at] for at, other in _top_pairs(first, side)}
        above = ""
        for at, passage in enumerate(side.passages):
            if passage.form == POINT:
                side.ids[at] = f"{above}-{passage.number}"
            else:
                own = f"{passage.section}_{passage.number}{suffix}"
                above = side.ids[at] = beside_it.get(at, own)


def _top_pairs(one: _Side, two: _Side) -> Iterator[tuple[int, int]]:
    """The passages beside each other that are no items: sections by id, then kinds in order."""
    for parts in _sections(one, two):
        own, other = (
            [at for at in part if side.passages[at].form != POINT]
            for side, part in zip((one, two), parts, strict=True)
        )
        kinds = beside(
            own, other, lambda at: one.passages[at].kind, lambda at: two.passages[at].kind
        )
        yield from ((at, place) for at, place in kinds if at is not None and place is not None)
