"""The tables of the topics, and of what belongs to them."""

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.record.kinds.topic import Topic
from newsroom.site.open_data.columns import (
    Columns,
    Table,
    addresses,
    columns_of,
    id_column,
    reference,
)
from newsroom.site.site import Site


class Belonging(NamedTuple):
    """An article or an event of a topic; one of the two."""

    topic: str
    article: str | None = None
    event: str | None = None


def topics(site: Site) -> Table[Topic]:
    """The table of the topics."""
    return Table(
        "topics",
        {"en": "Topics", "fa": "موضوع‌ها"},
        {"en": "One row for each topic.", "fa": "هر سطر یک موضوع است."},
        (
            *id_column("The id of the topic.", "شناسهٔ موضوع."),
            *columns_of(Topic, "name", "about", "moved_from"),
            *addresses(site, lambda it: it),
        ),
        site.catalogue.topics.values,
    )


def topic_entries(site: Site) -> Table[Belonging]:
    """The table of the articles and events that belong to topics."""

    def rows() -> Iterator[Belonging]:
        for article in site.catalogue.articles.values():
            yield from (Belonging(topic, article=article.slug) for topic in article.topics)
        for event in site.catalogue.events.values():
            yield from (Belonging(topic, event=event.id) for topic in event.topics)

    return Table(
        "topic_entries",
        {"en": "What belongs to the topics", "fa": "خبرها و رویدادهای هر موضوع"},
        {
            "en": "One row for each report or event of a topic.",
            "fa": "هر سطر خبر یا رویدادی است که به موضوعی مربوط است.",
        },
        _BELONGING,
        rows,
    )


_BELONGING: Columns[Belonging] = (
    *reference("topic", "topics", "The topic.", "موضوع.", lambda it: it.topic),
    *reference(
        "article",
        "articles",
        "A report that belongs to it.",
        "خبری که به آن مربوط است.",
        lambda it: it.article,
        required=False,
    ),
    *reference(
        "event",
        "events",
        "An event that belongs to it.",
        "رویدادی که به آن مربوط است.",
        lambda it: it.event,
        required=False,
    ),
)
