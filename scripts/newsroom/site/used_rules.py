"""The rules of a sheet that a page has a use for: what stands in a page has to be small.

A sheet is one as `site/assets.py` makes it small: no comment, no blank between rules, and braces
and commas in no string.
"""

from collections.abc import Collection, Iterator
from itertools import takewhile


def used_rules(sheet: str, classes: Collection[str]) -> str:
    """The rules that can apply to elements of some classes alone, in their order.

    A selector goes if it names another class; not if it does so within brackets, as `:not` may.
    """
    kept: list[str] = []
    for head, body in _rules(sheet):
        if head.startswith("@"):
            used = used_rules(body, classes) if "{" in body else body
            kept.append(f"{head}{{{used}}}" if used else "")
        else:
            selectors = [it for it in _parted(head, ",") if _names(it) <= set(classes)]
            kept.append(f"{','.join(selectors)}{{{body}}}" if selectors else "")
    return "".join(kept)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """What stands before the braces of each outer rule, and in them."""
    for rule in _parted(sheet, "}"):
        head, brace, body = rule.partition("{")
        if brace:
            yield head.strip(), body


def _parted(text: str, sign: str) -> Iterator[str]:
    """The text between signs that stand in no brackets; an end of brackets ends with its sign."""
    begun, depth = 0, 0
    for at, character in enumerate(text):
        depth += (character in "({[") - (character in ")}]")
        if character == sign and depth == 0:
            yield text[begun:at]
            begun = at + 1
    yield text[begun:]


def _names(selector: str) -> set[str]:
    """The classes a selector names outside brackets."""
    bare, depth = "", 0
    for character in selector:
        depth += character == "("
        bare += "" if depth else character
        depth -= character == ")"
    return {
        "".join(takewhile(lambda it: it.isalnum() or it in "-_", name))
        for name in bare.split(".")[1:]
    }
