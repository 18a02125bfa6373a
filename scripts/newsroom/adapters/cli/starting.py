"""The command that begins a record of its own: `newsroom init`."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import click

from newsroom.adapters.cli import ROOT_FILE
from newsroom.adapters.cli.engines import engine_of
from newsroom.adapters.cli.failures import Misuse, shown
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.interruptions import put_right
from newsroom.adapters.cli.scaffolds import is_asked
from newsroom.adapters.cli.telling import stop_at, tell, tell_list, told
from newsroom.check.rules import check
from newsroom.intake.filing import replace_files
from newsroom.record.documents import ParseContext
from newsroom.record.licence import CC_BY, LICENCES
from newsroom.record.problems import errors_of, say
from newsroom.tools.starters import Starter, starter_files

_LOCK = ".newsroom.lock"
"""What a command that was cut off may have left in a folder, besides what is put right."""
_ASKED = {
    "fa": say("The name in Persian"),
    "en": say("The name in English"),
    "tagline_fa": say("The tagline in Persian"),
    "tagline_en": say("The tagline in English"),
    "address": say("The address of the site"),
}
"""What a record must be told, by the option that says it."""


@click.command(cls=Told)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--fa", help="The name in Persian.")
@click.option("--en", help="The name in English.")
@click.option("--tagline-fa", help="The tagline in Persian.")
@click.option("--tagline-en", help="The tagline in English.")
@click.option("--address", metavar="URL", help="The address of the site.")
@click.option(
    "--licence",
    type=click.Choice(list(LICENCES)),
    default=CC_BY.name,
    show_default=True,
    help="The licence of texts and data.",
)
@click.option(
    "--engine",
    metavar="REQUIREMENT",
    help="What pip installs the engine from.  [default: what this one was installed from]",
)
@click.option("--empty", is_flag=True, help="Leave out the example.")
@click.option("--dry-run", is_flag=True, help="List the files, and write nothing.")
def init(
    folder: Path,
    licence: str,
    engine: str | None,
    empty: bool,
    dry_run: bool,
    **given: str | None,
) -> None:
    """Begin a record of your own in FOLDER, which must be new or empty.

    It has settings, pages and workflows, and an example: a report in both languages with a person,
    a place, an event and a source. Asks for the names, the taglines and the address that are not
    given; without a terminal they must all be given.

    \b
    Example:
      newsroom init ../festival --fa "جشنوارهٔ رود" --en "River Festival"
    """
    folder = folder.resolve()
    if folder.is_dir():
        put_right(folder)
    _refuse_used(folder)
    answers, source = _answers(given), engine_of(engine)
    starter = Starter(
        name={"fa": answers["fa"], "en": answers["en"]},
        tagline={"fa": answers["tagline_fa"], "en": answers["tagline_en"]},
        address=_address(answers["address"]),
        licence=LICENCES[licence],
        engine=source.requirement,
        engine_with_editions=source.with_editions,
    )
    texts = starter_files(starter, is_empty=empty)
    context = _tried(texts)
    stop_at(context)
    files: dict[str, str | bytes] = {**texts, **source.files}
    if not dry_run:
        _write(folder, files, context)
        stop_at(context)
    tell_list(say("would write") if dry_run else say("written"), files)
    if not dry_run:
        tell(say("now run `make serve` in '{path}'", path=shown(folder)))


def _refuse_used(folder: Path) -> None:
    held = sorted(it.name for it in folder.iterdir()) if folder.is_dir() else []
    if found := next((name for name in held if name != _LOCK), None):
        message = say("'{path}' is not empty: it holds '{name}'", path=folder, name=found)
        raise Misuse(message, say("name a folder that is new or empty"))


def _answers(given: Mapping[str, str | None]) -> dict[str, str]:
    """What was given or is answered; all that is missing is named where nobody can be asked."""
    answers = {name: (given[name] or "").strip() for name in _ASKED}
    missing = [name for name, value in answers.items() if not value]
    if missing and not is_asked():
        flags = (f"--{name.replace('_', '-')}" for name in missing)
        raise click.UsageError(say("give {flag}", flag=", ".join(flags)))
    for name in missing:
        answers[name] = str(click.prompt(told(_ASKED[name]))).strip()
    return answers


def _address(text: str) -> str:
    """An address of a site, with the `/` at its end."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        message = say("'{value}' is not the address of a site", value=text)
        raise Misuse(message, say("write it as in https://example.org/"))
    return text.rstrip("/") + "/"


def _tried(files: Mapping[str, str]) -> ParseContext:
    """What the check has against the files; they are looked at before they are anywhere."""
    context = ParseContext(ROOT_FILE)
    with tempfile.TemporaryDirectory() as copy:
        for path, text in files.items():
            file = Path(copy, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        context.problems += errors_of(check(Path(copy), drafts=True)[1])
    return context


def _write(folder: Path, files: Mapping[str, str | bytes], context: ParseContext) -> None:
    """All files or none; the folders that were made for them go with them."""
    made = [it for it in (folder, *folder.parents) if not it.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    if not replace_files(folder, files, context):
        (folder / _LOCK).unlink(missing_ok=True)
        for it in made:
            it.rmdir()
