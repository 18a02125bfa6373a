"""Removals: what readers and other pages lead to does not go away without a word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.check.rule import Scope, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import (
    Entries,
    Items,
    Node,
    ParseContext,
    Scalar,
    read_document,
    read_yaml,
)
from newsroom.record.files import ENTRIES
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.withdrawal import KIND as WITHDRAWN
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.paragraph_ids import file_of
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS, split_lang

GLOSSARY = "data/glossary.yml"


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
    gone = {path: data for path, data in base.files.items() if path not in files}
    drafts = {path: front for path, data in gone.items() if (front := _draft(path, data))}
    unseen = {f"data/sources/{_word(front, 'source')}.yml" for front in drafts.values()}
    led = frozenset(_led_on(catalogue))
    for path, data in sorted(gone.items()):
        if path in unseen or path in drafts or path in led or not _has_address(path):
            continue
        message = say("the file is in '{revision}' and was removed", revision=base.name)
        hint = say("restore it: readers have its address, and other pages may link to it")
        if moved := _moved(data, base, files):
            hint = say("restore the old name of '{path}': readers have its address", path=moved)
        yield entry_removed.problem(path, 1, message, hint)
    yield from _terms_removed(base, catalogue)
    yield from _addresses_removed(base, catalogue)


def _led_on(catalogue: Catalogue) -> Iterator[str]:
    """The files of before whose addresses lead on to where their pages are now, or say why not."""
    for form, entry in catalogue.addressed():
        for id in entry.moved_from:
            yield file_of(id)
            yield f"{entry.path.rpartition('/')[0]}/{id}.yml"
            yield from (f"docs/{lang}/{form.format(id=id)}" for lang in LANGS)
    for id in catalogue.withdrawals:
        yield from (f"docs/{lang}/{PAGE.format(id=id)}" for lang in LANGS)
    for id in catalogue.articles:  # published again
        yield WITHDRAWN.path_of(id)


def _terms_removed(base: Base, catalogue: Catalogue) -> Iterator[Problem]:
    if GLOSSARY not in base.files or GLOSSARY in catalogue.unread:
        return
    known = {id for term in catalogue.glossary for id in (term.id, *term.moved_from)}
    entries = read_yaml(_text(base.files[GLOSSARY]), ParseContext(GLOSSARY))
    listed = entries.entries.get("terms") if entries else None
    for term in listed.items if isinstance(listed, Items) else ():
        id = _word(term, "id")
        if id and id not in known:
            message = say(
                "the term '{id}' is in '{revision}' and was removed", id=id, revision=base.name
            )
            hint = say("restore it: readers have its address, and other pages may link to it")
            yield entry_removed.problem(GLOSSARY, 1, message, hint)


def _addresses_removed(base: Base, catalogue: Catalogue) -> Iterator[Problem]:
    """The ids of paragraphs that are kept no longer; what is gone leaves its line."""
    for path, data in sorted(base.files.items()):
        slug = path.removeprefix(f"{ADDRESSES}/").removesuffix(".yml")
        if path != file_of(slug) or path in catalogue.unread:
            continue
        now = next(
            (it.id for form, it in catalogue.addressed() if form == PAGE and slug in it.moved_from),
            slug,
        )
        ids = catalogue.paragraph_ids.get(now)
        kept = read_yaml(_text(data), ParseContext(path))
        for id in kept.entries if kept else ():
            if ids is None or id not in ids.known:
                message = say(
                    "the address '{id}' is in '{revision}' and was removed",
                    id=id,
                    revision=base.name,
                )
                hint = say("restore the line from Git, then run `newsroom addresses`")
                yield entry_removed.problem(path, 1, message, hint)


def _draft(path: str, data: bytes) -> Entries | None:
    """The front matter of a page that is a draft; `None` for any other file."""
    document = read_document(_text(data), ParseContext(path)) if path.endswith(".md") else None
    is_draft = document and _word(document.front_matter, "draft") == "true"
    return document.front_matter if document and is_draft else None


def _word(node: Node, key: str) -> str:
    """The single value of a key; empty if there is none."""
    value = node.entries.get(key) if isinstance(node, Entries) else None
    return value.text if isinstance(value, Scalar) else ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _has_address(path: str) -> bool:
    top, _, rest = path.partition("/")
    if top == "docs":
        return path.endswith(".md") and split_lang(rest) is not None
    return rest.partition("/")[0] in ENTRIES and path.endswith(".yml")


def _moved(data: bytes, base: Base, files: Mapping[str, bytes]) -> str:
    """The file that has the very same text now; empty if none has."""
    return next((path for path, now in files.items() if now == data and path not in base.files), "")
