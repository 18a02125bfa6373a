"""How many half-spaces are found again: `python -m benchmarks.half_spaces FILE`.

Sentences with half-spaces as editors set them, one a line, lose them; we, hazm and virastar are
asked to restore them, and to leave the sentences alone as they were. The peers are installed into
a temporary folder.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.files import REPOSITORY
from newsroom.api import HALF_SPACE, Catalogue, Lexicon, tidy

WAYS = (("as blanks", " "), ("dropped", ""), ("untouched", HALF_SPACE))
"""What becomes of the half-spaces before a tool sees the sentences."""

_HAZM = """
import sys
from hazm import Normalizer
normalizer = Normalizer()
for line in sys.stdin:
    print(normalizer.normalize(line.rstrip("\\n")))
"""
_VIRASTAR = """
const Virastar = require("virastar");
const virastar = new Virastar();
const lines = require("fs").readFileSync(0, "utf8").replace(/\\n$/, "").split("\\n");
console.log(lines.map((line) => virastar.cleanup(line).replace(/\\n/g, " ")).join("\\n"));
"""
_FOLDED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "ؤ": "و"}
    | {"ـ": None, "\u0654": None}
)
_ITEM = re.compile(r"^[*#>+-]+|^[0-9۰-۹]+[.)]")

Tool = Callable[[Sequence[str]], Sequence[str]]
"""Gives each line back as it is to be."""


@dataclass(frozen=True, slots=True)
class Score:
    """Places between two letters."""

    right: int
    wrong: int
    wanted: int
    skipped: int
    """Sentences in which letters were changed, which are not compared."""

    @property
    def precision(self) -> float:
        """How many of the half-spaces set were right, from 0 to 1."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """How many of those wanted were set, from 0 to 1."""
        return self.right / (self.wanted or 1)


def read_sentences(file: Path) -> list[str]:
    """The sentences of a file, one a line, without the marks of lists and headings."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [_ITEM.sub("", line.strip()).strip() for line in lines if line.strip()]


def tidy_lines(lexicon: Lexicon) -> Tool:
    """Our own restoration as a tool."""
    return lambda lines: tidy("\n".join(lines), lexicon).text.split("\n")


def score_sentences(sentences: Sequence[str], tool: Tool, way: tuple[str, str]) -> Score:
    """How a tool restores what was taken away; of untouched sentences, every change is wrong."""
    sign = way[1]
    made = tool([sentence.replace(HALF_SPACE, sign) for sentence in sentences])
    right = wrong = wanted = skipped = 0
    for sentence, ours in zip(sentences, made, strict=True):
        (letters, gaps), (others, found) = _gaps(sentence), _gaps(ours)
        if letters != others:
            skipped += 1
            continue
        wanted += gaps.count(HALF_SPACE)
        pairs = list(zip(gaps, found, strict=True))
        right += pairs.count((HALF_SPACE, HALF_SPACE))
        is_untouched = sign == HALF_SPACE
        wrong += sum(a != b and (is_untouched or b == HALF_SPACE) for a, b in pairs)
    return Score(right, wrong, wanted, skipped)


def _gaps(text: str) -> tuple[list[str], list[str]]:
    """The letters of a text, and what stands before each: nothing, a space or a half-space."""
    letters, gaps, gap = [], [], ""
    for sign in unicodedata.normalize("NFC", text).translate(_FOLDED):
        if sign.isalpha():
            letters.append(sign)
            gaps.append(gap)
            gap = ""
        elif sign == HALF_SPACE:
            gap = gap or HALF_SPACE
        elif not unicodedata.combining(sign):
            gap = " "
    return letters, gaps


def _tools(folder: Path) -> Iterator[tuple[str, Tool]]:
    yield "ours", tidy_lines(Lexicon.of(Catalogue.load(REPOSITORY)[0].word_lists))
    subprocess.run([sys.executable, "-m", "venv", folder / "hazm"], check=True)
    python = folder / "hazm" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "hazm==0.10.0"], check=True)
    yield "hazm 0.10", _command([str(python), "-c", _HAZM], folder)
    install = ["npm", "install", "--silent", "--ignore-scripts", "virastar@0.22.1"]
    subprocess.run(install, check=True, cwd=folder)
    yield "virastar 0.22", _command(["node", "-e", _VIRASTAR], folder)


def _command(command: Sequence[str], folder: Path) -> Tool:
    def run(lines: Sequence[str]) -> Sequence[str]:
        text = "\n".join(lines) + "\n"
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, check=True, cwd=folder
        )
        return done.stdout.rstrip("\n").split("\n")

    return run


def _row(sentences: Sequence[str], tool: Tool) -> str:
    apart, dropped, untouched = (score_sentences(sentences, tool, way) for way in WAYS)
    cells = [f"{score.precision:.3f} / {score.recall:.3f}" for score in (apart, dropped)]
    return " | ".join([*cells, f"{untouched.wrong} ({untouched.skipped})"])


def main() -> None:
    """Print a table of tools and files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="sentences, one a line")
    files = parser.parse_args().files
    print("| | tool | as blanks | dropped | untouched: places changed (sentences left out) |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for name, tool in _tools(Path(folder)):
            for file in files:
                print(f"| {file.stem} | {name} | {_row(read_sentences(file), tool)} |", flush=True)


if __name__ == "__main__":
    main()
