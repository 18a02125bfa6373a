"""The same pages three times: with our search, in Material's shell, and indexed by Pagefind."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.files import REPOSITORY, build_site, make_buildable

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
SITE_URL = "https://record.example/"


def build_material(work: Path) -> Path:
    """The record of this repository in Material's own shell."""
    root = work / "material"
    shutil.rmtree(root, ignore_errors=True)
    for name in ("docs", "data"):
        shutil.copytree(REPOSITORY / name, root / name)
    make_buildable(root, shell="material")
    build_site(root, root / "site", SITE_URL)
    return root / "site"


def index_with_pagefind(site: Path) -> None:
    """Add Pagefind's index of the text of every page, one for each language, to a built site."""
    binary = next((MODULES / "@pagefind").glob("*/bin/pagefind_extended"))
    command = (str(binary), "--site", str(site), "--root-selector", "main", "--quiet")
    if subprocess.run(command, check=False).returncode:
        sys.exit("Pagefind could not index the site; the reason stands above")
