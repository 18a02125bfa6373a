"""What the commands read and write: files, standard input, the lists of the record."""

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from newsroom.adapters.cli import LANG
from newsroom.check.reports import Report, as_text
from newsroom.intake.filing import replace_files
from newsroom.intake.reading import MAX_BYTES, decode
from newsroom.record.causes import cause_of
from newsroom.record.documents import ParseContext
from newsroom.record.loading import Loader, load_messages, load_strings, load_word_lists
from newsroom.record.messages import Messages, default_messages
from newsroom.record.problems import say
from newsroom.record.strings import Strings
from newsroom.text.date_phrases import read_date
from newsroom.text.dates import Period, parse_period
from newsroom.text.lexicon import Lexicon

STDIN = "-"
_MESSAGES = "newsroom.messages"
"""Where a context keeps them."""
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
        parse_context.report(
            1, "file-unreadable", say("cannot be read: {reason}", reason=cause_of(error))
        )
        stop_at(parse_context)
        raise


def read_raw_sources(folder: Path) -> dict[str, str]:
    """The texts of a folder that can be read, by the SHA-256 of their bytes."""
    found: dict[str, str] = {}
    for file in sorted(path for path in folder.iterdir() if path.is_file()):
        data = read_bytes(file)
        text = decode(data, ParseContext(name_of(file)))
        if text is not None:
            found[hashlib.sha256(data).hexdigest()] = text
    return found


def name_of(file: Path) -> str:
    return "<stdin>" if str(file) == STDIN else str(file)


def stop_at(parse_context: ParseContext) -> None:
    """Print the problems, in the language that was asked for, and exit 1, if there are any."""
    if parse_context.problems:
        report = Report(
            sorted(parse_context.problems),
            lang=language(),
            messages=messages(),
            is_terminal=sys.stderr.isatty(),
        )
        click.echo(as_text(report), err=True)
        sys.exit(1)


def told(message: str) -> str:
    """A sentence in the language that was asked for."""
    return messages().render(message, language())


def tell(message: str, *, err: bool = True) -> None:
    """Print a sentence in the language that was asked for."""
    click.echo(told(message), err=err)


def tell_list(title: str, items: Iterable[str]) -> None:
    """Print what there is of something below its title; nothing where there is none."""
    rows = list(items)
    if rows:
        tell(say("{title} ({count}):", title=title, count=len(rows)), err=False)
    for row in rows:
        click.echo(f"  {told(row)}")


def is_agreed() -> bool:
    """Whether the editor says that what was shown may be written."""
    return click.confirm(told(say("Write it?")), err=True)


def language() -> str:
    """The language problems are told in: that of `--lang`, or of `NEWSROOM_LANG`."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(LANG, "en")) if context else "en"


def messages() -> Messages:
    """The sentences of the record in Persian, if they are needed and can be read; read once."""
    context = click.get_current_context()
    root: Path | None = context.find_root().obj
    if language() == "en" or root is None:
        return Messages()
    if _MESSAGES not in context.meta:
        try:
            context.meta[_MESSAGES] = load_messages(Loader(root))
        except OSError:  # what is to be told of may be just that
            return default_messages()
    known: Messages = context.meta[_MESSAGES]
    return known


def lexicon_of(root: Path) -> Lexicon:
    """What half-spaces are restored with in the record below `root`."""
    loader = Loader(root)
    lists = load_word_lists(loader)
    stop_at(ParseContext("", loader.problems))
    return Lexicon.of(lists)


def strings_of(root: Path) -> Mapping[str, Strings]:
    """The words of the interface, by language."""
    loader = Loader(root)
    strings = load_strings(loader)
    stop_at(ParseContext("", loader.problems))
    return strings


def read_near(
    text: str | None, near: Period | None = None, *, flag: str = "--near"
) -> Period | None:
    """The day an option names, in any spelling; raises a usage error for what is none."""
    if text is None:
        return None
    try:
        return parse_period(text)
    except ValueError:
        try:
            return read_date(text, near).period
        except ValueError as error:
            raise click.BadParameter(error.args[0], param_hint=flag) from None


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
    parse_context = ParseContext("")
    texts = {place.relative_to(root).as_posix(): text for place, text in places.items()}
    replace_files(root, texts, parse_context)
    stop_at(parse_context)
