"""The command that tells reviewers what a change is: `newsroom summary`."""

from pathlib import Path

import click

from newsroom.adapters.cli.revisions import changes_since
from newsroom.check.parity import parity_table
from newsroom.check.rules import check as check_content
from newsroom.github.changes import articles_of
from newsroom.github.summary import summary_of


@click.command()
@click.option("--base", metavar="REV", required=True, help="The revision the change starts from.")
@click.pass_obj
def summary(root: Path, base: str) -> None:
    """Tell in both languages, as Markdown, what differs from REV.

    Whether it is content or engine, what the check finds, and which pages and entries are touched,
    with drafts; a pull request shows it.

    \b
    Example:
      newsroom summary --base origin/main
    """
    change = changes_since(root, base)
    catalogue, problems = check_content(root, drafts=True)
    parity = parity_table(catalogue, articles_of(change))
    click.echo(summary_of(change, catalogue, problems, parity=parity), nl=False)
