"""How many facts made wrong are found: by the source, by the other language, by the digests.

`python -m benchmarks.verification SOURCES` makes each of the mutations of
`tests/this_record/mutations.yml` in a copy of the record, in one language and in both, asks
`newsroom verify` and `newsroom check`, and writes `benchmarks/VERIFICATION.md`. It takes some ten
minutes on two processors.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from benchmarks.files import REPOSITORY

MUTATIONS = REPOSITORY / "tests" / "this_record" / "mutations.yml"
RESULT = REPOSITORY / "benchmarks" / "VERIFICATION.md"
COMMAND = "from newsroom.adapters.cli import main; main(prog_name='newsroom')"
BY = ("source", "languages", "either", "digests")
"""What finds a mutation: `verify`, the comparison of the languages, one of the two, the digests."""
LANGUAGES = ("parity-", "date-pair-differs", "weekday-wrong")


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutation in some languages, and what found it."""

    mutation: Mapping[str, Any]
    langs: Sequence[str]
    found: frozenset[str]

    @property
    def group(self) -> tuple[str, str]:
        """Whether the new value stands elsewhere in the source, and in how many languages."""
        where = "elsewhere" if self.mutation.get("elsewhere") else "nowhere"
        return where, "both" if len(self.langs) > 1 else "one"


def main() -> None:
    """Make all mutations and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verification")
    parser.add_argument("sources", type=Path, help="the folder of raw sources")
    parser.add_argument("--every", type=int, default=1, help="only every n-th mutation")
    arguments = parser.parse_args()
    mutations = yaml.safe_load(MUTATIONS.read_text(encoding="utf-8"))[:: arguments.every]
    jobs = [(it, langs) for it in mutations for langs in (("fa",), ("en",), ("fa", "en"))]
    with ThreadPoolExecutor(2) as pool:
        trials = []
        for trial in pool.map(partial(_try, arguments.sources.resolve()), jobs):
            trials.append(trial)
            print(f"\r{len(trials)} of {len(jobs)}", end="", file=sys.stderr, flush=True)
    text = "\n".join(_table(trials))
    print(f"\n{text}")
    if arguments.every == 1:
        RESULT.write_text(text + "\n", encoding="utf-8")


def _try(sources: Path, job: tuple[Mapping[str, Any], Sequence[str]]) -> Trial:
    mutation, langs = job
    slug = mutation["article"]
    with tempfile.TemporaryDirectory(prefix="verification-") as name:
        root = Path(name)
        for folder in ("docs", "data"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
        for lang in langs:
            page = root / "docs" / lang / "news" / f"{slug}.md"
            was, now = mutation[lang]
            page.write_text(page.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
        held = _ask(root, "verify", slug, "--dry-run", "--by", "x", "--sources", str(sources))
        checked = _ask(root, "check", "--format", "json")
        rules = {problem["rule"] for problem in json.loads(checked.stdout)["problems"]}
    found = {"source"} if held.returncode else set()
    found |= {"languages"} if any(rule.startswith(LANGUAGES) for rule in rules) else set()
    found |= {"either"} if found else set()
    found |= {"digests"} if "source-unverified" in rules else set()
    return Trial(mutation, langs, frozenset(found))


def _ask(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def _table(trials: Sequence[Trial]) -> Iterator[str]:
    yield "# Facts made wrong"
    yield ""
    yield "Written by `python -m benchmarks.verification`, which explains the columns: shares of"
    yield "the mutations that are found, each with file and line."
    yield ""
    yield "| the new value stands in the source | changed in | mutations | " + " | ".join(BY) + " |"
    yield "| --- | --- | --- |" + " --- |" * len(BY)
    groups = Counter(trial.group for trial in trials)
    for (where, langs), count in sorted(groups.items()):
        of_group = [trial for trial in trials if trial.group == (where, langs)]
        yield f"| {where} | {langs} | {count} | {_shares(of_group)} |"
    for where in sorted({group[0] for group in groups}):
        of_group = [trial for trial in trials if trial.group[0] == where]
        yield f"| **{where}** | all | {len(of_group)} | {_shares(of_group)} |"
    yield ""
    yield "Found by neither the source nor the languages:"
    yield ""
    for trial in trials:
        if "either" not in trial.found:
            words = " / ".join(trial.mutation[lang][1] for lang in trial.langs)
            yield f"* {trial.mutation['kind']}, {trial.group[0]}: {words}"


def _shares(trials: Sequence[Trial]) -> str:
    found = Counter(by for trial in trials for by in trial.found)
    return " | ".join(f"{found[by] / len(trials):.0%}" for by in BY)


if __name__ == "__main__":
    main()
