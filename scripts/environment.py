"""Make the environment of this folder, `.venv`, and say what is being done meanwhile.

Runs before anything is installed, on whatever `python3` a machine has, so it uses the standard
library alone and the syntax of old versions, and tells an old version what to do:

    python3 scripts/environment.py .venv requirements.txt [--editable]

Exits 1 with one sentence if the environment cannot be made.
"""

import re
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)

_WAY_OUT = """\
Python {needed} or newer is needed; this one is {found} ({path}).
Debian 12 and newer have it:     sudo apt install python3 python3-venv
If it is there by another name:  make PYTHON=python{needed} serve"""

_NO_VENV = "Python cannot make an environment here; on Debian: sudo apt install python3-venv"

_CLEAR = "\r\033[K"
"""Goes back to the start of the terminal's line and empties it."""

_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.MULTILINE)
_COLLECTING = re.compile(r"(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)")


def main() -> None:
    """Make or complete the environment named first, from the lists of packages after it."""
    arguments = [it for it in sys.argv[1:] if it != "--editable"]
    folder, lists = Path(arguments[0]), [Path(it) for it in arguments[1:]]
    if sys.version_info < OLDEST:
        sys.exit(_too_old())
    if not _works(folder):
        _say(f"Making {folder}, the environment of this folder …")
        make_environment(folder)
    for requirements in lists:
        install_packages(folder, requirements)
    if "--editable" in sys.argv:
        options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index")
        _run([*_pip(folder), *options, "-e", "."])
    _say(f"{folder} is ready.")


def make_environment(folder: Path) -> None:
    """Make an empty environment, in place of what is left of a broken one."""
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(command, capture_output=True)
    if made.returncode:
        sys.exit(_NO_VENV)


def install_packages(folder: Path, requirements: Path) -> None:
    """Install a hash-locked list, counting the packages as they come."""
    names = _REQUIREMENT.findall(requirements.read_text(encoding="utf-8"))
    command = [*_pip(folder), "--require-hashes", "--progress-bar=off", "-r", str(requirements)]
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert pip.stdout is not None
    printed = []
    seen = set()
    for line in pip.stdout:
        printed.append(line)
        collecting = _COLLECTING.match(line)
        if collecting:
            seen.add(collecting[1])
            _count(len(seen), len(names), collecting[1])
        elif line.startswith("Installing collected packages"):
            _say(f"Installing {line.count(',') + 1} packages …")
    if pip.wait():
        sys.exit("".join(printed[-20:]) + "The packages could not be installed; see above.")


def _pip(folder: Path) -> "list[str]":
    pip = [str(folder / "bin" / "python"), "-u", "-m", "pip", "install"]
    return [*pip, "--disable-pip-version-check", "--no-input"]


def _run(command: "list[str]") -> None:
    if subprocess.run(command).returncode:
        sys.exit(1)  # pip has said why


def _works(folder: Path) -> bool:
    """Whether the environment is there and its Python, which may have been removed, still runs."""
    python = folder / "bin" / "python"
    return python.exists() and not subprocess.run([str(python), "-c", "import pip"]).returncode


def _count(number: int, total: int, name: str) -> None:
    """One line that counts on a terminal; a line for every twenty packages elsewhere."""
    if sys.stdout.isatty():
        line = f"Fetching packages: {number} of at most {total}, {name}"
        print(_CLEAR + line, end="", flush=True)
    elif number == 1 or number % 20 == 0:
        _say(f"Fetching packages: {number} of at most {total} …")


def _say(text: str) -> None:
    """A line of its own, in place of one that counts."""
    print((_CLEAR if sys.stdout.isatty() else "") + text, flush=True)


def _too_old() -> str:
    needed, found = (".".join(map(str, it)) for it in (OLDEST, sys.version_info[:3]))
    return _WAY_OUT.format(needed=needed, found=found, path=sys.executable)


if __name__ == "__main__":
    main()
