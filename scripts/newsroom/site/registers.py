"""The lists a reader can search by eye: names and subjects by letter, months by year.

They stand on the search page, whole without a script; with one, the filters take their choices from
them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.record.articles import Article
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.term import Term
from newsroom.record.participants import Participant
from newsroom.site.locale_views import LocaleView
from newsroom.site.timeline import TimelineItem
from newsroom.text.dates import months_of, own_calendars
from newsroom.text.persian import fold_name, initial, sort_key


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name as it is filed, or another spelling that leads to it."""

    text: str
    participant: Participant
    is_other: bool = False
    """Whether it is a spelling the site itself does not use."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The names one letter files."""

    letter: str
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something happened or was written."""

    name: str
    first: Event | Article
    """Where the month begins on the timeline, or its first report."""
    count: int
    """How many lie in it, or may: what is dated "Khordad 1402" stands under May and June."""


@dataclass(frozen=True, slots=True)
class MonthsOfYear:
    """A year of the language's own calendar with its months, in order."""

    year: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """What the search page lists in one language."""

    letters: tuple[Letter, ...]
    subjects: tuple[Term, ...]
    years: tuple[MonthsOfYear, ...]
    """The last year first."""


def register_of(locale: LocaleView) -> Register:
    """The register of one language, in the order of its alphabet and its calendar."""
    return Register(tuple(_letters(locale)), locale.glossary, tuple(_years(locale)))


def _letters(locale: LocaleView) -> Iterator[Letter]:
    lang = locale.lang
    entries = locale.catalogue.participants.values()
    lines = sorted(
        (line for entry in entries for line in _lines(entry, lang)),
        key=lambda line: (sort_key(line.text, lang), line.participant.id),
    )
    filed: dict[str, list[NameLine]] = {}
    for line in lines:
        filed.setdefault(initial(line.text, lang), []).append(line)
    yield from (Letter(letter, tuple(names)) for letter, names in filed.items())


def _lines(entry: Participant, lang: str) -> Iterator[NameLine]:
    """A participant as the index files it, and by each spelling that is another at a glance."""
    filed = entry.sort_name(lang)
    yield NameLine(filed, entry)
    # "Rastegar" stands beside "Rastegar, Sara" and leads nowhere else.
    seen = {fold_name(filed), fold_name(entry.name[lang])}
    for spelling in entry.spellings(lang):
        folded = fold_name(spelling)
        if folded not in seen and not fold_name(filed).startswith(folded):
            seen.add(folded)
            yield NameLine(spelling, entry, is_other=True)


def _years(locale: LocaleView) -> Iterator[MonthsOfYear]:
    calendar, _ = own_calendars(locale.lang)
    names = locale.date_words.months[calendar.name]
    found: dict[int, dict[int, list[TimelineItem]]] = defaultdict(lambda: defaultdict(list))
    for item in (item for year in locale.years for item in year.items):
        for year, month in months_of(item.date, calendar):
            found[year][month].append(item)
    for year in sorted(found, reverse=True):
        months = sorted(found[year].items())
        yield MonthsOfYear(
            year, tuple(Month(names[month - 1], _first(its), len(its)) for month, its in months)
        )


def _first(items: Iterable[TimelineItem]) -> Event | Article:
    """The first event of a month, or its first report when nothing happened."""
    things = [item.event or item.article for item in items]
    events = [thing for thing in things if isinstance(thing, Event)]
    first = (events or things)[0]
    assert first is not None  # a moment is one or the other
    return first
