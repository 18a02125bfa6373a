"""Names: each belongs to one entry."""

from collections import defaultdict
from collections.abc import Iterator

from newsroom.check.rule import RECORD, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS, Bilingual
from newsroom.text.persian import fold_name


@rule(RECORD, error="name-duplicate")
def name_duplicate(catalogue: Catalogue) -> Iterator[Problem]:
    """Two entries of one name would be one in the index and in the search."""
    for lang in LANGS:
        bearers: dict[str, Participant] = {}
        for entry in catalogue.participants.values():
            first = bearers.setdefault(fold_name(entry.name[lang]), entry)
            if first is not entry:
                message = say(
                    "'{path}' has the same name '{name}'",
                    name=entry.name[lang],
                    path=first.path,
                )
                hint = say("merge the entries, or give one of them a distinct name")
                yield name_duplicate.of(entry, f"name.{lang}", message, hint)


@rule(RECORD, error="alias-collision")
def alias_collision(catalogue: Catalogue) -> Iterator[Problem]:
    """A spelling that two entries share cannot be linked to either."""
    for lang in LANGS:
        bearers: dict[str, dict[str, Participant]] = defaultdict(dict)
        for entry in catalogue.participants.values():
            for spelling in entry.spellings(lang):
                bearers[fold_name(spelling)][entry.id] = entry
        for folded, entries in bearers.items():
            first, *others = entries.values()
            for entry in others:
                if fold_name(entry.name[lang]) == fold_name(first.name[lang]):
                    continue  # said by name_duplicate
                spelling = next(s for s in entry.spellings(lang) if fold_name(s) == folded)
                message = say(
                    "'{path}' has the same spelling '{spelling}'",
                    spelling=spelling,
                    path=first.path,
                )
                hint = say(
                    "remove it from the entry that is meant less often; full names still "
                    "distinguish the two"
                )
                place = _place_of(entry, lang, spelling)
                yield alias_collision.of(entry, place, message, hint)


def _place_of(entry: Participant, lang: str, spelling: str) -> str:
    """Where in its file a spelling stands."""
    aliases = entry.aliases.get(lang, ())
    if spelling in aliases:
        return f"aliases.{lang}.{aliases.index(spelling)}"
    for key in ("short", "full_name"):
        names: Bilingual | None = getattr(entry, key)
        if names and names[lang] == spelling:
            return f"{key}.{lang}"
    return f"name.{lang}"
