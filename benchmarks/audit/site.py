"""The site that is measured: how it is built and which pages stand for their kind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.audit.figures import (
    ARTICLE,
    GLOSSARY,
    GUIDE,
    HOME,
    KINDS,
    LANGS,
    LOST,
    NEWS,
    PARTICIPANT,
    PARTICIPANTS,
    SOURCES,
    TIMELINE,
    SitePage,
)

SITE_URL = "https://brics-cities.example/a/sub/path/"
SUB_PATH = urlsplit(SITE_URL).path

_REPOSITORY = Path(__file__).parents[2]

_KIND_OF_PATH = {
    "index.html": HOME,
    "news/index.html": NEWS,
    "timeline.html": TIMELINE,
    "participants/index.html": PARTICIPANTS,
    "guide/glossary.html": GLOSSARY,
    "sources.html": SOURCES,
    "404.html": LOST,
}
_KIND_OF_FOLDER = {"news": ARTICLE, "participants": PARTICIPANT, "guide": GUIDE}


def build_site(target: Path) -> None:
    """Build the record into `target`, for a sub-path; ends the program when it cannot be built."""
    shutil.rmtree(target, ignore_errors=True)
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    result = subprocess.run(
        (*command, "--site-dir", str(target)),
        cwd=_REPOSITORY,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL},
        check=False,
    )
    if result.returncode:
        sys.exit("The site could not be built; the reason stands above")


def every_page(site: Path) -> list[SitePage]:
    """All pages of a built site, by kind and path."""
    pages = [_page(file.relative_to(site).as_posix()) for file in site.rglob("*.html")]
    return sorted(pages, key=lambda page: (KINDS.index(page.kind), page.path))


def one_of_each_kind(site: Path) -> list[SitePage]:
    """The heaviest Persian page of each kind, with its English counterpart."""
    pages = every_page(site)
    return [page for kind in KINDS for page in _pair(site, [it for it in pages if it.kind == kind])]


def _page(path: str) -> SitePage:
    lang, local = ("en", path.removeprefix("en/")) if path.startswith("en/") else ("fa", path)
    folder = local.partition("/")[0]
    kind = _KIND_OF_PATH.get(local) or _KIND_OF_FOLDER.get(folder)
    if not kind:
        sys.exit(f"'{path}' is of no kind that is known in {Path(__file__).name}")
    return SitePage(kind, lang, path)


def _pair(site: Path, pages: list[SitePage]) -> Iterator[SitePage]:
    own, other = LANGS
    persian = [page for page in pages if page.lang == own]
    heaviest = max(persian, key=lambda page: (site / page.path).stat().st_size)
    yield heaviest
    yield from (page for page in pages if page.path == f"{other}/{heaviest.path}")
