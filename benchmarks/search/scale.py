"""What the search costs at 2,000 article pairs: bytes, time, build, disk."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.audit.serving import ServedSite, served
from benchmarks.corpus import write_record
from benchmarks.files import REPOSITORY, make_buildable
from newsroom.api import LANGS, Catalogue

HOME = {"fa": "index.html", "en": "en/index.html"}
TURNS = 3
"""How often each query is asked on a fresh page."""

_FIRST = """async (query) => {
  const box = document.querySelector(".nr-search"), begin = performance.now();
  box.focus();
  box.value = query;
  box.dispatchEvent(new Event("input"));
  const isThere = () => {
    const panel = document.querySelector(".nr-results");
    return panel?.dataset.turn && panel.dataset.turn === panel.dataset.asked && panel.offsetHeight;
  };
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - begin;
}"""
_KEYS = """async (query) => {
  const box = document.querySelector(".nr-search"), panel = document.querySelector(".nr-results");
  const times = [];
  for (let end = 1; end <= query.length; end += 1) {
    const begin = performance.now();
    box.value = query.slice(0, end);
    await new Promise((resolve) => {
      const seen = new MutationObserver(() => {
        if (panel.dataset.turn !== panel.dataset.asked) return;
        seen.disconnect();
        resolve();
      });
      seen.observe(panel, { attributes: true });
      box.dispatchEvent(new Event("input"));
    });
    times.push(performance.now() - begin);
  }
  return times;
}"""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the search of one large record costs."""

    pairs: int
    pages: int
    before: int
    """Bytes of the search that were asked for before the box was reached for."""
    bytes: Sequence[int]
    """Of each query, from the first focus on, as sent."""
    requests: Sequence[int]
    first: Sequence[float]
    """Milliseconds from focus to the first results."""
    keys: Sequence[float]
    """Milliseconds from a key to the updated results."""
    index_cpu: float
    """Seconds the index takes of a build."""
    build_cpu: float
    text: int
    """Bytes of the Markdown and the data."""
    disk: int
    """Bytes of the index."""
    disk_zipped: int

    @property
    def cpu_per_page(self) -> float:
        """Milliseconds."""
        return 1000 * self.index_cpu / self.pages


def measure_scale(browser: Browser, pairs: int, work: Path) -> Scale:
    """Invent a record, build it, and ask it what its own names and subjects are."""
    root, site = work / "large", work / "large" / "site"
    write_large(root, pairs)
    print(f"{pairs} pairs: building …", flush=True)
    costs = _build_and_time(root, site)
    queries = list(queries_for(root))
    with served(site, "/", "") as server:
        print(f"{pairs} pairs: {len(queries)} queries …", flush=True)
        before = _bytes_before(browser, server)
        visits = [
            _visit(browser, server, lang, query) for lang, query in queries for _ in range(TURNS)
        ]
    files = list((site / "search").rglob("*.js"))
    texts = [*(root / "docs").rglob("*.md"), *(root / "data").rglob("*.yml")]
    return Scale(
        pairs=pairs,
        pages=sum(1 for _ in site.rglob("*.html")),
        before=before,
        bytes=[visit[0] for visit in visits],
        requests=[visit[1] for visit in visits],
        first=[visit[2] for visit in visits],
        keys=[time for visit in visits for time in visit[3]],
        index_cpu=costs["index"],
        build_cpu=costs["build"],
        text=sum(file.stat().st_size for file in texts),
        disk=sum(file.stat().st_size for file in files),
        disk_zipped=sum(len(gzip.compress(file.read_bytes(), 6)) for file in files),
    )


def write_large(root: Path, pairs: int) -> None:
    """An invented record with the settings and templates of this one."""
    shutil.rmtree(root, ignore_errors=True)
    write_record(root, pairs)
    make_buildable(root)


def queries_for(root: Path) -> Iterator[tuple[str, str]]:
    """What a reader of an invented record may type: names, subjects, dates, slips, both scripts."""
    catalogue, _ = Catalogue.load(root)
    people = [it for it in catalogue.participants.values() if it.kind == "person"][::40][:3]
    cities = [it for it in catalogue.participants.values() if it.subkind == "city"][:2]
    for lang, other in (LANGS, LANGS[::-1]):
        yield from ((lang, person.name[lang]) for person in people)
        yield from ((lang, city.name[other]) for city in cities)
        slipped = people[0].name[lang].split()[-1]
        yield lang, slipped[:2] + slipped[3:]
    yield from (
        ("fa", query) for query in ("گردشگری میان شهرها", "شهرداری", "تیر ۱۴۰۲", "۱۴۰۲/۳/۱۰")
    )
    yield from (("en", query) for query in ("urban transport", "proposal", "June 2023", "2023-05"))
    yield from (("fa", "aivnhvd"), ("en", "city diplomacy between partners"))


def _build_and_time(root: Path, site: Path) -> dict[str, float]:
    command = (sys.executable, "-m", "benchmarks.search.cost", str(root), str(site))
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The large site could not be built:\n{done.stderr[-2000:]}")
    costs: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return costs


def _bytes_before(browser: Browser, server: ServedSite) -> int:
    page = _opened(browser, server, "fa")
    page.context.close()
    return sum(it.size for it in server.answers if "search" in it.path or "finder" in it.path)


def _opened(browser: Browser, server: ServedSite, lang: str) -> Page:
    """The home page in a fresh profile, come to rest."""
    server.forget()
    page = browser.new_context().new_page()
    page.goto(f"{server.address}{HOME[lang]}", wait_until="networkidle")
    return page


def _visit(
    browser: Browser, server: ServedSite, lang: str, query: str
) -> tuple[int, int, float, list[float]]:
    page = _opened(browser, server, lang)
    server.forget()
    first: float = page.evaluate(_FIRST, query)
    page.wait_for_load_state("networkidle")
    answers = server.answers
    keys: list[float] = page.evaluate(_KEYS, query)
    page.context.close()
    return sum(it.size for it in answers), len(answers), first, keys
