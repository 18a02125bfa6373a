"""A small site and its edition, signed with a key of the tests."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from newsroom.edition.archives import write_archive
from newsroom.edition.copies import Record, edition_contents
from newsroom.edition.minisign import SecretKey
from newsroom.record.strings import default_strings
from newsroom.site.folders import claim

from ..conftest import ROOT

SECRET = SecretKey(bytes(range(8)), bytes(range(32)))
OTHER = SecretKey(bytes(8), bytes(32))
RECORD = Record(
    "sample",
    {lang: default_strings(lang) for lang in ("fa", "en")},
    date(2024, 6, 21),
    "https://record.example/",
)
PAGES = {
    "index.html": "<!doctype html><title>صفحه</title>\n",
    "en/index.html": "<!doctype html><title>Home</title>\n",
    "news/a.html": "<p>متن</p>\n" * 40,
    "assets/newsroom.css": "body { color: black }\n",
    "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "en/follow.html": '<a href="../timeline.ics">days</a> <a href="feed.xml#x">feed</a>'
    ' <a href="../news/a.html">a</a> <a href="../stories/a.fa.html">file</a>\n',
    "assets/cards/fa/a.png": "a share card",
    "assets/fonts/OFL.txt": "a licence",
    "timeline.ics": "a calendar",
    "en/feed.xml": "a feed",
    "stories/a.fa.html": "a report in one file",
    "data/articles.csv": "a table",
    "take/sample.zip": "an edition of before",
    ".well-known/security.txt": "for hosts alone",
}


def write_site(folder: Path) -> Path:
    claim(folder)
    for path, text in PAGES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def write_edition(folder: Path, secret: SecretKey | None = SECRET) -> tuple[Path, Path]:
    """The ZIP of a small site, and the folder it is unpacked to."""
    contents = edition_contents(write_site(folder / "site"), RECORD, (ROOT / "overrides",), secret)
    archive = folder / "sample.zip"
    write_archive(archive, {f"sample/{path}": it for path, it in contents.items()}, RECORD.day)
    unpacked = folder / "sample"
    for path, content in contents.items():
        file = unpacked / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    return archive, unpacked


def flips(folder: Path, count: int) -> Iterator[tuple[Path, bytes]]:
    """Files with the content they have after a byte of the folder is changed, the same every time."""
    random = Random(1403)
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for path in random.choices([*files], weights=map(len, files.values()), k=count):
        yield path, flipped(files[path], random)


def flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    changed[random.randrange(len(changed))] ^= random.randrange(1, 256)
    return bytes(changed)
