"""The entries of a built site as folded records, for engines that fold nothing themselves."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.api import LANGS

_NAMED = 10
"""The least weight of a term of a name."""


def records_of(site: Path) -> dict[str, list[dict[str, object]]]:
    """For each language, every entry with the terms of its names and of its text."""
    return {lang: list(_records(site / "search" / lang)) for lang in LANGS}


def read_piece(file: Path) -> Any:
    """What one file of the index hands over."""
    text = file.read_text(encoding="utf-8")
    return json.loads(text[text.index(",") + 1 : -2])


def _records(folder: Path) -> Iterator[dict[str, object]]:
    names: dict[int, list[str]] = {}
    texts: dict[int, list[str]] = {}
    for file in folder.glob("terms-*.js"):
        for line in read_piece(file).split("\n"):
            term, *codes = line.split(" =")[0].split(" ")
            number = 0
            for code in (int(code, 16) for code in codes):
                number += code >> 5
                filed = names if code & 31 >= _NAMED else texts
                filed.setdefault(number, []).append(term)
    for file in folder.glob("texts-*.js"):
        for number, title, path, *_ in read_piece(file):
            yield {
                "id": number,
                "title": title,
                "path": path,
                "names": " ".join(names.get(number, ())),
                "text": " ".join(texts.get(number, ())),
            }
