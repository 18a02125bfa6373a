"""The files of a folder of raw sources: which is which, and what is wrong where one is wanted.

A source is known by the SHA-256 of its bytes and by nothing else. What is no such file is told from
it by trying: the same text in another encoding has the digest once it is encoded as it was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import cast

from newsroom.intake.reading import decode, likely_encoding
from newsroom.record.documents import ParseContext
from newsroom.record.kinds.source import Source
from newsroom.record.problems import Problem, ReadingRule, say
from newsroom.text.messages import Message
from newsroom.verify.recording import SOURCE_DIGITS

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "windows-1252")
_SCAN = frozenset(("source-empty", "source-binary"))
"""What the reader says of a file that holds pictures of words."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the folder."""

    name: str
    data: bytes
    text: str | None
    """`None` with the reasons among the problems."""
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, name: str, data: bytes) -> "RawFile":
        """The file of a name, read as an import reads it."""
        context = ParseContext(name)
        text = decode(data, context)
        return cls(name, data, text, tuple(context.problems))

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.data).hexdigest()

    def texts(self) -> Iterator[str]:
        """What it may say: its text, or what it holds in the encoding it looks like."""
        likely = likely_encoding(self.data) if self.text is None else "utf-8"
        try:
            yield self.data.decode(likely or "utf-8").removeprefix("\ufeff")
        except (LookupError, ValueError):
            return


Fault = tuple[ReadingRule, Message | str, Message | str]
"""A rule, a message and what to do."""


def fault_of(source: Source, files: Sequence[RawFile], is_like: Callable[[str], bool]) -> Fault:
    """What is wrong with a source no text is at hand for.

    `files` are those of the folder; `is_like` says whether a text tells what was written from the
    source.
    """
    digest = source.sha256[:SOURCE_DIGITS]
    for file in files:
        if file.digest == source.sha256:
            return _unread(source, file)
    for file in files:
        if any(_has_digest(text, source.sha256) for text in file.texts()):
            message = say(
                "'{file}' is the raw source '{id}' in another encoding or with other line ends",
                file=file.name,
                id=source.id,
            )
            hint = say("use the original file; its SHA-256 begins with {digest}", digest=digest)
            return "source-encoding", message, hint
    for file in files:
        if any(map(is_like, file.texts())):
            message = say(
                "'{file}' says what the raw source '{id}' says, but has been changed since",
                file=file.name,
                id=source.id,
            )
            hint = say("use the original file; its SHA-256 begins with {digest}", digest=digest)
            return "source-changed", message, hint
    message = say(
        "no file in the folder is the raw source '{id}'; expected one whose SHA-256 "
        "begins with {digest}",
        id=source.id,
        digest=digest,
    )
    return "source-missing", message, say("put the file the article was written from there")


def _unread(source: Source, file: RawFile) -> Fault:
    """Why the very file has no text."""
    (problem, *_) = file.problems
    rule = cast(ReadingRule, problem.rule)  # it was reported by reading
    what = say(
        "the raw source '{id}', '{file}', cannot be compared: {reason}",
        id=source.id,
        file=file.name,
        reason=problem.message,
    )
    if rule in _SCAN:
        return (
            rule,
            what,
            say("type the scan or run OCR on it first; the resulting text is the source"),
        )
    if rule == "source-encoding":
        hint = say("save it as UTF-8 and import it again, so that its new digest is recorded")
        return rule, what, hint
    return rule, what, problem.hint


def _has_digest(text: str, digest: str) -> bool:
    """Whether a text has a digest in any encoding, with either end of lines."""
    lines = text.replace("\r\n", "\n")
    for written, encoding in product((lines, lines.replace("\n", "\r\n")), _ENCODINGS):
        try:
            data = written.encode(encoding)
        except UnicodeError:
            continue
        if sha256(data).hexdigest() == digest:
            return True
    return False
