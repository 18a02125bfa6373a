"""What has changed in an original since it was translated.

The digests a translation keeps are held against the sentences its original has today: what is new
or other is known by its own words, of what went away only the number is left.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsroom.record.articles import Article, Page
from newsroom.record.sections import Paragraph, Section, Sentence, sections_of
from newsroom.record.translations import Translation
from newsroom.text.dates import Period
from newsroom.text.matching import changes


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that is not what it was."""

    section: Section
    """As it is today; one without paragraphs where it went away."""
    changed: tuple[Sentence, ...]
    """What is new, or says something else."""
    gone: int
    """How many sentences went away and have none in their place."""
    is_new: bool = False
    """Whether the section was not there."""

    @property
    def is_gone(self) -> bool:
        """Whether the original has the section no longer."""
        return not self.section.paragraphs

    @property
    def passages(self) -> tuple[Paragraph, ...]:
        """The paragraphs that hold something changed."""
        changed = frozenset(self.changed)
        return tuple(part for part in self.section.paragraphs if changed.intersection(part))


@dataclass(frozen=True)
class Comparison:
    """An original beside what its translation was made from."""

    original: Page
    translation: Translation
    updated: Period | None
    """The day the original says its text last changed."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Those of the original as it is today."""
        return sections_of(self.original)

    @cached_property
    def changes(self) -> tuple[SectionChange, ...]:
        """The sections that changed, in the order of the original, then those that went away.

        None where nothing is recorded. A section whose id alone changed is what it was.
        """
        if not self.translation.is_recorded:
            return ()
        recorded = {id: tuple(text.split()) for id, text in self.translation.sections.items()}
        before = self._matched(recorded)
        left = recorded.keys() - before.values()
        return (
            *(
                change
                for section in self.sections
                for change in _compared(section, before, recorded)
            ),
            *(_gone(id, recorded[id]) for id in recorded if id in left),
        )

    @property
    def count(self) -> int:
        """How many sections there are, those that went away included."""
        return len(self.sections) + sum(change.is_gone for change in self.changes)

    @property
    def is_dated(self) -> bool:
        """Whether the original says that its text changed after it was translated."""
        made = self.translation.date
        return bool(self.updated and made and self.updated.start >= made.start)

    def _matched(self, recorded: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """The id a section was recorded by, by its id today."""
        ids = {section.id: section.id for section in self.sections if section.id in recorded}
        free: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for id, digests in recorded.items():
            if id not in ids:
                free[tuple(digests)].append(id)
        for section in self.sections:
            if section.id not in ids and (same := free.get(section.digests)):
                ids[section.id] = same.pop(0)
        return ids


def compare(article: Article) -> Comparison | None:
    """The original of an article beside what its translation was made from; `None` without one."""
    translated = article.translated
    if translated is None or translated.translation is None:
        return None
    return Comparison(article.facts, translated.translation, article.updated)


def _compared(
    section: Section, before: Mapping[str, str], recorded: Mapping[str, Sequence[str]]
) -> Iterator[SectionChange]:
    if section.id not in before:
        yield SectionChange(section, section.sentences, 0, is_new=True)
        return
    old, new = recorded[before[section.id]], section.digests
    if old == new:
        return
    changed: list[Sentence] = []
    gone = 0
    sentences = section.sentences
    for start, end, at, to in changes(old, new):
        changed += sentences[at:to]
        gone += max(0, (end - start) - (to - at))
    yield SectionChange(section, tuple(changed), gone)


def _gone(id: str, digests: Sequence[str]) -> SectionChange:
    return SectionChange(Section(id, "", ()), (), len(digests))
