import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.names import Matcher, Name

FA = Matcher(
    [
        Name("ایلوار ملچین", "melchin"),
        Name("ملچین", "melchin"),
        Name("قاوان", "kavan"),
        Name("کاوان", "kavan"),
        Name("شهرداری قاوان", "city-hall"),
        Name("بریلس", "brils"),
        Name("بریلس\u200cپلاس", "brils-plus"),
        Name("انجمن بریلس\u200cپلاس", "association"),
        Name("علی", "ali"),
        Name("آفریقا", "africa"),
        Name("آمریکای لاتین", "latin-america"),
        Name("روسیه", "russia"),
        Name("شهرها، شهرداری\u200cها", "list"),
    ]
)
EN = Matcher(
    [
        Name("Ilvar Melchin", "melchin"),
        Name("Kavan", "kavan"),
        Name("Kavan City Hall", "city-hall"),
        Name("BRILS", "brils"),
        Name("BRILS+", "brils-plus"),
        Name("José Adevar Ortelan", "ortelan"),
        Name("A. Karimi", "karimi"),
        Name("BRILS mayors’ forum", "forum"),
        Name("China", "china"),
        Name("Federation of Cities, Municipalities", "federation"),
    ]
)


@pytest.mark.parametrize(
    ("matcher", "text", "expected"),
    [
        (FA, "ایلوار ملچین گفت", [("melchin", "ایلوار ملچین")]),
        (FA, "ملچین در قاوان", [("melchin", "ملچین"), ("kavan", "قاوان")]),
        (FA, "شهرداری قاوان", [("city-hall", "شهرداری قاوان")]),
        (FA, "كاوان", [("kavan", "كاوان")]),  # Arabic kaf
        (FA, "بریلس پلاس", [("brils-plus", "بریلس پلاس")]),
        (FA, "بریلسپلاس", [("brils-plus", "بریلسپلاس")]),
        (FA, "انجمن بریلس\u200cپلاس", [("association", "انجمن بریلس\u200cپلاس")]),
        (FA, "بریلس\u200cپلاسی\u200cها", []),
        (FA, "علی\u200cآباد", []),
        (FA, "بنی\u200cعلی", []),
        (FA, "علی\u200cها", [("ali", "علی\u200cها")]),
        (FA, "روسیهٔ متحد", [("russia", "روسیهٔ")]),
        (FA, "روسیه\u200cی متحد", [("russia", "روسیه\u200cی")]),
        (FA, "آفریقای بزرگ", [("africa", "آفریقای")]),
        (FA, "آمریکای لاتین", [("latin-america", "آمریکای لاتین")]),
        (FA, "قاوانی", []),
        (FA, "مُلَچین", [("melchin", "مُلَچین")]),
        (FA, "شهرها، شهرداری\u200cها و", [("list", "شهرها، شهرداری\u200cها")]),
        (FA, "ایلوار، ملچین", [("melchin", "ملچین")]),
        (FA, "متن ـ متن", []),  # a lone tatweel folds to nothing
        (EN, "Ilvar Melchin’s speech", [("melchin", "Ilvar Melchin")]),
        (EN, "Kavan City Hall", [("city-hall", "Kavan City Hall")]),
        (EN, "Kavan, City Hall", [("kavan", "Kavan")]),
        (EN, "Kavanysh", []),
        (EN, "BRILS+ and BRILS", [("brils-plus", "BRILS+"), ("brils", "BRILS")]),
        (EN, "(BRILS+)", [("brils-plus", "BRILS+")]),
        (EN, "Jose Adevar Ortelan", [("ortelan", "Jose Adevar Ortelan")]),
        (EN, "A. Karimi spoke", [("karimi", "A. Karimi")]),
        (EN, "BRILS mayors' forum", [("forum", "BRILS mayors' forum")]),
        (EN, "china cups", []),
        (EN, "Kavan\nCity Hall", [("city-hall", "Kavan\nCity Hall")]),
        (
            EN,
            "Federation of Cities, Municipalities",
            [("federation", "Federation of Cities, Municipalities")],
        ),
    ],
)
def test_name_is_found_as_it_is_written(
    matcher: Matcher, text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(m.target_id, text[m.start : m.end]) for m in matcher.find(text)]

    assert found == expected


@pytest.mark.parametrize("matcher", [FA, EN])
@given(text=st.text())
def test_mentions_lie_in_order_and_apart(matcher: Matcher, text: str) -> None:
    end = 0
    for mention in matcher.find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
