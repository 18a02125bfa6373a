"""Feeds and calendars as readers take them: what each makes of every entry, held to the file."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree as etree

from icalendar import Calendar

from benchmarks.audit.figures import CALENDAR, FEED, OURS, Figure, SitePage, add_up, count, figure
from benchmarks.audit.tools import HERE, MODULES, node, package_version

READER, NODE_READERS = "reader", ("rss-parser", "feed-extractor", "ical.js")
READERS = (READER, *NODE_READERS)
_WITHOUT_ANCHORS = "feed-extractor"

_READER = ("reader==3.26", "sgmllib3k==1.0.0")
"""What it needs of its own cannot be locked with hashes: there is no wheel of the second."""
_PACKAGES = ("rss-parser", "@extractus/feed-extractor", "ical.js")
_ATOM = {"a": "http://www.w3.org/2005/Atom"}
_TAG = re.compile("<[^<>]*>")
_FEEDS = (".xml", ".json")
_DIRECTIONS = {"fa": "rtl", "en": "ltr"}

Item = Mapping[str, Any]
"""An entry: `id`, `link`, `title`, `day`, and `html` of a feed; of a calendar `end`, `text` and so
on. Where a file gives two days, a reader may take either."""


def misread(site: Path, work: Path) -> list[Figure]:
    """The entries of each feed and calendar of a built site, and those a reader gets wrong.

    feed-extractor takes the anchor off every link, asks a JSON Feed for the day of the story alone,
    and takes a feed that has no entry for no feed; these are left out.
    """
    paths = sorted(it.relative_to(site).as_posix() for it in _followed(site))
    meant = {path: items for path in paths if (items := _meant(site / path))}
    found = _read(site, list(meant), work)
    return add_up(it for path in meant for it in _figures(path, meant[path], found[path]))


def _meant(file: Path) -> list[Item]:
    return list(_MEANT[file.suffix](file.read_text("utf-8")))


def reader_versions() -> str:
    """The readers with their versions, in one line."""
    packages = (f"{name} {package_version(MODULES, name)}" for name in _PACKAGES)
    return ", ".join((_READER[0].replace("==", " "), *packages))


def _followed(site: Path) -> Iterator[Path]:
    """The feeds and calendars; below `data/` lie tables of the same names."""
    yield from site.rglob("*.ics")
    for folder in (site, site / "en"):
        yield from (folder / f"{name}{it}" for name in ("feed", "corrections") for it in _FEEDS)
        yield from (folder / "participants").glob("*.xml")


def _read(site: Path, paths: Sequence[str], work: Path) -> dict[str, dict[str, list[Item]]]:
    """What every reader makes of every file, by path and reader."""
    script = (node(), str(HERE / "followed.mjs"), *(str(site / path) for path in paths))
    found = _output(script)
    by_path = {path: found[str(site / path)] for path in paths}
    feeds = [path for path in paths if not path.endswith(".ics")]
    script = (str(_python(work)), str(HERE / "followed_reader.py"), str(site), *feeds)
    for path, items in _output(script).items():
        by_path[path][READER] = items
    return by_path


def _output(command: Sequence[str]) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"A reader failed:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _python(work: Path) -> Path:
    """The Python of an environment that has `reader`, which is made the first time."""
    folder = work / "reader"
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *_READER], check=True)
        (folder / "made").touch()
    return python


def _figures(
    path: str, meant: Sequence[Item], found: Mapping[str, Sequence[Item]]
) -> Iterator[Figure]:
    lang = "en" if path.startswith("en/") else "fa"
    page = SitePage(OURS, CALENDAR if path.endswith(".ics") else FEED, lang, path)
    by_id = {it["id"]: it for it in meant}
    without = {id: {**it, "link": urldefrag(it["link"]).url} for id, it in by_id.items()}
    yield figure(page, "entries", len(meant))
    for reader, items in found.items():
        own = without if reader == _WITHOUT_ANCHORS else by_id
        wrong = [f"{id} is missing" for id in own.keys() - {it["id"] for it in items}]
        wrong += [it["id"] for it in items if not _is_right(it, own.get(it["id"]), lang)]
        yield count(page, f"misread by {reader}", wrong)


def _is_right(item: Item, meant: Item | None, lang: str) -> bool:
    if meant is None:
        return False
    if "html" in item:
        opening = item["html"].partition(">")[0]
        if not all(it in opening for it in (f'lang="{lang}"', f'dir="{_DIRECTIONS[lang]}"')):
            return False
    return all(_agrees(key, value, meant) for key, value in item.items())


def _agrees(key: str, value: str, meant: Item) -> bool:
    match key:
        case "html":
            return _plain(value) == _plain(meant[key])
        case "day":
            return value in meant["days"]
    return bool(value == meant[key])


def _plain(html: str) -> str:
    return "".join(unescape(_TAG.sub(" ", html)).split())


def _of_atom(text: str) -> Iterator[Item]:
    for entry in etree.fromstring(text).findall("a:entry", _ATOM):
        (own,) = entry.findall("a:link[@rel='alternate']", _ATOM)
        days = (entry.findtext(f"a:{key}", "", _ATOM)[:10] for key in ("published", "updated"))
        yield {
            "id": entry.findtext("a:id", "", _ATOM),
            "link": own.get("href"),
            "title": entry.findtext("a:title", "", _ATOM),
            "lang": own.get("hreflang"),
            "days": set(filter(None, days)),
            "html": entry.findtext("a:content", "", _ATOM),
        }


def _of_json(text: str) -> Iterator[Item]:
    for entry in json.loads(text)["items"]:
        days = (entry.get(key, "")[:10] for key in ("date_published", "date_modified"))
        yield {
            "id": entry["id"],
            "link": entry["url"],
            "title": entry["title"],
            "lang": entry["language"],
            "days": {*days},
            "html": entry["content_html"],
        }


def _of_calendar(text: str) -> Iterator[Item]:
    for event in Calendar.from_ical(text).events:
        yield {
            "id": event["uid"],
            "link": event["url"],
            "title": event["summary"],
            "lang": event["summary"].params["LANGUAGE"],
            "days": {str(event.start)},
            "end": str(event.end),
            "text": event["description"],
            "status": event["status"],
        }


_MEANT = {".xml": _of_atom, ".json": _of_json, ".ics": _of_calendar}
"""What reads each kind of file here, by its suffix."""
