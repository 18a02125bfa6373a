"""The formats of files as the guide explains them, so that editors' tools need not say it anew.

A section `## Person {#format-person}` of `guide/formats.md` has tables whose first cell is a key
in code and whose last is what it means. A record without the guide has the schemas' sentences.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from newsroom.record.articles import Page
from newsroom.record.schema import Field

FORMATS = "guide/formats.md"

_SECTION = re.compile(r"^## (.+?) \{#format-([a-z]+)\}\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_ROW = re.compile(r"^\| `([a-z0-9_]+)` \|.*\| ([^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file, explained in one language."""

    title: str
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What each key holds; where a key stands twice, what the first table says."""

    def sentences(self, field: Field) -> tuple[str, ...]:
        """What a key holds: as the guide says it, if it does, and as the schema does."""
        said = self.meanings.get(field.key)
        return (said, field.doc) if said else (field.doc,)

    def within(self, keys: Collection[str]) -> "Format":
        """The same for what is nested below these keys: one of the same name is not meant there."""
        return replace(self, meanings={k: v for k, v in self.meanings.items() if k not in keys})


def formats_of(pages: Mapping[tuple[str, str], Page], lang: str) -> dict[str, Format]:
    """The formats the guide explains in a language, by the id of their kind."""
    guide = pages.get((lang, FORMATS))
    # A link would lead from the guide, not from where its words are shown.
    sections = _SECTION.findall(_LINK.sub(r"\1", guide.body)) if guide else ()
    return {id: Format(title, dict(reversed(_ROW.findall(text)))) for title, id, text in sections}
