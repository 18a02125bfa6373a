"""What an edition holds: the very site, a page to begin with, the check of the copy, and its list.

`START-HERE.html`, `check/` and `site/` lie beside each other. Share cards are left out, which only
networks ask for, and what begins with a dot: a browser may not hand such files to the check.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from newsroom.edition.manifest import KEY, SIGNATURE, SUMS, digest_of, manifest
from newsroom.edition.minisign import SecretKey
from newsroom.record.strings import Strings
from newsroom.site.addresses import url_of
from newsroom.site.assets import compact
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
_LEFT_OUT = (f"{FOLDER}/", _CARDS)

Contents = Mapping[str, bytes | Path]
"""Files by their path: what they hold, or where they lie."""


@dataclass(frozen=True, slots=True)
class Record:
    """What an edition says of the record it is of."""

    name: str
    """What its files are called."""
    strings: Mapping[str, Strings]
    newest: date | None
    """The last day the record tells of as done, which the edition is dated by."""
    address: str
    """Where the site is on the web."""

    @property
    def signed_words(self) -> str:
        """What is signed with the list: the name and the day, so that none passes for another."""
        return f"{self.name} {self.newest or ''}".rstrip()


def site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a built site that editions hold, by path."""
    for here, folders, names in os.walk(site):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(here, name).relative_to(site).as_posix()
            if not path.startswith(_LEFT_OUT):
                yield path, site / path


def edition_contents(
    site: Path, record: Record, looks: Sequence[Path], secret: SecretKey | None
) -> Contents:
    """All files of the edition of a built site; `looks` are the folders of templates and styles."""
    files: dict[str, bytes | Path] = {f"{SITE}/{path}": file for path, file in site_files(site)}
    files |= _own_pages(record, looks, is_signed=secret is not None)
    if secret:
        files[KEY] = secret.public.text.encode()
    sums = manifest({path: _digest(content) for path, content in files.items()}).encode()
    files[SUMS] = sums
    if secret:
        files[SIGNATURE] = secret.sign(sums, record.signed_words).encode()
    return files


def _digest(content: bytes | Path) -> str:
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as stream:
        return digest_of(stream)


def _own_pages(
    record: Record, looks: Sequence[Path], *, is_signed: bool
) -> Iterator[tuple[str, bytes]]:
    """The pages that are not of the site, and what they need."""
    templates, read = Templates(looks), reader(looks, "assets")
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
    day = Period(record.newest, record.newest) if record.newest else None
    return {
        "lang": lang,
        "dir": direction(lang),
        "words": strings.words,
        "date": format_period(day, strings.dates) if day else "",
        "digits": persian_digits("0123456789") if lang == "fa" else "0123456789",
        "home": f"{SITE}/{url_of(lang, 'index.md')}",
        "check": f"{lang}.html",
    }
