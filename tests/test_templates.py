"""The look and the words: what the style guide promises of templates, styles and strings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.record import forms
from newsroom.record.articles import LISTS
from newsroom.record.formats import formats_of
from newsroom.record.kinds import KINDS
from newsroom.record.schema import Schema
from newsroom.site.pages import URIS

from .conftest import ROOT, sample_record

CATALOGUE = sample_record()
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
STYLES = sorted((ROOT / "overrides").rglob("*.css"))
ENGINE = sorted((ROOT / "scripts" / "newsroom").rglob("*.py"))
KEY = re.compile(r"""\bt\("([a-z_]+\.[a-z_]+)"[,)]""")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_both_languages_have_the_same_words() -> None:
    fa, en = CATALOGUE.strings["fa"], CATALOGUE.strings["en"]

    assert set(fa.words) == set(en.words)
    assert set(fa.lists) == set(en.lists)
    for key, words in fa.words.items():
        assert set(re.findall(r"\{(\w+)\}", words)) == set(re.findall(r"\{(\w+)\}", en.words[key]))


def test_every_word_a_template_asks_for_is_there_and_none_is_idle() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in [*TEMPLATES, *ENGINE])
    asked = set(KEY.findall(code)) | set(re.findall(r'words\["([a-z_.]+)"\]', code))
    families = tuple(re.findall(r'(?:t\(|words\[)"([a-z_]+\.[a-z_]*)" ~', code))
    suffixed = {f"{key}_hint" for key in ("home.people", "home.organisations", "home.places")}
    kinds = [kind.value for kind, uri in URIS.items() if uri in LISTS]
    made = {f"{kind}.{key}" for kind in kinds for key in ("title", "summary")}

    known = set(CATALOGUE.strings["en"].words)
    listed = set(re.findall(r'"([a-z_]+\.[a-z_]+)"', code))
    idle = {
        key
        for key in known - asked - suffixed - listed - made
        # Those of keys are asked for by the tables of fields (`tests/site/test_admin.py`).
        if not key.startswith((*families, "date.", "admin.keys."))
    }

    assert asked <= known
    assert idle == set()


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_style_names_no_id_and_forces_nothing(style: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert "!important" not in text
    assert re.findall(r"^#[a-zA-Z]|[^(\s]#[a-zA-Z]", text, re.MULTILINE) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_template_has_no_long_lines(template: Path) -> None:
    lines = template.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if len(line) > 140] == []


@pytest.mark.parametrize("module", ENGINE, ids=name)
def test_engine_writes_no_html_but_to_isolate(module: Path) -> None:
    if module.name in ("bidi.py", "sanitise.py"):
        return
    text = re.sub(r'""".*?"""', "", module.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.findall(r"</?(?:a|p|div|span|ul|li|h\d|br|bdi)\b[ >/]", text) == []


def keys_of(schema: Schema) -> Iterator[str]:
    """The keys of a table of fields and of those within it."""
    for field in schema:
        yield field.key
        form = field.read.form
        while isinstance(form, forms.Listed | forms.Keyed):
            form = form.item if isinstance(form, forms.Listed) else form.value
        if isinstance(form, forms.Record):
            yield from keys_of(form.schema)


def test_every_key_has_its_place_in_the_guide() -> None:
    keys = {key for it in formats_of(KINDS) for key in keys_of(it.schema)}

    for lang in ("fa", "en"):
        guide = (ROOT / "docs" / lang / "guide" / "formats.md").read_text(encoding="utf-8")
        assert {key for key in keys if f"`{key}`" not in guide} == set()
