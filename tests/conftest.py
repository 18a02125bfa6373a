"""A small record to write, an invented one to build, and where the real one is."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from newsroom.record.articles import read_page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.locks import lock
from newsroom.record.sections import recorded_sections
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import other_lang

from . import processes
from .looks import Look, load_looks, read_looks, write_looks
from .pages import SITE_URL, BuiltPage, element_kinds, one_of_each, read_site
from .visits import Visit

ROOT = Path(__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample_record"
"""An invented record with every kind of page and entry; README.md there says what it is for."""

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
"""The engine alone where it is there: a page opens in a third of the time of the whole browser."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--font-render-hinting=none",  # glyphs as wide as in the whole browser
]


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: many tests wait for a browser or a process."""
    return max(2, (os.cpu_count() or 2) * 3 // 2)


LONGEST = (
    "test_cli.py",
    "this_record/test_edits.py",
    "test_search.py",
    "test_failures.py",
    "this_record/test_guide.py",
    "test_browser.py",
    "test_site.py",
    "test_submit_workflow.py",
    "test_contrast.py",
    "test_growth.py",
    "faults/test_corpus.py",
    "this_record/test_addresses.py",
    "intake/test_moving.py",
    "site/graphics/test_cards.py",
    "test_package.py",
    "test_photographs.py",
)
"""The files that take longest. A file is one process's alone: begun last, it would keep the others waiting."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files; the others keep their order."""
    ranks = {Path(__file__).parent / name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))


# Whatever a test starts loads the engine: compiled once, though a machine may say to keep nothing.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
READ_AT_START = ("HOME", "LANG", "LC_", "PYTHON", "TZ")
"""What begins the names of the variables a process reads when it starts."""

# So a single example may wait for its turn.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


PERSON = "name: {fa: ایلوار ملچین, en: Ilvar Melchin}\naliases: {fa: [ملچین], en: [Melchin]}\n"
CITY = "name: {fa: قاوان, en: Kavan}\naliases: {fa: [کاوان]}\nkind: city\n"
SOURCE = f"language: en\nnot_before: 2024-06-21\nsha256: {'0' * 64}\n"
EVENT = (
    "date: 2024-06-21\ntitle: {fa: نشست, en: Meeting}\nstatus: held\nplace: kavan\n"
    "participants: [ilvar-melchin]\nsources: [report]\n"
)
DISAGREEMENT = (
    'question: {fa: یک روز یا دو روز؟, en: "One day or two?"}\nkind: differ\nsays:\n'
    "  - {source: report, text: {fa: یک روز., en: One day.}}\n"
    "  - {source: letter, text: {fa: دو روز., en: Two days.}}\n"
    "printed: {fa: هر دو, en: both}\nreason: {fa: روشن نیست., en: It is not clear.}\n"
    "articles:\n  - {article: kavan-meeting, section: aims}\n"
    "events: [meeting]\nparticipants: [kavan]\n"
)
ORIGINAL = (
    "---\ntitle: A meeting in Kavan\nsummary: What was said.\nplace: kavan\nsource: report\n"
    "events: [meeting]\n---\n\nIlvar Melchin spoke.\n\n## Aims {#aims}\n\nText.\n"
)
TRANSLATION = (
    "---\ntitle: نشستی در قاوان\nsummary: چه گفته شد.\ntranslation: {of: en}\n---\n\n"
    "ایلوار ملچین سخن گفت.\n\n## هدف‌ها {#aims}\n\nمتن.\n"
)
PAGE = "---\ntitle: A page\nsummary: What it holds.\n---\n\nText.\n"

SMALL_RECORD: Mapping[str, str] = {
    "data/record.yml": "format: 1\n",
    "data/people/ilvar-melchin.yml": PERSON,
    "data/places/kavan.yml": CITY,
    "data/sources/report.yml": SOURCE,
    "data/events/meeting.yml": EVENT,
    "docs/en/news/kavan-meeting.md": ORIGINAL,
    "docs/fa/news/kavan-meeting.md": TRANSLATION,
    **{
        f"docs/{lang}/{uri}.md": PAGE
        for lang in ("fa", "en")
        for uri in (
            "index",
            "news/index",
            "timeline",
            "participants/index",
            "guide/index",
            "guide/glossary",
        )
    },
}
"""A whole record without a problem; a test changes what it is about."""

WriteRecord = Callable[..., Path]


@pytest.fixture
def write_record(tmp_path: Path) -> WriteRecord:
    """Write the small record with some files changed (`None` deletes) and give its folder.

    Its translations record their originals as they are now, on the line that says they are ones.
    """

    def write(changes: Mapping[str, str | bytes | None] | None = None) -> Path:
        return write_small_record(tmp_path / "record", changes or {})

    return write


def write_small_record(root: Path, changes: Mapping[str, str | bytes | None]) -> Path:
    files: dict[str, str | bytes | None] = {**SMALL_RECORD, **changes}
    for path, content in files.items():
        content = recorded(path, content, files)
        if content is not None:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            file.write_bytes(data)
    return root


