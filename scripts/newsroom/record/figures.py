"""The key figures of the home page, each with the sources that give it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from newsroom.record.documents import Entries, Reading
from newsroom.record.schema import (
    Field,
    Schema,
    by_lang,
    many,
    read_record,
    record,
    reference,
    text,
)
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Figure:
    value: Bilingual
    """As it is printed: "18,260", "18 or 20"."""
    label: Bilingual
    """What it counts, and who says so where that is needed."""
    article: str
    sources: tuple[str, ...]
    path: str
    lines: Mapping[str, int]


FIGURE: Schema = (
    Field("value", by_lang(text), "the figure as it is printed", required=True),
    Field("label", by_lang(text), "what it counts", required=True),
    Field("article", reference("article"), "the article that tells of it", required=True),
    Field("sources", many(reference("source")), "the sources that give it", required=True),
)


def _listing(build: Callable[..., Any]) -> Schema:
    return (Field("figures", many(record(FIGURE, build)), "the figures", required=True),)


SCHEMA = _listing(dict)
"""For who asks for the form alone; a figure knows its file besides."""


def read_figures(entries: Entries, reading: Reading) -> tuple[Figure, ...]:
    """The figures of `data/figures.yml`, in their order there."""
    schema = _listing(partial(Figure, path=reading.path, lines=reading.lines))
    figures: tuple[Figure, ...] = read_record(entries, schema, reading).get("figures", ())
    return figures
