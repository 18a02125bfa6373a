"""`newsroom move`: another id for an article or a participant."""

import datetime
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import changed_files
from newsroom.adapters.cli.telling import stop_at, tell
from newsroom.check.claims import claims_of
from newsroom.check.facts import Names
from newsroom.check.issued import recorded_texts
from newsroom.check.parity import near_day
from newsroom.check.rules import check
from newsroom.intake.filing import replace_files
from newsroom.intake.moving import Move, move_files
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.files import TOPS, read_raw
from newsroom.record.participants import Participant
from newsroom.record.problems import did_you_mean, errors_of, say
from newsroom.record.values import ID_FORM, is_id
from newsroom.text.dates import iso_of
from newsroom.verify.recording import digests_of, with_verification


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_obj
def move(root: Path, old: str, new: str, dry_run: bool) -> None:
    """Give an article, a person, an organisation or a place another id, NEW in place of OLD.

    Its files, every reference and every link in both languages follow. At the old address the site
    keeps a page that leads on; the new file says so with moved_from.

    \b
    Example:
      newsroom move talks-in-shiraz talks-in-tabas --dry-run
    """
    context = ParseContext("data")
    catalogue, problems = Catalogue.load(root, drafts=True)
    context.problems += errors_of(problems)
    stop_at(context)
    move = Move(_subject(catalogue, old, new, context), old, new)
    files = {path: data.decode("utf-8") for path, data in read_raw(root).items() if _is_text(path)}
    changes, problems = move_files(catalogue, files, move)
    context.problems += problems
    stop_at(context)
    changes = _tried(root, catalogue, changes, context)
    stop_at(context)
    if dry_run:
        _show(files, changes, move)
        tell(say("{count} file(s) would change; nothing was written", count=len(changes)))
        return
    replace_files(root, changes, context)
    stop_at(context)
    tell(
        say("'{old}' is now '{new}' in {count} file(s)", old=old, new=new, count=len(changes)),
        err=False,
    )


def _is_text(path: str) -> bool:
    return path.endswith((".md", ".yml"))


def _subject(
    catalogue: Catalogue, old: str, new: str, context: ParseContext
) -> Article | Participant:
    """What has the old id; says what is amiss with either and exits 1."""
    known = {**catalogue.participants, **catalogue.articles}
    found = [it[old] for it in (catalogue.articles, catalogue.participants) if old in it]
    if not found:
        message = say("no article, person, organisation or place has the id '{id}'", id=old)
        context.report(1, "entry-unknown", message, did_you_mean(old, known))
    elif len(found) > 1:
        context.report(1, "id-duplicate", say("an article and an entry have the id '{id}'", id=old))
    if not is_id(new):
        message = say("'{value}' is not an id; expected {form}", value=new, form=ID_FORM)
        context.report(1, "id-form", message)
    elif new in known or new == "index":
        context.report(1, "file-exists", say("'{path}' already exists", path=new))
    stop_at(context)
    return found[0]


def _tried(
    root: Path, catalogue: Catalogue, changes: Mapping[str, str | None], context: ParseContext
) -> dict[str, str | None]:
    """The changes with the digests and addresses that follow from them; reports what they break.

    They are made in a copy of the record first.
    """
    _, before = check(root, drafts=True)
    known = {(problem.rule, str(problem.message)) for problem in before}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for file in (file for top in TOPS for file in (root / top).rglob("*") if file.is_file()):
            target = copy / file.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        found = dict(changes)
        _put(copy, found)
        renewed, _ = Catalogue.load(copy, drafts=True)
        follow = _compared(copy, catalogue, renewed)
        if catalogue.paragraph_ids:
            day = datetime.date.today().isoformat()
            follow |= changed_files(copy, recorded_texts(renewed, day))
        _put(copy, follow)
        _, after = check(copy, drafts=True)
    context.problems += (it for it in errors_of(after) if (it.rule, str(it.message)) not in known)
    return {**found, **follow}


def _put(root: Path, texts: Mapping[str, str | None]) -> None:
    for path, text in texts.items():
        file = root / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())


def _compared(root: Path, before: Catalogue, after: Catalogue) -> dict[str, str]:
    """The articles whose facts have other digests, as they name somebody by another id.

    Where a fact was not the one that was compared before, it still is not.
    """
    found: dict[str, str] = {}
    by_path = {it.facts.body: it for it in before.articles.values()}
    old_names, new_names = Names(before), Names(after)
    for article in after.articles.values():
        old = by_path.get(article.facts.body) or before.articles.get(article.slug)
        if article.verified is None or old is None:
            continue
        were = digests_of(claims_of(old, old_names, near_day(before, old.uri)))
        are = digests_of(claims_of(article, new_names, near_day(after, article.uri)))
        if were == article.verified.facts and are != were:
            text = (root / article.facts.path).read_bytes().decode("utf-8")
            made = replace(article.verified, facts=are)
            found[article.facts.path] = with_verification(text, made, iso_of(made.date))
    return found


def _show(files: Mapping[str, str], changes: Mapping[str, str | None], move: Move) -> None:
    """What would change, as a diff; a file that lies elsewhere then is beside what it was."""
    before = {move.renamed(path): path for path in files}
    for path, text in sorted(changes.items()):
        if text is None:
            continue
        was = before.get(path, path)
        names = f"a/{was}", f"b/{path}"
        if was != path:
            click.echo(f"rename from {was}\nrename to {path}")
        old = files.get(was, "").splitlines()
        for line in unified_diff(old, text.splitlines(), *names, n=1, lineterm=""):
            click.echo(line)
