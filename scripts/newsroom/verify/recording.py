"""Writing into an article that it was compared with its source, and nothing else of the file."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from newsroom.check.claims import Claims
from newsroom.record.verification import Verification

SOURCE_DIGITS = 16


def digests_of(claims: Mapping[str, Sequence[Claims]]) -> Mapping[str, str]:
    """The digests of the facts of each paragraph, by language."""
    return {lang: " ".join(filter(None, (it.digest for it in claims[lang]))) for lang in claims}


def with_verification(text: str, made: Verification, date: str) -> str:
    """The file of an article with the day, the editor and the digests of a comparison.

    The lists of what is derived and of what is ours stay as the editors wrote them, line for line.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    closing = next(at for at, line in enumerate(lines) if at and line.startswith("---"))
    front = lines[1:closing]
    head = [
        "verified:",
        f"  date: {date}",
        f"  by: {yaml.dump(made.by, allow_unicode=True, width=1000).splitlines()[0]}",
        f'  source: "{made.source}"',
        "  facts:",
        *(f'    {lang}: "{digests}"' for lang, digests in made.facts.items()),
    ]
    start, end, kept = _place(front)
    front[start:end] = [*head, *kept]
    return newline.join([lines[0], *front, *lines[closing:]])


def _place(front: Sequence[str]) -> tuple[int, int, list[str]]:
    """From which line to which the record stands, or is to stand, and the lists in it."""
    root = yaml.compose("\n".join(front), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read as an article before
    for at, (name, value) in enumerate(root.value):
        if name.value == "verified":
            after = root.value[at + 1 :]
            end = after[0][0].start_mark.line if after else len(front)
            return name.start_mark.line, end, [*_kept(value, front, end)]
    behind = _BEFORE
    last = max((at for at, (name, _) in enumerate(root.value) if name.value in behind), default=-1)
    later = root.value[last + 1 :]
    line = later[0][0].start_mark.line if later else len(front)
    return line, line, []


_BEFORE = frozenset(
    (
        "title",
        "summary",
        "draft",
        "date",
        "place",
        "source",
        "events",
        "added",
        "updated",
        "moved_from",
    )
)
"""The keys of an article that stand before the record of a comparison."""


def _kept(value: yaml.MappingNode, front: Sequence[str], end: int) -> Iterator[str]:
    for at, (name, _) in enumerate(value.value):
        if name.value in ("derived", "ours"):
            after = value.value[at + 1 :]
            stop = after[0][0].start_mark.line if after else end
            yield from front[name.start_mark.line : stop]
