"""The commands about the whole record as files: `edition`, `edition-key`, `verify-edition`."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import click

from newsroom.adapters.cli import ROOT_FILE
from newsroom.adapters.cli.branches import make_branch, rendered_site
from newsroom.adapters.cli.failures import Failure, Misuse, shown
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.interruptions import SITE
from newsroom.adapters.cli.settings import look_folders, site_url
from newsroom.adapters.cli.streams import SOURCE, read_input
from newsroom.adapters.cli.telling import (
    language,
    messages,
    progress_shown,
    stop_at,
    tell,
    tell_list,
)
from newsroom.edition.archives import write_archive
from newsroom.edition.checking import Standing, Verdict, check_edition
from newsroom.edition.copies import Record, edition_contents
from newsroom.edition.minisign import KeyFormError, ProtectedKeyError, PublicKey, SecretKey
from newsroom.edition.placing import place_files
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.locks import HeldError
from newsroom.record.problems import Message, say
from newsroom.site import folders
from newsroom.site.editions import (
    EDITIONS,
    EPUB,
    FOLDER,
    ZIM,
    ZIP,
    Edition,
    edition_day,
    record_name,
)
from newsroom.site.photographs import UnreadableError
from newsroom.site.site import Site

_KEY = "EDITION_KEY"
"""The variable a workflow hands the secret key on in."""


@dataclass(frozen=True)
class _Making:
    """What editions are made of."""

    root: Path
    site: Path
    record: Record
    catalogue: Catalogue
    looks: tuple[Path, ...]
    secret: SecretKey | None

    @cached_property
    def rendered(self) -> Site:
        """The site of the record, rendered for what is no copy of the built one."""
        return rendered_site(self.root, self.catalogue)


def _write_zip(making: _Making, it: Edition, target: Path) -> None:
    contents = edition_contents(making.site, making.record, making.looks, making.secret)
    name = making.record.name
    files = {f"{name}/{path}": content for path, content in contents.items()}
    write_archive(target, files, making.record.day)


def _write_zim(making: _Making, it: Edition, target: Path) -> None:
    from newsroom.edition.zim import LibzimError, write_zim  # no other kind needs libzim

    try:
        write_zim(target, making.site, making.record, making.catalogue)
    except LibzimError:
        raise Failure(
            say("'{file}' could not be packed: libzim cannot write it here", file=target.name)
        ) from None


def _write_epub(making: _Making, it: Edition, target: Path) -> None:
    from newsroom.edition.epub import epub  # no other kind renders the record anew

    assert it.lang  # a volume has one
    try:
        target.write_bytes(epub(making.rendered, it.lang))
    except UnreadableError as error:
        stop_at(ParseContext("", list(error.problems)))


_MAKERS: Mapping[str, Callable[[_Making, Edition, Path], None]] = {
    ZIP.key: _write_zip,
    ZIM.key: _write_zim,
    EPUB: _write_epub,
}
"""What makes each kind of edition."""


@click.command(cls=Told)
@click.option(
    "--zip", "kinds", flag_value=ZIP.key, multiple=True, help="The site as a ZIP (default)."
)
@click.option("--zim", "kinds", flag_value=ZIM.key, multiple=True, help="An archive for Kiwix.")
@click.option("--epub", "kinds", flag_value=EPUB, multiple=True, help="A book in each language.")
@click.option("--all", "all_", is_flag=True, help="All of these.")
@click.option(
    "--repository",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the tree of a branch that a code host shows as pages.",
)
@click.option(
    "--site",
    "site_dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the built site.  [default: site]",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where the files go.  [default: {FOLDER}]",
)
@click.option(
    "--key",
    "key_file",
    type=SOURCE,
    help=f"The secret key that signs the ZIP.  [default: the text in {_KEY}, if there is one]",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be made.")
@click.pass_context
def edition(
    context: click.Context,
    kinds: Sequence[str],
    all_: bool,
    repository: Path | None,
    site_dir: Path | None,
    into: Path | None,
    key_file: Path | None,
    dry_run: bool,
) -> None:
    """Make files of the whole built site that can be passed on and read without a network.

    The ZIP holds the site, a page to begin with, and a list of digests that the key signs; without
    a key it is unsigned. The same record, site and key give the same bytes.

    With --repository reports, timeline and participants are written as Markdown, to be pushed as a
    branch. The folder is replaced as a whole, or stays as it was.

    \b
    Example:
      newsroom edition --key ../edition.key
    """
    root: Path = context.obj
    if repository and dry_run:
        tell_list(say("would write"), [str(repository)])
    elif repository:
        make_branch(context, repository)
    if repository and not (kinds or all_):
        return
    site, into = site_dir or root / SITE, into or root / FOLDER
    _refuse_unbuilt(site)
    with _extras_there():
        secret = _secret(key_file)
        catalogue, _ = Catalogue.load(root)
        name = record_name(catalogue.strings)
        colours = catalogue.options.colours
        record = Record(name, catalogue.strings, edition_day(catalogue), site_url(root), colours)
        making = _Making(root, site, record, catalogue, look_folders(root), secret)
        asked = [it for it in EDITIONS if all_ or it.key in (kinds or (ZIP.key,))]
        if dry_run:
            tell_list(say("would write"), [str(into / f"{name}{it.ending}") for it in asked])
            return
        _make(making, asked, into)


@click.command(cls=Told)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def edition_key(file: Path) -> None:
    """Make a key that signs editions: a secret one in FILE, and the public one beside it.

    The secret key has no password. It never lies in the repository.

    \b
    Example:
      newsroom edition-key ../edition.key
    """
    public = file.with_name(f"{file.name}.pub")
    _refuse_in_repository(file)
    for path in (file, public):
        if os.path.lexists(path):
            hint = say("a key is never written over; give another name")
            raise Failure(say("'{path}' already exists", path=path), hint)
    with _extras_there():
        secret = SecretKey.new()
        _write_secret(file, secret.text)
        public.write_text(secret.public.text, encoding="utf-8", newline="\n")
    tell(say("written: '{secret}', to be kept secret, and '{public}'", secret=file, public=public))
    _show_key(secret.public)


@click.command(cls=Told)
@click.argument("place", type=click.Path(exists=True, path_type=Path), metavar="PATH")
@click.option(
    "--key", "key_file", type=SOURCE, help="The public key the edition has to be signed with."
)
def verify_edition(place: Path, key_file: Path | None) -> None:
    """Check an edition, a ZIP or its unpacked folder: every file, the list and the signature.

    It is valid only if signed with the key of --key, had from elsewhere. Exits 0 if it is valid,
    and 1 if it is damaged, changed, unsigned, or nothing says whose key it has to be.

    \b
    Example:
      newsroom verify-edition record.zip --key record.pub
    """
    with _extras_there():
        given = _public(key_file) if key_file else None
        with _progress(lambda seconds: say("Reading … {count} s", count=seconds)):
            verdict = check_edition(place, given)
    _report(verdict)
    sys.exit(0 if verdict.standing is Standing.VALID else 1)


_TOLD: Mapping[Standing, Message] = {
    Standing.VALID: say("valid: every file is as it was signed, and no other is there"),
    Standing.SIGNED: say(
        "complete and signed, but with a key that came with the edition and proves nothing by "
        "itself; give the one you know with --key"
    ),
    Standing.UNSIGNED: say("complete, but unsigned: nothing says who made it"),
    Standing.INVALID: say("not valid"),
}


def _report(verdict: Verdict) -> None:
    tell_list(say("problems"), verdict.problems)
    tell(say("files as listed: {count}", count=verdict.count), err=False)
    if verdict.key:
        tell(say("signed as: {words}", words=verdict.words), err=False)
        _show_key(verdict.key)
    tell(_TOLD[verdict.standing], err=False)


def _show_key(key: PublicKey) -> None:
    tell(say("public key: {key}", key=key.line), err=False)
    tell(say("fingerprint: {digits}", digits=key.fingerprint), err=False)


def _make(making: _Making, asked: Sequence[Edition], into: Path) -> None:
    names = {f"{making.record.name}{it.ending}": it for it in asked}
    try:
        place_files(into, {name: partial(_make_one, making, it) for name, it in names.items()})
    except HeldError as held:
        message = say("another command is writing, process {process}", process=held.holder or "?")
        raise Failure(message, say("wait until it finishes")) from None
    tell_list(say("written"), [str(into / name) for name in names])
    if making.secret is None:
        tell(say("unsigned; sign it with --key"))


def _make_one(making: _Making, kind: Edition, target: Path) -> None:
    tell(say("Making '{file}' …", file=target.name))
    with _progress(lambda seconds: say("{count} s", count=seconds)):
        _MAKERS[kind.key](making, kind, target)


def _progress(of_seconds: Callable[[int], Message]) -> AbstractContextManager[None]:
    """Show a sentence with the seconds in it while something takes long."""
    lang, known = language(), messages()
    return progress_shown(lambda seconds: known.render(of_seconds(seconds), lang))


def _refuse_unbuilt(site: Path) -> None:
    if not (site / folders.MARK).is_file() or not (site / "index.html").is_file():
        message = say("'{path}' holds no built site", path=shown(site))
        raise Failure(message, say("run `newsroom build` first"))
    if folders.has_drafts(site):
        message = say("'{path}' was built with the drafts", path=shown(site))
        raise Failure(message, say("run `newsroom build` without --drafts"))


def _refuse_in_repository(file: Path) -> None:
    folder = file.resolve().parent
    if any(
        (it / mark).exists() for it in (folder, *folder.parents) for mark in (".git", ROOT_FILE)
    ):
        raise Misuse(
            say("'{path}' lies in a repository, where no secret key belongs", path=file),
            say("give a path outside it"),
        )


def _write_secret(file: Path, text: str) -> None:
    """Write a file that only its owner may read, from its first byte on."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except BaseException:
        file.unlink()
        raise


def _secret(file: Path | None) -> SecretKey | None:
    """The key that signs, of a file or as a workflow hands it on; `None` where there is none."""
    text = read_input(file) if file else os.environ.get(_KEY)
    if not text:
        return None
    try:
        return SecretKey.read(text)
    except ProtectedKeyError:
        message = say("the key in '{path}' is protected by a password", path=file or _KEY)
        raise Failure(message, say("make one without: `newsroom edition-key`")) from None
    except KeyFormError:
        raise Failure(say("'{path}' holds no secret key", path=file or _KEY)) from None


def _public(file: Path) -> PublicKey:
    try:
        return PublicKey.read(read_input(file))
    except KeyFormError:
        raise Failure(say("'{path}' holds no public key", path=file)) from None


@contextmanager
def _extras_there() -> Iterator[None]:
    """Say what to install where a library that only editions need is missing."""
    try:
        yield
    except ModuleNotFoundError as missing:
        message = say("this needs the package '{name}'", name=(missing.name or "").split(".")[0])
        raise Failure(message, say("install it: pip install 'newsroom[editions]'")) from None
