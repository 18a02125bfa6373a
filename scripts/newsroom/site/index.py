"""The index of participants in one language: by group and first letter, and what filters it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import STATUSES
from newsroom.record.participants import Participant
from newsroom.site.timeline import NAMES, PLACES, TOPICS, Facet, Filter
from newsroom.text.persian import initial, sort_key

GROUPS = ("person", "organisation", "city", "region", "country")
"""The groups of the index, in its order."""

_FACETS = PLACES + NAMES + TOPICS
CHOICES = (*GROUPS, *STATUSES, "article", *(f"f{at}" for at in range(1, _FACETS + 1)))
"""What the index and a timeline are filtered by; the style sheet has a rule for each class."""


@dataclass(frozen=True, slots=True)
class Initial:
    """The participants one letter of an index files."""

    letter: str
    participants: tuple[Participant, ...]


class ParticipantIndex:
    """Its lists are made once, when first asked for."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self._catalogue = catalogue
        self._lang = lang

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many people, organisations and places it holds."""
        return Counter(entry.kind for entry in self._catalogue.participants.values())

    @cached_property
    def groups(self) -> Mapping[str, tuple[Initial, ...]]:
        """The participants by group (`GROUPS`) and first letter."""
        groups: dict[str, dict[str, list[Participant]]] = {group: {} for group in GROUPS}
        for entry in sorted(self._catalogue.participants.values(), key=self._filed):
            letters = groups[group_of(entry)]
            letter = initial(entry.sort_name(self._lang), self._lang)
            letters.setdefault(letter, []).append(entry)
        return {
            name: tuple(Initial(letter, tuple(entries)) for letter, entries in letters.items())
            for name, letters in groups.items()
        }

    @cached_property
    def filter(self) -> Filter:
        """What it can be filtered by: groups, and the countries of most participants."""
        participants = self._catalogue.participants
        homes = {entry.id: self._catalogue.country_of(entry) for entry in participants.values()}
        counts = Counter(country for country in homes.values() if country)
        ranked = sorted(counts, key=lambda id: (-counts[id], id))[:NAMES]
        css = {id: f"nr-f{number}" for number, id in enumerate(ranked, 1)}
        return Filter(
            places=tuple(Facet(participants[id], css[id], counts[id]) for id in ranked),
            names=(),
            topics=(),
            classes={
                entry.id: f"nr-{group_of(entry)} {css.get(homes[entry.id] or '', '')}".strip()
                for entry in participants.values()
            },
        )

    def countries_in(self, initials: Iterable[Initial]) -> str:
        """The classes of the countries a group holds somebody of."""
        entries = [entry for initial in initials for entry in initial.participants]
        found = (css for entry in entries for css in self.filter.classes[entry.id].split())
        return " ".join(dict.fromkeys(css for css in found if css.startswith("nr-f")))

    def _filed(self, entry: Participant) -> tuple[object, ...]:
        return sort_key(entry.sort_name(self._lang), self._lang)


def group_of(entry: Participant) -> str:
    """The group that files a participant."""
    return entry.subkind if entry.kind == "place" else entry.kind
