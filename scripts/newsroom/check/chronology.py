"""Chronology: what one date says agrees with what another does, and with today.

Only `date_future` asks for today. A record that keeps it will keep it for ever, so that a build of
an old revision depends on no clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from newsroom.check.rule import CLOCK, FILE, rule
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import HELD, Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.kinds.source import Source
from newsroom.record.participants import Participant
from newsroom.record.problems import Located, Problem, say
from newsroom.text.dates import Period

_HINT = say("one of the two is wrong; check the source")
_A_DAY = timedelta(days=1)
"""So far apart the same moment may be dated in two places of the world."""


@rule(FILE, error="date-order")
def date_order(catalogue: Catalogue) -> Iterator[Problem]:
    """Of two dates that cannot both be right one misleads; each is as precise as it is known."""
    for source in catalogue.sources.values():
        yield from _of_source(source)
    for article in catalogue.articles.values():
        yield from _of_article(article, catalogue)
    for participant in catalogue.participants.values():
        yield from _of_roles(participant, catalogue)
    for event in catalogue.events.values():
        yield from _of_event(event, catalogue)


@rule(CLOCK, error="date-future")
def date_future(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """What is told as done was not done on a day that has not come.

    A day is let through that has begun somewhere in the world.
    """
    latest = today + _A_DAY
    for entry, places in _done(catalogue):
        for place, period in places.items():
            if period and period.start > latest:
                message = say(
                    "'{place}' is {day}, which is in the future", place=place, day=period.start
                )
                hint = say("correct it; a future event is `planned`")
                yield date_future.of(entry, place, message, hint)


def _done(catalogue: Catalogue) -> Iterator[tuple[Located, Mapping[str, Period | None]]]:
    """The dates of what was done, by their place in the file."""
    for source in catalogue.sources.values():
        keys = ("published", "not_before", "retrieved")
        yield source, {**{key: getattr(source, key) for key in keys}, **_searches(source)}
    for article in catalogue.articles.values():
        wanted = article.wanted
        yield (
            article.facts,
            {
                "date": article.date,
                "added": article.added,
                "updated": article.updated,
                "translation_wanted.since": wanted.since if wanted else None,
                "translation_wanted.claimed": wanted.claimed if wanted else None,
            },
        )
    for page in catalogue.pages.values():
        made = page.translation
        yield (
            page,
            {
                **{f"corrections.{at}.date": it.date for at, it in enumerate(page.corrections)},
                **{f"addition.{at}.date": it.date for at, it in enumerate(page.additions)},
                "translation.date": made.date if made else None,
                "translation.reviewed": made.reviewed if made else None,
            },
        )
    for participant in catalogue.participants.values():
        roles = enumerate(participant.roles)
        yield participant, {f"roles.{at}.as_of": role.as_of for at, role in roles}
    for event in catalogue.events.values():
        done = event.date if event.status == HELD or event.reported else None
        yield event, {"date": done, **_searches(event)}
    for figure in catalogue.figures:
        yield figure, _searches(figure, f"figures.{figure.id}.")


def _searches(entry: Source | Event | Figure, at: str = "") -> Mapping[str, Period]:
    """The days something was looked for, by their place in the file; `at` begins it in a list."""
    return {f"{at}searched.{index}.date": it.date for index, it in enumerate(entry.searched)}


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
    elif day and source and source.published and day.start > source.published.end:
        yield _another_day(facts, "date", day.start, source.published.end)
    elif day and source and source.not_before and day.end < source.not_before.start:
        yield _too_early(facts, "date", day.end, "not_before", source.not_before.start)
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
    """What was held is told by a source of that day or later; a report has the day of one.

    Nothing is due before the day it was announced, or before that of its own.
    """
    if event.due and event.due.end < event.date.start:
        yield _too_early(event, "due", event.due.end, "date", event.date.start)
    if event.reported:
        yield from _of_report(event, catalogue)
    if event.status != HELD or event.reported or event.date.approximate:
        return
    last = _last_day(event.sources, catalogue)
    if last and event.date.start > last + _A_DAY:
        yield _too_late(event, "date", event.date.start, last)


def _of_report(event: Event, catalogue: Catalogue) -> Iterator[Problem]:
    """A date that is said to be that of the report is the day of a source."""
    known = [catalogue.sources.get(id) for id in event.sources]
    days = [source.published for source in known if source and source.published]
    first, last = event.date.start - _A_DAY, event.date.end + _A_DAY
    fits = event.date.approximate or any(day.start <= last and first <= day.end for day in days)
    if days and len(days) == len(known) and not fits:
        yield _another_day(event, "date", event.date.start, days[0].end)


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
    return date_order.of(entry, place, message, _HINT)


def _another_day(entry: Located, place: str, day: date, published: date) -> Problem:
    message = say(
        "'{place}' is {day}, but the source was published on {published}",
        place=place,
        day=day,
        published=published,
    )
    return date_order.of(entry, place, message, _HINT)


def _too_late(entry: Located, place: str, day: date, last: date) -> Problem:
    message = say(
        "'{place}' is {day}, but the sources listed were written by {last}",
        place=place,
        day=day,
        last=last,
    )
    return date_order.of(entry, place, message, _HINT)
