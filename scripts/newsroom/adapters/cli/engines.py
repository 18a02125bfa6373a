"""What a record's environment installs the engine from: pip's requirement, or a wheel beside it."""

import json
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from newsroom.adapters.cli.failures import Failure
from newsroom.adapters.cli.telling import tell
from newsroom.record.problems import say

_PACKAGE = "newsroom"
_FOLDER = "engine"
"""The folder of a record that holds the wheel."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What is installed: a requirement of pip, and the wheel it names where the record holds it."""

    requirement: str
    wheel: Path | None = None

    @property
    def with_editions(self) -> str:
        """The requirement with what editions need besides."""
        if self.requirement.startswith(_PACKAGE):
            return self.requirement.replace(_PACKAGE, f"{_PACKAGE}[editions]", 1)
        return f"{self.requirement}[editions]"

    @property
    def files(self) -> dict[str, bytes]:
        """What a record takes along, by path from its root."""
        return {f"{_FOLDER}/{self.wheel.name}": self.wheel.read_bytes()} if self.wheel else {}


def engine_of(asked: str | None) -> Engine:
    """The engine to install: as asked for, or where the running one came from.

    A wheel on this machine is taken along, so that every other machine has it, too.
    """
    if asked is None:
        return _running()
    if asked.startswith(_PACKAGE):
        return Engine(asked)
    return _at_url(asked) if "://" in asked else _at_path(Path(asked))


def _running() -> Engine:
    """By what pip notes of an installation (PEP 610); of one from an index it notes nothing."""
    installed = distribution(_PACKAGE)
    origin: dict[str, Any] = json.loads(installed.read_text("direct_url.json") or "{}")
    url, source = str(origin.get("url", "")), origin.get("vcs_info", {})
    if not url:
        return Engine(f"{_PACKAGE}=={installed.version}")
    if source:
        url = f"{source['vcs']}+{url}@{source['commit_id']}"
    return _at_url(url)


def _at_url(url: str) -> Engine:
    if url.startswith("file:"):
        return _at_path(Path(unquote(urlsplit(url).path)))
    return Engine(f"{_PACKAGE} @ {url}")


def _at_path(path: Path) -> Engine:
    if path.suffix == ".whl" and path.is_file():
        return Engine(f"./{_FOLDER}/{path.name}", path)
    if not path.is_dir():
        raise Failure(say("the engine is not at '{path}'", path=path), say("give --engine"))
    tell(say("other machines cannot install the engine from '{path}'; give --engine", path=path))
    return Engine(f"{_PACKAGE} @ {path.resolve().as_uri()}")
