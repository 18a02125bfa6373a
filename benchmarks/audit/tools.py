"""What the audit stands on: Chromium, Firefox, WebKitGTK, Node.js with its packages, Java."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from json import loads
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"

CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

_PACKAGES = ("lighthouse", "axe-core", "vnu-jar")

Tool = Callable[[], str]
"""Where a program is; ends ours when it is not there."""


@cache
def chromium() -> str:
    return _command("chromium", "chromium-browser", "google-chrome", debian="chromium")


@cache
def node() -> str:
    return _command("node", debian="nodejs npm")


@cache
def java() -> str:
    return _command("java", debian="default-jre-headless")


@cache
def firefox() -> str:
    return _command("firefox-esr", "firefox", debian="firefox-esr")


@cache
def webkit_driver() -> str:
    return _command("WebKitWebDriver", debian="webkit2gtk-driver")


@cache
def xvfb() -> str:
    return _command("Xvfb", debian="xvfb")


@cache
def pdftotext() -> str:
    return _command("pdftotext", debian="poppler-utils")


@cache
def pdftoppm() -> str:
    return _command("pdftoppm", debian="poppler-utils")


def require(*tools: Tool) -> None:
    """End the program when some of them are missing, and name them all."""
    missing = []
    for tool in dict.fromkeys(tools):
        try:
            tool()
        except SystemExit as missed:
            missing.append(str(missed))
    if missing:
        sys.exit("\n".join(dict.fromkeys(missing)))


def install_packages(folder: Path, names: str, *command: str) -> None:
    """Install what a folder's lock names, unless it is there; no script of a package is run.

    `command` is what npm is told: `ci`, or `install` with its options.
    """
    lock = folder / "package-lock.json"
    installed = folder / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    print(f"Installing {names} (the first time only) …", flush=True)
    npm = _command("npm", debian="npm")
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")
    if subprocess.run((npm, *command, *options), cwd=folder, check=False).returncode:
        sys.exit("The packages could not be installed; the reason stands above")
    installed.touch()


def versions() -> str:
    """What it was measured with, in one line."""
    said = subprocess.run((chromium(), "--version"), capture_output=True, text=True, check=False)
    browser = next((word for word in said.stdout.split() if word[0].isdigit()), "of no version")
    packages = (f"{name} {package_version(MODULES, name)}" for name in _PACKAGES)
    return ", ".join((f"Chromium {browser}", *packages, f"playwright {version('playwright')}"))


def poppler_version() -> str:
    said = subprocess.run((pdftotext(), "-v"), capture_output=True, text=True, check=False)
    return f"poppler {said.stderr.split()[2]}"


def package_version(modules: Path, package: str) -> str:
    """The version of a package in a folder of installed ones."""
    facts: dict[str, str] = loads((modules / package / "package.json").read_text(encoding="utf-8"))
    return facts["version"]


def node_environment() -> dict[str, str]:
    return {**os.environ, "CHROME_PATH": chromium()}


def _command(*names: str, debian: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        sys.exit(f"'{names[0]}' is missing; on Debian: apt-get install {debian}")
    return found
