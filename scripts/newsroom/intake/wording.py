"""Our own words: where a page runs on with the words of its source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS
from newsroom.text.persian import HALF_SPACE, HARAKAT, fold_word

RUN = 8
"""Words in a row that make a run; shorter ones are chance, names and set phrases."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{HARAKAT}{HALF_SPACE}])*")


def shared_runs(
    page: str, source: str, length: int = RUN, names: Iterable[str] = ()
) -> list[tuple[int, str]]:
    """The runs of `length` or more words a page shares with a source: line and words of the page.

    Words are compared folded and without what parts them, so that a spelling that was put right
    («حمل و نقل» and «حمل‌ونقل») does not hide a copied sentence. Runs that overlap come as one.
    Words of `names` do not count: a run is shown when `length` words of it are none of theirs.
    """
    theirs = "".join(_words(source))
    matches = list(_WORD.finditer(page))
    ours = _words(page)
    windows = range(len(ours) - length + 1)
    starts = [at for at in windows if "".join(ours[at : at + length]) in theirs]
    runs: list[tuple[int, int]] = []
    for at in starts:
        if runs and at <= runs[-1][1]:
            runs[-1] = (runs[-1][0], at + length)
        else:
            runs.append((at, at + length))
    named = _named(ours, names)
    runs = [
        (first, last)
        for first, last in runs
        if sum(at not in named for at in range(first, last)) >= length or not named
    ]
    return [
        (
            page.count("\n", 0, matches[first].start()) + 1,
            " ".join(match[0] for match in matches[first:last]),
        )
        for first, last in runs
    ]


def shared_with_sources(catalogue: Catalogue, raw_sources: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each run an article shares with its source; `raw_sources` are by SHA-256.

    Drafts are left out, because they hold the text of their source.
    """
    names = names_of(catalogue)
    for article in catalogue.published().articles.values():
        sources = (catalogue.sources[id] for id in article.all_sources if id in catalogue.sources)
        texts = [raw_sources[it.sha256] for it in sources if it.sha256 in raw_sources]
        for page, raw in product(article.versions.values(), texts):
            for line, words in shared_runs(page.body, raw, names=names):
                message = say(
                    "{count} consecutive words are the same as in the source: '{words}'",
                    count=len(words.split()),
                    words=words,
                )
                at = page.body_line + line - 1
                yield Problem(page.path, at, "wording-shared", message, say("use your own words"))


def names_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The names and the titles of offices of a record, which a page may share with its source."""
    entries = catalogue.participants.values()
    names = [name for entry in entries for lang in LANGS for name in entry.spellings(lang)]
    offices = [role.office[lang] for entry in entries for role in entry.roles for lang in LANGS]
    return (*names, *offices)


def _named(words: list[str], names: Iterable[str]) -> set[int]:
    """The places of the words that belong to a name."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(_words(name))
        if parts:
            by_first.setdefault(parts[0], []).append(parts)
    named: set[int] = set()
    for at, word in enumerate(words):
        for parts in by_first.get(word, ()):
            if tuple(words[at : at + len(parts)]) == parts:
                named.update(range(at, at + len(parts)))
    return named


def _words(text: str) -> list[str]:
    return [fold_word(match[0].replace(HALF_SPACE, "")) for match in _WORD.finditer(text)]
