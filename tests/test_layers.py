"""The layers of the engine: a package imports only from lower ones, never sideways."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

ENGINE = ROOT / "scripts" / "newsroom"
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"defaults", "text"}),
    frozenset({"document"}),
    frozenset({"record"}),
    frozenset({"check", "intake", "site"}),
    frozenset({"edition", "github", "tools", "verify"}),
    frozenset({"adapters"}),
    frozenset({"api"}),
)
"""Lowest first."""
LAYER_OF = {package: number for number, layer in enumerate(LAYERS) for package in layer}
KNOWN_IN = {
    "mkdocs": ("adapters.mkdocs",),
    "jinja2": ("adapters.mkdocs", "site.components", "site.templates"),
    "click": ("adapters.cli",),
    "PIL": ("intake.photographs", "record.pictures", "site.graphics.rasters", "site.renditions"),
    "resvg_py": ("site.graphics.rasters",),
    "markdown": (
        "document",
        "site.explanations",
        "site.mentions",
        "site.numbering",
        "site.rendering",
    ),
}
"""The modules and packages that alone import a library."""
MODULES = sorted(ENGINE.rglob("*.py"))
BENCHMARKS = sorted(
    module
    for module in (ROOT / "benchmarks").rglob("*.py")
    if not {"work", "node_modules"} & {*module.parts}
)


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def package_of(module: Path) -> str:
    return module.relative_to(ENGINE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ENGINE).as_posix())
def test_module_imports_only_from_lower_layers(module: Path) -> None:
    package = package_of(module)

    imported = {
        name.split(".")[1] for name in imports_of(module) if name.startswith("newsroom.")
    } - {package}

    assert all(LAYER_OF[other] < LAYER_OF.get(package, 0) for other in imported), imported


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ENGINE).as_posix())
def test_library_is_known_in_its_place_only(module: Path) -> None:
    name = ".".join(module.relative_to(ENGINE).with_suffix("").parts)

    libraries = {library.split(".")[0] for library in imports_of(module)} & set(KNOWN_IN)

    for library in libraries:
        assert any(f"{name}.".startswith(f"{place}.") for place in KNOWN_IN[library]), library


@pytest.mark.parametrize("module", BENCHMARKS, ids=lambda m: m.relative_to(ROOT).as_posix())
def test_benchmarks_import_the_public_surface_only(module: Path) -> None:
    imported = {name for name in imports_of(module) if name.split(".")[0] == "newsroom"}

    assert imported <= {"newsroom.api"}
