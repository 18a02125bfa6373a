"""Writing the files of a tree."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Always: data files have no anchors."""
        return True


def to_yaml(entry: Mapping[str, Any]) -> str:
    """The mapping as a data file or front matter, in the order of its keys."""
    text: str = yaml.dump(
        dict(entry), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=88
    )
    return text


def to_document(front_matter: Mapping[str, Any], body: str) -> str:
    """A Markdown file."""
    return f"---\n{to_yaml(front_matter)}---\n\n{body}\n"


def write_file(path: Path, text: str) -> None:
    """Write a file as the record is written: UTF-8, LF; its folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