def recorded(
    path: str, content: str | bytes | None, files: Mapping[str, str | bytes | None]
) -> str | bytes | None:
    """A translation with the digests of its original among `files`; other files as they are."""
    _, lang, uri = (*path.split("/", 2), "", "")[:3]
    original = files.get(f"docs/{other_lang(lang)}/{uri}")
    mark = f"translation: {{of: {other_lang(lang)}}}"
    if not isinstance(content, str) or mark not in content or not isinstance(original, str):
        return content
    context = ParseContext(path)
    document = read_document(original, context)
    read = read_page(other_lang(lang), uri, document, context) if document else None
    if not read:
        return content
    sections = ", ".join(f'{id}: "{made}"' for id, made in recorded_sections(read[0]).items())
    facts = f"of: {other_lang(lang)}, date: 2024-07-01, sections: {{{sections}}}"
    return content.replace(mark, f"translation: {{{facts}}}")


def add_engine(root: Path, *, shell: str = "newsroom") -> None:
    """Give a record the settings and templates of this one, and the folder they have watched."""
    (root / "scripts" / "newsroom").mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        settings.replace("shell: newsroom", f"shell: {shell}"), encoding="utf-8"
    )


def build(
    root: Path, site_dir: Path, *, command: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build the record below `root` as a process of its own.

    It is forked, unless something is asked of it that Python reads when it starts.
    """
    arguments = ("build", "--strict", "--site-dir", str(site_dir))
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment}
    if command == "mkdocs" and not any(key.startswith(READ_AT_START) for key in environment):
        return processes.run(processes.MKDOCS, *arguments, cwd=root, env=env)
    return subprocess.run(
        [sys.executable, "-m", command, *arguments],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that one of the processes of a test run makes for all of them."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with lock(shared / f"{name}.lock", timeout=300):
        if not folder.exists():
            begun = shared / f"{name}.begun"
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            make(begun)
            begun.rename(folder)
    return folder


def write_sample(root: Path, *, shell: str = "newsroom") -> None:
    """The sample record with the engine's settings and templates."""
    for folder in ("docs", "data"):
        shutil.copytree(SAMPLE / folder, root / folder)
    add_engine(root, shell=shell)


@cache
def sample_record() -> Catalogue:
    """The sample record without its drafts, read once by each process."""
    return Catalogue.load(SAMPLE)[0]


@cache
def sample_site() -> Site:
    """The site of the sample record, made once by each process."""
    return site_of(sample_record())


def site_of(catalogue: Catalogue) -> Site:
    """The site of a record, without Material's Markdown."""
    extensions = ("attr_list", "footnotes", "toc")
    return Site(catalogue, SiteSettings(SITE_URL, MarkdownSettings(extensions), root=SAMPLE))


@cache
def real_record() -> Catalogue:
    """The record of this repository without its drafts, read once by each process."""
    return Catalogue.load(ROOT)[0]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record as a folder of its own, and built into `site` there."""

    def make(root: Path) -> None:
        write_sample(root)
        result = build(root, root / "site")
        assert result.returncode == 0, result.stderr

    return made_once(tmp_path_factory, "sample", make)


@pytest.fixture(scope="session")
def site(sample: Path) -> Path:
    """The sample record, built once."""
    return sample / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_site(site)


@pytest.fixture(scope="session")
def material_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record in Material's own shell."""

    def make(root: Path) -> None:
        write_sample(root, shell="material")
        result = build(root, root / "site")
        assert result.returncode == 0, result.stderr

    return made_once(tmp_path_factory, "material", make) / "site"


@contextmanager
def serve(root: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives the address of the host, without a path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    # It looks this often, in seconds, whether it is to stop; by itself twice a second.
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, *args: object, **values: object) -> None:
        """Serve 404.html for what is not there, as GitHub Pages does."""
        page = Path(self.directory) / urlsplit(SITE_URL).path.strip("/") / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served under the sub-path it was built for."""
    yield from serve_copy(site, tmp_path_factory)


def serve_copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("served")
    folder = root / urlsplit(SITE_URL).path.strip("/")
    shutil.copytree(site, folder)
    with serve(root) as host:
        yield host + urlsplit(SITE_URL).path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    visit = Visit(chromium)
    yield visit
    visit.close()


@pytest.fixture(scope="session")
def looks(
    chromium: Browser,
    served: str,
    pages: dict[str, BuiltPage],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Look]]:
    """How every kind of page is set, in each mode a reader may choose; read once a run."""

    def make(folder: Path) -> None:
        found = read_looks(chromium, served, one_of_each(pages, element_kinds))
        (folder / "looks.json").write_text(write_looks(found), encoding="utf-8")

    folder = made_once(tmp_path_factory, "looks", make)
    return load_looks((folder / "looks.json").read_text(encoding="utf-8"))
