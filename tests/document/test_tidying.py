from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.document.tidying import tidy, tidy_page
from newsroom.record.orthography import default_word_lists
from newsroom.text.letters import normalise
from newsroom.text.lexicon import Lexicon

LEXICON = Lexicon.of(default_word_lists())
PAGE = """---
title: گزارش شهرداری ها
summary: علي 12 کتاب خرید.
date: 2024-06-23
no_link: [x]
---

می رود "بله" 12.

???+ note "یادداشت می رود"

    شهرداری ها [شهرداری ها](a-12.md) `می رود 12` <b title="12">.

## بخش ها {#part-12}

```text
می رود 12
```
"""


def test_prose_of_a_page_is_put_right_and_nothing_else() -> None:
    tidied = tidy_page(PAGE, LEXICON)

    assert tidied.text == (
        PAGE.replace("title: گزارش شهرداری ها", "title: گزارش شهرداری\u200cها")
        .replace("علي 12", "علی ۱۲")
        .replace('می رود "بله" 12.', "می\u200cرود «بله» ۱۲.")
        .replace("    شهرداری ها [شهرداری ها]", "    شهرداری\u200cها [شهرداری\u200cها]")
        .replace("## بخش ها", "## بخش\u200cها")
    )


def test_changes_and_doubts_come_with_their_lines() -> None:
    tidied = tidy("یک\n12 شهرداری ها\nزمینهای", LEXICON)

    assert tidied.changes == ((2, "12", "۱۲"), (2, "شهرداری ها", "شهرداری\u200cها"))
    assert tidied.doubts == ((3, "زمینهای"),)


def test_what_an_editor_has_to_settle_is_told_and_left() -> None:
    lines = ["قطعه ی شهر", "رشد 2.7 درصد", "6.200.000 نفر", "• شهر", "– شهر", "۲- شهر"]

    tidied = tidy("\n".join(lines), LEXICON)

    assert tidied.text == "\n".join(lines)
    assert tidied.doubts == (
        (1, "قطعه ی"), (2, "2.7"), (3, "6.200.000"), (4, "•"), (5, "–"), (6, "۲-"),
    )  # fmt: skip


def test_what_is_clear_is_no_doubt() -> None:
    text = "- شهر\n1. شهر\nخانهٔ شهر Python 3.11 یا ۲٫۷\n"

    assert tidy(text, LEXICON).doubts == ()


def test_dash_behind_code_begins_no_line() -> None:
    assert tidy_page("`x` – شهر", LEXICON).doubts == ()


def test_english_text_is_left_alone() -> None:
    text = 'He said "yes" , 12 times .\n'

    assert tidy_page(text, LEXICON).text == text


TEXTS = st.lists(
    st.sampled_from(
        [
            *'می ها رود شهر زمینه [ ] ( ) ` ``` ~~~ { } < > " ” « 12 ۱۲ يك \u200b http://a.b'.split(),
            " ",
            "\n",
            "\n---\n",
            "title: ",
        ]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("tidy_text", [tidy, tidy_page])
@given(text=st.one_of(TEXTS, st.text(max_size=80)))
def test_tidying_is_idempotent(tidy_text: Callable[[str], str], text: str) -> None:
    once = tidy_text(text, LEXICON).text

    assert tidy_text(once, LEXICON).text == once


@given(text=st.one_of(TEXTS, st.text(max_size=80)))
def test_tidying_adds_nothing_but_half_spaces_and_spaces(text: str) -> None:
    ours = tidy(text, LEXICON).text

    assert bare(ours) == bare(normalise(text))


def bare(text: str) -> str:
    return text.replace("\u200c", "").replace(" ", "")
