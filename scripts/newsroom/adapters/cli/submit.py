"""The commands behind the form on GitHub: `newsroom submit` and `newsroom receive`."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import SOURCE, load, misuse_of, name_of, read_bytes, today
from newsroom.adapters.cli.telling import stop_at, tell, tell_list
from newsroom.adapters.cli.writing import OUTPUT, hand_on, try_new, write_new, write_over
from newsroom.github.receiving import read_submitted
from newsroom.github.replies import pull_request, receipt, refusal
from newsroom.github.submissions import (
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
from newsroom.intake.importing import ImportContext
from newsroom.intake.reading import decode
from newsroom.record.documents import ParseContext, read_text
from newsroom.record.problems import say
from newsroom.text.languages import LANGS

FILES, COMMENT, PULL_REQUEST = "files", "comment.md", "pull-request.md"
"""What `submit` writes and `receive` reads."""

DRAFTED, REFUSED, NOTHING = "drafted", "refused", "nothing"
"""What came of an issue: its drafts, a refusal, or nothing as nobody asks for it any more."""

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(cls=Told)
@click.option(
    "--issue",
    "issue_file",
    type=SOURCE,
    required=True,
    help="The issue, as `gh issue view --json number,body,labels` prints it.",
)
@click.option("--into", type=_FOLDER, required=True, help="A new folder for the results.")
@OUTPUT
@click.pass_obj
def submit(root: Path, issue_file: Path, into: Path, output: Path | None) -> None:
    """Make drafts of an article sent through the form on GitHub.

    Writes checked drafts, an answer to the sender and the text of a pull request into a new folder;
    the record is not touched. Exits 1 if the text is refused; the answer says why. An issue without
    its label is ignored.

    \b
    Example:
      newsroom submit --issue issue.json --into submission
    """
    if into.exists():
        raise click.UsageError(say("'{path}' already exists; give a new folder", path=into))
    with misuse_of("--issue"):
        issue = read_issue(read_bytes(issue_file).decode("utf-8"))
    if not issue.is_asked:
        tell(say("the issue has no label '{label}'; nothing is created from it", label=LABEL))
        hand_on(output, result=NOTHING)
        return
    catalogue = load(root)
    context = ParseContext(name_of(issue_file))
    langs, submission = _read(root, issue.body.encode("utf-8", "surrogatepass"), context)
    desk = ImportContext.of(catalogue)
    found = import_submission(submission, desk, today(), context) if submission else None
    if found:
        try_new(root, found.files, context)
    if found is None or submission is None or context.problems:
        problems = sorted(context.problems)
        _write(into, {COMMENT: refusal(problems, langs, catalogue)})
        tell(say("rejected, for {count} reason(s)", count=len(problems)))
        hand_on(output, result=REFUSED)
        sys.exit(1)
    files = {f"{FILES}/{path}": text for path, text in found.files.items()}
    answer = receipt(found, langs, catalogue)
    request = pull_request(found, submission, issue.number, catalogue)
    _write(into, {**files, COMMENT: answer, PULL_REQUEST: request})
    tell_list(say("written"), found.files)
    hand_on(output, result=DRAFTED)


@click.command(cls=Told)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@OUTPUT
@click.pass_obj
def receive(root: Path, folder: Path, output: Path | None) -> None:
    """Take the drafts `newsroom submit` made in FOLDER into the record.

    Takes new drafts that pass the check, with their source and proposals. Refuses everything if the
    folder holds anything else.

    \b
    Example:
      newsroom receive submission
    """
    context = ParseContext(str(folder))
    files = read_submitted(folder / FILES, context)
    stop_at(context)
    try_new(root, files, context)
    write_new(root, files, context)
    hand_on(output, paths="\n".join(files))


def _read(
    root: Path, data: bytes, context: ParseContext
) -> tuple[Iterable[str], Submission | None]:
    """The language to answer in, both where it is not to be known, and what was sent in."""
    form = ParseContext(FORM)
    questions = read_questions(read_text(root / FORM, form) or "", form)
    stop_at(form)
    body = decode(data, context)
    answers = read_answers(body, questions, context) if body is not None else {}
    lang = REPLY_LANGS.get(answers.get("reply", ""))
    submission = read_submission(answers, questions, context) if answers else None
    return (lang,) if lang else LANGS, submission


def _write(folder: Path, files: Mapping[str, str]) -> None:
    write_over({folder / path: text for path, text in files.items()})
