"""Drafts: nothing of one is left on a page that is published."""

import re
from collections.abc import Iterator, Sequence

from newsroom.check.rule import WORDS, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment

_NOTE_TO_SELF = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|(?<!\w)\?\?\?(?![\w+])|؟؟؟|[Ll]orem ipsum")
_SCAFFOLDING = (
    *("untitled", "summary", "here", "heading", "names", "event", "begin"),
    *("photograph_alt", "photograph_caption", "photograph_credit", "photograph_licence"),
)
"""Keys below `intake.` of the words that stand in a draft for what is to be written."""
_MARKUP = " \t#>*\ufffc"


@rule(WORDS, error="placeholder-left")
def placeholder_left(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """A placeholder that is published tells readers that nobody read the page before them."""
    drafts = {page.path for page in catalogue.pages.values() if page.is_draft}
    waiting = {
        words[f"intake.{key}"] for words in catalogue.strings.values() for key in _SCAFFOLDING
    }
    for segment in segments:
        if segment.path in drafts or segment.path.startswith("data/strings/"):
            continue
        if not _NOTE_TO_SELF.search(segment.text) and not any(
            text in segment.text for text in waiting
        ):
            continue
        for line, text in enumerate(segment.text.split("\n"), segment.line):
            bare = text.strip(_MARKUP)
            found = _NOTE_TO_SELF.search(text)
            if found or bare in waiting:
                message = say("'{text}' waits to be written", text=found[0] if found else bare)
                hint = say("write it, or keep the page a draft with `draft: true`")
                yield placeholder_left.problem(segment.path, line, message, hint)
