"""Edits of this record: those of facts are stopped, those of wording are not."""

from pathlib import Path

import pytest
import yaml

from newsroom.check.facts_kept import facts_kept
from newsroom.check.scope import Change
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw

from ..conftest import ROOT

HERE = Path(__file__).parent
EDITS = [
    (kind, edit)
    for name in ("edits.yml", "later_edits.yml")
    for kind, edits in yaml.safe_load((HERE / name).read_text(encoding="utf-8")).items()
    for edit in edits
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the texts of this record, but for the guide, half of it, which tells no facts."""
    root = tmp_path_factory.mktemp("record")
    for path, data in read_raw(ROOT).items():
        if not path.startswith(("docs/media/", "docs/fa/guide/", "docs/en/guide/")):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    return root


@pytest.mark.parametrize(("kind", "edit"), EDITS, ids=[f"{it['file']}" for _, it in EDITS])
def test_edits_of_facts_are_told_from_those_of_wording(
    record: Path, kind: str, edit: dict[str, str]
) -> None:
    file = record / edit["file"]
    data = file.read_bytes()
    text = data.decode("utf-8")
    assert text.count(edit["from"]) == 1
    file.write_text(text.replace(edit["from"], edit["to"]), encoding="utf-8")
    try:
        catalogue, _ = Catalogue.load(record, drafts=True)
        change = Change(frozenset((edit["file"],)), {edit["file"]: data})
        found = [it.rule for it in facts_kept(change, catalogue, read_raw(record))]
    finally:
        file.write_bytes(data)

    assert bool(found) is (kind == "facts"), found
