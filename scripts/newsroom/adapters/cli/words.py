"""The commands about words: `newsroom tidy`, `compare`, `date`."""

from pathlib import Path

import click

from newsroom.adapters.cli.address_files import with_addresses
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import (
    SOURCE,
    STDIN,
    lexicon_of,
    read_input,
    read_near,
    strings_of,
)
from newsroom.adapters.cli.telling import is_agreed, show_diff, tell, told
from newsroom.adapters.cli.writing import write_over
from newsroom.document.tidying import Tidied, tidy_page
from newsroom.intake.wording import names_of, shared_runs
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import say
from newsroom.text.date_phrases import read_date
from newsroom.text.dates import format_period, iso_of


@click.command(cls=Told)
@click.argument("file", type=SOURCE)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_obj
def tidy(root: Path, file: Path, yes: bool) -> None:
    """Correct Persian letters, digits, punctuation and half-spaces in FILE.

    Shows a diff and asks before writing; - reads standard input and writes to standard output.
    Code, links and front matter keys are not touched.

    \b
    Example:
      newsroom tidy docs/fa/news/talks-in-shiraz.md
    """
    text = read_input(file)
    tidied = tidy_page(text, lexicon_of(root))
    if str(file) == STDIN:
        click.echo(tidied.text, nl=False)
        show_tidied(tidied, "<stdin>")
        return
    show_diff(text, tidied.text, (str(file), str(file)))
    show_tidied(tidied, str(file))
    if tidied.text != text and (yes or is_agreed()):
        write_over(_with_addresses(root, file, tidied.text))
        tell(say("'{path}' written", path=file))


@click.command(cls=Told)
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("source", type=SOURCE)
@click.pass_obj
def compare(root: Path, page: Path, source: Path) -> None:
    """Show every run of eight or more words that PAGE has in common with SOURCE.

    Reports are written in our own words. Registered names and offices do not count.

    \b
    Example:
      newsroom compare docs/en/news/association-founded.md source.txt
    """
    show_runs(root, page, source, None)


@click.command(cls=Told)
@click.argument("text")
@click.option("--near", metavar="DATE", help="A day near the date, if the phrase has no year.")
@click.pass_obj
def date(root: Path, text: str, near: str | None) -> None:
    """Print the date or range TEXT means, as it is written in files and in both calendars.

    \b
    Example:
      newsroom date "1 to 4 Tir" --near 2024-06-23
    """
    try:
        found = read_date(text, read_near(near))
    except ValueError as error:
        raise click.ClickException(error.args[0]) from None
    assert found.period is not None
    click.echo(iso_of(found.period) + (f" {found.time}" if found.time else ""))
    for lang, strings in strings_of(root).items():
        click.echo(f"{lang}: {format_period(found.period, strings.dates)}")
    if found.inferred:
        tell(say("inferred: the phrase gives no year"))


def _with_addresses(root: Path, file: Path, text: str) -> dict[Path, str]:
    """A file and its new text; if it is a page of the record, with the addresses it changes."""
    place = file.resolve()
    if not place.is_relative_to(root / "docs"):
        return {file: text}
    texts = with_addresses(root, {place.relative_to(root).as_posix(): text})
    return {root / path: text for path, text in texts.items()}


def show_runs(root: Path, page: Path, source: Path, encoding: str | None) -> None:
    """Print the runs of words a page shares with a source."""
    catalogue, _ = Catalogue.load(root, drafts=True)
    names = names_of(catalogue)
    runs = shared_runs(read_input(page), read_input(source, encoding), names=names)
    for line, words in runs:
        click.echo(f"{page}:{line}: {words}")
    tell(say("{count} shared run(s) of words", count=len(runs)))


def show_tidied(tidied: Tidied, path: str) -> None:
    """What was changed, word by word, and what an editor has to settle."""
    for line, before, after in tidied.changes:
        click.echo(f"{path}:{line}: '{before}' → '{after}'", err=True)
    for line, word in tidied.doubts:
        doubt = say("doubtful, left unchanged: '{word}'", word=word)
        click.echo(f"{path}:{line}: {told(doubt)}", err=True)
    changed, doubtful = len(tidied.changes), len(tidied.doubts)
    tell(say("{count} change(s), {doubtful} doubtful word(s)", count=changed, doubtful=doubtful))
