"""The command for the tools of editors: `newsroom schemas`."""

import json
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.telling import tell
from newsroom.adapters.cli.writing import write_over
from newsroom.record.catalogue import Catalogue
from newsroom.record.formats import OPTIONS, formats_of
from newsroom.record.guide import FORMATS, with_tables
from newsroom.record.problems import say
from newsroom.tools.json_schema import SCHEMAS, json_schemas


@click.command(cls=Told)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"The folder they are written to.  [default: {SCHEMAS}]",
)
@click.option("--guide", is_flag=True, help="Update the tables of the guide as well.")
@click.pass_obj
def schemas(root: Path, out: Path | None, guide: bool) -> None:
    """Write the format of every file as JSON Schema, with the ids of the record to choose from.

    VS Code uses them to complete data files and to underline mistakes. With --guide the tables of
    guide/formats.md are rewritten from the fields, in both languages.

    \b
    Example:
      newsroom schemas --out /tmp/schemas
      newsroom schemas --guide
    """
    folder = out or root / SCHEMAS
    catalogue, _ = Catalogue.load(root, drafts=True)
    files = {
        folder / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in json_schemas(catalogue)
    }
    count = len(files)
    if guide:
        pages = (page for (_, uri), page in catalogue.pages.items() if uri == FORMATS)
        for page in pages:
            text = (root / page.path).read_text(encoding="utf-8")
            files[root / page.path] = with_tables(
                text, page.lang, (*formats_of(catalogue.kinds), OPTIONS)
            )
    write_over(files)
    tell(say("{count} schemas in '{path}'", count=count, path=folder), err=False)
