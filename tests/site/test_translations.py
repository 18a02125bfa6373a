"""The note on a translation: a few of many changes, and the number of the others."""

import pytest

from newsroom.record.sections import Section, Sentence
from newsroom.record.staleness import SectionChange
from newsroom.site.translations import ChangedSection


def section(paragraphs: int, of: int, changed: int) -> ChangedSection:
    """A section of paragraphs of a few sentences each, the last of which are changed ones."""
    heading = (Sentence("Aims", 1, "aims"),)
    made = [
        tuple(Sentence(f"No. {at} {part}", 3 + 2 * part, f"{part}-{at}") for at in range(of))
        for part in range(paragraphs)
    ]
    new = tuple(sentence for part in made for sentence in part[of - changed :])
    return ChangedSection(
        SectionChange(Section("aims", "Aims", (heading, *made)), new, 0), "Aims", False, "aims"
    )


@pytest.mark.parametrize(
    ("changed", "shown", "unshown"),
    [
        (section(1, 3, 1), [3], 0),
        (section(4, 3, 3), [3, 3, 3, 3], 0),
        (section(5, 3, 3), [3, 3, 3, 3], 3),
        (section(3, 6, 5), [6, 6, 3], 3),
        (section(1, 5_000, 5_000), [12], 4_988),
        (section(5_000, 1, 1), [1] * 12, 4_988),
    ],
)
def test_note_shows_a_dozen_changed_sentences_and_counts_the_others(
    changed: ChangedSection, shown: list[int], unshown: int
) -> None:
    assert [len(passage) for passage in changed.passages] == shown
    assert changed.unshown == unshown
