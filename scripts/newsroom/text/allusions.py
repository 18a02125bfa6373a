"""Whether a text speaks of somebody or something without the name standing there by itself."""

import re
from collections.abc import Iterable, Iterator, Mapping

from newsroom.text.names import Mention

_STEM_ENDS = re.compile(r"(?<=\w{4})stan$|(?<=\w{4})[aeiouy]$|(?<=\w{3})ستان$|(?<=\w{2})یه$")


def alludes(text: str, names: Iterable[str], *, is_place: bool) -> bool:
    """Whether a name is inside another one, or what is made of the name of a country.

    The Shiraz of "Sea Trade Bank, Shiraz branch", the Iran of "Iranian", the Russi of "Russian".
    """
    return any(
        _begins_word(text, beginning)
        for name in names
        for beginning in ((name, _STEM_ENDS.sub("", name)) if is_place else (name,))
    )


class Allusions:
    """Finds words that are the name of a place or made of it: "Iranian", «روسی»."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` are spellings by the id of the place."""
        groups = ("|".join(map(_made_of, spellings)) for spellings in names.values())
        self._ids = list(names)
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(f'({it})' for it in groups) or '(?!)'})")

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the words from left to right."""
        for found in self._words.finditer(text):
            assert found.lastindex is not None  # one of the groups is what was found
            yield Mention(found.start(), found.end(), self._ids[found.lastindex - 1])


def _made_of(name: str) -> str:
    """A pattern for a name and what is made of it; of a short one nothing else is."""
    stem = _STEM_ENDS.sub("", name)
    return rf"{re.escape(stem)}\w*" if len(stem) > 3 else rf"{re.escape(name)}(?!\w)"


def _begins_word(text: str, beginning: str) -> bool:
    at = text.find(beginning)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(beginning, at + 1)
    return at >= 0
