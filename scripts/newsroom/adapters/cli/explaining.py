"""The command that says what the linker makes of a name: `newsroom explain`."""

import sys
from pathlib import Path

import click

from newsroom.adapters.cli.failures import Failure, Misuse, shown
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.settings import markdown_settings
from newsroom.adapters.cli.telling import told
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.site.explanations import Answer
from newsroom.site.explanations import explain as explain_name
from newsroom.text.languages import split_lang
from newsroom.text.messages import say


@click.command(cls=Told)
@click.argument("name")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def explain(root: Path, name: str, page: Path) -> None:
    """Explain why NAME, a name or the id of an entry, is or is not linked on PAGE.

    Exits 1 if it is linked nowhere on the page.

    \b
    Example:
      newsroom explain Northport docs/en/news/mayors-meet.md
    """
    catalogue, _ = Catalogue.load(root, drafts=True)
    found = _page_at(page, root, catalogue)
    answers = [*explain_name(catalogue, found, name, markdown_settings(root))]
    for answer in answers:
        click.echo(_text_of(answer, found.path))
    if not any(answer.is_linked for answer in answers):
        sys.exit(1)


def _page_at(file: Path, root: Path, catalogue: Catalogue) -> Page:
    docs, place = root / "docs", file.resolve()
    inside = place.relative_to(docs).as_posix() if place.is_relative_to(docs) else ""
    if found := catalogue.pages.get(split_lang(inside) or ("", "")):
        return found
    if f"docs/{inside}" in catalogue.unread:
        raise Failure(say("'{path}' has problems; `newsroom check` lists them", path=shown(file)))
    raise Misuse(say("'{path}' is not a page of the record", path=shown(file)))


def _text_of(answer: Answer, path: str) -> str:
    section = f"#{answer.section}" if answer.section else ""
    place = f": {answer.context}\n  " if answer.context else ": "
    hint = f"\n  {told(say('hint'))}: {told(answer.hint)}" if answer.hint else ""
    return f"{path}{section}{place}{told(answer.message)}{hint}"
