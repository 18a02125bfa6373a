"""The record as a Starlight site: the pages of the plain MkDocs site in Starlight's Markdown.

The words are the same; notes become asides, links lead to folders, and a section goes by the id
Astro derives from its heading, because its Markdown has no way to name one.
"""

import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath

from benchmarks.files import write_file
from benchmarks.peers.mkdocs_tree import written_pages
from benchmarks.peers.reading import NOTE, PeerRecord
from newsroom.api import LANGS

SITE = Path(__file__).with_name("starlight")
MEDIA = PurePosixPath("docs", "media")

Anchors = Mapping[str, str]
"""The ids Astro derives from the headings of a page, by the ids our headings name."""

_FENCED = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{2,6} .*?)(?: \{#(.*)\})?$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^():\s]*)\)")
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]`*]")
_OF_AN_ID = ("L", "M", "Nd", "Pc")
"""How the Unicode categories of what stays in a derived id begin, besides blank and hyphen."""


def write_starlight_tree(root: Path, record: Path, assets: Path, base: str) -> None:
    """Write the Starlight site of the record below `root`, to be served at the path `base`.

    `assets` are the static files of our own site, of which it is given the icon.
    """
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    shutil.copytree(record / MEDIA, root / "src" / "content" / MEDIA.name)
    icon = root / "public" / "assets" / "icon.svg"
    icon.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(assets / icon.name, icon)
    context = PeerRecord(record)
    for lang in LANGS:
        own = "" if lang == LANGS[0] else f"{lang}/"
        pages = dict(written_pages(context, lang))
        anchors = {uri: anchors_of(text) for uri, text in pages.items()}
        for uri, text in pages.items():
            file = PurePosixPath("docs", own, uri)
            page = _Page(uri, f"{base}{own}", anchors, "../" * (len(file.parts) - 1))
            write_file(root / "src" / "content" / file, page.translated(text))


def anchors_of(text: str) -> Anchors:
    """The anchors of a page that is written for MkDocs; a heading that recurs is numbered."""
    seen: Counter[str] = Counter()
    anchors = {}
    for heading, id in _HEADING.findall(_FENCED.sub("", text)):
        derived = _derived_id(_MARKUP.sub("", heading.lstrip("#")))
        if id:
            anchors[id] = f"{derived}-{seen[derived]}" if seen[derived] else derived
        seen[derived] += 1
    return anchors


def _derived_id(heading: str) -> str:
    """The id GitHub and Astro give a heading, before it is numbered."""
    letters = heading.strip().lower()
    kept = (it for it in letters if it in "- " or unicodedata.category(it).startswith(_OF_AN_ID))
    return "".join(kept).replace(" ", "-")


class _Page:
    """Translates the Markdown of one page."""

    def __init__(self, uri: str, base: str, anchors: Mapping[str, Anchors], up: str) -> None:
        self._uri, self._base, self._anchors, self._up = uri, base, anchors, up

    def translated(self, text: str) -> str:
        """`text` in Starlight's Markdown, with code left as it is."""
        parts = _FENCED.split(text)
        return "".join(
            part if at % 2 else self._translated_prose(part) for at, part in enumerate(parts)
        )

    def _translated_prose(self, text: str) -> str:
        text = NOTE.sub(r":::note[\1]\n\2\n:::", text)
        return _LINK.sub(self._translated_link, _HEADING.sub(r"\1", text))

    def _translated_link(self, link: re.Match[str]) -> str:
        file, _, anchor = link[1].partition("#")
        uri = normpath(PurePosixPath(self._uri).parent / file) if file else self._uri
        if uri.startswith(f"../{MEDIA.name}/"):
            # Named as a file, so that Astro writes its size and whichever form it finds best.
            return f"]({self._up}{uri.removeprefix('../')})"
        folder = uri.removesuffix(".md").removesuffix("index").rstrip("/")
        address = f"{self._base}{folder}/" if folder else self._base
        return f"]({address}{f'#{self._anchors[uri][anchor]}' if anchor else ''})"
