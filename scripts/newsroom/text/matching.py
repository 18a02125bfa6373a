"""What two sequences have in common, in their order, at a cost that grows with their length.

`difflib` finds the longest runs, as people expect of a comparison, and takes a square of the length
for it, or a cube where items repeat. So it is asked where the square is small; longer sequences are
first cut at the items that stand once in each, which is what a text that was edited consists of.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_Item = TypeVar("_Item")

Change = tuple[int, int, int, int]
"""From where to where a sequence has other items than the other one, from where to where."""

_SMALL = 40_000
"""The product of two lengths up to which nothing is cut: 200 paragraphs beside 200."""
_SMALL_PART = 1_000
"""The same of a part between two cuts, of which there may be thousands."""

_Span = tuple[int, int, int, int]


def changes(first: Sequence[Hashable], second: Sequence[Hashable]) -> Iterator[Change]:
    """Yield where the sequences differ, in order; between two of them they are the same."""
    if first == second:
        return
    at = other = 0
    for start, other_start, size in [*_common(first, second), (len(first), len(second), 0)]:
        if at < start or other < other_start:
            yield at, start, other, other_start
        at, other = start + size, other_start + size


def beside(
    first: Sequence[_Item],
    second: Sequence[_Item],
    key: Callable[[_Item], Hashable],
    other_key: Callable[[_Item], Hashable] | None = None,
) -> Iterator[tuple[_Item | None, _Item | None]]:
    """The items of two sequences side by side, by what `key` says of each.

    `None` stands where one of them has nothing; `other_key` says it of the second.
    """
    names = [*map(key, first)], [*map(other_key or key, second)]
    at = other = 0
    for start, end, other_start, other_end in changes(*names):
        yield from zip(first[at:start], second[other:other_start], strict=True)
        yield from ((item, None) for item in first[start:end])
        yield from ((None, item) for item in second[other_start:other_end])
        at, other = end, other_end
    yield from zip(first[at:], second[other:], strict=True)


def _common(
    first: Sequence[Hashable], second: Sequence[Hashable]
) -> Iterator[tuple[int, int, int]]:
    """The runs both sequences have: where they begin in each, and how long they are."""
    whole = (0, len(first), 0, len(second))
    if _size(whole) <= _SMALL:
        yield from _runs(first, second, whole)
        return
    start = _same(zip(first, second, strict=False))
    most = min(len(first), len(second)) - start
    end = min(most, _same(zip(reversed(first), reversed(second), strict=False)))
    yield 0, 0, start
    inner = (start, len(first) - end, start, len(second) - end)
    for part in _parts(first, second, inner):
        if _size(part) <= _SMALL_PART:
            yield from _runs(first, second, part)
        else:
            yield from _in_place(first, second, part)
    yield len(first) - end, len(second) - end, end


def _size(span: _Span) -> int:
    return (span[1] - span[0]) * (span[3] - span[2])


def _same(pairs: Iterator[tuple[Hashable, Hashable]]) -> int:
    """How many pairs there are before one whose sides differ."""
    count = 0
    for own, other in pairs:
        if own != other:
            break
        count += 1
    return count


def _parts(first: Sequence[Hashable], second: Sequence[Hashable], span: _Span) -> Iterator[_Span]:
    """The span cut before each item that stands once in both, as far as their order is the same."""
    start, end, other_start, other_end = span
    counts = Counter(first[start:end]), Counter(second[other_start:other_end])
    places = {item: at for at, item in enumerate(second[other_start:other_end], other_start)}
    single = [
        (at, places[first[at]])
        for at in range(start, end)
        if counts[0][first[at]] == counts[1][first[at]] == 1
    ]
    for at, other in _rising(single):
        yield start, at, other_start, other
        start, other_start = at, other
    yield start, end, other_start, other_end


def _rising(pairs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The longest part of the pairs, which rise on the left, that rises on the right, too."""
    lasts: list[int] = []
    """The least right side a rising part of each length ends with."""
    ends: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        length = bisect_left(lasts, right)
        lasts[length : length + 1] = [right]
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    found, index = [], ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _runs(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span
) -> Iterator[tuple[int, int, int]]:
    start, end, other_start, other_end = span
    matcher = SequenceMatcher(None, first[start:end], second[other_start:other_end], autojunk=False)
    for own, other, size in matcher.get_matching_blocks():
        if size:
            yield start + own, other_start + other, size


def _in_place(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span
) -> Iterator[tuple[int, int, int]]:
    """What stands in the same place of both, where all that could be a mark repeats."""
    start, end, other_start, other_end = span
    for own, other in zip(range(start, end), range(other_start, other_end), strict=False):
        if first[own] == second[other]:
            yield own, other, 1
