"""The site as a ZIM archive for Kiwix (wiki.openzim.org), with an index Persian is found in.

What lies ready in the folder of the site is packed as it is. A page that stands for itself is given
to the index of the archive with the words of `kiwix_words`; pages that repeat another are not. Each
spelling of a participant is a title that leads to its page, so that the app suggests it.
"""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from errno import ENOSPC
from multiprocessing import get_context, resource_tracker
from pathlib import Path, PurePosixPath
from posixpath import normpath
from shutil import disk_usage

from libzim.writer import (  # type: ignore[import-untyped]
    ContentProvider,
    Creator,
    FileProvider,
    Hint,
    IndexData,
    Item,
    StringProvider,
)
from lxml import html

from newsroom.edition.copies import Content, Record, site_files
from newsroom.edition.kiwix_words import KiwixWords
from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import uri_of, url_of
from newsroom.site.graphics.rasters import icon
from newsroom.site.spellings import Spellings, read_spellings
from newsroom.text.dates import Period, parse_period
from newsroom.text.languages import LANGS

MAIN = "index.html"
_CLUSTER = 2 << 20
"""Bytes that are compressed together; with less left on a disk nothing more is written."""
_TITLE, _DESCRIPTION = 30, 80
"""Characters the metadata of an archive may have (openZIM, "Metadata")."""
_ICON = 48
"""Pixels of its illustration, each way."""
_NEVER = date(1970, 1, 1)
"""The day of a record that gives none."""
_TYPES: Mapping[str, str] = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Media types, which a system's own table may have otherwise."""
_UNFOUND = ("parallel/", "en/parallel/", "404.html", "search.html", "en/search.html")
"""The pages that tell what others tell, or nothing."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What the index is given of a page."""

    title: str
    own: tuple[str, ...]
    """What its subject is called besides, in both languages."""
    text: str
    names: tuple[str, ...]
    """The spellings of those it names."""
    days: tuple[Period, ...]
    """The days it tells of, in its order."""


