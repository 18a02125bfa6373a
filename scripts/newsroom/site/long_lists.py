"""Lists that grow with the record: how much of one stands on a page, and what leads to the rest.

A page that names every article has eight hundred kilobytes where there are a thousand. What is
beyond a page is on the pages of the years, and found by the search.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsroom.site.locale_views import LocaleView
from newsroom.site.timeline import Year

MOST = 100
"""Entries of a list that stand on a page; a list of half as many again stands there whole, since
to part it would save little."""

OF_NAME = 50
"""The same for each of the lists on the page of a participant, which has three."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """What of a list a page shows."""

    shown: Sequence[Item]
    count: int
    """How many there are in all."""

    @property
    def is_whole(self) -> bool:
        """Whether none is left out."""
        return len(self.shown) == self.count


def beginning_of(items: Sequence[Item], most: int = MOST) -> Part[Item]:
    """The beginning of a list, or all of it."""
    return Part(items if len(items) <= most * 3 // 2 else items[:most], len(items))


def end_of(items: Sequence[Item], most: int = MOST) -> Part[Item]:
    """The end of a list, or all of it."""
    return Part(items if len(items) <= most * 3 // 2 else items[-most:], len(items))


def years_of_reports(locale: LocaleView) -> tuple[tuple[Year, int], ...]:
    """The years that have reports, the last first, each with how many."""
    counts = ((year, sum(1 for item in year.items if item.article)) for year in locale.years)
    return tuple((year, count) for year, count in counts if count)[::-1]
