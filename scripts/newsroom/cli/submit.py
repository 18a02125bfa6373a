"""The commands behind the form on GitHub: `newsroom submit` and `newsroom receive`."""

import datetime
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from newsroom.cli.intake import load
from newsroom.cli.streams import SOURCE, name_of, read_bytes, stop_at, tell, tell_list, write_over
from newsroom.cli.trials import errors_in
from newsroom.intake.filing import refuse_existing, write_files
from newsroom.intake.importing import Desk, Import
from newsroom.intake.reading import decode
from newsroom.intake.receiving import read_submitted
from newsroom.intake.replies import pull_request, receipt, refusal
from newsroom.intake.submissions import (
    FORM,
    LABEL,
    REPLY_LANGS,
    Submission,
    import_submission,
    read_answers,
    read_issue,
    read_questions,
    read_submission,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import Reading, read_text
from newsroom.record.problems import say
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS
from newsroom.text.outputs import output_of

FILES, COMMENT, PULL_REQUEST = "files", "comment.md", "pull-request.md"
"""What `submit` writes and `receive` reads."""

DRAFTED, REFUSED, NOTHING = "drafted", "refused", "nothing"
"""What came of an issue: its drafts, a refusal, or nothing as nobody asks for it any more."""

_FOLDER = click.Path(file_okay=False, path_type=Path)
_OUTPUT = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to add to what came of it, in the form of GITHUB_OUTPUT.",
)


@click.command()
@click.option(
    "--issue",
    "issue_file",
    type=SOURCE,
    required=True,
    help="The issue, as `gh issue view --json number,body,labels` prints it.",
)
@click.option("--into", type=_FOLDER, required=True, help="A new folder for what is made of it.")
@_OUTPUT
@click.pass_obj
def submit(root: Path, issue_file: Path, into: Path, output: Path | None) -> None:
    """Make drafts of an article sent in by the form on GitHub.

    Writes the drafts, an answer to the sender and the text of a pull request into a folder of its
    own; the record is left alone. The drafts have passed the check. Exits 1 when the text is
    refused; the answer then says why. An issue without its label is left alone.

    \b
    Example:
      newsroom submit --issue issue.json --into submission
    """
    if into.exists():
        raise click.UsageError(say("'{path}' is there already; name a new folder", path=into))
    try:
        issue = read_issue(read_bytes(issue_file).decode("utf-8"))
    except ValueError as error:
        raise click.BadParameter(error.args[0], param_hint="--issue") from None
    if not issue.is_asked:
        tell(say("the issue bears no label '{label}'; nothing is made of it", label=LABEL))
        _hand_on(output, result=NOTHING)
        return
    catalogue = load(root)
    reading = Reading(name_of(issue_file))
    langs, submission = _read(root, issue.body.encode("utf-8", "surrogatepass"), reading)
    found = _import(submission, catalogue, reading) if submission else None
    if found:
        refuse_existing(root, found.files, reading)
        reading.problems += errors_in(root, found.files) if not reading.problems else ()
    if found is None or submission is None or reading.problems:
        problems = sorted(reading.problems)
        _write(into, {COMMENT: refusal(problems, langs, catalogue)})
        tell(say("refused, for {count} reason(s)", count=len(problems)))
        _hand_on(output, result=REFUSED)
        sys.exit(1)
    files = {f"{FILES}/{path}": text for path, text in found.files.items()}
    answer = receipt(found, langs, catalogue)
    request = pull_request(found, submission, issue.number, catalogue)
    _write(into, {**files, COMMENT: answer, PULL_REQUEST: request})
    tell_list(say("written"), found.files)
    _hand_on(output, result=DRAFTED)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_OUTPUT
@click.pass_obj
def receive(root: Path, folder: Path, output: Path | None) -> None:
    """Take the drafts that `newsroom submit` made in FOLDER into the record.

    Takes new drafts that pass the check, their source and proposals, and refuses all of them if
    anything else is there.

    \b
    Example:
      newsroom receive submission
    """
    reading = Reading(str(folder))
    files = read_submitted(folder / FILES, reading)
    stop_at(reading)
    refuse_existing(root, files, reading)
    reading.problems += errors_in(root, files) if not reading.problems else ()
    stop_at(reading)
    write_files(root, files, reading)
    stop_at(reading)
    tell_list(say("written"), files)
    _hand_on(output, paths="\n".join(files))


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


def _write(folder: Path, files: Mapping[str, str]) -> None:
    write_over({folder / path: text for path, text in files.items()})


def _hand_on(output: Path | None, **values: str) -> None:
    """Add values to what a step hands to the next."""
    if output:
        with output.open("a", encoding="utf-8") as stream:
            stream.writelines(output_of(key, value) for key, value in values.items())
