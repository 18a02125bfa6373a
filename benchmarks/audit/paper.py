"""What Firefox brings to paper of what Chromium does, on sheets that stand and that lie.

Counted are the characters of both PDFs. Firefox draws a variable font's other weights as shapes
and does not say which letters the joined forms of Persian are, so both print in a system's font,
and the words of drawings, which repeat the text, are left out.
"""

import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Browser

from benchmarks.audit.bidi import Firefox
from benchmarks.audit.browser import PROBES, visited
from benchmarks.audit.figures import Figure, SitePage, figure
from benchmarks.audit.serving import ServedSite
from benchmarks.audit.tools import pdftoppm, pdftotext

_LONG, _SHORT = 29.7, 21.0
"""Of A4, in centimetres."""

SHEETS = {
    "print": (_SHORT, _LONG, 1.0),
    "print bare": (_SHORT, _LONG, 0.0),
    "print across": (_LONG, _SHORT, 1.0),
    "print across bare": (_LONG, _SHORT, 0.0),
}
"""Width, height and margin of each, by the name of its measure."""


def printed(
    browser: Browser, firefox: Firefox, server: ServedSite, page: SitePage
) -> Iterator[Figure]:
    """Yield the share (of 100) of Chromium's characters on each sheet, and the blank pages."""
    url = f"{server.address}{page.path}"
    firefox.open(url)
    firefox.run(PROBES)
    firefox.run("probes.plain()")
    with visited(browser, url, probed=True) as visit:
        visit.page.evaluate("probes.plain()")
        whole = _characters(visit.page.pdf(format="A4"))
    blank: list[str] = []
    for name, sheet in SHEETS.items():
        pdf = firefox.printed(*sheet)
        share, missing = _compared(whole, _characters(pdf))
        yield figure(page, name, share, missing)
        blank += (f"{name}, page {number}" for number in _blank_pages(pdf))
    yield figure(page, "print blank", len(blank), blank)


def _characters(pdf: bytes) -> Counter[str]:
    """Those that are seen, ligatures taken apart."""
    done = subprocess.run((pdftotext(), "-enc", "UTF-8", "-", "-"), input=pdf, capture_output=True)
    text = unicodedata.normalize("NFKC", done.stdout.decode())
    return Counter(it for it in text if not it.isspace() and unicodedata.category(it) != "Cf")


def _compared(whole: Counter[str], found: Counter[str]) -> tuple[float, list[str]]:
    missing = (whole - found).total()
    said = [f"{missing} of {whole.total()} characters are missing"] if missing else []
    return 100 - 100 * missing / whole.total(), said


def _blank_pages(pdf: bytes) -> Iterator[int]:
    """The numbers of the pages nothing is printed on, read off small grey pictures (PGM)."""
    command = (pdftoppm(), "-r", "12", "-gray", "-")
    rest = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    number = 0
    while rest:
        _, size, _, rest = rest.split(b"\n", 3)
        width, height = map(int, size.split())
        picture, rest = rest[: width * height], rest[width * height :]
        number += 1
        if set(picture) == {255}:
            yield number
