"""The browser editor: not there unless switched on, and what it saves is what the check takes."""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import errors_of

from .conftest import ROOT, SAMPLE, WriteRecord, add_engine, build, serve

SVELTIA = ROOT / "scripts" / "admin" / "node_modules" / "@sveltia" / "cms"
NEWS = {
    "fa": (
        "نشست دوم در قاوان",
        "خلاصه‌ای در یک جمله.",
        'متن: «یک».\n\n???+ note "یادداشت ویراستار"\n\n    یادداشت.\n\n## هدف‌ها {#aims}\n\nمتن.',
    ),
    "en": (
        "A second meeting: Kavan",
        "A summary in one sentence.",
        'Text: “one”.\n\n???+ note "Editors’ note"\n\n    A note.\n\n## Aims {#aims}\n\nText.',
    ),
}
"""Title, summary and text of an article: with what YAML and Markdown could trip over."""


def add_editor(root: Path, package: Path) -> None:
    add_engine(root)
    folder = root / "scripts" / "admin"
    folder.mkdir()
    shutil.copy(ROOT / "scripts" / "admin" / "admin.js", folder)
    shutil.copytree(package, folder / "node_modules" / "@sveltia" / "cms")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """What of Sveltia's package the build looks for."""
    files = {
        "LICENSE.txt": "MIT",
        "npm/index.js": "x",
        "npm/index.js.map": "",
        "locales/fa.json": "{}",
    }
    for path, text in files.items():
        (tmp_path / "package" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "package" / path).write_text(text)
    return tmp_path / "package"


def test_site_has_no_editor_unless_it_is_switched_on(site: Path) -> None:
    assert not (site / "admin").exists()