def write_zim(target: Path, site: Path, record: Record, catalogue: Catalogue) -> None:
    """Write the archive of a built site.

    libzim takes the process it runs in along when it cannot write, so it has one of its own.
    Raises `OSError` for a full disk, `LibzimError` when libzim fails otherwise.
    """
    arguments = (target, site, record, catalogue)
    process = get_context("spawn").Process(target=_write, args=arguments, daemon=True)
    with _interrupts_held():
        process.start()
    try:
        process.join()
    finally:
        process.kill()
    if process.exitcode and disk_usage(target.parent).free < _CLUSTER:
        raise OSError(ENOSPC, os.strerror(ENOSPC))
    if process.exitcode:
        raise LibzimError(process.exitcode)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl+C back; a process started meanwhile inherits that, and is never told of one."""
    if os.name == "nt":
        yield
        return
    resource_tracker.ensure_running()  # which lets interrupts through when it starts by itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class LibzimError(RuntimeError):
    """libzim could not write an archive; `args` has the exit code of its process."""


def _write(target: Path, site: Path, record: Record, catalogue: Catalogue) -> None:
    """Write the archive; ends the process where libzim cannot."""
    try:
        _create(target, site, record, catalogue)
    except RuntimeError:  # after it a thread of libzim would abort the ordinary end of a process
        os._exit(1)


def _create(target: Path, site: Path, record: Record, catalogue: Catalogue) -> None:
    files, spellings = dict(site_files(site, record.address)), read_spellings(catalogue)
    linked = dict(_participants(catalogue, spellings))
    pages = {path: page for path, file in files.items() if (page := _page(path, file, linked))}
    names = [name for its in linked.values() for name in its]
    texts = [text for page in pages.values() for text in (page.title, page.text)]
    words = KiwixWords(names, [*texts, *names])
    with _silence(), Creator(target).config_indexing(True, "eng") as creator:
        creator.set_mainpath(MAIN)
        svg = (site / "assets/icon.svg").read_text(encoding="utf-8")
        creator.add_illustration(_ICON, icon(svg, _ICON))
        for name, value in _metadata(record).items():
            creator.add_metadata(name, value)
        for path, file in files.items():
            creator.add_item(_Item(path, file, pages.get(path), words))
        for path, title, to in _redirects(catalogue, spellings):
            if to in files:
                creator.add_redirection(path, title, to, {Hint.FRONT_ARTICLE: True})


@contextmanager
def _silence() -> Iterator[None]:
    """Keep libzim from telling each of its steps on standard output, which it does unasked."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _participants(
    catalogue: Catalogue, spellings: Spellings
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The pages of participants by path, each with all spellings of the name."""
    for id, entry in catalogue.participants.items():
        names = tuple(name for lang in LANGS for name in spellings[id][lang])
        yield from ((url_of(lang, uri_of(entry)), names) for lang in LANGS)


def _page(path: str, file: Content, linked: Mapping[str, tuple[str, ...]]) -> _Page | None:
    """What a file says, if it is a page that is to be found."""
    if not path.endswith(".html") or path.startswith(_UNFOUND):
        return None
    data = file if isinstance(file, bytes) else file.read_bytes()
    root = html.document_fromstring(data.decode())
    if root.xpath("//link[@rel='canonical'] and //meta[@name='robots']"):
        return None  # it stands for another one, or leads to it
    main = root.find(".//main")
    if main is None:
        return None
    folder = Path(path).parent
    named = {_joined(folder, link.get("href", "")) for link in main.iter("a")} & linked.keys()
    title = " ".join(str(root.xpath("string(//title)")).split())
    days = (_day(it.get("datetime", "")) for it in main.iter("time"))
    return _Page(
        title.rpartition(" – ")[0] or title,  # without the name of the site
        linked.get(path, ()),
        " ".join(map(str, main.itertext())),
        tuple(name for to in sorted(named) for name in linked[to]),
        tuple(dict.fromkeys(filter(None, days))),
    )


def _joined(folder: Path, href: str) -> str:
    """The path below the site of what a page in a folder leads to."""
    return normpath(f"{folder.as_posix()}/{href.partition('#')[0]}")


def _day(iso: str) -> Period | None:
    with suppress(ValueError):
        return parse_period(iso)
    return None


def _metadata(record: Record) -> dict[str, str]:
    """What an archive says of itself, in the forms openZIM prescribes."""
    fa, en = (record.strings[lang] for lang in LANGS)
    name, about = "site.name", "site.tagline"
    return {
        "Title": _short(f"{fa[name]} – {en[name]}", fa[name], most=_TITLE),
        "Description": _short(f"{fa[about]} – {en[about]}", fa[about], most=_DESCRIPTION),
        "Language": "fas,eng",
        "Name": f"{record.name}_mul_all",
        "Creator": en[name],
        "Publisher": en[name],
        "Date": (record.day or _NEVER).isoformat(),
        "Source": record.address,
        "Tags": "_ftindex:yes;_videos:no",
    }


def _short(*texts: str, most: int) -> str:
    """The first text that has room, or the beginning of the last, cut between words."""
    for text in texts:
        if len(text) <= most:
            return text
    return texts[-1][: most - 1].rpartition(" ")[0] + "…"


def _redirects(catalogue: Catalogue, spellings: Spellings) -> Iterator[tuple[str, str, str]]:
    """Yield path, title and target for every spelling but the name, which is the page's own title.

    libzim suggests only what is marked as an article of its own.
    """
    for id, entry in catalogue.participants.items():
        for lang in LANGS:
            for number, spelling in enumerate(spellings[id][lang][1:], 1):
                yield f"names/{lang}/{id}-{number}", spelling, url_of(lang, uri_of(entry))


class _Words(IndexData):  # type: ignore[misc]  # libzim has no types
    """What the index is given of a page; what stands in the title weighs most."""

    def __init__(self, page: _Page, words: KiwixWords) -> None:
        super().__init__()
        names = " ".join((page.title, *page.own))
        first = map(words.of_day, page.days[:1])
        self._title = " ".join((words.of_name(names), words.of_slips(names), *first))
        days = map(words.of_day, page.days)
        self._content = " ".join((words.of_text(page.text), *days, words.common))
        self._names = " ".join(map(words.of_name, page.names))

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self._title

    def get_content(self) -> str:
        return self._content

    def get_keywords(self) -> str:
        return self._names

    def get_wordcount(self) -> int:
        return len(self._content.split())

    def get_geoposition(self) -> None:
        return None


class _Item(Item):  # type: ignore[misc]
    """A file of the site."""

    def __init__(self, path: str, file: Content, page: _Page | None, words: KiwixWords) -> None:
        super().__init__()
        self._path, self._file, self._page, self._words = path, file, page, words

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        return self._page.title if self._page else ""

    def get_mimetype(self) -> str:
        return _TYPES.get(PurePosixPath(self._path).suffix, "application/octet-stream")

    def get_contentprovider(self) -> ContentProvider:
        file = self._file
        return StringProvider(file) if isinstance(file, bytes) else FileProvider(file)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: self._page is not None}

    def get_indexdata(self) -> IndexData | None:
        return _Words(self._page, self._words) if self._page else None
