"""The command-line adapter: `newsroom --help` names the commands."""

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import click

from newsroom.adapters.cli.failures import Failure, refuse_other_encodings, told_failures
from newsroom.text.languages import LANGS
from newsroom.text.messages import say

ROOT_FILE = "mkdocs.yml"
LANG = "newsroom.lang"
"""Where a context keeps the language problems are told in."""

COMMANDS: Mapping[str, tuple[str, str]] = {
    "addresses": ("addresses", "Record the addresses of paragraphs"),
    "build": ("site", "Check the content and build the site"),
    "check": ("checking", "Report what is wrong with the content"),
    "compare": ("words", "Show the runs of words a page shares with its source"),
    "date": ("words", "Say which days a phrase means, in both calendars"),
    "edition": ("edition", "Make files of the whole record to pass on"),
    "explain": ("explaining", "Say why a name is or is not linked on a page"),
    "image": ("photographs", "Add a photograph to an article"),
    "import": ("intake", "Make a draft in both languages from a saved page"),
    "links": ("links", "Ask every external address whether it still answers"),
    "move": ("moving", "Give an article or an entry another id"),
    "new": ("scaffolds", "Begin an article or an entry"),
    "receive": ("submit", "Take drafts that were made from the form"),
    "schemas": ("schemas", "Write the formats of all files as JSON Schema"),
    "serve": ("site", "Serve the site on this machine and rebuild it"),
    "status": ("translations", "List how far every page is translated, and what is past due"),
    "submit": ("submit", "Make drafts of an article sent in by the form"),
    "summary": ("summary", "Sum up in both languages what has changed"),
    "tidy": ("words", "Put Persian letters and half-spaces right"),
    "translate": ("translations", "Make the counterpart of an article"),
    "verify": ("verifying", "Hold articles to the sources they were written from"),
    "withdraw": ("withdrawing", "Take an article back, with a notice at its address"),
}
"""The module of each command, and the line about it in the list of all of them.

`links`, `receive`, `submit` and `summary` are what the workflows run.
"""


class Commands(click.Group):
    """Loads the module of a command when it is called: all of them take longer than a check.

    What is wrong with a call is told in the language that was asked for.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; what is wrong with them is told and ends it."""
        lang = _asked_for(args)
        try:
            return super().parse_args(ctx, args)
        except click.ClickException as error:
            ctx.meta[LANG] = lang
            return _refuse(error, ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the machine fails in becomes a sentence."""
        try:
            with told_failures():
                return super().invoke(ctx)
        except Failure:
            raise  # it has its words already
        except click.ClickException as error:
            return _refuse(error, ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the list."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without a load of their modules."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, its module loaded; `None` for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"newsroom.adapters.cli.{COMMANDS[cmd_name][0]}")
        name = "import_" if cmd_name == "import" else cmd_name  # a word of Python
        command: click.Command = getattr(module, name)
        return command

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the program, unless its streams cannot take Persian."""
        refuse_other_encodings()
        return super().main(*args, **options)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """The context of a call; made with what the machine fails in told."""
        with told_failures():  # the help is printed here
            return super().make_context(*args, **options)


def _asked_for(args: Sequence[str]) -> str:
    """The language a call asks for, which may be refused before it is read."""
    named = [lang for option, lang in pairwise(args) if option == "--lang"]
    lang = named[0] if named else os.environ.get("NEWSROOM_LANG", "")
    return lang if lang in LANGS else "en"


def _refuse(error: click.ClickException, context: click.Context) -> NoReturn:
    import_module("newsroom.adapters.cli.refusals").show(error, context)
    context.exit(error.exit_code)


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
        context.meta[LANG] = lang
        raise click.UsageError(
            say(
                "'{path}' has no {file}; give the folder of the record with --root",
                path=root,
                file=ROOT_FILE,
            )
        )
    context.meta[LANG] = lang
    context.obj = root.resolve()
    from newsroom.adapters.cli.interruptions import put_right  # it costs more than all of --help

    put_right(context.obj)
