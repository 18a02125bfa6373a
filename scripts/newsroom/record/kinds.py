"""The kinds of files a record is made of: where they lie, and the table each is held to."""

from dataclasses import dataclass

from newsroom.record import (
    articles,
    cues,
    disagreements,
    events,
    figures,
    glossary,
    messages,
    orthography,
    participants,
    sources,
)
from newsroom.record.schema import Schema


@dataclass(frozen=True, slots=True)
class Kind:
    id: str
    """As the guide has it: its format is the section `format-<id>`."""
    files: str
    """A pattern of paths from the root."""
    schema: Schema

    @property
    def is_page(self) -> bool:
        """Whether the table is of front matter."""
        return self.files.endswith(".md")

    @property
    def is_list(self) -> bool:
        """Whether one file holds all there are."""
        return "*" not in self.files


KINDS = (
    Kind("original", "docs/*/news/*.md", articles.ORIGINAL_SCHEMA),
    Kind("translation", "docs/*/news/*.md", articles.TRANSLATION_SCHEMA),
    Kind("page", "docs/*/**/*.md", articles.PAGE_SCHEMA),
    *(
        Kind(kind, f"data/{folder}/*.yml", participants.SCHEMAS[kind])
        for folder, kind in participants.FOLDERS.items()
    ),
    Kind("event", "data/events/*.yml", events.SCHEMA),
    Kind("disagreement", "data/disagreements/*.yml", disagreements.SCHEMA),
    Kind("source", "data/sources/*.yml", sources.SCHEMA),
    Kind("term", "data/glossary.yml", glossary.SCHEMA),
    Kind("figure", "data/figures.yml", figures.SCHEMA),
    Kind("orthography", "data/orthography.yml", orthography.SCHEMA),
    Kind("intake", "data/intake.yml", cues.SCHEMA),
    Kind("messages", "data/messages.yml", messages.SCHEMA),
)
"""All but the words of the interface, which are the templates' to name and have no table."""
