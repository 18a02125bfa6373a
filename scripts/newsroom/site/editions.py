"""The whole record as files, which `newsroom edition` makes of the built site, and where they lie.

They are offered only where `extra.editions` says that they will be made: a build makes none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from newsroom.record.catalogue import Catalogue
from newsroom.record.strings import Strings
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site
from newsroom.text.languages import LANGS

FOLDER = "take"
"""Where they lie in a published site; no edition holds another one."""
_NAME_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Edition:
    """A kind of edition."""

    key: str
    """Names it in the strings, `follow.<key>`, and on the command line, `--<key>`."""
    ending: str
    """What follows the name of the record in the name of its file."""
    media_type: str
    lang: str | None = None
    """The language it is written in; `None` for one that holds both."""


ZIP = Edition("zip", ".zip", "application/zip")
ZIM = Edition("zim", ".zim", "application/openzim")
EPUB = "epub"
_BOOKS = tuple(Edition(EPUB, f"-{lang}.epub", "application/epub+zip", lang) for lang in LANGS)
EDITIONS = (ZIP, ZIM, *_BOOKS)


def record_name(strings: Mapping[str, Strings]) -> str:
    """What files of the whole record are called: its English name in small letters and hyphens."""
    title = strings["en"]["site.name"].lower()
    latin = "".join(char if char.isascii() and char.isalnum() else " " for char in title)
    return "-".join(latin.split())[:_NAME_LENGTH].strip("-") or "record"


def edition_day(catalogue: Catalogue) -> date | None:
    """The last day on which anything in the record was told, added, corrected or withdrawn."""
    versions = ((it, lang) for it in catalogue.articles.values() for lang in it.versions)
    changed = (article.last_changed(lang) for article, lang in versions)
    withdrawn = (it.date.end for it in catalogue.withdrawals.values())
    known = (catalogue.newest_day, *changed, *withdrawn)
    return max((day for day in known if day), default=None)


def outputs(site: Site) -> Iterator[Output]:
    """The offers of what will be made; a build writes none of it."""
    if not site.settings.offers_editions:
        return
    name = record_name(site.catalogue.strings)
    for it in EDITIONS:
        offer = Offer(Group.EDITIONS, it.key)
        yield Output(f"{FOLDER}/{name}{it.ending}", it.media_type, None, it.lang, offer)
