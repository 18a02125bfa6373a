"""What a change touches: the files to look at again, and those they cannot be judged without.

One file refers to another by writing its id, and to a person, an organisation or a place by its
name as well. So what depends on a file is found by looking for its id and its names in the bytes of
all others, in a tenth of the time it takes to read them as a record, and whatever kind they are of.
A word that happens to be an id only makes the scope a little wider.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain

from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.fields import read_entry
from newsroom.record.kinds import KINDS
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.paragraph_ids import file_of
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem
from newsroom.text.ids import Pointers, ids_in
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.messages import Message

_BEGINNING = 3
"""Letters of an id by which others are looked for that are nearly the same."""
_OF_ALL = frozenset(("data/glossary.yml", "data/orthography.yml"))
"""Lists every page is held against; when one is touched everything is looked at."""
_NAMED = tuple(kind for kind in KINDS if issubclass(kind.entry, Participant))
_ALWAYS = (
    *(f"{kind.folder}/" for kind in _NAMED),
    "data/sources/",
    "data/strings/",
    "docs/media/",
)
"""What a page is judged by without naming it: names, words of the interface, images."""


@dataclass(frozen=True, slots=True)
class Change:
    """The files that are not as they were."""

    touched: frozenset[str]
    """Paths from the root: new, changed and deleted ones."""
    before: Mapping[str, bytes] = field(default_factory=dict)
    """What those held that were there before."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The files a change touches, those that depend on them, and what it takes to judge."""

    touched: frozenset[str]
    dependents: frozenset[str]
    """Files that refer to a touched one, and their counterparts."""
    needed: frozenset[str] | None
    """All that is read to judge those; `None` for everything."""

    def holds(self, problem: Problem) -> bool:
        """Whether a problem lies in the change, depends on it or names a file of it."""
        if self.needed is None or problem.path in self.dependents:
            return True
        return self.is_of(problem)

    def is_of(self, problem: Problem) -> bool:
        """Whether a problem lies in a touched file or names one, as of two that have one name."""
        values = problem.message.values.values() if isinstance(problem.message, Message) else ()
        named = (value for value in values if isinstance(value, str))
        return problem.path in self.touched or any(value in self.touched for value in named)


def scope_of(files: Mapping[str, bytes], change: Change) -> Extent:
    """The scope of a change to a record, given as the bytes of its files by path."""
    touched = change.touched
    if touched & _OF_ALL:
        return Extent(touched, frozenset(files) - touched, None)
    pointers = Pointers(chain.from_iterable(_pointers(touched, files, change.before)))
    pointing = {path for path, data in files.items() if pointers.stand_in(data)}
    concerned = pointing | set(_counterparts(touched | pointing, files))
    around = touched | concerned
    needed = around.union(_named_by(around, files), _meant_by(touched, files), _always(files))
    needed |= set(_counterparts(needed, files))
    return Extent(touched, frozenset(concerned - touched), frozenset(needed))


def _pointers(
    touched: Collection[str], files: Mapping[str, bytes], before: Mapping[str, bytes]
) -> Iterator[Iterable[str]]:
    """What others write to refer to the touched files: ids, names of pages, names."""
    for path in touched:
        stem = path.rpartition("/")[2].rpartition(".")[0]
        is_entry = path.startswith(("data/", "docs/fa/news/", "docs/en/news/")) and stem != "index"
        yield [stem if is_entry else path.rpartition("/")[2]]
        yield chain(_spellings(path, files.get(path)), _spellings(path, before.get(path)))


def _spellings(path: str, data: bytes | None) -> Iterator[str]:
    """The names a participant goes by, as its file has them."""
    kind = next((kind for kind in _NAMED if kind.holds(path)), None)
    if kind is None or data is None:
        return
    context = ParseContext(path)
    entries = read_yaml(data.decode("utf-8", "replace"), context)
    entry = read_entry(kind.entry, "x", entries, context) if entries else None
    for lang in LANGS if entry else ():
        assert isinstance(entry, Participant)
        yield from entry.spellings(lang)


def _by_id(files: Iterable[str]) -> dict[bytes, list[str]]:
    """The files by the id that is their name."""
    found: dict[bytes, list[str]] = defaultdict(list)
    for path in files:
        found[path.rpartition("/")[2].rpartition(".")[0].encode()].append(path)
    return found


def _named_by(paths: Iterable[str], files: Mapping[str, bytes]) -> Iterator[str]:
    """The files whose ids stand in some others."""
    by_id = _by_id(files)
    ids = {id for path in paths for id in ids_in(files.get(path, b""))}
    for id in ids & set(by_id):
        yield from by_id[id]


def _meant_by(paths: Collection[str], files: Mapping[str, bytes]) -> Iterator[str]:
    """The files whose ids are nearly what stands in some others, for a hint to name them.

    Where one of the others was deleted, its own id is what stands wherever it was named.
    """
    by_id = _by_id(files)
    near = _Near(by_id)
    written = {id for path in paths for id in ids_in(files.get(path, b"")) if b"-" in id}
    for id in (written | set(_by_id(paths))) - set(by_id):
        for other in get_close_matches(id.decode(), near.to(id), n=5):
            yield from by_id[other.encode()]


class _Near:
    """Ids by what a slip leaves of them: how they begin, or all that follows the beginning.

    To hold every word of a file against every id takes seconds in a record of a thousand pairs.
    """

    def __init__(self, ids: Iterable[bytes]) -> None:
        self._found: dict[tuple[bool, bytes], list[str]] = defaultdict(list)
        for id in ids:
            for key in {(True, id[:_BEGINNING]), *_ends(id)}:
                self._found[key].append(id.decode())

    def to(self, id: bytes) -> set[str]:
        """Those that begin like an id, or go on like it behind a beginning with a slip."""
        keys = ((True, id[:_BEGINNING]), *_ends(id))
        return {other for key in keys for other in self._found.get(key, ())}


def _ends(id: bytes) -> Iterator[tuple[bool, bytes]]:
    """What follows the beginning; a letter too many or too few there shifts it by one."""
    yield from ((False, id[at:]) for at in (_BEGINNING, _BEGINNING + 1))


def _always(files: Iterable[str]) -> Iterator[str]:
    """Files nobody names and everybody is judged by, and the pages that are no articles."""
    articles = tuple(f"docs/{lang}/news/" for lang in LANGS)
    for path in files:
        is_page = path.startswith("docs/") and not path.startswith(articles)
        is_list = path.startswith("data/") and path.count("/") == 1
        if is_page or is_list or path.startswith(_ALWAYS) or path.endswith("/index.md"):
            yield path


def _counterparts(paths: Iterable[str], files: Collection[str]) -> Iterator[str]:
    """The same pages in the other language, and the ids of the paragraphs of articles."""
    for path in paths:
        if path.startswith(f"{ADDRESSES}/"):
            news = path.removeprefix(ADDRESSES).removesuffix(".yml")
            pages = (f"docs/{lang}/news{news}.md" for lang in LANGS)
            yield from (page for page in pages if page in files)
        for lang in LANGS:
            if path.startswith(f"docs/{lang}/news/"):
                slug = path.rpartition("/")[2].removesuffix(".md")
                yield from (it for it in (file_of(slug),) if it in files)
            mine, theirs = f"docs/{lang}/", f"docs/{other_lang(lang)}/"
            other = path.replace(mine, theirs, 1)
            if path.startswith(mine) and other in files:
                yield other
