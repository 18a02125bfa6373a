"""The command that tells reviewers what a change is: `newsroom summary`."""

from pathlib import Path

import click

from newsroom.adapters.cli.revisions import change_since, fork_of, git, refused_by_git
from newsroom.check.fact_changes import fact_changes
from newsroom.check.facts_kept import facts_kept
from newsroom.check.parity import parity_table
from newsroom.check.past import past_of
from newsroom.check.rules import check as check_content
from newsroom.github.changes import ADDED, CHANGED, REMOVED, Touched, articles_of
from newsroom.github.summary import summary_of
from newsroom.record.files import read_raw

_LETTERS = {"A": ADDED, "D": REMOVED}
"""How git marks a file; every other letter is a change of its content, kind or mode."""


@click.command()
@click.option("--base", metavar="REV", required=True, help="The revision the change starts from.")
@click.pass_obj
def summary(root: Path, base: str) -> None:
    """Tell in both languages, as Markdown, what differs from REV.

    Which published facts it states otherwise, whether it is content or engine, what the check
    finds, and which pages and entries are touched, with drafts; a pull request shows it.

    \b
    Example:
      newsroom summary --base origin/main
    """
    change, revised = changes_since(root, base), change_since(root, base)
    catalogue, problems = check_content(root, drafts=True)
    files = read_raw(root)
    facts = fact_changes(past_of(revised, files), revised, catalogue, files)
    told = (*problems, *facts_kept(revised, catalogue, files))
    parity = parity_table(catalogue, articles_of(change))
    click.echo(summary_of(change, catalogue, told, parity, facts), nl=False)


def changes_since(root: Path, base: str) -> tuple[Touched, ...]:
    """The files below `root` that differ from where a branch left `base`, ordered by their paths.

    Files git does not know yet are not among them. Raises a usage error for an unknown revision.
    """
    fork = fork_of(root, base)
    told = git(root, "diff", "--name-status", "-z", "--no-renames", "--relative", fork, "--")
    if told.returncode:
        raise refused_by_git(told)
    fields = told.stdout.decode(errors="surrogateescape").split("\0")[:-1]
    pairs = zip(fields[::2], fields[1::2], strict=True)
    return tuple(sorted(Touched(path, _LETTERS.get(how, CHANGED)) for how, path in pairs))
