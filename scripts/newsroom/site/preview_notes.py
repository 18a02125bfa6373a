"""What a preview tells on a page of what is wrong with it, beside what it is about.

A site that is published has none of it. A problem of a page's own file stands on that page, one of
an entry on the page where the entry has its place, and any other on the home page.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.document.words import without_links
from newsroom.record.catalogue import Catalogue
from newsroom.record.messages import Messages
from newsroom.record.problems import ERROR, Problem
from newsroom.site.addresses import uri_of
from newsroom.site.pages import URIS, Kind
from newsroom.text.languages import LANGS, split_lang

_HOME = URIS[Kind.HOME]
_WORDS = 4
"""So many words of a line tell its paragraph from others."""
_SIGNS = re.compile(r"[^\w\u200c]+")


@dataclass(frozen=True, slots=True)
class Note:
    """A problem as a page tells of it."""

    place: str
    """Its file and line: `docs/en/news/x.md:12`."""
    message: str
    hint: str
    rule: str
    is_error: bool
    anchor: str
    """The id on the page of what it is about; empty where that has none."""
    words: tuple[str, ...]
    """The words that begin its line, by which a script finds the paragraph."""


Notes = Mapping[str, Sequence[Note]]
"""By the path of the page below `docs/`."""
NONE: Notes = {}
"""Those of a site that is published."""


def notes_of(
    problems: Iterable[Problem],
    texts: Mapping[str, str],
    catalogue: Catalogue,
    pages: Iterable[str],
    messages: Messages,
) -> Notes:
    """The notes of each page; `texts` are the files by path, `pages` the paths below `docs/`."""
    there, found = frozenset(pages), defaultdict[str, list[Note]](list)
    entries = dict(_entries(catalogue))
    for problem in problems:
        words = _words(texts.get(problem.path, ""), problem.line)
        for src_uri, anchor in _pages_of(problem.path, entries, there):
            lang, _ = split_lang(src_uri) or (LANGS[0], "")
            found[src_uri].append(
                Note(
                    f"{problem.path}:{problem.line}",
                    messages.render(problem.message, lang),
                    messages.render(problem.hint, lang),
                    problem.rule,
                    problem.level == ERROR,
                    anchor,
                    words,
                )
            )
    return found


def _entries(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each entry that has a place of its own, with that place."""
    for kind in catalogue.kinds:
        if kind.page and not kind.list_key:
            for entry in catalogue.by_kind[kind.id].values():
                yield entry.path, uri_of(entry)


def _pages_of(
    path: str, entries: Mapping[str, str], there: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """The pages that tell of a file, each with the id of what it is about there."""
    own = path.removeprefix("docs/")
    if own in there:
        yield own, ""
        return
    uri, _, anchor = entries.get(path, _HOME).partition("#")
    for lang in LANGS:
        src_uri = f"{lang}/{uri}"
        yield (src_uri, anchor) if src_uri in there else (f"{lang}/{_HOME}", "")


def _words(text: str, number: int) -> tuple[str, ...]:
    """The first words of a line of a page as readers see them; none of its front matter."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    lines = body.splitlines()
    at = number - 1 - (len(front.splitlines()) + 2)
    line = lines[at] if 0 <= at < len(lines) else ""
    words = _SIGNS.sub(" ", without_links(line)).split()
    return tuple(words[:_WORDS]) if len(words) >= _WORDS else ()
