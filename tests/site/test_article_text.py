"""The text of an article: its opening, its notes and the numbers that lead to them."""

from newsroom.site.article_text import article_text
from newsroom.site.paragraphs import blocks_of

TEXT = (
    "<p>One.</p>\n"
    '<details class="note" open="open"><summary>Why?</summary>\n<p>So.</p>\n<p>And so.</p></details>\n'
    '<h2 id="aims">Aims</h2>\n<p>Two.</p>\n<ul><li>Three.</li></ul>\n'
    '<details class="note"><summary>When?</summary>\n<p>Then.</p></details>\n'
    '<details class="note"><summary>Where?</summary>\n<p>There.</p></details>'
)


def test_first_paragraph_opens_and_notes_are_numbered() -> None:
    text = article_text(blocks_of(TEXT))
    shown = [(part.block.anchor, part.note, part.notes) for part in (*text.opening, *text.rest)]

    assert [part.block.anchor for part in text.opening] == ["_1"]
    assert shown == [
        ("_1", 0, ((1, "_2"),)),
        ("_2", 1, ()),
        ("aims", 0, ()),
        ("aims_1", 0, ()),
        ("aims_2", 0, ((2, "aims_3"), (3, "aims_4"))),
        ("aims_3", 2, ()),
        ("aims_4", 3, ()),
    ]


def test_text_that_begins_with_a_heading_has_no_opening() -> None:
    assert article_text(blocks_of("<h2>Aims</h2>\n<p>One.</p>")).opening == ()
    assert article_text(()).rest == ()


def test_note_is_closed_and_an_address_opens_it() -> None:
    note = blocks_of(TEXT)[1]

    assert note.as_note("<b>1</b>") == (
        '<details class="note"><summary><b>1</b> Why?</summary>\n'
        '<p id="_2">So.</p>\n<p>And so.</p></details>'
    )


def test_note_without_a_paragraph_keeps_its_address() -> None:
    (note,) = blocks_of(
        '<details class="note"><summary>Why?</summary>\n<ul><li>So.</li></ul></details>'
    )

    assert note.as_note("1").startswith('<details class="note" id="_1"><summary>1 Why?</summary>')


def test_other_boxes_are_no_notes() -> None:
    boxes = blocks_of(
        '<details class="tip"><summary>Hint</summary>\n<p>So.</p></details>\n'
        "<details><p>So.</p></details>\n<p>One.</p>"
    )

    assert [box.is_note for box in boxes] == [False, False, False]
