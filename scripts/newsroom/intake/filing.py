"""Files put into the record, or changed in it: all of them or none, with the reason reported."""

import os
from collections.abc import Mapping
from pathlib import Path

from newsroom.intake.journal import FOLDER, Contents, change_files
from newsroom.record.causes import cause_of
from newsroom.record.documents import ParseContext
from newsroom.record.locks import HeldError
from newsroom.record.problems import Problem, say


def refuse_existing(root: Path, files: Mapping[str, str], context: ParseContext) -> None:
    """Report each file that is there already; nothing is ever written over."""
    for path in files:
        if os.path.lexists(root / path):
            hint = say("give another --slug or --id, or move the file away")
            context.report(1, "file-exists", say("'{path}' is there already", path=path), hint)


def write_files(root: Path, files: Mapping[str, str], context: ParseContext) -> bool:
    """Write new files by their path below `root`; on any failure the folder is as it was."""
    refuse_existing(root, files, context)
    return not context.problems and replace_files(root, files, context)


def replace_files(root: Path, files: Contents, context: ParseContext) -> bool:
    """Put contents in place of files, by path below `root`; on any failure all are as they were.

    A file that is given `None` is taken away.
    """
    if not files:
        return True
    try:
        change_files(root, files)
    except OSError as error:
        place = _place(error, root) or next(iter(files))
        message = say("cannot be written: {reason}", reason=cause_of(error))
        context.problems.append(Problem(place, 1, "file-unwritable", message))
        return False
    except HeldError as held:
        message = say("another command is writing, process {process}", process=held.holder or "?")
        context.report(1, "file-unwritable", message, say("wait until it is done"))
        return False
    return True


def _place(error: OSError, root: Path) -> str:
    """The file it is about, from the root; empty where that is none of those to be written."""
    for name in (error.filename2, error.filename):
        if name and Path(name).is_relative_to(root):
            place = Path(name).relative_to(root).as_posix()
            return "" if place.startswith(FOLDER) else place
    return ""
