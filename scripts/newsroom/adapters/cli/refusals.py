"""What is wrong with a call of a command, in the language that was asked for."""

from pathlib import Path

import click

from newsroom.adapters.cli.helping import LANG, persian_words
from newsroom.record.loading import Loader, load_messages
from newsroom.record.messages import Messages
from newsroom.text.messages import Message, say


def show(error: click.ClickException, root: click.Context) -> None:
    """Print why a command was not run; in English as click says it, otherwise in words of ours.

    `root` is the context of `newsroom` itself.
    """
    lang = str(root.meta.get(LANG) or root.params.get("lang") or "en")
    messages = _messages(root) if lang != "en" else Messages()
    if not messages.persian:
        error.show()
        return
    context = getattr(error, "ctx", None)
    if isinstance(error, click.UsageError) and context:
        use = say("use: `{command} …`; help: `{command} -h`", command=context.command_path)
        click.echo(messages.render(use, lang), err=True)
    sentence = say("error: {what}", what=_sentence(error))
    click.echo(messages.render(sentence, lang), err=True)


def _sentence(error: click.ClickException) -> Message:
    """What click found, as a sentence that can be said in Persian."""
    if isinstance(error, click.NoSuchOption):
        return say("unknown option '{name}'", name=error.option_name)
    if isinstance(error, click.NoSuchCommand):
        return say("unknown command '{name}'", name=error.command_name)
    if isinstance(error, click.BadOptionUsage):
        return _usage(error)
    if isinstance(error, click.MissingParameter):
        return say("'{name}' is missing", name=_name(error))
    if isinstance(error, click.BadParameter):
        return say("the value of '{name}': {what}", name=_name(error), what=_value(error))
    if isinstance(error.message, Message):
        return error.message
    return say("the command cannot be understood: {what}", what=error.message)


def _usage(error: click.BadOptionUsage) -> Message:
    """What is wrong with an option: it lacks its value, or has one and takes none."""
    command = error.ctx.command if error.ctx else None
    options = (it for it in command.params if isinstance(it, click.Option)) if command else ()
    own = next((it for it in options if error.option_name in (*it.opts, *it.secondary_opts)), None)
    if own is None or own.is_flag:
        return say("the option '{name}' takes no value", name=error.option_name)
    return say("the option '{name}' needs a value", name=error.option_name)


def _value(error: click.BadParameter) -> Message:
    if isinstance(error.message, Message):
        return error.message
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("expected one of {options}", options=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.Path):
        return say("no such file or folder, or it cannot be used")
    return say("expected a number")


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    name = str(hint).strip("'\"")
    return persian_words().get(name, name)


def _messages(root: click.Context) -> Messages:
    return load_messages(Loader(root.obj or root.params.get("root") or Path()))
