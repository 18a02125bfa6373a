"""Single values: the readers of a text, an id, a date, a number, a choice."""

import re
from itertools import islice

from newsroom.record.documents import Items, Node, ParseContext, RawText, Reference, Scalar
from newsroom.record.forms import (
    Choice,
    Coordinates,
    Date,
    Flag,
    Id,
    Number,
    Pattern,
    Reader,
    Text,
    reads,
)
from newsroom.record.problems import Message, did_you_mean, say
from newsroom.text.dates import Period, parse_period
from newsroom.text.mojibake import mojibake

ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
MAX_ID = 60
MAX_LINE, MAX_PROSE = 200, 2_000
"""Characters of a name or a title, and of a summary or a note: more is a slip or an attack."""
ESCAPE = re.compile(r"\\(?:[nrt](?![a-z])|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})")
"""What other programs write for a line break or a sign, and no author does."""
ID_FORM = say(
    "lower-case a-z, 0-9 and '-', at most {most} characters, not beginning with 'nr-'", most=MAX_ID
)
"""What an id looks like, for messages; ids of our own templates begin with `nr-`."""


def plain_text(node: Node, context: ParseContext, at: str) -> str | None:
    """Text without markup, however long."""
    scalar = _scalar(node, context, at, say("text"))
    if scalar is None:
        return None
    value = scalar.text.strip()
    known = len(context.problems)
    if "<" in value or ">" in value:
        message = say("'{at}' contains '<' or '>'; expected plain text", at=at)
        context.report(scalar.line, "text-markup", message, say("write it without markup"))
    elif escape := ESCAPE.search(value):
        message = say(
            "'{at}' contains '{escape}', which is shown literally", at=at, escape=escape[0]
        )
        context.report(scalar.line, "text-markup", message, say("write out the value"))
    elif not any(char.isalnum() for char in value):
        context.report(scalar.line, "value-form", say("'{at}' contains no letter or digit", at=at))
    for _, wording, meant in islice(mojibake(value), 1):
        context.report(scalar.line, "text-mojibake", *about_mojibake(wording, meant))
    if len(context.problems) > known:
        return None
    context.texts.append(RawText(at, scalar.line, scalar.source))
    return " ".join(value.split())


def about_mojibake(wording: str, meant: str) -> tuple[Message, Message]:
    """What is said of a run that was read in a wrong encoding, and what to do."""
    message = say(
        "'{wording}' is '{meant}', read in a wrong encoding",
        wording=wording,
        meant=meant,
    )
    return message, say("copy the text from its source again, as UTF-8")


def _text(most: int, *, is_long: bool) -> Reader:
    @reads(Text(most, is_long))
    def read(node: Node, context: ParseContext, at: str) -> str | None:
        value = plain_text(node, context, at)
        if value is None or len(value) <= most:
            return value
        message = say(
            "'{at}' has {count} characters; expected at most {most}",
            at=at,
            count=len(value),
            most=most,
        )
        context.report(node.line, "value-long", message, say("shorten it"))
        return None

    return read


text = _text(MAX_LINE, is_long=False)
"""A line of plain text: a name, a title, a term."""


prose = _text(MAX_PROSE, is_long=True)
"""A text of one or more sentences."""


@reads(Flag())
def flag(node: Node, context: ParseContext, at: str) -> bool | None:
    """True or false, written so and in no other way YAML knows."""
    scalar = _scalar(node, context, at, say("true or false"))
    if scalar is None:
        return None
    if scalar.text not in ("true", "false"):
        message = say("'{at}' is '{value}'; expected true or false", at=at, value=scalar.text)
        context.report(scalar.line, "value-unknown", message)
        return None
    return scalar.text == "true"


@reads(Number())
def number(node: Node, context: ParseContext, at: str) -> int | None:
    """A whole number of at most four digits."""
    scalar = _scalar(node, context, at, say("a number"))
    if scalar is None:
        return None
    if scalar.text.isascii() and scalar.text.isdigit() and len(scalar.text) <= 4:
        return int(scalar.text)
    message = say("'{at}' is '{value}'; expected a number", at=at, value=scalar.text)
    context.report(scalar.line, "value-form", message)
    return None


