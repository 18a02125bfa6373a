"""What the programs of others make of the open data of a site; run by `benchmarks.open_data`.

    python benchmarks/open_data/readers.py SITE

It runs in the environment of requirements.txt, which has no part of the engine.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

HALF_SPACE = "\u200c"


def main() -> None:
    """Print a line for each reader, and the errors below it; exits 1 where there are any."""
    data = Path(sys.argv[1], "data")
    is_wrong = False
    for said, errors in (tables(data), corpus(data), linked(data.parent)):
        print(f"{said}; errors: {len(errors)}", *errors[:20], sep="\n  ")
        is_wrong |= bool(errors)
    sys.exit(is_wrong)


def tables(data: Path) -> tuple[str, list[str]]:
    """Data Package, columns, types, constraints and foreign keys of every row, by frictionless."""
    report = import_module("frictionless").validate(str(data / "datapackage.json"))
    errors = [
        f"{error.type}: {error.message}"
        for holder in (report, *report.tasks)
        for error in holder.errors
    ]
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    said = f"frictionless {version('frictionless')}: {len(report.tasks)} files, {rows} rows"
    return said, errors


def corpus(data: Path) -> tuple[str, list[str]]:
    """The units of the corpus in both directions, by the translate toolkit."""
    tmx = import_module("translate.storage.tmx")
    file = data / "corpus.tmx"
    count, errors = 0, list[str]()
    for source, target in (("en", "fa"), ("fa", "en")):
        with file.open("rb") as opened:
            units = tmx.tmxfile(opened, source, target).units
        count = len(units)
        errors += (
            f"{unit.getid()}: no text" for unit in units if not (unit.source and unit.target)
        )
        read = sum(unit.source.count(HALF_SPACE) + unit.target.count(HALF_SPACE) for unit in units)
        written = file.read_text(encoding="utf-8").count(HALF_SPACE)
        if read != written:
            errors.append(f"{source} to {target}: {read} half-spaces of {written}")
    return f"translate-toolkit {version('translate-toolkit')}: {count} units", errors


def linked(site: Path) -> tuple[str, list[str]]:
    """The linked data, expanded by PyLD: no value is lost."""
    jsonld = import_module("pyld.jsonld")
    files, errors = sorted(site.rglob("*.jsonld")), list[str]()
    nodes = 0
    for file in files:
        document = json.loads(file.read_text(encoding="utf-8"))
        expanded = jsonld.expand(document)
        nodes += len(expanded)
        written, read = Counter(leaves(document["@graph"])), Counter(leaves(expanded))
        if lost := written - read:
            errors.append(f"{file.name}: lost {dict(lost)}")
    return f"PyLD {version('pyld')}: {len(files)} files, {nodes} nodes", errors


def leaves(value: Any) -> Iterator[str]:
    """The texts and numbers in a document; types and ids among them, by their last part."""
    match value:
        case dict():
            for inner in value.values():
                yield from leaves(inner)
        case list():
            for inner in value:
                yield from leaves(inner)
        case _:
            yield str(value).removeprefix("http://schema.org/")


if __name__ == "__main__":
    main()
