"""Quotations: where a text speaks with the words of another."""

import re
from collections.abc import Iterator

_QUOTATION = re.compile(r"«[^«»]{0,2000}(?:«[^«»]{0,500}»[^«»]{0,1000})*»|“[^“”]{0,2000}”")
_SAID = re.compile(r"«([^«»]{1,2000})»|“([^“”]{1,2000})”")
_OTHERWISE = re.compile(
    r"\"([^\"\n]{1,2000})\"|(?<!\w)'([^'\n]{1,500})'(?!\w)|(?<!\w)‘([^‘’\n]{1,500})’(?!\w)"
)
_SAMPLE = re.compile(r"«[^«»\s]+(?: [^«»\s]+)?»")


def quotations_in(text: str) -> Iterator[tuple[int, str]]:
    """What stands in «…» or “…”, with the place of the opening mark."""
    for found in _SAID.finditer(text):
        yield found.start(), found[1] or found[2]


def in_other_marks(text: str) -> Iterator[str]:
    """What stands in marks that are no quotation marks of this record: "…", '…' or ‘…’."""
    for found in _OTHERWISE.finditer(text):
        yield next(filter(None, found.groups()))


def blank_quotations(text: str) -> str:
    """`text` with U+FFFC for every character of a quotation in «…» or “…”, line for line."""
    if "«" not in text and "“" not in text:
        return text
    return _QUOTATION.sub(lambda found: blank_out(found[0]), text)


def blank_samples(line: str) -> str:
    """A line with one U+FFFC for each quotation of a word or two, which shows how one spells."""
    return _SAMPLE.sub("\ufffc", line)


def blank_out(text: str) -> str:
    """U+FFFC for every character of a text, line for line."""
    return "\n".join("\ufffc" * len(line) for line in text.split("\n"))
