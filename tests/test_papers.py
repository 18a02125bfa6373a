"""What the papers of the repository mention exists: files, modules, commands, names, decisions."""

import re
from pathlib import Path

import pytest

from newsroom.adapters.cli import COMMANDS

from .conftest import ROOT

ENGINE = ROOT / "scripts" / "newsroom"
BASES = (
    ROOT,
    ENGINE,
    ROOT / "overrides",
    ROOT / "overrides" / "assets",
    ROOT / "data",
    ROOT / "docs",
)
SUPERSEDED = "Superseded"
PAPERS = sorted(
    path
    for pattern in (
        "*.md",
        "decisions/*.md",
        "benchmarks/README.md",
        "overrides/partials/README.md",
    )
    for path in ROOT.glob(pattern)
    if path.name not in ("CHANGELOG.md", "SECURITY.md")
)
ELSEWHERE = ("base.html", "land-110m.json", "../index.md")
"""Material's own, a file of another package, an example."""
MADE = (
    *(
        "site/",
        ".site.new",
        ".newsroom/",
        ".newsroom-cache/",
        "search/",
        "stories/",
        "assets/",
        "submission/",
        "work/",
        "take/",
        "check/",
        "START-HERE.html",
    ),
    *(".venv", "docs/media/news/"),
    *("robots.txt", "security.txt", ".well-known/", "take/"),
)
"""What is there only after a command."""

PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
FILE = re.compile(r".*\w\.(?:py|md|yml|html|css|js|toml|sh|svg|txt|json)|.*/|[a-z_]+(?:/[a-z_]+)+")
CLASS = re.compile(r"(?:[A-Z][a-z]+){2,}(?:\.\w+)?|[a-z]+(?:_[a-z]+)+")


def read(paper: Path) -> str:
    """A paper without its samples of code."""
    return re.sub(r"^ *```.*?^ *```", "", paper.read_text(encoding="utf-8"), flags=re.M | re.S)


def code_of(paper: Path) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", read(paper)))


@pytest.fixture(scope="module")
def sources() -> str:
    """All that a name can be found in."""
    folders = ("scripts", "tests", "overrides", "data", "benchmarks", ".github")
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    kinds = (".py", ".html", ".css", ".js", ".yml", ".toml")
    texts = [
        path.read_text(encoding="utf-8")
        for path in found
        if path.suffix in kinds
        and not {"node_modules", "work"}.intersection(path.relative_to(ROOT).parts)
    ]
    more = ("pyproject.toml", "mkdocs.yml", "Makefile", "requirements-dev.txt")
    return "\n".join([*texts, *((ROOT / name).read_text(encoding="utf-8") for name in more)])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", read(paper))

    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_files_and_names_it_mentions_exist(paper: Path, sources: str) -> None:
    if SUPERSEDED in paper.read_text(encoding="utf-8").split("\n\n")[1]:
        pytest.skip("it tells of what was")
    missing = []
    for code in sorted(code_of(paper)):
        if code in ELSEWHERE:
            continue
        if code.startswith(MADE) or not (PATH.fullmatch(code) and FILE.fullmatch(code)):
            if CLASS.fullmatch(code) and code.split(".")[0] not in sources:
                missing.append(code)
        elif not any(
            (base / f"{code}{end}").exists()
            for base in (paper.parent, *BASES)
            for end in ("", ".py")
        ):
            missing.append(code)

    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_commands_it_mentions_exist(paper: Path) -> None:
    named = re.findall(r"(?:^|`|/)newsroom ([a-z]+)", paper.read_text(encoding="utf-8"), re.M)

    assert set(named) - set(COMMANDS) == set()


def test_every_decision_is_listed_and_numbered() -> None:
    folder = ROOT / "decisions"
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))

    listed = re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text("utf-8"))

    assert sorted(listed) == pages
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))
    for name in pages:
        first, status = (folder / name).read_text(encoding="utf-8").split("\n\n")[:2]
        assert first.startswith(f"# {int(name[:4])}. ")
        assert re.match(
            r"(?:Accepted|Superseded by \[\d+\]\(\d{4}-[a-z0-9-]+\.md\)), \w+ \d{4}\. Subject: ",
            status,
        ), name
