"""What a text states that another one about the same must state, too.

The one place where facts are read, so that those of the two languages, or of an article and its
source, can be held against each other. A fact is read off the words without understanding them: a
number, a date, a name of the registry, a link, an image, the items of a list, a footnote, a note.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from newsroom.document.blocks import ADMONITION, PARAGRAPH, Block
from newsroom.document.blocks import LIST as LIST_BLOCK
from newsroom.document.links import Link, footnote_marks, links_in
from newsroom.document.words import with_markup_blank
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.matchers import bearers
from newsroom.record.participants import Participant
from newsroom.record.sections import HEAD, section_id
from newsroom.text.allusions import Allusions, alludes
from newsroom.text.date_cues import dates_at_cues, letter_words
from newsroom.text.date_phrases import FoundDate
from newsroom.text.dates import GREGORIAN, SOLAR, Calendar, Period
from newsroom.text.languages import LANGS, without_lang
from newsroom.text.names import Matcher, Mention, Name
from newsroom.text.number_words import may_count
from newsroom.text.numbers import FoundNumber, find_numbers
from newsroom.text.positions import Positions

NUMBER, DATE, PARTICIPANT, LINK = "number", "date", "participant", "link"
IMAGE, LIST, FOOTNOTE, NOTE = "image", "list", "footnote", "note"
KINDS = (NUMBER, DATE, PARTICIPANT, LINK, IMAGE, LIST, FOOTNOTE, NOTE)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a text states."""

    kind: str
    """One of `KINDS`."""
    values: frozenset[str]
    """What it may mean, in a form that depends on no language; one of them in common is enough.

    Of a number fractions and times, `18260`, `1/2`, `14:30`; of a date its first and last day,
    `2024-06-21/2024-06-24`; of a participant the id; of a link and an image the address, or the
    path below the folder of the language and the anchor; of a list how many items it has; of a
    footnote the label; of a note the type."""
    written: str
    """As the text has it."""
    line: int
    """Of the file."""
    is_certain: bool = True
    """Whether a careful reader would miss it elsewhere; what is said in passing only answers."""
    is_spelled: bool = False
    """A number without digits: that one is meant is our reading."""
    subkind: str = ""
    """Of a participant: person, city, …; one can be put for another of its subkind."""
    period: Period | None = None
    """Of a date, and of a number that may be a year."""
    calendar: Calendar | None = None
    """That of the period, as written."""
    is_inferred: bool = False
    """Of a date: the text does not name its year."""
    start: int = 0
    end: int = 0
    """Of a number and a date: where it stands in the text of its passage, in code points."""


class Names:
    """What participants are found by.

    A name may stand in a text in the letters of the other language: UNESCO in a Persian line.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.participants = catalogue.participants
        self.known = catalogue.names.known
        self.meant_on = catalogue.names.meant_on
        self.terms = {
            lang: Matcher(Name(term.term[lang], term.id) for term in catalogue.glossary)
            for lang in LANGS
        }
        places = {it.id: it for it in self.participants.values() if it.kind == "place"}
        self.of_places = Allusions({id: _spellings(entry) for id, entry in places.items()})

    def alludes(self, text: str, id: str) -> bool:
        """Whether a text has a participant's name inside another, or what is made of it."""
        entry = self.participants[id]
        return alludes(text, _spellings(entry), is_place=entry.kind == "place")


