"""The tables of the guide's page of formats, made of the fields.

A section `## Person {#format-person}` has the table of that kind, and of what is nested in it, by
their keys: a row is the key in code, whether it is required, and what it holds.
"""

from collections.abc import Iterable, Iterator

from newsroom.record import forms
from newsroom.record.forms import Form
from newsroom.record.kind import Format
from newsroom.record.schema import Field, Schema

FORMATS = "guide/formats.md"

_NEED = {"fa": ("نه", "بله"), "en": ("no", "yes")}


def with_tables(text: str, lang: str, formats: Iterable[Format]) -> str:
    """The page with the rows of its tables as the fields have them.

    A cell that says when an optional key is needed (`except countries`) stays as it is. A table
    without rows becomes that of the kind; one whose fields are not explained in `lang` stays.
    """
    schemas = {f"{{#format-{it.id}}}": [*_schemas(it.schema)] for it in formats}
    known: list[Schema] = []
    lines: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("| `"):
            rows.append(line)
            continue
        if rows or (lines and lines[-1].startswith("| ---")):
            lines += _made(rows, known, lang)
        rows = []
        if line.startswith("## "):
            known = schemas.get(line.rpartition(" ")[2], [])
        lines.append(line)
    return "\n".join(lines[:-1])


def _schemas(schema: Schema) -> Iterator[Schema]:
    """The table and those within it."""
    yield schema
    for field in schema:
        yield from _within(field.read.form)


def _within(form: Form) -> Iterator[Schema]:
    match form:
        case forms.Record():
            yield from _schemas(form.schema)
        case forms.Listed():
            yield from _within(form.item)
        case forms.Either():
            yield from _within(form.table)


def _made(rows: list[str], known: list[Schema], lang: str) -> list[str]:
    """The rows of a table anew, by the schema that has the most of its keys."""
    cells = {row.split("`")[1]: row.split(" | ")[1] for row in rows}
    schema = max(known, key=lambda it: len(cells.keys() & {field.key for field in it}), default=())
    if not schema or not all(field.persian for field in schema):
        return rows
    return [_row(field, cells.get(field.key, ""), lang) for field in schema]


def _row(field: Field, cell: str, lang: str) -> str:
    no, yes = _NEED[lang]
    need = yes if field.required else cell.replace(yes, no) or no
    return f"| `{field.key}` | {need} | {field.sentences[lang]} |"
