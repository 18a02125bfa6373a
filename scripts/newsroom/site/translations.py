"""What readers are told of translations: what has changed since, and how far each page is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from newsroom.record.articles import Page
from newsroom.record.sections import HEAD, LEAD, Paragraph, Sentence
from newsroom.record.staleness import Comparison, SectionChange
from newsroom.record.translation_status import TranslationStatus
from newsroom.site.locale_views import LocaleView
from newsroom.site.repository import Repository

_NAMES = {HEAD: "translations.head", LEAD: "translations.lead"}
_SHOWN = 12
"""Changed sentences of a section the note shows; of the others it gives the number."""


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section of the original that is not what its translation was made from."""

    change: SectionChange
    name: str
    is_foreign: bool
    """Whether the name is that of the original, where the translation has no such section."""
    anchor: str
    """Where it begins in the original; empty for the beginning of the page."""

    @property
    def is_renamed(self) -> bool:
        """Whether its heading is changed."""
        return any(sentence in self.change.changed for sentence in self._heading)

    @property
    def passages(self) -> tuple[tuple[tuple[Sentence, bool], ...], ...]:
        """The first paragraphs below the heading with a change; of each sentence if it is one."""
        changed, room = frozenset(self.change.changed), _SHOWN
        found: list[tuple[tuple[Sentence, bool], ...]] = []
        for paragraph in self._passages:
            marked = [(sentence, sentence in changed) for sentence in paragraph]
            numbers = [at for at, (_, is_changed) in enumerate(marked) if is_changed]
            if room < len(numbers):
                marked = marked[: numbers[room]]
            room -= min(room, len(numbers))
            if any(is_changed for _, is_changed in marked):
                found.append(tuple(marked))
        return tuple(found)

    @property
    def unshown(self) -> int:
        """How many changed sentences below the heading stand in none of the passages."""
        changed = frozenset(self.change.changed)
        there = (sentence for paragraph in self._passages for sentence in paragraph)
        return max(0, sum(sentence in changed for sentence in there) - _SHOWN)

    @property
    def _passages(self) -> Iterator[Paragraph]:
        """The paragraphs below the heading with a change."""
        return (part for part in self.change.passages if part != self._heading)

    @property
    def _heading(self) -> Paragraph:
        section = self.change.section
        return section.paragraphs[0] if section.heading and section.paragraphs else ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of a translation that is behind is told."""

    summary: str
    """How many sections changed, and when."""
    sections: tuple[ChangedSection, ...]


@dataclass(frozen=True, slots=True)
class StandingLinks:
    """A standing with the addresses that open its files for editing, where there are any."""

    status: TranslationStatus
    summary: str
    """Empty where the state says all."""
    edit_original: str | None
    edit_translated: str | None
    claim: str | None


def note_of(comparison: Comparison | None, locale: LocaleView, page: Page) -> Note | None:
    """The note on a translation; `None` where it says what its original says."""
    if comparison is None or not comparison.changes:
        return None
    headings = {heading.id: heading.text for heading in page.document.headings}
    sections = (_changed(change, headings, locale) for change in comparison.changes)
    return Note(stale_summary(comparison, locale), tuple(sections))


def stale_summary(comparison: Comparison, locale: LocaleView) -> str:
    """How many sections of the original changed, and when, as exact as the original says it."""
    made = comparison.translation.date
    assert made is not None  # what is not recorded has no changes
    values = {
        "changed": locale.number(len(comparison.changes)),
        "count": locale.number(comparison.count),
        "made": locale.date(made),
    }
    if comparison.is_dated and comparison.updated:
        day = locale.date(comparison.updated)
        return locale.t("translations.stale", date=day, **values)
    return locale.t("translations.stale_undated", **values)


def grouped(
    standings: tuple[TranslationStatus, ...], locale: LocaleView, repository: Repository
) -> Mapping[str, tuple[StandingLinks, ...]]:
    """The standings, which come in the order of their states, by state: what needs work first."""
    return {
        state: tuple(_linked(status, locale, repository) for status in found)
        for state, found in groupby(standings, key=lambda status: status.state)
    }


def _linked(status: TranslationStatus, locale: LocaleView, repository: Repository) -> StandingLinks:
    original, translated, comparison = status.original, status.translated, status.comparison
    return StandingLinks(
        status,
        stale_summary(comparison, locale) if comparison and comparison.changes else "",
        repository.edit_url(original),
        repository.edit_url(translated) if translated else None,
        repository.claim_url(original) if status.state in ("missing", "wanted") else None,
    )


def _changed(
    change: SectionChange, headings: Mapping[str | None, str], locale: LocaleView
) -> ChangedSection:
    id = change.section.id
    own = locale.t(_NAMES[id]) if id in _NAMES else headings.get(id)
    anchor = "" if id in _NAMES or change.is_gone else id
    return ChangedSection(change, own or change.section.heading or id, own is None, anchor)
