"""What the benchmarks share: the files of a tree, a record made ready and built, a table."""

import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[1]


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


def make_buildable(record: Path, state: Path = REPOSITORY, shell: str = "newsroom") -> None:
    """Put the strings, unless it has some, templates and settings of a state beside a record."""
    strings = Path("data", "strings")
    if (state / strings).exists() and not (record / strings).exists():
        shutil.copytree(state / strings, record / strings)
    shutil.copytree(state / "overrides", record / "overrides")
    settings = (state / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("shell: newsroom", f"shell: {shell}")
    (record / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (record / "scripts" / "newsroom").mkdir(parents=True)  # `watch:` in mkdocs.yml names it


def build_site(record: Path, site: Path, site_url: str) -> None:
    """Build a record into an empty folder; ends the program when it cannot be built."""
    shutil.rmtree(site, ignore_errors=True)
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site_url}
    result = subprocess.run(
        (*command, "--site-dir", str(site)), cwd=record, env=environment, check=False
    )
    if result.returncode:
        sys.exit("The site could not be built; the reason stands above")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Collection[int] = ()) -> str:
    """A table in Markdown; the columns of the places `numbers` are set to the right."""
    ruler = ["---:" if at in numbers else "---" for at in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ruler, *rows))
