"""The words of the interface by language; a record changes some in `data/strings/<lang>.yml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsroom.record.defaults import read_default
from newsroom.record.documents import Entries, Items, Node, ParseContext, RawText, Scalar
from newsroom.record.problems import did_you_mean, say
from newsroom.text.dates import DateWords

Words = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language by key, `timeline.held`; a list is a tuple."""

    lang: str
    words: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    dates: DateWords

    def __getitem__(self, key: str) -> str:
        return self.words[key]


def read_strings(lang: str, entries: Entries, context: ParseContext) -> Strings:
    """The words of the engine in a language, some of them as a record has them.

    A key the engine does not have, a list of another length and a text with other places in braces
    are reported and left out.
    """
    default = default_strings(lang)
    known: dict[str, Words] = {**default.words, **default.lists}
    for key, line, words in _flat(entries, "", context):
        if key not in known:
            message = say("unknown key '{key}'", key=key)
            context.report(line, "key-unknown", message, did_you_mean(key, known))
        elif _is_like(words, known[key], key, line, context):
            known[key] = words
    return _strings(lang, known)


@cache  # read once a process: a rebuild or a test would pay 10 ms for it each time
def default_strings(lang: str) -> Strings:
    """The words of the engine in a language."""

    def read(entries: Entries, context: ParseContext) -> Strings:
        return _strings(lang, {key: words for key, _, words in _flat(entries, "", context)})

    return read_default(f"strings/{lang}.yml", read)


def placeholders(words: Words) -> list[list[str]]:
    """What stands in braces in each text, every brace counted; of a list as many as it has."""
    return [sorted(re.findall(r"\{\w*\}?|\}", text)) for text in _texts(words)]


def _strings(lang: str, known: Mapping[str, Words]) -> Strings:
    words = {key: text for key, text in known.items() if isinstance(text, str)}
    lists = {key: items for key, items in known.items() if not isinstance(items, str)}
    begin, middle, end = lists["date.thirds"]
    in_named, in_days, in_third = lists["date.within"]
    dates = DateWords(
        lang=lang,
        months={name: lists[f"date.{name}"] for name in ("gregorian", "solar")},
        day_month=words["date.day_month"],
        span=words["date.span"],
        approximate=words["date.approximate"],
        thirds=(begin, middle, end),
        within=(in_named, in_days, in_third),
        both=words["date.both"],
    )
    return Strings(lang, words, lists, dates)


def _flat(node: Node, at: str, context: ParseContext) -> Iterator[tuple[str, int, Words]]:
    """Every text and list below a node: its key, its line and itself."""
    if isinstance(node, Scalar):
        context.texts.append(RawText(at, node.line, node.source))
        yield at, node.line, node.text
    elif isinstance(node, Items):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        context.texts += [RawText(at, item.line, item.source) for item in scalars]
        yield at, node.line, tuple(item.text for item in scalars)
    else:
        for key, value in node.entries.items():
            yield from _flat(value, f"{at}.{key}" if at else key, context)


def _is_like(words: Words, default: Words, key: str, line: int, context: ParseContext) -> bool:
    """Whether words can stand in place of those of the engine; reports why they cannot."""
    ours, theirs = _texts(words), _texts(default)
    if type(words) is not type(default) or len(ours) != len(theirs):
        message = say("'{key}' is not a list of {size} words", key=key, size=len(theirs))
        if isinstance(default, str):
            message = say("'{key}' is a list; expected text", key=key)
        context.report(line, "value-form", message)
    elif not all(ours):
        context.report(line, "key-missing", say("the key '{key}' is missing or empty", key=key))
    elif placeholders(words) != placeholders(default):
        message = say("the placeholders of '{key}' differ from those of its counterpart", key=key)
        hint = say("the engine’s text is '{text}'", text=" · ".join(theirs))
        context.report(line, "strings-differ", message, hint)
    else:
        return True
    return False


def _texts(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words
