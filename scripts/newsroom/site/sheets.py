"""The rules of a sheet that a page has a use for: what stands in a page has to be small.

A sheet is one as `site/assets.py` makes it small: no comment, no blank between rules, and braces
and commas in no string.
"""

from collections.abc import Iterator, Set
from itertools import takewhile


class Sheet:
    """A style sheet, read once and asked for each page."""

    def __init__(self, text: str) -> None:
        self._rules = tuple(_read(text))

    def used_by(self, classes: Set[str]) -> str:
        """The rules that can apply where elements have no other classes, in their order.

        A selector goes if it names another one; not if it does so within brackets, as `:not` may.
        """
        return "".join(rule for it in self._rules if (rule := _used(it, classes)))


_Selectors = tuple[tuple[str, frozenset[str]], ...]
_Rule = tuple[str | _Selectors, str | Sheet]
"""A condition with a sheet, a head such as `@page`, or selectors with the classes each names."""


def _read(text: str) -> Iterator[_Rule]:
    for rule in _parted(text, "}"):
        head, brace, body = rule.partition("{")
        if head.startswith("@"):
            yield head, Sheet(body) if "{" in body else body
        elif brace:
            yield tuple((it, _names(it)) for it in _parted(head, ",")), body


def _used(rule: _Rule, classes: Set[str]) -> str:
    head, body = rule
    if isinstance(head, tuple):
        head = ",".join(selector for selector, names in head if names <= classes)
    if isinstance(body, Sheet):
        body = body.used_by(classes)
    return f"{head}{{{body}}}" if head and body else ""


def _parted(text: str, sign: str) -> Iterator[str]:
    """The text between signs that stand in no brackets; an end of brackets ends with its sign."""
    begun, depth = 0, 0
    for at, character in enumerate(text):
        depth += (character in "({[") - (character in ")}]")
        if character == sign and depth == 0:
            yield text[begun:at]
            begun = at + 1
    yield text[begun:]


def _names(selector: str) -> frozenset[str]:
    """The classes a selector names outside brackets."""
    bare, depth = "", 0
    for character in selector:
        depth += character == "("
        bare += "" if depth else character
        depth -= character == ")"
    names = bare.split(".")[1:]
    return frozenset("".join(takewhile(lambda it: it.isalnum() or it in "-_", n)) for n in names)
