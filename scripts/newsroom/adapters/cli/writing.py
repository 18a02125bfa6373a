"""What the commands write: new files the check has nothing against, changed ones, outputs."""

import datetime
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import changed_files
from newsroom.adapters.cli.telling import stop_at, tell, tell_list
from newsroom.check.issued import recorded_texts
from newsroom.check.rules import check
from newsroom.check.scope import Change, scope_of
from newsroom.intake.filing import refuse_existing, replace_files, write_files
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.files import TOPS, read_raw
from newsroom.record.problems import errors_of, say
from newsroom.text.markdown import output_of

OUTPUT = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file the results are appended to, in the format of GITHUB_OUTPUT.",
)


def write_new(
    root: Path, files: Mapping[str, str], context: ParseContext, *, dry_run: bool = False
) -> None:
    """Write new files, by their path below `root`, and name them; says what is wrong and exits 1.

    With `dry_run` they are only named.
    """
    stop_at(context)
    if dry_run:
        refuse_existing(root, files, context)
    else:
        write_files(root, files, context)
    stop_at(context)
    tell_list(say("would write") if dry_run else say("written"), files)


def try_new(root: Path, files: Mapping[str, str], context: ParseContext) -> None:
    """Report what the check has against new files; they are looked at in a copy of the record."""
    refuse_existing(root, files, context)
    if context.problems:
        return
    new = {path: text.encode() for path, text in files.items()}
    scope = scope_of({**read_raw(root), **new}, Change(frozenset(new)))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for path, data in {**read_raw(root, scope.needed), **new}.items():
            _put(copy / path, data)
        for image in (root / "docs" / "media").rglob("*"):
            if image.is_file():
                _put(copy / image.relative_to(root), b"")
                shutil.copyfile(image, copy / image.relative_to(root))
        _, problems = check(copy, drafts=True, scope=scope)
    context.problems += filter(scope.is_of, errors_of(problems))


def read_texts(root: Path) -> dict[str, str]:
    """The pages and the files of data of a record by path; of a page that is no UTF-8, nothing."""
    files = {path: data for path, data in read_raw(root).items() if path.endswith((".md", ".yml"))}
    return {path: data.decode("utf-8", "replace") for path, data in files.items()}


def tried_changes(
    root: Path,
    changes: Mapping[str, str | None],
    context: ParseContext,
    follow: Callable[[Path, Catalogue], Mapping[str, str]] = lambda _copy, _after: {},
) -> dict[str, str | None]:
    """Changes with the addresses that follow from them; reports the errors they would bring.

    They are made in a copy of the record first. `follow` is given the copy and what it holds then,
    and gives what else is to be written.
    """
    _, before = check(root, drafts=True)
    known = {(problem.rule, str(problem.message)) for problem in before}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        # File by file: `copytree` gathers what the machine fails in and hides the causes.
        for file in (file for top in TOPS for file in (root / top).rglob("*") if file.is_file()):
            target = copy / file.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        _change(copy, changes)
        after, _ = Catalogue.load(copy, drafts=True)
        more = dict(follow(copy, after))
        if after.paragraph_ids:
            day = datetime.date.today().isoformat()
            more |= changed_files(copy, recorded_texts(after, day))
        _change(copy, more)
        _, problems = check(copy, drafts=True)
    context.problems += (
        it for it in errors_of(problems) if (it.rule, str(it.message)) not in known
    )
    return {**changes, **more}


def show_changes(
    files: Mapping[str, str], changes: Mapping[str, str | None], before: Mapping[str, str]
) -> None:
    """What would change, as a diff; `before` has where files lay that are to lie elsewhere."""
    moved = {before.get(path, path) for path, text in changes.items() if text is not None}
    for path, text in sorted(changes.items()):
        was = before.get(path, path)
        if text is None and path in moved:
            continue
        if was != path:
            click.echo(f"rename from {was}\nrename to {path}")
        names = (
            (f"a/{was}" if was in files else os.devnull),
            (os.devnull if text is None else f"b/{path}"),
        )
        old, new = files.get(was, "").splitlines(), (text or "").splitlines()
        for line in unified_diff(old, new, *names, n=1, lineterm=""):
            click.echo(line)
    tell(say("{count} file(s) would change; nothing was written", count=len(changes)))


def write_over(files: Mapping[Path, str]) -> None:
    """Put texts in place of files, in the record or elsewhere, all of them or none; or exits 1.

    Where a link leads there, the file itself is written.
    """
    places = {file.resolve(): text for file, text in files.items()}
    root: Path = click.get_current_context().find_root().obj
    if not all(place.is_relative_to(root) for place in places):
        root = Path(os.path.commonpath({place.parent for place in places}))
    while not root.is_dir():
        root = root.parent
    texts = {place.relative_to(root).as_posix(): text for place, text in places.items()}
    parse_context = ParseContext(next(iter(texts), ""))
    replace_files(root, texts, parse_context)
    stop_at(parse_context)


def hand_on(output: Path | None, **values: str) -> None:
    """Add values to what a step of a workflow hands to the next, where it asks for that."""
    if output:
        with output.open("a", encoding="utf-8") as stream:
            stream.writelines(output_of(key, value) for key, value in values.items())


def _change(root: Path, texts: Mapping[str, str | None]) -> None:
    for path, text in texts.items():
        if text is None:
            (root / path).unlink()
        else:
            _put(root / path, text.encode())


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
