"""The record as it was published before a change, as far as the change has touched it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsroom.check.facts import Names
from newsroom.check.scope import Change
from newsroom.record.articles import Article, Page, is_article, read_page
from newsroom.record.catalogue import ARTICLE, Catalogue
from newsroom.record.documents import ParseContext, read_document, read_yaml
from newsroom.record.fields import Entry, read_entry
from newsroom.record.kind import read_list
from newsroom.record.kinds import KINDS
from newsroom.record.kinds.article import FrontMatter
from newsroom.record.loading import articles_of
from newsroom.record.participants import Participant
from newsroom.text.languages import LANGS, split_lang

Moved = Mapping[tuple[str, str], str]
"""The ids of today, as `Catalogue.moved` has them."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the files of a change said that were there before it."""

    articles: Mapping[str, Article]
    """Of which a version was published and is touched; with the versions that were published."""
    entries: Mapping[str, Entry]
    """By path; those of a list by path and position, `data/figures.yml#0`."""

    def names(self, catalogue: Catalogue) -> Names:
        """The names of the record as it is, and the spellings it had: a text before has those."""
        participants = dict(catalogue.participants)
        for old in self.entries.values():
            if isinstance(old, Participant):
                now = participants.get(old.id, old)
                spellings = {
                    lang: (*now.aliases.get(lang, ()), *old.spellings(lang)) for lang in LANGS
                }
                participants[old.id] = replace(now, aliases=spellings)
        changed = {
            id: it for id, it in participants.items() if it is not catalogue.participants.get(id)
        }
        if not changed:
            return Names(catalogue)
        by_kind = dict(catalogue.by_kind)
        for id, entry in changed.items():
            by_kind[entry.kind] = {**by_kind[entry.kind], id: entry}
        return Names(replace(catalogue, by_kind=by_kind))


def past_of(change: Change, catalogue: Catalogue, files: Mapping[str, bytes]) -> Past:
    """What was published before a change; `files` are those of the record as they are now.

    What was moved since has the id of today, and is referred to by it.
    """
    return Past(_articles(change, files, catalogue.moved), _entries(change, catalogue.moved))


def _articles(change: Change, files: Mapping[str, bytes], moved: Moved) -> dict[str, Article]:
    uris: dict[str, set[str]] = defaultdict(set)
    for path in change.before:
        place = split_lang(path.removeprefix("docs/")) if path.startswith("docs/") else None
        if place and path.endswith(".md") and is_article(place[1]):
            uris[place[1]].add(path)
    found = {}
    for uri in sorted(uris):
        pages: list[tuple[Page, FrontMatter]] = []
        for lang in LANGS:
            path = f"docs/{lang}/{uri}"
            data = (change.before if path in change.touched else files).get(path)
            if data is not None and (read := _page(lang, uri, path, data, moved)):
                pages.append(read)
        for slug, article in articles_of(pages).items():
            versions = article.versions
            shown = {lang: versions[lang] for lang in versions if not article.is_withheld(lang)}
            if article.original in shown:
                found[moved.get((ARTICLE, slug), slug)] = replace(article, versions=shown)
    return found


def _page(
    lang: str, uri: str, path: str, data: bytes, moved: Moved
) -> tuple[Page, FrontMatter] | None:
    context = ParseContext(path, moved=moved)
    document = read_document(data.decode("utf-8-sig", "replace"), context)
    return read_page(lang, uri, document, context) if document else None


def _entries(change: Change, moved: Moved) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path, data in sorted(change.before.items()):
        kind = next((kind for kind in KINDS if kind.holds(path)), None)
        if kind is None:
            continue
        context = ParseContext(path, moved=moved)
        read = read_yaml(data.decode("utf-8-sig", "replace"), context)
        if read is None:
            continue
        if kind.list_key:
            found |= {f"{path}#{id}": entry for id, entry in read_list(kind, read, context).items()}
            continue
        id = path.rpartition("/")[2].removesuffix(".yml")
        if entry := read_entry(kind.entry, moved.get((kind.id, id), id), read, context):
            found[path] = entry
    return found
