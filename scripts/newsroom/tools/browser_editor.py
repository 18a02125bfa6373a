"""The browser editor: what Sveltia CMS is told of the record, made from the tables of fields.

A field becomes a box to fill in by the form its reader expects, in the order of the table, so that
what the editor writes is what the check reads.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from newsroom.document.words import without_links
from newsroom.record import forms
from newsroom.record.catalogue import Catalogue
from newsroom.record.fields import schema_of
from newsroom.record.forms import Form
from newsroom.record.kind import Kind
from newsroom.record.kinds.article import Original, Translated
from newsroom.record.schema import Field, Schema
from newsroom.record.values import ID_FORM, MAX_ID
from newsroom.text.languages import LANGS, other_lang

ADMIN = "admin/index.html"
"""Its address, and that of its template."""

FOLDER = "scripts/admin"
"""Where its first script lies, from the root, and where npm puts Sveltia."""

Config = dict[str, Any]

_WITHOUT_BOX = forms.Keyed, forms.Either
"""What a command writes, and what may be a value or a mapping: Sveltia has no box for both."""

_ID = rf"^(?!nr-)(?=.{{1,{MAX_ID}}}$)[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = "2024, 2024-06, 2024-06-21, 2024-06-21/2024-06-24"


def admin_settings(catalogue: Catalogue, repository: str) -> Iterator[tuple[str, bytes]]:
    """The settings of the editor in each language: path in the site and content.

    `repository` is the owner and name on GitHub, to which it sends pull requests; with an empty one
    only a folder of the reader's own machine can be opened.
    """
    for lang in LANGS:
        config = _Admin(catalogue, lang).config(repository)
        yield f"admin/config.{lang}.json", json.dumps(config, ensure_ascii=False).encode()


def read_editor(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files a browser asks for: path in the site and content.

    Sveltia's words in Persian are JSON, which it imports as it does scripts; the page leads that
    import to a script that holds them. Raises `OSError` when the package is not there.
    """
    yield "admin/admin.js", (folder / "admin.js").read_bytes()
    package = folder / "node_modules" / "@sveltia" / "cms"
    yield "admin/cms/LICENSE.txt", (package / "LICENSE.txt").read_bytes()
    for file in sorted((package / "npm").rglob("*")):
        if file.is_file() and file.suffix != ".map":
            yield f"admin/cms/{file.relative_to(package).as_posix()}", file.read_bytes()
    words = (package / "locales" / "fa.json").read_bytes()
    yield "admin/cms/locales/fa.js", b"export default " + words


