"""The engine as a package: what an empty environment has of it, and what it makes of a record."""

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest
from lxml import html

from .conftest import ROOT, write_small_record
from .test_starting import NAMED

SETTINGS = """\
site_name: دفتر نمونه
site_url: https://record.example/
use_directory_urls: false
strict: true
not_in_nav: /*/*/*
theme:
  name: material
  language: fa
  font: false
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - {locale: fa, name: فارسی, default: true}
        - {locale: en, name: English}
  - newsroom
markdown_extensions: [admonition, attr_list, footnotes, pymdownx.details]
"""
NAMES = {
    "data/strings/fa.yml": "site: {name: دفتر نمونه, tagline: رویدادهای یک شهر}\n",
    "data/strings/en.yml": "site: {name: Sample Record, tagline: The events of a city}\n",
}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment with the wheel of the sdist and what it depends on."""
    folder = tmp_path_factory.mktemp("package")
    sdist = _made("sdist", ROOT, folder)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    wheel = _made("wheel", folder / sdist.name.removesuffix(".tar.gz"), folder)
    environment = folder / "environment"
    _run(sys.executable, "-m", "venv", "--without-pip", str(environment))
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet")
    _run(*pip, "--no-index", "--no-deps", "--no-warn-script-location", str(wheel))
    # Their folder alone: the .pth files in it, which lead to the repository, are not followed.
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("elsewhere") / "record"
    return write_small_record(root, {"mkdocs.yml": SETTINGS, **NAMES})


@pytest.fixture(scope="module")
def site(python: Path, record: Path) -> Path:
    newsroom = str(python.with_name("newsroom"))
    checked = _run(newsroom, "check", cwd=record)
    _run(newsroom, "build", "--site-dir", str(record / "site"), cwd=record)
    assert "No problems" in checked.stdout + checked.stderr
    return record / "site"


def test_nothing_of_the_repository_is_imported(python: Path, record: Path) -> None:
    program = (
        "import sys, newsroom.adapters.mkdocs, newsroom.adapters.cli.site, newsroom.defaults as theme\n"
        "print(theme.theme_folder())\n"
        "print(*(it.__file__ for it in sys.modules.values() if it.__name__[:8] == 'newsroom'))"
    )

    used = _run(str(python), "-c", program, cwd=record).stdout.split()

    assert len(used) > 100
    assert [path for path in used if not path.startswith(str(python.parents[1]))] == []


def test_mkdocs_gives_the_same_site(python: Path, record: Path, site: Path) -> None:
    target = record / "mkdocs-site"
    _run(str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", str(target), cwd=record)

    assert _bytes_of(target) == _bytes_of(site)


@pytest.mark.parametrize(
    ("page", "lang", "title"), [("index.html", "fa", "دفتر نمونه"), ("en/index.html", "en", "Sample Record")]
)  # fmt: skip
def test_page_has_its_language_styles_and_scripts(
    site: Path, page: str, lang: str, title: str
) -> None:
    root = html.parse(site / page).getroot()
    styles = root.xpath("//link[@rel='stylesheet']/@href")
    scripts = root.xpath("//script/@src")
    fonts = [it for it in root.xpath("//link/@href") if it.endswith(".woff2")]

    assert (root.get("lang"), root.get("dir")) == (lang, "rtl" if lang == "fa" else "ltr")
    assert title in root.xpath("string(//title)")
    assert styles
    assert scripts
    for address in (*styles, *scripts, *fonts):
        assert (site / page).parent.joinpath(address.partition("?")[0]).stat().st_size > 0


def test_site_has_the_font_and_every_kind_of_page(site: Path) -> None:
    assert (site / "assets/fonts/vazirmatn.woff2").read_bytes()[:4] == b"wOF2"
    for name in ("404", "timeline", "search", "sources", "corrections", "news/kavan-meeting"):
        assert (site / f"{name}.html").is_file()


def test_file_of_the_record_stands_for_that_of_the_theme(
    python: Path, record: Path, site: Path, tmp_path: Path
) -> None:
    root = write_small_record(
        tmp_path / "record",
        {
            "mkdocs.yml": SETTINGS.replace("  font:", "  custom_dir: overrides\n  font:"),
            "overrides/assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "overrides/404.html": "<p>{{ '<' }}</p>",
            **NAMES,
        },
    )

    _run(str(python), "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=root)

    changed = {"assets/icon.svg", "404.html"}
    before, after = _bytes_of(site), _bytes_of(tmp_path / "site")
    assert after["404.html"] == b"<p>&lt;</p>"
    assert {path for path in before if before[path] != after.get(path)} - {"sw.js"} == changed


def test_record_that_init_begins_is_checked_and_built_by_the_wheel_alone(
    python: Path, tmp_path: Path
) -> None:
    """With its own words and one template of its own; the wheel it came from goes with it."""
    newsroom, folder = str(python.with_name("newsroom")), tmp_path / "record"

    _run(newsroom, "init", str(folder), *NAMED)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("# custom_dir:", "custom_dir:")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "overrides").mkdir()
    (folder / "overrides" / "404.html").write_text("<p>{{ '<' }}</p>", encoding="utf-8")
    words = "nav: {timeline: Calendar}\n"
    (folder / "data" / "strings").mkdir()
    (folder / "data" / "strings" / "en.yml").write_text(words, encoding="utf-8")
    _run(newsroom, "build", cwd=folder)

    wheels = [it.name for it in (folder / "engine").iterdir()]
    assert (folder / "requirements.txt").read_text() == f"./engine/{wheels[0]}\n"
    assert (folder / ".github" / "workflows" / "publish.yml").is_file()
    assert (folder / "site" / "404.html").read_text() == "<p>&lt;</p>"
    assert "<h1" in (folder / "site" / "news" / "reading-room-opened.html").read_text("utf-8")
    assert "Calendar" in (folder / "site" / "en" / "timeline.html").read_text("utf-8")


def _made(kind: str, source: Path, folder: Path) -> Path:
    """A distribution of a source folder, made by the project's own backend."""
    program = f"import sys; from hatchling.build import build_{kind} as make; make(sys.argv[1])"
    _run(sys.executable, "-c", program, str(folder), cwd=source)
    return next(folder.glob("*.tar.gz" if kind == "sdist" else "*.whl"))


def _run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    result = subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr + result.stdout
    return result


def _bytes_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
