"""What an edit of a text changes of what it states: facts gone, new or other, in one language.

Paragraphs before and after are matched by their words, also where one was divided or two were
joined. A number, a date and a quotation belong to the paragraph that tells them. A name and an
office may be put for a pronoun or the other way round: of these one is gone, or new, only where the
text does not have it elsewhere; one in the place of another of its sort is a change anywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsroom.check.claims import (
    CAPITALS,
    COMMON,
    NAME,
    OFFICE,
    QUOTATION,
    SPEAKER,
    Claim,
    Claims,
    bound_before,
    number_in_words,
    unit_behind,
)
from newsroom.check.comparison import is_told, is_told_by_days, is_within
from newsroom.check.fact_words import office_names
from newsroom.check.facts import DATE, NUMBER, Fact
from newsroom.document.blocks import ADMONITION
from newsroom.text.clauses import joins_list
from newsroom.text.matching import changes
from newsroom.text.persian import fold_word, folded_words
from newsroom.text.quotations import in_other_marks
from newsroom.text.sentences import fold_sentence, sentence_spans

_OF_PARAGRAPHS = frozenset((NUMBER, DATE, QUOTATION))
_OF_SENTENCES = (NUMBER, DATE, NAME, COMMON, OFFICE)
_FRONT = ("title", "summary")
_ALIKE = 0.5
"""The share of the words of the shorter of two texts that both have, if one became the other."""
_MOST = 40_000
"""The product of two counts of texts up to which each is held against each; others by place."""
_FEWEST = 3
"""Words two texts must share at least to be taken for one that was edited."""
_PRONOUNS = {
    "fa": frozenset(map(fold_word, "او وی ایشان".split())),
    "en": frozenset("he she his her".split()),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A fact that is gone, new (without `was`) or another one."""

    was: Claim | None
    now: Claim | None
    line: int
    """Where the text would have it now."""

    @property
    def kind(self) -> str:
        claim = self.was or self.now
        assert claim is not None
        return claim.kind


class Text:
    """A paragraph, or a part of one, and what it states."""

    def __init__(self, claims: Claims, span: tuple[int, int] | None = None) -> None:
        self.claims, self.span = claims, span
        start, end = span or (0, len(claims.text))
        self.text = claims.text[start:end]
        self._start, self._end = start, end

    @property
    def place(self) -> str:
        """`title`, `summary`, the kind of a note, or nothing."""
        block = self.claims.passage.block
        return block.kind if block.kind in (*_FRONT, ADMONITION) else ""

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(folded_words(self.text))

    @cached_property
    def in_other_marks(self) -> frozenset[str]:
        """What stands in marks that are no quotation marks of this record."""
        return frozenset(map(fold_sentence, in_other_marks(self.text)))

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            if self._start <= claim.start < self._end:
                found[claim.kind].append(claim)
        return {kind: tuple(those) for kind, those in found.items()}

    @cached_property
    def _claims(self) -> tuple[Claim, ...]:
        """What the whole paragraph states."""
        return tuple(self.claims)

    def states(self, claim: Claim) -> bool:
        return claim in self.by_kind.get(claim.kind, ())

    def in_words(self, claim: Claim) -> Claim:
        """A claim as a message has it: a number with what it counts, an office with its name."""
        printed = claim.printed
        if claim.kind == NUMBER and claim.fact:
            printed = number_in_words(self.claims.text, claim.fact, self.claims.lang)
        elif claim.kind == OFFICE and claim.target_id:
            names = office_names()[self.claims.lang]
            offices = " / ".join(names.get(id, id) for id in sorted(claim.readings))
            printed = f"{printed} ({offices})"
        return replace(claim, printed=printed)

    def facts(self, kind: str) -> Iterator[Fact]:
        """The numbers or dates it holds, those told in passing among them."""
        for fact in self.claims.passage.facts(kind):
            if self._start <= fact.start < self._end:
                yield fact

    def sentences(self) -> Iterator["Text"]:
        for span in sentence_spans(self.claims.text):
            part = Text(self.claims, span)
            part.__dict__["_claims"] = self._claims  # read once a paragraph
            yield part


