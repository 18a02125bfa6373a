"""Outcomes: what came of an event that was announced, told with its source, and of no other."""

from collections.abc import Iterator

from newsroom.check.rule import FILE, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import HELD
from newsroom.record.problems import Problem, say


@rule(FILE, error="outcome-held")
def outcome_held(catalogue: Catalogue) -> Iterator[Problem]:
    """What is told as held has taken place: there is nothing left to come of it."""
    for event in catalogue.events.values():
        keys = ("due", "outcome", "outcome_sources")
        found = [key for key in keys if event.status == HELD and getattr(event, key)]
        for key in found:
            message = say("'{key}' is given for an event that was held", key=key)
            hint = say(
                "delete it; `status` stays `planned` or `proposed`, as the sources of the "
                "event say, whatever came of it"
            )
            yield outcome_held.of(event, key, message, hint)


@rule(FILE, error="outcome-source")
def outcome_source(catalogue: Catalogue) -> Iterator[Problem]:
    """That something was held, dropped or changed is a fact, and no fact is without a source."""
    for event in catalogue.events.values():
        if event.outcome and not event.outcome_sources:
            message = say("the outcome '{outcome}' has no source", outcome=event.outcome)
            hint = say("list the source under `outcome_sources`, or remove `outcome`")
            yield outcome_source.of(event, "outcome", message, hint)
        elif event.outcome_sources and not event.outcome:
            message = say("'outcome_sources' without 'outcome'")
            hint = say("write what came of it, or delete the sources")
            yield outcome_source.of(event, "outcome_sources", message, hint)
