"""`newsroom addresses`: the addresses of paragraphs kept up with the text."""

import datetime
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import changed_files
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import load
from newsroom.adapters.cli.telling import stop_at, tell
from newsroom.check.issued import recorded_texts
from newsroom.intake.filing import replace_files
from newsroom.record.documents import ParseContext
from newsroom.record.problems import say


@click.command(cls=Told)
@click.option(
    "--dry-run", is_flag=True, help="List the files that would change, and write nothing."
)
@click.pass_obj
def addresses(root: Path, dry_run: bool) -> None:
    """Record the address of every paragraph, note and list item of the published articles.

    A paragraph keeps its address when it is moved, reworded, split or merged. A deleted one leaves
    a dated note. The files in data/addresses/ record which words identify each paragraph. Commands
    that write pages do this as well.

    \b
    Example:
      newsroom addresses
    """
    context = ParseContext("data/addresses")
    changed = changed_files(root, recorded_texts(load(root), datetime.date.today().isoformat()))
    if dry_run:
        for path in changed:
            tell(say("{path}: would be written", path=path), err=False)
        return
    replace_files(root, changed, context)
    stop_at(context)
    for path in changed:
        tell(say("{path}: written", path=path), err=False)
    if not changed:
        tell(say("every address is already recorded"), err=False)
