"""The help of the commands, in the language that was asked for.

English is what click prints of the docstrings and options. In Persian the same paragraphs and lines
are looked up in `defaults/help.yml`; a line nobody has put into Persian stays English.
"""

import inspect
import os
from collections.abc import Iterator
from functools import cache

import click

from newsroom.text.languages import LANGS
from newsroom.text.messages import say

LANG = "newsroom.lang"
"""Where a context keeps the language problems and help are told in."""

_LITERAL = "\b"
"""What marks a paragraph that click does not wrap."""


def system_language() -> str:
    """The language the system speaks, if it is one of ours: by POSIX the first of three is it."""
    known = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    lang = next(filter(None, known), "").partition("_")[0].partition(".")[0]
    return lang if lang in LANGS else "en"


class Told(click.Command):
    """A command whose help, and what it refuses, is told in the language of its context."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click's, but that what is too much is refused in words of ours."""
        if isinstance(self, click.Group):
            return super().parse_args(ctx, args)
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(say("'{words}' is too much", words=" ".join(rest)), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how it is called."""
        told = _Words(ctx)
        pieces = " ".join(told(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{told('Usage:')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does, paragraph by paragraph."""
        told = _Words(ctx)
        for paragraph in inspect.cleandoc(self.help or "").split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(told.paragraph(paragraph))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its options, and below them the commands of a group."""
        told = _Words(ctx)
        rows = [row for param in self.get_params(ctx) if (row := told.option(param))]
        if rows:
            with formatter.section(told("Options")):
                formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class ToldGroup(Told, click.Group):
    """A command with commands of its own."""

    command_class = Told

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of its commands, each with its first sentence."""
        told = _Words(ctx)
        with formatter.section(told("Commands")):
            formatter.write_dl([(name, told(line)) for name, line in self.lines(ctx)])

    def lines(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        """The name of each command, with a line about it."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            about = inspect.cleandoc(command.help or "") if command else ""
            yield name, " ".join(about.partition("\n\n")[0].split())


def words_of_option(flag: str) -> str:
    """What an option of the running command is: "The name in Persian (--fa)"."""
    context = click.get_current_context()
    options = (it for it in context.command.params if isinstance(it, click.Option))
    help_ = next((it.help or "" for it in options if flag in it.opts), "")
    words = _Words(context)(help_).partition("[")[0].strip(" .")
    return f"{words} ({flag})"


class _Words:
    """Says the words of a help in the language of a context."""

    def __init__(self, ctx: click.Context) -> None:
        self._ctx = ctx
        self._persian = persian_words() if ctx.meta.get(LANG) == "fa" else {}

    def __call__(self, text: str) -> str:
        text = " ".join(text.split())
        return self._persian.get(text, text)

    def paragraph(self, text: str) -> str:
        """A paragraph; of one that is not wrapped, an example, only the heading has words."""
        if not text.startswith(_LITERAL):
            return self(text)
        heading, *lines = text.removeprefix(f"{_LITERAL}\n").split("\n")
        return "\n".join((_LITERAL, self(heading), *lines))

    def option(self, param: click.Parameter) -> tuple[str, str] | None:
        """The row of an option: how it is given, and what it does; `None` for an argument."""
        row = param.get_help_record(self._ctx)
        if row is None or not isinstance(param, click.Option):
            return None
        metavar = param.make_metavar(self._ctx)
        given = row[0].replace(metavar, self(metavar)) if metavar else row[0]
        return given, "  ".join((self(param.help or ""), *self._notes(param)))

    def _notes(self, param: click.Option) -> Iterator[str]:
        extra = param.get_help_extra(self._ctx)
        if default := extra.get("default"):
            yield self("[default: {value}]").format(value=default)
        if variables := extra.get("envvars"):
            yield self("[env var: {value}]").format(value=", ".join(variables))
        if extra.get("required"):
            yield self("[required]")


@cache
def persian_words() -> dict[str, str]:
    """What helps say, in Persian: sentences, and what an argument is called."""
    from newsroom.record.messages import help_in_persian  # no English help needs it

    return dict(help_in_persian().persian)
