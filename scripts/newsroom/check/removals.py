"""Removals: what readers and other pages lead to does not go away without a word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.check.rule import Scope, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import ENTRIES
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.paragraph_ids import file_of
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS, split_lang

GLOSSARY = "data/glossary.yml"

_DRAFT = re.compile(rb"\A---[ \t]*\r?\n(?:(?!---).*\n)*?draft:[ \t]*true[ \t]*\r?\n")
_SOURCE = re.compile(rb"^source:[ \t]*([a-z0-9-]+)", re.MULTILINE)
_PARAGRAPH = re.compile(rb"^([a-z0-9_-]+):", re.MULTILINE)
_TERM = re.compile(rb"^[ \t]*-[ \t]*\{?[ \t]*id:[ \t]*([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Base:
    """The revision a change starts from, as far as it has what is there no longer."""

    name: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files that were deleted since, and as they were the glossary and the files of addresses that
    were changed."""


CHANGE: Scope[[Base, Catalogue, Mapping[str, bytes]]] = Scope("change")
"""What a change has removed; run where there is a revision to compare with."""


@rule(CHANGE, error="entry-removed")
def entry_removed(
    base: Base, catalogue: Catalogue, files: Mapping[str, bytes]
) -> Iterator[Problem]:
    """A page or an entry has an address for ever; only a draft, which nobody saw, may just go.

    `files` are the files of the record as they are now.
    """
    drafts = [data for path, data in base.files.items() if path not in files and _is_draft(data)]
    unseen = {f"data/sources/{id.decode()}.yml" for text in drafts for id in _SOURCE.findall(text)}
    led = frozenset(_led_on(catalogue))
    for path, data in sorted(base.files.items()):
        if path in files or path in unseen or path in led or _is_draft(data):
            continue
        if not _has_address(path):
            continue
        message = say("the file stands in '{revision}' and is gone", revision=base.name)
        hint = say("put it back: readers keep its address, and others may lead to it")
        if moved := _moved(data, base, files):
            hint = say("give '{path}' its old name back: readers keep its address", path=moved)
        yield entry_removed.problem(path, 1, message, hint)
    yield from _terms_removed(base, catalogue)
    yield from _addresses_removed(base, catalogue)


def _led_on(catalogue: Catalogue) -> Iterator[str]:
    """The files of before whose addresses lead on to where their pages are now."""
    for article in catalogue.articles.values():
        for id in article.moved_from:
            yield file_of(id)
            yield from (f"docs/{lang}/news/{id}.md" for lang in LANGS)
    for entry in catalogue.participants.values():
        for id in entry.moved_from:
            yield f"{entry.path.rpartition('/')[0]}/{id}.yml"
            yield from (f"docs/{lang}/participants/{id}.md" for lang in LANGS)


def _terms_removed(base: Base, catalogue: Catalogue) -> Iterator[Problem]:
    if GLOSSARY not in base.files or GLOSSARY in catalogue.unread:
        return
    known = {term.id for term in catalogue.glossary}
    for id in _TERM.findall(base.files[GLOSSARY]):
        if id.decode() not in known:
            message = say(
                "the term '{id}' stands in '{revision}' and is gone",
                id=id.decode(),
                revision=base.name,
            )
            hint = say("put it back: readers keep its address, and others may lead to it")
            yield entry_removed.problem(GLOSSARY, 1, message, hint)


def _addresses_removed(base: Base, catalogue: Catalogue) -> Iterator[Problem]:
    """The ids of paragraphs that are kept no longer; what is gone leaves its line."""
    for path, data in sorted(base.files.items()):
        slug = path.removeprefix(f"{ADDRESSES}/").removesuffix(".yml")
        if path != file_of(slug) or path in catalogue.unread:
            continue
        now = next((it.slug for it in catalogue.articles.values() if slug in it.moved_from), slug)
        ids = catalogue.paragraph_ids.get(now)
        for id in _PARAGRAPH.findall(data):
            if ids is None or id.decode() not in ids.known:
                message = say(
                    "the address '{id}' stands in '{revision}' and is gone",
                    id=id.decode(),
                    revision=base.name,
                )
                hint = say("take the line back from Git, then `newsroom addresses`")
                yield entry_removed.problem(path, 1, message, hint)


def _is_draft(data: bytes) -> bool:
    return bool(_DRAFT.match(data))


def _has_address(path: str) -> bool:
    top, _, rest = path.partition("/")
    if top == "docs":
        return path.endswith(".md") and split_lang(rest) is not None
    return rest.partition("/")[0] in ENTRIES and path.endswith(".yml")


def _moved(data: bytes, base: Base, files: Mapping[str, bytes]) -> str:
    """The file that has the very same text now; empty if none has."""
    return next((path for path, now in files.items() if now == data and path not in base.files), "")
