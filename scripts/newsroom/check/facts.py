"""What a block of text states that its counterpart in the other language must state, too.

A fact is read off the words without understanding them: a number, a date, a name of the registry, a
link, an image, the items of a list. Each has a key by which it is found in the other language, and
is `certain` where a reader of the other language would miss it.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from newsroom.document import blocks
from newsroom.document.blocks import Block
from newsroom.document.links import Link, footnote_marks, links_in
from newsroom.document.words import with_markup_blank
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.date_words import month_names
from newsroom.text.dates import GREGORIAN, SOLAR, Calendar, Period
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.names import Matcher, Mention, Name
from newsroom.text.number_words import may_count
from newsroom.text.numbers import FoundNumber, find_numbers
from newsroom.text.positions import Positions

NUMBER, DATE, PARTICIPANT, LINK = "number", "date", "participant", "link"
IMAGE, LIST, FOOTNOTE, NOTE = "image", "list", "footnote", "note"
KINDS = (NUMBER, DATE, PARTICIPANT, LINK, IMAGE, LIST, FOOTNOTE, NOTE)

_YMD = r"[0-9۰-۹٠-٩]{4}[/.-][0-9۰-۹٠-٩]{1,2}[/.-]|[/.-][0-9۰-۹٠-٩]{4}"
_IS_YMD = re.compile(_YMD)


def _cue(names: Iterable[str], before: str = "") -> str:
    return rf"(?<![^\W\d_]){before}(?:{'|'.join(names)})(?:ماه)?(?![^\W\d_])"


def _spelled(*, is_common: bool) -> list[str]:
    """The names of months as texts have them: June, JUNE, «تیر»."""
    names = [name for _, name, _, common in month_names() if common is is_common]
    return [form for name in names for form in dict.fromkeys((name.capitalize(), name.upper()))]


_DATE_CUE = re.compile(
    f"{_YMD}|{_cue(_spelled(is_common=False))}|"
    + _cue(_spelled(is_common=True), r"[0-9۰-۹][0-9۰-۹]?[ \u00a0\u200c]*")
)
_MONTHS = frozenset(
    form for is_common in (False, True) for name in _spelled(is_common=is_common)
    for form in (name, f"{name}ماه")
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = 60, 40
"""How far around the name of a month the rest of a date may stand, in letters."""
_LANG_PART = re.compile(r"(?<=[/.=_-])(?:fa|en|fa-ir|en-us)(?=[/.&_-]|$)|(?<=//)(?:fa|en|www)\.")


@dataclass(frozen=True, slots=True)
class Fact:
    kind: str
    keys: frozenset[str]
    """What it is known by; one in common with a fact of the other language is enough."""
    printed: str
    """As the page has it."""
    line: int
    is_certain: bool = True
    is_written: bool = True
    """Read off digits or markup, where there is no doubt what is meant."""
    sort: str = ""
    """Of a participant: person, organisation, city, …; one can be put for another of its sort."""
    period: Period | None = None
    """Of a date, and of a number that may be a year."""
    calendar: Calendar | None = None
    is_inferred: bool = False
    """Of a date: the page does not name its year."""
    start: int = 0
    end: int = 0
    """Where it stands in the text of its passage, in code points."""


class Passage:
    """A block and the facts in it, each kind read when it is first asked for.

    Most blocks are never read for numbers: only where one side may hold one that is certain does
    it matter what the other says in passing.
    """

    def __init__(self, block: Block, source: str, page: Page, names: "Names", near: Period) -> None:
        self.block, self._source = block, source
        self.text = with_markup_blank(source, is_list=block.kind == blocks.LIST)
        self._words = frozenset(_LETTERS.findall(self.text))
        self._page, self._names, self._near = page, names, near
        self._read: dict[str, tuple[Fact, ...]] = {}
        self._dates: tuple[FoundDate, ...] | None = None

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """The facts of a kind, in order; for numbers and dates `near` is what lends a year."""
        if kind not in self._read:
            self._read[kind] = tuple(_READERS[kind](self))
        return self._read[kind]

    @property
    def lang(self) -> str:
        return self._page.lang

    @property
    def may_count(self) -> bool:
        """Whether it may hold a number that is certain."""
        return may_count(self.text, self._words, self._page.lang)

    def found_dates(self) -> tuple[FoundDate, ...]:
        """The dates as they were read, those that cannot be right included."""
        if self._dates is None:
            may_date = not _MONTHS.isdisjoint(self._words) or _IS_YMD.search(self.text)
            self._dates = tuple(_dates_near(self.text, self._near)) if may_date else ()
        return self._dates

    def dates(self) -> Iterator[Fact]:
        for found in self.found_dates():
            if _is_compared(found):
                yield _date(found, self.line_at(found.start))

    def numbers(self) -> Iterator[Fact]:
        dates = (found for found in self.found_dates() if _is_compared(found) or found.defect)
        taken = [(found.start, found.end) for found in dates]
        for number in find_numbers(self.text, self._page.lang, taken):
            yield _number(number, self.text, self.line_at(number.start))

    def mentions(self) -> Iterator[Mention]:
        """The names of participants, in either language."""
        return self._names.known(self._page.lang).find(self.text)

    def adjectives(self) -> Iterator[Mention]:
        """The words made of the name of a place, "Iranian", «روسی»."""
        return self._names.made_of_places(self.text)

    def terms(self) -> Iterator[Mention]:
        """The terms of the glossary."""
        return self._names.terms[self._page.lang].find(self.text)

    def participants(self) -> Iterator[Fact]:
        for mention in self.mentions():
            printed = self.text[mention.start : mention.end]
            sort = self._names.participants[mention.target_id].form
            line = self.line_at(mention.start)
            yield Fact(PARTICIPANT, frozenset((mention.target_id,)), printed, line, sort=sort)

    def links(self) -> Iterator[Fact]:
        for link in links_in(self._source):
            if (fact := self._link(link)) and fact.printed:
                yield fact

    def footnotes(self) -> Iterator[Fact]:
        for position, label in footnote_marks(self._source):
            number = "".join(str(int(it)) if it.isdecimal() else it for it in label)  # [^۲] is [^2]
            yield Fact(FOOTNOTE, frozenset((number,)), f"[^{label}]", self.line_at(position))

    def items(self) -> Iterator[Fact]:
        if self.block.kind == blocks.LIST:
            count = str(len(self.block.children))
            yield Fact(LIST, frozenset((count,)), count, self.block.line)

    def line_at(self, position: int) -> int:
        """The line of the file a place of the text lies on."""
        return self._positions.line_at(position)

    def _link(self, link: Link) -> Fact | None:
        """Where a link leads; the id of a participant where it names one."""
        line, target = self.line_at(link.position), link.target
        if link.label in self._names.participants:
            return Fact(LINK, frozenset((link.label,)), link.label, line)
        if link.label:
            target = self._page.document.target_of(link.label)
        kind = IMAGE if link.is_image else LINK
        return Fact(kind, frozenset((_address(target, self._page),)), target, line)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._source, self.block.line)


_READERS: Mapping[str, Callable[[Passage], Iterator[Fact]]] = {
    NUMBER: Passage.numbers,
    DATE: Passage.dates,
    PARTICIPANT: Passage.participants,
    LINK: lambda passage: (fact for fact in passage.links() if fact.kind == LINK),
    IMAGE: lambda passage: (fact for fact in passage.links() if fact.kind == IMAGE),
    FOOTNOTE: Passage.footnotes,
    LIST: Passage.items,
}


class Names:
    """What participants are found by, and whether a text speaks of one in another way.

    A name may stand on a page in the letters of the other language: UNESCO in a Persian line.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.participants = catalogue.participants
        self.known = catalogue.names.known
        self.terms = {
            lang: Matcher(Name(term.term[lang], term.id) for term in catalogue.glossary)
            for lang in LANGS
        }

    @cached_property
    def _of_places(self) -> tuple[re.Pattern[str], Sequence[str]]:
        """What finds words that are a place's name or begin with what is left of it; the ids."""
        places = [entry for entry in self.participants.values() if entry.kind == "place"]
        groups = ("|".join(map(_of_place, _both(entry))) for entry in places)
        pattern = "|".join(f"({group})" for group in groups) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{pattern})"), [entry.id for entry in places]

    def made_of_places(self, text: str) -> Iterator[Mention]:
        """The words made of the name of a place, "Iranian", «روسی», and the name itself."""
        pattern, ids = self._of_places
        for found in pattern.finditer(text):
            assert found.lastindex is not None
            yield Mention(found.start(), found.end(), ids[found.lastindex - 1])

    def alludes(self, text: str, lang: str, id: str) -> bool:
        """Whether a text holds a name inside another one, or what is made of a country's name.

        The Shiraz of "Sea Trade Bank, Shiraz branch", the Iran of "Iranian".
        """
        entry = self.participants[id]
        beginnings = [*chain(*map(entry.spellings, (lang, other_lang(lang))))]
        if entry.kind == "place":
            beginnings += [place_stem(name) for name in beginnings]
        return any(re.search(rf"(?<!\w){re.escape(name)}", text) for name in beginnings)