def test_site_has_the_editor_where_it_is_switched_on(
    write_record: WriteRecord, package: Path
) -> None:
    root = write_record()
    add_editor(root, package)

    result = build(root, root / "site", ADMIN="true")

    assert result.returncode == 0, result.stderr
    files = {
        it.relative_to(root / "site").as_posix()
        for it in (root / "site" / "admin").rglob("*")
        if it.is_file()
    }
    assert files == {
        f"admin/{name}"
        for name in (
            "index.html",
            "admin.js",
            "config.fa.json",
            "config.en.json",
            "cms/LICENSE.txt",
            "cms/npm/index.js",
            "cms/locales/fa.js",
        )
    }
    assert "admin" not in (root / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_build_says_what_is_missing(write_record: WriteRecord, package: Path) -> None:
    root = write_record()
    add_editor(root, package)
    shutil.rmtree(root / "scripts" / "admin" / "node_modules")

    result = build(root, root / "site", ADMIN="true")

    assert result.returncode != 0
    assert "run `make admin`, or switch extra.admin off" in result.stderr


def test_policy_of_the_page_knows_its_map_of_imports_and_no_host_but_github() -> None:
    page = (ROOT / "overrides" / "admin" / "index.html").read_text(encoding="utf-8")
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    imports = re.findall(r'<script type="importmap">(.+?)</script>', page)[0]

    digest = base64.b64encode(hashlib.sha256(imports.encode()).digest()).decode()

    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert set(re.findall(r"https://\S+?(?=[;\s]|$)", policy)) == {
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    }
    assert '<meta name="robots" content="noindex">' in page


@pytest.fixture(scope="session")
def editor(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real editor, beside the sample record."""
    if not SVELTIA.is_dir():
        pytest.skip("the browser editor is not installed (make admin)")
    target = tmp_path_factory.mktemp("editor") / "site"
    result = build(sample, target, ADMIN="true")
    assert result.returncode == 0, result.stderr
    with serve(target) as host:
        yield host


class Editing:
    """The editor with the record opened as a folder of this machine."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        texts = [*(SAMPLE / "docs").rglob("*.md"), *(SAMPLE / "data").rglob("*.yml")]
        self.before = {
            it.relative_to(SAMPLE).as_posix(): it.read_text(encoding="utf-8") for it in texts
        }
        page.add_init_script(path=Path(__file__).parent / "local_folder.js")
        page.goto(f"{address}/assets/icon.svg")
        page.evaluate("files => fillFolder(files)", self.before)
        page.goto(f"{address}/admin/index.html")
        page.get_by_role("button", name="کار با مخزن محلی").click()
        page.get_by_role("button", name="جدید").wait_for()

    def open(self, place: str) -> None:
        self.page.goto(f"{self.address}/admin/index.html#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def box(self, key: str, kind: str = "input", lang: str = "") -> Locator:
        pane = f"[data-locale={lang}] " if lang else ""
        return self.page.locator(f"{pane}[data-key-path='{key}'] {kind}").first

    def choose(self, key: str, id: str) -> None:
        self.box(key, "[role=combobox]").click()
        self.page.get_by_role("option", name=f"({id})").click()

    def save(self, place: str) -> None:
        self.page.get_by_role("button", name="ذخیره", exact=True).click()
        self.page.wait_for_url(f"**/admin/index.html#/collections/{place}")

    def changed(self) -> dict[str, str]:
        files: dict[str, str] = self.page.evaluate("() => readFolder()")
        return {
            path: text
            for path, text in files.items()
            if path != ".git/HEAD" and self.before.get(path) != text
        }


@pytest.fixture
def editing(chromium: Browser, editor: str) -> Iterator[Editing]:
    # Tall, for what is out of sight is not drawn.
    context = chromium.new_context(locale="fa-IR", viewport={"width": 1440, "height": 3000})
    yield Editing(context.new_page(), editor)
    context.close()


def problems_with(changes: dict[str, str], root: Path) -> tuple[Any, Catalogue]:
    for folder in ("docs", "data"):
        shutil.copytree(SAMPLE / folder, root / folder)
    for path, text in changes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    catalogue, problems = check(root, drafts=True)
    return problems, catalogue


def test_article_written_in_the_editor_passes_the_check(editing: Editing, tmp_path: Path) -> None:
    editing.open("news-fa/new")
    for lang, (title, summary, text) in NEWS.items():
        editing.box("title", lang=lang).fill(title)
        editing.box("summary", "textarea", lang).fill(summary)
        editing.box("body", "textarea", lang).fill(text)
    editing.box("date").fill("2024-06-23")
    editing.choose("place", "kavan")
    editing.choose("source", "umna-talmiz-2024")
    editing.choose("events", "kavan-gathering-2024")
    editing.page.locator(".field input[dir=auto]").last.fill("second-meeting")
    editing.save("news-fa")

    changes = editing.changed()
    problems, catalogue = problems_with(changes, tmp_path)

    assert set(changes) == {f"docs/{lang}/news/second-meeting.md" for lang in ("fa", "en")}
    # What a translation was made from, a command records.
    assert {problem.rule for problem in problems} == {"translation-unrecorded"}
    assert errors_of(problems) == ()
    article = catalogue.articles["second-meeting"]
    assert (article.original, article.place, article.events) == (
        "fa",
        "kavan",
        ("kavan-gathering-2024",),
    )
    for lang, (title, summary, text) in NEWS.items():
        page = article.versions[lang]
        assert (page.title, page.summary, page.body.strip()) == (title, summary, text)


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("news-en/entries/league-founded", "title"),
        ("people/entries/ilvar-melchin", "name.fa"),
        ("organisations/entries/brils", "name.fa"),
        ("places/entries/kavan", "name.fa"),
        ("events/entries/league-founded-2024", "title.fa"),
        ("disagreements/entries/seat", "question.fa"),
        ("sources/entries/umna-talmiz-2024", "publisher.fa"),
    ],
)
def test_edit_of_one_word_changes_nothing_else(
    editing: Editing, tmp_path: Path, place: str, key: str
) -> None:
    editing.open(place)
    box = editing.box(key)
    old = box.input_value()
    box.fill(f"{old} نو")
    editing.save(place.split("/")[0])

    changes = editing.changed()
    problems, catalogue = problems_with(changes, tmp_path)

    assert errors_of(problems) == ()
    assert sum(text.count(f"{old} نو") for text in changes.values()) == 1
    before, _ = Catalogue.load(SAMPLE, drafts=True)
    assert bare(records_of(catalogue), {f"{old} نو": old}) == bare(records_of(before), {})


def records_of(catalogue: Catalogue) -> tuple[Any, ...]:
    entries = (catalogue.participants, catalogue.events, catalogue.sources)
    return (catalogue.articles, *entries, catalogue.disagreements)


def bare(value: Any, written: dict[str, str]) -> Any:
    """All a record holds but where it was read, with some texts as they were before."""
    if isinstance(value, str):
        return written.get(value, value)
    if isinstance(value, tuple):
        return [bare(item, written) for item in value]
    if isinstance(value, Mapping):
        return {key: bare(item, written) for key, item in value.items()}
    if is_dataclass(value):
        places = {"path", "lines", "body_line"}
        names = [field.name for field in fields(value) if field.name not in places]
        return {name: bare(getattr(value, name), written) for name in names}
    return value


def test_settings_are_as_the_editor_says_they_must_be(editor: str) -> None:
    from jsonschema import Draft7Validator

    from newsroom.tools.browser_editor import admin_settings

    schema = json.loads((SVELTIA / "schema" / "sveltia-cms.json").read_text(encoding="utf-8"))
    catalogue, _ = Catalogue.load(SAMPLE, drafts=True)

    for path, content in admin_settings(catalogue, "someone/record"):
        errors = [
            error.json_path for error in Draft7Validator(schema).iter_errors(json.loads(content))
        ]
        assert errors == [], path
