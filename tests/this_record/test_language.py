"""The review of the record's language is decided, correction by correction.

The review lies beside the raw sources and is not part of the repository: below the heading of each file a
table of `line`, `now`, `better` and `why`. What a cell `now` quotes is found nowhere in what the record says
today, or `language_refused.yml` says why it stays.
"""

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pytest
import yaml

from ..conftest import ROOT
from ..sources import SOURCES

REVIEW = SOURCES.parent / "reference" / "language.md"
REFUSED = ROOT / "tests" / "this_record" / "language_refused.yml"
WORDS = re.compile(r"(docs|data|overrides|scripts/newsroom)/.*\.(md|yml|html|py)|[A-Z]+(\.fa)?\.md")
NOT_WORDS = {"CHANGELOG.md"}
STRINGS = "data/strings/"
MOVED = {
    STRINGS: ("scripts/newsroom/defaults/strings/", "data/strings/"),
    "data/messages.yml": ("scripts/newsroom/",),
    "data/glossary.yml": ("data/glossary.yml", "data/glossary/"),
}
"""Where the files of the review lie today, when elsewhere."""
SHORT = 4
"""Cells with fewer words mean one place, not the words wherever they occur."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of the review: the file it is about and the words it objects to."""

    file: str
    now: str
    key: str
    """The key of the YAML whose value `now` is; empty when the cell names none."""


def corrections() -> tuple[Correction, ...]:
    if not REVIEW.is_file():
        pytest.skip("the review of the language is not at hand")
    return tuple(_rows(REVIEW.read_text(encoding="utf-8")))


def _rows(review: str) -> Iterator[Correction]:
    file = ""
    for line in review.split("\n"):
        if line.startswith("### "):
            file = line[4:].strip()
        cells = line.strip("| ").split(" | ")
        if not line.startswith("|") or len(cells) != 4 or not cells[0][:1].isdigit():
            continue
        keyed = re.fullmatch(r"([a-z_]+): (.+)", cells[1])
        key, now = (keyed[1], keyed[2]) if keyed and file.startswith("data/") else ("", cells[1])
        now = re.sub(r"^(title|summary): |, en$", "", now)
        yield Correction(file, folded(now.strip('"')), key)


def folded(text: str) -> str:
    """`text` on one line; what is quoted in the review may be broken anywhere in a file."""
    return " ".join(text.split())


@cache
def texts() -> Mapping[str, str]:
    """The record's own words by path: of a module the literals, of any other file all of it."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    paths = [path for path in listed if WORDS.fullmatch(path) and path not in NOT_WORDS]
    return {path: folded(_words(path)) for path in paths if (ROOT / path).is_file()}


def _words(path: str) -> str:
    text = (ROOT / path).read_text(encoding="utf-8")
    if not path.endswith(".py"):
        return text
    nodes = ast.walk(ast.parse(text))
    return "\n".join(
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def values(path: str) -> frozenset[tuple[str, str]]:
    """Every text of a YAML file with its key; texts of a list have the key of the list."""

    def found(node: object, key: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            for name, value in node.items():
                yield from found(value, str(name))
        elif isinstance(node, list):
            for value in node:
                yield from found(value, key)
        elif isinstance(node, str):
            yield key, folded(node)

    return frozenset(found(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")), ""))


def places(correction: Correction) -> list[str]:
    """The files that still say what the correction objects to.

    A cell of the strings that names its key is looked for as the whole value of that key, a cell
    of a word or two in the file it is about alone, any other one everywhere.
    """
    here = [path for path in texts() if _is_about(path, correction.file)]
    if correction.key and correction.file.startswith(STRINGS):
        wanted = (correction.key, correction.now)
        return [path for path in here if path.endswith(".yml") and wanted in values(path)]
    if len(correction.now.split()) < SHORT:
        return [path for path in here if correction.now in texts()[path]]
    return [path for path, text in texts().items() if correction.now in text]


def _is_about(path: str, file: str) -> bool:
    for old, new in MOVED.items():
        if file.startswith(old):
            return path.startswith(new) and (old != STRINGS or path.endswith(file[len(old) :]))
    return path == file


def refused() -> dict[str, str]:
    entries = yaml.safe_load(REFUSED.read_text(encoding="utf-8")) or []
    return {folded(entry["now"]): entry["why"] for entry in entries}


def test_every_correction_is_taken_over_or_refused_with_a_reason() -> None:
    known = refused()

    left = {
        f"{found[0]} ({it.file}): {it.now}"
        for it in corrections()
        if it.now not in known and (found := places(it))
    }

    assert left == set()


def test_every_refusal_is_of_words_that_are_still_said() -> None:
    standing = {it.now for it in corrections() if places(it)}

    assert set(refused()) - standing == set()
    assert all(refused().values())


def test_review_is_read_whole() -> None:
    assert len(corrections()) == 499
