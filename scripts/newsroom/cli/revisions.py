"""What git knows: which files differ from a revision."""

import subprocess
from pathlib import Path

import click

from newsroom.review.changes import ADDED, CHANGED, REMOVED, Touched

_LETTERS = {"A": ADDED, "D": REMOVED}
"""How git marks a file; every other letter is a change of its content, kind or mode."""


def changes_since(root: Path, base: str) -> tuple[Touched, ...]:
    """The files below `root` that differ from the revision `base`, in the order of their paths.

    Files git does not know yet are not among them. Raises a usage error for an unknown revision.
    """
    named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if named.returncode:
        raise click.BadParameter(f"'{base}' is no revision of this repository", param_hint="--base")
    revision = named.stdout.decode().strip()
    told = _git(root, "diff", "--name-status", "-z", "--no-renames", "--relative", revision, "--")
    if told.returncode:
        raise click.ClickException(told.stderr.decode(errors="replace").strip())
    fields = told.stdout.decode(errors="surrogateescape").split("\0")[:-1]
    pairs = zip(fields[::2], fields[1::2], strict=True)
    return tuple(sorted(Touched(path, _LETTERS.get(how, CHANGED)) for how, path in pairs))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.ClickException("git is needed to see what a change touches") from None
