"""The command that tells reviewers what a change is: `newsroom summary`."""

from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.revisions import change_since, changes_since
from newsroom.check.fact_changes import fact_changes
from newsroom.check.facts_kept import facts_kept
from newsroom.check.parity import parity_table
from newsroom.check.past import past_of
from newsroom.check.rules import check as check_content
from newsroom.github.changes import articles_of
from newsroom.github.summary import summary_of
from newsroom.record.files import read_raw


@click.command(cls=Told)
@click.option("--base", metavar="REV", required=True, help="The revision the change starts from.")
@click.pass_obj
def summary(root: Path, base: str) -> None:
    """Summarise in both languages, as Markdown, what differs from REV.

    Lists the published facts that have changed, whether it is content or engine, what the check
    finds, and which pages and entries are touched, drafts included. Pull requests show it.

    \b
    Example:
      newsroom summary --base origin/main
    """
    change, revised = changes_since(root, base), change_since(root, base)
    catalogue, problems = check_content(root, drafts=True)
    files = read_raw(root)
    facts = fact_changes(past_of(revised, catalogue, files), revised, catalogue, files)
    told = (*problems, *facts_kept(revised, catalogue, files))
    parity = parity_table(catalogue, articles_of(change))
    click.echo(summary_of(change, catalogue, told, parity, facts), nl=False)
