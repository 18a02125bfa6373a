"""The sites that are measured: how ours is built, and which pages stand for their kind."""

import re
import sys
from collections.abc import Iterator, Sequence
from gzip import compress
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.audit.figures import (
    ARTICLE,
    CORRECTIONS,
    DATA,
    DISAGREEMENTS,
    FOLLOW,
    GLOSSARY,
    GUIDE,
    HOME,
    KINDS,
    LANGS,
    LOST,
    NEWS,
    OUTCOMES,
    PARALLEL,
    PARTICIPANT,
    PARTICIPANTS,
    SEARCH,
    SOURCES,
    STORY,
    TIMELINE,
    TOPIC,
    TOPICS,
    TRANSLATIONS,
    SitePage,
)

SITE_URL = "https://record.example/a/sub/path/"
SUB_PATH = urlsplit(SITE_URL).path

_KIND_OF_PATH = {
    "index.html": HOME,
    "news/index.html": NEWS,
    "timeline.html": TIMELINE,
    "participants/index.html": PARTICIPANTS,
    "guide/glossary.html": GLOSSARY,
    "sources.html": SOURCES,
    "corrections.html": CORRECTIONS,
    "disagreements.html": DISAGREEMENTS,
    "outcomes.html": OUTCOMES,
    "follow.html": FOLLOW,
    "data.html": DATA,
    "translations.html": TRANSLATIONS,
    "search.html": SEARCH,
    "topics/index.html": TOPICS,
    "404.html": LOST,
}
_KIND_OF_FOLDER = {
    "news": ARTICLE,
    "parallel": PARALLEL,
    "timeline": TIMELINE,
    "participants": PARTICIPANT,
    "guide": GUIDE,
    "topics": TOPIC,
    "stories": STORY,
}
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def policy_of(folder: Path) -> str:
    """The content security policy our pages name; ends the program when the home page has none."""
    found = _POLICY.search((folder / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else sys.exit("The home page names no policy")


def every_page(site: str, folder: Path) -> list[SitePage]:
    """All pages of a built site, by kind and path."""
    pages = [_page(site, file.relative_to(folder).as_posix()) for file in folder.rglob("*.html")]
    return sorted(pages, key=lambda page: (KINDS.index(page.kind), page.path))


def one_of_each_kind(folder: Path, pages: Sequence[SitePage]) -> list[SitePage]:
    """The heaviest Persian page of each kind, as sent, with its English counterpart."""
    kinds = [[page for page in pages if page.kind == kind] for kind in KINDS]
    return [page for its_pages in kinds if its_pages for page in _pair(folder, its_pages)]


def of_same_name(pages: Sequence[SitePage], others: Sequence[SitePage]) -> list[SitePage]:
    """Each page followed by the one of the same name on another site, if there is one."""
    by_name = {other.name: other for other in others}
    return [it for page in pages for it in (page, by_name.get(page.name)) if it]


def _page(site: str, path: str) -> SitePage:
    lang, local = ("en", path.removeprefix("en/")) if path.startswith("en/") else ("fa", path)
    # A page of Starlight is a folder: `timeline/index.html`.
    kind = _KIND_OF_PATH.get(local) or _KIND_OF_PATH.get(local.replace("/index.html", ".html"))
    kind = kind or _KIND_OF_FOLDER.get(local.partition("/")[0])
    if not kind:
        sys.exit(f"'{path}' is of no kind that is known in {Path(__file__).name}")
    if kind == STORY:
        lang = path.split(".")[-2]
    return SitePage(site, kind, lang, path)


def _pair(folder: Path, pages: Sequence[SitePage]) -> Iterator[SitePage]:
    persian = [page for page in pages if page.lang == LANGS[0]]
    heaviest = max(persian, key=lambda page: len(compress((folder / page.path).read_bytes())))
    yield heaviest
    yield from (page for page in pages if page.path == heaviest.counterpart)