_STEM_ENDS = re.compile(r"(?<=\w{4})stan$|(?<=\w{4})[aeiouy]$|(?<=\w{3})ستان$|(?<=\w{2})یه$")


def _both(entry: Participant) -> Iterator[str]:
    """The spellings of both languages."""
    return chain.from_iterable(map(entry.spellings, LANGS))


def _of_place(name: str) -> str:
    """A pattern for a name of a place and what is made of it; of a short name nothing else is."""
    stem = place_stem(name)
    return rf"{re.escape(stem)}\w*" if len(stem) > 3 else rf"{re.escape(name)}(?!\w)"


def place_stem(name: str) -> str:
    """What the adjective of a country begins with: "Russi", «روس»."""
    return _STEM_ENDS.sub("", name)


def _dates_near(words: str, near: Period) -> Iterator[FoundDate]:
    """The dates of a text, read around what may be one: reading every word costs ten times that."""
    stretches: list[tuple[int, int]] = []
    for cue in _DATE_CUE.finditer(words):
        start = words.rfind(" ", 0, max(0, cue.start() - _BEFORE)) + 1
        end = words.find(" ", min(len(words), cue.end() + _BEHIND))
        end = len(words) if end < 0 else end
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    for start, end in stretches:
        for found in find_dates(words[start:end], near):
            yield replace(found, start=found.start + start, end=found.end + start)


