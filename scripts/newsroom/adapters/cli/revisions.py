"""What differs from a revision, as Git tells it."""

import subprocess
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click

from newsroom.check.removals import GLOSSARY, Base
from newsroom.check.scope import Change
from newsroom.github.changes import ADDED, CHANGED, REMOVED, Touched
from newsroom.record.files import TOPS
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.problems import say

_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the branch may be called that others leave and come back to, the likeliest first."""

_DIFF = ("--relative", "--no-renames", "--no-ext-diff")
_LETTERS = {"A": ADDED, "D": REMOVED}
"""How Git marks a file; every other letter is a change of its content, kind or mode."""


def change_since(root: Path, base: str) -> Change:
    """The files of the record that differ from where a branch left `base`.

    What is not committed yet counts as well. A usage error where that cannot be told.
    """
    fork = fork_of(root, base)
    changed = _paths(root, "diff", "--name-only", *_DIFF, fork)
    new = _paths(root, "ls-files", "--others", "--exclude-standard")
    touched = frozenset(changed | new)
    texts = [path for path in sorted(changed) if path.endswith((".yml", ".md"))]
    return Change(touched, _before(root, fork, texts))


def base_of(root: Path, name: str | None) -> Base:
    """What a revision has that is there no longer; without a name, the main branch of the record.

    Where a branch left it counts. Nothing is known without Git, in a copy of one revision, or
    where there is no such branch; only a revision that was named must be there.
    """
    if name is not None:
        return _removed_since(root, name, fork_of(root, name))
    with suppress(click.ClickException):
        for branch in _MAIN:
            fork = git(root, "merge-base", branch, "HEAD")
            if not fork.returncode:
                short = git(root, "rev-parse", "--abbrev-ref", branch).stdout.decode().strip()
                return _removed_since(root, short or branch, fork.stdout.decode().strip())
    return Base()


def _removed_since(root: Path, name: str, fork: str) -> Base:
    options = ("--name-only", *_DIFF)
    gone = _paths(root, "diff", *options, "--diff-filter=D", fork)
    changed = _paths(root, "diff", *options, "--diff-filter=M", fork)
    gone |= {path for path in changed if path == GLOSSARY or path.startswith(f"{ADDRESSES}/")}
    return Base(name, _before(root, fork, sorted(gone)))


def fork_of(root: Path, base: str) -> str:
    """The commit a branch left `base` at; a usage error for what Git does not know."""
    if git(root, "rev-parse", "--is-inside-work-tree").returncode:
        raise click.UsageError(say("'{path}' is not in a Git repository", path=root))
    named = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if named.returncode:
        raise click.UsageError(
            say("Git does not know the revision '{base}'; give a branch, tag or commit", base=base)
        )
    commit = named.stdout.strip().decode()
    # Without a common ancestor, as in a shallow clone, the revision itself is compared with.
    return git(root, "merge-base", commit, "HEAD").stdout.strip().decode() or commit


def git(
    root: Path, *arguments: str, input: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What a command of Git says of the folder; it writes nothing, its index included."""
    command = ["git", "-c", "diff.autoRefreshIndex=false", *arguments]
    try:
        return subprocess.run(command, cwd=root, check=False, capture_output=True, input=input)
    except FileNotFoundError:
        raise click.UsageError(say("Git is required to find what has changed")) from None


def changes_since(root: Path, base: str) -> tuple[Touched, ...]:
    """The files below `root` that differ from where a branch left `base`, ordered by their paths.

    Files Git does not know yet are not among them. Raises a usage error for an unknown revision.
    """
    fields = _fields(root, "diff", "--name-status", *_DIFF, fork_of(root, base), "--")
    pairs = zip(fields[::2], fields[1::2], strict=True)
    return tuple(sorted(Touched(path, _LETTERS.get(how, CHANGED)) for how, path in pairs))


def _paths(root: Path, command: str, *options: str) -> set[str]:
    """The paths of the record that a command of Git lists."""
    return set(_fields(root, command, *options, "--", *TOPS))


def _fields(root: Path, command: str, *arguments: str) -> list[str]:
    """What a command of Git lists; raises an error with its own words where it refuses."""
    result = git(root, command, "-z", *arguments)
    if result.returncode:
        reason = result.stderr.decode("utf-8", "replace").strip()
        raise click.ClickException(say("Git reported: {reason}", reason=reason))
    return result.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _before(root: Path, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
    """What the files held; one that was not there is left out."""
    asked = [path for path in paths if "\n" not in path]
    names = "".join(f"{commit}:./{path}\n" for path in asked).encode("utf-8", "surrogateescape")
    answer = git(root, "cat-file", "--batch", input=names).stdout
    found: dict[str, bytes] = {}
    for path in asked:
        head, _, answer = answer.partition(b"\n")
        if head.endswith(b" missing") or not head:
            continue
        size = int(head.rpartition(b" ")[2])
        found[path], answer = answer[:size], answer[size + 1 :]
    return found
