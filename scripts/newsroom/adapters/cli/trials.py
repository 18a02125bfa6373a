"""New files tried before they are written: nothing joins the record that the check refuses."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from newsroom.check.rules import check
from newsroom.check.scope import Change, scope_of
from newsroom.record.files import read_raw
from newsroom.record.problems import Problem, errors_of


def errors_in(root: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the check would find wrong with new files of the record below `root`.

    They are looked at in a copy of what they depend on.
    """
    new = {path: text.encode() for path, text in files.items()}
    scope = scope_of({**read_raw(root), **new}, Change(frozenset(new)))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for path, data in read_raw(root, scope.needed).items():
            _put(copy / path, data)
        for image in (root / "docs" / "media").rglob("*"):
            if image.is_file():
                _put(copy / image.relative_to(root), b"")
                shutil.copyfile(image, copy / image.relative_to(root))
        for path, data in new.items():
            _put(copy / path, data)
        _, problems = check(copy, drafts=True, scope=scope)
    return tuple(filter(scope.is_of, errors_of(problems)))


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
