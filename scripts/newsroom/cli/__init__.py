"""The command-line door: `newsroom --help` names the commands."""

from pathlib import Path

import click

from newsroom.cli.intake import import_
from newsroom.cli.links import links
from newsroom.cli.scaffolds import new
from newsroom.cli.schemas import schemas
from newsroom.cli.site import build, check, serve
from newsroom.cli.submit import receive, submit
from newsroom.cli.summary import summary
from newsroom.cli.translations import status, translate
from newsroom.cli.words import compare, date, tidy

ROOT_FILE = "mkdocs.yml"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsroom")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds mkdocs.yml.  [default: this one]",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, build and serve a bilingual record.

    \b
    Example:
      newsroom check
    """
    if not (root / ROOT_FILE).is_file():
        raise click.UsageError(f"'{root}' has no {ROOT_FILE}; say where the record is with --root")
    context.obj = root.resolve()


COMMANDS = (check, build, serve, import_, new, translate, status, tidy, compare, date, schemas)
FOR_GITHUB = (summary, links, submit, receive)
"""What the workflows run; they are of use by hand, too."""

for _command in (*COMMANDS, *FOR_GITHUB):
    main.add_command(_command)
