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

from newsroom.check.facts import DATE, KINDS, LINK, NOTE, NUMBER, PARTICIPANT, Fact, Names, Passage
from newsroom.document.blocks import ADMONITION, Block
from newsroom.record.articles import Page
from newsroom.record.sections import HEAD, section_id
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.matching import changes

BlockPair = tuple[Block | None, Block | None]
"""What stands beside each other in two languages; `None` where one says nothing."""

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
    id: str
    """That of its section, as a translation records it."""
    line: int
    passages: Mapping[Block, Passage]
    """The blocks of the section in order."""

    def facts(self, kind: str) -> Iterator[Fact]:
        for passage in self.passages.values():
            yield from passage.facts(kind)

    def told(self, kind: str) -> frozenset[frozenset[str]]:
        """The facts of a kind that ask for an answer, each once, by their keys."""
        if kind == NOTE:
            notes = [block for block in self.passages if block.kind == ADMONITION]
            return frozenset(frozenset((str(block.line),)) for block in notes)
        return frozenset(fact.keys for fact in self.facts(kind) if fact.is_certain)

    def alludes_to(self, fact: Fact, names: Names) -> bool:
        texts = (passage.text for passage in self.passages.values())
        return any(names.alludes(text, self.page.lang, next(iter(fact.keys))) for text in texts)


def sides_of(page: Page, names: Names, near: Period) -> tuple[Side, ...]:
    """The sections of a page; `near` is what dates without a year are near to."""
    title, summary = page.lines.get("title", 1), page.lines.get("summary", 1)
    front = (
        Block("title", title, title, page.title),
        Block("summary", summary, summary, page.summary),
    )

    def read(block: Block, source: str) -> Passage:
        return Passage(block, source, page, names, near)

    sides = [Side(page, HEAD, title, {block: read(block, block.text) for block in front})]
    for section in page.document.sections:
        line = section.heading.line if section.heading else page.body_line
        blocks = {block: read(block, page.document.source_of(block)) for block in section.blocks}
        sides.append(Side(page, section_id(section), line, blocks))
    return tuple(sides)


def paired(versions: Mapping[str, Sequence[Side]]) -> Iterator[Mapping[str, Side]]:
    """The sections that both languages have; `headings-differ` reports the others."""
    first, second = ({side.id: side for side in versions[lang]} for lang in LANGS)
    for id in first:
        if id in second:
            yield dict(zip(LANGS, (first[id], second[id]), strict=True))


def differences(
    sides: Mapping[str, Side], names: Names, kinds: Sequence[str] = KINDS
) -> Iterator[Difference]:
    """What only one language of a section tells, each fact once, in the order of the page."""
    pairs = list(pair_blocks(*(tuple(sides[lang].passages) for lang in LANGS)))
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
    return (
        f"{block.kind}:{block.name.partition(' ')[0]}" if block.kind == ADMONITION else block.kind
    )


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
        missing = [fact for fact in ours if fact.is_certain and not is_told(fact, theirs)]
        if kind == DATE:
            missing = [fact for fact in missing if not is_told_by_days(fact, ours, theirs)]
        if not missing:
            continue
        instead = [fact for fact in theirs if fact.is_certain and not is_told(fact, ours)]
        for fact in missing:
            put = next((other for other in instead if _replaces(other, fact)), None)
            if put or not _is_told_elsewhere(fact, other, names):
                line = _line_beside(fact, block, beside) if beside else other.line
                yield Difference(fact, own.page, own.id, other.page, line, put)


def _line_beside(fact: Fact, block: Block, beside: Block) -> int:
    """The line of the other language that would tell a fact: the n-th line of a block."""
    is_as_long = beside.end - beside.line == block.end - block.line
    return beside.line + (fact.line - block.line if is_as_long else 0)


def _is_told_elsewhere(fact: Fact, other: Side, names: Names) -> bool:
    if is_told(fact, tuple(other.facts(fact.kind))):
        return True
    if fact.kind == NUMBER and fact.period:
        return any(is_within(day, fact) for day in other.facts(DATE))
    if fact.kind in _NAMING:  # "[the mayor][sara-rastegar]" names her, too
        named = (theirs for kind in _NAMING for theirs in other.facts(kind))
        if any(fact.keys & theirs.keys for theirs in named):
            return True
    return fact.kind == PARTICIPANT and other.alludes_to(fact, names)


def is_told(fact: Fact, theirs: Sequence[Fact]) -> bool:
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


def is_within(day: Fact, year: Fact) -> bool:
    """Whether a date tells the year it lies in."""
    assert day.period and year.period
    return year.period.start <= day.period.start and day.period.end <= year.period.end


def _replaces(other: Fact, fact: Fact) -> bool:
    """Whether one fact stands in the place of another, by being of its sort."""
    return other.sort == fact.sort


def _lone_notes(pairs: Sequence[BlockPair], sides: Mapping[str, Side]) -> Iterator[Difference]:
    """The notes that stand beside nothing, as many as one language has more of their kind."""
    counts = {lang: Counter(_kind_of(block) for block in sides[lang].passages) for lang in LANGS}
    for index, lang in enumerate(LANGS):
        own, other = sides[lang], sides[other_lang(lang)]
        line = other.line
        for pair in pairs:
            block, beside = pair[index], pair[1 - index]
            line = beside.line if beside else line
            if block is None or beside is not None or block.kind != ADMONITION:
                continue
            kind = _kind_of(block)
            if counts[lang][kind] > counts[other_lang(lang)][kind]:
                fact = Fact(NOTE, frozenset((kind,)), kind.partition(":")[2], block.line)
                yield Difference(fact, own.page, own.id, other.page, line)
