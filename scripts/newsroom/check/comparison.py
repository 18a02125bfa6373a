"""What the two languages of a page tell differently, section by section.

A fact counts as told where the same section of the other language has it; which paragraph of the
section does not matter, and neither how often, since a translator may repeat a date or leave it to
"that day". Unless the paragraph beside it has something else in its place: "20 cities" for
«۱۸ شهر» is a slip, even where the section has an 18 elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.check.facts import (
    DATE,
    KINDS,
    LINK,
    NOTE,
    NUMBER,
    PARTICIPANT,
    Fact,
    Names,
    SectionFacts,
)
from newsroom.document.blocks import ADMONITION, Block
from newsroom.record.articles import Page
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.matching import changes

BlockPair = tuple[Block | None, Block | None]
"""What stands beside each other in two languages; `None` where one says nothing."""

_NAMING = (PARTICIPANT, LINK)
_MOST_LISTED = 7
"""Days of a date that somebody may list one by one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that one language tells and the other does not."""

    fact: Fact
    page: Page
    """The one that tells it."""
    section: str
    other: Page
    other_line: int
    """Where the other one would: the paragraph beside it, or the heading of its section."""
    instead: Fact | None = None
    """What stands there in its place."""


def paired(versions: Mapping[str, Sequence[SectionFacts]]) -> Iterator[Mapping[str, SectionFacts]]:
    """The sections that both languages have; `headings-differ` reports the others."""
    first, second = ({it.id: it for it in versions[lang]} for lang in LANGS)
    for id in first:
        if id in second:
            yield dict(zip(LANGS, (first[id], second[id]), strict=True))


def differences(
    sides: Mapping[str, SectionFacts], names: Names, kinds: Sequence[str] = KINDS
) -> Iterator[Difference]:
    """What only one language of a section tells, each fact once, in the order of the page."""
    pairs = list(pair_blocks(*(tuple(sides[lang].passages) for lang in LANGS)))
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for pair in pairs:
        for lang, block, beside in zip(LANGS, pair, reversed(pair), strict=True):
            if block is None:
                continue
            place = _Place(sides[lang], sides[other_lang(lang)], block, beside, names)
            for found in (it for kind in kinds if kind != NOTE for it in place.untold(kind)):
                told = (lang, found.fact.kind, found.fact.values)
                if told not in seen:
                    seen.add(told)
                    yield found
    if NOTE in kinds:
        yield from _lone_notes(pairs, sides)


def pair_blocks(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[BlockPair]:
    """The blocks of a section side by side, the n-th and the n-th where the kinds are the same."""
    kinds = [_kind_of(block) for block in ours], [_kind_of(block) for block in theirs]
    at = other = 0
    for start, end, other_start, other_end in changes(*kinds):
        yield from zip(ours[at:start], theirs[other:other_start], strict=True)
        yield from ((block, None) for block in ours[start:end])
        yield from ((None, block) for block in theirs[other_start:other_end])
        at, other = end, other_end
    yield from zip(ours[at:], theirs[other:], strict=True)


def _kind_of(block: Block) -> str:
    """What a block has to be beside: its kind, and the type of an admonition."""
    type = block.name.partition(" ")[0] if block.kind == ADMONITION else ""
    return f"{block.kind}:{type}"


@dataclass(frozen=True, slots=True)
class _Place:
    """A block, its section, and what stands beside them in the other language."""

    own: SectionFacts
    other: SectionFacts
    block: Block
    beside: Block | None
    names: Names

    def untold(self, kind: str) -> Iterator[Difference]:
        """The facts of the block that the other language does not tell."""
        passage = self.own.passages[self.block]
        if kind == NUMBER and not passage.may_count:
            return
        ours = passage.facts(kind)
        theirs = self.other.passages[self.beside].facts(kind) if self.beside else ()
        missing = [fact for fact in ours if fact.is_certain and not is_told(fact, theirs)]
        if kind == DATE:
            missing = [fact for fact in missing if not is_told_by_days(fact, ours, theirs)]
        if not missing:
            return
        instead = [fact for fact in theirs if fact.is_certain and not is_told(fact, ours)]
        for fact in missing:
            put = next((it for it in instead if it.subkind == fact.subkind), None)
            if put or not self._is_told_elsewhere(fact):
                line = self._line_beside(fact)
                yield Difference(fact, self.own.page, self.own.id, self.other.page, line, put)

    def _line_beside(self, fact: Fact) -> int:
        """The line of the other language that would tell a fact: the n-th line of a block."""
        if self.beside is None:
            return self.other.line
        length = self.block.end - self.block.line
        is_as_long = self.beside.end - self.beside.line == length
        return self.beside.line + (fact.line - self.block.line if is_as_long else 0)

    def _is_told_elsewhere(self, fact: Fact) -> bool:
        """Whether the section of the other language tells a fact, or alludes to it."""
        other = self.other
        if is_told(fact, tuple(other.facts(fact.kind))):
            return True
        if fact.kind == NUMBER and fact.period:  # a date tells the year it lies in
            return any(is_within(day, fact.period) for day in other.facts(DATE))
        if fact.kind in _NAMING:  # "[the mayor][sara-rastegar]" names her, too
            named = (theirs for kind in _NAMING for theirs in other.facts(kind))
            if any(fact.values & theirs.values for theirs in named):
                return True
        if fact.kind != PARTICIPANT:
            return False
        (id,) = fact.values
        return any(self.names.alludes(passage.text, id) for passage in other.passages.values())


def is_told(fact: Fact, theirs: Sequence[Fact]) -> bool:
    """Whether one of the facts of the other language is the same.

    A month or a year of one calendar may be told by the ones of the other that it falls in, where
    the other language has no date in that calendar itself.
    """
    if any(fact.values & other.values or _is_same_day(fact, other) for other in theirs):
        return True
    if fact.period is None or not fact.period.is_inexact:
        return False
    spans = [other for other in theirs if other.period and other.period.is_inexact]
    if any(other.calendar is fact.calendar for other in spans):
        return False
    return any(fact.period.overlaps(other.period) for other in spans if other.period)


def is_within(day: Fact, year: Period) -> bool:
    """Whether a date lies in a year, which it then tells, too."""
    period = day.period
    return period is not None and year.start <= period.start and period.end <= year.end


def is_told_by_days(fact: Fact, ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Whether one language has a few days one by one («۲۳ و ۲۴ ژوئن»), the other as a stretch."""
    days = _days_of(fact)
    if len(days) != 1:
        return bool(days) and days <= _days_told(theirs)
    return any(days < _days_of(other) <= _days_told(ours) for other in theirs)


