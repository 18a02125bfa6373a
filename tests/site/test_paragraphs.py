import pytest

from newsroom.site.paragraphs import Block, align, anchored_like, blocks_of

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

    assert first.with_link("<a></a>").startswith('<p id="_1"><a></a>One')
    assert note.with_link("<a></a>") == note.anchored


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
