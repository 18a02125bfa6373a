import pytest

from newsroom.text.ids import Pointers, count_id, id_order, ids_in, replace_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[delvar, delvar-port]", "[nariman, delvar-port]"),
        ("../places/delvar.md#delvar", "../places/nariman.md#nariman"),
        ("old-delvar delvar2 _delvar", "old-delvar delvar2 _delvar"),
        ("در delvar،", "در nariman،"),
    ],
)
def test_id_is_replaced_where_it_stands_whole(text: str, expected: str) -> None:
    assert replace_id(text, "delvar", "nariman") == expected
    assert count_id(text, "delvar") == expected.count("nariman")


def test_ids_are_found_in_bytes() -> None:
    assert list(ids_in("place: delvar # شهر\nevents: [port-2024]".encode())) == [
        b"place",
        b"delvar",
        b"events",
        b"port-2024",
    ]


def test_numbers_in_ids_are_sorted_by_value() -> None:
    assert sorted(["_10", "talks_2", "_9", "_9-b"], key=id_order) == [
        "_9",
        "_9-b",
        "_10",
        "talks_2",
    ]


@pytest.mark.parametrize(
    ("pointers", "data", "expected"),
    [
        (["delvar"], "place: delvar", True),
        (["delvar"], "place: delvar-port", False),
        (["سارا راد"], "سارا\u200cراد گفت", True),
        (["Sara Rad"], "Sara\nRad", True),
        (["Sara Rad"], "Sara Radford", False),
        ([], "delvar", False),
    ],
)
def test_pointer_is_found_however_it_is_spaced(
    pointers: list[str], data: str, expected: bool
) -> None:
    assert Pointers(pointers).stand_in(data.encode()) is expected