def _days_told(facts: Sequence[Fact]) -> frozenset[date]:
    """The days that are told one by one."""
    return frozenset(fact.period.start for fact in facts if fact.period and fact.period.is_day)


def _days_of(fact: Fact) -> frozenset[date]:
    """The days of a date; none of more than a week, which nobody lists."""
    if fact.period is None:
        return frozenset()
    count = (fact.period.end - fact.period.start).days + 1
    days = range(count if count <= _MOST_LISTED else 0)
    return frozenset(fact.period.start + timedelta(days=at) for at in days)


def _is_same_day(one: Fact, two: Fact) -> bool:
    """Whether two dates, one of them without its year, are the same day of the year."""
    if not (one.period and two.period and (one.is_inferred or two.is_inferred)):
        return False
    return one.period.days_of_year == two.period.days_of_year


def _lone_notes(
    pairs: Sequence[BlockPair], sides: Mapping[str, SectionFacts]
) -> Iterator[Difference]:
    """The notes that stand beside nothing, as many as one language has more of their kind."""
    counts = {lang: Counter(map(_kind_of, sides[lang].passages)) for lang in LANGS}
    for index, lang in enumerate(LANGS):
        own, other = sides[lang], sides[other_lang(lang)]
        line = other.line
        for pair in pairs:
            block, beside = pair[index], pair[1 - index]
            line = beside.line if beside else line
            if block is None or beside is not None:
                continue
            kind = _kind_of(block)
            if counts[lang][kind] > counts[other_lang(lang)][kind]:
                for fact in own.passages[block].facts(NOTE):
                    yield Difference(fact, own.page, own.id, other.page, line)
