"""Writing into an article that it was compared with its source, and nothing else of the file."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from newsroom.check.claims import Claims
from newsroom.record.fields import schema_of
from newsroom.record.kinds.article import Original
from newsroom.record.verification import Verification
from newsroom.record.writing import key_span
from newsroom.text.dates import iso_of

SOURCE_DIGITS = 16
_KEYS = tuple(field.key for field in schema_of(Original))


def digests_of(claims: Mapping[str, Sequence[Claims]]) -> Mapping[str, str]:
    """The digests of the facts of each paragraph, by language."""
    return {lang: " ".join(filter(None, (it.digest for it in claims[lang]))) for lang in claims}


def with_verification(text: str, made: Verification) -> str:
    """The file of an article with the day, the editor and the digests of a comparison that is made.

    The lists of what is derived and of what is ours stay as the editors wrote them, line for line.
    """
    assert made.date is not None
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    closing = next(at for at, line in enumerate(lines) if at and line.startswith("---"))
    front = lines[1:closing]
    head = [
        "verified:",
        f"  date: {iso_of(made.date)}",
        f"  by: {yaml.dump(made.by, allow_unicode=True, width=1000).splitlines()[0]}",
        f'  source: "{made.source}"',
        "  facts:",
        *(f'    {lang}: "{digests}"' for lang, digests in made.facts.items()),
    ]
    root = yaml.compose("\n".join(front), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read as an article before
    start, end = key_span(root, "verified", [it.key for it in schema_of(Original)], len(front))
    old = next((value for name, value in root.value if name.value == "verified"), None)
    front[start:end] = [*head, *(_kept(old, front, end) if old else ())]
    return newline.join([lines[0], *front, *lines[closing:]])


def _kept(value: yaml.MappingNode, front: Sequence[str], end: int) -> Iterator[str]:
    """The lists of an old record, line for line."""
    for at, (name, _) in enumerate(value.value):
        if name.value in ("derived", "ours"):
            after = value.value[at + 1 :]
            stop = after[0][0].start_mark.line if after else end
            yield from front[name.start_mark.line : stop]
