"""Quotations: where a text speaks with the words of another."""

import re

_QUOTATION = re.compile(r"«[^«»]{0,2000}(?:«[^«»]{0,500}»[^«»]{0,1000})*»|“[^“”]{0,2000}”")
_SIGN = re.compile(r"[^\n]")


def blank_quotations(text: str) -> str:
    """`text` with U+FFFC for every sign of a quotation in «…» or “…”, line for line."""
    if "«" not in text and "“" not in text:
        return text
    return _QUOTATION.sub(lambda found: _SIGN.sub("\ufffc", found[0]), text)
