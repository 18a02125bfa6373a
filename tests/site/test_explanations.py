"""Each answer to why a name is linked or not, in both languages."""

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.explanations import Answer, explain
from newsroom.site.rendering import MarkdownSettings

from ..conftest import ORIGINAL, PAGE, TRANSLATION, WriteRecord

NEWS = "news/kazan-meeting.md"
LINKED = "linked to 'kazan'"
BEFORE = "it is linked before, in the same section"
GLOSSARY = (
    "terms:\n"
    "  - {id: twinning, term: {fa: خواهرخواندگی, en: twinning},"
    " definition: {fa: تعریف, en: A bond}, link: true}\n"
    "  - {id: mayor, term: {fa: شهردار, en: mayor}, definition: {fa: تعریف, en: A head}}\n"
)
HALL = "name: {fa: شهرداری قازان, en: Kazan City Hall}\nkind: body\n"
SETTINGS = MarkdownSettings(("attr_list", "fenced_code", "footnotes", "tables", "pymdownx.details"))


def answers(
    write_record: WriteRecord,
    lang: str,
    name: str,
    body: str,
    last: str = "",
    uri: str = NEWS,
) -> list[Answer]:
    start = {"en": ORIGINAL.partition("Ilsur")[0], "fa": TRANSLATION.partition("ایلسور")[0]}[lang]
    text = start.replace("---\n\n", f"{last}---\n\n") + body
    files = {
        f"docs/{lang}/{uri}": text if uri == NEWS else f"{PAGE}{body}",
        "data/glossary.yml": GLOSSARY,
        "data/organisations/kazan-city-hall.yml": HALL,
    }
    catalogue, problems = Catalogue.load(write_record(files), drafts=True)
    assert problems == ()
    return [*explain(catalogue, catalogue.pages[lang, uri], name, SETTINGS)]


