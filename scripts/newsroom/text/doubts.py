"""What of a Persian line an editor has to settle, besides half-spaces: it is told and left."""

import re
from collections.abc import Iterator

from newsroom.text.letters import LETTERS, has_persian, open_numbers
from newsroom.text.list_marks import kind_of
from newsroom.text.persian import HALF_SPACE, HARAKAT

LOOSE_EZAFE = re.compile(
    rf"[{LETTERS}{HARAKAT}{HALF_SPACE}]{{2,}}ه ی(?![{LETTERS}{HARAKAT}{HALF_SPACE}])"
)
"""«خانه ی شهر»: an ezafe, «خانهٔ شهر», or «خانه‌ای» without its «ا»."""

_NO_ITEM = ("", "bullet", "number", "letter")
"""Marks that Markdown knows, or that are words as well."""


def doubts_of(line: str, is_whole: bool = True) -> Iterator[str]:
    """The words and characters in doubt, and the mark of a list if the text begins its line.

    A line that begins with •, – or «۱-» is the item of a list, or speech, and Markdown shows it as
    neither.
    """
    if not has_persian(line):
        return
    kind, mark = kind_of(line)
    if is_whole and kind not in _NO_ITEM and not line.lstrip().startswith("|"):
        yield mark.strip()
    yield from LOOSE_EZAFE.findall(line)
    yield from open_numbers(line)
