"""The commands for images: `newsroom image add`."""

from pathlib import Path

import click

from newsroom.adapters.cli.helping import ToldGroup
from newsroom.adapters.cli.streams import load, name_of
from newsroom.adapters.cli.telling import show_diff, stop_at, tell, tell_list
from newsroom.adapters.cli.translations import named_articles
from newsroom.intake.filing import replace_files
from newsroom.intake.photographs import Added, add_photograph
from newsroom.record.causes import cause_of
from newsroom.record.documents import ParseContext
from newsroom.record.images import MAX_READ
from newsroom.record.problems import say


@click.group(cls=ToldGroup)
def image() -> None:
    """Add images to the record.

    \b
    Example:
      newsroom image add photograph.jpg --article talks-in-shiraz
    """


@image.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--article", "slug", metavar="SLUG", required=True, help="The article it is for.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_obj
def add(root: Path, file: Path, slug: str, dry_run: bool) -> None:
    """Make FILE the photograph of an article: upright, in sRGB and without metadata.

    The copy goes into docs/media. The article gets empty fields for alternative text, caption,
    credit and licence in both languages; the check is not passed until they are filled in.

    \b
    Example:
      newsroom image add photograph.jpg --article talks-in-shiraz --dry-run
    """
    catalogue = load(root)
    (article,) = named_articles(catalogue, [slug])
    context = ParseContext(name_of(file))
    path = article.facts.path
    text = (root / path).read_bytes().decode("utf-8")
    added = add_photograph(article, text, _read(file, context), catalogue.strings, context)
    if added and (root / added.path).exists():
        message = say("'{path}' already exists", path=added.path)
        context.report(1, "file-exists", message, say("delete it first, or give it to the article"))
    stop_at(context)
    assert added is not None
    show_diff(text, added.article, (path, path))
    if not dry_run:
        replace_files(root, {added.path: added.data, path: added.article}, context)
        stop_at(context)
    _show(added, (added.path, path), is_written=not dry_run)


def _read(file: Path, context: ParseContext) -> bytes:
    """The bytes of a file, up to one more than are read; says why there are none and exits 1."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_READ + 1)
    except OSError as error:
        context.report(
            1, "file-unreadable", say("cannot be read: {reason}", reason=cause_of(error))
        )
        stop_at(context)
        raise


def _show(added: Added, paths: tuple[str, str], *, is_written: bool) -> None:
    width, height = added.size
    tell_list(say("written") if is_written else say("would write"), paths)
    facts = say(
        "{width} × {height} pixels, {bytes} bytes, without metadata",
        width=width,
        height=height,
        bytes=len(added.data),
    )
    tell(facts, err=False)
    tell(say("write what is told of it in both languages; the check asks for it"), err=False)
