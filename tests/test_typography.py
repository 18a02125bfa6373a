"""The rules for words and markup, on every page: T1 to T11 and H1 to H7 of the Persian checklist.

What T12 says, that dates keep their order, is seen in `test_glyph_order`; H4 is a matter of
computed style and stands in `test_style` with C1 to C11. The rules are about what a reader is
told, so code and addresses are left out, and each run is judged in the language it is marked with.
"""

import re
import unicodedata
from collections.abc import Iterable

import pytest

from newsroom.text.languages import direction, other_lang

from .pages import FOREIGN, BuiltPage, Passage

Said = dict[str, list[Passage]]
Pages = dict[str, BuiltPage]

LETTER = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5"
MARK = "\u064b-\u065f\u0670"
HALF_SPACE = "\u200c"

ARABIC_FORMS = "[\u0643\u0649\u064a\u0629\u0660-\u0669]"
STRAIGHT_QUOTES = '["“”]'
LATIN_STOPS = "[,;?]"
NUMBERS = "%|[۰-۹] ٪|٪[۰-۹]|[۰-۹][.,][۰-۹]|[۰-۹]{5,}|(?<![۰-۹])٬|٬(?![۰-۹]{3}(?![۰-۹]))"
LOOSE_HALF_SPACE = (
    f"{HALF_SPACE}(?![{LETTER}])|(?<![{LETTER}{MARK}]){HALF_SPACE}|[اآدذرزژو]{HALF_SPACE}"
)
FORMS_OF_PRINT = "[\u0640\ufb50-\ufdff\ufe70-\ufefe]"
SPACES = {
    # After a time or a fraction no space is missing.
    "fa": " [،.؛:؟!»]|« |[،؛؟!»](?=[\\w«\ufffc])|[.:](?=[^\\W\\d]|\ufffc)",
    "en": r" [,.;:?!)]|\( |[,;:?!](?=[A-Za-z])|\.(?=[A-Z][a-z])",
}
WIDE_SPACES = "(?!\u00a0↩)[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|  "
"""The way back from a note keeps to its last word."""

OTHER_EZAFE = f"ه{HALF_SPACE}ی(?![{LETTER}])|\u06c0"
ID = "[a-z0-9]+(-[a-z0-9]+)*|([a-z0-9]+(-[a-z0-9]+)*)?_[1-9][0-9]*(_(fa|en))?"
SCRIPTS = {"fa": "[\u0600-\u06ff]", "en": "[A-Za-z\u00c0-\u024f]"}
OPEN_END = f"{FOREIGN}[+#%°]"
CONTROLS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"

DEFECTS = [
    (ARABIC_FORMS, "شهرداري", "شهرداری"),
    (ARABIC_FORMS, "سال ١٤٠٣", "سال ۱۴۰۳"),
    (STRAIGHT_QUOTES, 'گفت "شهر"', "گفت «شهر»"),
    (LATIN_STOPS, "قاوان, تلمیز", "قاوان، تلمیز"),
    (NUMBERS, "۱۲ ٪", "۱۲٪"),
    (NUMBERS, "۴.۷ میلیارد", "۴٫۷ میلیارد"),
    (NUMBERS, "۱۳۴۷۰ شهر", "۱۳٬۴۷۰ شهر"),
    (NUMBERS, "۱۸٬۲۶ شهر", "۱٬۸۲۶ شهر"),
    (LOOSE_HALF_SPACE, "شهر\u200c ها", "شرکت\u200cها"),
    (LOOSE_HALF_SPACE, "شهر\u200cها", "شهرها"),
    (LOOSE_HALF_SPACE, "بین\u200c\u200cالمللی", "بین\u200cالمللی"),
    (FORMS_OF_PRINT, "شـهر", "شهر"),
    (SPACES["fa"], "قاوان ، تلمیز", "قاوان، تلمیز"),
    (SPACES["fa"], "قاوان،تلمیز", "ساعت ۱۴:۳۵"),
    (SPACES["fa"], "پایان.آغاز", "پایان. آغاز"),
    (SPACES["en"], "Kavan ,Talmiz", "Kavan, Talmiz"),
    (SPACES["en"], "The end.Then", "B.R.I.C.S., 14:35"),
    (WIDE_SPACES, "شهر\u00a0قاوان", "شهر قاوان"),
    (OTHER_EZAFE, "خانه\u200cی ما", "خانهٔ ما"),
    (OTHER_EZAFE, "خانۀ ما", "خانه\u200cیابی"),
    (SCRIPTS["en"], "کشورهای BRILS", f"کشورهای {FOREIGN}"),
    (OPEN_END, f"زبان {FOREIGN}+", f"زبان {FOREIGN}، "),
]


