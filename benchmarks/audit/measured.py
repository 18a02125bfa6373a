"""What was measured, kept line by line: a later part that fails takes no earlier one along."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.audit.bars import SECTIONS
from benchmarks.audit.figures import Figure


class Measured:
    """The figures of the last runs in a file; those of the sections asked for are dropped."""

    def __init__(self, file: Path, sections: Collection[str]) -> None:
        again = {
            it.name for section in SECTIONS if section.key in sections for it in section.measures
        }
        self._file = file
        self.kept = [it for it in _read(file) if it.measure not in again]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(map(_line, self.kept)), encoding="utf-8")

    def keeping(self, figures: Iterable[Figure]) -> Iterator[Figure]:
        """The figures, each written down as it comes."""
        for figure in figures:
            with self._file.open("a", encoding="utf-8") as stream:
                stream.write(_line(figure))
            yield figure


def _line(figure: Figure) -> str:
    return json.dumps(asdict(figure), ensure_ascii=False) + "\n"


def _read(file: Path) -> Iterator[Figure]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else ()
    for line in lines:
        values = json.loads(line)
        yield Figure(**values | {"details": tuple(values["details"])})
