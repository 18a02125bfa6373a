"""What a change touches: files of the record or of what carries it, and the pages among them."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.record.articles import is_article
from newsroom.record.kinds import KINDS
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.text.languages import split_lang

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
CONTENT, ENGINE, MIXED = "content", "engine", "mixed"

_CONTENT_FILES = tuple(kind.files for kind in KINDS if kind.list_key)
_CONTENT_FOLDERS = (
    "docs/fa/",
    "docs/en/",
    "docs/media/",
    "proposals/",
    f"{ADDRESSES}/",
    *(f"{kind.folder}/" for kind in KINDS if not kind.list_key),
)


@dataclass(frozen=True, slots=True, order=True)
class Touched:
    """A file a change touches; one that was renamed is removed here and added there."""

    path: str
    """From the root of the record, with `/`."""
    how: str
    """`added`, `changed` or `removed`."""


def is_content(path: str) -> bool:
    """Whether a file is the editors' own.

    The words of the interface and the lists an import goes by steer the engine: they are not.
    `.github/CODEOWNERS` draws the same line.
    """
    return path in _CONTENT_FILES or path.startswith(_CONTENT_FOLDERS)


def kind_of(change: Iterable[Touched]) -> str:
    """`content`, `engine` or `mixed`; a change of nothing is content."""
    kinds = {is_content(touched.path) for touched in change}
    if kinds == {True, False}:
        return MIXED
    return ENGINE if kinds == {False} else CONTENT


def pages_of(change: Iterable[Touched]) -> dict[str, dict[str, str]]:
    """What happens to the pages: how, by language, by their path in the language's folder."""
    pages: dict[str, dict[str, str]] = {}
    for touched in sorted(change):
        place = split_lang(touched.path.removeprefix("docs/"))
        if place and touched.path.startswith("docs/") and touched.path.endswith(".md"):
            lang, uri = place
            pages.setdefault(uri, {})[lang] = touched.how
    return pages


def articles_of(change: Iterable[Touched]) -> tuple[str, ...]:
    """The slugs of the articles it touches, in alphabetical order."""
    uris = (uri for uri in pages_of(change) if is_article(uri))
    return tuple(sorted(uri.removeprefix("news/").removesuffix(".md") for uri in uris))
