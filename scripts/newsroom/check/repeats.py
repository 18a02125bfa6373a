"""Where else the record tells a number or a date.

That is in what is of the same source or event. A number that is large or a fraction, and counts
something, is told of one thing only: it is looked for on every page.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from newsroom.check.claims import Claim, unit_behind
from newsroom.check.facts import DATE, NUMBER, Fact, Names, Passage
from newsroom.check.parity import NO_DAY, near_day
from newsroom.document.skimming import front_value, paragraphs_of
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.fields import read_entry
from newsroom.record.kinds import KINDS
from newsroom.record.kinds.event import Event
from newsroom.record.segments import TextSegment, pieces_in
from newsroom.text.dates import Period, parse_period
from newsroom.text.ids import Pointers
from newsroom.text.languages import LANGS
from newsroom.text.number_words import may_begin

ARTICLE, EVENT, FIGURE, DISAGREEMENT = "article", "event", "figure", "disagreement"
PAGE = "page"
"""A page that is of no source or event of the value."""

_MANY = 1000
"""From here on two numbers of one unit are taken for one wherever they stand."""

_TEXTS = tuple(f"docs/{lang}/" for lang in LANGS)
_KINDS = {kind.id: kind for kind in KINDS if kind.id in (EVENT, DISAGREEMENT)}

Tells = Callable[[Passage], int | None]
"""Gives the place in a text where a value stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands."""

    path: str
    line: int
    kind: str
    id: str
    """The slug of an article, the id of an entry; of a figure, the slug of its article; of another
    page, nothing."""
    sought: Claim
    """What was looked for."""
    text: Passage | None = None
    """The text it stands in; of the date of an event, nothing."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a value belongs to: sources, articles and events, by their ids."""

    sources: frozenset[str]
    articles: frozenset[str]
    events: frozenset[str]


class Repeats:
    """Looks values up in the files of a record, of which a catalogue may have some only."""

    def __init__(self, catalogue: Catalogue, files: Mapping[str, bytes], names: Names) -> None:
        self._catalogue, self._files, self._names = catalogue, files, names
        self._pages: dict[str, tuple[Passage, ...]] = {}
        self._entries: dict[str, tuple[Event | None, list[tuple[TextSegment, Passage]]]] = {}

    def of(self, claim: Claim, around: Around) -> Iterator[Place]:
        """Where a number with its unit, or a date, stands; articles first, a place a paragraph."""
        if _teller(claim) is None:
            return
        for slug in sorted(self._slugs(around)):
            for lang in LANGS:
                yield from self._on_page(f"docs/{lang}/news/{slug}.md", ARTICLE, slug, claim)
        period = claim.fact.period if claim.fact and claim.kind == DATE else None
        for path, kind in self._entries_around(around):
            id = path.rpartition("/")[2].removesuffix(".yml")
            event, segments = self._entry(path, kind)
            if event and period and is_day_of(period, event.date):
                yield Place(path, event.lines.get("date", 1), kind, id, claim)
            yield from _in_segments(path, kind, id, segments, claim)
        for figure in self._catalogue.figures:
            if figure.article in around.articles or not around.sources.isdisjoint(figure.sources):
                for lang in LANGS:
                    line = figure.lines.get(f"figures.{figure.id}.value.{lang}", 1)
                    text = f"{figure.value[lang]} {figure.label[lang]}"
                    segment = TextSegment(figure.path, line, lang, "", text)
                    own = [(segment, self._in_one_line(segment))]
                    yield from _in_segments(figure.path, FIGURE, figure.article, own, claim)

    def elsewhere(self, claim: Claim, around: Around) -> Iterator[Place]:
        """On which other pages a number stands that is told of one thing only."""
        if claim.kind != NUMBER or not claim.unit or not all(map(_is_rare, claim.readings)):
            return
        beginnings = _beginnings(claim)
        own = {f"docs/{lang}/news/{slug}.md" for slug in self._slugs(around) for lang in LANGS}
        for path in sorted(self._files):
            if path.startswith(_TEXTS) and path.endswith(".md") and path not in own:
                text = self._files[path].decode("utf-8-sig", "replace")
                if not beginnings or may_begin(text, beginnings):
                    yield from self._on_page(path, PAGE, "", claim)

    def _on_page(self, path: str, kind: str, id: str, claim: Claim) -> Iterator[Place]:
        tells = _teller(claim)
        for passage in self._page(path) if tells and path in self._files else ():
            if tells and (at := tells(passage)) is not None:
                yield Place(path, passage.line_at(at), kind, id, claim, passage)

    def texts_of(self, path: str, kind: str) -> tuple[Passage, ...]:
        """The texts of an entry."""
        return tuple(passage for _, passage in self._entry(path, kind)[1])

    def _slugs(self, around: Around) -> set[str]:
        slugs = set(around.articles)
        folders = tuple(f"docs/{lang}/news/" for lang in LANGS)
        for path, data in self._files.items():
            if path.startswith(folders) and front_value(data, "source") in around.sources:
                slugs.add(path.split("/", 3)[3].removesuffix(".md"))
        return slugs

    def _entries_around(self, around: Around) -> Iterator[tuple[str, str]]:
        named = {
            EVENT: Pointers(around.sources),
            DISAGREEMENT: Pointers(around.sources | around.articles),
        }
        for path in sorted(self._files):
            for id, kind in _KINDS.items():
                if kind.holds(path):
                    is_own = path.rpartition("/")[2].removesuffix(".yml") in around.events
                    if (is_own and id == EVENT) or named[id].stand_in(self._files[path]):
                        yield path, id

    def _page(self, path: str) -> tuple[Passage, ...]:
        """The paragraphs of a page, title and summary first, read without parsing the rest."""
        if path not in self._pages:
            _, lang, uri = path.split("/", 2)
            text = self._files[path].decode("utf-8-sig", "replace").replace("\r\n", "\n")
            near = near_day(self._catalogue, uri)
            if near == NO_DAY:
                with suppress(ValueError):  # it has no date
                    near = parse_period(front_value(self._files[path], "date"))
            self._pages[path] = tuple(
                self._passage(part, line, path, lang, near) for line, part in paragraphs_of(text)
            )
        return self._pages[path]

    def _entry(
        self, path: str, kind: str
    ) -> tuple[Event | None, list[tuple[TextSegment, Passage]]]:
        if path not in self._entries:
            context = ParseContext(path)
            values = read_yaml(self._files[path].decode("utf-8-sig", "replace"), context)
            id = path.rpartition("/")[2].removesuffix(".yml")
            entry = read_entry(_KINDS[kind].entry, id, values, context) if values else None
            pieces = pieces_in(path, context.texts)
            near = entry.date if isinstance(entry, Event) else NO_DAY
            told = [(piece, self._in_one_line(piece, near)) for piece in pieces]
            self._entries[path] = (entry if isinstance(entry, Event) else None, told)
        return self._entries[path]

    def _in_one_line(self, segment: TextSegment, near: Period = NO_DAY) -> Passage:
        text = segment.text.replace("\n", " ")  # a value may run over several lines
        return self._passage(text, segment.line, segment.path, segment.lang, near)

    def _passage(self, text: str, line: int, path: str, lang: str, near: Period) -> Passage:
        return Passage.of(text, lang, (path, line), self._names, near)


