"""One declaration: what a field and a kind are declared by, and all that follows from it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsroom.check.references import reference_unknown
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.fields import read_entry, reader_of, schema_of
from newsroom.record.forms import Id, Listed
from newsroom.record.kinds import KINDS
from newsroom.record.problems import Problem
from newsroom.site.entries import declared_entry
from newsroom.text.dates import parse_period
from newsroom.tools.browser_editor import admin_settings
from newsroom.tools.json_schema import json_schemas

from ..conftest import ORIGINAL, ROOT, WriteRecord
from . import cameras
from .cameras import Camera, Loan

PHOTOGRAPHER = '    photographer: ids.PersonId | None = key(("Photographer", "عکاس"), "Who took it.", "عکاس.", default=None)\n'
ASK = """
import json, sys
from pathlib import Path
from newsroom.tools.browser_editor import admin_settings
from newsroom.tools.json_schema import json_schemas
from newsroom.check.rules import check

catalogue, problems = check(Path(sys.argv[1]))
config = json.loads(dict(admin_settings(catalogue, ""))["admin/config.fa.json"])
(news,) = [it for it in config["collections"] if it["name"] == "news-en"]
print(json.dumps({
    "problems": [str(problem).splitlines() for problem in problems],
    "known": [article.photographer for article in catalogue.articles.values()],
    "schema": dict(json_schemas(catalogue))["original"]["properties"]["photographer"],
    "form": [it for it in news["fields"] if it["name"] == "photographer"],
}))
"""


def ask(engine: Path, root: Path) -> Any:
    """What an engine of one's own says of a record."""
    made = subprocess.run(
        [sys.executable, "-c", ASK, str(root)],
        env={"PYTHONPATH": str(engine)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_a_field_of_an_article_is_one_line(write_record: WriteRecord, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scripts" / "newsroom", tmp_path / "newsroom")
    module = tmp_path / "newsroom" / "record" / "kinds" / "article.py"
    before, place, after = module.read_text(encoding="utf-8").partition("    source: ids.SourceId")
    module.write_text(before + PHOTOGRAPHER + place + after, encoding="utf-8")
    path = "docs/en/news/kavan-meeting.md"

    def said(id: str) -> Any:
        text = ORIGINAL.replace("source: report", f"photographer: {id}\nsource: report")
        return ask(tmp_path, write_record({path: text}))

    assert said("ilvar-melchin")["problems"] == []
    assert said("ilvar-melchin")["known"] == ["ilvar-melchin"]
    unknown = said("ilvar-melchn")
    assert unknown["problems"] == [
        [
            f"{path}:5: error: unknown id 'ilvar-melchn' of the kind 'person'  [entry-unknown]",
            "  hint: did you mean 'ilvar-melchin'?",
        ]
    ]
    assert unknown["schema"]["description"] == "عکاس.\n\nWho took it."
    assert unknown["schema"]["anyOf"][0]["enum"] == ["ilvar-melchin"]
    (box,) = unknown["form"]
    assert (box["label"], box["hint"], box["required"]) == ("عکاس", "عکاس.", False)
    assert [it["value"] for it in box["options"]] == ["ilvar-melchin"]


ZENIT = (
    "name: {fa: زنیت, en: Zenit}\nmount: screw\nshows: [kavan, kavn]\n"
    "loans:\n  - to: ilvar-melchin\n    until: 2024-06\n  - {to: kavan}\nlike: zorki\n"
)


def load(root: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    return Catalogue.load(root, kinds=(*KINDS, cameras.KIND))


def test_a_kind_of_ones_own_is_read(write_record: WriteRecord) -> None:
    catalogue, problems = load(write_record({"data/cameras/zenit.yml": ZENIT}))

    camera = catalogue.entries(Camera)["zenit"]

    assert problems == ()
    assert (camera.id, camera.mount, camera.shows) == ("zenit", "screw", ("kavan", "kavn"))
    assert [loan.to for loan in camera.loans] == ["ilvar-melchin", "kavan"]
    assert camera.lines["loans.1.to"] == 7
    assert cameras.KIND.address("zenit") == "cameras.md#zenit"


def test_no_reference_of_it_leads_nowhere(write_record: WriteRecord) -> None:
    catalogue, _ = load(write_record({"data/cameras/zenit.yml": ZENIT}))

    found = [(it.line, it.rule, str(it.hint)) for it in reference_unknown(catalogue)]

    assert found == [
        (3, "participant-unknown", "did you mean 'kavan'?"),
        (7, "entry-unknown", ""),  # a place is no person
        (8, "entry-unknown", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: {fa: ز, en: Z}\n", (1, "key-missing")),
        ("mount: screw\nname: {fa: ز, en: Z}\n", (1, "key-order")),
        ("name: {fa: ز, en: Z}\nmount: glue\n", (2, "value-unknown")),
        ("name: {fa: ز, en: Z}\nmount: screw\nloans: [{until: 2024}]\n", (3, "key-missing")),
        ("name: {fa: ز, en: Z}\nmount: screw\nlens: x\n", (3, "key-unknown")),
    ],
)
def test_what_is_wrong_with_it_is_reported_with_its_line(
    write_record: WriteRecord, text: str, expected: tuple[int, str]
) -> None:
    _, problems = load(write_record({"data/cameras/zenit.yml": text}))

    assert [(problem.line, problem.rule) for problem in problems] == [expected]


def test_a_kind_nobody_declared_has_no_folder(write_record: WriteRecord) -> None:
    _, problems = Catalogue.load(write_record({"data/cameras/zenit.yml": ZENIT}))

    assert [problem.rule for problem in problems] == ["file-unwanted"]


def test_it_has_schema_form_and_pickers(write_record: WriteRecord) -> None:
    catalogue, _ = load(write_record({"data/cameras/zenit.yml": ZENIT}))

    schema = dict(json_schemas(catalogue))["camera"]
    config = json.loads(dict(admin_settings(catalogue, ""))["admin/config.en.json"])
    (form,) = [it for it in config["collections"] if it["name"] == "cameras"]

    assert schema["title"] == "دوربین"
    assert schema["required"] == ["name", "mount"]
    assert schema["properties"]["loans"]["items"]["required"] == ["to"]
    assert schema["properties"]["like"]["anyOf"][0]["enum"] == ["zenit"]
    assert (form["label"], form["folder"]) == ("Camera", "data/cameras")
    assert form["summary"] == "{{name.en}} ({{slug}})"
    boxes = {it["name"]: it for it in form["fields"]}
    assert list(boxes) == ["name", "mount", "shows", "loans", "taken", "like", "note"]
    assert boxes["like"]["options"] == [{"label": "Zenit (zenit)", "value": "zenit"}]
    assert boxes["loans"]["fields"][0]["hint"] == "Who had it: the id of a person."


def test_it_is_found_by_what_its_fields_say(write_record: WriteRecord) -> None:
    text = ZENIT.replace("like:", "taken: 2024-06\nlike:") + "note: {fa: کهنه., en: Old.}\n"
    catalogue, _ = load(write_record({"data/cameras/zenit.yml": text}))

    found = declared_entry(cameras.KIND, catalogue.entries(Camera)["zenit"], "en")

    assert (found.uri, found.title, found.label) == ("cameras.md#zenit", "Zenit", "Camera")
    assert (found.names, found.lead) == (("زنیت",), "Old.")
    assert (found.dates, found.places) == ((parse_period("2024-06"),), ())
    assert found.mentions == ("kavan", "kavn")


def test_an_annotation_says_how_a_value_is_read() -> None:
    fields = {field.key: field for field in schema_of(Camera)}

    assert fields["shows"].read.form == Listed(Id("participant"))
    assert fields["like"].read.form == Id("camera")
    assert (fields["mount"].required, fields["note"].required) == (True, False)


def test_no_file_could_hold_a_function() -> None:
    with pytest.raises(TypeError, match="no file could hold"):
        reader_of(set[str])


def test_an_entry_that_lacks_a_key_is_none() -> None:
    context = ParseContext("data/cameras/x.yml")
    entries = read_yaml("mount: screw\n", context)
    assert entries

    assert read_entry(Camera, "x", entries, context) is None
    assert [problem.rule for problem in context.problems] == ["key-missing"]
    assert Loan(to="x").until is None
