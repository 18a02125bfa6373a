"""The command-line adapter: `newsroom --help` names the commands."""

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import click

from newsroom.adapters.cli.failures import Failure, refuse_other_encodings, told_failures
from newsroom.adapters.cli.helping import LANG, ToldGroup, system_language
from newsroom.text.languages import LANGS
from newsroom.text.messages import say

ROOT_FILE = "mkdocs.yml"
WITHOUT_RECORD = ("edition-key", "init", "verify-edition")
"""The commands that need no record: a reader has none, and a newsroom none yet."""

COMMANDS: Mapping[str, tuple[str, str]] = {
    "addresses": ("addresses", "Record the addresses of paragraphs"),
    "build": ("site", "Check the content and build the site"),
    "check": ("checking", "Report what is wrong with the content"),
    "compare": ("words", "Show the words a page has in common with its source"),
    "date": ("words", "Show the date a phrase means, in both calendars"),
    "edition": ("edition", "Make files of the whole built site, to be taken along"),
    "edition-key": ("edition", "Make a key that signs editions"),
    "explain": ("explaining", "Explain why a name is or is not linked on a page"),
    "image": ("photographs", "Add a photograph to an article"),
    "import": ("intake", "Make a draft in both languages from a saved page"),
    "init": ("starting", "Begin a record of your own in a new folder"),
    "links": ("links", "Check whether external addresses still answer"),
    "move": ("moving", "Change the id of an article or an entry"),
    "new": ("scaffolds", "Begin an article or an entry"),
    "receive": ("submit", "Take drafts made from the form into the record"),
    "schemas": ("schemas", "Write the formats of all files as JSON Schema"),
    "serve": ("site", "Serve the site on this machine and rebuild it on every change"),
    "status": ("translations", "List the state of translations, and what is overdue"),
    "submit": ("submit", "Make drafts of an article sent through the form"),
    "summary": ("summary", "Summarise in both languages what has changed"),
    "tidy": ("words", "Correct Persian letters and half-spaces"),
    "translate": ("translations", "Draft the translation of an article"),
    "upgrade": ("upgrading", "Bring the record to the newest format"),
    "verify": ("verifying", "Compare articles with their sources"),
    "verify-edition": ("edition", "Check that an edition is complete, unchanged and signed"),
    "withdraw": ("withdrawing", "Withdraw an article, leaving a notice at its address"),
}
"""The module of each command, and the line about it in the list of all of them.

`links`, `receive`, `submit` and `summary` are what the workflows run.
"""


class Commands(ToldGroup):
    """Loads the module of a command when it is called: all of them take longer than a check.

    What is wrong with a call is told in the language that was asked for.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; what is wrong with them is told and ends it."""
        ctx.meta[LANG] = _asked_for(args)
        try:
            return super().parse_args(ctx, args)
        except click.ClickException as error:
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

    def lines(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        """The list of commands, without a load of their modules."""
        yield from ((name, line) for name, (_, line) in COMMANDS.items())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, its module loaded; `None` for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"newsroom.adapters.cli.{COMMANDS[cmd_name][0]}")
        # A word of Python, and a sign no name in it may have.
        name = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
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
    return lang if lang in LANGS else system_language()


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
    default=system_language,
    envvar="NEWSROOM_LANG",
    show_envvar=True,
    help="The language of messages and help. [default: that of the system, or en]",
)
@click.pass_context
def main(context: click.Context, root: Path, lang: str) -> None:
    """Check, build and serve a bilingual record.

    \b
    Example:
      newsroom check
    """
    needs_record = context.invoked_subcommand not in WITHOUT_RECORD
    if needs_record and not (root / ROOT_FILE).is_file():
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
    if not needs_record:
        return
    from newsroom.adapters.cli.interruptions import put_right  # it costs more than all of --help

    put_right(context.obj)
