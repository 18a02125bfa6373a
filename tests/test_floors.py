"""The floors of the house: a module imports only from lower ones."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

ENGINE = ROOT / "scripts" / "newsroom"
FLOORS = {
    "defaults": 0, "text": 0, "document": 1, "record": 2, "intake": 3, "review": 3, "publish": 3,
    "plugin": 4, "cli": 4,
}  # fmt: skip
DOORS = {
    "mkdocs": ("plugin",),
    "jinja2": ("plugin", "publish.templates"),
    "click": ("cli",),
    "markdown": (
        "document",
        "publish.explanations",
        "publish.mentions",
        "publish.numbering",
        "publish.rendering",
    ),
}
MODULES = sorted(ENGINE.rglob("*.py"))


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def room_of(module: Path) -> str:
    return module.relative_to(ENGINE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ENGINE).as_posix())
def test_module_imports_only_from_lower_floors(module: Path) -> None:
    room = room_of(module)

    imported = {
        name.split(".")[1] for name in imports_of(module) if name.startswith("newsroom.")
    } - {room}

    assert all(FLOORS[other] < FLOORS.get(room, 0) for other in imported), imported


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ENGINE).as_posix())
def test_library_is_known_at_its_door_only(module: Path) -> None:
    name = ".".join(module.relative_to(ENGINE).with_suffix("").parts)

    behind_doors = {library.split(".")[0] for library in imports_of(module)} & set(DOORS)

    for library in behind_doors:
        assert any(f"{name}.".startswith(f"{door}.") for door in DOORS[library]), library
