"""Tags of HTML and lists of attributes, as they stand in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TAG = re.compile(r"(?<!\\)<(?:(/?[A-Za-z][^\s<>/]{0,200})([^<>]{0,4000})|([?!](?!--|\[)))")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_LIST = re.compile(r"\{:?[ \t]*([^{}\n]{1,1000})\}")
"""Attributes of what stands before them, as the extension `attr_list` reads them."""
_LISTED = re.compile(r"""(?:^|\s)([A-Za-z][\w:.-]*)=(?:"[^"]*"|'[^']*'|\S*)""")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, also one that nothing closes."""

    position: int
    end: int
    name: str
    """In small letters, `/` before that of an end tag; `?` or `!` for what is no element."""
    attributes: Mapping[str, str]
    """Values by names in small letters, without quotes; empty where there is none."""


def tags_in(text: str) -> Iterator[Tag]:
    """The tags of a text without code, in order; addresses in angle brackets are none."""
    for tag in _TAG.finditer(text):
        if not _AUTOLINK.match(text, tag.start()):
            found = _ATTRIBUTE.findall(tag[2] or "")
            values = {name.lower(): value.strip("\"'") for name, value in found}
            yield Tag(*tag.span(), (tag[1] or tag[3]).lower(), values)


def listed_attributes(text: str) -> Iterator[tuple[int, str]]:
    """The names of the attributes that braces give to what stands before them, with the place."""
    for found in _LIST.finditer(text):
        for name in _LISTED.findall(found[1]):
            yield found.start(), name