class _Admin:
    """The settings, with labels and hints in one language."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self.lang = lang
        self.words = catalogue.strings[lang].words
        self.names = cache(catalogue.labels)
        self.kinds = [kind for kind in catalogue.kinds if not kind.list_key]

    def config(self, repository: str) -> Config:
        return {
            "app_title": self.words["admin.title"],
            "backend": {
                "name": "github",
                # Sveltia asks for one even where a folder is all there is.
                "repo": repository or "local/folder",
                # Who may not write to the repository sends the pull request from a fork.
                "open_authoring": True,
                "auth_scope": "public_repo",
                "commit_messages": {
                    "create": "content: Add {{slug}}",
                    "update": "content: Edit {{slug}}",
                    "delete": "content: Remove {{slug}}",
                },
            },
            "publish_mode": "editorial_workflow",
            "media_folder": "docs/media",
            "public_folder": "/media",
            "show_preview_links": False,
            "i18n": {"structure": "multiple_root_folders", "locales": list(LANGS)},
            "output": {"omit_empty_optional_fields": True},
            "collections": [*map(self._news, LANGS), *map(self._entries, self.kinds)],
        }

    def _news(self, original: str) -> Config:
        """The articles first written in one language, with their translations beside them.

        Facts have a box in the language of the original alone, as they have a place in its file.
        """
        first, second = schema_of(Original), schema_of(Translated)
        facts = {field.key for field in first}
        both = facts & {field.key for field in second}
        fields = []
        for field in _with_box(_merged(first, second)):
            box = self._field(field)
            if field.key not in facts:  # what makes it a translation
                box["required"] = [other_lang(original)]
                box["fields"] = [_answered(it, "of", original) for it in box["fields"]]
            fields.append(box if field.key in facts - both else _in_both(box))
        language = self.words[f"admin.keys.{original}"]
        return {
            "name": f"news-{original}",
            "label": self.words["admin.news"].format(language=language),
            "folder": "docs/{{locale}}/news",
            "extension": "md",
            "format": "yaml-frontmatter",
            "i18n": {"locales": list(LANGS), "default_locale": original},
            # The index of the news has no source, and an empty value is held against it as "null".
            "filter": {"field": "source", "pattern": "^(?!null$)"},
            "summary": "{{title}}",
            **self._common([*fields, self._body()]),
        }

    def _entries(self, kind: Kind) -> Config:
        name = kind.title_key.format(lang=self.lang)
        return {
            "name": kind.folder.rpartition("/")[2],
            "label": kind.title[self.lang],
            "folder": kind.folder,
            "extension": "yml",
            "format": "yaml",
            "summary": f"{{{{{name}}}}} ({{{{slug}}}})",
            **self._common([*self._fields(kind.schema)]),
        }

    def _common(self, fields: list[Config]) -> Config:
        slug = {"editable": ["create"], "pattern": [_ID, ID_FORM], "hint": self.words["admin.slug"]}
        return {"create": True, "slug": slug, "editor": {"preview": False}, "fields": fields}

    def _body(self) -> Config:
        """The text, as it is written: the notes and ids of our Markdown are none of Sveltia's."""
        label = self.words["admin.keys.body"]
        box = {"name": "body", "label": label, "widget": "markdown", "modes": ["raw"]}
        return {**box, "required": False, "i18n": True}

    def _fields(self, schema: Schema) -> Iterator[Config]:
        """The boxes of a table; `_WITHOUT_BOX` have none, and Sveltia leaves them in place."""
        return map(self._field, _with_box(schema))

    def _field(self, field: Field) -> Config:
        meaning = field.sentences.get(self.lang) if field.persian else None
        return {
            "name": field.key,
            "label": field.label[self.lang]
            if field.label
            else self.words[f"admin.keys.{field.key}"],
            **({"hint": without_links(meaning)} if meaning else {}),
            "required": field.required,
            **self._box(field.read.form),
        }

    def _box(self, form: Form) -> Config:
        match form:
            case forms.Text(is_long=True) | forms.Words():
                return {"widget": "text"}
            case forms.Text():
                return {"widget": "string"}
            case forms.Flag():
                return self._flag()
            case forms.Number():
                return {"widget": "number", "value_type": "int", "min": 0, "max": 9999}
            case forms.Id():
                return self._id(form)
            case forms.Date(is_day=True):
                return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
            case forms.Date():
                return {"widget": "string", "pattern": ["^[0-9]{4}[-/0-9]*$", _DATE]}
            case forms.Choice():
                return {"widget": "select", "options": list(form.options)}
            case forms.Pattern():
                return {"widget": "string", "pattern": [f"^(?:{form.expression})$", form.example]}
            case forms.Coordinates():
                degrees = {"name": "degrees", "widget": "number", "value_type": "float"}
                return {"widget": "list", "field": degrees, "min": 2, "max": 2}
            case forms.Listed():
                return self._list(form.item)
            case forms.Record():
                return {"widget": "object", "fields": [*self._fields(form.schema)]}
            case forms.Keyed() | forms.Either():
                raise ValueError("it has no box")

    def _flag(self) -> Config:
        """Yes or nothing: a switch would write `false` into every file."""
        no, yes = self.words["admin.no"], self.words["admin.yes"]
        options = [{"label": no, "value": None}, {"label": yes, "value": True}]
        return {"widget": "select", "options": options}

    def _id(self, form: forms.Id) -> Config:
        if form.of is None:
            return {"widget": "string", "pattern": [_ID, ID_FORM]}
        entries = self.names(form.of).items()
        options = [{"label": f"{name[self.lang]} ({id})", "value": id} for id, name in entries]
        return {"widget": "select", "options": options, "dropdown_threshold": 0}

    def _list(self, item: Form) -> Config:
        box = self._box(item)
        if isinstance(item, forms.Id):
            return {**box, "multiple": True}
        if "fields" in box:
            return {"widget": "list", "fields": box["fields"]}
        return {"widget": "list", "field": {"name": "item", **box}}


def _with_box(schema: Iterable[Field]) -> Iterator[Field]:
    return (field for field in schema if not isinstance(field.read.form, _WITHOUT_BOX))


def _answered(box: Config, name: str, value: str) -> Config:
    """The box of that name with the one answer there is; any other as it was."""
    return {**box, "options": [value], "default": value} if box["name"] == name else box


def _in_both(box: Config) -> Config:
    """A box for either language, with all that is in it."""
    inner = {"fields": [_in_both(it) for it in box["fields"]]} if "fields" in box else {}
    return {**box, **inner, "i18n": True}


def _merged(first: Schema, second: Schema) -> Iterator[Field]:
    """The fields of two tables in one order that keeps that of both."""
    waiting = list(second)
    for field in first:
        keys = [other.key for other in waiting]
        if field.key in keys:
            place = keys.index(field.key)
            yield from waiting[:place]
            del waiting[: place + 1]
        yield field
    yield from waiting