@pytest.mark.parametrize(("pattern", "wrong", "right"), DEFECTS)
def test_defect_is_told_from_what_is_right(pattern: str, wrong: str, right: str) -> None:
    assert re.search(pattern, wrong)
    assert not re.search(pattern, right)


@pytest.fixture(scope="session")
def said(pages: Pages) -> Said:
    """Every passage of the site by its language; `all` is every one that is no code."""
    passages = [passage for page in pages.values() for passage in page.passages]
    by_lang = {lang: [p for p in passages if p.lang == lang] for lang in ("fa", "en")}
    assert min(map(len, by_lang.values())) > 1000
    return {**by_lang, "all": [p for p in passages if p.lang]}


def defects(passages: Iterable[Passage], pattern: str) -> list[str]:
    found = re.compile(f".{{0,20}}(?:{pattern}).{{0,20}}")
    return [f"{p.where}: {match[0]}" for p in passages for match in found.finditer(p.text)]


def test_persian_is_written_with_persian_letters_and_digits(said: Said) -> None:
    """T1"""
    assert defects(said["fa"], ARABIC_FORMS) == []


def test_persian_quotes_are_guillemets_in_pairs(said: Said) -> None:
    """T2"""
    assert defects(said["fa"], STRAIGHT_QUOTES) == []
    for passage in said["fa"]:
        quotes = re.sub("[^«»‹›]", "", passage.text)
        while (shorter := re.sub("«(‹›)*»", "", quotes)) != quotes:
            quotes = shorter
        assert quotes == "", passage


def test_persian_sentences_have_persian_stops(said: Said) -> None:
    """T3"""
    assert defects(said["fa"], LATIN_STOPS) == []


def test_persian_numbers_have_persian_signs(said: Said) -> None:
    """T4"""
    assert defects(said["fa"], NUMBERS) == []


def test_half_space_stands_between_two_letters_that_would_join(said: Said) -> None:
    """T5; no word of the record needs one after a letter that does not join."""
    assert defects(said["all"], LOOSE_HALF_SPACE) == []


def test_letters_are_stored_as_letters_and_composed(said: Said) -> None:
    """T6"""
    assert defects(said["all"], FORMS_OF_PRINT) == []
    assert [p for p in said["all"] if not unicodedata.is_normalized("NFC", p.raw)] == []


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_one_space_after_a_stop_and_none_before_it(said: Said, lang: str) -> None:
    """T7; in an attribute a second space is a second space, in an element it is not shown."""
    plain = [p for p in said[lang] if p.is_plain and "\n" not in p.raw]

    assert defects(said[lang], SPACES[lang]) == []
    assert defects(said[lang], WIDE_SPACES) == []
    assert [p for p in plain if "  " in p.raw] == []


def test_persian_digits_count_in_persian(said: Said) -> None:
    """T8"""
    assert defects(said["fa"], "[0-9]") == []


def test_ellipsis_is_one_sign(said: Said) -> None:
    """T9"""
    assert defects(said["all"], r"\.\.") == []


