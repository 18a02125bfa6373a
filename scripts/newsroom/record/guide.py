"""The formats of files as the guide explains them, so that editors' tools need not say it anew.

A section `## Person {#format-person}` of `guide/formats.md` has tables whose first cell is a key
in code and whose last is what it means. A record without the guide has the schemas' sentences.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from newsroom.document.blocks import HEADING, ROW
from newsroom.document.words import without_links
from newsroom.record.articles import Page
from newsroom.record.schema import Field

FORMATS = "guide/formats.md"

_FORMAT = "format-"
_KEY = re.compile(r"`([a-z0-9_]+)`")


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
    titles: dict[str, str] = {}
    meanings: dict[str, dict[str, str]] = {}
    id = ""
    for block in guide.document.walk() if guide else ():
        if block.kind == HEADING and block.level == 2:
            id = block.id or ""
            titles[id] = block.text
        elif block.kind == ROW:
            cells = [cell.strip() for cell in without_links(block.text).split("|")]
            if len(cells) > 2 and (key := _KEY.fullmatch(cells[1])):
                meanings.setdefault(id, {}).setdefault(key[1], cells[-2])
    return {
        id.removeprefix(_FORMAT): Format(title, meanings.get(id, {}))
        for id, title in titles.items()
        if id.startswith(_FORMAT)
    }
