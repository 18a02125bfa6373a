"""The command that tells reviewers what a change is: `newsroom summary`."""

import sys
from pathlib import Path

import click

from newsroom.cli.revisions import changes_since
from newsroom.review.rules import check as check_content
from newsroom.review.summary import summary_of


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
    if len(catalogue.strings) < 2:
        click.echo("data/strings cannot be read: newsroom check", err=True)
        sys.exit(1)
    click.echo(summary_of(change, catalogue, problems, parity={}), nl=False)