def test_ezafe_after_a_silent_he_is_a_hamza(said: Said) -> None:
    """T10: of «خانهٔ» and «خانه‌ی» the site writes the first."""
    assert any("هٔ" in passage.text for passage in said["fa"])
    assert defects(said["fa"], OTHER_EZAFE) == []


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_run_of_the_other_script_is_isolated(said: Said, lang: str) -> None:
    """T11, and H2 by the script: also in titles, attributes and drawings."""
    assert defects(said[lang], SCRIPTS[other_lang(lang)]) == []
    assert defects(said[lang], OPEN_END) == []


def test_language_and_direction_are_those_of_the_page(pages: Pages) -> None:
    """H1"""
    for path, page in pages.items():
        (html,) = page.all("html")
        expected = ("en", "ltr") if path.startswith("en/") else ("fa", "rtl")
        assert (html.attributes["lang"], html.attributes["dir"]) == expected, path


def test_what_is_in_the_other_language_says_so_and_is_isolated(pages: Pages) -> None:
    """H2; `<bdi>` and `dir` isolate. Names of the registry in the language of the page are of its
    script (T11), and there is nothing in them that could turn."""
    for path, page in pages.items():
        for element in page.elements:
            lang, parent = element.attributes.get("lang"), element.parent
            if lang and parent and lang != parent.lang:
                turned = element.attributes.get("dir", direction(lang))
                assert element.tag == "bdi" or "dir" in element.attributes, (path, element)
                assert turned == direction(lang), (path, element)


def test_markup_isolates_and_controls_only_where_no_markup_can(pages: Pages, said: Said) -> None:
    """H3; `<bdo>` would turn by force."""
    texts = [p for p in said["all"] if not p.is_plain]

    assert defects(texts, CONTROLS) == []
    # `text` has taken out the isolates that are opened and closed.
    assert defects([p for p in said["all"] if p.is_plain], CONTROLS) == []
    assert [path for path, page in pages.items() if page.all("bdo")] == []


def test_alternates_name_each_other_and_links_between_them_are_relative(pages: Pages) -> None:
    """H5; `<link>` is absolute, as search engines ask."""
    named = {
        (path, element.attributes["hreflang"], target[0], element.tag)
        for path, page in pages.items()
        for element in page.elements
        if element.attributes.get("hreflang", "x-default") != "x-default"
        if (target := page.target(element.attributes["href"])) and target[0] in pages
    }
    alternates = {(path, target) for path, _, target, tag in named if tag == "link"}
    links = [
        (path, link.attributes["href"])
        for path, page in pages.items()
        for link in page.all("a")
        if "hreflang" in link.attributes
    ]

    assert {path for path, _ in alternates} == set(pages) - {"404.html"}
    assert {way for way in alternates if way[::-1] not in alternates} == set()
    assert {way for way in named if pages[way[2]].lang != way[1]} == set()
    assert links and [link for link in links if ":" in link[1] or link[1].startswith("/")] == []


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_attributes_speak_the_language_of_the_page(said: Said, lang: str) -> None:
    """H6"""
    plain = [passage for passage in said[lang] if passage.is_plain]

    assert len(plain) > 100
    assert [p for p in plain if not re.search(SCRIPTS[lang], p.text)] == []


def test_headings_have_lasting_ids_the_same_in_both_languages(pages: Pages) -> None:
    """H7: no heading is counted, and a link to a section holds when the language is switched.

    The paragraphs of articles are counted by section: `_1`, `aims_2`.
    """
    written: dict[str, list[str]] = {}
    for path, page in pages.items():
        assert [id for id in page.ids if not re.fullmatch(rf"((fn|fnref):)?({ID})", id)] == [], path
        written[path] = [
            element.attributes["id"]
            for element in page.elements
            if re.fullmatch("h[2-6]", element.tag) and element.is_inside("nr-text")
            if "id" in element.attributes  # side by side their row has it
            if element.lang == page.lang
        ]
    for path, ids in written.items():
        if not path.startswith("en/") and path != "404.html":
            assert ids == written[f"en/{path}"], path
    assert any(written.values())
