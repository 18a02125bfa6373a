"""What the engine says in Persian, by English sentence; `data/messages.yml` changes some."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

from newsroom.record.defaults import read_default
from newsroom.record.documents import Entries, Items, Node, ParseContext, Scalar
from newsroom.record.forms import Pattern, reads
from newsroom.record.problems import did_you_mean, say
from newsroom.record.schema import Field, Schema, many, read_record, record
from newsroom.text.languages import Bilingual
from newsroom.text.messages import Message
from newsroom.text.persian import number


@dataclass(frozen=True, slots=True)
class Messages:
    """What the engine says, ready to be said in either language."""

    persian: Mapping[str, str] = field(default_factory=dict)
    """The Persian sentence for each English template, with the same places in braces."""

    def render(self, message: str, lang: str, isolate: Callable[[str], str] = str) -> str:
        """`message` in a language; a sentence nobody has put into Persian yet stays English.

        `isolate` is given every value that goes into a Persian sentence: an id or a path, which
        runs the other way.
        """
        template = self.persian.get(message.template) if isinstance(message, Message) else None
        if lang == "en" or not isinstance(message, Message) or template is None:
            return str(message)
        values = {
            key: self._value(key, value, lang, isolate) for key, value in message.values.items()
        }
        return template.format(**values)

    def _value(self, key: str, value: object, lang: str, isolate: Callable[[str], str]) -> str:
        if isinstance(value, Message):
            return self.render(value, lang, isolate)
        if key == "reason" and (known := REASONS.get(str(value))):
            return self.render(known, lang, isolate)
        return number(value, lang) if isinstance(value, int) else isolate(str(value))


_REASONS = (
    # of the system, when a file cannot be read or written
    say("Permission denied"),
    say("Operation not permitted"),
    say("No such file or directory"),
    say("Is a directory"),
    say("Not a directory"),
    say("File exists"),
    say("File name too long"),
    say("Invalid argument"),
    say("Input/output error"),
    say("No space left on device"),
    say("Disk quota exceeded"),
    say("Read-only file system"),
    say("Too many open files"),
    say("Too many levels of symbolic links"),
    # of the reader of YAML
    say("could not find expected ':'"),
    say("did not find expected '-' indicator"),
    say("did not find expected ',' or ']'"),
    say("did not find expected ',' or '}}'"),
    say("did not find expected key"),
    say("did not find expected node content"),
    say("did not find expected <document start>"),
    say("did not find expected comment or line break"),
    say("did not find expected alphabetic or numeric character"),
    say("did not find expected hexdecimal number"),
    say("did not find expected digit or version number"),
    say("did not find expected whitespace"),
    say("did not find expected whitespace or line break"),
    say("did not find URI escaped octet"),
    say("did not find expected '!'"),
    say("did not find expected tag URI"),
    say("did not find the expected '>'"),
    say("could not find expected directive name"),
    say("found character that cannot start any token"),
    say("found unexpected ':'"),
    say("did not find expected digit or '.' character"),
    say("did not find expected version number"),
    say("found an incorrect leading UTF-8 octet"),
    say("found an incorrect trailing UTF-8 octet"),
    say("found unexpected document indicator"),
    say("found unexpected end of stream"),
    say("found unexpected non-alphabetical character"),
    say("found unknown directive name"),
    say("found unknown escape character"),
    say("found invalid Unicode character escape code"),
    say("found an indentation indicator equal to 0"),
    say("found a tab character where an indentation space is expected"),
    say("found a tab character that violates indentation"),
    say("found extremely long version number"),
    say("found incompatible YAML document"),
    say("found duplicate %YAML directive"),
    say("found duplicate %TAG directive"),
    say("found undefined tag handle"),
    say("found undefined alias"),
    say("found duplicate anchor; first occurrence"),
    say("but found another document"),
    say("mapping keys are not allowed in this context"),
    say("mapping values are not allowed in this context"),
    say("block sequence entries are not allowed in this context"),
    say("while scanning a plain scalar"),
    say("control characters are not allowed"),
    say("exceeded maximum nesting depth"),
    say("maximum recursion depth exceeded"),
)
REASONS: Mapping[str, Message] = {str(reason): reason for reason in _REASONS}
"""What others give as a reason, so that it can be said in Persian, too."""


@reads(Pattern(r"[\s\S]+", "a sentence"))
def sentence(node: Node, context: ParseContext, at: str) -> str | None:
    """A sentence as it stands: it may hold any sign, since it is printed and never published."""
    return node.text if isinstance(node, Scalar) else None


MESSAGE: Schema = (
    Field("en", sentence, "the English sentence the engine has, with places in braces", True),
    Field("fa", sentence, "the Persian one, with the same places", True),
)
SCHEMA: Schema = (
    Field("messages", many(record(MESSAGE, dict)), "sentences in both languages", required=True),
)


def read_messages(entries: Entries, context: ParseContext) -> Messages:
    """The sentences of the engine, some of them as a record has them.

    One the engine does not have, or that could not be filled in, is reported and left out.
    """
    default = default_messages().persian
    own = _sentences(entries, context)
    for template in _templates(entries):
        if template.text not in default:
            message = say("the engine does not say '{key}'", key=template.text)
            context.report(
                template.line, "key-unknown", message, did_you_mean(template.text, default)
            )
    return Messages({**default, **{key: own[key] for key in own.keys() & default.keys()}})


@cache  # read once a process: a rebuild or a test would pay 40 ms for it each time
def default_messages() -> Messages:
    """The sentences of the engine."""
    return read_default(
        "messages.yml", lambda entries, context: Messages(_sentences(entries, context))
    )


def _templates(entries: Entries) -> Iterator[Scalar]:
    """The English sentences of a file, each with its line."""
    listed = entries.entries.get("messages")
    for item in listed.items if isinstance(listed, Items) else ():
        template = item.entries.get("en") if isinstance(item, Entries) else None
        if isinstance(template, Scalar):
            yield template


def _sentences(entries: Entries, context: ParseContext) -> dict[str, str]:
    values = read_record(entries, SCHEMA, context)
    found: dict[str, str] = {}
    for index, message in enumerate(values.get("messages", ())):
        if _is_filled_alike(message):
            found[message["en"]] = message["fa"]
        else:
            line = context.lines.get(f"messages.{index}.fa", 1)
            text = say(
                "'{key}' does not have the places in braces its counterpart has",
                key=message["fa"],
            )
            context.report(line, "strings-differ", text)
    return found


def _is_filled_alike(message: Bilingual) -> bool:
    """Whether both sentences take the same values."""
    try:
        places = [
            {name for _, name, _, _ in Formatter().parse(message[lang]) if name is not None}
            for lang in ("en", "fa")
        ]
    except ValueError:  # a brace without its other half
        return False
    return places[0] == places[1]
