"""Each answer to why a name is linked or not, in both languages."""

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.explanations import Answer, explain
from newsroom.site.rendering import MarkdownSettings

from ..conftest import ORIGINAL, PAGE, TRANSLATION, WriteRecord

NEWS = "news/kavan-meeting.md"
LINKED = "linked to 'kavan'"
BEFORE = "it is already linked in the same section"
GLOSSARY = (
    "terms:\n"
    "  - {id: twinning, term: {fa: خواهرخواندگی, en: twinning},"
    " definition: {fa: تعریف, en: A bond}, link: true}\n"
    "  - {id: mayor, term: {fa: شهردار, en: mayor}, definition: {fa: تعریف, en: A head}}\n"
)
HALL = "name: {fa: شهرداری قاوان, en: Kavan City Hall}\nkind: body\n"
SETTINGS = MarkdownSettings(("attr_list", "fenced_code", "footnotes", "tables", "pymdownx.details"))


def answers(
    write_record: WriteRecord,
    lang: str,
    name: str,
    body: str,
    last: str = "",
    uri: str = NEWS,
) -> list[Answer]:
    start = {"en": ORIGINAL.partition("Ilvar")[0], "fa": TRANSLATION.partition("ایلوار")[0]}[lang]
    text = start.replace("---\n\n", f"{last}---\n\n") + body
    files = {
        f"docs/{lang}/{uri}": text if uri == NEWS else f"{PAGE}{body}",
        "data/glossary.yml": GLOSSARY,
        "data/organisations/kavan-city-hall.yml": HALL,
    }
    catalogue, problems = Catalogue.load(write_record(files), drafts=True)
    assert problems == ()
    return [*explain(catalogue, catalogue.pages[lang, uri], name, SETTINGS)]


@pytest.mark.parametrize(
    ("lang", "name", "body", "expected"),
    [
        ("en", "Kavan", "They met in Kavan.", [LINKED]),
        ("fa", "قاوان", "در قاوان دیدار کردند.", [LINKED]),
        ("fa", "کاوان", "در کاوان دیدار کردند.", [LINKED]),
        ("en", "kavan", "They met in Kavan.", [LINKED]),
        ("en", "ilvar-melchin", "Melchin spoke.", ["linked to 'ilvar-melchin'"]),
        ("en", "twinning", "On twinning.", ["linked to 'twinning'"]),
        ("en", "Kavan", "[The city][kavan]; Kavan", ["it is already linked by hand in the same section"]),
        ("en", "Kavan", "[Kavan][kavan]", ["linked by hand to 'kavan'"]),
        ("en", "Kavan", "Kavan, then Kavan", [LINKED, BEFORE]),
        ("fa", "قاوان", "قاوان و باز قاوان", [LINKED, BEFORE]),
        ("en", "Kavan", "Kavan\n\n## Two {#two}\n\nKavan", [LINKED, LINKED]),
        (
            "en",
            "twinning",
            "Twinning\n\n## Two {#two}\n\ntwinning",
            ["linked to 'twinning'", "the term is already linked on the same page"],
        ),
        ("en", "mayor", "The mayor", ["the term 'mayor' of the glossary has no `link: true`"]),
        ("fa", "شهردار", "شهردار", ["the term 'mayor' of the glossary has no `link: true`"]),
        ("en", "Kavan", "## Kavan {#two}", ["headings have no links"]),
        ("fa", "قاوان", "## قاوان {#two}", ["headings have no links"]),
        ("en", "Kavan", "`Kavan`", ["it is in code"]),
        ("en", "Kavan", "[Kavan](https://a.example/)", ["it is in a link"]),
        ("en", "Kavan", "??? note \"Kavan\"\n    Text", ["it is in the title of a box"]),
        ("en", "Kavan", "See example.org/Kavan/x", ["it is in an address"]),
        (
            "en",
            "Kavan",
            "Kavan City Hall is old.",
            ["it is part of 'Kavan City Hall', a name of 'kavan-city-hall'"],
        ),
        (
            "fa",
            "قاوان",
            "شهرداری قاوان",
            ["it is part of 'شهرداری قاوان', a name of 'kavan-city-hall'"],
        ),
        (
            "fa",
            "قاوان",
            "قاوان\u200cشهر",
            ["a half-space joins it to another word"],
        ),
        (
            "fa",
            "قاوان",
            "ابر\u200cقاوان",
            ["a half-space joins it to another word"],
        ),
        ("en", "Kavan", "The word kavan means a kettle.", ["its first letter is not a capital there"]),
        ("en", "Ilvar Melchin", "Ilvar (Melchin)", ["its words are not adjacent there"]),
        ("en", "Ilvar Melchin", "**Ilvar** Melchin", ["Markdown markup separates its words"]),
        ("fa", "ایلوار ملچین", "**ایلوار** ملچین", ["Markdown markup separates its words"]),
        (
            "en",
            "Melchin",
            "<div>Melchin</div>",
            ["it appears only in raw HTML, in code or in an address"],
        ),
        ("en", "Kavan", "Text.", ["it appears only in the title or the summary, which have no links"]),
        ("fa", "قاوان", "متن.", ["it appears only in the title or the summary, which have no links"]),
        ("en", "Melchin", "Text.", ["it does not appear in the text of the page"]),
        ("en", "قاوان", "Text.", ["it is a name of 'kavan' in the other language only"]),
        ("fa", "Kavan", "Kavan", ["it is a name of 'kavan' in the other language only"]),
        ("en", "Kavn", "Kavn", ["no entry has the name 'Kavn'"]),
        ("fa", "قازن", "قازن", ["no entry has the name 'قازن'"]),
    ],
)  # fmt: skip
def test_name_is_explained(
    write_record: WriteRecord, lang: str, name: str, body: str, expected: list[str]
) -> None:
    found = answers(write_record, lang, name, body)

    assert [answer.message for answer in found] == expected
    assert [answer.is_linked for answer in found] == [it.startswith("linked ") for it in expected]


