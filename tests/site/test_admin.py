"""What the browser editor is told of the record."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.record import forms
from newsroom.record.catalogue import Catalogue
from newsroom.record.fields import schema_of
from newsroom.record.kinds import BY_ID, KINDS
from newsroom.record.kinds.article import FrontMatter, Original, Translated
from newsroom.text.languages import LANGS
from newsroom.tools.browser_editor import admin_settings

from ..conftest import SAMPLE

CATALOGUE, _ = Catalogue.load(SAMPLE, drafts=True)
SETTINGS = {
    path: json.loads(content) for path, content in admin_settings(CATALOGUE, "someone/record")
}
FA, EN = SETTINGS["admin/config.fa.json"], SETTINGS["admin/config.en.json"]


def collection(settings: Any, name: str) -> Any:
    return next(it for it in settings["collections"] if it["name"] == name)


def box(settings: Any, name: str, key: str) -> Any:
    return next(it for it in collection(settings, name)["fields"] if it["name"] == key)


def boxes(fields: list[Any]) -> Iterator[Any]:
    for it in fields:
        yield it
        yield from boxes(it.get("fields", []))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("people", "person"),
        ("organisations", "organisation"),
        ("places", "place"),
        ("events", "event"),
        ("disagreements", "disagreement"),
        ("sources", "source"),
    ],
)
def test_fields_stand_in_the_order_of_the_table(name: str, kind: str) -> None:
    fields, schema = collection(FA, name)["fields"], BY_ID[kind].schema

    assert [it["name"] for it in fields] == [field.key for field in schema]
    assert [it["required"] for it in fields] == [field.required for field in schema]


@pytest.mark.parametrize("front", [Original, Translated])
@pytest.mark.parametrize("lang", LANGS)
def test_fields_of_an_article_keep_the_order_of_both_its_files(
    lang: str, front: type[FrontMatter]
) -> None:
    keys = [it["name"] for it in collection(FA, f"news-{lang}")["fields"]]

    # What may be a word or a mapping has no box, and stays as it is written.
    own = [it.key for it in schema_of(front) if not isinstance(it.read.form, forms.Either)]

    assert [key for key in keys if key in {it.key for it in schema_of(front)}] == own


@pytest.mark.parametrize(("original", "other"), [("fa", "en"), ("en", "fa")])
def test_facts_are_asked_for_in_the_language_of_the_original_alone(
    original: str, other: str
) -> None:
    news = f"news-{original}"

    assert collection(FA, news)["i18n"]["default_locale"] == original
    assert "i18n" not in box(FA, news, "source")
    assert box(FA, news, "title")["i18n"] is True
    translation = box(FA, news, "translation")
    assert (translation["required"], translation["i18n"]) == ([other], True)
    assert translation["fields"][0]["default"] == original


def test_ids_are_chosen_by_name_in_the_language_of_the_editor() -> None:
    options = {
        lang: {it["value"]: it["label"] for it in box(settings, "events", "place")["options"]}
        for lang, settings in (("fa", FA), ("en", EN))
    }

    assert options["fa"]["kavan"] == "قاوان (kavan)"
    assert options["en"]["kavan"] == "Kavan (kavan)"
    assert "ilvar-melchin" not in options["en"]
    assert box(FA, "events", "participants")["multiple"] is True


def test_a_flag_that_is_not_set_is_not_written() -> None:
    assert [it["value"] for it in box(EN, "events", "reported")["options"]] == [None, True]


def test_hints_are_the_sentences_of_the_guide() -> None:
    assert box(FA, "news-fa", "title")["hint"] == "تیتر خبر."
    assert box(EN, "news-fa", "title")["hint"] == "The headline."


def test_text_is_written_as_it_stands() -> None:
    assert box(FA, "news-en", "body")["modes"] == ["raw"]


def test_a_key_is_called_as_its_field_says_and_the_languages_as_the_strings_do() -> None:
    labels = {it["name"]: it["label"] for made in FA["collections"] for it in boxes(made["fields"])}
    known = {
        key.removeprefix("admin.keys.")
        for key in CATALOGUE.strings["fa"].words
        if key.startswith("admin.keys.")
    }

    assert known == {"fa", "en", "body"}
    assert (labels["fa"], labels["as_of"], labels["kind"]) == ("فارسی", "در تاریخ", "نوع")


@pytest.mark.parametrize(
    ("repository", "sent_to"), [("someone/record", "someone/record"), ("", "local/folder")]
)
def test_without_a_repository_only_a_folder_can_be_opened(repository: str, sent_to: str) -> None:
    made = json.loads(next(iter(admin_settings(CATALOGUE, repository)))[1])

    assert made["backend"]["repo"] == sent_to
    assert made["publish_mode"] == "editorial_workflow"


def test_every_kind_with_a_file_an_entry_can_be_edited() -> None:
    folders = {kind.folder for kind in KINDS if not kind.list_key}

    assert {it["folder"] for it in FA["collections"]} == folders | {"docs/{{locale}}/news"}
