"""This record, built once; below this folder `site`, `pages` and `served` are its own.

What depends on one of them has to be declared here, too: pytest keeps a fixture of a session once it was
made, even if it was made of another folder's `site`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import ROOT, build, made_once, serve_copy
from ..pages import BuiltPage, read_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        result = build(ROOT, folder / "site")
        assert result.returncode == 0, result.stderr

    return made_once(tmp_path_factory, "this_record", make) / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_site(site)


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve_copy(site, tmp_path_factory)
