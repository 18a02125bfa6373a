"""The tables of the guide, which are made of the fields."""

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.record.formats import OPTIONS, formats_of
from newsroom.record.guide import with_tables
from newsroom.record.kinds import KINDS
from newsroom.text.languages import LANGS

from ..conftest import ROOT, WriteRecord
from .cameras import KIND

FORMATS = (*formats_of((*KINDS, KIND)), OPTIONS)
GUIDE = """---
title: Formats
summary: What files hold.
---

## Camera {#format-camera}

| Key | Required | Meaning |
| --- | --- | --- |
| `name` | except toys | An old sentence. |
| `mounted` | yes | Gone since. |

| Key of a loan | Required | Meaning |
| --- | --- | --- |
| `to` | no | An old sentence. |

## Dates {#dates}

| In the file | On the page |
| --- | --- |
| `2024` | 2024 |
"""


@pytest.mark.parametrize("lang", LANGS)
def test_tables_of_the_guide_are_as_the_fields_have_them(lang: str) -> None:
    text = (ROOT / "docs" / lang / "guide" / "formats.md").read_text(encoding="utf-8")

    assert with_tables(text, lang, FORMATS) == text


@pytest.mark.parametrize("lang", LANGS)
def test_every_declared_kind_has_its_section_under_its_title(lang: str) -> None:
    text = (ROOT / "docs" / lang / "guide" / "formats.md").read_text(encoding="utf-8")

    for it in formats_of(KINDS):
        assert f"\n## {it.title[lang]} {{#format-{it.id}}}\n" in text


def test_rows_are_made_anew_and_the_rest_stays() -> None:
    made = with_tables(GUIDE, "en", FORMATS)

    tables = made.split("\n\n")
    assert tables[2].splitlines()[2:] == [
        "| `name` | yes | The name. |",
        "| `mount` | yes | How lenses are fixed. |",
        "| `shows` | no | Who is shown. |",
        "| `loans` | no | Who had it. |",
        "| `taken` | no | When it took its last picture. |",
        "| `like` | no | One like it. |",
        "| `note` | no | A note. |",
    ]
    assert tables[3].splitlines()[2:] == [
        "| `to` | yes | Who had it: the id of a person. |",
        "| `until` | no | The day it came back. |",
    ]
    assert tables[4:] == GUIDE.split("\n\n")[4:]
    assert with_tables(made, "en", FORMATS) == made


def test_table_of_a_new_kind_needs_no_rows() -> None:
    empty = (
        "## Camera {#format-camera}\n\n| Key | Required | Meaning |\n| --- | --- | --- |\n\nText.\n"
    )

    made = with_tables(empty, "en", FORMATS)

    assert made.splitlines()[4:6] == [
        "| `name` | yes | The name. |",
        "| `mount` | yes | How lenses are fixed. |",
    ]
    assert made.endswith(" |\n\nText.\n")


def test_command_writes_them_in_both_languages(write_record: WriteRecord) -> None:
    pages = {
        lang: (ROOT / "docs" / lang / "guide" / "formats.md").read_text(encoding="utf-8")
        for lang in LANGS
    }
    stale = {
        "fa": pages["fa"].replace("| `iso` | نه |", "| `iso` | بله |"),
        "en": pages["en"].replace("The headline.", "The title."),
    }
    root = write_record({f"docs/{lang}/guide/formats.md": stale[lang] for lang in LANGS})

    (root / "mkdocs.yml").touch()
    result = CliRunner().invoke(main, ["--root", str(root), "schemas", "--guide"])

    assert (result.exit_code, stale["fa"] == pages["fa"]) == (0, False)
    for lang in LANGS:
        written = (root / "docs" / lang / "guide" / "formats.md").read_text(encoding="utf-8")
        assert written == pages[lang]
