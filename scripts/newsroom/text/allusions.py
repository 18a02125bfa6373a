"""Whether a text speaks of somebody or something without the name standing there by itself."""

import re
from collections.abc import Iterable

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


def _begins_word(text: str, beginning: str) -> bool:
    at = text.find(beginning)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(beginning, at + 1)
    return at >= 0
