"""Our own words: where a page runs on with the words of its source."""

import re

from newsroom.text.persian import HALF_SPACE, HARAKAT, fold_word

RUN = 8
"""Words in a row that make a run; shorter ones are chance, names and set phrases."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}{HALF_SPACE}])*")


def shared_runs(page: str, source: str, length: int = RUN) -> list[tuple[int, str]]:
    """The runs of `length` or more words a page shares with a source: line and words of the page.

    Words are compared folded and without half-spaces, so that a corrected spelling does not hide a
    copied sentence. Runs that overlap come as one.
    """
    theirs = _words(source)
    known = {tuple(theirs[at : at + length]) for at in range(len(theirs) - length + 1)}
    matches = list(_WORD.finditer(page))
    ours = _words(page)
    starts = [at for at in range(len(ours) - length + 1) if tuple(ours[at : at + length]) in known]
    runs: list[tuple[int, int]] = []
    for at in starts:
        if runs and at <= runs[-1][1]:
            runs[-1] = (runs[-1][0], at + length)
        else:
            runs.append((at, at + length))
    return [
        (
            page.count("\n", 0, matches[first].start()) + 1,
            " ".join(match[0] for match in matches[first:last]),
        )
        for first, last in runs
    ]


def _words(text: str) -> list[str]:
    return [fold_word(match[0].replace(HALF_SPACE, "")) for match in _WORD.finditer(text)]
