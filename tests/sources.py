"""The three raw sources, which lie beside the repository and are not part of it."""

import os
from pathlib import Path

import pytest

from .conftest import ROOT

SOURCES = Path(os.environ.get("NEWSROOM_SOURCES", ROOT.parent / "shared" / "sources"))
"""Where the raw sources lie; `NEWSROOM_SOURCES` names another folder."""


def read_source_file(prefix: str) -> bytes:
    """The raw bytes of a source by the first digits of its name; skips the test without it."""
    found = sorted(SOURCES.glob(f"{prefix}*.txt"))
    if not found:
        pytest.skip("the raw sources are not at hand")
    return found[0].read_bytes()
