"""Keys under the other layout."""

import pytest

from newsroom.text.keyboards import layout_tables
from newsroom.text.persian import fold_name

LAYOUTS = {name: str.maketrans(*columns) for name, columns in layout_tables().items()}


@pytest.mark.parametrize(
    ("layout", "typed", "meant"),
    [
        ("fa", "hdvhk", "ایران"),
        ("fa", "rh,hk", "قاوان"),
        ("fa", "jgldc", "تلمیز"),
        ("fa", "m,ldk", "پومین"),
        ("windows", "\\,ldk", "پومین"),
        ("fa", "Hlhn", "آماد"),
        ("en", "نشرشد", "kavan"),
        ("en", "پثمزاهد", "melchin"),
        ("en", "ئثمزاهد", "melchin"),
    ],
)
def test_word_of_the_other_layout_is_understood(layout: str, typed: str, meant: str) -> None:
    assert fold_name(typed.translate(LAYOUTS[layout])) == fold_name(meant)


@pytest.mark.parametrize("columns", layout_tables().values(), ids=layout_tables())
def test_each_key_gives_one_letter(columns: tuple[str, str]) -> None:
    keys, letters = columns

    assert len(keys) == len(letters) == len(set(keys))
