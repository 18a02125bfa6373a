"""How much of an article an import keeps of a saved page: `python -m benchmarks.extraction`.

The pages of `tests/intake/pages` were made after the structures of real sites; `expected.yml` has
the text of each. Precision is how many of the words kept are the article's, recall how many of its
words are kept. With trafilatura installed it is measured beside ours on the same pages.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from benchmarks.files import REPOSITORY
from newsroom.api import (
    WORD,
    Catalogue,
    ImportContext,
    ImportOptions,
    ParseContext,
    fold_word,
    import_source,
    parse_period,
)

PAGES = REPOSITORY / "tests" / "intake" / "pages"


def main() -> None:
    """Print the scores of each tool over all pages."""
    expected = yaml.safe_load((PAGES / "expected.yml").read_text(encoding="utf-8"))
    pages = {name: wanted for name, wanted in expected.items() if name.endswith(".html")}
    for tool, extract in {"newsroom import": _ours(), **_peers()}.items():
        rows = [scores(extract(PAGES / name), text_of(wanted)) for name, wanted in pages.items()]
        precision, recall = (sum(row[at] for row in rows) / len(rows) for at in (0, 1))
        whole = sum(row == (1, 1) for row in rows)
        print(
            f"{tool}: precision {precision:.3f}, recall {recall:.3f}, {whole} of {len(rows)} exact"
        )


def text_of(wanted: Mapping[str, Any]) -> str:
    """The article of a page without its title, which extractors give apart."""
    return "\n".join(filter(None, (wanted.get("deck"), *wanted["text"])))


def scores(got: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of words, each counted as often as it stands."""
    ours, theirs = (Counter(map(fold_word, WORD.findall(text))) for text in (got, wanted))
    shared = sum((ours & theirs).values())
    return shared / max(sum(ours.values()), 1), shared / max(sum(theirs.values()), 1)


def _ours() -> Callable[[Path], str]:
    import_context = ImportContext.of(Catalogue.load(REPOSITORY)[0])
    options = ImportOptions(parse_period("2026-01-01"))

    def extract(path: Path) -> str:
        found = import_source(path.read_bytes(), ParseContext(path.name), import_context, options)
        extracted = found.extracted if found else None
        return "\n".join(filter(None, (extracted.deck, extracted.text))) if extracted else ""

    return extract


def _peers() -> dict[str, Callable[[Path], str]]:
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return {}
    version = f"trafilatura {trafilatura.__version__}"
    return {
        version: lambda path: (
            trafilatura.extract(path.read_text(encoding="utf-8"), include_comments=False) or ""
        )
    }


if __name__ == "__main__":
    main()
