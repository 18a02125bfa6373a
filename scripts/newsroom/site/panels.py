"""The panels of the timeline: the stretches of time in which events lie, each to its own scale.

Where nothing lies for a month or longer, time is left out and the gap is told in words: to one
scale a record of a few spells would be white paper with two heaps on it. Each event has a lane of
its own, on which a date that is known looks unlike one that is not (`SHAPES`).

Places along a lane are per cent of its width, counted from the left of the drawing. Time runs the
way the language is read, so in Persian it begins at 100.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.record.kinds.event import HELD, STATUSES, Event
from newsroom.site.locale_views import LocaleView
from newsroom.site.timeline import TimelineItem
from newsroom.text.dates import Calendar, DateWords, Period, format_months, months_of, own_calendars

MOST = 40
"""Events; more of them would be a second list below the first, and the years lead on instead."""

POINT, BAR, WITHIN, REPORTED, ABOUT = SHAPES = ("point", "bar", "within", "reported", "about")
"""How an event lies on its lane: on a known day; over several known days; on some day between two
posts; at the latest on the day of a report, a post with an open line before it; about a day."""

_BREAK = timedelta(days=31)
"""Without an event for as long, a panel ends."""
_LONGEST = timedelta(days=92)
"""Of a panel, unless one date is longer: more days would crowd what lies on them."""
_LEAD = 4
"""A day that may be too late has at least one part in so many of the panel before it."""
_DAYWISE = 16
"""Up to so many days each has a line and may have a label; above, months have lines."""
_LETTER, _AIR = 5.6, 5.0
"""Of a label, in per cent of the lane on the narrowest telephone: a letter, and what is free."""
_YEARS_FROM = 24
"""Months a gap is told in years from."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How long nothing is recorded before a panel."""

    unit: str
    """`month` or `year`, whole ones that went by."""
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lane."""

    x: float
    """Its low edge."""
    width: float

    @property
    def end(self) -> float:
        """Its high edge."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True, slots=True)