def edits_of(olds: Sequence[Text], news: Sequence[Text]) -> Iterator[Edit]:
    """What is stated otherwise by the paragraphs of a text; each fact of a part of it once."""
    parts = [_Part(*part, olds, news) for part in _parts(olds, news)]
    came, went = _by_token(part.added for part in parts), _by_token(part.gone for part in parts)
    for part in parts:
        yield from part.edits(came, went)


_Moved = Mapping[tuple[str, str], Sequence[Claim]]
"""What is new, or gone, by its kind and by what it may be known by."""


def _by_token(listed: Iterable[Sequence[Claim]]) -> _Moved:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claims in listed:
        for claim in claims:
            for token in _tokens(claim):
                found[claim.kind, token].append(claim)
    return found


def _tokens(claim: Claim) -> Iterable[str]:
    return claim.readings if claim.kind == NUMBER else (claim.key,)


class _Part:
    """Paragraphs that became others."""

    def __init__(
        self,
        olds: Sequence[Text],
        news: Sequence[Text],
        all_old: Sequence[Text],
        all_new: Sequence[Text],
    ) -> None:
        self.olds, self.news = olds, news
        self._all_old, self._all_new = all_old, all_new
        self.gone = _untold(olds, news)
        self.added = _untold(news, olds)

    def edits(self, came: "_Moved", went: "_Moved") -> Iterator[Edit]:
        """What it states otherwise; given what all parts have newly and no longer."""
        for it in self._edits(came, went):
            was = _in_words(it.was, self.olds) if it.was else None
            now = _in_words(it.now, self.news) if it.now else None
            yield Edit(was, now, it.line)

    def _edits(self, came: "_Moved", went: "_Moved") -> Iterator[Edit]:
        pairs = [*_exchanged(self.gone, self.added, self._sort), *self._in_sentences()]
        seen: set[tuple[str, str, str]] = set()
        named = {(was.target_id, now.target_id) for was, now in pairs if was.kind == NAME}
        for was, now in pairs:
            is_said = was.kind == OFFICE and (was.target_id, now.target_id) in named
            if (key := (was.kind, was.key, now.key)) not in seen and not is_said:
                seen.add(key)
                yield Edit(was, now, now.line)
        left = {claim for pair in pairs for claim in pair}
        for it in self._of_lists_and_pronouns():
            claim = it.was or it.now
            if claim and claim not in left:
                left.add(claim)
                yield it
        for was in self.gone:
            if was not in left and self._is_missed(was, came, self._all_new):
                yield Edit(was, None, self._line)
        for now in self.added:
            if now not in left and self._is_missed(now, went, self._all_old):
                yield Edit(None, now, now.line)

    @property
    def _line(self) -> int:
        texts = self.news or self._all_new
        return texts[0].claims.passage.block.line if texts else 1

    def _is_missed(self, claim: Claim, moved: "_Moved", elsewhere: Sequence[Text]) -> bool:
        """Whether a fact that one side has alone is in no other place there."""
        alike = (it for token in _tokens(claim) for it in moved.get((claim.kind, token), ()))
        if any(_is_same(claim, it) for it in alike):
            return False
        if claim.kind in _OF_PARAGRAPHS:
            return True
        is_note = any(text.place == ADMONITION for text in (*self.olds, *self.news))
        tells = [text for text in elsewhere if is_note or text.place != ADMONITION]
        if claim.kind == OFFICE and claim.target_id:
            held = (it for text in tells for it in text.by_kind.get(OFFICE, ()))
            return not any(
                it.target_id == claim.target_id and it.readings & claim.readings for it in held
            )
        return not _is_told(claim, tells)

    def _sort(self, claim: Claim) -> str:
        """What another fact must be like, too, to stand in the place of one."""
        if claim.kind != NAME:
            return ""
        (text, *_) = (*self.olds, *self.news)
        return text.claims.sort_of(claim)

    def _in_sentences(self) -> Iterator[tuple[Claim, Claim]]:
        """Facts that stand in each other's place within a sentence, whatever others have."""
        olds = [it for text in self.olds for it in text.sentences()]
        news = [it for text in self.news for it in text.sentences()]
        for old, new in _alike(olds, news):
            gone, added = _untold([old], [new]), _untold([new], [old])
            pairs = [
                *_exchanged(gone, added, self._sort),
                *_exchanged(gone, _more(new, old), self._sort),
                *_exchanged(_more(old, new), added, self._sort),
            ]
            yield from ((was, now) for was, now in pairs if was.kind in _OF_SENTENCES)
            for kind in (NAME, NUMBER):
                yield from _swapped(old, new, kind)

    def _of_lists_and_pronouns(self) -> Iterator[Edit]:
        """Names that are gone or new where they cannot just be told in another way."""
        olds = [it for text in self.olds for it in text.sentences()]
        news = [it for text in self.news for it in text.sentences()]
        for old, new in _alike(olds, news):
            for was in _listed_alone(old, new):
                if not _is_told(was, self.news):
                    yield Edit(was, None, new.claims.passage.block.line)
            for was in self._misled(old, new, self._all_new):
                yield Edit(was, None, new.claims.passage.block.line)
            for now in _listed_alone(new, old):
                if not _is_told(now, self.olds):
                    yield Edit(None, now, now.line)
            for now in self._misled(new, old, self._all_old):
                yield Edit(None, now, now.line)

    def _misled(self, one: Text, other: Text, around: Sequence[Text]) -> Iterator[Claim]:
        """The persons a sentence names where the other has a pronoun for somebody else.

        A pronoun goes back to who is named before it in its paragraph, or else in the nearest one
        above that names anybody.
        """
        if other.words.isdisjoint(_PRONOUNS[other.claims.lang]):
            return
        if any(not it.target_id for it in _untold([other], [one]) if it.kind == OFFICE):
            return  # "the mayor" may be the one who is named
        known = _before(other, around)
        for claim in one.by_kind.get(NAME, ()):
            is_person = self._sort(claim) == "person"
            if is_person and known and claim.key not in known and not _is_told(claim, [other]):
                yield claim


