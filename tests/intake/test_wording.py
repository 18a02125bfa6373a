from newsroom.intake.wording import shared_runs


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
