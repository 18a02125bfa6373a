"""The command that brings a record to today's format: `newsroom upgrade`."""

from pathlib import Path

import click

from newsroom.adapters.cli.failures import Failure
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.telling import stop_at, tell, tell_list
from newsroom.adapters.cli.writing import read_texts, show_changes
from newsroom.intake.filing import replace_files
from newsroom.record.documents import ParseContext
from newsroom.record.loading import Loader
from newsroom.record.migrations import FILE, MIGRATIONS
from newsroom.record.problems import say
from newsroom.record.upgrading import upgraded


@click.command(cls=Told)
@click.option("--dry-run", is_flag=True, help="Show what would change as a diff; write nothing.")
@click.pass_obj
def upgrade(root: Path, dry_run: bool) -> None:
    """Bring the files of the record to the newest format. Writes all files or none.

    Words of the interface and messages that are still the engine's of an older version are removed,
    so that those of today hold; words of your own stay. `newsroom check` tells of what is left.

    \b
    Example:
      newsroom upgrade --dry-run
    """
    context, newest = ParseContext(FILE), MIGRATIONS[-1].version
    loader = Loader(root)
    version = loader.version()
    context.problems += loader.problems
    stop_at(context)
    if version > newest:
        message = say(
            "the record has format {version}; this engine knows formats up to {newest}",
            version=version,
            newest=newest,
        )
        raise Failure(message, say("update the engine"))
    files = read_texts(root)
    changes = upgraded(files, version, MIGRATIONS)
    if not changes:
        tell(say("the record has the newest format, {newest}", newest=newest), err=False)
    elif dry_run:
        show_changes(files, changes, {})
    else:
        replace_files(root, changes, context)
        stop_at(context)
        tell_list(say("written"), (path for path, text in changes.items() if text is not None))
        tell_list(say("removed"), (path for path, text in changes.items() if text is None))
        tell(say("now run `newsroom check`"))