class Lane:
    """An event as it is drawn."""

    item: TimelineItem
    shape: str
    """One of `SHAPES`."""
    mark: float
    """Where its mark stands; of a bar the middle of its first day."""
    known: Stretch | None = None
    """The days of a bar that were held."""
    announced: Stretch | None = None
    """The days of a bar that are known as announced only."""
    open: Stretch | None = None
    """Where it may lie, as far as the date is not known."""
    posts: tuple[float, ...] = ()
    """Where that ends."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with its labels."""

    x: float
    anchor: str
    """`start`, `middle` or `end`, in the direction of reading."""
    own: str
    """In the language's own calendar."""
    other: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch of time to scale."""

    gap: Gap | None
    """What is left out before it; `None` where it follows at once, or is the first."""
    title: str
    """Its months in the language's own calendar."""
    other: str
    lines: tuple[float, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]

    @property
    def items(self) -> tuple[TimelineItem, ...]:
        """The events of its lanes."""
        return tuple(lane.item for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels of some events, in time."""

    panels: tuple[Panel, ...]
    statuses: tuple[str, ...]
    """Those that occur, for the legend."""
    shapes: tuple[str, ...]
    """Those that occur, `POINT` left out; `announced` where a bar has such days."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    is_mirrored: bool

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def edge(self, day: date) -> float:
        """Where a day begins."""
        x = (day - self.first).days * 100 / self.days
        return round(100 - x if self.is_mirrored else x, 2)

    def middle(self, day: date) -> float:
        at = (self.edge(day) + self.edge(day + timedelta(days=1))) / 2
        return round(at, 2)

    def stretch(self, start: date, end: date) -> Stretch:
        """Both days included."""
        edges = (self.edge(start), self.edge(end + timedelta(days=1)))
        return Stretch(min(edges), round(abs(edges[0] - edges[1]), 2))


def timeline_panels(locale: LocaleView, items: Sequence[TimelineItem]) -> Panels | None:
    """The panels of the events among some moments; `None` when there are none, or too many."""
    events = [item for item in items if item.event]
    if not 0 < len(events) <= MOST:
        return None
    panels = tuple(_panels(locale, events))
    lanes = [lane for panel in panels for lane in panel.lanes]
    statuses = dict.fromkeys(lane.item.status for lane in lanes)
    shapes = {lane.shape for lane in lanes} - {POINT}
    return Panels(
        panels,
        tuple(sorted(statuses, key=STATUSES.index)),
        (
            *(shape for shape in SHAPES if shape in shapes),
            *(("announced",) if any(lane.announced for lane in lanes) else ()),
        ),
    )


def _panels(locale: LocaleView, items: Iterable[TimelineItem]) -> Iterator[Panel]:
    before: date | None = None
    for group in _groups(items):
        start = min(item.date.start for item in group)
        end = max(item.date.end for item in group)
        gap = _gap(before, start, own_calendars(locale.lang)[0]) if before else None
        yield _panel(locale, group, Period(start, end), gap)
        before = end


def _groups(items: Iterable[TimelineItem]) -> Iterator[list[TimelineItem]]:
    """The events, which are in time, as each panel has them."""
    group: list[TimelineItem] = []
    for item in items:
        if group:
            end = max(it.date.end for it in group)
            is_near = item.date.start - end < _BREAK
            length = item.date.end - group[0].date.start
            if not (item.date.end <= end or (is_near and length <= _LONGEST)):
                yield group
                group = []
        group.append(item)
    yield group


def _panel(
    locale: LocaleView, items: Sequence[TimelineItem], period: Period, gap: Gap | None
) -> Panel:
    own, other = own_calendars(locale.lang)
    scale = _scale(items, period, locale.dir == "rtl")
    words = locale.date_words
    return Panel(
        gap,
        format_months(period, own, words),
        format_months(period, other, words),
        tuple(_lines(scale, own)),
        tuple(_ticks(items, period, scale, words)),
        tuple(_lane(item, scale, locale) for item in items),
    )


def _scale(items: Iterable[TimelineItem], period: Period, is_mirrored: bool) -> _Scale:
    """The days of a panel, and some more where a date may be too late, or is about right."""
    first, last = period.start, period.end
    days = (last - first).days + 1
    lead = timedelta(days=max(2, -(-days // (_LEAD - 1))))
    shapes = [(shape_of(item), item.date) for item in items]
    before = [date.start - lead for shape, date in shapes if shape in (REPORTED, ABOUT)]
    after = [date.end + lead for shape, date in shapes if shape == ABOUT]
    if days == 1 and not before:  # a day alone stands in the middle
        before, after = [first - timedelta(days=1)], [*after, last + timedelta(days=1)]
    return _Scale(min([first, *before]), max([last, *after]), is_mirrored)


def shape_of(item: TimelineItem) -> str:
    """How an event lies on its lane, one of `SHAPES`."""
    if item.event and item.event.reported:
        return REPORTED
    if item.date.is_day:
        return ABOUT if item.date.approximate else POINT
    return WITHIN if item.date.is_inexact else BAR


def _lane(item: TimelineItem, scale: _Scale, locale: LocaleView) -> Lane:
    shape, start, end = shape_of(item), item.date.start, item.date.end
    days = scale.stretch(start, end)
    middle = round((days.x + days.end) / 2, 2)
    if shape == POINT:
        return Lane(item, shape, middle)
    if shape == BAR:
        assert item.event is not None  # panels hold events only
        from_day = _announced_from(item.event, locale)
        known = scale.stretch(start, from_day - timedelta(days=1)) if from_day > start else None
        announced = scale.stretch(from_day, end) if from_day <= end else None
        return Lane(item, shape, scale.middle(start), known, announced)
    if shape == WITHIN:
        return Lane(item, shape, middle, open=days, posts=(days.x, days.end))
    mark = scale.middle(end)
    edges = (scale.edge(scale.first), scale.edge(scale.last + timedelta(days=1)))
    if shape == REPORTED:
        low, high = sorted((edges[0], mark))
        return Lane(item, shape, mark, open=Stretch(low, round(high - low, 2)), posts=(mark,))
    lead = (scale.middle(end - _lead_of(scale)), scale.middle(end + _lead_of(scale)))
    low, high = max(0.0, min(lead)), min(100.0, max(lead))
    return Lane(item, shape, mark, open=Stretch(low, round(high - low, 2)))


def _lead_of(scale: _Scale) -> timedelta:
    return timedelta(days=max(1, scale.days // _LEAD))


def _announced_from(event: Event, locale: LocaleView) -> date:
    """The first day of an event that no source can have seen; the day after it where all were.

    What a source says of days after its own is what was announced. An undated source may be of any
    day.
    """
    if event.status != HELD:
        return event.date.start
    dates = [locale.source(id).published for id in event.sources]
    seen = [published.end for published in dates if published]
    after = event.date.end + timedelta(days=1)
    if len(seen) < len(dates):
        return after
    return max(event.date.start, min(after, max(seen) + timedelta(days=1)))


def _gap(before: date, start: date, calendar: Calendar) -> Gap | None:
    """The whole months or years between two days on which something lies."""
    after = before + timedelta(days=1)
    (year, month, day), (end_year, end_month, end_day) = (
        calendar.parts(after),
        calendar.parts(start),
    )
    months = (end_year - year) * 12 + end_month - month - (end_day < day)
    if months < 1:
        return None
    return Gap("month", months) if months < _YEARS_FROM else Gap("year", months // 12)


def _lines(scale: _Scale, calendar: Calendar) -> Iterator[float]:
    """Where days begin or, in a longer panel, months; the two ends always."""
    days = (scale.first + timedelta(days=at) for at in range(1, scale.days))
    inner = (day for day in days if scale.days <= _DAYWISE or calendar.parts(day)[2] == 1)
    yield from (scale.edge(day) for day in (scale.first, *inner, scale.last + timedelta(days=1)))


def _ticks(
    items: Iterable[TimelineItem], period: Period, scale: _Scale, words: DateWords
) -> Iterator[Tick]:
    """The days that have a label, as many as have room: where something lies before all others."""
    ends = [day for item in items for day in (item.date.start, item.date.end)]
    rest = [period.start + timedelta(days=at) for at in range((period.end - period.start).days)]
    wanted = [period.start, period.end, *ends, *(rest if scale.days <= _DAYWISE else ())]
    calendars = own_calendars(words.lang)
    # In a panel of one month its title has the name of it.
    are_short = [len(list(months_of(period, calendar))) == 1 for calendar in calendars]
    taken: list[tuple[float, float]] = []
    for day in dict.fromkeys(wanted):
        own, other = (
            _label(calendar, day, words, is_short)
            for calendar, is_short in zip(calendars, are_short, strict=True)
        )
        low, high, anchor = _box(scale.middle(day), max(len(own), len(other)) * _LETTER, scale)
        if all(high + _AIR <= start or end + _AIR <= low for start, end in taken):
            taken.append((low, high))
            x = {"start": low, "middle": (low + high) / 2, "end": high}[anchor]
            yield Tick(round(100 - x if scale.is_mirrored else x, 2), anchor, own, other)


def _box(middle: float, width: float, scale: _Scale) -> tuple[float, float, str]:
    """What a label covers, counted in the direction of reading, and by what it is held there."""
    at = 100 - middle if scale.is_mirrored else middle
    if at < width / 2:
        return 0, width, "start"
    if at > 100 - width / 2:
        return 100 - width, 100, "end"
    return at - width / 2, at + width / 2, "middle"


def _label(calendar: Calendar, day: date, words: DateWords, is_short: bool) -> str:
    """`21`, or `21 June` where the title of the panel does not name the month."""
    _, month, number = calendar.parts(day)
    name = words.months[calendar.name][month - 1]
    text = str(number) if is_short else words.day_month.format(day=number, month=name)
    return words.digits(text)
