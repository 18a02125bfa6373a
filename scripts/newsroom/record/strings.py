"""The words of the interface: `data/strings/<lang>.yml`, one flat table a language."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.record.documents import Entries, Items, Node, Reading, Scalar, Written
from newsroom.record.problems import say
from newsroom.text.dates import DateWords

_DATE_WORDS = ("date.both", "date.span", "date.approximate", "date.day_month")
_DATE_LISTS = {"date.thirds": 3, "date.within": 3, "date.gregorian": 12, "date.solar": 12}
"""How many words each list has."""


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language by key, `timeline.held`; a list is a tuple."""

    lang: str
    words: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    dates: DateWords

    def __getitem__(self, key: str) -> str:
        return self.words[key]


def read_strings(lang: str, entries: Entries, reading: Reading) -> Strings | None:
    """The words of a language; `None` when one that dates need is missing."""
    words: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    _flatten(entries, "", words, lists, reading)
    known = len(reading.problems)
    for key in _DATE_WORDS:
        if key not in words:
            reading.report(
                entries.line, "key-missing", say("the key '{key}' is missing or no text", key=key)
            )
    for key, size in _DATE_LISTS.items():
        if len(lists.get(key, ())) != size:
            reading.report(
                entries.line,
                "value-form",
                say("'{key}' is not a list of {size} words", key=key, size=size),
            )
    if len(reading.problems) > known:
        return None
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


def _flatten(
    node: Node,
    at: str,
    words: dict[str, str],
    lists: dict[str, tuple[str, ...]],
    reading: Reading,
) -> None:
    if isinstance(node, Scalar):
        words[at] = node.text
        reading.texts.append(Written(at, node.line, node.source))
    elif isinstance(node, Items):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        lists[at] = tuple(item.text for item in scalars)
        reading.texts += [Written(at, item.line, item.source) for item in scalars]
    else:
        for key, value in node.entries.items():
            _flatten(value, f"{at}.{key}" if at else key, words, lists, reading)
