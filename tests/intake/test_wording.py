from pathlib import Path

import pytest

from newsroom.intake.wording import shared_runs

from ..conftest import ROOT

SOURCES = ROOT.parent / "shared" / "sources"
NAMES = (
    "شهرها و شهرداری های کشورهای بریکس پلاس",
    "فدراسیون شهرها شهرداری ها و انجمن های دولت",
    "latin american federation of cities municipalities and local government associations",
    "association of cities and municipalities of the brics countries",
)


def test_run_is_found_across_spelling_and_line_breaks() -> None:
    page = "Intro.\n\nاین متن همکاری‌های شهرداری‌های دو کشور را بسیار گسترده و\nپایدار می‌خواند."
    source = "این متن همكاريهاي شهرداریهای دو کشور را بسیار گسترده و پایدار میخواند"

    (run,) = shared_runs(page, source)

    assert run[0] == 3
    assert run[1].startswith("این متن همکاری‌های")


def test_seven_words_in_a_row_are_no_run() -> None:
    assert shared_runs("a b c d e f g x", "a b c d e f g y") == []


def test_runs_that_overlap_come_as_one() -> None:
    assert shared_runs("a b c d e f g h i j", "a b c d e f g h i j") == [(1, "a b c d e f g h i j")]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the raw sources are not part of the product")
@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda file: file.stem[:3])
def test_pages_are_written_in_our_own_words(source: Path) -> None:
    text = source.read_text(encoding="utf-8")

    shared = {
        words
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for _, words in shared_runs(page.read_text(encoding="utf-8"), text)
    }

    assert [words for words in shared if not _is_name(words)] == []


def _is_name(words: str) -> bool:
    """Whether a run is the name of a body, which cannot be told in other words."""
    return any(shared_runs(words, name, min(8, len(name.split()))) for name in NAMES)