def _spellings(entry: Participant) -> list[str]:
    """Those of both languages."""
    return [name for lang in LANGS for name in entry.spellings(lang)]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the facts of a page depend on besides its words."""

    page: Page
    names: Names
    near: Period
    """What dates without a year are near to."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """Whom shared names mean on the page, by their keys."""


class Passage:
    """A block and the facts in it, each kind read when it is first asked for.

    Most blocks are never read for numbers: only where one side may hold one that is certain does
    it matter what the other says in passing.
    """

    def __init__(self, block: Block, source: str, reading: Reading) -> None:
        """`source` is the block as it is written, with the marks of the blocks around it."""
        self.block, self._source, self._reading = block, source, reading
        self.text = with_markup_blank(source, is_list=block.kind == LIST_BLOCK)
        self._words = letter_words(self.text)
        self._read: dict[str, tuple[Fact, ...]] = {}

    @classmethod
    def of(
        cls,
        text: str,
        lang: str,
        place: tuple[str, int],
        names: Names,
        near: Period,
        kind: str = PARAGRAPH,
    ) -> "Passage":
        """A text that is no block of a page; `place` is its path and its first line."""
        path, line = place
        page = Page(lang, "", "", "", text, line, path, {})
        block = Block(kind, line, line + text.count("\n"), text)
        return cls(block, text, Reading(page, names, near))

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """The facts of a kind, in the order of the text."""
        if kind not in self._read:
            self._read[kind] = tuple(_READERS[kind](self))
        return self._read[kind]

    @property
    def lang(self) -> str:
        """That of its page; a name in it may be in the other one."""
        return self._reading.page.lang

    @property
    def may_count(self) -> bool:
        """Whether it may hold a number that is certain."""
        return may_count(self.text, self._words, self.lang)

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates as they were read, those that cannot be right included."""
        return tuple(dates_at_cues(self.text, self._words, self._reading.near))

    def line_at(self, position: int) -> int:
        """The line of the file a place of the text lies on."""
        return self._positions.line_at(position)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._source, self.block.line)

    def mentions(self) -> Iterator[Mention]:
        """The names of participants, in either language; each of those who may be meant by one."""
        for mention, ids in self._named():
            yield from (replace(mention, target_id=id) for id in ids)

    def _named(self) -> Iterator[tuple[Mention, tuple[str, ...]]]:
        """The names, and whom each may mean: one alone, but where the page leaves it open."""
        reading = self._reading
        for mention in reading.names.known(self.lang).find(self.text):
            yield mention, bearers(reading.meant.get(mention.target_id, mention.target_id))

    def adjectives(self) -> Iterator[Mention]:
        """The words made of the name of a place, "Iranian", «روسی»."""
        return self._reading.names.of_places.find(self.text)

    def terms(self) -> Iterator[Mention]:
        """The terms of the glossary."""
        return self._reading.names.terms[self.lang].find(self.text)

    def _dates(self) -> Iterator[Fact]:
        return (_date(it, self.line_at(it.start)) for it in self.dates if _is_compared(it))

    def _numbers(self) -> Iterator[Fact]:
        taken = [(it.start, it.end) for it in self.dates if _is_compared(it) or it.defect]
        for number in find_numbers(self.text, self.lang, taken):
            written = self.text[number.start : number.end]
            yield _number(number, written, self.line_at(number.start))

    def _participants(self) -> Iterator[Fact]:
        names = self._reading.names
        for mention, ids in self._named():
            written = self.text[mention.start : mention.end]
            line, subkind = self.line_at(mention.start), names.participants[ids[0]].subkind
            yield Fact(PARTICIPANT, frozenset(ids), written, line, subkind=subkind)

    def _links(self) -> Iterator[Fact]:
        facts = (self._link(link) for link in links_in(self._source) if not link.is_image)
        return (fact for fact in facts if fact.written)

    def _images(self) -> Iterator[Fact]:
        facts = (self._link(link) for link in links_in(self._source) if link.is_image)
        return (fact for fact in facts if fact.written)

    def _link(self, link: Link) -> Fact:
        """Where a link leads; the id of a participant where it names one."""
        line, page, target = self.line_at(link.position), self._reading.page, link.target
        if link.label in self._reading.names.participants:
            return Fact(LINK, frozenset((link.label,)), link.label, line)
        if link.label:
            target = page.document.target_of(link.label)
        kind = IMAGE if link.is_image else LINK
        return Fact(kind, frozenset((_address(target, page.uri),)), target, line)

    def _items(self) -> Iterator[Fact]:
        if self.block.kind == LIST_BLOCK:
            count = str(len(self.block.children))
            yield Fact(LIST, frozenset((count,)), count, self.block.line)

    def _footnotes(self) -> Iterator[Fact]:
        for position, label in footnote_marks(self._source):
            number = "".join(str(int(it)) if it.isdecimal() else it for it in label)  # [^۲] is [^2]
            yield Fact(FOOTNOTE, frozenset((number,)), f"[^{label}]", self.line_at(position))

    def _notes(self) -> Iterator[Fact]:
        if self.block.kind == ADMONITION:
            kind = self.block.name.partition(" ")[0]
            yield Fact(NOTE, frozenset((kind,)), kind, self.block.line)


