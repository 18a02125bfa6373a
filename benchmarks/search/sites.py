"""The same pages three times: with our search, in Material's shell, and indexed by Pagefind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
SITE_URL = "https://record.example/"


def build(root: Path, site: Path) -> None:
    """Build the record below `root`; ends the program when it cannot be built."""
    shutil.rmtree(site, ignore_errors=True)
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL}
    result = subprocess.run(
        (*command, "--site-dir", str(site)), cwd=root, env=environment, check=False
    )
    if result.returncode:
        sys.exit("The site could not be built; the reason stands above")


def build_material(work: Path) -> Path:
    """The record of this repository in Material's own shell."""
    root = work / "material"
    shutil.rmtree(root, ignore_errors=True)
    for name in ("docs", "data", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    (root / "scripts" / "newsroom").mkdir(parents=True)  # `watch:` in mkdocs.yml names it
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("shell: newsroom", "shell: material")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(root, root / "site")
    return root / "site"


def index_with_pagefind(site: Path) -> None:
    """Add Pagefind's index of the text of every page, one for each language, to a built site."""
    binary = next((MODULES / "@pagefind").glob("*/bin/pagefind_extended"))
    command = (str(binary), "--site", str(site), "--root-selector", "main", "--quiet")
    if subprocess.run(command, check=False).returncode:
        sys.exit("Pagefind could not index the site; the reason stands above")
