"""The command-line door: `newsroom --help` names the commands."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from newsroom.cli.failures import refuse_other_encodings, told_failures
from newsroom.cli.interruptions import put_right
from newsroom.text.languages import LANGS

ROOT_FILE = "mkdocs.yml"
LANG = "newsroom.lang"
"""Where a context keeps the language problems are told in."""

COMMANDS: Mapping[str, str] = {
    "build": "site",
    "check": "checking",
    "compare": "words",
    "date": "words",
    "import": "intake",
    "links": "links",
    "new": "scaffolds",
    "receive": "submit",
    "schemas": "schemas",
    "serve": "site",
    "status": "translations",
    "submit": "submit",
    "summary": "summary",
    "tidy": "words",
    "translate": "translations",
}
"""The module of each command; `links`, `receive`, `submit` and `summary` are what workflows run."""


class Commands(click.Group):
    """Loads the module of a command when it is asked for: all of them take longer than a check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"newsroom.cli.{COMMANDS[cmd_name]}")
        name = "import_" if cmd_name == "import" else cmd_name  # a word of Python
        command: click.Command = getattr(module, name)
        return command

    def main(self, *args: Any, **options: Any) -> Any:
        refuse_other_encodings()
        return super().main(*args, **options)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        with told_failures():  # the help is printed here
            return super().make_context(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        with told_failures():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsroom")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds mkdocs.yml.  [default: this one]",
)
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    default="en",
    envvar="NEWSROOM_LANG",
    show_envvar=True,
    help="The language problems are told in.  [default: en]",
)
@click.pass_context
def main(context: click.Context, root: Path, lang: str) -> None:
    """Check, build and serve a bilingual record.

    \b
    Example:
      newsroom check
    """
    if not (root / ROOT_FILE).is_file():
        raise click.UsageError(f"'{root}' has no {ROOT_FILE}; say where the record is with --root")
    context.meta[LANG] = lang
    context.obj = root.resolve()
    put_right(context.obj)
