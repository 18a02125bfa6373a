import pytest

from newsroom.record.articles import Page
from newsroom.record.carrying import carried
from newsroom.site.paragraphs import (
    Block,
    align,
    align_anchored,
    anchored_like,
    blocks_of,
    identified,
)

TEXT = (
    '<p>One <b>bold</b><br>line.</p>\n<details class="note"><summary>N</summary><p>x</p></details>\n'
    '<h2 id="aims">Aims</h2>\n<p id="own">Two.</p>\n<hr>\n<ul>\n<li><p>a</p></li>\n</ul>'
)


def anchors(html: str) -> list[str]:
    return [block.anchor for block in blocks_of(html)]


def test_blocks_are_what_stands_on_top_and_nothing_is_lost() -> None:
    blocks = blocks_of(TEXT)

    assert [block.tag for block in blocks] == ["p", "details", "h2", "p", "hr", "ul"]
    assert "\n".join(block.html for block in blocks) == TEXT


def test_anchor_is_made_of_section_and_number() -> None:
    assert anchors(TEXT) == ["_1", "_2", "aims", "own", "aims_2", "aims_3"]


def test_text_that_lost_its_element_stays_with_the_block_before() -> None:
    blocks = blocks_of("<p>One.</p>\nloose\n<p>Two.</p>")

    assert [block.html for block in blocks] == ["<p>One.</p>\nloose", "<p>Two.</p>"]


def test_page_without_text_has_no_blocks() -> None:
    assert blocks_of("") == ()


def test_anchor_is_written_once() -> None:
    written = [block.anchored for block in blocks_of(TEXT)]

    assert written[0].startswith('<p id="_1">One')
    assert written[1].startswith('<details class="note" id="_2"><summary>')
    assert written[3] == '<p id="own">Two.</p>'


def test_link_stands_in_paragraphs_only() -> None:
    first, note, *_ = blocks_of(TEXT)

    assert first.with_links("<a></a>", "<b></b>") == (
        first.anchored.replace('"_1">', '"_1"><a></a>').replace("</p>", "<b></b></p>")
    )
    assert note.with_links("<a></a>", "<b></b>") == note.anchored


def paired(first: str, second: str) -> list[tuple[str, str]]:
    def text(block: Block | None) -> str:
        return block.html if block else ""

    return [(text(a), text(b)) for a, b in align(blocks_of(first), blocks_of(second))]


def test_equal_kinds_meet_one_to_one() -> None:
    first, second = "<p>a</p>\n<h2 id=x>X</h2>\n<p>b</p>", "<p>آ</p>\n<h2 id=x>خ</h2>\n<p>ب</p>"

    assert [(a != "", b != "") for a, b in paired(first, second)] == [(True, True)] * 3


def test_a_note_of_one_language_stands_alone() -> None:
    pairs = paired("<p>a</p>\n<p>b</p>", "<p>آ</p>\n<details>ی</details>\n<p>ب</p>")

    assert pairs == [
        ("<p>a</p>", "<p>آ</p>"),
        ("", "<details>ی</details>"),
        ("<p>b</p>", "<p>ب</p>"),
    ]


def test_a_section_of_one_language_moves_no_other() -> None:
    only, shared = '<h2 id="x">X</h2>\n<p>x</p>', '<h2 id="y">Y</h2>\n<p>y</p>'
    pairs = paired(f"{only}\n{shared}", shared)

    assert pairs == [
        ('<h2 id="x">X</h2>', ""),
        ("<p>x</p>", ""),
        ('<h2 id="y">Y</h2>', '<h2 id="y">Y</h2>'),
        ("<p>y</p>", "<p>y</p>"),
    ]


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("<p>آ</p>\n<p>ب</p>", ["_1", "_2"]),
        ("<ul></ul>\n<p>آ</p>\n<p>ب</p>", ["_1_fa", "_1", "_2"]),
        ("<p>آ</p>", ["_1"]),
    ],
)
def test_translation_takes_the_anchors_of_what_it_matches(
    translation: str, expected: list[str]
) -> None:
    model = blocks_of("<p>a</p>\n<p>b</p>")

    blocks = anchored_like(blocks_of(translation), model, "fa")

    assert [block.anchor for block in blocks] == expected


WRITTEN = "One sentence says seven plain words here.\n\n- a\n    - inner\n- b\n\nOther readers close every page after dinner.\n"
HTML = (
    "<p>One sentence says seven plain words here.</p>\n<ul>\n<li>a<ul>\n<li>inner</li>\n</ul>\n</li>\n"
    "<li>b</li>\n</ul>\n<p>Other readers close every page after dinner.</p>"
)


def page(body: str) -> dict[str, Page]:
    return {"en": Page("en", "news/x.md", "T", "S", body, 1, "docs/en/news/x.md", {})}


def test_ids_that_are_recorded_are_those_of_a_page_without_records() -> None:
    blocks = identified(blocks_of(HTML), carried(page(WRITTEN), {}), "en")

    assert [block.anchor for block in blocks] == anchors(HTML)


def test_items_of_a_list_have_ids_and_those_of_an_inner_one_have_none() -> None:
    _, items, _ = identified(blocks_of(HTML), carried(page(WRITTEN), {}), "en")

    assert items.anchored == (
        '<ul id="_2">\n<li id="_2-1">a<ul>\n<li>inner</li>\n</ul>\n</li>\n'
        '<li id="_2-2">b</li>\n</ul>'
    )


def test_blocks_take_the_ids_of_their_passages_wherever_they_stand() -> None:
    known = carried(page(WRITTEN), {}).known
    first, last = (
        "One sentence says seven plain words here.",
        "Other readers close every page after dinner.",
    )
    moved = carried(page(f"{last} {first}\n"), known)

    (block,) = identified(blocks_of(f"<p>{last} {first}</p>"), moved, "en")

    assert (block.anchor, block.former) == ("_3", ("_1",))


def test_html_that_is_no_passage_takes_nobodys_id() -> None:
    text = "<p>One sentence says seven plain words here.</p>\n<ul><li>x</li></ul>\n<p>Other readers close every page after dinner.</p>"
    passages = carried(
        page(
            "One sentence says seven plain words here.\n\nOther readers close every page after dinner.\n"
        ),
        {},
    )

    first, between, last = identified(blocks_of(text), passages, "en")

    assert (first.anchor, last.anchor) == ("_1", "_2")
    assert between.anchor not in passages.known


def test_id_of_an_author_stays_and_the_recorded_one_leads_there() -> None:
    passages = carried(page("Words. {#own}\n"), {})

    (block,) = identified(blocks_of('<p id="own">Words.</p>'), passages, "en")

    assert (block.anchor, block.former) == ("own", ("_1",))


def test_blocks_of_one_anchor_meet_in_both_languages() -> None:
    first = [Block("p", "<p>a</p>", "", "_1"), Block("p", "<p>b</p>", "", "_1-b")]
    second = [Block("p", "<p>new</p>", "", "_x"), Block("p", "<p>آ</p>", "", "_1")]

    pairs = [(a and a.anchor, b and b.anchor) for a, b in align_anchored(first, second)]

    assert pairs == [(None, "_x"), ("_1", "_1"), ("_1-b", None)]
