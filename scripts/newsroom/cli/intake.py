"""The commands that bring in articles: `newsroom import`."""

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from newsroom.cli.streams import SOURCE, name_of, read_bytes, read_near, stop_at
from newsroom.cli.words import show_runs
from newsroom.intake.clippings import Dated
from newsroom.intake.filing import refuse_existing, write_files
from newsroom.intake.importing import Desk, Import, Wishes, import_source
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import Reading
from newsroom.text.dates import DateWords, Period, format_period, iso_of


@click.command("import")
@click.argument("source", type=SOURCE)
@click.option("--slug", help="The id of the article, its address for ever.")
@click.option("--id", "id_", metavar="ID", help="The id of the source.")
@click.option("--encoding", help="The encoding of SOURCE, where it is not UTF-8.")
@click.option("--near", metavar="DATE", help="About when it was written, for dates without a year.")
@click.option("--retrieved", metavar="DATE", help="The day the copy was taken.  [default: today]")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--compare",
    "page",
    metavar="PAGE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Only show the runs of words PAGE shares with SOURCE.",
)
@click.pass_obj
def import_(
    root: Path,
    source: Path,
    slug: str | None,
    id_: str | None,
    encoding: str | None,
    near: str | None,
    retrieved: str | None,
    dry_run: bool,
    page: Path | None,
) -> None:
    """Make a draft in both languages from SOURCE, a saved page or a text; - is standard input.

    Takes off what frames the article and lists it, finds title, dates, publisher and names, puts
    Persian spelling right, and writes a source, two drafts, and proposals for names and events that
    are not known yet. Nothing that is there is written over.

    \b
    Example:
      newsroom import saved-page.html --slug tabriz-at-kazan --dry-run
    """
    if page:
        show_runs(root, page, source, encoding)
        return
    catalogue = load(root)
    today = datetime.date.today()
    wishes = Wishes(
        today=Period(today, today),
        slug=slug,
        id=id_,
        encoding=encoding,
        near=read_near(near),
        retrieved=read_near(retrieved),
    )
    reading = Reading(name_of(source))
    found = import_source(read_bytes(source), reading, Desk.of(catalogue), wishes)
    stop_at(reading)
    assert found is not None
    show_import(found, catalogue, name_of(source))
    refuse_existing(root, found.files, reading)
    stop_at(reading)
    if not dry_run:
        write_files(root, found.files, reading)
        stop_at(reading)
    show_list("would write" if dry_run else "written", found.files)


def load(root: Path) -> Catalogue:
    """The record with its drafts; a record that cannot be read in part serves as far as it goes."""
    catalogue, problems = Catalogue.load(root, drafts=True)
    if not catalogue.strings or problems:
        click.echo(f"the record has {len(problems)} problem(s): newsroom check", err=True)
    if len(catalogue.strings) < 2:
        sys.exit(1)
    return catalogue


def show_import(found: Import, catalogue: Catalogue, name: str) -> None:
    """What was found, and every line and word that was changed."""
    clipping, facts = found.clipping, found.facts
    words = catalogue.strings["en"].dates
    printed = clipping.published
    when = "not stated"
    if printed and printed.period:
        when = f"{format_period(printed.period, words)} {printed.time or ''}".rstrip()
        when += " (inferred)" if printed.inferred else ""
    publisher = facts.publisher.name["en"] if facts.publisher else clipping.publisher
    rows = {
        "language": clipping.lang,
        "title": clipping.title or "not stated",
        "deck": clipping.deck or "none",
        "published": when,
        "publisher": publisher or "not stated",
        "place": facts.place or "not stated",
        "copy taken": iso_of(facts.retrieved),
        "signs": f"{found.kept} kept, {found.removed} taken off",
    }
    for key, value in rows.items():
        click.echo(f"{key + ':':<12}{value}")
    show_list("headings", (line.text for line in clipping.body if line.kind == "heading"))
    show_list(
        "taken off", (f"{name}:{o.number}: {o.text}  ({o.removed})" for o in clipping.removed)
    )
    show_list("put right", (f"{name}:{at}: '{old}' → '{new}'" for at, old, new in found.changes))
    show_list("doubtful, left as they are", (f"{name}:{at}: '{word}'" for at, word in found.doubts))
    show_list("known names", facts.known)
    show_list("known events", facts.events)
    show_list("unknown names", (f"{o.text} ({o.kind}, '{o.beside}')" for o in found.unknown))
    show_list("dates", (_date_row(dated, words) for dated in clipping.dates))
    show_list("to settle", clipping.doubts)


def _date_row(dated: Dated, words: DateWords) -> str:
    found = dated.found
    means = format_period(found.period, words) if found.period else "?"
    return f"line {dated.line}: {found.text} = {means}{' (inferred)' if found.inferred else ''}"


def show_list(title: str, items: Iterable[str]) -> None:
    rows = list(items)
    if rows:
        click.echo(f"{title} ({len(rows)}):")
    for row in rows:
        click.echo(f"  {row}")
