"""The command that asks other servers: `newsroom links`."""

import datetime
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import load, misuse_of
from newsroom.adapters.cli.visits import WAYBACK, Pace, archived_copy, visit
from newsroom.adapters.cli.writing import OUTPUT
from newsroom.check.externals import externals_of, lost_sources, weigh
from newsroom.github.link_issues import failures_in, outputs_of, read_issue, text_of
from newsroom.record.kinds.source import Source


@click.command(cls=Told)
@click.option(
    "--issue",
    "issue_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The issue of the previous run, as `gh issue list --json number,state,body` prints it.",
)
@OUTPUT
@click.option("--timeout", default=20.0, show_default=True, help="Seconds to wait for an answer.")
@click.option("--delay", default=1.0, show_default=True, help="Seconds between two requests.")
@click.option("--deadline", default=2400.0, show_default=True, help="Seconds for the whole run.")
@click.option(
    "--archive", default=WAYBACK, show_default=True, help="The archive that is asked for copies."
)
@click.pass_obj
def links(
    root: Path,
    issue_file: Path | None,
    output: Path | None,
    timeout: float,
    delay: float,
    deadline: float,
    archive: str,
) -> None:
    """Check whether every external address of the record still answers.

    Prints a report in both languages as Markdown, and exits 0 whatever it says. An address is
    broken if it failed a week ago and fails again. What cannot be asked before the deadline waits
    for the next run. For a broken source an archive is asked for a copy, and the line to write is
    printed. No other command uses the network.

    \b
    Example:
      newsroom links > links.md
    """
    with misuse_of("--issue"):
        issue = read_issue(issue_file.read_text(encoding="utf-8")) if issue_file else None
    catalogue = load(root)
    externals = externals_of(catalogue)
    pace = Pace(timeout, delay, deadline=deadline)
    answers = visit([external.address for external in externals], pace)
    findings = weigh(externals, answers, failures_in(issue), datetime.date.today())
    copies = {
        source.path: copy
        for source in lost_sources(catalogue, findings)
        if (copy := archived_copy(source.address or "", _seen_on(source), archive, timeout))
    }
    click.echo(text_of(findings, catalogue.strings, copies))
    if output:
        with output.open("a", encoding="utf-8") as stream:
            stream.write(outputs_of(issue, findings, catalogue.strings, copies))


def _seen_on(source: Source) -> datetime.date | None:
    """The day a source was as the record has it."""
    day = source.retrieved or source.published
    return day.end if day else None