def _in_words(claim: Claim, texts: Sequence[Text]) -> Claim:
    return next(text.in_words(claim) for text in texts if text.states(claim))


def _parts(olds: Sequence[Text], news: Sequence[Text]) -> Iterator[tuple[list[Text], list[Text]]]:
    """The paragraphs that are not the same, those that became each other together."""
    changed = _changed(olds, news), _changed(news, olds)
    links = [*_links(olds, news, *changed)]
    joined: dict[int, set[int]] = {id(text): {id(text)} for text in (*changed[0], *changed[1])}
    for old, new in links:
        together = joined[id(old)] | joined[id(new)]
        for it in together:
            joined[it] = together
    for together in {id(group): group for group in joined.values()}.values():
        yield (
            [text for text in changed[0] if id(text) in together],
            [text for text in changed[1] if id(text) in together],
        )


def _changed(texts: Sequence[Text], others: Sequence[Text]) -> list[Text]:
    left = Counter((text.place, text.text) for text in others)
    found = []
    for text in texts:
        left[text.place, text.text] -= 1
        if left[text.place, text.text] < 0:
            found.append(text)
    return found


def _links(
    olds: Sequence[Text], news: Sequence[Text], gone: Sequence[Text], added: Sequence[Text]
) -> Iterator[tuple[Text, Text]]:
    """Which paragraph became which: by their words, and by their place where that is one."""
    for old in gone if len(gone) * len(added) <= _MOST else ():
        for new in added:
            if old.place == new.place and (old.place in _FRONT or _share(old, new) >= _ALIKE):
                yield old, new
    sides = [[(text.place, text.text) for text in texts] for texts in (olds, news)]
    for start, end, other, other_end in changes(*sides):
        if end - start == other_end - other:
            for old, new in zip(olds[start:end], news[other:other_end], strict=True):
                if old.place == new.place and old in gone and new in added:
                    yield old, new


