"""Runs of names with nothing but a comma or an "and" between them: bare lists."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newsroom.text.names import Mention

LONG = 4
"""With as many names a list is bare, and no sentence that names a few."""

_BETWEEN = re.compile(r"\s*(?:[,،]\s*)?(?:(?:and|و)\s+)?")
"""What may stand between two of them; also before the last one."""


def bare_lists(text: str, mentions: Iterable[Mention]) -> Iterator[Sequence[Mention]]:
    """Yield the runs of `LONG` mentions or more that a text only enumerates, left to right."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not _is_next(text[run[-1].end : mention.start]):
            yield from _long(run)
            run = []
        run.append(mention)
    yield from _long(run)


def _is_next(between: str) -> bool:
    return between != "" and _BETWEEN.fullmatch(between) is not None


def _long(run: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    if len(run) >= LONG:
        yield run