_READERS: Mapping[str, Callable[[Passage], Iterator[Fact]]] = {
    NUMBER: Passage._numbers,
    DATE: Passage._dates,
    PARTICIPANT: Passage._participants,
    LINK: Passage._links,
    IMAGE: Passage._images,
    LIST: Passage._items,
    FOOTNOTE: Passage._footnotes,
    NOTE: Passage._notes,
}


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """A section of a page and what it states."""

    page: Page
    id: str
    """That of the section, as a translation records it."""
    line: int
    passages: Mapping[Block, Passage]
    """The blocks of the section in order."""

    def facts(self, kind: str) -> Iterator[Fact]:
        """The facts of a kind in all its blocks, in order."""
        return (fact for passage in self.passages.values() for fact in passage.facts(kind))

    def count(self, kind: str) -> int:
        """How many facts of a kind ask for an answer: every note, and what else differs."""
        told = [fact.values for fact in self.facts(kind) if fact.is_certain]
        return len(told) if kind == NOTE else len(set(told))


def section_facts(page: Page, names: Names, near: Period) -> tuple[SectionFacts, ...]:
    """The sections of a page with their facts, title and summary first."""
    reading = Reading(page, names, near, names.meant_on(page))
    title, summary = page.lines.get("title", 1), page.lines.get("summary", 1)
    front = (
        Block("title", title, title, page.title),
        Block("summary", summary, summary, page.summary),
    )
    head = {block: Passage(block, block.text, reading) for block in front}
    found = [SectionFacts(page, HEAD, title, head)]
    for section in page.document.sections:
        line = section.heading.line if section.heading else page.body_line
        blocks = {it: Passage(it, page.document.source_of(it), reading) for it in section.blocks}
        found.append(SectionFacts(page, section_id(section), line, blocks))
    return tuple(found)


def _is_compared(found: FoundDate) -> bool:
    """Whether it is compared as a date. What is counted from another day or in doubt is not.

    Of such a one the numbers are compared, as they stand; so is a year, where it names no more.
    """
    if found.period is None or found.calendar is None:
        return False
    return (found.period.end - found.period.start).days <= 100


def _date(found: FoundDate, line: int) -> Fact:
    period, calendar = found.period, found.calendar
    assert period is not None and calendar is not None
    behind = period.end + timedelta(days=1)
    # Of months, «بهمن و اسفند», another calendar may name others.
    is_of_months = calendar.parts(period.start)[2] == calendar.parts(behind)[2] == 1
    return Fact(
        DATE,
        frozenset((f"{period.start}/{period.end}",)),
        found.text,
        line,
        period=replace(period, approximate=period.approximate or is_of_months),
        calendar=calendar,
        is_inferred=found.inferred,
        start=found.start,
        end=found.end,
    )


def _number(number: FoundNumber, written: str, line: int) -> Fact:
    period, calendar = None, None
    if number.year:
        calendar = SOLAR if number.year < 1600 else GREGORIAN
        years = 10 if number.is_decade else 1
        last = calendar.day(number.year + years, 1, 1)
        first, end = calendar.day(number.year, 1, 1), date.fromordinal(last.toordinal() - 1)
        period = Period(first, end, approximate=True)
    return Fact(
        NUMBER,
        number.readings,
        written,
        line,
        number.is_certain,
        not number.is_written,
        period=period,
        calendar=calendar,
        start=number.start,
        end=number.end,
    )


def _address(target: str, uri: str) -> str:
    """Where a link on a page leads, the same for both languages where it leads to the same."""
    if "://" in target or target.startswith("mailto:"):
        return without_lang(target.lower().rstrip("/"))
    path, _, anchor = target.partition("#")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    return f"{without_lang(place)}#{anchor}"
