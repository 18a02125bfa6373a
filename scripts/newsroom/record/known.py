"""What ids lead to: the entries of each kind and what they are called, for who chooses one."""

from collections.abc import Mapping

from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import FOLDERS
from newsroom.text.languages import LANGS, Bilingual

Known = Mapping[str, Mapping[str, Bilingual]]
"""By kind, as `forms.Id.of` names it, and by id: what it is called in both languages."""


def known_entries(catalogue: Catalogue) -> Known:
    """The entries of every kind that one may refer to, ordered by id."""
    participants = catalogue.participants.values()
    by_kind = {
        kind: {entry.id: entry.name for entry in participants if entry.kind == kind}
        for kind in FOLDERS.values()
    }
    return by_kind | {
        "participant": {entry.id: entry.name for entry in participants},
        "event": {id: event.title for id, event in catalogue.events.items()},
        "source": {id: _source_names(catalogue, id) for id in catalogue.sources},
        "article": {
            slug: {lang: article.versions.get(lang, article.facts).title for lang in LANGS}
            for slug, article in catalogue.articles.items()
        },
    }


def _source_names(catalogue: Catalogue, id: str) -> Bilingual:
    """The title as printed, in whatever language; else who published it, else the id."""
    source = catalogue.sources[id]
    if source.title:
        return dict.fromkeys(LANGS, source.title)
    return source.publisher or dict.fromkeys(LANGS, id)
