"""What the items of a list begin with, as people type it."""

import re

_DIGITS = "0-9۰-۹٠-٩"
_LETTERS = "A-Za-zآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# Marks as they are typed, by what they would be in a list; the first that fits.
_MARKS = (
    ("bullet", re.compile(r"([-*+])[ \t]+(?=\S)")),
    ("number", re.compile(rf"([{_DIGITS}]{{1,9}})\.[ \t]+(?=\S)")),
    ("sign", re.compile(r"([•·●○■□▪▫◦‣⁃➢►✓✔])[ \t]*(?=\S)")),
    ("dash", re.compile(r"([–—‒―−])[ \t]+(?=\S)")),
    (
        "counted",
        re.compile(rf"\(?([{_DIGITS}]{{1,3}})[ \t]?(?:[)\-–ـ][ \t]*|\.)(?=[^\s{_DIGITS}])"),
    ),
    ("letter", re.compile(rf"\(?((?:الف|[{_LETTERS}]))[)\-–][ \t]+(?=\S)")),
)


def kind_of(line: str) -> tuple[str, str]:
    """How a line is marked, and its mark with the space behind; empty for one that is not."""
    text = line.lstrip(" \t>")
    for kind, form in _MARKS:
        if found := form.match(text):
            return kind, found[0]
    return "", ""
