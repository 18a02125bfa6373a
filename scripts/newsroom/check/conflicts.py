"""Two of our files that give one thing two values since one of them was changed."""

from collections.abc import Iterator
from fractions import Fraction

from newsroom.check.claims import Claim
from newsroom.check.fact_changes import FactChange
from newsroom.check.facts import DATE, NUMBER
from newsroom.check.repeats import (
    ARTICLE,
    DISAGREEMENT,
    EVENT,
    PAGE,
    Place,
    Repeats,
    is_day_of,
    is_told_in,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.disagreement import Disagreement
from newsroom.record.problems import Message, say

_FEW = 10
"""Below it a number is told of too many things to be held against another file."""


def conflicts_of(found: FactChange, catalogue: Catalogue, repeats: Repeats) -> Iterator[Message]:
    """What other files have in place of the value a fact has now, once a file.

    A number is held against the same number of the same unit; a date of an article against the
    date of an event it tells of, and the other way round. What a disagreement tells of is none.
    """
    was, now = found.edit.was, found.edit.now
    if was is None or now is None:
        return
    seen = {found.path}
    for place in found.repeated:
        if place.path in seen or not _is_of_another(found, place):
            continue
        if place.text and is_told_in(now, place.text):
            continue
        if _is_same_thing(found, was, place, catalogue) and not any(
            _covers(it, found, place) and _has_both(it, was, now, repeats)
            for it in catalogue.disagreements.values()
        ):
            seen.add(place.path)
            yield say(
                "'{now}' here, and '{was}' in {path}:{line}",
                now=now.printed,
                was=was.printed,
                path=place.path,
                line=place.line,
            )


def _is_of_another(found: FactChange, place: Place) -> bool:
    """Whether a place is in another article or entry."""
    return place.kind not in (DISAGREEMENT, PAGE) and (
        place.kind != ARTICLE or place.id != found.slug
    )


def _is_same_thing(found: FactChange, was: Claim, place: Place, catalogue: Catalogue) -> bool:
    if was.kind == NUMBER:
        return bool(was.unit) and all(_is_many(reading) for reading in was.readings)
    fact = place.sought.fact
    period = fact.period if fact else None
    if was.kind != DATE or period is None:
        return False
    if found.slug:
        is_date = place.kind == EVENT and place.text is None
        own = [f"docs/{lang}/news/{found.slug}.md" for lang in found.langs]
        is_told_yet = any(it.path in own for it in found.repeated)
        return is_date and place.id in found.around.events and not is_told_yet
    if place.kind != ARTICLE or place.id not in found.around.articles:
        return False
    others = [id for id in catalogue.articles[place.id].events if id not in found.around.events]
    days = [catalogue.events[id].date for id in others if id in catalogue.events]
    return not any(is_day_of(period, day) for day in days)


def _is_many(reading: str) -> bool:
    return ":" not in reading and Fraction(reading) >= _FEW


def _covers(disagreement: Disagreement, found: FactChange, place: Place) -> bool:
    """Whether a disagreement is about both files."""
    articles = {it.article for it in disagreement.articles}
    own = found.slug in articles if found.slug else bool(_subjects(disagreement) & _named(found))
    if place.kind == EVENT:
        return own and place.id in disagreement.events
    return own and place.id in articles


def _subjects(disagreement: Disagreement) -> frozenset[str]:
    return frozenset((*disagreement.events, *(it.article for it in disagreement.articles)))


def _named(found: FactChange) -> frozenset[str]:
    """What a change of an entry is filed under: the event, or the article of a figure."""
    return frozenset((found.id,)) | (
        found.around.articles if not found.around.events else frozenset()
    )


def _has_both(disagreement: Disagreement, was: Claim, now: Claim, repeats: Repeats) -> bool:
    texts = repeats.texts_of(disagreement.path, DISAGREEMENT)
    return all(any(is_told_in(claim, it) for it in texts) for claim in (was, now))
