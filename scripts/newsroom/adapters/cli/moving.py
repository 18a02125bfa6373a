"""`newsroom move`: another id for what has an address."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.telling import stop_at, tell
from newsroom.adapters.cli.writing import read_texts, show_changes, tried_changes
from newsroom.check.claims import claims_of
from newsroom.check.facts import Names
from newsroom.check.parity import near_day
from newsroom.intake.filing import replace_files
from newsroom.intake.moving import Move, move_files
from newsroom.record.catalogue import ARTICLE, Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.kinds import KINDS
from newsroom.record.problems import did_you_mean, errors_of, say
from newsroom.record.values import ID_FORM, is_id
from newsroom.verify.recording import digests_of, with_verification

MOVED = (ARTICLE, *(kind.id for kind in KINDS if kind.page))


@click.command(cls=Told)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--kind", type=click.Choice(MOVED), help="What it is, if the id is not unique.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_obj
def move(root: Path, old: str, new: str, kind: str | None, dry_run: bool) -> None:
    """Change the id of an article or an entry from OLD to NEW.

    Its files, every reference and every link in both languages are changed as well. The old address
    keeps working: a page there leads to the new one. The file records it as moved_from.

    \b
    Example:
      newsroom move talks-in-shiraz talks-in-tabas --dry-run
    """
    context = ParseContext("data")
    catalogue, problems = Catalogue.load(root, drafts=True)
    context.problems += errors_of(problems)
    stop_at(context)
    move = _move_of(catalogue, old, new, kind, context)
    files = read_texts(root)
    changes, problems = move_files(catalogue, files, move)
    context.problems += problems
    stop_at(context)
    changes = tried_changes(
        root, changes, context, lambda copy, after: _compared(copy, catalogue, after)
    )
    stop_at(context)
    if dry_run:
        show_changes(files, changes, {move.renamed(path): path for path in files})
        return
    replace_files(root, changes, context)
    stop_at(context)
    tell(
        say("'{old}' is now '{new}' in {count} file(s)", old=old, new=new, count=len(changes)),
        err=False,
    )


def _move_of(
    catalogue: Catalogue, old: str, new: str, kind: str | None, context: ParseContext
) -> Move:
    """What has the old id; says what is amiss with either and exits 1."""
    known = [Move(form, subject, new) for form, subject in catalogue.addressed()]
    found = [it for it in known if it.old == old and kind in (None, it.reference)]
    if not found:
        message = say("nothing that has an address has the id '{id}'", id=old)
        context.report(1, "entry-unknown", message, did_you_mean(old, {it.old for it in known}))
    elif len(found) > 1:
        kinds = ", ".join(it.reference for it in found)
        message = say("'{id}' is the id of several: {kinds}", id=old, kinds=kinds)
        context.report(1, "id-duplicate", message, say("say which is meant with --kind"))
    if not is_id(new):
        message = say("'{value}' is not an id; expected {form}", value=new, form=ID_FORM)
        context.report(1, "id-form", message)
    elif new == "index" or any((it.form, it.old) == (found[0].form, new) for it in known if found):
        context.report(1, "file-exists", say("'{path}' already exists", path=new))
    stop_at(context)
    return found[0]


def _compared(root: Path, before: Catalogue, after: Catalogue) -> Mapping[str, str]:
    """The articles whose facts have other digests, as they name somebody by another id.

    Where a fact was not the one that was compared before, it still is not.
    """
    found: dict[str, str] = {}
    by_body = {it.facts.body: it for it in before.articles.values()}
    old_names, new_names = Names(before), Names(after)
    for article in after.articles.values():
        old = by_body.get(article.facts.body) or before.articles.get(article.slug)
        if article.compared is None or old is None:
            continue
        were = digests_of(claims_of(old, old_names, near_day(before, old.uri)))
        are = digests_of(claims_of(article, new_names, near_day(after, article.uri)))
        if were == article.compared.facts and are != were:
            text = (root / article.path).read_bytes().decode("utf-8")
            made = replace(article.compared, facts=are)
            found[article.path] = with_verification(text, made)
    return found
