"""Take the pictures of the guide for editors and of the README from the site itself.

Builds a copy of the record as `newsroom serve` would, with a draft in it, opens it in Chromium and
writes `docs/media/guide/<what>-<lang>.webp`; then the same without the draft, for
`.github/pictures/<what>-<lang>.webp`:

    python scripts/pictures.py
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "media" / "guide"
README = ROOT / ".github" / "pictures"
"""Outside `docs/`, so that no reader of the site loads them."""
ARTICLE, DRAFT = "tabriz-at-kazan", "a-draft"
"""The article the guide is written around, and its copy that is a draft."""

PREVIEW = "http://127.0.0.1:8000/"
"""The address MkDocs serves at; a build for it shows drafts."""

WIDTH, HEIGHT, QUALITY = 1080, 720, 0.8
SHOWN: Mapping[Path, Mapping[str, str]] = {
    GUIDE: {
        "draft": f"news/{DRAFT}.html",
        "parallel": f"parallel/{ARTICLE}.html#city-diplomacy",
        "correction": f"news/{ARTICLE}.html#nr-corrections",
        "translations": "translations.html",
    },
    README: {"home": "index.html"},
}
"""The pages that are pictured, below the folder of a language, by where their pictures lie."""

FOLDERS = {"fa": "", "en": "en/"}

_ENCODE = """async ([png, quality]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def main() -> None:
    """Take every picture anew."""
    chromium = shutil.which("chromium") or sys.exit("Chromium is needed")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for pictures, shown in SHOWN.items():
            with tempfile.TemporaryDirectory() as folder:
                site = build_preview(Path(folder), with_draft=pictures == GUIDE)
                take_all(browser, site, pictures, shown)
        browser.close()


def take_all(browser: Browser, site: Path, pictures: Path, shown: Mapping[str, str]) -> None:
    """Write the picture of each page in both languages into a folder."""
    pictures.mkdir(parents=True, exist_ok=True)
    for lang, prefix in FOLDERS.items():
        for name, path in shown.items():
            picture = pictures / f"{name}-{lang}.webp"
            picture.write_bytes(take(browser, f"{site.as_uri()}/{prefix}{path}"))
            print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size / 1000:.0f} kB")


def build_preview(folder: Path, with_draft: bool) -> Path:
    """The site as it is previewed, if asked with an article once more, as a draft."""
    record, site = folder / "record", folder / "site"
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, record / name)
    shutil.copy(ROOT / "mkdocs.yml", record)
    for page in record.glob(f"docs/*/news/{ARTICLE}.md") if with_draft else ():
        head, key, rest = page.read_text(encoding="utf-8").partition("\nsummary: ")
        summary, _, rest = rest.partition("\n")
        draft = page.with_name(f"{DRAFT}.md")
        draft.write_text(f"{head}{key}{summary}\ndraft: true\n{rest}", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(
        command,
        cwd=record,
        env={**os.environ, "SITE_URL": PREVIEW, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return site


def take(browser: Browser, address: str) -> bytes:
    """The first screen of a page as WebP; from disk, where it looks as it does when served."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    png = base64.b64encode(page.screenshot()).decode()
    page.close()
    return _webp(browser, png)


def _webp(browser: Browser, png: str) -> bytes:
    """Encoded by the browser itself, so that no other library is needed."""
    page: Page = browser.new_page()
    encoded: str = page.evaluate(_ENCODE, [png, QUALITY])
    page.close()
    return base64.b64decode(encoded)


if __name__ == "__main__":
    main()
