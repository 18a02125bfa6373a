"""Build the sites of two states of the repository and compare them byte for byte.

`python -m benchmarks.same_site REF` builds with the code, templates and settings of the commit REF
and again with those of the working tree: the record of REF in our shell and in Material's, and an
invented record. It prints each file that differs with its first differing line, and exits 1.
A change of structure that is to change nothing for readers is measured by it.
"""

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.corpus import write_record
from benchmarks.files import REPOSITORY, make_buildable

RECORD = ("docs", "data")
ENGINE = ("overrides", "mkdocs.yml", "scripts")
INVENTED_PAIRS = 24
MOST_SHOWN = 12
"""How many differing files are shown with their lines."""

Site = Mapping[str, bytes]


def main() -> None:
    """Build both states, print what differs, exit 1 if anything does."""
    arguments = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="same-site-") as name:
        differing = 0
        work = Path(name)
        old = work / "before"
        _export(arguments.ref, old)
        write_record(work / "invented", INVENTED_PAIRS)
        new = REPOSITORY
        records = {"record": old if arguments.same_record else new, "invented": work / "invented"}
        for label, record in records.items():
            for shell in ("newsroom", "material"):
                before = _build(old, old if label == "record" else record, work / "a", shell)
                after = _build(new, record, work / "b", shell)
                lines = list(_differences(before, after))
                differing += len(lines)
                print(f"{label}, {shell}: {len(after)} files, {len(lines)} differ", flush=True)
                for line in lines[:MOST_SHOWN]:
                    print(line)
    sys.exit(1 if differing else 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.same_site",
        description="Compare the site of a commit with that of the working tree, byte for byte.",
        epilog="example: python -m benchmarks.same_site HEAD",
    )
    parser.add_argument("ref", help="the commit to compare with")
    parser.add_argument(
        "--same-record",
        action="store_true",
        help="build the record of REF with both, so that only the engine differs",
    )
    return parser


def _export(ref: str, target: Path) -> None:
    """Write the files of a commit below `target`."""
    target.mkdir()
    archive = subprocess.run(
        ["git", "archive", ref], cwd=REPOSITORY, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "-x", "-C", str(target)], input=archive, check=True)


def _build(state: Path, record: Path, root: Path, shell: str) -> Site:
    """The files of a record built with the engine of a state, by their paths.

    The record's own word lists and strings lie below `data/`; a record without any takes those of
    the state.
    """
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    for folder in RECORD:
        shutil.copytree(record / folder, root / folder)
    make_buildable(root, state, shell)
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": "https://record.example/sub/",
        "PYTHONPATH": os.pathsep.join((str(_metadata(state, root)), str(state / "scripts"))),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    result = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        sys.exit(f"The site of {state} could not be built:\n{result.stderr}{result.stdout}")
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def _metadata(state: Path, root: Path) -> Path:
    """A folder with the entry points of a state: the environment has those of one state only."""
    project = tomllib.loads((state / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = root / ".metadata" / "newsroom-0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom\nVersion: 0\n")
    groups = project["entry-points"]
    lines = [
        line
        for group, points in groups.items()
        for line in (f"[{group}]", *(f"{name} = {to}" for name, to in points.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return info.parent


def _differences(before: Site, after: Site) -> Iterator[str]:
    for path in sorted({*before, *after}):
        one, two = before.get(path), after.get(path)
        if one is None or two is None:
            yield f"  {path}: only {'after' if one is None else 'before'}"
        elif one != two:
            yield f"  {path}: {_first_difference(one, two)}"


def _first_difference(one: bytes, two: bytes) -> str:
    old, new = (
        data.decode("utf-8", "replace").replace("><", ">\n<").splitlines() for data in (one, two)
    )
    lines = difflib.unified_diff(old, new, n=0, lineterm="")
    changed = [line[:300] for line in lines if line[:1] in "+-"]
    return "\n      ".join(changed[2:8])


if __name__ == "__main__":
    main()
