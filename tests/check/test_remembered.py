"""What a check remembers of the last one is what it would find again."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

from newsroom.check import rules
from newsroom.check.rules import check
from newsroom.record.kept import Kept
from newsroom.record.problems import Message, Problem

from ..conftest import SAMPLE

TODAY = date(2030, 1, 1)
STEPS = 14
"""Edits of a seed, each followed by a check that remembers and one that does not."""
FAULTS = (
    "TODO",
    "می تواند",
    "[here](missing.md)",
    "[x](../timeline.md#nowhere)",
    "[a name][nobody-of-that-id]",
    "In 1987 there were 43 cities.",
    "## Another {#another-heading}",
    "![](../../media/none.png)",
    "http://plain.example/",
    "(",
    "[^9]",
)
"""Lines that break a rule, or some."""

Edit = Callable[[Random, list[str], Sequence[str]], object]
EDITS: tuple[Edit, ...] = (
    lambda random, lines, _: lines.pop(random.randrange(len(lines))),
    lambda random, lines, _: lines.insert(random.randrange(len(lines)), random.choice(lines)),
    lambda random, lines, others: lines.append(random.choice(others)),
    lambda random, lines, _: lines.append(random.choice(FAULTS)),
    lambda random, lines, _: lines.insert(random.randrange(len(lines)), random.choice(FAULTS)),
    lambda random, lines, _: lines.insert(1, "draft: true"),
    lambda random, lines, _: random.shuffle(lines),
)


def told(said: object) -> object:
    """All of a message: its words, and what it is said anew from in another language."""
    if isinstance(said, Message):
        values = {name: told(value) for name, value in said.values.items()}
        return str(said), said.template, values
    return said


def problems_of(root: Path, kept: Kept | None = None) -> list[object]:
    """All that a check tells of, to the letter."""
    _, found = check(root, today=TODAY, kept=kept)
    return [(*place(it), told(it.message), told(it.hint)) for it in found]


def place(problem: Problem) -> tuple[object, ...]:
    return problem.path, problem.line, problem.rule, problem.level


def kept_in(root: Path) -> Kept:
    return Kept(root / ".newsroom-cache")


def texts_of(root: Path) -> list[Path]:
    return sorted(it for it in root.rglob("*.*") if it.suffix in (".md", ".yml"))


def edit(random: Random, root: Path) -> None:
    """Change a file of the record, or delete it, or put it back as another."""
    files = texts_of(root)
    file, other = random.choice(files), random.choice(files)
    lines = file.read_text(encoding="utf-8").split("\n")
    if random.random() < 0.1:
        file.unlink()
    elif random.random() < 0.1:
        shutil.copy(other, file)
    else:
        others = other.read_text(encoding="utf-8").split("\n")
        random.choice(EDITS)(random, lines, others)
        file.write_text("\n".join(lines), encoding="utf-8")


def damage(random: Random, root: Path) -> None:
    """Cut, empty or spoil what is kept."""
    file = root / ".newsroom-cache" / "found"
    data = file.read_bytes()
    at = random.randrange(len(data))
    spoilt = (b"", data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], data[:32] + b"[]")
    file.write_bytes(random.choice(spoilt))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The sample record without its site."""
    for folder in ("docs", "data"):
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize("seed", range(3))
def test_check_that_remembers_finds_what_another_finds(record: Path, seed: int) -> None:
    random = Random(seed)
    problems_of(record, kept_in(record))

    for _ in range(STEPS):
        edit(random, record)
        if random.random() < 0.2:
            damage(random, record)

        assert problems_of(record, kept_in(record)) == problems_of(record)


def test_what_has_not_changed_is_not_judged_again(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = next((record / "docs" / "en" / "news").glob("[!i]*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nTODO\n", encoding="utf-8")
    first = problems_of(record, kept_in(record))
    judged: list[str] = []
    monkeypatch.setattr(
        rules, "segments_of", lambda pages: judged.extend(it.path for it in pages.values()) or ()
    )

    assert problems_of(record, kept_in(record)) == first
    assert judged == []
    assert any("'TODO'" in str(problem) for problem in first)


def test_another_engine_remembers_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsroom.check import remembered

    first = problems_of(record, kept_in(record))
    kept = (record / ".newsroom-cache" / "found").read_bytes()

    monkeypatch.setattr(remembered, "_engine", lambda: "another")

    assert problems_of(record, kept_in(record)) == first
    assert (record / ".newsroom-cache" / "found").read_bytes() != kept


def test_build_does_not_forget_what_a_check_has_found(record: Path) -> None:
    first = problems_of(record, kept_in(record))
    kept = kept_in(record)

    kept.bytes_of("a picture", lambda: b"PNG")
    kept.forget_others()

    assert (record / ".newsroom-cache" / "found").is_file()
    assert problems_of(record, kept_in(record)) == first
