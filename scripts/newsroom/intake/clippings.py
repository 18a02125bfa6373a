"""What a source holds: its title, deck, dates, publisher and text, found and never made up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.intake.lines import REPEATED, Line, Taken
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.dates import Period
from newsroom.text.letters import LETTERS
from newsroom.text.messages import say
from newsroom.text.persian import fold_name

_PERSIAN = re.compile(f"[{LETTERS}]")
_LATIN = re.compile(r"[A-Za-z]")
_END = re.compile(r"[.!?؟…:؛;][»”\"’)\]]*$")
_TITLE_LENGTH, _DECK_LENGTH = 160, 200
_OUTSET = 160
"""Signs into the first paragraph in which a report dates itself: "IRNA reported on Sunday"."""
_DATELINE = re.compile(r"^(.{2,40}?)\s*(?:\([^()]{2,40}\)\s*)?(?:[-–—:،,]|//)\s*")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the text, and the sentence it stands in."""

    line: int
    found: FoundDate
    sentence: str


@dataclass(frozen=True, slots=True)
class Clipping:
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

    @property
    def text(self) -> str:
        return "\n\n".join(line.text for line in self.body)


def clip(
    lines: Sequence[Line], taken: Taken, metas: Mapping[str, str], near: Period | None
) -> Clipping:
    """What the lines of a source hold; `near` is the day it was written near to, if known."""
    kept = [line for line in lines if not line.removed]
    lang = language_of(" ".join(line.text for line in kept or lines))
    title, deck, body = _head(kept, lines, metas)
    printed, doubts = _published(taken, metas)
    anchor = printed.period if printed else near
    dates = tuple(_dates(body, anchor))
    if printed is None:
        printed = _outset(body, dates, near)
    viewed = next((found.period for _, found in taken.viewed if found.period), None)
    publisher = metas.get("publisher") or next((name for _, name in taken.publisher), None)
    doubts += tuple(
        say("line {line}: {what}", line=dated.line, what=dated.found.problem)
        for dated in dates
        if dated.found.problem
    )
    return Clipping(
        lang,
        title.text if title else None,
        title.number if title else 1,
        deck.text if deck else None,
        printed,
        viewed,
        publisher,
        tuple(body),
        tuple(line for line in lines if line.removed),
        dates,
        doubts,
    )


def language_of(text: str) -> str:
    """The language most letters of a text belong to."""
    return "fa" if len(_PERSIAN.findall(text)) * 2 > len(_LATIN.findall(text)) else "en"


def _head(
    kept: Sequence[Line], lines: Sequence[Line], metas: Mapping[str, str]
) -> tuple[Line | None, Line | None, list[Line]]:
    """The title, the deck and the rest, its bare headings marked."""
    rest = list(kept)
    if "title" in metas:
        title: Line | None = Line(1, metas["title"])
        rest = [line for line in rest if fold_name(line.text) != fold_name(metas["title"])]
    else:
        at = _title_place(rest, lines)
        title = rest.pop(at) if at is not None else None
    is_led = title is not None and len(rest) > 1 and rest[0].kind != "heading"
    deck = rest.pop(0) if is_led and _is_deck(rest[0].text, rest[1].text) else None
    return title, deck, [_with_kind(line, rest, at) for at, line in enumerate(rest)]


def _title_place(rest: Sequence[Line], lines: Sequence[Line]) -> int | None:
    """Where the title stands: a heading on top, a line that is repeated, a first line like one."""
    repeated = {fold_name(line.text) for line in lines if line.removed == REPEATED}
    for at, line in enumerate(rest[:6]):
        if line.kind == "heading":
            return at
    for at, line in enumerate(rest[:4]):
        if fold_name(line.text) in repeated:
            return at
    return 0 if rest and _is_title(rest) else None


def _is_title(rest: Sequence[Line]) -> bool:
    """Whether the first line is a title: short, no sentence, and something follows."""
    first = rest[0].text
    return len(rest) > 1 and len(first) <= _TITLE_LENGTH and not _END.search(first)


def _is_deck(text: str, following: str) -> bool:
    is_sentence = len(text.split()) > 3 and not re.search(r"[.!?؟] ", text)
    return is_sentence and len(text) <= _DECK_LENGTH and len(following) > len(text)


def _with_kind(line: Line, rest: Sequence[Line], at: int) -> Line:
    """A bare line between paragraphs is a heading."""
    following = rest[at + 1].text if at + 1 < len(rest) else ""
    is_bare = len(line.text) <= _TITLE_LENGTH and not _END.search(line.text)
    is_heading = is_bare and at > 0 and len(following) > len(line.text)
    return replace(line, kind="heading" if is_heading or line.kind else "")


def _published(taken: Taken, metas: Mapping[str, str]) -> tuple[FoundDate | None, tuple[str, ...]]:
    """The printed date of publication, the most exact one; and what contradicts it."""
    found = [(number, date) for number, date in taken.published]
    if "published" in metas:
        found = [(1, date) for date in find_dates(metas["published"])[:1]] + found
    good = [date for _, date in found if date.period]
    doubts = tuple(
        say("line {line}: {what}", line=number, what=date.problem)
        for number, date in found
        if date.problem
    )
    if not good:
        return None, doubts
    best = max(good, key=lambda date: (date.time is not None, good[0] is date))
    others = {date.text for date in good if date.period != best.period}
    doubts += tuple(
        say("'{other}' and '{date}' are not the same day", other=other, date=best.text)
        for other in sorted(others)
    )
    return best, doubts


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
            is_same = waiting.calendar is date.calendar and not _END.search(
                text[waiting.end : date.start].partition(". ")[1]
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
    start = max(text.rfind(end, 0, found.start) for end in (". ", "؛ ", "! ", "؟ ", "? ")) + 1
    ends = [at for at in (text.find(end, found.end) for end in (". ", "؛ ", "! ", "؟ ")) if at >= 0]
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
    """What stands before the first dash or colon of a report: "KAZAN (IRNA) – …"."""
    match = _DATELINE.match(text)
    return match[1].strip() if match else None
