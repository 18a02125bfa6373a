"""A slip of the hand in a text: where it stands, what is written there and what was meant."""

from typing import NamedTuple


class Slip(NamedTuple):
    """What should be typed in another way; several finders give them, in the order of the text."""

    position: int
    """Of its first character."""
    written: str
    expected: str = ""
    """Empty where nothing can be put in its place as it stands."""
