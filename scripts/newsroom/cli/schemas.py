"""The command for the tools of editors: `newsroom schemas`."""

import json
from pathlib import Path

import click

from newsroom.cli.streams import tell, write_over
from newsroom.record.catalogue import Catalogue
from newsroom.record.json_schema import SCHEMAS, json_schemas
from newsroom.record.problems import say


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"The folder they go to.  [default: {SCHEMAS}]",
)
@click.pass_obj
def schemas(root: Path, out: Path | None) -> None:
    """Write the format of every file as JSON Schema, with the ids of the record to choose from.

    VS Code completes and underlines data files by them; what else is wrong is not reported here.

    \b
    Example:
      newsroom schemas --out /tmp/schemas
    """
    folder = out or root / SCHEMAS
    catalogue, _ = Catalogue.load(root, drafts=True)
    files = {
        folder / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in json_schemas(catalogue)
    }
    write_over(files)
    tell(say("{count} schemas in '{path}'", count=len(files), path=folder), err=False)
