"""The search index: what its files hold."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.locale_views import LocaleView
from newsroom.site.search import search_files
from newsroom.site.texts import Text, Texts

from ..conftest import ORIGINAL, SMALL_RECORD, WriteRecord

Files = Mapping[str, Any]


def index_of(catalogue: Catalogue) -> list[tuple[str, str]]:
    texts = Texts(
        (page, Text("".join(f"<p>{line}</p>" for line in page.body.split("\n"))))
        for page in catalogue.pages.values()
    )
    locales = {lang: LocaleView(catalogue, lang, texts) for lang in ("fa", "en")}
    return list(search_files(catalogue, locales, texts))


@pytest.fixture
def files(write_record: WriteRecord) -> Files:
    catalogue, problems = Catalogue.load(write_record())
    assert not problems
    return read(index_of(catalogue))


def read(index: Iterable[tuple[str, str]]) -> Files:
    found = {}
    for path, text in index:
        name = path.removeprefix("search/").removesuffix(".js")
        head = f'nrSearch("{name}",'
        assert text.startswith(head) and text.endswith(")\n")
        found[name] = json.loads(text[len(head) : -2])
    return found


def postings(files: Files, lang: str, term: str) -> dict[int, int]:
    """The numbers a term leads to with their weights."""
    lines = "\n".join(
        text for name, text in files.items() if name.startswith(f"{lang}/terms-")
    ).split("\n")
    for line in lines:
        if line.split(" ")[0] == term:
            number, found = 0, {}
            for code in line.split(" =")[0].split(" ")[1:]:
                number += int(code, 16) >> 5
                found[number] = int(code, 16) & 31
            return found
    return {}


def paths(files: Files, lang: str, term: str) -> list[str]:
    cards = {card[0]: card[2] for card in files[f"{lang}/texts-0"]}
    found = postings(files, lang, term)
    return [cards[number] for number in sorted(found, key=lambda it: -found[it])]


def test_name_in_either_script_leads_to_its_page_first(files: Files) -> None:
    for term in ("قاوان", "کاوان", "kavan"):
        assert paths(files, "fa", term)[0] == "participants/kavan.html", term
        assert "news/kavan-meeting.html" in paths(files, "fa", term)


def test_spellings_of_a_name_are_told_to_be_marked(files: Files) -> None:
    lines = files["en/terms-0"].split("\n")
    (line,) = [line for line in lines if line.startswith("kavan ")]

    assert line.endswith(" =قاوان کاوان")


def test_terms_stand_in_order_and_the_first_of_each_file_is_listed(files: Files) -> None:
    for lang in ("fa", "en"):
        terms = [line.split(" ")[0] for line in files[f"{lang}/terms-0"].split("\n")]
        assert terms == sorted(set(terms))
        assert files[f"{lang}/index"]["terms"] == [terms[0]]


def test_event_is_found_by_its_day_month_and_filters(files: Files) -> None:
    event = "en/timeline.html#meeting"

    for term in ("2024-06-21", "1403-04-01", "@2024", "@1403", "@kavan", "~ilvar-melchin"):
        assert event in paths(files, "en", term), term


@pytest.mark.parametrize(
    "said",
    [
        "on the third day of Tir of the year 1403",
        "سومین روز از ماه تیر سال ۱۴۰۳",
        "June 23rd, 2024",
    ],
)
def test_day_in_the_words_of_a_text_is_filed_as_that_day(
    write_record: WriteRecord, said: str
) -> None:
    body = f"{ORIGINAL}\nThey met {said} in the hall.\n"
    catalogue, _ = Catalogue.load(write_record({"docs/en/news/kavan-meeting.md": body}))

    files = read(index_of(catalogue))

    day = "2024-06-23" if "June" in said else "1403-04-03"
    assert paths(files, "en", day) == ["en/news/kavan-meeting.html"]


def test_result_shows_its_counterpart(files: Files) -> None:
    (card,) = [card for card in files["fa/texts-0"] if card[2] == "news/kavan-meeting.html"]

    assert card[1:5] == [
        "نشستی در قاوان",
        "news/kavan-meeting.html",
        "A meeting in Kavan",
        "en/news/kavan-meeting.html",
    ]


def test_word_is_listed_forwards_and_backwards_to_mend_slips(files: Files) -> None:
    forms = files["en/near-0"].split("\n")

    assert {"kavan", "<navak"} <= set(forms)
    assert forms == sorted(forms)


def test_untranslated_article_is_found_in_its_language_alone(write_record: WriteRecord) -> None:
    changes = {"docs/fa/news/kavan-meeting.md": None, "docs/en/news/kavan-meeting.md": ORIGINAL}
    catalogue, _ = Catalogue.load(write_record(changes))

    files = read(index_of(catalogue))

    assert files["fa/index"]["only_other"] == 1
    assert files["en/index"]["only_other"] == 0
    (card,) = [card for card in files["en/texts-0"] if card[2] == "en/news/kavan-meeting.html"]
    assert card[3:5] == ["", ""]


def test_index_is_the_same_at_every_build(write_record: WriteRecord) -> None:
    root = write_record()
    builds = [index_of(Catalogue.load(root)[0]) for _ in range(2)]

    assert builds[0] == builds[1]
    assert len(SMALL_RECORD) > 0


def test_large_record_is_cut_into_pieces(write_record: WriteRecord) -> None:
    body = " ".join(f"word{number:05}" for number in range(6000))
    catalogue, _ = Catalogue.load(write_record({"docs/en/news/kavan-meeting.md": ORIGINAL + body}))

    files = read(index_of(catalogue))

    firsts = files["en/index"]["terms"]
    assert len(firsts) > 3
    for at, first in enumerate(firsts):
        assert files[f"en/terms-{at}"].startswith(f"{first} ")
        assert len(files[f"en/terms-{at}"]) < 25_000
