"""Sentences of the engine, made so that they can be said in another language."""

import unicodedata
from collections.abc import Mapping


class Message(str):
    """A sentence in English that knows what it was made of, so that it can be said anew.

    `say("unknown place '{id}'", id="kazn")` reads "unknown place 'kazn'"; a list of messages in
    another language is looked up by the template.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]


class Wording(str):
    """A value of a message that is worded in each language; itself the English one."""

    __slots__ = ("by_lang",)
    by_lang: Mapping[str, str]


def worded(by_lang: Mapping[str, str]) -> Wording:
    """The value of a message by language; where English is wanting, any there is stands for it."""
    wording = Wording(by_lang.get("en") or next(iter(by_lang.values()), ""))
    wording.by_lang = by_lang
    return wording


def say(template: str, **values: object) -> Message:
    """The message a template makes with its values; braces in values stand for themselves.

    The template is written out where it is said, so that tests find it; see `message_of`.
    """
    return message_of(template, values)


def message_of(template: str, values: Mapping[str, object]) -> Message:
    """The message of a template that was said elsewhere, or before."""
    message = Message(template.format(**values))
    message.template = template
    message.values = values
    return message


def code_point(char: str) -> str:
    """How a message names a character that cannot be shown: U+200B."""
    return f"U+{ord(char):04X}"


def character_of(name: str) -> str | None:
    """The character `code_point` names so; `None` for any other text."""
    try:
        return chr(int(name[2:], 16)) if name.startswith("U+") else None
    except (ValueError, OverflowError):
        return None


def printable(text: str, instead: str = "?") -> str:
    """`text`, as long as before, as a terminal can be trusted with it: a value may hold anything.

    Blanks of any width are blanks; `instead` stands for what is not seen, the half-space excepted.
    """
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or char == "\u200c"
        else " "
        if unicodedata.category(char) == "Zs"
        else instead
        for char in text
    )
