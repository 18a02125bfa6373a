"""A file of the site that is no page, and how it is offered to readers.

Which there are: `site/publication.py`. Those with an offer are listed on `follow.md`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """A section of the page that lists what can be followed or taken along, in its order.

    `follow.<group>` is its heading in the strings.
    """

    FEEDS = "feeds"
    CALENDARS = "calendars"
    STORIES = "stories"
    DATA = "data"
    EDITIONS = "editions"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the page of offers says of a file; the versions of a file share one offer."""

    group: Group
    key: str
    """Names it in the strings: `follow.<key>`, and in a sentence `follow.<key>_about`."""
    page: str = ""
    """The path below `docs/<lang>/` of the page that says more of it."""
    is_listed: bool = True
    """Whether its files stand on the page of offers, too; where there are many, they do not."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site that is no page."""

    path: str
    """Below the folder of the site."""
    media_type: str
    """Its Internet media type."""
    make: Callable[[], str | bytes] | None
    """Gives its content, the same for the same record and settings; `None` for a file that a build
    does not write, but `newsroom edition` afterwards."""
    lang: str | None = None
    """The language it is written in; `None` for one that holds both, or none."""
    offer: Offer | None = None
    """How it is listed; `None` for what only programs ask for, or what its own page leads to."""
