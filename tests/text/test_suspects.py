from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.record.orthography import default_word_lists
from newsroom.text.half_spaces import restore
from newsroom.text.lexicon import Lexicon
from newsroom.text.suspects import Suspects

from .test_half_spaces import TUNED, UNSEEN, unmark

LINES = [
    raw
    for file in (TUNED, UNSEEN)
    for line in file.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for raw in unmark(line)
]
WORDS = sorted({word for line in LINES for word in line.split()})


@cache
def tools() -> tuple[Lexicon, Suspects]:
    lexicon = Lexicon.of(default_word_lists())
    return lexicon, Suspects(lexicon)


@settings(deadline=None)  # the first one unfolds the lists
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_what_would_be_changed_is_always_suspect(line: str) -> None:
    lexicon, suspects = tools()

    assert suspects.may_want(line) or restore(line, lexicon).text == line


def test_every_phrase_that_is_changed_is_suspect() -> None:
    lexicon, suspects = tools()
    changed = [line for line in LINES if restore(line, lexicon).changed]

    assert len(changed) > 50
    assert [line for line in changed if not suspects.may_want(line)] == []


@pytest.mark.parametrize(
    "line", ["شهردار تلمیز در قاوان سخن گفت.", "شهرها می\u200cتوانند به هم کمک کنند."]
)
def test_line_as_it_should_be_is_passed_by(line: str) -> None:
    assert not tools()[1].may_want(line)
