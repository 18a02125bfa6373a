"""The command about the whole record as files that are taken along: `newsroom edition`."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import click

from newsroom.adapters.cli.checking import check
from newsroom.adapters.cli.failures import Failure
from newsroom.adapters.cli.settings import look_folders, markdown_settings, site_url
from newsroom.adapters.cli.telling import stop_at, tell, tell_list
from newsroom.edition.epub import Workshop, book_name, epub
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.locks import HeldError, lock
from newsroom.record.problems import say
from newsroom.site.kept import FOLDER as KEPT
from newsroom.site.kept import Kept
from newsroom.site.photographs import UnreadableError
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS

_INTO = "take"
_NEW, _LOCK = ".edition.new", ".edition.lock"
"""Where editions are made before they take their places, and what keeps others away meanwhile."""


@click.command()
@click.option("--epub", "is_epub", is_flag=True, required=True, help="A book for each language.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where the files go.  [default: {_INTO}]",
)
@click.pass_context
def edition(context: click.Context, is_epub: bool, into: Path | None) -> None:
    """Make files of the whole record that can be passed on and read without a network.

    The same record gives the same bytes.

    \b
    Example:
      newsroom edition --epub
    """
    root: Path = context.obj
    context.invoke(check, is_published=True)
    catalogue, _ = Catalogue.load(root)
    site = Site(catalogue, SiteSettings(site_url(root), markdown_settings(root)))
    workshop = Workshop(root, look_folders(root), Kept(root / KEPT))
    books: dict[str, bytes] = {}
    for lang in LANGS:
        name = book_name(site, lang)
        tell(say("Making '{file}' …", file=name), err=False)
        books[name] = _made(site, lang, workshop)
    _put(books, into or root / _INTO)


def _made(site: Site, lang: str, workshop: Workshop) -> bytes:
    try:
        return epub(site, lang, workshop)
    except UnreadableError as error:
        stop_at(ParseContext("", list(error.problems)))
        raise


def _put(files: Mapping[str, bytes], into: Path) -> None:
    """Write files beside where they go, then put all of them there; on a failure, none."""
    is_new, new = not into.exists(), into / _NEW
    into.mkdir(parents=True, exist_ok=True)
    try:
        with lock(into / _LOCK):
            try:
                shutil.rmtree(new, ignore_errors=True)  # what a command that was killed has left
                new.mkdir()
                for name, data in files.items():
                    (new / name).write_bytes(data)
                for name in files:
                    (new / name).replace(into / name)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    except HeldError as held:
        message = say("another command is writing, process {process}", process=held.holder or "?")
        raise Failure(message, say("wait until it finishes")) from None
    except BaseException:
        if is_new:
            shutil.rmtree(into, ignore_errors=True)
        raise
    tell_list(say("written"), [str(into / name) for name in files])
