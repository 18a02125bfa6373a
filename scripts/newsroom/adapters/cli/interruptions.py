"""What a command that was killed has left behind is put right before the next one begins."""

from pathlib import Path

import click

from newsroom.adapters.cli.telling import report_of
from newsroom.intake.journal import finish
from newsroom.record.problems import say
from newsroom.site.folders import BusyError, held, put_back, was_interrupted

SITE = "site"
"""The folder of the site where none is named."""


def put_right(root: Path) -> None:
    """Finish or undo a change of several files, put a site back, and say so."""
    is_done, paths = finish(root)
    if paths:
        files = ", ".join(paths)
        message = say("completed the writing of an interrupted command: {files}", files=files)
        if not is_done:
            message = say(
                "undid the writing of an interrupted command, because a file has changed "
                "since: {files}",
                files=files,
            )
        click.echo(report_of().show(message), err=True)
    if was_interrupted(root / SITE):
        _put_back(root / SITE)


def _put_back(site: Path) -> None:
    try:
        with held(site):
            if put_back(site):
                message = say("'{path}' was restored after an interrupted build", path=SITE)
                click.echo(report_of().show(message), err=True)
    except BusyError:  # between its two steps at this very moment
        return
