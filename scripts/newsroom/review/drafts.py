"""Drafts: nothing of one is left on a page that is published."""

import re
from collections.abc import Iterator, Sequence

from newsroom.record.catalogue import Catalogue
from newsroom.record.passages import Passage
from newsroom.record.problems import Problem, say

_NOTE_TO_SELF = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|(?<!\w)\?\?\?(?![\w+])|؟؟؟|[Ll]orem ipsum")
_SCAFFOLDING = ("untitled", "summary", "here", "heading", "names", "event", "begin")
"""Keys below `intake.` of the words that stand in a draft for what is to be written."""
_MARKUP = " \t#>*\ufffc"


def placeholder_left(catalogue: Catalogue, passages: Sequence[Passage]) -> Iterator[Problem]:
    """A placeholder that is published tells readers that nobody read the page before them."""
    drafts = {page.path for page in catalogue.pages.values() if page.is_draft}
    waiting = {
        words[f"intake.{key}"]
        for words in catalogue.strings.values()
        for key in _SCAFFOLDING
        if f"intake.{key}" in words.words
    }
    for passage in passages:
        if passage.path in drafts or passage.path.startswith("data/strings/"):
            continue
        if not _NOTE_TO_SELF.search(passage.text) and not any(
            text in passage.text for text in waiting
        ):
            continue
        for line, text in enumerate(passage.text.split("\n"), passage.line):
            bare = text.strip(_MARKUP)
            found = _NOTE_TO_SELF.search(text)
            if found or bare in waiting:
                message = say("'{text}' waits to be written", text=found[0] if found else bare)
                hint = say("write it, or keep the page a draft with `draft: true`")
                yield Problem(passage.path, line, "placeholder-left", message, hint)
