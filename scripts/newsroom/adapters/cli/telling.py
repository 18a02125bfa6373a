"""What the commands say, in the language asked for: sentences, lists, problems and diffs."""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from io import StringIO
from pathlib import Path
from time import monotonic
from unicodedata import category

import click

from newsroom.adapters.cli.helping import LANG
from newsroom.check.reports import Report, as_text
from newsroom.record.documents import ParseContext
from newsroom.record.loading import Loader, load_messages
from newsroom.record.messages import Messages, default_messages
from newsroom.record.problems import Problem, say
from newsroom.text.messages import code_point

MOMENT = 2.0
"""Seconds nothing is said for of what takes its time."""
_CLEAR = "\r\x1b[K"
_MESSAGES = "newsroom.messages"
"""Where a context keeps them."""


def language() -> str:
    """The language problems are told in: that of `--lang`, or of `NEWSROOM_LANG`."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(LANG, "en")) if context else "en"


def messages() -> Messages:
    """The sentences of the record in Persian, if they are needed and can be read; read once."""
    context = click.get_current_context()
    root: Path | None = context.find_root().obj
    if language() == "en" or root is None:
        return Messages()
    if _MESSAGES not in context.meta:
        try:
            context.meta[_MESSAGES] = load_messages(Loader(root))
        except OSError:  # what is to be told of may be just that
            return default_messages()
    known: Messages = context.meta[_MESSAGES]
    return known


def report_of(problems: Sequence[Problem] = ()) -> Report:
    """A report on standard error about problems, and what says a sentence there."""
    return Report(problems, lang=language(), messages=messages(), is_terminal=sys.stderr.isatty())


def told(message: str) -> str:
    """A sentence in the language that was asked for."""
    return messages().render(message, language())


def tell(message: str, *, err: bool = True) -> None:
    """Print a sentence in the language that was asked for."""
    click.echo(told(message), err=err)


def tell_list(title: str, items: Iterable[str]) -> None:
    """Print what there is of something below its title; nothing where there is none."""
    rows = list(items)
    if rows:
        tell(say("{title} ({count}):", title=title, count=len(rows)), err=False)
    for row in rows:
        click.echo(f"  {told(row)}")


def stop_at(parse_context: ParseContext) -> None:
    """Print the problems, in the language that was asked for, and exit 1, if there are any."""
    if parse_context.problems:
        click.echo(as_text(report_of(sorted(parse_context.problems))), err=True)
        sys.exit(1)


def is_agreed() -> bool:
    """Whether the editor says that what was shown may be written."""
    return click.confirm(told(say("Write it?")), err=True)


def show_diff(before: str, after: str, names: tuple[str, str], *, err: bool = False) -> None:
    """Print what changes between two texts, called by `names`, with a line around each change.

    A terminal is shown characters that cannot be seen, or steer it, by their code points.
    """
    is_terminal = (sys.stderr if err else sys.stdout).isatty()
    old, new = ([*StringIO(text, newline="\n")] for text in (before, after))
    for line in unified_diff(old, new, *names, n=1):
        if is_terminal:
            line = "".join(f"<{code_point(it)}>" if _is_unseen(it) else it for it in line)
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"  # as diff has it
        click.echo(line + end, err=err, nl=False)


def _is_unseen(char: str) -> bool:
    """Whether a character is not shown; tabs, line feeds and joiners of letters are known."""
    return category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in "\t\n\u200c\u200d"


@contextmanager
def progress_shown(say_after: Callable[[int], str]) -> Iterator[None]:
    """Print what is said after so many seconds to a terminal, once a moment has passed.

    They go when the work is done. Nothing is printed where standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_tick, args=(say_after, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _tick(say_after: Callable[[int], str], done: threading.Event) -> None:
    begun = monotonic()
    wait = MOMENT
    while not done.wait(wait):
        sys.stderr.write(f"{_CLEAR}{say_after(round(monotonic() - begun))}")
        sys.stderr.flush()
        wait = 0.5
    if monotonic() - begun > MOMENT:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
