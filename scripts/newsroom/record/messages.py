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
from newsroom.text.messages import Message, Wording
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
        if isinstance(value, Wording):
            return isolate(value.by_lang.get(lang, value))
        if key == "reason" and (known := self.persian.get(_escaped(str(value)))):
            return known.format()
        return number(value, lang) if isinstance(value, int) else isolate(str(value))


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
            message = say("the engine has no message '{key}'", key=template.text)
            context.report(
                template.line, "key-unknown", message, did_you_mean(template.text, default)
            )
    return Messages({**default, **{key: own[key] for key in own.keys() & default.keys()}})


@cache  # read once a process: a rebuild or a test would pay 40 ms for it each time
def default_messages() -> Messages:
    """The sentences of the engine, and what the libraries it uses give as reasons."""
    ours, others = (read_default(name, _sentences) for name in ("messages.yml", "reasons.yml"))
    return Messages({**others, **ours})


@cache
def help_in_persian() -> Messages:
    """What the help of the commands says."""
    return Messages(read_default("help.yml", _sentences))


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
                "the placeholders of '{key}' differ from those of its counterpart",
                key=message["fa"],
            )
            context.report(line, "strings-differ", text)
    return found


def _escaped(text: str) -> str:
    """A text as the template that says it."""
    return text.replace("{", "{{").replace("}", "}}")


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
