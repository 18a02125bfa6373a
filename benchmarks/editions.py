"""Hold editions to tools that are not ours: `python -m benchmarks.editions`, part of `make audit`.

The site is built and packed. minisign checks the signature, and makes a key that signs; of random
bytes flipped the command has to find every one in ZIP and folder, and the page in Chromium every
one in the folder; axe looks at the pages of the edition itself; kiwix-serve shows the archive, in
which our own search has to find and to lead.
"""

import argparse
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from random import Random
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser

from benchmarks.audit.browser import SCHEMES, Scheme, started_browser
from benchmarks.audit.reading import violations
from benchmarks.audit.tools import HERE as PACKAGES
from benchmarks.audit.tools import Tool, install_packages, require
from benchmarks.files import REPOSITORY, build_site, table
from newsroom.api import PublicKey, check_edition

minisign = Tool("minisign", "minisign")
kiwix_serve = Tool("kiwix-serve", "kiwix-tools")
_OWN_PAGES = ("START-HERE.html", "check/fa.html", "check/en.html")
"""The pages that only an edition has."""
_PORT = 8998
_SEED = 1403
Row = tuple[str, str, int, int]
"""What was done, by what, how often, and how often it came out right."""


def main() -> None:
    """Make the editions, print what holds; exits 1 where something does not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.editions", description=__doc__)
    parser.add_argument("--flips", type=int, default=1000, help="bytes that are flipped (1000)")
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / "work")
    arguments = parser.parse_args()
    require(minisign, kiwix_serve)
    install_packages(PACKAGES, "axe-core", "ci")
    work = (arguments.work / "editions").resolve()
    rows = list(_measure(work, arguments.flips))
    lines = [(what, by, str(count), str(right)) for what, by, count, right in rows]
    print(table(("what", "by", "times", "right"), lines, {2, 3}))
    sys.exit(0 if all(count == right for *_, count, right in rows) else "Not all is as it must be")


def _measure(work: Path, flips: int) -> Iterator[Row]:
    archive, folder, key = _made(work)
    public = PublicKey.read(key.with_suffix(".pub").read_text(encoding="utf-8"))
    signed = [minisign(), "-V", "-q", "-m", "SHA256SUMS", "-P", public.line]
    yield "signature", "minisign", 1, int(not subprocess.run(signed, cwd=folder).returncode)
    whole = [check_edition(place, public) for place in (archive, folder)]
    yield "valid, untouched", "command", 2, sum(it.standing == "valid" for it in whole)
    yield "flipped in the ZIP", "command", flips, _in_archive(archive, public, flips)
    found = sum(check_edition(folder, public).standing == "invalid" for _ in _flips(folder, flips))
    yield "flipped in the folder", "command", flips, found
    with started_browser() as browser:
        yield "flipped in the folder", "page", flips, _on_page(browser, folder, public, flips)
        shown = list(product(_OWN_PAGES, (390, 1440), SCHEMES))
        yield "looked at", "axe", len(shown), sum(_is_clean(browser, folder, *it) for it in shown)
        zim = next(archive.parent.glob("*.zim"))
        yield "search and first result", "kiwix-serve", 2, _in_kiwix(browser, zim)


def _made(work: Path) -> tuple[Path, Path, Path]:
    """The ZIP, the folder it is unpacked to, and the key that minisign made for it."""
    site, key = work / "site", work / "minisign.key"
    build_site(REPOSITORY, site, "https://record.example/")
    pair = ["-p", str(key.with_suffix(".pub")), "-s", str(key)]
    subprocess.run([minisign(), "-G", "-W", "-f", *pair], check=True, capture_output=True)
    newsroom = str(Path(sys.executable).with_name("newsroom"))
    options = ["--all", "--site", str(site), "--into", str(work), "--key", str(key)]
    subprocess.run([newsroom, "--root", str(REPOSITORY), "edition", *options], check=True)
    archive = next(work.glob("*.zip"))
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(work)
    return archive, archive.with_suffix(""), key


def _in_archive(archive: Path, key: PublicKey, count: int) -> int:
    data, random, damaged = archive.read_bytes(), Random(_SEED), archive.with_name("damaged")
    found = 0
    for _ in range(count):
        damaged.write_bytes(_flipped(data, random))
        found += check_edition(damaged, key).standing == "invalid"
    damaged.unlink()
    return found


def _flips(folder: Path, count: int) -> Iterator[None]:
    """Change a byte of a folder, let it be looked at, and put it back, again and again."""
    random = Random(_SEED)
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for path in random.choices([*files], weights=[*map(len, files.values())], k=count):
        path.write_bytes(_flipped(files[path], random))
        yield
        path.write_bytes(files[path])


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    changed[random.randrange(len(changed))] ^= random.randrange(1, 256)
    return bytes(changed)


def _on_page(browser: Browser, folder: Path, key: PublicKey, count: int) -> int:
    page = browser.new_page()
    page.goto((folder / "check" / "en.html").as_uri())
    page.fill("[data-key]", key.line)
    found = 0
    for done, _ in enumerate(_flips(folder, count), 1):
        page.evaluate("document.querySelector('[data-result]').dataset.standing = ''")
        page.set_input_files("[data-folder]", folder)
        page.wait_for_selector("[data-standing]:not([data-standing=''], [data-standing=checking])")
        found += page.get_attribute("[data-result]", "data-standing") == "invalid"
        if not done % 100:
            print(f"page: {done} of {count}", flush=True)
    page.close()
    return found


def _is_clean(browser: Browser, folder: Path, page: str, width: int, scheme: Scheme) -> bool:
    """Whether axe finds nothing on a page of the folder; what it finds is printed."""
    found = violations(browser, (folder / page).as_uri(), width, scheme)
    print(*(f"axe: {page}, {width} px, {scheme}: {it}" for it in found), sep="\n", end="")
    return not found


def _in_kiwix(browser: Browser, zim: Path) -> int:
    """How many of both languages' search pages find, and lead to, a page of the archive."""
    page, right = browser.new_page(), 0
    with _served(zim) as address:
        for path, query in (("search.html", "شهرداری‌ها"), ("en/search.html", "mayors")):
            page.goto(f"{address}/{path}?q={query}")
            page.wait_for_selector(".nr-hit__link")
            with page.expect_navigation() as led:
                page.locator(".nr-hit__link").first.click()
            right += led.value.ok
    page.close()
    return right


@contextmanager
def _served(zim: Path) -> Iterator[str]:
    command: Sequence[str] = [kiwix_serve(), "--port", str(_PORT), str(zim)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    host = f"http://127.0.0.1:{_PORT}"
    try:
        for _ in range(100):
            try:
                urlopen(host).close()
                break
            except URLError:
                time.sleep(0.2)
        yield f"{host}/{zim.stem}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
