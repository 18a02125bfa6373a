import pytest

from newsroom.text.clauses import behind_comma, clause_end, clause_start, joins_list, phrase_at


@pytest.mark.parametrize(
    ("text", "start", "most", "expected"),
    [
        ("200 people, of whom", 3, 60, " people"),
        ("۲۰۰ نفر؛ از", 3, 60, " نفر"),
        ("5 tonnes of grain", 1, 7, " tonnes"),
    ],
)
def test_phrase_ends_at_the_next_sign(text: str, start: int, most: int, expected: str) -> None:
    assert phrase_at(text, start, most) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He came and the mayor spoke", "He came", "the mayor spoke"),
        ("او آمد و شهردار سخن گفت", "او آمد", "شهردار سخن گفت"),
        ("one clause", "one clause", "one clause"),
    ],
)
def test_clauses_part_at_stops_and_at_and(text: str, first: str, last: str) -> None:
    assert text[: clause_end(text, 0, len(text))] == first
    assert text[clause_start(text, 0, len(text)) :] == last


def test_comma_is_passed_with_the_blanks_around_it() -> None:
    assert behind_comma("Rad , the mayor", 3, 15) == 6
    assert behind_comma("Rad the mayor", 3, 13) == 3


@pytest.mark.parametrize(
    ("between", "expected"),
    [(", ", True), (" and the ", True), ("، ", True), (" و ", True), (" met ", False)],
)
def test_what_joins_a_list_says_nothing_else(between: str, expected: bool) -> None:
    assert joins_list(between) is expected