def _share(one: Text, two: Text) -> float:
    shared = len(one.words & two.words)
    fewest = min(len(one.words), len(two.words))
    return shared / fewest if shared >= min(_FEWEST, fewest) and fewest else 0.0


def _alike(olds: Sequence[Text], news: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """The sentences that became each other, the likest first."""
    if len(olds) * len(news) > _MOST:
        for start, end, other, other_end in changes(*([it.text for it in s] for s in (olds, news))):
            yield from zip(olds[start:end], news[other:other_end], strict=False)
        return
    shares = sorted(
        ((_share(old, new), at, other) for at, old in enumerate(olds)
         for other, new in enumerate(news)),
        key=lambda it: (-it[0], it[1], it[2]),
    )  # fmt: skip
    taken: tuple[set[int], set[int]] = set(), set()
    for share, at, other in shares:
        if share >= _ALIKE and at not in taken[0] and other not in taken[1]:
            taken[0].add(at)
            taken[1].add(other)
            if olds[at].text != news[other].text:
                yield olds[at], news[other]


def _untold(texts: Sequence[Text], others: Sequence[Text]) -> list[Claim]:
    """What some texts state and others do not, each fact once."""
    found: dict[tuple[str, str], Claim] = {}
    for text in texts:
        for kind, claims in text.by_kind.items():
            for claim in claims if kind != SPEAKER else ():  # the first name is not always the one
                if not _is_told(claim, others, text):
                    found.setdefault((claim.kind, claim.key), claim)
    return list(found.values())


def _exchanged(
    gone: Sequence[Claim], added: Sequence[Claim], sort: Callable[[Claim], str]
) -> Iterator[tuple[Claim, Claim]]:
    """The facts that stand in the place of others, each in one."""
    left = list(added)
    for was in gone:
        for now in left:
            if was.kind == now.kind and sort(was) == sort(now) and _may_replace(was, now):
                left.remove(now)
                yield was, now
                break


def _may_replace(was: Claim, now: Claim) -> bool:
    if was.kind == NUMBER:
        return not (was.unit and now.unit) or bool(was.unit & now.unit)
    if was.kind == OFFICE:
        return was.target_id == now.target_id or bool(was.readings & now.readings)
    return True


def _more(one: Text, other: Text) -> list[Claim]:
    """What a sentence states more often than the other one does, which states it, too."""
    found = []
    for kind in _OF_SENTENCES:
        counts = Counter(claim.key for claim in other.by_kind.get(kind, ()))
        known = set(counts)
        for claim in one.by_kind.get(kind, ()):
            counts[claim.key] -= 1
            if claim.key in known and counts[claim.key] < 0:
                found.append(claim)
    return found


def _listed_alone(one: Text, other: Text) -> Iterator[Claim]:
    """The names of a list that the other sentence has without them."""
    names = {it.key for it in other.by_kind.get(NAME, ())}
    lists = [{it.key for it in group} for group in _beads(other, NAME)[1]]
    for group in _beads(one, NAME)[1]:
        kept = {it.key for it in group} & names
        if len(group) > 1 and any(kept & known for known in lists):
            yield from (it for it in group if it.key not in names)


def _before(sentence: Text, texts: Sequence[Text]) -> frozenset[str]:
    """The persons a pronoun of a sentence may stand for; `texts` are the paragraphs of its page."""
    own = next(at for at, text in enumerate(texts) if text.claims is sentence.claims)
    start = sentence.span[0] if sentence.span else 0
    for at in range(own, -1, -1):
        text = texts[at]
        if at < own and text.place:
            continue
        named = frozenset(
            it.key
            for it in text.by_kind.get(NAME, ())
            if text.claims.sort_of(it) == "person" and (at < own or it.start < start)
        )
        if named:
            return named
    return frozenset()


def _swapped(old: Text, new: Text, kind: str) -> Iterator[tuple[Claim, Claim]]:
    """What has changed places in a sentence that is the same but for that."""
    sides = [_beads(text, kind) for text in (old, new)]
    (gaps, groups), (other_gaps, other_groups) = sides
    if gaps != other_gaps or len(groups) != len(other_groups):
        return
    for group, other in zip(groups, other_groups, strict=True):
        theirs, ours = {it.key for it in other}, {it.key for it in group}
        gone = [it for it in group if it.key not in theirs]
        added = [it for it in other if it.key not in ours]
        yield from zip(gone, added, strict=False)


def _beads(text: Text, kind: str) -> tuple[list[str], list[list[Claim]]]:
    """What stands between the facts of a kind, and these, those of a list together."""
    gaps, groups, end = [], list[list[Claim]](), text.span[0] if text.span else 0
    whole = text.claims.text
    for claim in sorted(text.by_kind.get(kind, ()), key=lambda it: it.start):
        gap = whole[end : claim.start]
        if not groups or not joins_list(gap):
            groups.append([])
        groups[-1].append(claim)
        gaps.append(" ".join(folded_words(gap)))
        end = claim.start + len(claim.printed)
    last = whole[end : text.span[1] if text.span else len(whole)]
    return [*gaps, " ".join(folded_words(last))], groups


def _is_same(one: Claim, two: Claim) -> bool:
    if one.kind != two.kind:
        return False
    if one.kind == NUMBER:
        return bool(one.readings & two.readings) and _may_replace(one, two)
    return one.key == two.key


def _is_told(claim: Claim, texts: Sequence[Text], own: Text | None = None) -> bool:
    """Whether texts state a fact; `own` is the text it stands in."""
    if claim.kind == NUMBER:
        return any(_is_number_told(claim, text, own) for text in texts)
    if claim.kind == DATE:
        assert claim.fact is not None
        theirs = [fact for text in texts for fact in text.facts(DATE)]
        ours = [*own.facts(DATE)] if own else [claim.fact]
        return is_told(claim.fact, theirs) or is_told_by_days(claim.fact, ours, theirs)
    if claim.kind == CAPITALS:
        words = frozenset[str]().union(*(text.words for text in texts))
        return words.issuperset(folded_words(claim.printed))
    claims = (it for text in texts for it in text.by_kind.get(claim.kind, ()))
    if claim.kind == OFFICE:
        return any(
            claim.readings & it.readings
            and (claim.target_id == it.target_id or not (claim.target_id and it.target_id))
            for it in claims
        )
    if claim.kind == QUOTATION and any(claim.key in text.in_other_marks for text in texts):
        return True
    if claim.kind == COMMON:
        return any(claim.readings & it.readings for it in claims)
    return any(claim.key == it.key for it in claims)


def _is_number_told(claim: Claim, text: Text, own: Text | None) -> bool:
    assert claim.fact is not None
    words, lang = text.claims.text, text.claims.lang
    for fact in text.facts(NUMBER):
        if claim.readings & fact.values:
            unit = unit_behind(words, fact.end, lang)
            is_of_it = not (claim.unit and unit) or bool(claim.unit & unit)
            if is_of_it and _bound(claim.fact, own) in (
                None,
                bound_before(words, fact.start, lang),
            ):
                return True
    year = None if claim.unit else claim.fact.period
    return year is not None and any(is_within(day, year) for day in text.facts(DATE))


def _bound(fact: Fact, own: Text | None) -> str | None:
    return bound_before(own.claims.text, fact.start, own.claims.lang) if own else None
