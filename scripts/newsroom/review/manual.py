"""The pages of the rules as the reports use them: what each rule is for, and where that is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.record.articles import Page

PAGES = ("guide/rules.md", "guide/text-rules.md")
"""The pages below `docs/<lang>/` whose sections explain a rule each."""

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
    uri: str
    """The page it stands on, below `docs/<lang>/`."""


def explanations(pages: Mapping[tuple[str, str], Page], lang: str) -> Mapping[str, Explanation]:
    """What a language's pages of the rules say, by rule; nothing for a record without them."""
    manual = {}
    for uri in PAGES:
        page = pages.get((lang, uri))
        parts = _HEADING.split(page.body)[1:] if page else []
        for rule, text in zip(parts[::2], map(str.strip, parts[1::2]), strict=True):
            manual[rule] = Explanation(rule, _reason(text), text, uri)
    return manual


def address_of(known: Explanation | None, site_url: str, lang: str) -> str:
    """Where a reader finds what is said of a rule; empty if nothing is, or the site is nowhere."""
    if not known or not site_url:
        return ""
    folder = "" if lang == "fa" else f"{lang}/"
    return f"{site_url.rstrip('/')}/{folder}{known.uri.removesuffix('.md')}.html#{known.rule}"


def _reason(text: str) -> str:
    plain = _LINK.sub(r"\1", text).replace("`", "").replace("\n", " ")
    first = _SENTENCE.match(plain)
    return first[0] if first else plain
