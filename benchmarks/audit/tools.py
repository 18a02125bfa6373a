"""What the audit stands on: Chromium, Firefox, WebKitGTK, Node.js with its packages, Java."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from json import loads
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"

CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

_PACKAGES = ("lighthouse", "axe-core", "vnu-jar")


@dataclass(frozen=True, slots=True)
class Tool:
    """A program, by the names it may have; called, it says where it is, or ends ours."""

    names: str
    debian: str
    """The package of Debian that has it."""

    def __call__(self) -> str:
        found = next(filter(None, map(shutil.which, self.names.split())), None)
        if not found:
            name = self.names.split()[0]
            sys.exit(f"'{name}' is missing; on Debian: apt-get install {self.debian}")
        return found


chromium = Tool("chromium chromium-browser google-chrome", "chromium")
node = Tool("node", "nodejs npm")
java = Tool("java", "default-jre-headless")
firefox = Tool("firefox-esr firefox", "firefox-esr")
webkit_driver = Tool("WebKitWebDriver", "webkit2gtk-driver")
xvfb = Tool("Xvfb", "xvfb")
pdftotext = Tool("pdftotext", "poppler-utils")
pdftoppm = Tool("pdftoppm", "poppler-utils")
_npm = Tool("npm", "npm")


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
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")
    if subprocess.run((_npm(), *command, *options), cwd=folder, check=False).returncode:
        sys.exit("The packages could not be installed; the reason stands above")
    installed.touch()


def versions() -> str:
    """What it was measured with, in one line."""
    said = subprocess.run((chromium(), "--version"), capture_output=True, text=True, check=False)
    browser = next((word for word in said.stdout.split() if word[0].isdigit()), "of no version")
    packages = (f"{name} {package_version(MODULES, name)}" for name in _PACKAGES)
    return ", ".join((f"Chromium {browser}", *packages, f"playwright {version('playwright')}"))


def poppler_version() -> str:
    """The version of what prints pages as text, with its name."""
    said = subprocess.run((pdftotext(), "-v"), capture_output=True, text=True, check=False)
    return f"poppler {said.stderr.split()[2]}"


def package_version(modules: Path, package: str) -> str:
    """The version of a package in a folder of installed ones."""
    facts: dict[str, str] = loads((modules / package / "package.json").read_text(encoding="utf-8"))
    return facts["version"]


def node_environment() -> dict[str, str]:
    """The environment Lighthouse finds Chromium by."""
    return {**os.environ, "CHROME_PATH": chromium()}
