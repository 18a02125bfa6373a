"""This record, built once; below this folder `site` and `pages` are its own."""

from pathlib import Path

import pytest

from ..conftest import ROOT, build, made_once
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
