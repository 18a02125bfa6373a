"""What the files of the tables hold: a JSON Schema each, and the Data Package of all of them.

JSON Schema 2020-12 for the JSON files; the Table Schemas in `datapackage.json` (Data Package 2.0)
for the CSV files, with the ids that refer to other tables as foreign keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from newsroom.record.articles import DATA
from newsroom.site.addresses import absolute_url, page_address
from newsroom.site.open_data.columns import FOLDER, Column, Table, Type
from newsroom.site.site import Site
from newsroom.text.languages import LANGS, Bilingual

DATAPACKAGE = f"{FOLDER}/datapackage.json"
CORPUS = f"{FOLDER}/corpus.tmx"
TMX = "application/x-tmx+xml"

Json = dict[str, Any]

_JSON: Mapping[Type, Json] = {
    Type.ADDRESS: {"type": "string", "format": "uri"},
    Type.DAY: {"type": "string", "format": "date"},
    Type.NUMBER: {"type": "number"},
    Type.FLAG: {"type": "boolean"},
    Type.LIST: {"type": "array", "items": {"type": "string"}},
}
"""Anything else is a string."""

_CSV: Mapping[Type, Json] = {
    Type.ADDRESS: {"type": "string", "format": "uri"},
    Type.DAY: {"type": "date"},
    Type.NUMBER: {"type": "number"},
    Type.FLAG: {"type": "boolean"},
    Type.LIST: {"type": "array"},
}

_CORPUS: Mapping[str, str] = {
    "name": "corpus",
    "path": CORPUS.removeprefix(f"{FOLDER}/"),
    "format": "tmx",
    "mediatype": TMX,
    "encoding": "utf-8",
}


def json_schema(table: Table[Any], site_url: str) -> Json:
    """The schema of the JSON file of a table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": absolute_url(site_url, table.schema),
        "title": _said(table.title, " · "),
        "description": _said(table.sentences),
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": [column.name for column in table.columns],
            "properties": {column.name: _property(column) for column in table.columns},
        },
    }


def _property(column: Column[Any]) -> Json:
    made = dict(_JSON.get(column.type, {"type": "string"}))
    is_open = not column.is_required and column.type is not Type.LIST
    if column.options:
        made["enum"] = [*column.options, *((None,) if is_open else ())]
    if is_open:
        made["type"] = [made["type"], "null"]
    return {"description": _said(column.sentences), **made}


def datapackage(site: Site, tables: Sequence[Table[Any]]) -> Json:
    """What `datapackage.json` says of all files."""
    names = {lang: locale.t("site.name") for lang, locale in site.locales.items()}
    about = {lang: locale.t("data.summary") for lang, locale in site.locales.items()}
    newest = site.catalogue.newest_day
    host = urlsplit(site.settings.site_url)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"{host.netloc}{host.path}".strip("/").lower() or "record",
        "title": _said(names, " · "),
        "description": _said(about),
        "homepage": page_address(site.settings.site_url, "en", DATA),
        **({"version": newest.isoformat()} if newest else {}),
        "licenses": [asdict(site.settings.licence)],
        "resources": [*map(_resource, tables), _CORPUS],
    }


def _resource(table: Table[Any]) -> Json:
    keys = {"primaryKey": ["id"]} if table.has_ids else {}
    foreign = [
        {
            "fields": [column.name],
            "reference": {
                # A table that refers to itself is named by nothing.
                "resource": "" if column.of == table.name else column.of,
                "fields": ["id"],
            },
        }
        for column in table.columns
        if column.of
    ]
    return {
        "name": table.name,
        "type": "table",
        "path": table.csv.removeprefix(f"{FOLDER}/"),
        "title": _said(table.title, " · "),
        "description": _said(table.sentences),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            **keys,
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: Column[Any]) -> Json:
    constraints: Json = {"required": True} if column.is_required else {}
    if column.options:
        constraints["enum"] = list(column.options)
    return {
        "name": column.name,
        **_CSV.get(column.type, {"type": "string"}),
        "description": _said(column.sentences),
        **({"constraints": constraints} if constraints else {}),
    }


def _said(sentences: Bilingual, between: str = "\n\n") -> str:
    return between.join(sentences[lang] for lang in LANGS)
