"""The tables of fields as JSON Schema, which the tools of editors complete and underline by.

Draft 7: the newest that VS Code's YAML support knows whole. A schema accepts whatever the reader
does, but for an optional key without a value, which is better left out; it cannot ask for the
order of keys, nor for what needs a second look (that a day exists, that an id leads somewhere).
Where YAML tools may take a text for a number, 1403 or 2024, both will do: the reader takes it as
written.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsroom.document.words import without_links
from newsroom.record import forms
from newsroom.record.catalogue import Catalogue
from newsroom.record.formats import formats_of
from newsroom.record.forms import Form
from newsroom.record.kind import Format
from newsroom.record.schema import Field, Schema
from newsroom.record.values import ID_FORM, MAX_ID
from newsroom.text.languages import DEFAULT_LANG, Bilingual

SCHEMAS = ".vscode/schemas"
"""Where VS Code is told to look; never committed, since they name what the record has today."""

JsonSchema = dict[str, Any]
Names = Callable[[str], Mapping[str, Bilingual]]
"""What the entries are called that a reference may lead to, by id: `Catalogue.names`."""

_ID = r"^(?!nr-)[a-z0-9]+(-[a-z0-9]+)*$"
_DAY = r"(18|19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_DATE = r"(18|19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


def json_schemas(catalogue: Catalogue) -> Iterator[tuple[str, JsonSchema]]:
    """The schema of every kind of file with its name, explained in Persian and in English."""
    for format in formats_of(catalogue.kinds):
        yield format.id, json_schema(format, catalogue.labels)


def json_schema(format: Format, names: Names) -> JsonSchema:
    """The schema of one kind of file.

    Where an id leads to an entry, those that are known are offered, and others left to the check:
    an entry may be younger than this list.
    """
    title = format.title[DEFAULT_LANG]
    begin = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return begin | _mapping(format.schema, names)


def _mapping(schema: Schema, names: Names) -> JsonSchema:
    required = [field.key for field in schema if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {
            field.key: {
                "description": without_links("\n\n".join(field.sentences.values())),
                **_value(field.read.form, names),
                **({"minItems": 1} if _needs_items(field) else {}),
            }
            for field in schema
        },
    }


def _needs_items(field: Field) -> bool:
    return field.required and isinstance(field.read.form, forms.Listed)


def _value(form: Form, names: Names) -> JsonSchema:
    match form:
        case forms.Text():
            return {"type": ["string", "number"], "pattern": "^[^<>]*$", "maxLength": form.most}
        case forms.Words():
            return {"type": ["string", "number"], "pattern": "^[^<>]*$"}
        case forms.Flag():
            return {"type": "boolean"}
        case forms.Number():
            return {"type": "integer", "minimum": 0, "maximum": 9999}
        case forms.Id():
            return _reference(names(form.of) if form.of else {})
        case forms.Date(is_day=True):
            return {"type": "string", "pattern": f"^{_DAY}$", **_such_as("2024-06-21")}
        case forms.Date():
            said = _such_as("2024, 2024-06, 2024-06-21 or a range a/b")
            return {"type": ["string", "integer"], "pattern": f"^{_DATE}(/{_DATE})?$", **said}
        case forms.Choice():
            return {"enum": list(form.options)}
        case forms.Pattern():
            said = _such_as(form.example)
            return {"type": "string", "pattern": f"^(?:{form.expression})$", **said}
        case forms.Coordinates():
            degrees = [{"type": "number", "minimum": -it, "maximum": it} for it in (90, 180)]
            return {"type": "array", "items": degrees, "minItems": 2, "additionalItems": False}
        case forms.Either():
            return {"anyOf": [_value(form.value, names), _value(form.table, names)]}
        case forms.Listed():
            return {"type": "array", "items": _value(form.item, names)}
        case forms.Keyed():
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^(?:{form.key.expression})$"},
                "additionalProperties": _value(form.value, names),
            }
        case forms.Record():
            return _mapping(form.schema, names)


def _reference(entries: Mapping[str, Mapping[str, str]]) -> JsonSchema:
    any_id = {"type": ["string", "integer"], "pattern": _ID, "maxLength": MAX_ID}
    any_id |= {"patternErrorMessage": f"expected {ID_FORM}"}
    if not entries:
        return any_id
    names = [" · ".join(dict.fromkeys(entry.values())) for entry in entries.values()]
    return {"anyOf": [{"enum": list(entries), "enumDescriptions": names}, any_id]}


def _such_as(example: str) -> JsonSchema:
    """What VS Code says in place of the pattern."""
    return {"patternErrorMessage": f"expected a value such as {example}"}
