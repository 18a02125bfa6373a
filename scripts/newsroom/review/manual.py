"""The page of the rules as the reports use it: what each rule is for, and where that is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.record.articles import RULES, Page

_HEADING = re.compile(r"^## .*\{#([a-z0-9-]+)\}[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r".+?[.؟?!](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule as its section of the page tells of it."""

    rule: str
    reason: str
    """The first sentence, in plain text."""
    text: str
    """The whole section, in Markdown."""


def explanations(page: Page | None) -> Mapping[str, Explanation]:
    """The sections of the page of the rules by rule; none for a record without that page."""
    parts = _HEADING.split(page.body)[1:] if page else []
    sections = zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True)
    return {rule: Explanation(rule, _reason(text), text) for rule, text in sections}


def address_of(rule: str, site_url: str, lang: str) -> str:
    """Where a reader finds the section of a rule; empty for a record without an address."""
    if not site_url:
        return ""
    folder = "" if lang == "fa" else f"{lang}/"
    return f"{site_url.rstrip('/')}/{folder}{RULES.removesuffix('.md')}.html#{rule}"


def _reason(text: str) -> str:
    plain = _LINK.sub(r"\1", text).replace("`", "").replace("\n", " ")
    first = _SENTENCE.match(plain)
    return first[0] if first else plain
