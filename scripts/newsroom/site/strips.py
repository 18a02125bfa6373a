"""The strip: the timeline drawn to scale, with the ticks of both calendars on its two sides.

Time runs the way the language is read, so in Persian the strip begins at its other end. Everything
is in units of the drawing's own view box, `WIDTH` wide; a day has the same width everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.site.locale_views import LocaleView
from newsroom.site.timeline import TimelineItem, Year
from newsroom.text.dates import Calendar, DateWords, own_calendars

WIDTH = 1000
LIMIT = 150
"""With more moments than this a strip would be a grey band; the years lead on then."""

_AXIS, _LANE, _MARK, _GAP = 26, 20, 12, 4
_LABELS = 8
_TALLEST, _WIDEST, _COLUMN_LABELS = 140, 64, 20
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months from one tick to the next; a tick stands where the step divides the months of the era."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment as it is drawn."""

    item: TimelineItem
    x: float
    """Of its edge at the low end of the view box."""
    y: float
    width: float
    height: float = _MARK


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month or a year of one calendar."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The timeline drawn to scale."""

    height: float
    marks: tuple[Mark, ...]
    own: tuple[Tick, ...]
    """The ticks of the language's own calendar, on top."""
    other: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A year of the overview, as tall as it has moments."""

    year: Year
    x: float
    y: float
    width: float
    height: float
    has_label: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The years of a divided timeline, those without a moment included as gaps."""

    height: float
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int
    is_mirrored: bool

    def edge(self, day: date) -> float:
        """Where a day begins."""
        x = (day - self.first).days * WIDTH / self.days
        return WIDTH - x if self.is_mirrored else x

    def place(self, start: date, end: date) -> tuple[float, float]:
        """Where a stretch of days lies: its low edge and its width, never below a mark's."""
        low = (start - self.first).days * WIDTH / self.days
        width = max(((end - start).days + 1) * WIDTH / self.days, _MARK)
        low = min(low, WIDTH - width)
        return (WIDTH - low - width if self.is_mirrored else low), width


def timeline_strip(locale: LocaleView, items: Sequence[TimelineItem]) -> Strip | None:
    """The strip of some moments; `None` when there is too little or too much to draw."""
    if not 1 < len(items) <= LIMIT:
        return None
    first = min(item.date.start for item in items) - timedelta(days=15)
    last = max(item.date.end for item in items) + timedelta(days=15)
    scale = _Scale(first, (last - first).days + 1, locale.dir == "rtl")
    marks = tuple(_marks(items, scale))
    own, other = (
        tuple(_ticks(calendar, scale, last, locale.date_words))
        for calendar in own_calendars(locale.lang)
    )
    lanes = max(mark.y for mark in marks) + _LANE
    return Strip(lanes + _AXIS, marks, own, other)


def timeline_overview(locale: LocaleView) -> Overview:
    """The years of a language as columns, in the direction it is read."""
    years = locale.years
    first, last = years[0].number, years[-1].number
    step = WIDTH / (last - first + 1)
    most = max(len(year.items) for year in years)
    every = -(-(last - first + 1) // _COLUMN_LABELS)  # rounded up
    return Overview(
        _TALLEST + _AXIS,
        tuple(_column(year, first, step, most, every, locale.dir == "rtl") for year in years),
    )


def _column(
    year: Year, first: int, step: float, most: int, every: int, is_mirrored: bool
) -> Column:
    place = year.number - first
    width = min(step * 0.8, _WIDEST)
    middle = (place + 0.5) * step
    height = max(2.0, _TALLEST * len(year.items) / most)
    return Column(
        year,
        round((WIDTH - middle if is_mirrored else middle) - width / 2, 1),
        round(_TALLEST - height, 1),
        round(width, 1),
        round(height, 1),
        place % every == 0,
    )


def _marks(items: Iterable[TimelineItem], scale: _Scale) -> Iterable[Mark]:
    """The moments in the first lane that is free where they lie."""
    lanes: list[list[tuple[float, float]]] = []
    for item in items:
        x, width = scale.place(item.date.start, item.date.end)
        lane = next((at for at, taken in enumerate(lanes) if _is_free(taken, x, width)), None)
        if lane is None:
            lane = len(lanes)
            lanes.append([])
        lanes[lane].append((x, x + width))
        yield Mark(item, round(x, 1), _AXIS + lane * _LANE, round(width, 1))


def _is_free(taken: Sequence[tuple[float, float]], x: float, width: float) -> bool:
    return all(x + width + _GAP <= low or high + _GAP <= x for low, high in taken)


def _ticks(calendar: Calendar, scale: _Scale, last: date, words: DateWords) -> Iterable[Tick]:
    """The beginnings of months or years of one calendar, at most `_LABELS` of them."""
    months = [
        day
        for day in (scale.first + timedelta(days=at) for at in range((last - scale.first).days))
        if calendar.parts(day)[2] == 1
    ]
    step = next((step for step in _STEPS if len(months) / step <= _LABELS), _STEPS[-1])
    for day in months:
        year, month, _ = calendar.parts(day)
        if (year * 12 + month - 1) % step == 0:
            yield Tick(round(scale.edge(day), 1), _label(calendar, day, step, words))


def _label(calendar: Calendar, day: date, step: int, words: DateWords) -> str:
    """`Tir 1403`, or the year alone when a tick is a year or more."""
    year, month, _ = calendar.parts(day)
    text = str(year) if step >= 12 else f"{words.months[calendar.name][month - 1]} {year}"
    return words.digits(text)
