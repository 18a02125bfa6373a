"""Listed spellings in running text, their parts together or apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.forms import Forms

OFFICES = Forms(
    {
        "head": ["رئیس", "president"],
        "state": ["رئیس‌جمهور", "president"],
        "director": ["مدیرکل", "director-general"],
        "manager": ["مدیر", "director"],
    }
)
COUNTRIES = Forms({"AD": ["آندورا"], "NZ": ["New Zealand", "نیوزیلند"]}, parts=False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("مدیرکل و مدیر کل و مدیر‌کل", [("مدیرکل", "director")] * 3),
        ("the Director General spoke to a director", [("x", "director"), ("x", "manager")]),
        ("رئیس جمهور و رئیس‌های شهر", [("x", "state"), ("x", "head")]),
        ("مدیریت و مدیره", []),
    ],
)
def test_longest_spelling_counts_however_its_words_are_parted(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [min(form.ids) for form in OFFICES.find(text)] == [id for _, id in found]


def test_a_spelling_may_stand_for_several_and_hold_others() -> None:
    assert [form.ids for form in OFFICES.find("a president")] == [{"head", "state"}]
    assert OFFICES.ids_in("رئیس جمهور") == {"head", "state"}
    assert [form.ids for form in OFFICES.find("رئیس جمهور")] == [{"state"}]


def test_without_parts_words_are_parted_as_in_the_spelling() -> None:
    assert COUNTRIES.ids_in("آن دو را دید") == frozenset()
    assert COUNTRIES.ids_in("در آندورا و نیوزیلند") == {"AD", "NZ"}
    assert [(form.start, form.end) for form in COUNTRIES.find("in New Zealand.")] == [(3, 14)]


@given(st.text(alphabet="مدیرکل رئیسجهو\u200cab ", max_size=60))
def test_what_is_found_stands_in_order_and_apart(text: str) -> None:
    found = list(OFFICES.find(text))

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert {id for form in found for id in form.ids} <= OFFICES.ids_in(text)