def is_told_in(claim: Claim, passage: Passage) -> bool:
    """Whether a text tells a number or a date."""
    tells = _teller(claim)
    return tells is not None and tells(passage) is not None


def is_day_of(told: Period, period: Period) -> bool:
    """Whether a date is a period itself, or its first or last day."""
    return told.days in (period.days, (period.start,) * 2, (period.end,) * 2)


def _in_segments(
    path: str, kind: str, id: str, segments: list[tuple[TextSegment, Passage]], claim: Claim
) -> Iterator[Place]:
    tells = _teller(claim)
    for segment, passage in segments if tells else ():
        if tells and (at := tells(passage)) is not None:
            yield Place(path, segment.line_at(at), kind, id, claim, passage)


def _teller(claim: Claim) -> Tells | None:
    fact = claim.fact
    if claim.kind == NUMBER:
        beginnings = _beginnings(claim)
        return lambda passage: _number_at(claim, beginnings, passage)
    if claim.kind == DATE and fact and fact.period:
        period = fact.period
        return lambda passage: _date_at(period, passage.facts(DATE))
    return None


def _beginnings(claim: Claim) -> frozenset[str]:
    """By which digits a number may begin; empty where it is no whole one."""
    is_whole = all(reading.isdecimal() for reading in claim.readings)
    return frozenset(it.strip("0") for it in claim.readings if is_whole)


def _is_rare(reading: str) -> bool:
    return not reading.isdecimal() or int(reading) >= _MANY


def _number_at(claim: Claim, beginnings: frozenset[str], passage: Passage) -> int | None:
    if beginnings and not may_begin(passage.text, beginnings):
        return None
    for fact in passage.facts(NUMBER):
        if claim.readings & fact.values and (fact.is_certain or not fact.is_spelled):
            unit = unit_behind(passage.text, fact.end, passage.lang)
            if unit & claim.unit or not (unit or claim.unit):
                return fact.start
    return None


def _date_at(period: Period, facts: tuple[Fact, ...]) -> int | None:
    for fact in facts:
        if fact.period and fact.period.days == period.days:
            return fact.start
    return None
