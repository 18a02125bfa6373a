import pytest

from newsroom.record.articles import Page
from newsroom.record.sections import Section, recorded_sections, sections_of

BODY = """The first. The
second one.

???+ note "Editors’ note"

    A note about [Kavan][kavan] and [a page](../x.md "title").

## City diplomacy {#city-diplomacy}

* One item
* *Another* item. With `code` and **more**.[^1]

> Quoted. <b>Twice</b>.

### دیپلماسی {#inner}

جملهٔ یکم. جملهٔ دوم!

[^1]: A footnote.
[kavan]: https://a.example/
"""


def page(body: str, title: str = "A title", summary: str = "A summary.") -> Page:
    lines = {"title": 2, "summary": 3}
    return Page("en", "news/x.md", title, summary, body, 10, "docs/en/news/x.md", lines)


def texts(section: Section) -> list[tuple[str, int]]:
    return [(sentence.text, sentence.line) for sentence in section.sentences]


def test_sentences_are_read_section_by_section_with_their_lines() -> None:
    found = {section.id: texts(section) for section in sections_of(page(BODY))}

    assert found == {
        "_head": [("A title", 2), ("A summary.", 3)],
        "_lead": [
            ("The first.", 10),
            ("The second one.", 10),
            ("Editors’ note", 13),
            ("A note about Kavan and a page.", 15),
        ],
        "city-diplomacy": [
            ("City diplomacy", 17),
            ("One item", 19),
            ("Another item.", 20),
            ("With code and more.", 20),
            ("Quoted.", 22),
            ("Twice.", 22),
        ],
        "inner": [
            ("دیپلماسی", 24),
            ("جملهٔ یکم.", 26),
            ("جملهٔ دوم!", 26),
            ("A footnote.", 28),
        ],
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[Kavan][kavan]", "Kavan"),
        ('[a page](../x.md "title")', "[a page](../y.md)"),
        ("{#inner}", "{#other}"),
        ("* One item", "- One item"),
        ("**more**", "__more__"),
        ("The first. The\nsecond", "The first.\nThe second"),
        ("[^1]: A", "[^note]: A"),
        ("دیپلماسی", "دیپلماسي"),
        ("https://a.example/", "https://b.example/"),
    ],
)
def test_markup_and_spelling_change_no_digest(before: str, after: str) -> None:
    changed = BODY.replace(before, after)

    assert changed != BODY
    one, other = recorded_sections(page(BODY)), recorded_sections(page(changed))
    assert list(one.values()) == list(other.values())


@pytest.mark.parametrize(
    ("before", "after", "section"),
    [
        ("second one", "second two", "_lead"),
        ("Editors’ note", "Correction", "_lead"),
        ("`code`", "`core`", "city-diplomacy"),
        ("یکم", "نخست", "inner"),
        ("## City diplomacy", "## Diplomacy", "city-diplomacy"),
    ],
)
def test_word_changes_the_digest_of_its_section_alone(
    before: str, after: str, section: str
) -> None:
    one, other = recorded_sections(page(BODY)), recorded_sections(page(BODY.replace(before, after)))

    assert [id for id in one if one[id] != other[id]] == [section]


def test_title_and_summary_are_a_section_of_their_own() -> None:
    one, other = recorded_sections(page(BODY)), recorded_sections(page(BODY, title="Another"))

    assert [id for id in one if one[id] != other[id]] == ["_head"]


def test_section_of_an_unnamed_heading_is_told_by_its_line() -> None:
    assert [section.id for section in sections_of(page("## A\n\n## B\n"))] == [
        "_head",
        "_10",
        "_12",
    ]
