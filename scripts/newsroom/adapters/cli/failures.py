"""What a command says that cannot go on: one sentence, in the editor's language, with the cause."""

import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from newsroom.record.causes import cause_of
from newsroom.record.problems import say

_SAMPLE = "ی۱«»…→\u200c"
"""Characters of every kind the commands print."""


class Failure(click.ClickException):
    """A sentence for the editor, and what to do about it; ends the command."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(_told(message, hint))

    def show(self, file: object = None) -> None:
        """Print the sentence on standard error; click calls it."""
        click.echo(self.message, err=True)


class Misuse(Failure):
    """A sentence about how a command was called."""

    exit_code = 2


def refuse_other_encodings() -> None:
    """End the program where Persian can be neither printed nor taken from the command line.

    That is known before anything is done, so nothing is left half done. In English alone: where
    Persian cannot be printed no Persian sentence could be read.
    """
    streams = {sys.getfilesystemencoding()}
    streams |= {stream.encoding for stream in (sys.stdin, sys.stdout) if stream is not None}
    for encoding in sorted(streams):
        try:
            _SAMPLE.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            hint = "set PYTHONUTF8=1, or a locale of UTF-8 such as C.UTF-8"
            print(
                f"error: the encoding of this terminal, '{encoding}', has no Persian letters"
                f"\n  hint: {hint}",
                file=sys.stderr,
            )
            sys.exit(1)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name may hold bytes that are no text.
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def told_failures() -> Iterator[None]:
    """Turn what the machine fails in into a `Failure`; what the program fails in stays as it is."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        raise  # who reads has seen enough; click ends the program quietly
    except OSError as error:
        raise Failure(_reason(error)) from None
    except MemoryError:
        raise Failure(say("not enough memory")) from None
    except (KeyboardInterrupt, click.Abort):
        raise Failure(say("stopped before it was finished")) from None


def _reason(error: OSError) -> str:
    cause = cause_of(error)
    if _is_about_output(error):
        _forget_output()
        return say("the output cannot be written: {reason}", reason=cause)
    if error.filename is None:
        return say("the system reported: {reason}", reason=cause)
    return say("'{path}': {reason}", path=shown(os.fsdecode(str(error.filename))), reason=cause)


def shown(path: Path | str) -> str:
    """A path as it is printed: from the root of the record where it lies in it."""
    context = click.get_current_context(silent=True)
    root = context.find_root().obj if context else None
    if isinstance(root, Path) and Path(path).is_relative_to(root) and Path(path) != root:
        return Path(path).relative_to(root).as_posix()
    return str(path)


def _is_about_output(error: OSError) -> bool:
    """Whether it was raised where something was printed; the error itself does not tell."""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    return frame.f_globals["__name__"] in ("click.utils", __name__)


def _forget_output() -> None:
    """Send nothing more there: Python would try again when the program ends, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(message: str, hint: str) -> str:
    from newsroom.adapters.cli.telling import report_of  # no command that does well needs it here

    report = report_of()
    rows = [f"{report.tell(say('error'))}: {report.show(message)}"]
    if hint:
        rows.append(f"  {report.tell(say('hint'))}: {report.show(hint)}")
    return "\n".join(rows)