@pytest.mark.parametrize(
    ("lang", "name", "body", "expected"),
    [
        ("en", "Kazan", "They met in Kazan.", [LINKED]),
        ("fa", "قازان", "در قازان دیدار کردند.", [LINKED]),
        ("fa", "کازان", "در کازان دیدار کردند.", [LINKED]),
        ("en", "kazan", "They met in Kazan.", [LINKED]),
        ("en", "ilsur-metshin", "Metshin spoke.", ["linked to 'ilsur-metshin'"]),
        ("en", "twinning", "On twinning.", ["linked to 'twinning'"]),
        ("en", "Kazan", "[The city][kazan]; Kazan", ["it is linked before by hand, in the same section"]),
        ("en", "Kazan", "[Kazan][kazan]", ["linked by hand to 'kazan'"]),
        ("en", "Kazan", "Kazan, then Kazan", [LINKED, BEFORE]),
        ("fa", "قازان", "قازان و باز قازان", [LINKED, BEFORE]),
        ("en", "Kazan", "Kazan\n\n## Two {#two}\n\nKazan", [LINKED, LINKED]),
        (
            "en",
            "twinning",
            "Twinning\n\n## Two {#two}\n\ntwinning",
            ["linked to 'twinning'", "the term is linked before, on the same page"],
        ),
        ("en", "mayor", "The mayor", ["the term 'mayor' of the glossary has no `link: true`"]),
        ("fa", "شهردار", "شهردار", ["the term 'mayor' of the glossary has no `link: true`"]),
        ("en", "Kazan", "## Kazan {#two}", ["a heading has no links"]),
        ("fa", "قازان", "## قازان {#two}", ["a heading has no links"]),
        ("en", "Kazan", "`Kazan`", ["it stands in code"]),
        ("en", "Kazan", "[Kazan](https://a.example/)", ["it stands in a link"]),
        ("en", "Kazan", "??? note \"Kazan\"\n    Text", ["it stands in the title of a box"]),
        ("en", "Kazan", "See example.org/Kazan/x", ["it stands in an address"]),
        (
            "en",
            "Kazan",
            "Kazan City Hall is old.",
            ["it is a part of 'Kazan City Hall', a name of 'kazan-city-hall'"],
        ),
        (
            "fa",
            "قازان",
            "شهرداری قازان",
            ["it is a part of 'شهرداری قازان', a name of 'kazan-city-hall'"],
        ),
        (
            "fa",
            "قازان",
            "قازان\u200cشهر",
            ["a half-space joins it to another word, and it is a part of that one"],
        ),
        (
            "fa",
            "قازان",
            "ابر\u200cقازان",
            ["a half-space joins it to another word, and it is a part of that one"],
        ),
        ("en", "Kazan", "The word kazan means a kettle.", ["its first letter is no capital there"]),
        ("en", "Ilsur Metshin", "Ilsur (Metshin)", ["something else stands between its words there"]),
        ("en", "Ilsur Metshin", "**Ilsur** Metshin", ["marks of Markdown stand between its words"]),
        ("fa", "ایلسور متشین", "**ایلسور** متشین", ["marks of Markdown stand between its words"]),
        (
            "en",
            "Metshin",
            "<div>Metshin</div>",
            ["it stands in raw HTML, in code or in an address only"],
        ),
        ("en", "Kazan", "Text.", ["only the title or the summary has it, which have no links"]),
        ("fa", "قازان", "متن.", ["only the title or the summary has it, which have no links"]),
        ("en", "Metshin", "Text.", ["the text of the page does not have it"]),
        ("en", "قازان", "Text.", ["only in the other language it is a name of 'kazan'"]),
        ("fa", "Kazan", "Kazan", ["only in the other language it is a name of 'kazan'"]),
        ("en", "Kazn", "Kazn", ["no entry has the name 'Kazn'"]),
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
    body = f"Text.\n\n## Two {{#two}}\n\n{'once ' * 9}R&D in Kazan was {'good ' * 9}\n"

    (found,) = answers(write_record, "en", "Kazan", body)

    assert found.section == "two"
    assert found.context == f"{'once ' * 5}R&D in Kazan was {'good ' * 6}".strip()


def test_unknown_name_is_answered_by_the_nearest(write_record: WriteRecord) -> None:
    found = [*answers(write_record, "en", "Kazn", ""), *answers(write_record, "fa", "قازن", "")]

    assert [answer.hint for answer in found] == ["did you mean 'Kazan'?", "did you mean 'قازان'?"]


def test_page_that_names_the_entry_under_no_link(write_record: WriteRecord) -> None:
    found = answers(write_record, "en", "Kazan", "Kazan", "no_link: [kazan]\n")

    assert [answer.message for answer in found] == ["'no_link' of the page names the entry"]


def test_draft_says_so_and_is_explained_all_the_same(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:").replace("Text.", "Kazan.")
    catalogue, _ = Catalogue.load(write_record({f"docs/en/{NEWS}": draft}), drafts=True)

    found = [*explain(catalogue, catalogue.pages["en", NEWS], "Kazan", SETTINGS)]

    expected = ["the page is a draft; its links are seen in a preview only", LINKED]
    assert [answer.message for answer in found] == expected


def test_pages_without_links_say_so(write_record: WriteRecord) -> None:
    other = answers(write_record, "en", "Kazan", "Kazan", uri="index.md")
    glossary = answers(write_record, "en", "twinning", "Twinning", uri="guide/glossary.md")

    expected = "names are linked in news and in the guide, and on no other page"
    assert [answer.message for answer in other] == [expected]
    assert [answer.message for answer in glossary] == ["the page is the glossary"]


def test_spelling_of_two_entries_is_told_before_what_is_linked(write_record: WriteRecord) -> None:
    twin = "name: {fa: قازان نو, en: New Kazan}\naliases: {en: [Kazan]}\nkind: city\n"
    root = write_record(
        {"data/places/new-kazan.yml": twin, f"docs/en/{NEWS}": f"{ORIGINAL}Kazan.\n"}
    )
    catalogue, _ = Catalogue.load(root)

    found = [*explain(catalogue, catalogue.pages["en", NEWS], "Kazan", SETTINGS)]

    expected = ["the spelling belongs to several entries: kazan, new-kazan", LINKED]
    assert [answer.message for answer in found] == expected
