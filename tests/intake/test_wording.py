from pathlib import Path

import pytest

from newsroom.intake.wording import names_of, shared_runs

from ..conftest import ROOT, real_record

SOURCES = ROOT.parent / "shared" / "sources"
CATALOGUE = real_record()


def test_run_is_found_across_spelling_and_line_breaks() -> None:
    page = "Intro.\n\nاین متن همکاری‌های شهرداری‌های دو کشور را بسیار گسترده و\nپایدار می‌خواند."
    source = "این متن همكاريهاي شهرداریهای دو کشور را بسیار گسترده و پایدار میخواند"

    (run,) = shared_runs(page, source)

    assert run[0] == 3
    assert run[1].startswith("این متن همکاری‌های")


def test_word_that_is_written_in_three_is_compared_as_one() -> None:
    page = "دربارهٔ حمل‌ونقل عمومی، فضای سبز و گردشگری گفتگو کردند."
    source = "درباره حمل و نقل عمومی، فضای سبز و گردشگری گفتگو کردند."

    assert [line for line, _ in shared_runs(page, source)] == [1]


def test_seven_words_in_a_row_are_no_run() -> None:
    assert shared_runs("a b c d e f g x", "a b c d e f g y") == []


def test_runs_that_overlap_come_as_one() -> None:
    assert shared_runs("a b c d e f g h i j", "a b c d e f g h i j") == [(1, "a b c d e f g h i j")]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the raw sources are not part of the product")
@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda file: file.stem[:3])
def test_pages_are_written_in_our_own_words(source: Path) -> None:
    text = source.read_text(encoding="utf-8")

    names = names_of(CATALOGUE)
    shared = {
        words
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for _, words in shared_runs(page.read_text(encoding="utf-8"), text, names=names)
    }

    assert shared == set()
