"""What an edition holds: the very site, a page to begin with, the check of the copy, and its list.

`START-HERE.html`, `check/` and `site/` lie beside each other. Share cards are left out, which only
networks ask for; feeds, calendars, data and files of single stories, which are followed, read by
programs or passed on for themselves; and what begins with a dot: a browser may not hand such files
to the check.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath

from newsroom.edition.manifest import KEY, SIGNATURE, SUMS, digest_of, manifest
from newsroom.edition.minisign import SecretKey
from newsroom.record.palette import Colours
from newsroom.record.strings import Strings
from newsroom.site.addresses import absolute_url, url_of
from newsroom.site.assets import coloured, compact
from newsroom.site.editions import FOLDER
from newsroom.site.templates import Templates, reader
from newsroom.text.bidi import isolate_html
from newsroom.text.dates import Period, format_period
from newsroom.text.languages import LANGS, direction, other_lang
from newsroom.text.persian import persian_digits

START = "START-HERE.html"
SITE = "site"
_CHECK = "check"
_CARDS = "assets/cards/"
_LEFT_OUT = (f"{FOLDER}/", _CARDS, "stories/", "data/")
_ON_THE_WEB = frozenset((".csv", ".ics", ".json", ".jsonld", ".tmx", ".txt", ".xml"))
"""What the name of a file ends with that is followed or read by programs."""
_OF_PAGES = ("assets/", "media/", "pictures/", "search/")
"""Folders of what pages show or ask for."""
_HREF = ' href="'

Content = bytes | Path
"""What a file holds, or where it lies."""
Contents = Mapping[str, Content]
"""Files by their path."""


@dataclass(frozen=True, slots=True)
class Record:
    """What an edition says of the record it is of."""

    name: str
    """What its files are called."""
    strings: Mapping[str, Strings]
    day: date | None
    """The day it is dated by, see `edition_day`."""
    address: str
    """Where the site is on the web."""
    colours: Colours = field(default_factory=Colours)
    """Those it has in place of the engine's."""

    @property
    def signed_words(self) -> str:
        """What is signed with the list: the name and the day, so that none passes for another."""
        return f"{self.name} {self.day or ''}".rstrip()


def site_files(site: Path, address: str) -> Iterator[tuple[str, Content]]:
    """Yield the files of a built site that editions hold, by path.

    They are the pages and what these need. A page that leads to any other file leads to it at
    `address`, where the site is on the web.
    """
    for here, folders, names in os.walk(site):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(here, name).relative_to(site).as_posix()
            if not _is_left_out(path):
                yield path, _page(site / path, path, address)


def _is_left_out(path: str) -> bool:
    if path.startswith(_LEFT_OUT):
        return True
    return PurePosixPath(path).suffix in _ON_THE_WEB and not path.startswith(_OF_PAGES)


def _page(file: Path, path: str, address: str) -> Content:
    """A file as it is, unless it is a page that leads to what is left out."""
    if file.suffix != ".html":
        return file
    parts = file.read_text(encoding="utf-8").split(_HREF)
    led = [parts[0], *(_led(part, path, address) for part in parts[1:])]
    return file if led == parts else _HREF.join(led).encode()


def _led(part: str, path: str, address: str) -> str:
    """A link on the page at `path`, and what stands behind it."""
    target, end, rest = part.partition('"')
    way, sign, anchor = target.partition("#")
    if not way or ":" in way:
        return part
    place = normpath(join(dirname(path), way))
    return (
        f"{absolute_url(address, place)}{sign}{anchor}{end}{rest}" if _is_left_out(place) else part
    )


def edition_contents(
    site: Path, record: Record, looks: Sequence[Path], secret: SecretKey | None
) -> Contents:
    """All files of the edition of a built site; `looks` are the folders of templates and styles."""
    files = {f"{SITE}/{path}": file for path, file in site_files(site, record.address)}
    files |= _own_pages(record, looks, is_signed=secret is not None)
    if secret:
        files[KEY] = secret.public.text.encode()
    sums = manifest({path: _digest(content) for path, content in files.items()}).encode()
    files[SUMS] = sums
    if secret:
        files[SIGNATURE] = secret.sign(sums, record.signed_words).encode()
    return files


def _digest(content: Content) -> str:
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as stream:
        return digest_of(stream)


def _own_pages(
    record: Record, looks: Sequence[Path], *, is_signed: bool
) -> Iterator[tuple[str, bytes]]:
    """The pages that are not of the site, and what they need."""
    templates, read = Templates(looks), coloured(reader(looks, "assets"), record.colours)
    voices = [_voice(record, lang) for lang in LANGS]
    shared = {"signed": is_signed, "address": record.address}
    start = templates.render("edition.html", {"editions": voices, **shared})
    yield START, start.encode()  # each half names its language, so there is nothing to isolate
    for voice in voices:
        lang = str(voice["lang"])
        other = next(it for it in voices if it["lang"] == other_lang(lang))
        page = templates.render("check-edition.html", {**voice, "other": other, **shared})
        yield f"{_CHECK}/{lang}.html", isolate_html(page, lang).encode()
    yield f"{_CHECK}/edition.css", compact("styles/edition.css", read).encode()
    yield f"{_CHECK}/check.js", compact("scripts/edition/check.js", read).encode()


def _voice(record: Record, lang: str) -> Mapping[str, object]:
    """What the pages are given of a language."""
    strings = record.strings[lang]
    day = Period(record.day, record.day) if record.day else None
    return {
        "lang": lang,
        "dir": direction(lang),
        "words": strings.words,
        "date": format_period(day, strings.dates) if day else "",
        "digits": persian_digits("0123456789") if lang == "fa" else "0123456789",
        "home": f"{SITE}/{url_of(lang, 'index.md')}",
        "check": f"{lang}.html",
    }
