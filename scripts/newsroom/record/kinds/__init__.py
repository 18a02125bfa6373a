"""The kinds of entries a record is made of, one module each."""

from newsroom.record.kind import Kind
from newsroom.record.kinds import (
    disagreement,
    event,
    figure,
    organisation,
    person,
    place,
    source,
    term,
    topic,
    withdrawal,
)

KINDS: tuple[Kind, ...] = (
    person.KIND,
    organisation.KIND,
    place.KIND,
    event.KIND,
    disagreement.KIND,
    source.KIND,
    term.KIND,
    figure.KIND,
    topic.KIND,
    withdrawal.KIND,
)

BY_ID = {kind.id: kind for kind in KINDS}
BY_ENTRY = {kind.entry: kind for kind in KINDS}
