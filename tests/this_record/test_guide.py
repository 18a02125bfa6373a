"""The guide for editors, typed from its pages into a copy of the record: it prints what it shows.

What a page shows is one task and is done in one copy, step after step: a `console` block is run, a
`markdown` block is the file that the words before it name last, and a `yaml` block is written into
such a file, in the front matter where it is a page.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from newsroom.adapters.cli import main
from newsroom.text.languages import LANGS

from ..conftest import ROOT, add_engine, build

BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"`((?:docs|data)/[\w/.-]+)`")
VALUE = re.compile(r"^\w+:.*\n(?:[ -].*\n)*", re.MULTILINE)
"""A key at the margin with all of its value."""
ANY = "…"
"""Alone on a line of what is shown for any lines, and in one for any words."""
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Step:
    """A block of a page, and the file it belongs into."""

    kind: str
    body: str
    path: str


def steps_of(page: str, lang: str) -> Iterator[Step]:
    text = (ROOT / "docs" / lang / "guide" / f"{page}.md").read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        paragraph = text[: block.start()].rstrip().rpartition("\n\n")[2]
        places = PLACE.findall(paragraph)
        if block["kind"] == "console" or places:
            yield Step(block["kind"], block["body"], places[-1] if places else "")


def with_saved_pages(root: Path) -> None:
    shutil.copy(Path(__file__).parent / "guide" / "saved-page.html", root)
    (root / "another-page.html").write_text("<p>Talks were held.</p>", encoding="utf-8")


def with_mistake(root: Path) -> None:
    for lang, right, wrong in (
        ("en", "40 countries", "14 countries"),
        ("fa", "۴۰ کشور", "۱۴ کشور"),
    ):
        page = root / "docs" / lang / "news" / "consul-meets-mayor.md"
        text = page.read_text(encoding="utf-8")
        assert text.count(right) == 1
        page.write_text(text.replace(right, wrong), encoding="utf-8")
    run(root, ".venv/bin/newsroom translate --refresh consul-meets-mayor")
    run(root, ".venv/bin/newsroom addresses")
    subprocess.run([*GIT, "commit", "-qam", "published"], cwd=root, check=True)


def with_photograph(root: Path) -> None:
    Image.linear_gradient("L").resize((2400, 1600)).convert("RGB").save(root / "photograph.jpg")


SUPPOSED: Mapping[str, Callable[[Path], None]] = {
    "add-article": with_saved_pages,
    "correct": with_mistake,
    "names": lambda root: None,
    "pictures": with_photograph,
    "rename": lambda root: None,
    "review": lambda root: None,
    "withdraw": lambda root: None,
}
"""The pages of tasks, and what each supposes to have happened."""


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this record, committed on `main`."""
    root = tmp_path_factory.mktemp("guide") / "record"
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    add_engine(root)
    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*GIT, *command], cwd=root, check=True)
    return root


@pytest.fixture
def record(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = shutil.copytree(committed, tmp_path / "record")
    monkeypatch.chdir(root)
    return root


def run(root: Path, command: str) -> str:
    """What a command prints below `root`, where we are; the engine is called in this process."""
    name, *arguments = shlex.split(command)
    if name == ".venv/bin/newsroom":
        return CliRunner().invoke(main, arguments).output
    done = subprocess.run(command, cwd=root, shell=True, check=True, capture_output=True, text=True)
    return done.stdout


def type_in(root: Path, example: str) -> None:
    _, *commands = re.split(r"^\$ ", example, flags=re.MULTILINE)
    for typed in commands:
        command, _, shown = typed.partition("\n")
        printed = run(root, command)
        assert re.fullmatch(pattern_of(shown), printed), f"{command}\n{printed}"


def pattern_of(shown: str) -> str:
    lines = shown.splitlines()
    return "".join(
        "(?:.*\n)*?" if line.strip() == ANY else ".*".join(map(re.escape, line.split(ANY))) + "\n"
        for line in lines
    )


def put(file: Path, block: str) -> None:
    """Write what a block of YAML shows: a file of data, or keys into the front matter of a page."""
    if file.suffix == ".yml":
        file.write_text(block, encoding="utf-8")
        return
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    for value in re.findall(VALUE, block):
        key = value.partition(":")[0]
        there = next((it for it in re.findall(VALUE, front) if it.startswith(f"{key}:")), None)
        front = front.replace(there, value) if there else front + value
    file.write_text(f"---\n{front}---\n{body}", encoding="utf-8")


def do(root: Path, step: Step) -> None:
    if step.kind == "console":
        type_in(root, step.body)
    elif step.kind == "markdown":
        (root / step.path).write_text(step.body, encoding="utf-8")
    elif step.kind == "yaml":
        put(root / step.path, step.body)


@pytest.mark.parametrize("page", SUPPOSED)
@pytest.mark.parametrize("lang", LANGS)
def test_task_is_done_as_the_guide_shows(page: str, lang: str, record: Path) -> None:
    SUPPOSED[page](record)

    for step in steps_of(page, lang):
        do(record, step)


def test_pair_the_guide_adds_is_published(record: Path) -> None:
    with_saved_pages(record)
    for step in steps_of("add-article", "en"):
        do(record, step)

    done = build(record, record / "site")

    assert done.returncode == 0, done.stderr
    for folder, title in (
        ("", "تجارت ایران را به کشورهای بریکس"),
        ("en/", "Iran’s trade to the BRICS"),
    ):
        page = record / "site" / folder / "news" / "tabriz-trade-link.html"
        assert title in page.read_text(encoding="utf-8")
        assert "news/tabriz-trade-link.html" in (record / "site" / folder / "index.html").read_text(
            encoding="utf-8"
        )


def test_every_task_of_the_guide_is_typed() -> None:
    text = (ROOT / "docs" / "en" / "guide" / "editors.md").read_text(encoding="utf-8")
    listed = text.partition("{#tasks}")[2].partition("\n\nBehind")[0]

    assert set(re.findall(r"\]\(([\w-]+)\.md\)", listed)) == set(SUPPOSED)


@pytest.mark.parametrize("lang", LANGS)
def test_every_task_shows_what_is_typed_and_printed(lang: str) -> None:
    for page in SUPPOSED:
        assert any(step.kind == "console" for step in steps_of(page, lang)), page
