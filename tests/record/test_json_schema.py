"""The formats of files as editors' tools are told them: no narrower than the reader, and as wide."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from newsroom.record import forms
from newsroom.record.articles import is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.formats import formats_of
from newsroom.record.forms import Form
from newsroom.record.kinds import KINDS
from newsroom.record.schema import Schema, read_record
from newsroom.record.writing import write_yaml
from newsroom.tools.json_schema import json_schema, json_schemas

from ..conftest import ROOT, SAMPLE

FORMATS = formats_of(KINDS)
BY_ID = {format.id: format for format in FORMATS}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as VS Code reads it: numbers, true and false are such, dates are texts."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, expression, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(expression), list(first)
    )


def load(text: str) -> Any:
    return yaml.load(text, CoreLoader)


def front_matter(text: str) -> str:
    return text.split("---\n")[1]


@cache
def schemas() -> dict[str, Draft7Validator]:
    catalogue, _ = Catalogue.load(SAMPLE, drafts=True)
    made = dict(json_schemas(catalogue))
    for schema in made.values():
        Draft7Validator.check_schema(schema)
    return {id: Draft7Validator(schema) for id, schema in made.items()}


def plain(id: str) -> Draft7Validator:
    """The schema of a kind in a record that has no entries yet."""
    return Draft7Validator(json_schema(BY_ID[id], lambda kind: {}))


def kind_of(path: Path) -> str:
    place = path.relative_to(SAMPLE).as_posix()
    if path.suffix == ".md":
        if not is_article(place.split("/", 2)[2]):
            return "page"
        matter = front_matter(path.read_text(encoding="utf-8"))
        return "translation" if "\ntranslation:" in matter else "original"
    return next(kind.id for kind in FORMATS if Path(place).match(kind.files))


UNEDITED = ("addresses", "strings")
"""Folders of files without a table: a command writes the ones, templates name the others."""
FILES = sorted(
    [*(SAMPLE / "docs").rglob("*.md"), *(SAMPLE / "data").glob("*.yml")]
    + [file for file in (SAMPLE / "data").glob("*/*.yml") if file.parent.name not in UNEDITED]
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SAMPLE).as_posix())
def test_every_file_of_the_record_is_as_its_schema_says(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    values = load(front_matter(text) if file.suffix == ".md" else text)

    errors = [error.message for error in schemas()[kind_of(file)].iter_errors(values)]

    assert errors == []


PERSON = "name: {fa: سارا رستگار, en: Sara Rastegar}\n"
EVENT = "date: 2024\ntitle: {fa: نشست, en: Talks}\nstatus: held\nsources: [a]\n"
SOURCE = f"language: fa\nsha256: {'a' * 64}\n"
FAULTS = [
    ("person", "name: {fa: سارا}\n"),
    ("person", "name: سارا\n"),
    ("person", PERSON + "nmae: {fa: الف, en: A}\n"),
    ("person", PERSON + "note: {fa: <b>متن</b>, en: Text}\n"),
    ("person", PERSON + "country: Iran\n"),
    ("person", PERSON + "country: nr-iran\n"),
    ("person", PERSON + f"country: {'a' * 61}\n"),
    ("person", PERSON + "see_also: kavan\n"),
    ("person", PERSON + "wikidata: 8079\n"),
    ("person", PERSON + "aliases: {de: [Sara]}\n"),
    ("person", PERSON + "roles: [{office: {fa: شهردار, en: Mayor}, as_of: 2024}]\n"),
    ("place", "name: {fa: قاوان, en: Kavan}\nkind: town\n"),
    ("place", "name: {fa: قاوان, en: Kavan}\nkind: city\ncoordinates: [55.8]\n"),
    ("place", "name: {fa: قاوان, en: Kavan}\nkind: city\ncoordinates: [155.8, 49]\n"),
    ("place", "kind: country\niso: ru\n"),
    ("event", EVENT.replace("2024", "1403-04-01")),
    ("event", EVENT.replace("2024", "2024-13")),
    ("event", EVENT.replace("2024", "21 June 2024")),
    ("event", EVENT.replace("held", "برگزارشده")),
    ("event", EVENT.replace("[a]", "[]")),
    ("event", EVENT.replace("2024", "2024\napproximate: yes")),
    ("source", SOURCE.replace("a" * 64, "abc")),
    ("source", SOURCE.replace("fa", "ru", 1)),
    ("source", SOURCE.replace("fa\n", "fa\ntime: 25:10\n")),
    ("source", SOURCE.replace("fa\n", "fa\naddress: example.org\n")),
    ("original", "title: گفت‌وگو\nsummary: متن\n"),
    ("original", "title: A\nsummary: B\nsource: a\nadded: 2024-06\n"),
    ("translation", "title: A\nsummary: B\ntranslation: fa\n"),
    ("translation", "title: A\nsummary: B\ntranslation: {of: de}\n"),
    ("translation", "title: A\nsummary: B\ntranslation: {of: fa, sections: {A b: 4be1a0}}\n"),
    ("translation", "title: A\nsummary: B\ntranslation: {of: fa, sections: {a: x}}\n"),
    ("page", "title: A\nsummary: B\ndate: 2024\n"),
    ("term", "terms: [{id: a, term: {fa: الف, en: A}}]\n"),
    ("figure", "figures: [{id: a, value: {fa: ۱, en: 1}, label: {fa: ب, en: B}, article: a}]\n"),
    ("intake", "lines: [{line: x, takes: time}]\n"),
    ("orthography", "keep: [میزبان]\n"),
]


@pytest.mark.parametrize(("kind", "text"), FAULTS)
def test_what_the_reader_refuses_the_schema_refuses(kind: str, text: str) -> None:
    context = ParseContext("x.yml")
    entries = read_yaml(text, context)
    assert entries is not None
    read_record(entries, BY_ID[kind].schema, context)

    refused = not plain(kind).is_valid(load(text))

    rules = {problem.rule for problem in context.problems}
    assert (bool(rules - {"key-order"}), refused) == (True, True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("event", EVENT),
        ("event", EVENT.replace("2024", "2024-06-21/2024-06-24")),
        ("event", EVENT.replace("2024", "2024\nreported: true")),
        ("person", PERSON.replace("Sara Rastegar", "1403")),
        ("source", SOURCE.replace("fa\n", "fa\ntime: 14:35\n")),
        ("place", "kind: country\niso: RU\n"),
        ("translation", "title: A\nsummary: B\ntranslation: {of: fa}\n"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(kind: str, text: str) -> None:
    context = ParseContext("x.yml")
    entries = read_yaml(text, context)
    assert entries is not None
    read_record(entries, BY_ID[kind].schema, context)

    assert (context.problems, plain(kind).is_valid(load(text))) == ([], True)


WRITTEN = {
    forms.Text: ["سخن", "Words", "1403", "a <b>", "…"],
    forms.Words: ["که تا", "<", "1 2"],
    forms.Flag: [True, False, "yes"],
    forms.Number: ["0", "7", "12345", "-1", "x"],
    forms.Id: ["kavan", "nr-x", "A", "a-1", "2024", "a--b"],
    forms.Date: ["2024", "2024-06", "2024-06-21", "2024-02-30", "2024/2025", "1403-01-01", "x"],
    forms.Pattern: ["Q8079", "RU", "14:35", "https://example.org/a", "a" * 64, "4be1a0", "x"],
    forms.Coordinates: [["55.8", "49.11"], ["91", "0"], "x"],
}


def values_of(form: Form) -> st.SearchStrategy[Any]:
    """Values that fit a form, and some that do not."""
    match form:
        case forms.Choice():
            return st.sampled_from([*form.options, "x"])
        case forms.Listed():
            return st.lists(values_of(form.item), max_size=2) | st.just("x")
        case forms.Either():
            return values_of(form.value) | values_of(form.table)
        case forms.Keyed():
            keys = st.sampled_from(["_head", "city-diplomacy", "City"])
            return st.dictionaries(keys, values_of(form.value), max_size=2)
        case forms.Record():
            return records_of(form.schema) | st.just("x")
        case _:
            return st.sampled_from(WRITTEN[type(form)])


def records_of(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    required = {field.key: values_of(field.read.form) for field in schema if field.required}
    optional = {field.key: values_of(field.read.form) for field in schema if not field.required}
    order = [field.key for field in schema]
    return st.fixed_dictionaries(required, optional=optional).map(
        lambda values: {key: values[key] for key in order if key in values}
    )


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(FORMATS).flatmap(lambda it: records_of(it.schema).map(lambda v: (it.id, v))))
def test_no_schema_is_narrower_than_the_reader(made: tuple[str, dict[str, Any]]) -> None:
    kind, values = made
    text = write_yaml(values)
    context = ParseContext("x.yml")
    entries = read_yaml(text or "{}", context)
    assert entries is not None
    read_record(entries, BY_ID[kind].schema, context)

    errors = [error.message for error in plain(kind).iter_errors(load(text) or {})]

    assert context.problems or not errors, (text, errors)


def test_ids_are_offered_with_their_names_and_younger_ones_let_pass() -> None:
    place = schemas()["event"].schema["properties"]["place"]
    offered, anything = place["anyOf"]

    names = dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))

    assert names["kavan"] == "قاوان · Kavan"
    assert "ilvar-melchin" not in names
    assert schemas()["event"].is_valid({**load(EVENT), "place": "a-new-city"})
    assert "enum" not in anything


def test_keys_are_explained_in_the_words_of_the_guide_where_they_are_meant() -> None:
    original = schemas()["original"].schema["properties"]

    assert original["title"]["description"] == "تیتر خبر.\n\nThe headline."
    # «date» of a correction is not that of the article, which the guide explains above it.
    assert (
        original["corrections"]["items"]["properties"]["date"]["description"]
        == "روز اصلاح.\n\nThe day of the correction."
    )


def test_schemas_are_written_where_vs_code_looks_and_never_committed() -> None:
    told = json.loads(
        re.sub(
            r"^\s*//.*$", "", (ROOT / ".vscode" / "settings.json").read_text(), flags=re.MULTILINE
        )
    )["yaml.schemas"]
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert told == {
        f".vscode/schemas/{kind.id}.json": kind.files for kind in FORMATS if not kind.is_page
    }
    assert "/.vscode/schemas/" in ignored
