"""The markup of every page: the Nu HTML checker, and where the links lead."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from benchmarks.audit.figures import Figure, SitePage, add_up, count, figure
from benchmarks.audit.site import SITE_URL
from benchmarks.audit.tools import MODULES, java

_NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_BLIND = "Resource violates Content Security Policy (meta tag)"
"""What it says of a file, which has no origin and so no 'self'; browsers have the say in that."""
_UNKNOWN_CSS = ("CSS: “container-type”: Property", "CSS: Unrecognized at-rule “@container”")
"""What it does not know yet of css-contain-3, which each browser has had since 2023."""
_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src"}


def html_messages(site: Path, pages: Sequence[SitePage]) -> list[Figure]:
    """The errors and warnings of the Nu checker, by kind of page; `site` is the folder."""
    command = (java(), "-jar", str(_NU), "--format", "json", "--stdout", "--exit-zero-always")
    files = [str(site / page.path) for page in pages]
    done = subprocess.run((*command, *files), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The Nu checker failed:\n{done.stderr[-2000:]}")
    found: dict[str, list[tuple[str, str]]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["message"].startswith((_BLIND, *_UNKNOWN_CSS)):
            continue
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(site).as_posix()
        measure = "html errors" if message["type"] == "error" else "html warnings"
        said = f"line {message.get('lastLine', 1)}: {message['message']}"
        found.setdefault(path, []).append((measure, said))
    return add_up(
        count(page, measure, [said for its, said in found.get(page.path, []) if its == measure])
        for page in pages
        for measure in ("html errors", "html warnings")
    )


def broken_links(site: Path, pages: Sequence[SitePage]) -> list[Figure]:
    """The addresses inside the site that lead to no file or to no anchor of it."""
    read = {page.path: _Reader(site / page.path) for page in pages}
    figures: list[Figure] = []
    for page in pages:
        figures.append(figure(page, "links", len(read[page.path].addresses)))
        figures.append(count(page, "links broken", list(_broken(site, page.path, read))))
    return add_up(figures)


class _Reader(HTMLParser):
    """The ids and addresses of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.ids.update(values.get("id", "").split())
        address = values.get(_ADDRESSES.get(tag, ""))
        if address is not None:
            self.addresses.append(address)


def _broken(site: Path, path: str, read: dict[str, _Reader]) -> Iterator[str]:
    for address in read[path].addresses:
        target = urljoin(SITE_URL + path, address)
        if not target.startswith(SITE_URL):
            continue
        file, _, anchor = unquote(target.removeprefix(SITE_URL)).partition("#")
        # A folder opens over http alone, so that only full addresses may name one.
        if address.startswith(("/", SITE_URL)) and (site / file).is_dir():
            file = f"{file.rstrip('/')}/index.html".lstrip("/")
        if not (site / file).is_file():
            yield f"{address} leads to no file"
        elif anchor and file in read and anchor not in read[file].ids:
            yield f"{address} leads to no anchor"
