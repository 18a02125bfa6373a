"""What the two languages of a page tell differently, section by section.

A fact counts as told where the same section of the other language has it; which paragraph of the
section does not matter, and neither how often, since a translator may repeat a date or leave it to
"that day". Unless the paragraph beside it has something else in its place: "20 cities" for
«۱۸ شهر» is a slip, even where the section has an 18 elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.record.articles import Page
from newsroom.review.facts import DATE, KINDS, LINK, NOTE, NUMBER, PARTICIPANT, Fact, Names, Passage
from newsroom.review.passages import Block, Section, pair_blocks, sections_of
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, other_lang

_NAMING = (PARTICIPANT, LINK)


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


@dataclass(frozen=True, slots=True)
class Side:
    """A section in one language."""

    page: Page
    section: Section
    passages: Mapping[Block, Passage]

    def facts(self, kind: str) -> Iterator[Fact]:
        for passage in self.passages.values():
            yield from passage.facts(kind)

    def told(self, kind: str) -> frozenset[frozenset[str]]:
        """The facts of a kind that ask for an answer, each once, by their keys."""
        if kind == NOTE:
            notes = [block for block in self.section.blocks if block.kind.startswith(NOTE)]
            return frozenset(frozenset((str(block.line),)) for block in notes)
        return frozenset(fact.keys for fact in self.facts(kind) if fact.is_certain)

    def alludes_to(self, fact: Fact, names: Names) -> bool:
        texts = (passage.text for passage in self.passages.values())
        return any(names.alludes(text, self.page.lang, next(iter(fact.keys))) for text in texts)


def sides_of(page: Page, names: Names, near: Period) -> tuple[Side, ...]:
    """The sections of a page; `near` is what dates without a year are near to."""
    return tuple(
        Side(page, section, {block: Passage(block, page, names, near) for block in section.blocks})
        for section in sections_of(page)
    )


def paired(versions: Mapping[str, Sequence[Side]]) -> Iterator[Mapping[str, Side]]:
    """The sections that both languages have; `headings-differ` reports the others."""
    first, second = ({side.section.id: side for side in versions[lang]} for lang in LANGS)
    for id in first:
        if id in second:
            yield dict(zip(LANGS, (first[id], second[id]), strict=True))


def differences(
    sides: Mapping[str, Side], names: Names, kinds: Sequence[str] = KINDS
) -> Iterator[Difference]:
    """What only one language of a section tells, each fact once, in the order of the page."""
    pairs = list(pair_blocks(*(sides[lang].section.blocks for lang in LANGS)))
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for pair in pairs:
        blocks = dict(zip(LANGS, pair, strict=True))
        for lang, other in zip(LANGS, reversed(LANGS), strict=True):
            block = blocks[lang]
            if block is None:
                continue
            for found in _untold(block, blocks[other], sides[lang], sides[other], kinds, names):
                told = (lang, found.fact.kind, found.fact.keys)
                if told not in seen:
                    seen.add(told)
                    yield found
    if NOTE in kinds:
        yield from _lone_notes(pairs, sides)


def _untold(
    block: Block, beside: Block | None, own: Side, other: Side, kinds: Sequence[str], names: Names
) -> Iterator[Difference]:
    """The facts of a block that the other language does not tell."""
    passage = own.passages[block]
    opposite = other.passages[beside] if beside else None
    for kind in kinds:
        if kind == NOTE or (kind == NUMBER and not passage.may_count):
            continue
        theirs = opposite.facts(kind) if opposite else ()
        ours = passage.facts(kind)
        missing = [fact for fact in ours if fact.is_certain and not _is_told(fact, theirs)]
        if kind == DATE:
            missing = [fact for fact in missing if not _is_told_by_days(fact, ours, theirs)]
        if not missing:
            continue
        instead = [fact for fact in theirs if fact.is_certain and not _is_told(fact, ours)]
        for fact in missing:
            put = next((other for other in instead if _replaces(other, fact)), None)
            if put or not _is_told_elsewhere(fact, other, names):
                line = _line_beside(fact, block, beside) if beside else other.section.line
                yield Difference(fact, own.page, own.section.id, other.page, line, put)


def _line_beside(fact: Fact, block: Block, beside: Block) -> int:
    """The line of the other language that would tell a fact: the n-th line of a block."""
    lines = beside.text.count("\n")
    return beside.line + (fact.line - block.line if block.text.count("\n") == lines else 0)


def _is_told_elsewhere(fact: Fact, other: Side, names: Names) -> bool:
    if _is_told(fact, tuple(other.facts(fact.kind))):
        return True
    if fact.kind == NUMBER and fact.period:
        return any(_is_within(day, fact) for day in other.facts(DATE))
    if fact.kind in _NAMING:  # "[the mayor][sara-rastegar]" names her, too
        named = (theirs for kind in _NAMING for theirs in other.facts(kind))
        if any(fact.keys & theirs.keys for theirs in named):
            return True
    return fact.kind == PARTICIPANT and other.alludes_to(fact, names)


def _is_told(fact: Fact, theirs: Sequence[Fact]) -> bool:
    """Whether one of the facts of the other language is the same.

    A month or a year of one calendar may be told by the ones of the other that it falls in, where
    the other language has no date in that calendar itself.
    """
    if any(fact.keys & other.keys or _is_same_day(fact, other) for other in theirs):
        return True
    if fact.period is None or not fact.period.is_inexact:
        return False
    spans = [other for other in theirs if other.period and other.period.is_inexact]
    if any(other.calendar is fact.calendar for other in spans):
        return False
    return any(_overlap(fact, other) for other in spans)


def _is_told_by_days(fact: Fact, ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
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
    first, last = (fact.period.start, fact.period.end) if fact.period else (date.max, date.min)
    days = (last - first).days + 1
    return frozenset(first + timedelta(days=at) for at in range(days)) if days <= 7 else frozenset()


def _is_same_day(one: Fact, two: Fact) -> bool:
    """Whether two dates, one of them without its year, are the same day of the year."""
    if not (one.period and two.period and (one.is_inferred or two.is_inferred)):
        return False
    days = [
        (part.start.timetuple()[1:3], part.end.timetuple()[1:3])
        for part in (one.period, two.period)
    ]
    return days[0] == days[1]


def _overlap(one: Fact, two: Fact) -> bool:
    assert one.period and two.period
    return one.period.start <= two.period.end and two.period.start <= one.period.end


def _is_within(day: Fact, year: Fact) -> bool:
    """Whether a date tells the year it lies in."""
    assert day.period and year.period
    return year.period.start <= day.period.start and day.period.end <= year.period.end


def _replaces(other: Fact, fact: Fact) -> bool:
    """Whether one fact stands in the place of another, by being of its sort."""
    return other.sort == fact.sort


def _lone_notes(
    pairs: Sequence[tuple[Block | None, Block | None]], sides: Mapping[str, Side]
) -> Iterator[Difference]:
    """The notes that stand beside nothing, as many as one language has more of their kind."""
    counts = {
        lang: [block.kind for block in sides[lang].section.blocks if block.kind.startswith(NOTE)]
        for lang in LANGS
    }
    for index, lang in enumerate(LANGS):
        own, other = sides[lang], sides[other_lang(lang)]
        line = other.section.line
        for pair in pairs:
            block, beside = pair[index], pair[1 - index]
            line = beside.line if beside else line
            if block is None or beside is not None or not block.kind.startswith(NOTE):
                continue
            if counts[lang].count(block.kind) > counts[other_lang(lang)].count(block.kind):
                note = block.kind.partition(":")[2]
                fact = Fact(NOTE, frozenset((block.kind,)), note, block.line)
                yield Difference(fact, own.page, own.section.id, other.page, line)
