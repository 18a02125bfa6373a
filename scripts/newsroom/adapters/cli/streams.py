"""What the commands read: files, standard input, dates, the record and its lists."""

import datetime
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from newsroom.adapters.cli.telling import stop_at, tell
from newsroom.intake.reading import MAX_BYTES, decode
from newsroom.record.catalogue import Catalogue
from newsroom.record.causes import cause_of
from newsroom.record.documents import ParseContext
from newsroom.record.files import survey
from newsroom.record.kinds import KINDS
from newsroom.record.loading import (
    Loader,
    load_entries,
    load_options,
    load_strings,
    load_word_lists,
)
from newsroom.record.participants import Participant
from newsroom.record.problems import say
from newsroom.record.strings import Strings
from newsroom.text.date_phrases import read_date
from newsroom.text.dates import Period, parse_period
from newsroom.text.lexicon import Lexicon
from newsroom.verify.raw import RawFile

STDIN = "-"
SOURCE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


def read_input(file: Path, encoding: str | None = None) -> str:
    """The text of a file or of standard input; says what is wrong with it and exits 1."""
    parse_context = ParseContext(name_of(file))
    text = decode(read_bytes(file), parse_context, encoding)
    stop_at(parse_context)
    assert text is not None
    return text


def read_bytes(file: Path) -> bytes:
    """The raw bytes, up to one more than are read; says what is wrong and exits 1."""
    try:
        if str(file) == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        parse_context = ParseContext(name_of(file))
        message = say("cannot be read: {reason}", reason=cause_of(error))
        parse_context.report(1, "file-unreadable", message)
        stop_at(parse_context)
        raise


def read_raw_sources(folder: Path) -> tuple[RawFile, ...]:
    """The files of a folder, by their names."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return tuple(RawFile.of(file.name, read_bytes(file)) for file in files)


def name_of(file: Path) -> str:
    """How messages name a file."""
    return "<stdin>" if str(file) == STDIN else str(file)


def load(root: Path) -> Catalogue:
    """The record with its drafts; a record that cannot be read in part serves as far as it goes."""
    catalogue, problems = Catalogue.load(root, drafts=True)
    if problems:
        tell(say("the record has {count} problem(s): `newsroom check`", count=len(problems)))
    return catalogue


def lexicon_of(root: Path) -> Lexicon:
    """What half-spaces are restored with in the record below `root`."""
    loader = Loader(root, survey(root, None, KINDS)[0])
    lists = load_word_lists(loader)
    stop_at(ParseContext("", loader.problems))
    kinds = [kind for kind in KINDS if issubclass(kind.entry, Participant)]
    entries = [it for its in load_entries(loader, kinds).values() for it in its.values()]
    named = (it for it in entries if isinstance(it, Participant))
    return Lexicon.of(lists, (name for it in named for name in it.spellings("fa")))


def strings_of(root: Path) -> Mapping[str, Strings]:
    """The words of the interface, by language."""
    loader = Loader(root)
    strings = load_strings(loader, load_options(loader, None))
    stop_at(ParseContext("", loader.problems))
    return strings


def today() -> Period:
    """The day a command runs on."""
    day = datetime.date.today()
    return Period(day, day)


def read_near(
    text: str | None, near: Period | None = None, *, flag: str = "--near"
) -> Period | None:
    """The day an option names, in any spelling; raises a usage error for what is none."""
    if text is None:
        return None
    with misuse_of(flag):
        try:
            return parse_period(text)
        except ValueError:
            return read_date(text, near).period


@contextmanager
def misuse_of(flag: str) -> Iterator[None]:
    """Turn a `ValueError` about the value of an option into a usage error."""
    try:
        yield
    except ValueError as error:
        raise click.BadParameter(error.args[0], param_hint=flag) from None
