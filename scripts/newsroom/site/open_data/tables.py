"""Which tables there are."""

from typing import Any

from newsroom.record.kinds.term import Term
from newsroom.site.open_data.article_tables import (
    article_events,
    article_sources,
    articles,
    corrections,
    mentions,
)
from newsroom.site.open_data.columns import Table, addresses, columns_of, id_column
from newsroom.site.open_data.disagreement_tables import (
    disagreement_subjects,
    disagreements,
    statements,
)
from newsroom.site.open_data.event_tables import event_participants, events
from newsroom.site.open_data.participant_tables import participants, places, roles
from newsroom.site.open_data.source_tables import facts, sources
from newsroom.site.open_data.topic_tables import topic_entries, topics
from newsroom.site.site import Site

_TABLES = (
    *(articles, article_sources, article_events, corrections, mentions),
    *(events, event_participants, facts, participants, places, roles),
    *(disagreements, statements, disagreement_subjects, sources, topics, topic_entries),
)


def tables(site: Site) -> tuple[Table[Any], ...]:
    """The tables of a site, in the order in which they are explained; no row is made yet."""
    return (*(table(site) for table in _TABLES), _glossary(site))


def _glossary(site: Site) -> Table[Term]:
    return Table(
        "glossary",
        {"en": "Glossary", "fa": "واژه‌نامه"},
        {"en": "One row for each term.", "fa": "هر سطر یک اصطلاح است."},
        (
            *id_column("The id of the term.", "شناسهٔ اصطلاح."),
            *columns_of(Term, "term", "definition", "avoid", "note", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        lambda: site.catalogue.glossary,
    )
