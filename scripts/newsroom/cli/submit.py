"""The commands behind the form on GitHub: `newsroom submit` and `newsroom receive`."""

import datetime
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from newsroom.cli.intake import load, show_list
from newsroom.cli.streams import SOURCE, name_of, read_bytes, stop_at
from newsroom.intake.filing import refuse_existing, write_files
from newsroom.intake.importing import Desk, Import
from newsroom.intake.reading import decode
from newsroom.intake.receiving import read_submitted
from newsroom.intake.replies import pull_request, receipt, refusal
from newsroom.intake.submissions import (
    FORM,
    REPLY_LANGS,
    Submission,
    import_submission,
    read_answers,
    read_questions,
    read_submission,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import Reading, read_text
from newsroom.record.problems import Problem, errors_of
from newsroom.review.rules import check as check_content
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

FILES, COMMENT, PULL_REQUEST = "files", "comment.md", "pull-request.md"
"""What `submit` writes and `receive` reads."""

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--issue-body", type=SOURCE, required=True, help="The text of the issue.")
@click.option("--number", type=click.IntRange(1), help="The number of the issue.")
@click.option("--into", type=_FOLDER, required=True, help="A new folder for what is made of it.")
@click.pass_obj
def submit(root: Path, issue_body: Path, number: int | None, into: Path) -> None:
    """Make drafts of an article sent in by the form on GitHub.

    Writes the drafts, an answer to the sender and the text of a pull request into a folder of its
    own; the record is left alone. The drafts have passed the check. Exits 1 when the text is
    refused; the answer then says why.

    \b
    Example:
      newsroom submit --issue-body issue.md --number 12 --into submission
    """
    if into.exists():
        raise click.UsageError(f"'{into}' is there already; name a new folder")
    catalogue = load(root)
    reading = Reading(name_of(issue_body))
    langs, submission = _read(root, read_bytes(issue_body), reading)
    found = _import(submission, catalogue, reading) if submission else None
    if found:
        refuse_existing(root, found.files, reading)
        reading.problems += _check(root, found.files) if not reading.problems else ()
    if found is None or submission is None or reading.problems:
        problems = sorted(reading.problems)
        _write(into, {COMMENT: refusal(problems, langs, catalogue)})
        click.echo(f"refused, for {len(problems)} reason(s)", err=True)
        sys.exit(1)
    files = {f"{FILES}/{path}": text for path, text in found.files.items()}
    answer = receipt(found, langs, catalogue)
    request = pull_request(found, submission, number, catalogue)
    _write(into, {**files, COMMENT: answer, PULL_REQUEST: request})
    show_list("written", found.files)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def receive(root: Path, folder: Path) -> None:
    """Take the drafts that `newsroom submit` made in FOLDER into the record.

    Takes new drafts, their source and proposals, and refuses all of them if anything else is there.

    \b
    Example:
      newsroom receive submission
    """
    reading = Reading(str(folder))
    files = read_submitted(folder / FILES, reading)
    stop_at(reading)
    write_files(root, files, reading)
    stop_at(reading)
    show_list("written", files)


def _read(root: Path, data: bytes, reading: Reading) -> tuple[Iterable[str], Submission | None]:
    """The language to answer in, both where it is not to be known, and what was sent in."""
    form = Reading(FORM)
    questions = read_questions(read_text(root / FORM, form) or "", form)
    stop_at(form)
    body = decode(data, reading)
    answers = read_answers(body, questions, reading) if body is not None else {}
    lang = REPLY_LANGS.get(answers.get("reply", ""))
    submission = read_submission(answers, questions, reading) if answers else None
    return (lang,) if lang else LANGS, submission


def _import(submission: Submission, catalogue: Catalogue, reading: Reading) -> Import | None:
    today = datetime.date.today()
    return import_submission(submission, Desk.of(catalogue), Period(today, today), reading)


def _check(root: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the check finds wrong with new files, in a copy of the record."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for top in ("docs", "data"):
            shutil.copytree(root / top, copy / top, symlinks=True)
        _write(copy, files)
        _, problems = check_content(copy)
    return tuple(problem for problem in errors_of(problems) if problem.path in files)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    reading = Reading(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder, files, reading)
    stop_at(reading)
