"""What English writes with a capital within a sentence, where only names are."""

import re
from collections.abc import Collection, Iterator

_WORDS = re.compile(r"[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*)*")
_WITHIN = re.compile(rf"(?<=[^.!?“‘\"'\n] )(?<!^){_WORDS.pattern}")


def capitals_in(text: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield the runs of such words with their places, without what is `taken` as known names.

    Of "Mayor Ali Rad" with the name taken "Mayor" is left.
    """
    for run in _WITHIN.finditer(text):
        at, last = run.span()
        known = sorted((start, end) for start, end in taken if start < last and at < end)
        for start, end in [*known, (last, last)]:
            if words := _WORDS.search(text, at, max(at, start)):
                yield words.start(), words[0]
            at = max(at, end)
