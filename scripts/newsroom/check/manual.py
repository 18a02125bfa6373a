"""The pages of the rules as the reports use them: what each rule is for, and where that is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.document.words import without_links
from newsroom.record.articles import Page

PAGES = ("guide/rules.md", "guide/text-rules.md")
"""The pages below `docs/<lang>/` whose sections explain a rule each."""

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
        if (page := pages.get((lang, uri))) is None:
            continue
        for section in page.document.sections:
            if section.heading and (rule := section.heading.id):
                text = page.document.text_of(section)
                manual[rule] = Explanation(rule, _reason(text), text, uri)
    return manual


def address_of(known: Explanation | None, site_url: str, lang: str) -> str:
    """Where a reader finds what is said of a rule; empty if nothing is, or the site is nowhere."""
    if not known or not site_url:
        return ""
    folder = "" if lang == "fa" else f"{lang}/"
    return f"{site_url.rstrip('/')}/{folder}{known.uri.removesuffix('.md')}.html#{known.rule}"


def _reason(text: str) -> str:
    plain = without_links(text).replace("`", "").replace("\n", " ")
    first = _SENTENCE.match(plain)  # the next one may begin with a small letter: an id, a key
    return first[0] if first else plain