def _is_compared(found: FoundDate) -> bool:
    """Whether it is compared as a date. What is counted from another day or in doubt is not.

    Of such a one the numbers are compared, as they stand.
    """
    return found.period is not None and found.calendar is not None and not _is_year(found)


def _is_year(found: FoundDate) -> bool:
    """Whether a year is all it names; it is then compared as a number."""
    return found.period is not None and (found.period.end - found.period.start).days > 100


def _is_of_months(period: Period, calendar: Calendar) -> bool:
    after = period.end + timedelta(days=1)
    return calendar.parts(period.start)[2] == 1 and calendar.parts(after)[2] == 1


def _date(found: FoundDate, line: int) -> Fact:
    assert found.period is not None and found.calendar is not None
    key = f"{found.period.start}/{found.period.end}"
    # Of months, «بهمن و اسفند», another calendar may name others.
    is_inexact = found.period.approximate or _is_of_months(found.period, found.calendar)
    return Fact(
        DATE,
        frozenset((key,)),
        found.text,
        line,
        period=replace(found.period, approximate=is_inexact),
        calendar=found.calendar,
        is_inferred=found.inferred,
        start=found.start,
        end=found.end,
    )


def _number(number: FoundNumber, words: str, line: int) -> Fact:
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
        words[number.start : number.end],
        line,
        number.is_certain,
        number.is_written,
        period=period,
        calendar=calendar,
        start=number.start,
        end=number.end,
    )


def _address(target: str, page: Page) -> str:
    """Where a link leads, the same for both languages where it leads to the same thing."""
    if "://" in target or target.startswith("mailto:"):
        return _LANG_PART.sub("", target.lower().rstrip("/"))
    path, _, anchor = target.partition("#")
    uri = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
    )
    return f"{_LANG_PART.sub('', uri)}#{anchor}"