@reads(Id())
def identifier(node: Node, context: ParseContext, at: str) -> str | None:
    """The id of an entry."""
    scalar = _scalar(node, context, at, say("an id"))
    if scalar is None:
        return None
    if not is_id(scalar.text):
        message = say("'{value}' is not an id; expected {form}", value=scalar.text, form=ID_FORM)
        context.report(scalar.line, "id-form", message)
        return None
    return scalar.text


def reference(kind: str) -> Reader:
    """The id of an entry of a kind, kept with its line for the rule `<kind>-unknown`."""

    @reads(Id(kind))
    def read(node: Node, context: ParseContext, at: str) -> str | None:
        id: str | None = identifier(node, context, at)
        if id is not None:
            id = context.moved.get((kind, id), id)
            context.references.append(Reference(kind, id, context.path, node.line))
        return id

    return read


@reads(Date())
def period(node: Node, context: ParseContext, at: str) -> Period | None:
    """An ISO date or range, Gregorian, as exact as known."""
    scalar = _scalar(node, context, at, say("an ISO date"))
    if scalar is None:
        return None
    try:
        return parse_period(scalar.text)
    except ValueError as error:
        hint = say("dates in files are Gregorian: 21 June 2024 is 2024-06-21")
        context.report(scalar.line, "date-impossible", error.args[0], hint)
        return None


@reads(Date(is_day=True))
def day(node: Node, context: ParseContext, at: str) -> Period | None:
    """One ISO day."""
    value: Period | None = period(node, context, at)
    if value is not None and not value.is_day:
        context.report(
            node.line,
            "value-form",
            say("'{at}' is not a date; expected one like 2024-06-21", at=at),
        )
        return None
    return value


def choice(*options: str) -> Reader:
    """One of some words, as written."""

    @reads(Choice(options))
    def read(node: Node, context: ParseContext, at: str) -> str | None:
        scalar = _scalar(node, context, at, say("one of {options}", options=", ".join(options)))
        if scalar is None:
            return None
        if scalar.text in options:
            return scalar.text
        message = say(
            "'{at}' is '{value}'; expected one of {options}",
            at=at,
            value=scalar.text,
            options=", ".join(options),
        )
        context.report(scalar.line, "value-unknown", message, did_you_mean(scalar.text, options))
        return None

    return read


def pattern(form: str, example: str) -> Reader:
    """A text of a fixed form, such as a time or a digest."""
    expected = Pattern(form, example)

    @reads(expected)
    def read(node: Node, context: ParseContext, at: str) -> str | None:
        scalar = _scalar(node, context, at, say("a value such as {example}", example=example))
        if scalar is None:
            return None
        if expected.fits(scalar.text):
            return scalar.text
        message = say(
            "'{at}' is '{value}'; expected a value such as {example}",
            at=at,
            value=scalar.text,
            example=example,
        )
        context.report(scalar.line, "value-form", message)
        return None

    return read


web_address = pattern(r"https?://\S+", "https://example.org/a")
"""The address of a page outside the record."""


@reads(Coordinates())
def coordinates(node: Node, context: ParseContext, at: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, two decimals are enough."""
    items = node.items if isinstance(node, Items) else ()
    texts = [item.text if isinstance(item, Scalar) else "" for item in items]
    try:
        latitude, longitude = map(float, texts)
    except ValueError:  # not two, or no numbers
        pass
    else:
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    message = say("'{at}' is not a pair of coordinates; expected [latitude, longitude]", at=at)
    context.report(node.line, "value-form", message)
    return None


def is_id(value: str) -> bool:
    """Whether a value is formed as an id (`ID_FORM`); whether anything has it is another matter."""
    return len(value) <= MAX_ID and is_slug(value) and not value.startswith("nr-")


def is_slug(value: str) -> bool:
    """Whether a value is words of a-z and 0-9, joined by `-`, of any length."""
    return all(part and ID_CHARACTERS.issuperset(part) for part in value.split("-"))


def _scalar(node: Node, context: ParseContext, at: str, expected: str) -> Scalar | None:
    if isinstance(node, Scalar):
        return node
    context.report(
        node.line,
        "value-kind",
        say("'{at}' is not a single value; expected {expected}", at=at, expected=expected),
    )
    return None
