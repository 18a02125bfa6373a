"""Quotations: where a text speaks with the words of another."""

import re

_QUOTATION = re.compile(r"«[^«»]{0,2000}(?:«[^«»]{0,500}»[^«»]{0,1000})*»|“[^“”]{0,2000}”")
_SAMPLE = re.compile(r"«[^«»\s]+(?: [^«»\s]+)?»")


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
