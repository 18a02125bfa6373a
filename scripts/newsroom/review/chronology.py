"""Chronology: what one date says agrees with what another does. No rule here asks for today."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.events import Event
from newsroom.record.participants import Participant
from newsroom.record.problems import Located, Problem, line_of, say
from newsroom.record.sources import Source

_HINT = say("one of the two is wrong; compare the source")
_A_DAY = timedelta(days=1)
"""So far apart the same moment may be dated in two places of the world."""


def date_order(catalogue: Catalogue) -> Iterator[Problem]:
    """Of two dates that cannot both be right one misleads; each is as exact as it is known."""
    for source in catalogue.sources.values():
        yield from _of_source(source)
    for article in catalogue.articles.values():
        yield from _of_article(article, catalogue)
    for participant in catalogue.participants.values():
        yield from _of_roles(participant, catalogue)
    for event in catalogue.events.values():
        yield from _of_event(event, catalogue)


def _of_source(source: Source) -> Iterator[Problem]:
    """No copy was taken before there was anything to copy."""
    for key in ("published", "not_before"):
        period = getattr(source, key)
        if period and source.retrieved and source.retrieved.end < period.start:
            yield _too_early(source, "retrieved", source.retrieved.end, key, period.start)


def _of_article(article: Article, catalogue: Catalogue) -> Iterator[Problem]:
    """A report has the date of its source, joins the record after it, and is corrected later."""
    facts, day, added = article.facts, article.date, article.added
    source = catalogue.sources.get(article.source)
    if day and source and source.published and day.end < source.published.start:
        yield _too_early(facts, "date", day.end, "published", source.published.start)
    if day and added and added.end < day.start:
        yield _too_early(facts, "added", added.end, "date", day.start)
    for page in article.versions.values():
        for index, correction in enumerate(page.corrections):
            for key, period in (("added", added), ("date", day)):
                if period and correction.date.end < period.start:
                    place = f"corrections.{index}.date"
                    yield _too_early(page, place, correction.date.end, key, period.start)
                    break


def _of_roles(participant: Participant, catalogue: Catalogue) -> Iterator[Problem]:
    """No source knows who holds an office on a day after it was written."""
    for index, role in enumerate(participant.roles):
        last = _last_day([role.source], catalogue)
        if last and role.as_of.start > last:
            yield _too_late(participant, f"roles.{index}.as_of", role.as_of.start, last)


def _of_event(event: Event, catalogue: Catalogue) -> Iterator[Problem]:
    """What was held is told by a source of that day or later."""
    if event.status != "held" or event.reported or event.date.approximate:
        return
    last = _last_day(event.sources, catalogue)
    if last and event.date.start > last + _A_DAY:
        yield _too_late(event, "date", event.date.start, last)


def _last_day(ids: Iterable[str], catalogue: Catalogue) -> date | None:
    """The day after which none of these sources was written; `None` where one does not say."""
    days = []
    for id in ids:
        source = catalogue.sources.get(id)
        period = (source.published or source.retrieved) if source else None
        if period is None:
            return None
        days.append(period.end)
    return max(days, default=None)


def _too_early(entry: Located, place: str, day: date, other: str, first: date) -> Problem:
    message = say(
        "'{place}' is {day}, before '{other}', {first}",
        place=place,
        day=day,
        other=other,
        first=first,
    )
    return Problem(entry.path, line_of(entry, place), "date-order", message, _HINT)


def _too_late(entry: Located, place: str, day: date, last: date) -> Problem:
    message = say(
        "'{place}' is {day}, but the sources named were written by {last}",
        place=place,
        day=day,
        last=last,
    )
    return Problem(entry.path, line_of(entry, place), "date-order", message, _HINT)
