"""A page held to its source: where in the source each claim stands, or that it does not.

What a page tells in its own voice must stand in what one of its sources tells there: in the
paragraphs the page retells, found by their words, or through the page in the language of the
source. Title and summary may take from the whole source. A note of the editors speaks of other
sources too, so any source of the record may answer for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.check.claims import (
    CAPITALS,
    COMMON,
    NAME,
    OFFICE,
    QUOTATION,
    SPEAKER,
    Claim,
    Claims,
)
from newsroom.check.comparison import pair_blocks, paired
from newsroom.check.facts import DATE, NUMBER, Names, Passage, SectionFacts, section_facts
from newsroom.check.parity import near_day
from newsroom.document.blocks import ADMONITION, Block
from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.sections import HEAD
from newsroom.text.date_phrases import FoundDate
from newsroom.text.languages import LANGS
from newsroom.verify.sources import Paragraph, SourceNames, SourceText

FOUND, ELSEWHERE, MISSING, UNTOLD = "found", "elsewhere", "missing", "untold"
"""Stands where it is told; only elsewhere in the source; nowhere; cannot be compared."""

_MOST = 0.7
"""Which part of what is told stands in a text that is nearly the source."""

_Placed = tuple[SectionFacts, Block]
_Beside = Mapping[str, _Placed]
"""A block in its section, by language."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a claim."""

    page: Page
    claim: Claim
    standing: str
    source: str = ""
    line: int = 0
    """Of the source, where it stands; 0 for its publisher and its day, which its entry has."""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where a claim is looked for: sources, each with the paragraphs that count, all for `None`."""

    places: Sequence[tuple[SourceText, frozenset[int] | None]]
    is_note: bool = False

    def paragraphs(self, claim: Claim) -> Iterator[tuple[SourceText, Paragraph, bool]]:
        """The paragraphs of the sources, each with whether a claim may stand there; a name, which
        pronouns stand for, may stand in the one before or behind."""
        around = 1 if claim.kind in (NAME, OFFICE) else 0
        for source, numbers in self.places:
            for at, paragraph in enumerate(source.paragraphs):
                yield (
                    source,
                    paragraph,
                    numbers is None or not numbers.isdisjoint(range(at - around, at + around + 1)),
                )


def verify(
    catalogue: Catalogue, article: Article, sources: Mapping[str, SourceText]
) -> Iterator[Finding]:
    """What became of each claim of an article, in both languages; `sources` by their ids."""
    own, names = [sources[id] for id in article.all_sources], Names(catalogue)
    near = near_day(catalogue, article.uri)
    sides = {lang: section_facts(page, names, near) for lang, page in article.versions.items()}
    for beside in _beside(sides):
        yield from _of_blocks(catalogue, article, beside, own, sources)


def tells(catalogue: Catalogue, article: Article, text: str) -> bool:
    """Whether a text states most of an article, as its source would that was changed a little.

    Of the articles of a record nine tenths stand in their own source, and half in that of another
    article about the same.
    """
    source = catalogue.sources[article.source]
    own = {source.id: SourceText(source, text, SourceNames(catalogue))}
    alone = replace(article, sources=())
    standings = [it.standing for it in verify(catalogue, alone, own)]
    return standings.count(FOUND) > _MOST * (len(standings) - standings.count(UNTOLD))


def _beside(
    sides: Mapping[str, Sequence[SectionFacts]],
) -> Iterator[_Beside]:
    """The blocks that stand beside each other, by their languages; one alone where one does."""
    if len(sides) < len(LANGS):
        for lang, own in sides.items():
            yield from ({lang: (side, block)} for side in own for block in side.passages)
        return
    for pair in paired(sides):
        for blocks in pair_blocks(*(tuple(pair[lang].passages) for lang in LANGS)):
            yield {
                lang: (pair[lang], block)
                for lang, block in zip(LANGS, blocks, strict=True)
                if block is not None
            }


def _of_blocks(
    catalogue: Catalogue,
    article: Article,
    beside: _Beside,
    own: Sequence[SourceText],
    sources: Mapping[str, SourceText],
) -> Iterator[Finding]:
    side, block = next(iter(beside.values()))
    is_note = block.kind == ADMONITION
    if is_note:
        others = (source for source in sources.values() if source not in own)
        where = Where([(source, None) for source in (*own, *others)], is_note)
    else:
        where = Where([(it, _retold(it, beside, is_whole=side.id == HEAD)) for it in own])
    for lang, (side, block) in beside.items():
        passage = side.passages[block]
        for claim in Claims(passage, lang, catalogue.participants):
            if is_note and claim.kind in (SPEAKER, QUOTATION, CAPITALS):
                continue
            yield judged(article.versions[lang], claim, where)


def _retold(source: SourceText, beside: _Beside, *, is_whole: bool) -> frozenset[int] | None:
    """The paragraphs of a source that a block retells; `None` for all of them."""
    same = beside.get(source.lang)
    return source.retold_by(_passage(same).text) if same and not is_whole else None


def _passage(beside: _Placed) -> Passage:
    side, block = beside
    return side.passages[block]


def judged(page: Page, claim: Claim, where: Where) -> Finding:
    """What became of a claim of a page."""
    if claim.kind == QUOTATION and page.lang not in {source.lang for source, _ in where.places}:
        return Finding(page, claim, UNTOLD)
    if claim.kind == SPEAKER:
        return _speaker(page, claim, where)
    for source, _ in where.places:
        if claim.target_id in source.publishers or _is_day_of(claim, source):
            return Finding(page, claim, FOUND, source.id)
    if claim.kind in (NAME, OFFICE) and (found := _spoken(page, claim, where)):
        return found
    elsewhere: Finding | None = None
    for source, paragraph, is_there in where.paragraphs(claim):
        if _stands(claim, source, paragraph):
            if is_there or (claim.kind == OFFICE and claim.target_id):
                return Finding(page, claim, FOUND, source.id, paragraph.line, where.is_note)
            elsewhere = elsewhere or Finding(page, claim, ELSEWHERE, source.id, paragraph.line)
    return elsewhere or Finding(page, claim, MISSING, is_note=where.is_note)


def _stands(claim: Claim, source: SourceText, paragraph: Paragraph) -> bool:
    if claim.kind == NUMBER:
        return any(
            claim.readings & number.readings
            and not (claim.unit and number.unit and not claim.unit & number.unit)
            for number in paragraph.numbers
        ) or _is_year_of(claim, paragraph.dates)
    if claim.kind == DATE:
        return any(_is_same(claim, it) for it in paragraph.dates) or _has_both_ends(
            claim, paragraph.dates
        )
    if claim.kind == NAME:
        return claim.target_id in paragraph.names
    if claim.kind == COMMON:
        return bool(claim.readings & paragraph.common)
    if claim.kind == CAPITALS:
        return claim.key in paragraph.words
    if claim.kind == OFFICE and not claim.target_id:
        many = paragraph.many_offices if claim.is_many else frozenset()
        return bool(claim.readings & (paragraph.named_offices | many))
    if claim.kind == OFFICE:
        return bool(claim.readings & paragraph.offices.get(claim.target_id, frozenset()))
    return claim.key in paragraph.folded


def _is_day_of(claim: Claim, source: SourceText) -> bool:
    """Whether a date is the day the source was published on, as its entry has it."""
    if claim.kind != DATE:
        return False
    period = claim.fact.period if claim.fact else None
    return period is not None and period == source.published


def _is_year_of(claim: Claim, dates: Sequence[FoundDate]) -> bool:
    """Whether a number is the year of a date that names its own."""
    fact = claim.fact
    if fact is None or fact.period is None:
        return False
    return any(it.is_full and it.period and it.period.overlaps(fact.period) for it in dates)


def _is_same(claim: Claim, found: FoundDate) -> bool:
    fact = claim.fact
    if fact is None or fact.period is None or found.period is None:
        return False
    told, there = fact.period, found.period
    if told.days == there.days:
        return True
    if told.is_inexact and told.overlaps(there) and (there.end - there.start).days <= 62:
        return True
    if fact.is_inferred:
        return told.days_of_year == there.days_of_year
    return False


def _has_both_ends(claim: Claim, dates: Sequence[FoundDate]) -> bool:
    """Whether a source has the first and the last day of a stretch one by one."""
    period = claim.fact.period if claim.fact else None
    if period is None or period.is_day or period.is_inexact:
        return False
    days = {it.period.days_of_year[0] for it in dates if it.period and it.period.is_day}
    return days.issuperset(period.days_of_year)


def _speaker(page: Page, claim: Claim, where: Where) -> Finding:
    if any(numbers is None for _, numbers in where.places):
        return Finding(page, claim, UNTOLD)
    return _spoken(page, claim, where) or Finding(page, claim, MISSING)


def _spoken(page: Page, claim: Claim, where: Where) -> Finding | None:
    """Where a paragraph that is retold is about the one of the claim, by name or by a pronoun."""
    for source, numbers in where.places:
        for at in sorted(numbers or ()):
            speakers = source.speakers[at]
            if claim.kind == OFFICE:
                held = {office for id in speakers for office in source.offices.get(id, ())}
                is_told = not claim.target_id and not claim.readings.isdisjoint(held)
            else:
                is_told = claim.target_id in speakers
            if is_told:
                return Finding(page, claim, FOUND, source.id, source.paragraphs[at].line)
    return None
