"""What a source holds: its title, deck, dates, publisher and text, found and never made up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.intake.lines import Line, Taken
from newsroom.intake.stamps import moment_of
from newsroom.intake.titles import read_heading
from newsroom.intake.webpages import WebPage
from newsroom.record.import_rules import ImportRules
from newsroom.record.problems import say
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.dates import Period

_OUTSET = 160
"""Characters of the first paragraph in which a report dates itself: "it said on Sunday"."""
_ENDS = (". ", "؛ ", "! ", "؟ ", "? ")
_DATELINE = re.compile(r"(.{2,40}?)\s*(?:\([^()]{2,40}\)\s*)?(?:[-–—:،,]|//)\s*")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the text, and the sentence it stands in."""

    line: int
    found: FoundDate
    sentence: str


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """What a source says, in its own words; `None` where it says nothing of a kind."""

    lang: str
    title: str | None
    title_line: int
    deck: str | None
    published: FoundDate | None
    """When it was published; inferred where it was worked out."""
    viewed: Period | None
    """The day its page was seen, by the page's own clock."""
    publisher: str | None
    """As the source names it."""
    body: tuple[Line, ...]
    """Paragraphs and headings (`kind` is `heading`), in order."""
    removed: tuple[Line, ...]
    dates: tuple[Dated, ...]
    doubts: tuple[str, ...]
    """What an editor has to settle about the dates."""
    kicker: str | None = None
    """The line above the title."""
    author: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs and headings, with empty lines between them."""
        return "\n\n".join(line.text for line in self.body)


def clip(
    lines: Sequence[Line],
    taken: Taken,
    page: WebPage | None,
    lang: str,
    near: Period | None,
    import_rules: ImportRules,
) -> ExtractedArticle:
    """What the lines of a source hold; `near` is the day it was written near to, if known."""
    head = page.head if page else None
    heading = read_heading(lines, head, import_rules)
    title, deck, body = heading.title, heading.deck, heading.body
    printed, doubts = _published(taken, page, lang)
    anchor = printed.period if printed else near
    dates = tuple(_dates((deck, *body) if deck else body, anchor))
    if printed is None:
        printed = _outset(body, dates, near)
    viewed = next((found.period for _, found in taken.viewed if found.period), None)
    told = head.publisher if head else None
    publisher = told or next((name for _, name in taken.publisher), None)
    doubts += tuple(
        say("line {line}: {what}", line=dated.line, what=dated.found.problem)
        for dated in dates
        if dated.found.problem
    )
    return ExtractedArticle(
        lang,
        title.text if title else None,
        title.number if title else 1,
        deck.text if deck else None,
        printed,
        viewed,
        publisher,
        tuple(body),
        (
            *(line for line in lines if line.removed),
            *(replace(line, removed="above the headline") for line in heading.above),
        ),
        dates,
        doubts,
        heading.kicker.text if heading.kicker else None,
        (head.author if head else None) or taken.author or None,
    )


def _published(
    taken: Taken, page: WebPage | None, lang: str
) -> tuple[FoundDate | None, tuple[str, ...]]:
    """The day of publication and what contradicts it.

    The day a page prints comes before what its stamps say, which lends it an hour.
    """
    printed = [date for _, date in taken.published if date.period]
    doubts: list[str] = [
        say("line {line}: {what}", line=number, what=date.problem)
        for number, date in taken.published
        if date.problem
    ]
    told = [moment_of(stamp, lang) for stamp in (*page.stamps, *page.head.stamps)] if page else []
    stamped = [date for date, _ in told if date and date.period]
    if page and page.head.broken:
        doubts.append(say("{count} piece(s) of JSON-LD cannot be read", count=page.head.broken))
    good = printed or stamped
    if not good:
        return None, tuple(doubts)
    best = max(good, key=lambda date: (date.time is not None, good[0] is date))
    if not printed:
        doubts += dict.fromkeys(doubt for date, doubt in told if date == best and doubt)
    hours = [date.time for date in stamped if date.period == best.period and date.time]
    best = best if best.time or not hours else replace(best, time=hours[0])
    others = {date.text for date in (*printed, *stamped) if date.period != best.period}
    doubts += [
        say("'{other}' and '{date}' are not the same day", other=other, date=best.text)
        for other in sorted(others)
    ]
    return best, tuple(doubts)


def _dates(body: Sequence[Line], near: Period | None) -> Iterator[Dated]:
    """The dates of the text; those without a year are resolved near `near`, or near a full one.

    "Today" is left out: it is the day of viewing, or of somebody speaking.
    """
    if near is None:
        full = (date for line in body for date in find_dates(line.text) if date.is_full)
        near = next((date.period for date in full if date.period), None)
    for line in body:
        for found in _joined(line.text, find_dates(line.text, near)):
            if found.is_relative:
                continue
            yield Dated(line.number, found, _sentence(line.text, found))


def _joined(text: str, found: Sequence[FoundDate]) -> Iterator[FoundDate]:
    """«از اول تیر … تا چهارم تیرماه»: two days with "from" and "to" before them are one stretch."""
    waiting: FoundDate | None = None
    for date in found:
        before = text[: date.start].rstrip()
        if waiting and waiting.period and date.period and before.endswith((" تا", " to", " until")):
            is_stretch = waiting.period.end <= date.period.start
            is_same = (
                waiting.calendar is date.calendar and ". " not in text[waiting.end : date.start]
            )
            if is_stretch and is_same:
                period = Period(waiting.period.start, date.period.end)
                yield replace(
                    date, start=waiting.start, period=period, text=f"{waiting.text} … {date.text}"
                )
                waiting = None
                continue
        if waiting:
            yield waiting
        waiting = date if before.endswith((" از", " from")) else None
        if waiting is None:
            yield date
    if waiting:
        yield waiting


def _sentence(text: str, found: FoundDate) -> str:
    """The sentence a date stands in."""
    start = max(text.rfind(end, 0, found.start) for end in _ENDS) + 1
    ends = [at for at in (text.find(end, found.end) for end in _ENDS) if at >= 0]
    return text[start : min(ends) + 1 if ends else len(text)].strip()


def _outset(body: Sequence[Line], dates: Sequence[Dated], near: Period | None) -> FoundDate | None:
    """The day the first paragraph dates itself to; a weekday is sought in a stretch of the text."""
    first = next((line for line in body if line.kind != "heading"), None)
    if first is None:
        return None
    stretches = [
        dated.found.period
        for dated in dates
        if dated.found.period and 0 < (dated.found.period.end - dated.found.period.start).days < 8
    ]
    for found in find_dates(first.text[:_OUTSET], stretches[0] if stretches else near):
        is_day = found.period is not None and found.period.is_day
        if is_day and found.calendar is None:
            return replace(found, inferred=True)
    return None


def dateline_of(text: str) -> str | None:
    """What stands before the first dash or colon of a report: "SHIRAZ (agency) – …"."""
    match = _DATELINE.match(text)
    return match[1].strip() if match else None
