"""The help editors get in VS Code: snippets the reader accepts, problems that can be clicked."""

import json
import re
from typing import Any

import pytest

from newsroom.record.articles import Page
from newsroom.record.documents import ParseContext, read_document, read_yaml
from newsroom.record.fields import schema_of
from newsroom.record.formats import formats_of
from newsroom.record.kinds import KINDS
from newsroom.record.kinds.article import FrontMatter, Original, Translated
from newsroom.record.problems import Problem
from newsroom.record.schema import read_record

from .conftest import ROOT, SAMPLE

FOLDER = ROOT / ".vscode"
SCHEMAS = {format.id: format.schema for format in formats_of(KINDS)}
TODAY = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "11", "CURRENT_DATE": "22"}


def read_settings(name: str) -> dict[str, Any]:
    """A file of VS Code, which may have comments on lines of their own."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    settings: dict[str, Any] = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    return settings


SNIPPETS = {
    snippet["prefix"]: "\n".join(snippet["body"])
    for snippet in read_settings("newsroom.code-snippets").values()
}


def expand(body: str) -> list[str]:
    """What a snippet leaves when every stop is passed over: once for every choice it offers."""
    for name, value in TODAY.items():
        body = body.replace(f"${name}", value)
    body = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body).replace("$0", "")
    choice = re.search(r"\$\{\d+\|([^|]*)\|\}", body)
    if choice is None:
        return [body.strip("\n") + "\n"]
    return [
        text
        for option in choice[1].split(",")
        for text in expand(body.replace(choice[0], option, 1))
    ]


FILES = [
    (prefix, text)
    for prefix in ("person", "organisation", "place", "event", "disagreement", "source", "topic")
    for text in expand(SNIPPETS[prefix])
]
LISTED = [
    ("term", "term", "terms:\n"),
    ("figure", "figure", "figures:\n"),
    ("role", "person", "name: {fa: ا, en: A}\nroles:\n"),
]
PAGES = [
    (prefix, text)
    for prefix in ("original", "translation", "page")
    for text in expand(SNIPPETS[prefix])
]


def problems_of(kind: str, text: str) -> list[Problem]:
    context = ParseContext("x.yml")
    entries = read_yaml(text, context)
    assert entries is not None, context.problems
    read_record(entries, SCHEMAS[kind], context)
    return context.problems


@pytest.mark.parametrize(("kind", "text"), FILES)
def test_snippet_of_a_data_file_is_one_the_reader_takes(kind: str, text: str) -> None:
    assert problems_of(kind, text) == []


@pytest.mark.parametrize(("prefix", "kind", "begin"), LISTED)
def test_snippet_of_an_item_fits_below_its_key(prefix: str, kind: str, begin: str) -> None:
    assert problems_of(kind, begin + expand(SNIPPETS[prefix])[0]) == []


@pytest.mark.parametrize(("kind", "text"), PAGES)
def test_snippet_of_a_page_is_one_the_reader_takes(kind: str, text: str) -> None:
    context = ParseContext("docs/en/news/x.md")
    document = read_document(text, context)
    assert document is not None, context.problems

    read_record(document.front_matter, SCHEMAS[kind], context)

    assert context.problems == []


@pytest.mark.parametrize("front", [Original, Translated])
def test_snippet_of_a_correction_is_one_the_reader_takes(front: type[FrontMatter]) -> None:
    context = ParseContext("x.md")
    entries = read_yaml(expand(SNIPPETS["correction"])[0], context)
    assert entries is not None

    values = read_record(entries, tuple(it for it in schema_of(front) if not it.required), context)

    assert (context.problems, len(values["corrections"])) == ([], 1)


def test_no_snippet_is_left_out_of_these_tests() -> None:
    tried = {row[0] for row in [*FILES, *PAGES, *LISTED]}

    assert set(SNIPPETS) - tried == {"correction", "section", "note-fa", "note-en"}


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_note_snippet_asks_for_the_question_first_and_then_for_the_text(lang: str) -> None:
    form = re.compile(r'\?\?\?\+ note "([^"]+)"\n\n    (\S[^\n]+)\n')
    pages = (SAMPLE / "docs" / lang / "news").glob("*.md")

    stops = form.match(SNIPPETS[f"note-{lang}"])

    assert stops is not None
    assert stops[1].startswith("${1:")
    assert stops[2].startswith("${2:")
    assert any(form.search(page.read_text(encoding="utf-8")) for page in pages)


def test_section_snippet_names_an_id() -> None:
    page = Page("en", "x.md", "T", "S", expand(SNIPPETS["section"])[0], 1, "x.md", {})

    assert [(it.level, it.text, it.id) for it in page.document.headings] == [
        (2, "Heading", "section-id")
    ]


def test_task_finds_file_line_and_rule_in_what_the_check_prints() -> None:
    tasks = {task["label"]: task for task in read_settings("tasks.json")["tasks"]}
    pattern = tasks["check"]["problemMatcher"]["pattern"]
    problem = Problem("data/people/a.yml", 10, "place-unknown", "unknown place 'kavn'", "a hint")

    match = re.fullmatch(pattern["regexp"], str(problem).splitlines()[0])

    assert match is not None
    keys = ("file", "line", "severity", "message", "code")
    assert [match[pattern[key]] for key in keys] == [
        "data/people/a.yml",
        "10",
        "error",
        "unknown place 'kavn'",
        "place-unknown",
    ]


@pytest.mark.parametrize("task", read_settings("tasks.json")["tasks"], ids=lambda it: it["label"])
def test_task_runs_what_there_is_to_make(task: dict[str, Any]) -> None:
    target = task["command"].removeprefix("make ")

    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_half_space_is_the_one_invisible_sign_that_is_not_marked() -> None:
    settings = read_settings("settings.json")

    assert settings["editor.unicodeHighlight.allowedCharacters"] == {"\u200c": True}
    assert settings["editor.unicodeHighlight.invisibleCharacters"] is True
