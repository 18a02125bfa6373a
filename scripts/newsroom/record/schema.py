"""The shape of each kind of file: tables of fields, and the reader that holds a file to them.

A schema is a tuple of `Field`s in the order they stand in a file. Reading reports every defect and
goes on, so that one run shows them all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.record.documents import Entries, Items, Node, ParseContext, Scalar
from newsroom.record.forms import Either, Keyed, Listed, Pattern, Reader, Record, reads
from newsroom.record.problems import did_you_mean, say
from newsroom.text.languages import LANGS, Bilingual


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping in a file: how its value is read, and what it is for."""

    key: str
    read: Reader
    doc: str
    """One sentence for editors, in English."""
    required: bool = False
    persian: str = ""
    """The same in Persian."""
    attribute: str = ""
    """What its value is called once it is read; the key, if nothing else is said."""
    label: Bilingual | None = None
    """What a form calls it."""

    @property
    def name(self) -> str:
        """What its value is called once it is read."""
        return self.attribute or self.key

    @property
    def sentences(self) -> Mapping[str, str]:
        """What it holds, by language; a language nobody has written it in is left out."""
        return {"fa": self.persian, "en": self.doc} if self.persian else {"en": self.doc}


Schema = tuple[Field, ...]


def read_record(
    entries: Entries, schema: Schema, context: ParseContext, at: str = ""
) -> dict[str, Any]:
    """The values of the fields by name; what is absent or faulty is left out.

    Unknown keys, keys out of order and missing required ones are reported.
    """
    known = [field.key for field in schema]
    for key, line in entries.lines.items():
        if key not in known:
            hint = did_you_mean(key, known) or say("known keys: {keys}", keys=", ".join(known))
            context.report(line, "key-unknown", say("unknown key '{key}'", key=f"{at}{key}"), hint)
    _check_order(entries, known, context, at)
    values: dict[str, Any] = {}
    for field in schema:
        node = entries.entries.get(field.key)
        place = f"{at}{field.key}"
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            if field.required:
                line = node.line if node else entries.line
                context.report(
                    line, "key-missing", say("the key '{key}' is missing or empty", key=place)
                )
            continue
        context.lines[place] = entries.lines[field.key]
        value = field.read(node, context, place)
        if value == () and field.required:
            context.report(
                node.line, "key-missing", say("the key '{key}' is missing or empty", key=place)
            )
        elif value is not None:
            values[field.name] = value
    return values


def is_complete(values: Mapping[str, Any], schema: Schema) -> bool:
    """Whether every required field has a value, so that the record can be built."""
    return all(field.name in values for field in schema if field.required)


def keyed(form: str, example: str, read_value: Reader) -> Reader:
    """A mapping whose keys are of a form and not known beforehand, in the order of the file."""
    expected = Pattern(form, example)

    @reads(Keyed(expected, read_value.form))
    def read(node: Node, context: ParseContext, at: str) -> dict[str, Any] | None:
        if not isinstance(node, Entries):
            message = say("'{at}' is not a mapping; expected keys", at=at)
            context.report(node.line, "value-kind", message)
            return None
        values = {}
        for key, item in node.entries.items():
            context.lines[f"{at}.{key}"] = node.lines[key]
            if not expected.fits(key):
                message = say(
                    "the key '{key}'; expected one such as {example}", key=key, example=example
                )
                context.report(node.lines[key], "value-form", message)
            elif (value := read_value(item, context, f"{at}.{key}")) is not None:
                values[key] = value
        return values

    return read


def many(read_item: Reader) -> Reader:
    """A list, given as a tuple."""

    @reads(Listed(read_item.form))
    def read(node: Node, context: ParseContext, at: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Items):
            context.report(
                node.line, "value-kind", say("'{at}' is not a list; expected `- …` lines", at=at)
            )
            return None
        values: list[Any] = []
        for index, item in enumerate(node.items):
            context.lines[f"{at}.{index}"] = item.line
            value = read_item(item, context, f"{at}.{index}")
            if value is not None and value in values:
                _report_repeated(f"{at}.{index}", value, item, context)
            elif value is not None:
                values.append(value)
        return tuple(values)

    return read


def _report_repeated(at: str, value: Any, item: Node, context: ParseContext) -> None:
    message = say("'{at}' is the same as one above it", at=at)
    if isinstance(value, str):
        message = say("'{value}' stands twice in '{at}'", value=value, at=at.rpartition(".")[0])
    context.report(item.line, "value-repeated", message, say("delete one"))


def record(schema: Schema, build: Callable[..., Any]) -> Reader:
    """A mapping with a schema of its own, given to `build` by keyword."""

    @reads(Record(schema))
    def read(node: Node, context: ParseContext, at: str) -> Any:
        if not isinstance(node, Entries):
            context.report(
                node.line, "value-kind", say("'{at}' is not a mapping; expected keys", at=at)
            )
            return None
        values = read_record(node, schema, context, f"{at}.")
        return build(**values) if is_complete(values, schema) else None

    return read


def either(read_value: Reader, read_table: Reader) -> Reader:
    """A single value, or a mapping in its place."""

    @reads(Either(read_value.form, read_table.form))
    def read(node: Node, context: ParseContext, at: str) -> Any:
        return (read_table if isinstance(node, Entries) else read_value)(node, context, at)

    return read


def by_lang(read_value: Reader, *, required: bool = True) -> Reader:
    """A mapping with the keys fa and en; both must be there unless `required` is false."""
    schema = tuple(Field(lang, read_value, f"in {lang}", required) for lang in LANGS)
    return record(schema, dict)


def _check_order(entries: Entries, known: Sequence[str], context: ParseContext, at: str) -> None:
    """Keys stand in one fixed order, so that a diff shows a change and nothing else."""
    present = [key for key in entries.lines if key in known]
    for key, expected in zip(present, sorted(present, key=known.index), strict=True):
        if key != expected:
            message = say(
                "the key '{key}' is out of order; expected '{expected}' here",
                key=f"{at}{key}",
                expected=f"{at}{expected}",
            )
            hint = say("the order is: {keys}", keys=", ".join(known))
            context.report(entries.lines[key], "key-order", message, hint)
            return