def test_answer_names_its_place(write_record: WriteRecord) -> None:
    body = f"Text.\n\n## Two {{#two}}\n\n{'once ' * 9}R&D in Kavan was {'good ' * 9}\n"

    (found,) = answers(write_record, "en", "Kavan", body)

    assert found.section == "two"
    assert found.context == f"{'once ' * 5}R&D in Kavan was {'good ' * 6}".strip()


def test_unknown_name_is_answered_by_the_nearest(write_record: WriteRecord) -> None:
    found = [*answers(write_record, "en", "Kavn", ""), *answers(write_record, "fa", "قازن", "")]

    assert [answer.hint for answer in found] == ["did you mean 'Kavan'?", "did you mean 'قاوان'?"]


def test_page_that_names_the_entry_under_no_link(write_record: WriteRecord) -> None:
    found = answers(write_record, "en", "Kavan", "Kavan", "no_link: [kavan]\n")

    assert [answer.message for answer in found] == ["the page lists the entry under 'no_link'"]


def test_draft_says_so_and_is_explained_all_the_same(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:").replace("Text.", "Kavan.")
    catalogue, _ = Catalogue.load(write_record({f"docs/en/{NEWS}": draft}), drafts=True)

    found = [*explain(catalogue, catalogue.pages["en", NEWS], "Kavan", SETTINGS)]

    expected = ["the page is a draft; its links appear only in a preview", LINKED]
    assert [answer.message for answer in found] == expected


def test_pages_without_links_say_so(write_record: WriteRecord) -> None:
    other = answers(write_record, "en", "Kavan", "Kavan", uri="index.md")
    glossary = answers(write_record, "en", "twinning", "Twinning", uri="guide/glossary.md")

    expected = "names are linked only in news and in the guide"
    assert [answer.message for answer in other] == [expected]
    assert [answer.message for answer in glossary] == ["the page is the glossary"]


def test_spelling_of_two_entries_is_told_before_what_is_linked(write_record: WriteRecord) -> None:
    twin = "name: {fa: قاوان نو, en: New Kavan}\naliases: {en: [Kavan]}\nkind: city\n"
    root = write_record(
        {"data/places/new-kavan.yml": twin, f"docs/en/{NEWS}": f"{ORIGINAL}Kavan.\n"}
    )
    catalogue, _ = Catalogue.load(root)

    found = [*explain(catalogue, catalogue.pages["en", NEWS], "Kavan", SETTINGS)]

    left_open = "several entries have the name, and the page does not say which is meant"
    expected = ["the spelling belongs to several entries: kavan, new-kavan", left_open]
    assert [answer.message for answer in found] == expected
